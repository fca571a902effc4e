"""A message from the experimenter to the station, whoever sits there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.scaler import Scaler
from ui.kiosk.widgets.overlay import Overlay
from ui.look import SPACE
from ui.look.widgets import button, label


class NoticeOverlay(Overlay):
    """Covers the window with a message until it is put away, there or by the experimenter.

    Signals:
        covered(bool): Whether it now covers the window.
        read(): Somebody has put it away.
    """

    covered = Signal(bool)
    read = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._text = label("", "heading")
        self._done = button(translate("I have read this"), "primary", clicked=self._on_done)
        self._done.setObjectName("notice_read")
        self.first = self._done
        body = self.card.body
        body.addWidget(label(translate("Message from the experimenter"), "caption"))
        body.addWidget(self._text)
        body.addSpacing(SPACE[2])
        body.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTrailing)
        Scaler(self)

    @property
    def text(self) -> str:
        """The message shown, or the last one."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Show a message; an empty one takes it away."""
        if not text:
            self.take_away()
            return
        self._text.setText(text)
        was_hidden = self.isHidden()
        if was_hidden:
            self.covered.emit(True)
        self.cover()
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self) -> None:
        """Show the window again."""
        if not self.isHidden():
            self.uncover()
            self.covered.emit(False)

    def _on_done(self) -> None:
        self.take_away()
        self.read.emit()
