"""The watchdog: starts the kiosk, and again whenever it crashes or hangs.

A kiosk is only a view, so a new one shows the same screen. The two processes are tied together by
the child's standard input and output: the child writes a byte a second, and one before it ends by
itself, and ends when its input does. `ui.kiosk.lifeline` and `ui.kiosk.signs` are its end.

What is started is the newest version that this computer has taken (`hcmd_lab.updates.programs`).
How this process and a kiosk of another version speak with each other does not change: `--child
first` and `--child again` behind the arguments, the bytes, the end of the input, `RESTART`.

Behind a locked kiosk stays a curtain (`ui.kiosk.curtain`), so that nothing else is seen while the
kiosk is started again, nor after it has been given up.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from hcmd_lab.errors import OperatorError
from hcmd_lab.processes import kiosk_command
from hcmd_lab.updates.programs import TakenPrograms
from ui.kiosk.curtain_process import CurtainProcess
from ui.kiosk.curtain_words import Wish, Word
from ui.kiosk.signs import FAREWELL

MAX_CRASHES = 5
"""So many within `WITHIN_S` are not worth another start."""

WITHIN_S = 60.0

CRASHED = 70
"""Exit code of a kiosk that is to be started again."""

RESTART = 71
"""Exit code of a kiosk that was asked to start again; that is no crash."""

_REGULAR = (0, 1, 2)  # it was left or asked to end, or has said why it cannot continue
_HUNG_S = 10.0
_SILENT_TICKS = 10
_STARTING_TICKS = 45  # a cold start on a slow disk
_ENDING_S = 5.0
_HEARD_OUT_S = 1.0


class Watchdog:
    """Runs the kiosk, restarting it until it ends regularly.

    Args:
        arguments: The kiosk's command line arguments.
        state: Folder of its crash log.
        curtain: Covers the desktop while the kiosk does not; None where it is not locked.
        command: Makes the command line of a child; it gets `--child first` or `--child again`.
        taken: The versions that were taken, which are started instead; None for none.
        hung_s: Time without a sign of life after which it counts as hung; its start may take
            several times as long.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        state: Path,
        *,
        curtain: CurtainProcess | None = None,
        command: Callable[..., list[str]] = kiosk_command,
        taken: TakenPrograms | None = None,
        hung_s: float = _HUNG_S,
    ) -> None:
        self._curtain = curtain
        self._arguments = list(arguments)
        self._state = state
        self._command = command if taken is None else taken.command
        self._taken = taken
        self._has_lived, self._ending = False, ""
        self._tick_s = hung_s / _SILENT_TICKS
        self._child: subprocess.Popen[bytes] | None = None
        self._crashes: deque[float] = deque(maxlen=MAX_CRASHES)
        self._asked_to_end = False

    def run(self) -> int:
        """Run and watch the kiosk; returns its exit code.

        Raises:
            OperatorError: It crashes again and again. Where there is a curtain, it has been left
                with the PIN by then.
        """
        with self._interruptible(), self._covered():
            return self._run()

    def _run(self) -> int:
        start = "first"
        while not self._asked_to_end:
            status = self._run_child(start)
            if self._is_set_aside():
                start = "again"
                continue
            has_said_why = status in _REGULAR and (start == "first" or self._curtain is None)
            if status == 0 or has_said_why:
                return status
            start = "again"
            if status == RESTART:
                continue
            is_hopeless = status in _REGULAR or self._crashes_too_often()
            if is_hopeless and not self._is_wanted_again():
                return self._give_up(status)
        return 0

    def _is_set_aside(self) -> bool:
        """Whether a taken version has ended without a sign of life, and is not started again."""
        if self._taken is None or self._has_lived or self._asked_to_end:
            return False
        return self._taken.set_aside(self._ending)

    def _crashes_too_often(self) -> bool:
        """Count a crash; whether there were too many for another start."""
        self._crashes.append(time.monotonic())
        often = len(self._crashes) == MAX_CRASHES
        if not often or self._crashes[-1] - self._crashes[0] >= WITHIN_S:
            return False
        if self._taken is not None and self._taken.set_aside(f"it crashed {MAX_CRASHES} times"):
            self._crashes.clear()
            return False
        return True

    def _is_wanted_again(self) -> bool:
        """Whether somebody with the PIN wants another start, after the kiosk was given up."""
        if self._curtain is None:
            return False
        self._curtain.tell(Word.STOPPED)
        while not self._asked_to_end:
            wish = self._curtain.wish(self._tick_s)
            if wish is Wish.AGAIN:
                self._crashes.clear()
                self._curtain.tell(Word.DOWN)
                return True
            if wish is Wish.LEAVE:
                return False
            self._curtain.mend()
        return False

    def _give_up(self, status: int) -> int:
        if self._asked_to_end:
            return 0
        if status in _REGULAR:
            return status
        raise OperatorError(
            "The kiosk has crashed {times} times within a minute and will not be restarted; see "
            "{log}, then start it again.",
            times=MAX_CRASHES,
            log=self._state / "crash.log",
        )

    @contextmanager
    def _covered(self) -> Iterator[None]:
        """Context in which nothing of the desktop is seen."""
        if self._curtain is not None:
            self._curtain.draw()
        try:
            yield
        finally:
            if self._curtain is not None:
                self._curtain.end()

    def _look_at_curtain(self, *, kiosk_is_new: bool) -> None:
        """Let the curtain know that the kiosk has come, or obey whoever has left it by PIN."""
        if self._curtain is None:
            return
        self._curtain.mend()
        if kiosk_is_new:
            self._curtain.tell(Word.UP)
        while (wish := self._curtain.wish(0)) is not None:
            if wish is Wish.LEAVE:
                self._ask_to_end()

    def _run_child(self, start: str) -> int:
        """Run a kiosk to its end; returns its exit code."""
        self._has_lived = False
        try:
            child = subprocess.Popen(  # noqa: S603 - our own program
                self._command(*self._arguments, "--child", start),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=None if self._taken is None else self._taken.environment(),
            )
        except OSError as error:
            if self._taken is None or self._taken.newest is None:
                raise
            self._ending = str(error)
            return CRASHED
        self._child = child
        life = _SignsOfLife(child)
        allowed = _STARTING_TICKS
        silent = 0
        # Silence is counted in ticks of this process itself: after a computer has
        # slept, a clock would blame a child that has not had a chance to run yet.
        while not life.over and child.poll() is None:
            lives = life.heard(self._tick_s)
            is_new = lives and allowed == _STARTING_TICKS and not life.over
            self._look_at_curtain(kiosk_is_new=is_new)
            if lives:
                allowed, silent = _SILENT_TICKS, 0
                continue
            silent += 1
            if silent >= allowed:
                child.kill()
        if self._curtain is not None and not self._asked_to_end:
            self._curtain.tell(Word.DOWN)
        life.hear_out()
        status = _end(child)
        self._has_lived, self._ending = life.given, f"it ended with {status}"
        if self._asked_to_end:
            return 0
        # A kiosk that was ended from outside has not ended regularly, whatever its exit code.
        return CRASHED if status in _REGULAR and not life.farewell else status

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """Context in which requests to end are passed on to the child.

        A terminal that is closed, or its connection, ends a kiosk in a window. A locked one stays,
        with its curtain: the desktop would be free to whoever sits there.
        """
        before = {
            number: signal.signal(number, self._ask_to_end)
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
            ask = self._ask_to_end if self._curtain is None else signal.SIG_IGN
            before[signal.SIGHUP] = signal.signal(signal.SIGHUP, ask)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _ask_to_end(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        self._asked_to_end = True
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()


class _SignsOfLife:
    """Receives a child's heartbeats in a thread of its own.

    Attributes:
        over: Whether the child has closed its output, as it does at the latest when it ends.
        given: Whether there was one.
        farewell: Whether it has said that it ends by itself.
    """

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        self.over = self.given = self.farewell = False
        self._sign = threading.Event()
        self._child = child
        self._thread = threading.Thread(target=self._listen, name="signs of life", daemon=True)
        self._thread.start()

    def heard(self, within_s: float) -> bool:
        """Wait for the next heartbeat."""
        heard = self._sign.wait(within_s)
        self._sign.clear()
        return heard

    def hear_out(self) -> None:
        """Wait a little for what a child that has ended had said before."""
        self._thread.join(_HEARD_OUT_S)

    def _listen(self) -> None:
        output = self._child.stdout
        with suppress(OSError, ValueError):  # the pipe was closed while being read
            while output is not None and (signs := os.read(output.fileno(), 64)):
                self.given = True
                self.farewell |= FAREWELL in signs
                self._sign.set()
        self.over = True
        self._sign.set()


def _end(child: "subprocess.Popen[bytes]") -> int:
    """The exit code of a child that is ending; it is killed after a few seconds."""
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    try:
        return child.wait(_ENDING_S)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()
