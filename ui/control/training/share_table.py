"""The meta-game as a table: each cell's colour says what its number says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hcmd_lab.figures.scales import readable_on, share_of_votes
from hcmd_lab.jobs import ConvergenceResult
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.look.tokens import is_dark

_LEAST_REACH = 0.05
_CELL_PX = (84, 40)
_INKS = ("#000000", "#ffffff")


class ShareTable(QTableWidget):
    """Expected share of votes of each row against each column; read with the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._shown: tuple[ConvergenceResult, Sequence[str]] | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: none; }")
        self.setAccessibleName(
            translate("Expected share of votes of each row's mechanism against each column's")
        )
        width, height = _CELL_PX
        for header, size in ((self.horizontalHeader(), width), (self.verticalHeader(), height)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(size)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            header.setSectionsClickable(False)

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        if self._shown is not None:
            self.show_result(*self._shown)

    def show_result(self, result: ConvergenceResult, names: Sequence[str]) -> None:
        """Show a meta-game.

        Args:
            result: What CONVERGENCE found.
            names: Of the mechanisms, oldest first.
        """
        self._shown = (result, names)
        self.setRowCount(len(names))
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels([translate("against {name}", name=n) for n in names])
        self.setVerticalHeaderLabels(list(names))
        furthest = max(abs(share - 0.5) for row in result.shares for share in row)
        scale = share_of_votes(max(_LEAST_REACH, furthest), dark=is_dark())
        for row, shares in enumerate(result.shares):
            for column, share in enumerate(shares):
                error = result.standard_errors[row][column]
                text = percent(share, 1)
                words = translate(
                    "{row} would win {share} of the votes against {column}",
                    row=names[row],
                    share=text,
                    column=names[column],
                )
                if row != column:
                    text += f"\n± {percent(error, 2)}"
                item = QTableWidgetItem(text)
                colour = scale.colour(share)
                item.setBackground(QBrush(colour))
                item.setForeground(QBrush(readable_on(colour, _INKS)))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self.setItem(row, column, item)
