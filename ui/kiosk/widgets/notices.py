"""Notices over a page: pause, message, lost connections."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.overlay import Overlay
from ui.look import SPACE
from ui.look.widgets import button, label


class PauseOverlay(Overlay):
    """Notice that the group is paused."""

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self._title = label("", "title")
        self._reason = label("")
        self._clock = label(
            translate(
                "Your time stands still. You lose nothing; the session will continue on this "
                "screen."
            ),
            "caption",
        )
        for line in (self._title, self._reason, self._clock):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.card.body.addWidget(line)

    def show_pause(self, reason: str, *, automatic: bool) -> str:
        """Cover the page.

        Args:
            reason: The experimenter's, may be empty.
            automatic: Whether the pause is automatic, until a connection is back.

        Returns:
            What it says.
        """
        title = translate("The experimenter has paused")
        if automatic:
            title = translate("A short break")
            reason = translate("One of the computers has no connection now.")
        self._title.setText(title)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.cover()
        return f"{title}. {reason}"


class MessageOverlay(Overlay):
    """Shows a message until it is acknowledged.

    Signals:
        read(): The participant has read it.
        answer_requested(): The same, and the participant wants to write back.
    """

    read = Signal()
    answer_requested = Signal()

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self._text = label("", "heading")
        self._done = button(translate("I have read this"), "primary")
        self._done.setObjectName("message_read")
        self._done.clicked.connect(lambda: self._acknowledge(self.read))
        self._answer = button(translate("Write back"))
        self._answer.setObjectName("message_answer")
        self._answer.clicked.connect(lambda: self._acknowledge(self.answer_requested))
        self.first = self._done
        self.card.body.addWidget(label(translate("Message from the experimenter"), "caption"))
        self.card.body.addWidget(self._text)
        self.card.body.addSpacing(SPACE[2])
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[3])
        foot.addStretch()
        foot.addWidget(self._answer)
        foot.addWidget(self._done)
        self.card.body.addLayout(foot)

    @property
    def text(self) -> str:
        """The message shown, or the last one."""
        return self._text.text()

    def show_message(self, text: str, *, can_answer: bool) -> None:
        """Cover the page with a message, which can be acknowledged, again if necessary."""
        self._text.setText(text)
        self._answer.setVisible(can_answer)
        self.set_locked(False)
        self.cover()

    def set_locked(self, locked: bool) -> None:
        """Set whether acknowledging is disabled."""
        for choice in (self._done, self._answer):
            choice.setEnabled(not locked)

    def _acknowledge(self, how: SignalInstance) -> None:
        self.set_locked(True)
        how.emit()


class LostBanner(QFrame):
    """A narrow banner at the top while a connection is lost, this station's or another one's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._words = label("")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = label("", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[2], SPACE[4], SPACE[2])
        row.addWidget(self._words, 1)
        row.addWidget(self._sign)
        self.hide()

    def tell(self, words: str) -> None:
        """Show a text; an empty one hides the banner."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def show_sign(self, sign: str) -> None:
        """Show a letter at the end for whoever knows it (see the guide for lab managers)."""
        self._sign.setText(sign)


def own_outage(view: SeatView | None, *, clock_waits: bool) -> str:
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
    if view is None or view.time_left_ms is None or not is_awaited(view):
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


def outage_of_another() -> str:
    """The words for a station whose group waits for another one.

    Nobody knows whether that one comes back, and the clock waits for it only so long: neither is
    promised.
    """
    return translate("One of the computers has no connection now. The clock is stopped for now.")


def is_awaited(view: SeatView) -> bool:
    """Whether the participant has something to do before the page's time is up."""
    return view.page in _TIMED and not view.continued


_OVER = frozenset({Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.DROPPED, Page.GOODBYE})
"""Pages after which a host may be closed."""

_TIMED = frozenset({Page.STAGE_INTRO, Page.DECIDE, Page.OUTCOME, Page.VOTE, Page.VOTE_RESULT})
