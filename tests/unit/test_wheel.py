"""What `pip install` brings: one package at the top, which works beside others' `ui`."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ("hcmd_lab", "ui", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE")


def run(*command: str | Path, folder: Path) -> str:
    """Run a program as on a computer without the sources; returns what it printed."""
    own = ("PYTHONPATH", "PYTHONSAFEPATH", "VIRTUAL_ENV")
    here = {name: value for name, value in os.environ.items() if name not in own}
    done = subprocess.run(
        command, cwd=folder, env=here | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources, folder = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, sources / name)
        else:
            shutil.copy(ROOT / name, sources)
    run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--no-index", "--wheel-dir", folder, sources, folder=folder,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Programs of an environment that has the wheel, and others' packages of the same names."""
    place = tmp_path_factory.mktemp("environment")
    builder = venv.EnvBuilder()
    builder.create(place)
    bin_folder = Path(builder.ensure_directories(place).bin_path)
    run(
        sys.executable, "-m", "pip", "--python", place, "install", "--quiet", "--no-deps",
        "--no-index", wheel, folder=place,
    )  # fmt: skip
    purelib = Path(
        run(
            bin_folder / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))",
            folder=place,
        ).strip()
    )  # fmt: skip
    # The libraries are those of this environment; a path alone brings none of its own hooks.
    (purelib / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    for name in ("ui", "resources"):
        (purelib / name).mkdir()
        (purelib / name / "__init__.py").write_text("raise SystemExit('the ui of others')\n")
    return bin_folder


def test_one_package_is_at_the_top(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hcmd_lab"}
    assert "hcmd_lab/parts/ui/kiosk/main.py" in names
    assert not [name for name in names if name.endswith(".ts")], "the translators' files"


def test_all_that_the_sources_have_is_there(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    needed = [
        *(path.relative_to(ROOT).as_posix() for path in (ROOT / "hcmd_lab").rglob("*.py")),
        *(
            f"hcmd_lab/parts/{path.relative_to(ROOT).as_posix()}"
            for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "resources").glob("*/**/*")]
            if path.is_file() and path.suffix not in (".ts", ".pyc")
        ),
    ]
    assert len(needed) > 500
    assert [name for name in needed if name not in names] == []


@pytest.mark.parametrize("program", ["hcmd-lab", "hcmd-kiosk"])
def test_both_programs_start(installed: Path, tmp_path: Path, program: str) -> None:
    assert run(installed / program, "--version", folder=tmp_path).startswith(program)


@pytest.mark.parametrize("command", ["lab_command", "kiosk_command"])
def test_both_start_each_other(installed: Path, tmp_path: Path, command: str) -> None:
    start = f"import subprocess, hcmd_lab.processes as p; subprocess.run(p.{command}('--version'))"
    assert run(installed / "python", "-c", start, folder=tmp_path).startswith("hcmd-")


def test_the_windows_and_what_they_show_are_found(installed: Path, tmp_path: Path) -> None:
    found = run(
        installed / "python", "-c",
        "from hcmd_lab.shipped_parts import RESOURCES, find_windows; find_windows();"
        "from PySide6.QtWidgets import QApplication; application = QApplication([]);"
        "from ui.look.style import apply_look; apply_look(application, 'light');"
        "from hcmd_lab.telling.known_languages import languages; print(*languages());"
        "import ui.control.main, ui.kiosk.main; print(ui.__file__)",
        folder=tmp_path,
    )  # fmt: skip
    assert found.split()[:-1] == ["en", "de", "he"]
    assert Path(found.split()[-1]).parts[-4:] == ("hcmd_lab", "parts", "ui", "__init__.py")


def test_a_study_is_made_with_the_shipped_texts(installed: Path, tmp_path: Path) -> None:
    run(installed / "hcmd-lab", "study", "new", "trust", folder=tmp_path)
    run(installed / "hcmd-lab", "script", "new", "trust", "--language", "de", folder=tmp_path)
    assert (tmp_path / "trust" / "script" / "de").is_dir()
