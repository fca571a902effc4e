"""An overlay that dims the page and shows one card."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kiosk.widgets.centred import centred
from ui.look import SPACE, tokens
from ui.look.focus import stops_as_read
from ui.look.widgets import Card

_DIMMED = 0.66


class Overlay(QWidget):
    """Dims the page behind and blocks the mouse from it; add to `card.body`.

    Args:
        behind: Is covered whole, also when its size changes.

    Attributes:
        card: The card in front.
        first: Has the keyboard focus while the page is covered.
    """

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self._behind = behind
        self.card = Card()
        self.card.setProperty("role", "sheet")
        self.card.body.setSpacing(SPACE[3])
        self.first: QWidget = self
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads to what can be used alone
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[5])
        self._add_card()
        behind.installEventFilter(self)
        self.hide()

    def _add_card(self) -> None:
        self._rows.addStretch(2)
        self._rows.addLayout(centred(self.card, 500))
        self._rows.addStretch(3)

    def cover(self) -> None:
        """Move in front of the page and any other overlay."""
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()

    def uncover(self) -> None:
        """Hide, showing the page again."""
        self.hide()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 - as Qt has it
        """Keep Tab among what is in front."""
        places = [each for each in stops_as_read(self) if each.isVisible() and each.isEnabled()]
        if not places:
            return False
        focused = self.focusWidget()
        at = places.index(focused) if focused in places else -1
        places[(at + (1 if forwards else -1)) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of the page behind."""
        if event.type() is QEvent.Type.Resize and watched is self._behind:
            self.setGeometry(self._behind.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Dim the page behind."""
        colour = QColor(tokens().window)
        colour.setAlphaF(_DIMMED)
        QPainter(self).fillRect(self.rect(), colour)
