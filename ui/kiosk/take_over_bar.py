"""The bar that says who plays in a window and hands the seat over."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.look import SPACE, tokens
from ui.look.widgets import button, label


class TakeOverBar(QWidget):
    """Bar below a participant's screen that a simulated person plays on.

    Signals:
        simulated_wanted(bool): Whether the simulated person is to play from now on.
    """

    simulated_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._simulated = True
        self._words = label("", wrap=False)
        self._button = button("")
        self._button.setObjectName("take_over")
        self._button.clicked.connect(lambda: self.simulated_wanted.emit(not self._simulated))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[1], SPACE[2], SPACE[1])
        row.setSpacing(SPACE[4])
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.show_player(simulated=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint a plain background with a line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().notice_wash))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens().accent))

    def show_player(self, *, simulated: bool) -> None:
        """Show who is playing."""
        self._simulated = simulated
        self._words.setText(
            translate("A simulated participant is playing at this station.")
            if simulated
            else translate("You are playing at this station.")
        )
        self._button.setText(
            translate("Take over this seat")
            if simulated
            else translate("Let the simulated participant continue")
        )
