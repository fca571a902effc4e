"""Text that can be selected and copied as it is, such as a path or a command."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.look.plain_label import height_in_lines
from ui.look.widgets import TextRole, set_role

_WORD, _LINE = 32, 64
"""Letters to which it can shrink, and beyond which it does not ask for more room."""


class SelectableText(QTextEdit):
    """Plain text of which every part can be copied, and which breaks a word wider than itself.

    A label breaks only what nobody can select: Qt lays a selectable one out by itself, and makes
    its window as wide as the longest path.
    """

    def __init__(self, text: str, role: TextRole = "body", *, by_keys: bool = True) -> None:
        """Show a text.

        Args:
            text: The text.
            role: As of a label.
            by_keys: Whether Tab leads to it, so that it can be selected without a mouse.
        """
        super().__init__()
        self.setProperty("kind", "selectable")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if by_keys:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_keys else Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        set_role(self, role)

    def text(self) -> str:
        """What it shows, without anything at the places where it is broken."""
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text; what looks like markup is text as well."""
        if text == self.toPlainText():
            return  # what is selected stays so
        self.setPlainText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for usual words."""
        return QSize(min(self._line_px(), self._px(_WORD)), self._row_px())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its text, up to a line."""
        width = min(self._line_px(), self._px(_LINE))
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It takes as many lines as it needs."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of its lines."""
        option = self.document().defaultTextOption()
        return ceil(height_in_lines(self.toPlainText(), self.font(), option, width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for all lines at this width: Qt opens a dialog narrower than it asks to be."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: all of it is shown."""
        event.ignore()

    def _row_px(self) -> int:
        return self.fontMetrics().height()

    def _line_px(self) -> int:
        lines = self.toPlainText().split("\n")
        return 2 + max(self.fontMetrics().horizontalAdvance(line) for line in lines)

    def _px(self, letters: int) -> int:
        return letters * self.fontMetrics().averageCharWidth()
