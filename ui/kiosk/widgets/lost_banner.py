"""Says at the top of the screen that a connection is lost, and whether the clock stands."""

from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hcmd_lab.game.view import Page, SeatView, later
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock
from ui.look import SPACE
from ui.look.widgets import label

NOTICED_MS = 3000
"""Shorter cuts of the connection change nothing on the screen."""


class LinkSign(StrEnum):
    """A letter beside the words for whoever knows it: docs/windows.md, docs/troubleshooting.md."""

    NONE = ""
    STRANGER = "C"  # another computer answers at the host's address
    MISDATED = "D"  # the host's certificate is not valid by the clock here


class LostBanner(QFrame):
    """A narrow banner at the top while a connection is lost, this station's or another one's.

    Args:
        clock: The clock of the page, which stands or goes with what the banner says.

    Signals:
        told(str): It says something else now.
    """

    told = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._clock = clock
        self._view: SeatView | None = None
        self._connected = True
        self._since_view = QElapsedTimer()
        self._since_lost = QElapsedTimer()
        self._wait_ends = QTimer(self, singleShot=True)
        self._wait_ends.timeout.connect(self._tell)
        self._words = label("")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = label("", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[2], SPACE[4], SPACE[2])
        row.addWidget(self._words, 1)
        row.addWidget(self._sign)
        self.hide()

    def show_view(self, view: SeatView) -> None:
        """Say what a new view tells of the connections."""
        self._view = view
        self._since_view.start()
        self._tell()

    def set_connected(self, connected: bool) -> None:
        """Say whether the host can be reached, or has not for `NOTICED_MS`."""
        self._connected = connected
        self._since_lost.start()
        self._tell()

    def show_sign(self, sign: LinkSign) -> None:
        """Show why the host is not trusted, as far as that is known."""
        self._sign.setText(sign)

    def _tell(self) -> None:
        """Say which connection is lost, if one is, and whether the clock stands."""
        view = self._view
        self._wait_ends.stop()
        words = ""
        if not self._connected:
            wait_ms = self._wait_left_ms()
            if wait_ms > 0:
                self._wait_ends.start(wait_ms)
            self._clock.hold(NOTICED_MS)
            if view is not None and _is_awaited(view):
                self._clock.setVisible(wait_ms > 0 and view.time_left_ms is not None)
            words = _own_outage(view, clock_waits=wait_ms > 0)
        elif view is not None and view.clock_waits:
            words = _outage_of_another()
        if words and words != self.accessibleName():
            self.told.emit(words)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _wait_left_ms(self) -> int:
        """How long the clock still waits for this station, which is lost."""
        if self._view is None:
            return 0
        if self._view.clock_waits:
            return later(self._view, self._since_view.elapsed()).wait_left_ms
        return self._view.wait_left_ms - NOTICED_MS - self._since_lost.elapsed()


def _own_outage(view: SeatView | None, *, clock_waits: bool) -> str:
    """The words for a station that has lost the lab computer.

    Args:
        view: The last view; None before the first one.
        clock_waits: Whether the clock of its page still waits for it.
    """
    if view is not None and view.page in _OVER:
        # The host may have closed the session and gone: then nothing is ever restored.
        return translate(
            "The lab computer cannot be reached now, or has ended the session. Nothing you "
            "confirmed is lost."
        )
    if view is None or view.time_left_ms is None or not _is_awaited(view):
        return translate(
            "The connection to the lab computer is lost. This computer keeps trying to restore it; "
            "nothing you confirmed is lost."
        )
    if clock_waits:
        return translate(
            "The connection to the lab computer is lost. This computer keeps trying to restore it; "
            "the clock is stopped for now."
        )
    return translate(
        "The connection to the lab computer is still lost. The time of this page may be running: "
        "please raise your hand."
    )


def _outage_of_another() -> str:
    """The words for a station whose group waits for another one.

    Nobody knows whether that one comes back, and the clock waits for it only so long: neither is
    promised.
    """
    return translate("One of the computers has no connection now. The clock is stopped for now.")


def _is_awaited(view: SeatView) -> bool:
    """Whether the participant has something to do before the page's time is up."""
    return view.page in _TIMED and not view.continued


_OVER = frozenset(
    {
        Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.DROPPED, Page.GOODBYE, Page.PAYMENT,
        Page.CLOSED,
    }
)  # fmt: skip
"""Pages after which a host may be closed."""

_TIMED = frozenset({Page.STAGE_INTRO, Page.DECIDE, Page.OUTCOME, Page.VOTE, Page.VOTE_RESULT})
