"""A column that scrolls on low screens."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.kiosk.widgets.scale import limit_width
from ui.look import SPACE


class Scrolled(QScrollArea):
    """A scrollable column in the middle of the page; add to `body`.

    Args:
        widest_px: Maximum width of the column, on the smallest screen.

    Attributes:
        body: Layout from top to bottom.
    """

    def __init__(self, widest_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QWidget()
        column.setProperty("role", "clear")
        limit_width(column, widest_px)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, SPACE[3], 0)
        self.body.setSpacing(SPACE[3])
        self.setWidget(column)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part until all of it is seen, also if it has only just grown."""
        # Otherwise it would be looked for where it was before, with the size that it had.
        self.body.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.ensureWidgetVisible(part)
