"""The watchdog with small children of its own making; the real kiosk is in test_kiosk_shell."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from update_folders import package

from hcmd_lab.errors import OperatorError
from hcmd_lab.updates.programs import TakenPrograms
from ui.kiosk.signs import FAREWELL
from ui.kiosk.watchdog import MAX_CRASHES, Watchdog

COUNT = """
import os, pathlib, sys, time
starts = pathlib.Path(sys.argv[1])
starts.write_text(starts.read_text() + sys.argv[3] + " " if starts.exists() else sys.argv[3] + " ")
number = len(starts.read_text().split())
"""
ALIVE = "os.write(1, b'.')\n"
BYE = f"os.write(1, {FAREWELL})\n"


@pytest.fixture
def starts(tmp_path: Path) -> Path:
    return tmp_path / "starts"


def child(starts: Path, body: str) -> Callable[..., list[str]]:
    """A command that writes each of its starts down and then does something."""

    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-c", COUNT + ALIVE + body, str(starts), *arguments]

    return command


def watch(starts: Path, body: str, hung_s: float = 2) -> int:
    return Watchdog([], starts.parent, command=child(starts, body), hung_s=hung_s).run()


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_regular_end_ends_both(starts: Path, status: int) -> None:
    assert watch(starts, BYE + f"sys.exit({status})") == status
    assert starts.read_text().split() == ["first"]


@pytest.mark.parametrize("alive", [ALIVE, ""])
@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_kiosk_that_was_ended_from_outside_is_started_again(
    starts: Path, status: int, alive: str
) -> None:
    """On Windows Task Manager, `taskkill` and the watchdog itself give it the exit code 1."""

    def command(*arguments: str) -> list[str]:
        body = COUNT + f"{alive}number == 3 or os._exit({status})\n" + BYE
        return [sys.executable, "-c", body, str(starts), *arguments]

    assert Watchdog([], starts.parent, command=command, hung_s=2).run() == 0
    assert starts.read_text().split() == ["first", "again", "again"]


@pytest.mark.parametrize("status", [1, 2])
def test_a_kiosk_that_could_not_begin_has_said_why(starts: Path, status: int) -> None:
    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-c", COUNT + BYE + f"sys.exit({status})", str(starts), *arguments]

    assert Watchdog([], starts.parent, command=command, hung_s=2).run() == status
    assert starts.read_text().split() == ["first"]


@pytest.mark.parametrize(
    "crash", ["os.kill(os.getpid(), 9)", "os.abort()", "os._exit(70)", "os._exit(139)"]
)
def test_a_crash_is_followed_by_another_start(starts: Path, crash: str) -> None:
    assert watch(starts, f"number == 3 or {crash}\n" + BYE) == 0
    assert starts.read_text().split() == ["first", "again", "again"]


def test_a_kiosk_that_only_crashes_is_given_up(starts: Path) -> None:
    with pytest.raises(OperatorError, match=r"crashed 5 times.*crash\.log"):
        watch(starts, "os._exit(70)")
    assert len(starts.read_text().split()) == MAX_CRASHES


def test_a_kiosk_that_hangs_is_started_again(starts: Path) -> None:
    assert watch(starts, "number == 2 or time.sleep(60)\n" + BYE, hung_s=0.2) == 0
    assert len(starts.read_text().split()) == 2


def test_a_kiosk_that_shows_signs_of_life_is_left_alone(starts: Path) -> None:
    living = "for _ in range(30): os.write(1, b'.'); time.sleep(0.02)\n" + BYE
    assert watch(starts, living, hung_s=0.2) == 0
    assert len(starts.read_text().split()) == 1


def test_the_child_has_the_arguments_and_is_told_how_it_starts(tmp_path: Path) -> None:
    told = tmp_path / "told"
    write = "pathlib.Path(sys.argv[1]).write_text(' '.join(sys.argv[2:]))"
    body = f"import os, pathlib, sys\n{BYE}{write}"

    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-c", body, str(told), *arguments]

    watchdog = Watchdog(["--station", "3"], tmp_path, command=command)
    assert watchdog.run() == 0
    assert told.read_text() == "--station 3 --child first"


def test_a_watchdog_does_without_qt() -> None:
    program = "import ui.kiosk.watchdog, ui.kiosk.main, sys; print('PySide6' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "False"


class TakenOnce(TakenPrograms):
    """A taken version that is a small child until it is set aside; then the installed one is."""

    def __init__(self, starts: Path, taken: str, installed: str) -> None:
        super().__init__(starts.parent)
        self.bodies = [taken, installed]
        self.said = ""
        self._starts = starts

    def command(self, *arguments: str) -> list[str]:
        body = COUNT + (self.bodies[1] if self.said else self.bodies[0])
        return [sys.executable, "-c", body, str(self._starts), *arguments]

    def set_aside(self, what: str) -> bool:
        was_taken, self.said = not self.said, self.said or what
        return was_taken


@pytest.mark.parametrize("status", [0, 1, 2, 3, 70])
def test_a_taken_version_without_a_sign_of_life_is_set_aside(starts: Path, status: int) -> None:
    taken = TakenOnce(starts, f"os._exit({status})", ALIVE + BYE)
    assert Watchdog([], starts.parent, taken=taken, hung_s=2).run() == 0
    assert taken.said == f"it ended with {status}"
    assert starts.read_text().split() == ["first", "again"]


def test_a_taken_version_that_only_crashes_is_set_aside(starts: Path) -> None:
    taken = TakenOnce(starts, ALIVE + "os._exit(70)", ALIVE + BYE)
    assert Watchdog([], starts.parent, taken=taken, hung_s=2).run() == 0
    assert taken.said == f"it crashed {MAX_CRASHES} times"
    assert len(starts.read_text().split()) == MAX_CRASHES + 1


def test_a_taken_version_that_lives_is_kept(starts: Path) -> None:
    taken = TakenOnce(starts, ALIVE + "number == 2 or os._exit(70)\n" + BYE, "sys.exit(9)")
    assert Watchdog([], starts.parent, taken=taken, hung_s=2).run() == 0
    assert taken.said == ""


def test_a_program_that_cannot_be_run_is_set_aside(tmp_path: Path) -> None:
    taken = TakenPrograms(tmp_path)
    taken.take("9.8.7", package(tmp_path / "made", "9.8.7", b"\x7fELF of nowhere"))
    assert taken.command("--version")[0] == str(taken.newest)
    unknown = ["--language", "xx", "--bot", "--state-dir", str(tmp_path)]
    watchdog = Watchdog(unknown, tmp_path, taken=taken, hung_s=5)
    assert watchdog.run() == 2  # the installed kiosk, which says that it has no such language
    assert taken.newest is None
    kept = TakenPrograms(tmp_path).taken
    assert kept is not None
    assert kept.failed.startswith("[WinError" if os.name == "nt" else "[Errno"), kept.failed
