"""The messages between the experimenter and one participant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.state import ParticipantState, TalkLine
from hcmd_lab.telling.times import session_time
from hcmd_lab.telling.translate import translate
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.layouts import in_column, in_row
from ui.look.widgets import button, label

_MIN_HEIGHT_PX = 40


class TalkPane(QWidget):
    """The whole thread, newest at the bottom, and a line to write the next message.

    Signals:
        sent(str, str): A message for a participant: the code and the text.

    Attributes:
        lines: The thread.
        field: Where the next message is written.
        send: Sends it.
    """

    sent = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a participant."""
        super().__init__(parent)
        self._code = ""
        self._shown: tuple[TalkLine, ...] | None = None
        self._drafts: dict[str, str] = {}
        self._who = label("", "caption")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(_MIN_HEIGHT_PX)
        self.lines.setAccessibleName(translate("Messages with this participant"))
        self.field = BoundedLine(MAX_MESSAGE_CHARACTERS)
        self.field.setAccessibleName(translate("Message to this participant"))
        self.field.setPlaceholderText(translate("Message to this participant"))
        self.field.textChanged.connect(self._enable)
        self.field.returnPressed.connect(self._send)
        self.send = button(translate("Send"), clicked=self._send)
        in_column(
            self._who,
            (self.lines, 1),
            in_row((self.field, 1), self.send, gap=2),
            self.field.told,
            of=self,
            gap=2,
        )
        self.show_person("", None)

    def show_person(self, code: str, person: ParticipantState | None) -> None:
        """Show a participant's messages; what is being written stays with whom it is for."""
        if code != self._code:
            self._drafts[self._code] = self.field.text()
            self._code = code
            self.field.setText(self._drafts.pop(code, ""))
            self._shown = None
        talk = () if person is None else person.talk
        self._who.setText(self._words(person))
        nobody = "" if person is not None else self._words(None)
        allow_unless(self.field, nobody)
        self._enable()
        if talk != self._shown:
            self._shown = talk
            self.lines.setPlainText("\n".join(map(_line, talk)))
            bar = self.lines.verticalScrollBar()
            bar.setValue(bar.maximum())

    def clear(self) -> None:
        """Forget everything, for another session."""
        self.show_person("", None)
        self._drafts.clear()

    def _words(self, person: ParticipantState | None) -> str:
        if person is None:
            return translate("Choose a participant to read and write messages")
        if person.messages:
            return translate("{n} message(s) not read yet", n=len(person.messages))
        return "" if person.talk else translate("No messages yet")

    def _enable(self) -> None:
        nobody = "" if self._code else self._words(None)
        message = self.field.why_not(translate("Type a message."))
        allow_unless(self.send, nobody or message)

    def _send(self) -> None:
        text = self.field.line
        if self._code and text and self.field.is_right:
            self.field.clear()
            self.sent.emit(self._code, text)


def _line(line: TalkLine) -> str:
    time = session_time(line.at_ms)
    if line.by_participant:
        return translate("{time}  Participant: {text}", time=time, text=line.text)
    return translate("{time}  You: {text}", time=time, text=line.text)
