"""A sheet at the side of the page, for what can be looked up meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock, ClockCopy
from ui.kiosk.widgets.overlay import Overlay
from ui.kiosk.widgets.scale import limit_width
from ui.look import SPACE
from ui.look.widgets import button, label


class SideSheet(Overlay):
    """A title, a button to close, and what a kind of sheet adds to `card.body`; Esc closes too.

    It covers the page's clock, which goes on, and shows it in its place.

    Args:
        behind: The screen that it covers.
        clock: The page's clock.
        title: What it shows.
        name: Object name of the button to close.

    Attributes:
        clock: Shows what the page's clock shows.
        top: The row of the title, for what stands beside it.

    Signals:
        closed(): The page is used again.
    """

    closed = Signal()

    def __init__(self, behind: QWidget, clock: Clock, title: str, name: str) -> None:
        super().__init__(behind)
        close = button(translate("Close"))
        close.setObjectName(name)
        close.clicked.connect(self.close_sheet)
        self.first = close
        self.clock = ClockCopy(clock)
        self.top = QHBoxLayout()
        self.top.setSpacing(SPACE[4])
        row = QHBoxLayout()
        row.addWidget(label(title, "title", wrap=False))
        row.addSpacing(SPACE[4])
        row.addLayout(self.top)
        row.addStretch()
        row.addWidget(self.clock)
        row.addSpacing(SPACE[3])
        row.addWidget(close)
        self.card.body.setSpacing(SPACE[2])
        self.card.body.addLayout(row)

    def _add_card(self) -> None:
        limit_width(self.card, 700)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 1000, self._alignment())
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(row, 1)

    def _alignment(self) -> Qt.AlignmentFlag:
        """Where the card stands; by default it is as high as the screen."""
        return Qt.AlignmentFlag(0)

    def close_sheet(self) -> None:
        """Return to the page."""
        if not self.isHidden():
            self.uncover()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes; no other key reaches the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()
