import os
import subprocess
import sys
from pathlib import Path

import pytest

from hcmd_lab import __version__, program

ROOT = Path(__file__).parents[3]


def hcmd_lab(*arguments: str, display: bool) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    places = {name: value for name, value in os.environ.items() if name not in hidden}
    if display:
        places["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, "-m", "hcmd_lab", *arguments],
        cwd=ROOT, env=places, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_commands_are_explained() -> None:
    done = hcmd_lab(display=False)
    assert done.returncode == 0
    assert "simulate" in done.stdout
    assert "hcmd-lab open" in done.stdout
    assert "there is no display" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_window_that_cannot_be_shown_is_a_sentence() -> None:
    done = hcmd_lab("open", display=False)
    assert done.returncode == 1
    assert done.stderr.startswith("hcmd-lab: there is no display")


def test_commands_go_where_they_always_went() -> None:
    assert hcmd_lab("--version", display=True).stdout == f"hcmd-lab {__version__}\n"
    assert hcmd_lab("dance", display=True).returncode == 2


@pytest.mark.parametrize(("typed", "offered"), [("stu", "study"), ("study dup", "duplicate")])
def test_a_shell_can_complete_a_command(
    monkeypatch: pytest.MonkeyPatch, typed: str, offered: str
) -> None:
    words = ["hcmd-lab", *typed.split()]
    monkeypatch.setenv("_HCMD_LAB_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", " ".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    assert hcmd_lab(display=True).stdout.split() == [offered]


def test_an_unknown_language_is_a_sentence() -> None:
    done = hcmd_lab("open", "--language", "xx", display=True)
    assert done.returncode == 2
    assert "There is no translation into 'xx'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_lab_is_a_kiosk_too() -> None:
    assert hcmd_lab("kiosk", "--version", display=False).stdout.startswith("hcmd-kiosk ")
    done = hcmd_lab("kiosk", "--station", "a b", "--server", "x:1", display=False)
    assert done.returncode == 2
    assert "hcmd-kiosk" in done.stderr


def test_a_kiosk_says_once_what_is_wrong() -> None:
    done = hcmd_lab("kiosk", "--server", "a:1", "--station", "1", "--language", "xx", display=True)
    assert done.returncode == 2
    (said,) = done.stderr.splitlines()
    assert said.startswith("hcmd-kiosk: There is no translation into 'xx'")


def test_open_explains_itself() -> None:
    done = hcmd_lab("open", "--help", display=True)
    assert done.returncode == 0
    assert "--theme {light,dark,system}" in done.stdout


CLOSED_AT_ONCE = """
from ui.control import main
begin = main.begin
main.begin = lambda window, *rest: (begin(window, *rest), window.close())[0]
import sys
from hcmd_lab import program
sys.argv = ["hcmd-lab", "open", *sys.argv[1:]]
program.run()
"""


def test_a_study_that_cannot_be_opened_is_told_in_the_terminal_too(tmp_path: Path) -> None:
    def opened(*arguments: str) -> subprocess.CompletedProcess[str]:
        places = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        return subprocess.run(
            [sys.executable, "-c", CLOSED_AT_ONCE, *arguments], cwd=ROOT, text=True, timeout=60,
            env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, check=False,
        )  # fmt: skip

    done = opened(str(tmp_path / "nothing"))
    assert done.returncode == 2
    assert f"hcmd-lab: There is no study folder {tmp_path / 'nothing'}" in done.stderr
    assert "Traceback" not in done.stderr
    assert opened().returncode == 0


@pytest.mark.parametrize("arguments", [["hcmd-lab"], ["hcmd-lab", "open", "a study"]])
def test_the_window_is_opened_without_arguments_and_by_open(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    asked: list[list[str]] = []

    def window(rest: list[str]) -> int:
        asked.append(rest)
        return 7

    monkeypatch.setattr(program, "open_window", window)
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit) as ended:
        program.run()
    assert ended.value.code == 7
    assert asked == [arguments[2:]]


def test_ctrl_c_while_it_is_being_loaded_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def press(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "require_libraries", press)
    monkeypatch.setattr(sys, "argv", ["hcmd-lab", "check", "study"])
    with pytest.raises(SystemExit) as ended:
        program.run()
    assert ended.value.code == 130
    assert capsys.readouterr().err == ""
