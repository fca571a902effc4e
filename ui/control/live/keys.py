"""Legends of the live plots."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.figures.layout import KEY_LINE, Key, draw_keys, key_places
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import window_theme


class RoleKey(QWidget):
    """Legend. Head: a line with round marks. Tails: a line with square ones. Also the band.

    Entries that do not fit into a line wrap to the next one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the legend for all groups."""
        super().__init__(parent)
        self._one_group = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def explain(self, *, one_group: bool) -> None:
        """Explain the lines of one group, or of all."""
        self._one_group = one_group
        self.setAccessibleName(translate("Key: head round marks, tails square marks"))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap onto as many lines as needed."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the entries in a row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(0, KEY_LINE / 2)
        draw_keys(painter, at, self._keys(), window_theme(), self.width())
        painter.end()

    def _keys(self) -> list[Key]:
        theme = window_theme()
        last = (
            Key(translate("each tail"), theme.tail)
            if self._one_group
            else Key(translate("± 1 standard error over groups"), theme.muted, band=True)
        )
        return [
            Key(translate("Head"), theme.head, mark="round"),
            Key(translate("Tails, mean"), theme.tail, mark="square"),
            last,
        ]

    def _fit(self) -> None:
        _, line = key_places(self._keys(), self.width())[-1]
        self.setFixedHeight(round((line + 1) * KEY_LINE))
