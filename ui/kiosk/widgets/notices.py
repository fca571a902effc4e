"""Notices over a page: a pause, and a message from the experimenter."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
            # Neither that the group goes on nor that its coins are paid is certain.
            translate("Your time stands still. Please wait here; you need not do anything."),
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
            title = translate("The game is paused")
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
