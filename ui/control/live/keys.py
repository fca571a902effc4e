"""Legends of the live plots."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.figures.layout import KEY_LINE, Key, draw_keys, key_places
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import window_theme


class RoleKey(QWidget):
    """Legend. Head: a line with round marks. Tails: a line with square ones. Also the band.

    Where nobody has a role there is one line, of everyone. Entries that do not fit into a line
    wrap to the next one.
    """

    def __init__(self, *, has_roles: bool, parent: QWidget | None = None) -> None:
        """Create the legend for all groups of a game with roles, or without any."""
        super().__init__(parent)
        self._has_roles = has_roles
        self._one_group = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def explain(self, *, one_group: bool) -> None:
        """Explain the lines of one group, or of all."""
        self._one_group = one_group
        self.setAccessibleName(
            translate("Key: head round marks, tails square marks")
            if self._has_roles
            else translate("Key: round marks, the mean of everyone")
        )
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
        last = Key(translate("± 1 standard error over groups"), theme.muted, band=True)
        if not self._has_roles:
            if self._one_group:
                last = Key(translate("each participant"), theme.muted)
            return [Key(translate("Everyone, mean"), theme.ink, mark="round"), last]
        if self._one_group:
            last = Key(translate("each tail"), theme.tail)
        return [
            Key(translate("Head"), theme.head, mark="round"),
            Key(translate("Tails, mean"), theme.tail, mark="square"),
            last,
        ]

    def _fit(self) -> None:
        _, line = key_places(self._keys(), self.width())[-1]
        self.setFixedHeight(round((line + 1) * KEY_LINE))
