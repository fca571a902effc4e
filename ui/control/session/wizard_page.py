"""Common base of the wizard's pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.control.session.draft import Draft
from ui.look import SPACE


class WizardPage(QWidget):
    """A page; `enter` reads the draft, `leave` fills it.

    Signals:
        changed(): Whether the page is complete may have changed.

    Attributes:
        title: The page's question.
        body: The layout of its content.
    """

    changed = Signal()

    title = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the page without content."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[4])

    def enter(self, draft: Draft) -> None:
        """Show the draft's values."""

    def leave(self, draft: Draft) -> None:
        """Write the choices into the draft."""

    @property
    def problem(self) -> str:
        """Why the session cannot be opened as the page stands, in words; empty if it can."""
        return ""


def clear(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # until it is deleted it would still be painted
            widget.deleteLater()


def scrolled(page: QWidget) -> QScrollArea:
    """A page in an area that scrolls it up and down."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
