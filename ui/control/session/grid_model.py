"""The station grid as a table model: tells views only about cells that have changed."""

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hcmd_lab.game.rules import Game
from hcmd_lab.game.state import SessionState
from hcmd_lab.study.counting import GroupCount
from hcmd_lab.telling.translate import translate
from ui.control.session.cell_rows import build_cells
from ui.control.session.cells import (
    Cell,
    EmptyCell,
    GroupCell,
    HeadingCell,
    StationCell,
)
from ui.control.session.state_words import seat_words
from ui.look.tips import plain_tip

CELL_ROLE = Qt.ItemDataRole.UserRole
"""Under this role stands the `Cell` itself."""

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """One row per group with its seats, then the stations without a group."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[list[Cell]] = []
        self._game: Game | None = None

    def show_state(
        self,
        state: SessionState | None,
        now_ms: int = 0,
        counts: Mapping[int, GroupCount] | None = None,
    ) -> None:
        """Show a session at a time on its clock; None clears the grid.

        Changes are announced as one range per row, so that a view repaints no more than that.
        """
        wanted = [] if state is None else build_cells(state, now_ms, counts)
        if state is not None and state.plan.game != self._game:
            self.beginResetModel()
            self._rows, self._game = [], state.plan.game
            self.endResetModel()
        kept = min(len(wanted), len(self._rows))
        for row in range(kept):
            self._change(row, wanted[row])
        if len(wanted) > kept:
            self.beginInsertRows(_ROOT, kept, len(wanted) - 1)
            self._rows += wanted[kept:]
            self.endInsertRows()
        elif len(self._rows) > kept:
            self.beginRemoveRows(_ROOT, kept, len(self._rows) - 1)
            del self._rows[kept:]
            self.endRemoveRows()

    def _change(self, row: int, cells: list[Cell]) -> None:
        before = self._rows[row]
        changed = [column for column in range(self._columns) if before[column] != cells[column]]
        if changed:
            self._rows[row] = cells
            self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))

    @property
    def _columns(self) -> int:
        return 1 if self._game is None else 1 + self._game.seats

    def cell(self, index: _AnyIndex) -> Cell:
        """The cell at an index."""
        return self._rows[index.row()][index.column()]

    def index_of_station(self, station: str) -> QModelIndex:
        """Index of a station's cell; invalid if there is none."""
        for row, cells in enumerate(self._rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, StationCell) and cell.station == station and cell.connection:
                    return self.index(row, column)
        return QModelIndex()

    def places(self) -> Iterator[QModelIndex]:
        """The indexes of all cells."""
        for row, cells in enumerate(self._rows):
            for column in range(len(cells)):
                yield self.index(row, column)

    def index_of_group(self, number: int) -> QModelIndex:
        """Index of a group's line."""
        return self.index(number - 1, 0)

    # --- Qt's interface ----------------------------------------------------------------------

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Number of rows: groups, then stations without one."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Number of columns: the group and its seats."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """A cell's words, or the cell."""
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return _short(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.sentence)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """The seats' roles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            if section == 0 or self._game is None:
                return translate("Group")
            return seat_words(section - 1, self._game)
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Groups and stations are selectable; empty places are not."""
        cell = self.cell(index)
        if isinstance(cell, GroupCell) or (isinstance(cell, StationCell) and cell.connection):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


def _short(cell: Cell) -> str:
    match cell:
        case GroupCell():
            return cell.title
        case StationCell():
            return cell.station
        case HeadingCell():
            return cell.title
        case EmptyCell():
            return cell.words
        case _:
            assert_never(cell)
