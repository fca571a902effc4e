"""Takes a new version of the kiosk from the lab computer, when it is told to.

The lab computer is the one that the station is paired with, and what it gives counts only if it is
signed by the keys that this computer was told. Verifying and unpacking run in a thread beside the
window, which asks for one part of a file after the other.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab import __version__
from hcmd_lab.network.update_messages import (
    FromHost,
    UpdateBegin,
    UpdateEnd,
    UpdateFetch,
    UpdateOffer,
    UpdatePart,
    UpdateState,
)
from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import is_newer, own_system
from hcmd_lab.updates.trust import trusted_root
from hcmd_lab.updates.verifying import find_release
from ui.kiosk.connector import Connector
from ui.kiosk.options import Options
from ui.kiosk.watchdog import RESTART

log = logging.getLogger(__name__)

_PART_S = 20.0
_WHOLE_S = 1800.0
_TOLD_MS = 300
"""For the last word to arrive before the program that gave it ends."""


class UpdateTaking(QObject):
    """Takes an update and has the watchdog start it.

    Args:
        options: The command line options.
        connector: Leads to the lab computer.
        is_busy: Whether a participant's page is on the screen.

    Signals:
        offered(): The lab computer has an update, and waits for the experimenter's word.
        began(): An update is being taken.
        failed(): It was not taken; this program goes on.
        ended(int): The program is to end with this exit code.
    """

    offered = Signal()
    began = Signal()
    failed = Signal()
    ended = Signal(int)
    _asked = Signal(str, int)
    _done = Signal(object)

    def __init__(self, options: Options, connector: Connector, is_busy: Callable[[], bool]) -> None:
        super().__init__(connector)
        self._options = options
        self._connector = connector
        self._is_busy = is_busy
        self._programs = TakenPrograms(options.state)
        self._parts: queue.SimpleQueue[UpdatePart | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        connector.update_told.connect(self._on_told)
        connector.update_over.connect(self.stop)
        self._asked.connect(self._ask)
        self._done.connect(self._on_done)

    def stop(self) -> None:
        """Give up what is being fetched: the line has gone."""
        self._parts.put(None)

    def _on_told(self, message: FromHost) -> None:
        match message:
            case UpdateOffer():
                self._introduce()
            case UpdateBegin():
                self._begin()
            case UpdatePart():
                self._parts.put(message)
            case UpdateEnd():
                log.info("the lab computer has no update for this station: %s", message.why)
            case _:
                assert_never(message)

    def _introduce(self) -> None:
        taken = self._programs.taken
        has_failed = taken is not None and taken.failed
        failed = (taken.version, taken.failed) if taken is not None and has_failed else ("", "")
        self.offered.emit()
        self._connector.show_token(own_system(), __version__, self._is_busy(), failed)

    def _begin(self) -> None:
        if self._is_busy():
            self._refuse(NotTakenError(Why.IN_SESSION))
        elif not self._options.child or self._options.bot:
            self._refuse(NotTakenError(Why.UNGUARDED))
        elif self._thread is None:
            log.warning("the lab computer has an update, and the experimenter wants it taken")
            self._parts = queue.SimpleQueue()
            self._thread = threading.Thread(target=self._take, name="update", daemon=True)
            self._thread.start()
            self.began.emit()

    def _refuse(self, error: NotTakenError) -> None:
        log.warning("the update is not taken: %s", error)
        self._connector.tell_update(UpdateState("not_taken", error.why, error.detail[:300]))

    def _on_done(self, error: NotTakenError | None) -> None:
        self._thread = None
        if error is None and self._is_busy():
            # Nor may the next start, after a crash in the session, be that of another version.
            self._programs.take_back()
            error = NotTakenError(Why.IN_SESSION)
        if error is not None:
            self.failed.emit()
            self._refuse(error)
            return
        self._connector.tell_update(UpdateState("taken"))
        QTimer.singleShot(_TOLD_MS, self, lambda: self.ended.emit(RESTART))

    def _ask(self, name: str, part: int) -> None:
        self._connector.tell_update(UpdateFetch(name, part))

    # --- in the thread ---------------------------------------------------------------------------

    def _take(self) -> None:
        error: NotTakenError | None = None
        try:
            self._verify_and_unpack()
        except NotTakenError as found:
            error = found
        except Exception as found:
            log.exception("the update cannot be taken")
            error = NotTakenError(Why.BAD_PACKAGE, type(found).__name__)
        with suppress(RuntimeError):  # the program is ending
            self._done.emit(error)

    def _verify_and_unpack(self) -> None:
        root = trusted_root(self._options.state)
        if root is None:
            raise NotTakenError(Why.NO_TRUST)
        programs, package = self._programs, self._programs.folder / "package.tar.gz"
        until_s = time.monotonic() + _WHOLE_S
        with programs.held():
            release = find_release(
                root, programs.folder / "seen", own_system(), lambda name: self._file(name, until_s)
            )
            if not is_newer(release.version, __version__):
                raise NotTakenError(Why.OLDER, release.version)
            if programs.has(release.version):
                return  # another station of this computer has taken it, and may run it
            try:
                release.fetch(package)
                programs.take(release.version, package)
            finally:
                with suppress(OSError):
                    package.unlink(missing_ok=True)

    def _file(self, name: str, until_s: float) -> Iterator[bytes] | None:
        first = self._part(name, 0, until_s)
        return None if first.parts == 0 else self._rest(first, until_s)

    def _rest(self, first: UpdatePart, until_s: float) -> Iterator[bytes]:
        yield first.data
        for number in range(1, first.parts):
            yield self._part(first.name, number, until_s).data

    def _part(self, name: str, number: int, until_s: float) -> UpdatePart:
        self._asked.emit(name, number)
        wait_s = min(_PART_S, until_s - time.monotonic())
        try:
            found = self._parts.get(timeout=max(0.0, wait_s))
        except queue.Empty:
            raise NotTakenError(Why.CUT) from None
        if found is None or (found.name, found.part) != (name, number):
            raise NotTakenError(Why.CUT)
        return found
