"""The watchdog's end of the curtain: starts it, and again whenever it is gone."""

import queue
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress

from ui.kiosk.curtain_words import Wish, Word

_READY_S = 5.0
_ENDING_S = 3.0


class CurtainProcess:
    """A process that covers the desktop until it is told to end.

    Args:
        command: Its command line.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._word = Word.DOWN
        self._process: subprocess.Popen[bytes] | None = None
        self._wishes: queue.SimpleQueue[Wish | None] = queue.SimpleQueue()

    def draw(self) -> None:
        """Start it, and wait a little until it covers the screen."""
        self._start()
        self.wish(_READY_S)

    def tell(self, word: Word) -> None:
        """Say how the kiosk is; starts the curtain anew if it has gone."""
        self._word = word
        if self._process is None or self._process.poll() is not None:
            self._start()
            return
        self._write(word)

    def mend(self) -> None:
        """Start the curtain anew if it has gone."""
        if self._process is not None and self._process.poll() is not None:
            self._start()

    def wish(self, within_s: float) -> Wish | None:
        """The next thing that it says, or None if it says nothing in time."""
        with suppress(queue.Empty):
            return self._wishes.get(timeout=within_s) if within_s else self._wishes.get_nowait()
        return None

    def end(self) -> None:
        """Take the curtain away."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError, ValueError):
            if process.stdin is not None:
                process.stdin.write(f"{Word.END}\n".encode())
                process.stdin.close()
        try:
            process.wait(_ENDING_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        threading.Thread(
            target=self._listen, args=(self._process,), name="curtain", daemon=True
        ).start()
        self._write(self._word)

    def _write(self, word: Word) -> None:
        with suppress(OSError, ValueError):  # it has gone, and is started anew by the next `mend`
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.write(f"{word}\n".encode())
                self._process.stdin.flush()

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        if process.stdout is None:
            return
        with process.stdout as output, suppress(OSError, ValueError):
            for line in output:
                with suppress(ValueError):  # not ours
                    self._wishes.put(Wish(line.decode(errors="replace").strip()))
