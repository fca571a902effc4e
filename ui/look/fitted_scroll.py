"""A part of a page that is scrolled only where the page has no room for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST_PX = 80


class FittedScroll(QScrollArea):
    """As high as its content where there is room; a page that only grows makes its window grow."""

    def __init__(self, content: QWidget) -> None:
        """Show a content that is as wide as its place."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._content = content
        self.setWidget(content)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The whole content."""
        hint, content = super().sizeHint(), self._content
        width = self.viewport().width()
        high = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        return QSize(hint.width(), max(high, content.sizeHint().height() if high < 0 else 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines, or all of them if they are fewer."""
        least = self._content.minimumSizeHint()
        return QSize(least.width(), min(_LEAST_PX, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask for another height when the content has become another one."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
