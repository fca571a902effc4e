import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hcmd_lab import system_libraries
from hcmd_lab.errors import OperatorError
from hcmd_lab.system_libraries import Purpose, for_windows, install_command, listed, missing

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring all of them")

WITHOUT = """
import ctypes, runpy, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "PySide6":
            raise ImportError("Qt is imported although a library is missing")

sys.meta_path.insert(0, NoQt())
load = ctypes.CDLL

def without(name, *rest, **options):
    if name in {lacking!r}:
        raise OSError(f"{{name}}: cannot open shared object file")
    return load(name, *rest, **options)

ctypes.CDLL = without
sys.argv = ["program", *{arguments!r}]
runpy.run_module({module!r}, run_name="__main__")
"""


def run(
    module: str, arguments: list[str], lacking: list[str], folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Start a program where libraries are missing and Qt cannot be imported."""
    code = WITHOUT.format(module=module, arguments=arguments, lacking=lacking)
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    here = {name: value for name, value in os.environ.items() if name not in hidden}
    here |= {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder, env=here, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


X = {"DISPLAY": ":7", "QT_QPA_PLATFORM": "xcb"}
KIOSK = ["--server", "127.0.0.1:9", "--station", "1", "--windowed"]


@pytest.mark.parametrize(
    ("module", "arguments", "library", "environment"),
    [
        ("hcmd_lab", ["study", "status", "x"], "libglib-2.0.so.0", {}),
        ("hcmd_lab", ["--version"], "libgssapi_krb5.so.2", {}),
        ("hcmd_lab", ["open"], "libGL.so.1", X),
        ("hcmd_lab", ["open"], "libxcb-cursor.so.0", X),
        ("hcmd_lab", [], "libfontconfig.so.1", X),
        ("ui.kiosk", KIOSK, "libEGL.so.1", {"QT_QPA_PLATFORM": "offscreen"}),
        ("ui.kiosk", KIOSK, "libxcb-cursor.so.0", X),
        ("ui.kiosk", [*KIOSK[:-1], "--bot"], "libglib-2.0.so.0", {}),
    ],
)
def test_a_missing_library_is_one_sentence_before_qt_is_imported(
    tmp_path: Path, module: str, arguments: list[str], library: str, environment: dict[str, str]
) -> None:
    done = run(module, arguments, [library], tmp_path, **environment)
    package = next(each.apt for each in listed() if each.name == library)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    told = re.search(r"Libraries are missing on this computer: (.*)\. Install them with:", said)
    assert told is not None, said
    others = {each for each in told[1].split(", ") if each != library}
    assert library in told[1].split(", ")
    assert others <= {each.name for each in missing(*Purpose)}, "this computer has them"
    assert package in said or not shutil.which("apt-get")
    assert done.stdout == ""


def test_doctor_works_where_nothing_else_does(tmp_path: Path) -> None:
    lacking = [each.name for each in listed()]
    done = run("hcmd_lab", ["doctor", "--display"], lacking, tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert all(name in done.stdout for name in lacking)
    done = run("hcmd_lab", ["doctor"], ["libxcb-cursor.so.0"], tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), "nobody opens windows on X here"
    assert done.stdout.startswith("Nothing is missing")
    assert run("hcmd_lab", ["doctor"], ["libxcb-cursor.so.0"], tmp_path, **X).returncode == 1


def test_the_demo_does_not_begin_where_it_cannot_draw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hcmd_lab.cli.demo import demo  # noqa: PLC0415 - loads typer

    monkeypatch.setattr(system_libraries, "_loads", lambda name: name != "libGL.so.1")
    with pytest.raises(OperatorError, match=r"missing on this computer: libGL\.so\.1"):
        demo(tmp_path / "study", windows=False)
    assert not (tmp_path / "study").exists()


def test_each_package_manager_has_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [each for each in listed() if each.name in ("libGL.so.1", "libxcb-cursor.so.0")]
    for there, expected in {
        "apt-get": "sudo apt-get install libgl1 libxcb-cursor0",
        "dnf": "sudo dnf install libglvnd-glx xcb-util-cursor",
        "": "sudo apt-get install libgl1 libxcb-cursor0 (or sudo dnf install libglvnd-glx "
        "xcb-util-cursor)",
    }.items():
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        monkeypatch.setattr(shutil, "which", lambda name, there=there: name == there or None)
        assert install_command(lacking) == expected
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert install_command(lacking).startswith("apt-get")


@pytest.mark.parametrize(
    ("display", "wayland", "platform", "on_x11"),
    [(":0", "", "", True), (":0", "wayland-0", "", False), ("", "", "", False),
     (":0", "", "offscreen", False), ("", "", "xcb", True)],
)  # fmt: skip
def test_windows_need_more_on_an_x_display(
    monkeypatch: pytest.MonkeyPatch, display: str, wayland: str, platform: str, on_x11: bool
) -> None:
    for name, value in (
        ("DISPLAY", display), ("WAYLAND_DISPLAY", wayland), ("QT_QPA_PLATFORM", platform),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    assert (Purpose.X11 in for_windows()) == on_x11


def test_other_systems_lack_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda _: False)
    assert len(missing(*Purpose)) == len(listed())
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing(*Purpose) == []


# Part of every system on which Python runs.
EVERYWHERE = re.compile(r"lib(c|m|dl|rt|pthread|stdc\+\+|gcc_s|resolv|z|zstd)\.so|ld-linux")
OURS = ("Core", "Gui", "Widgets", "Network", "DBus", "Svg", "PrintSupport", "XcbQpa")


@pytest.mark.skipif(not shutil.which("readelf"), reason="readelf is not here")
def test_the_list_has_all_that_qt_is_linked_with() -> None:
    import PySide6  # noqa: PLC0415 - for its folder

    qt = Path(PySide6.__file__).parent / "Qt"
    files = [qt / "lib" / f"libQt6{name}.so.6" for name in OURS]
    files.append(qt / "plugins" / "platforms" / "libqxcb.so")
    readelf = str(shutil.which("readelf"))
    said = subprocess.check_output([readelf, "--dynamic", *files], text=True)
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", said))
    brought = {path.name for path in (qt / "lib").iterdir()}
    of_glib = {"libgthread-2.0.so.0"}  # in one package with glib
    core = {"libxcb.so.1", "libbrotlicommon.so.1"}  # needed by their neighbours on the list
    wanted = {name for name in needed - brought - of_glib - core if not EVERYWHERE.match(name)}
    assert wanted == {each.name for each in listed()}


def test_a_clean_machine_gets_what_the_list_names() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    before, _, _ = script.partition("missing=()")
    asked = subprocess.check_output(
        [
            str(shutil.which("bash")),
            "-c",
            f'{before}\nprintf "%s\\n" "${{packages[@]}}"',
            str(ROOT / ".ci" / "run"),
        ],
        text=True,
    ).split()
    wanted = {each.apt for each in listed() if each.purpose is not Purpose.X11}
    assert wanted < set(asked)


def test_the_readme_installs_what_the_list_names() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^sudo apt-get install (.*?[^\\])$", readme, re.MULTILINE | re.DOTALL)
    assert command
    asked = command[1].replace("\\", " ").split()
    wanted = {each.apt for each in listed() if each.purpose is not Purpose.X11}
    assert wanted | {"python3-venv"} <= set(asked)
