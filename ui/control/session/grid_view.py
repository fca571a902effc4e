"""The station grid: every group and station, from 3 to 48 stations."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hcmd_lab.game.state import SessionState
from hcmd_lab.study.counting import GroupCount
from hcmd_lab.telling.translate import translate
from ui.control.session.cells import Cell, GroupCell, StationCell
from ui.control.session.density import MIN_ROW_PX, row_height
from ui.control.session.grid_delegate import GridDelegate
from ui.control.session.grid_model import GridModel

_AnyIndex = QModelIndex | QPersistentModelIndex

GROUP_WIDTH_PX = 190
_MIN_SEAT_WIDTH_PX = 122
_HEAD_PX = 28
_MIN_ROWS = 5


@dataclass(frozen=True, slots=True)
class Selection:
    """The experimenter's selection.

    Attributes:
        groups: Groups whose line is chosen, or one of whose stations is.
        stations: Chosen stations; a group's line stands for all of its stations.
    """

    groups: tuple[int, ...] = ()
    stations: tuple[str, ...] = ()


class StationGrid(QTableView):
    """Shows a session; groups and stations are chosen by mouse or keyboard.

    Signals:
        selection_changed(): `selection` is another one.
        station_pointed(str): The station that has the focus; empty for none.
    """

    selection_changed = Signal()
    station_pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self.cells = GridModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(GridDelegate(self))
        self.setAccessibleName(translate("Groups and stations"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionsClickable(False)
        columns.setHighlightSections(False)
        columns.setFixedHeight(_HEAD_PX)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.cells.rowsInserted.connect(self._fit)
        self.cells.rowsRemoved.connect(self._fit)

    def show_state(
        self,
        state: SessionState | None,
        now_ms: int = 0,
        counts: Mapping[int, GroupCount] | None = None,
    ) -> None:
        """Show a session at a time on its clock; people stay chosen wherever they move."""
        chosen = {self._who(index) for index in self.selectionModel().selectedIndexes()}
        pointed = self._who(self.currentIndex())
        self.cells.show_state(state, now_ms, counts)
        if {self._who(index) for index in self.selectionModel().selectedIndexes()} != chosen:
            self._follow(chosen)
        if pointed is not None and self._who(self.currentIndex()) != pointed:
            index = self._place(pointed)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def selection(self) -> Selection:
        """The current selection."""
        chosen = [self.cells.cell(index) for index in self.selectionModel().selectedIndexes()]
        whole = {cell.group for cell in chosen if isinstance(cell, GroupCell)}
        stations = {cell.station for cell in chosen if isinstance(cell, StationCell)}
        groups = whole | {
            cell.group for cell in chosen if isinstance(cell, StationCell) and cell.group
        }
        for number in whole:
            line = self.cells.index_of_group(number)
            seats = (
                self.cells.cell(line.siblingAtColumn(column))
                for column in range(1, self.cells.columnCount())
            )
            stations |= {cell.station for cell in seats if isinstance(cell, StationCell)}
        return Selection(tuple(sorted(groups)), tuple(sorted(stations)))

    def _who(self, index: _AnyIndex) -> tuple[str, str] | None:
        """What a cell is about: a group, a person or, without one, a station."""
        if not index.isValid():
            return None
        cell = self.cells.cell(index)
        if isinstance(cell, GroupCell):
            return "group", cell.title
        if not isinstance(cell, StationCell):
            return None
        return ("person", cell.participant) if cell.participant else ("station", cell.station)

    def _place(self, who: tuple[str, str]) -> QModelIndex:
        """Where somebody or something is now; somebody may have sat down at a free station."""
        kind, name = who
        for index in self.cells.places():
            if self._who(index) == who:
                return index
        return self.cells.index_of_station(name) if kind == "station" else QModelIndex()

    def _follow(self, chosen: set[tuple[str, str] | None]) -> None:
        places = QItemSelection()
        for who in chosen:
            index = QModelIndex() if who is None else self._place(who)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                places.select(index, index)
        self.selectionModel().select(places, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def pointed_station(self) -> str:
        """The station that has the focus; empty for none."""
        cell = self._pointed()
        return cell.station if isinstance(cell, StationCell) else ""

    def pointed_person(self) -> str:
        """Code of the person whose cell has the focus; empty for none."""
        cell = self._pointed()
        return cell.participant if isinstance(cell, StationCell) else ""

    def _pointed(self) -> Cell | None:
        index = self.currentIndex()
        return self.cells.cell(index) if index.isValid() else None

    def point_at(self, station: str) -> None:
        """Select a station alone and scroll it into view."""
        index = self.cells.index_of_station(station)
        if index.isValid():
            # `QAbstractItemView.setCurrentIndex` would add to the selection while Ctrl or Shift is
            # held, and what is done next would be done to others too.
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    # --- Qt's events -------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Announce the new selection."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Announce where the focus is."""
        super().currentChanged(current, previous)
        self.station_pointed.emit(self.pointed_station())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Distribute the space over the rows and columns."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few rows."""
        return QSize(GROUP_WIDTH_PX + 2 * _MIN_SEAT_WIDTH_PX, _MIN_ROWS * MIN_ROW_PX)

    def _fit(self) -> None:
        rows = self.cells.rowCount()
        if not rows:
            return
        height_px = row_height(self.viewport().height(), rows)
        self.verticalHeader().setDefaultSectionSize(height_px)
        seats = self.cells.columnCount() - 1
        group_width = max(GROUP_WIDTH_PX, int(self.viewport().width() * 0.24))
        seat_width = max(_MIN_SEAT_WIDTH_PX, (self.viewport().width() - group_width) // seats)
        self.setColumnWidth(0, group_width)
        for column in range(1, seats + 1):
            self.setColumnWidth(column, seat_width)
