"""Attack: a locked kiosk that crashes, hangs or loses its watchdog leaves the desktop open."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kiosk_lab import EXIT_PIN, HASH
from network_lab import Log
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError
from ui.kiosk.curtain import FILE_NAME, Curtain
from ui.kiosk.curtain_process import CurtainProcess
from ui.kiosk.curtain_words import Wish, Word
from ui.kiosk.exit_tries import FREE_TRIES
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.options import parse_options
from ui.kiosk.signs import FAREWELL
from ui.kiosk.watchdog import MAX_CRASHES, Watchdog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 30_000


@pytest.fixture
def state(tmp_path: Path) -> Path:
    KeptPin(tmp_path).tell(HASH, b"a lab computer", proven=False)
    return tmp_path


@pytest.fixture
def curtain(qtbot: QtBot, state: Path) -> Iterator[Curtain]:
    made = Curtain(parse_options(["--state-dir", str(state), "--child", "curtain"]))
    qtbot.addWidget(made.window)
    made.draw()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.release()


def words(curtain: Curtain) -> str:
    shown = curtain.window.findChildren(QLabel)
    return " ".join(each.text() for each in shown if each.isVisible())


def button(curtain: Curtain, name: str) -> QPushButton:
    return curtain.window.findChild(QPushButton, name)


def try_pin(qtbot: QtBot, curtain: Curtain, pin: str, then: str) -> None:
    """Ask to leave, type a PIN, and press a button."""
    if curtain._dialog is None:
        QTest.keyClick(curtain.window.windowHandle(), Qt.Key.Key_F12, CTRL_SHIFT)
    field = curtain.window.findChild(QLineEdit, "exit_pin")
    field.clear()
    QTest.keyClicks(field, pin)
    with qtbot.waitSignal(curtain._dialog._gate.tried):
        QTest.mouseClick(button(curtain, then), Qt.MouseButton.LeftButton)


def test_only_the_pin_lifts_it(qtbot: QtBot, curtain: Curtain) -> None:
    log = Log(curtain, "lifted", "wished")
    curtain.take(Word.STOPPED)
    assert "This station has stopped" in words(curtain)
    assert not curtain.window.close()
    QTest.mouseClick(button(curtain, "experimenter"), Qt.MouseButton.LeftButton)
    try_pin(qtbot, curtain, "0000", "exit_leave")
    assert log.entries == []
    try_pin(qtbot, curtain, EXIT_PIN, "exit_leave")
    assert log.entries == [("wished", Wish.LEAVE)]
    curtain.take(Word.END)
    assert log.of("lifted") == [()]


def test_the_pin_also_starts_the_kiosk_again(qtbot: QtBot, curtain: Curtain) -> None:
    log = Log(curtain, "wished")
    curtain.take(Word.STOPPED)
    try_pin(qtbot, curtain, EXIT_PIN, "exit_setup")
    assert log.entries == [("wished", Wish.AGAIN)]
    assert curtain.window.isVisible()


def test_tries_at_the_curtain_count_at_the_kiosk(qtbot: QtBot, curtain: Curtain) -> None:
    for _ in range(FREE_TRIES):
        try_pin(qtbot, curtain, "0000", "exit_leave")
    qtbot.waitUntil(lambda: not curtain.window.findChild(QLineEdit, "exit_pin").isEnabled())
    curtain.take(Word.UP)
    curtain.take(Word.DOWN)
    QTest.keyClick(curtain.window.windowHandle(), Qt.Key.Key_F12, CTRL_SHIFT)
    assert not curtain.window.findChild(QLineEdit, "exit_pin").isEnabled()


def test_it_stays_behind_a_kiosk_that_is_there(curtain: Curtain) -> None:
    lock = curtain.window.lock
    assert lock is not None
    assert lock._guard.isActive()
    curtain.take(Word.UP)
    assert not lock._guard.isActive()
    assert curtain.window.isVisible()
    curtain.take(Word.DOWN)
    assert lock._guard.isActive()
    assert "One moment" in words(curtain)


def test_without_its_watchdog_it_stays_until_the_pin(qtbot: QtBot, curtain: Curtain) -> None:
    log = Log(curtain, "lifted")
    curtain.take(None)
    assert "This station has stopped" in words(curtain)
    try_pin(qtbot, curtain, EXIT_PIN, "exit_leave")
    assert log.of("lifted") == [()]


def test_it_makes_way_for_the_curtain_of_another_watchdog(
    qtbot: QtBot, curtain: Curtain, state: Path
) -> None:
    (state / FILE_NAME).write_text("1")
    curtain.take(Word.DOWN)
    with qtbot.assertNotEmitted(curtain.lifted, wait=1500):
        pass  # its own watchdog is there
    with qtbot.waitSignal(curtain.lifted, timeout=5000):
        curtain.take(None)


# --- with the watchdog ---------------------------------------------------------------------------

SAID = """
import os, pathlib, sys
said = pathlib.Path(sys.argv[1])
wishes = sys.argv[2:]
os.write(1, b"ready\\n")
for line in sys.stdin:
    with said.open("a") as file:
        file.write(line)
    if line == "stopped\\n":
        os.write(1, (wishes.pop(0) + "\\n").encode())
    if line == "end\\n":
        break
"""


def watch(tmp_path: Path, body: str, *wishes: str) -> tuple[Callable[[], int], Callable[[], str]]:
    """A watchdog over small programs; what runs it, and what its curtain was told."""
    said, starts = tmp_path / "said", tmp_path / "starts"
    count = (
        "import os, sys, pathlib; p = pathlib.Path(sys.argv[1]); "
        "p.write_text((p.read_text() if p.exists() else '') + 'x'); "
        "number = len(p.read_text()); os.write(1, b'.')\n"
        f"def end(status): os.write(1, {FAREWELL}); os._exit(status)\n"
    )
    curtain = CurtainProcess([sys.executable, "-c", SAID, str(said), *wishes])

    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-c", count + body, str(starts), *arguments]

    watchdog = Watchdog([], tmp_path, curtain=curtain, command=command, hung_s=2)
    return watchdog.run, said.read_text


def downs(told: str) -> list[str]:
    """What a curtain was told, but for a kiosk that is up: it may end before its sign is heard."""
    return [word for word in told.split() if word != "up"]


def test_a_kiosk_that_is_given_up_waits_for_the_pin(tmp_path: Path) -> None:
    run, said = watch(tmp_path, "os._exit(70)", "leave")
    with pytest.raises(OperatorError, match="crashed 5 times"):
        run()
    assert downs(said()) == ["down", *["down"] * MAX_CRASHES, "stopped", "end"]


def test_whoever_has_the_pin_may_start_it_again(tmp_path: Path) -> None:
    run, said = watch(tmp_path, f"end(70 if number <= {MAX_CRASHES} else 0)", "again")
    assert run() == 0
    assert downs(said())[-5:] == ["down", "stopped", "down", "down", "end"]


@pytest.mark.parametrize("status", [1, 2])
def test_an_end_with_a_reason_after_a_crash_leaves_no_desktop(tmp_path: Path, status: int) -> None:
    run, said = watch(tmp_path, f"end(70 if number == 1 else {status})", "leave")
    assert run() == status
    assert said().split()[-2:] == ["stopped", "end"]


def test_a_kiosk_that_cannot_start_at_all_says_why_and_covers_nothing(tmp_path: Path) -> None:
    run, said = watch(tmp_path, "end(1)")
    assert run() == 1
    assert said().split()[-1] == "end"
    assert "stopped" not in said()


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_kiosk_that_is_ended_from_outside_leaves_no_desktop(tmp_path: Path, status: int) -> None:
    """Task Manager on Windows gives what it ends an exit code of its own choice."""
    run, said = watch(tmp_path, f"os._exit({status})", "leave")
    with pytest.raises(OperatorError, match="crashed 5 times"):
        run()
    assert downs(said()) == ["down", *["down"] * MAX_CRASHES, "stopped", "end"]


# --- the real programs ---------------------------------------------------------------------------


class Programs:
    """A locked kiosk with its watchdog and its curtain, on no display."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.watchdog: subprocess.Popen[bytes] | None = None
        self.seen: set[int] = set()

    def start(self) -> None:
        self.watchdog = subprocess.Popen(
            [
                sys.executable, "-m", "ui.kiosk", "--server", "127.0.0.1:1", "--station", "7",
                "--state-dir", str(self.state),
            ],
            env=os.environ | {"HCMD_KIOSK_CODE": "0" * 16},
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def child(self, *, curtain: bool) -> int | None:
        """The process of the kiosk or of the curtain; None while there is none."""
        assert self.watchdog is not None
        found = subprocess.run(
            ["pgrep", "-a", "-P", str(self.watchdog.pid)],  # noqa: S607
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        for line in found.stdout.splitlines():
            if ("--child curtain" in line) is curtain and "--child" in line:
                number = int(line.split()[0])
                self.seen.add(number)
                return number
        return None

    def until(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE_MS / 1000
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.05)

    def until_child(self, *, curtain: bool, other_than: int | None = None) -> int:
        def there() -> bool:
            return self.child(curtain=curtain) not in (None, other_than)

        self.until(there)
        found = self.child(curtain=curtain)
        assert found is not None
        return found

    def end(self) -> None:
        if self.watchdog is not None:
            self.watchdog.terminate()
            self.watchdog.wait()
        for number in self.seen:
            if is_there(number):
                os.kill(number, signal.SIGKILL)


def is_there(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


@pytest.fixture
def programs(state: Path) -> Iterator[Programs]:
    made = Programs(state)
    yield made
    made.end()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found by pgrep and /proc")
def test_five_kills_in_a_minute_leave_the_curtain(programs: Programs) -> None:
    programs.start()
    curtain = programs.until_child(curtain=True)
    kiosk = None
    for _ in range(MAX_CRASHES):
        kiosk = programs.until_child(curtain=False, other_than=kiosk)
        os.kill(kiosk, signal.SIGKILL)
    programs.until(lambda: not is_there(kiosk))
    time.sleep(2)
    assert programs.child(curtain=False) is None, "it has been given up"
    assert programs.child(curtain=True) == curtain
    assert programs.watchdog is not None
    assert programs.watchdog.poll() is None
    os.kill(curtain, signal.SIGKILL)  # even this leaves the desktop covered
    programs.until_child(curtain=True, other_than=curtain)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found by pgrep and /proc")
def test_a_killed_watchdog_leaves_the_curtain_to_the_next_one(programs: Programs) -> None:
    programs.start()
    curtain = programs.until_child(curtain=True)
    kiosk = programs.until_child(curtain=False)
    assert programs.watchdog is not None
    programs.watchdog.kill()
    programs.watchdog.wait()
    programs.until(lambda: not is_there(kiosk))
    assert is_there(curtain)
    programs.start()
    following = programs.until_child(curtain=True)
    programs.until(lambda: not is_there(curtain))
    assert is_there(following)
