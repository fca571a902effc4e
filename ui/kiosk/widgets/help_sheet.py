"""The call for help: what it is about, and the exchange with the experimenter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.view import SeatView
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock, ClockCopy
from ui.kiosk.widgets.left_behind import empty
from ui.kiosk.widgets.overlay import Overlay
from ui.kiosk.widgets.scrolled import Scrolled
from ui.look import SPACE
from ui.look.bounded_line import BoundedLine
from ui.look.widgets import button, label, set_role


class HelpSheet(Overlay):
    """Calls the experimenter, with a line or without one, and shows what both have written.

    The page's clock goes on, so the sheet shows it.

    Args:
        behind: The screen that it covers.
        clock: The page's clock.

    Signals:
        called(str): The experimenter is to come; what the participant writes, or empty.
        closed(): The page is used again.
    """

    called = Signal(str)
    closed = Signal()

    def __init__(self, behind: QWidget, clock: Clock) -> None:
        super().__init__(behind)
        self._calls = False
        self._locked = False
        self._sent = ""
        self._title = label("", "title")
        self.clock = ClockCopy(clock)
        self._lines = [label("") for _ in range(MAX_LINES.count)]
        self._thread = Scrolled(460)
        for line in self._lines:
            self._thread.body.addWidget(line)
        self._thread.body.addStretch()
        bar = self._thread.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, end: bar.setValue(end))
        self._hint = label("", "caption")
        self.field = BoundedLine(MAX_MESSAGE_CHARACTERS)
        self.field.setObjectName("help_text")
        self.field.setAccessibleName(translate("What is it about?"))
        self.field.textChanged.connect(self._update)
        self.field.returnPressed.connect(self._call)
        self.first = self.field
        self._close = button(translate("Close"), clicked=self.close_sheet)
        self._close.setObjectName("close_help")
        self._act = button("", "primary", clicked=self._call)
        self._act.setObjectName("send_help")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.clock)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[3])
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self._act)
        self.card.body.addLayout(top)
        self.card.body.addWidget(self._thread, 1)
        self.card.body.addWidget(self._hint)
        self.card.body.addWidget(self.field)
        self.card.body.addWidget(self.field.told)
        self.card.body.addLayout(foot)

    def open_sheet(self, view: SeatView) -> None:
        """Cover the page."""
        self.show_view(view)
        self.cover()

    def close_sheet(self) -> None:
        """Return to the page; what was typed stays for the next time, unless for somebody else."""
        if not self.isHidden():
            self.uncover()
            self.closed.emit()

    def forget(self) -> None:
        """Keep nothing of what was typed: somebody else is here."""
        empty(self.field)
        self._sent = ""

    def show_view(self, view: SeatView) -> None:
        """Show the exchange as it is in this view."""
        self._calls = view.calls_help
        own = [line.text for line in view.talk if line.by_participant]
        if self._sent and own[-1:] == [self._sent]:  # it is saved
            empty(self.field)
            self._sent = ""
        self._thread.setVisible(bool(view.talk))
        for shown, line in zip(self._lines, view.talk, strict=False):
            if line.by_participant:
                shown.setText(translate("You: {text}", text=line.text))
            else:
                shown.setText(translate("Experimenter: {text}", text=line.text))
            set_role(shown, "body" if line.by_participant else "heading")
        for number, shown in enumerate(self._lines):
            shown.setVisible(number < len(view.talk))
        self._update()

    def set_locked(self, locked: bool) -> None:
        """Set whether nothing can be sent now."""
        self._locked = locked
        self._update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes; no other key reaches the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def _update(self) -> None:
        if self._calls:
            self._title.setText(translate("The experimenter has been called"))
            self._hint.setText(translate("You can write something else:"))
            self._act.setText(translate("Send"))
        else:
            self._title.setText(translate("Call the experimenter"))
            self._hint.setText(translate("What is it about? You need not write anything."))
            self._act.setText(translate("Call"))
        text = self.field.line
        can_go = self.field.is_right and (bool(text) or not self._calls)
        self._act.setEnabled(not self._locked and can_go)

    def _call(self) -> None:
        if not self._act.isEnabled():
            return
        self._sent = self.field.line
        self.called.emit(self._sent)
        if not self._sent:
            self.close_sheet()
