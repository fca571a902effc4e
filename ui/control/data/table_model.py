"""Table model of records, sortable by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.control.data.copied_rows import copied_rows
from ui.look.tips import show_tip

R = TypeVar("R")

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_MEASURED_ROWS = 12
_PAGE = 200
"""Rows that are shown at first, and more each time that somebody scrolls to the end."""

# Font size of headings in the style sheet; Qt measures them in the cells' larger font.
_HEADING_PX = 12
_BESIDE_HEADING_PX = 30
_ABOVE_LINES_PX = 6
"""Above and below a cell of several lines."""
_BESIDE_LINES_PX = 9  # the margin of the style sheet, and Qt's own


@dataclass(frozen=True, slots=True)
class TableColumn(Generic[R]):
    """A column of the table.

    Attributes:
        heading: Its heading.
        text: Text of a cell.
        order: What rows are sorted by; None sorts them by the text.
        is_number: Whether it is aligned as numbers are.
        tick: Whether a cell is ticked; None for a cell that cannot be.
        ink: Colour of the text as `#rrggbb`; None for the usual one.
        wraps: Whether a long text takes more lines instead of being cut.
    """

    heading: str
    text: Callable[[R], str]
    order: Callable[[R], object] | None = None
    is_number: bool = False
    tick: Callable[[R], bool | None] | None = None
    ink: Callable[[R], str | None] | None = None
    wraps: bool = False


class RecordModel(QAbstractTableModel):
    """Table model with one record per row; of many, only the first rows until more are wanted.

    Signals:
        ticked(object, bool): The reader has set the tick of a record, or taken it away.
    """

    ticked = Signal(object, bool)

    def __init__(self, columns: Sequence[TableColumn[Any]], parent: QObject | None = None) -> None:
        """Create the model without records."""
        super().__init__(parent)
        self._columns = columns
        self._at_top = any(column.wraps for column in columns)
        self._given: Sequence[Any] = ()
        self._records: Sequence[Any] = ()
        self._shown = 0
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def headings(self) -> list[str]:
        """Headings of all columns."""
        return [column.heading for column in self._columns]

    def set_records(self, records: Sequence[object]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._given = records
        self._arrange()
        self._shown = min(_PAGE, len(records))
        self.endResetModel()

    @property
    def last(self) -> int:
        """The last row, shown or not; -1 without records."""
        return len(self._records) - 1

    def show_row(self, row: int) -> None:
        """Have a row among those that are shown."""
        while self._shown <= row < len(self._records):
            self.fetchMore(QModelIndex())

    def find(self, wanted: Callable[[Any], bool]) -> list[int]:
        """Rows of the records that are wanted, shown or not."""
        return [row for row, record in enumerate(self._records) if wanted(record)]

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Whether there are rows that are not shown yet."""
        return not parent.isValid() and self._shown < len(self._records)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Show more rows."""
        if parent.isValid():
            return
        last = min(self._shown + _PAGE, len(self._records))
        self.beginInsertRows(QModelIndex(), self._shown, last - 1)
        self._shown = last
        self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, or as the records were given (-1); chosen rows stay chosen."""
        if self._order == (column, order):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._records[index.row()] for index in before]
        self._order = (column, order)
        self._arrange()
        rows = {id(record): row for row, record in enumerate(self._records)}
        for record in kept:
            self._shown = max(self._shown, rows[id(record)] + 1)
        after = [
            self.index(rows[id(record)], index.column())
            for record, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._order
        if column < 0:
            self._records = self._given
            return
        key = self._columns[column].order or self._columns[column].text
        descends = order is Qt.SortOrder.DescendingOrder
        self._records = sorted(self._given, key=key, reverse=descends)  # type: ignore[arg-type]

    def record(self, row: int) -> Any:  # noqa: ANN401 - whatever is shown
        """The record of a row."""
        return self._records[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of records."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, alignment, colour or tick."""
        column, record = self._columns[index.column()], self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column, at_top=self._at_top)
            case Qt.ItemDataRole.ForegroundRole:
                ink = None if column.ink is None else column.ink(record)
                return None if ink is None else QColor(ink)
            case Qt.ItemDataRole.CheckStateRole:
                ticked = None if column.tick is None else column.tick(record)
                if ticked is None:
                    return None
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """As usual; what can be ticked, can be ticked by the reader."""
        flags = super().flags(index)
        tick = self._columns[index.column()].tick
        if tick is not None and tick(self._records[index.row()]) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(  # noqa: N802
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Announce a tick; whoever shows the records decides what comes of it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self._records[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A column's heading, or a row's number."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


class _Lines(QStyledItemDelegate):
    """As high as a text's lines are between the margins, which Qt leaves out of the count."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Height at the column's present width."""
        room = self._table.columnWidth(index.column()) - 2 * _BESIDE_LINES_PX
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        flags = Qt.TextFlag.TextWordWrap
        lines = self._table.fontMetrics().boundingRect(0, 0, max(1, room), 0, flags, text)
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), lines.height() + 2 * _ABOVE_LINES_PX))


class RecordTable(QTableView):
    """A table of records, sorted by the clicked heading.

    Signals:
        ticked(object, bool): The reader has set the tick of a record, or taken it away.
        opened(object): The reader wants to see more of a record.

    Attributes:
        records: The model.
    """

    ticked = Signal(object, bool)
    opened = Signal(object)

    def __init__(
        self, name: str, columns: Sequence[TableColumn[Any]], parent: QWidget | None = None
    ) -> None:
        """Create the table without records."""
        super().__init__(parent)
        self.records = RecordModel(columns, self)
        self.records.ticked.connect(self.ticked)
        self.activated.connect(self._on_activated)
        self.setModel(self.records)
        self.setSortingEnabled(True)
        # In the given order, newest first, until a heading is clicked.
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(
            len(columns) - 1, QHeaderView.ResizeMode.Stretch
        )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        self._wrapping = [number for number, column in enumerate(columns) if column.wraps]
        for column in self._wrapping:
            self.setItemDelegateForColumn(column, _Lines(self))
        if self._wrapping:
            self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            # Later: rows that grow may bring a scroll bar, which makes the column narrower again.
            self._wrap_soon = QTimer(self, singleShot=True, interval=0)
            self._wrap_soon.timeout.connect(self.resizeRowsToContents)
            self.horizontalHeader().sectionResized.connect(lambda *_: self._wrap_soon.start())
            self.records.rowsInserted.connect(lambda *_: self._wrap_soon.start())
        self._is_measured = True
        # With the same margin as a heading.
        above_px = _ABOVE_LINES_PX if self._wrapping else 0
        self.setStyleSheet(f"QTableView::item {{ padding: {above_px}px 5px; }}")

    def show_records(
        self, records: Sequence[Any], key: Callable[[Any], object] | None = None
    ) -> None:
        """Show other records.

        Args:
            records: Records in the order shown until a heading is clicked.
            key: Identifies a record, so that the chosen ones stay chosen.
        """
        before = [] if key is None else [key(record) for record in self.all_chosen()]
        self.records.set_records(records)
        flags = QItemSelectionModel.SelectionFlag
        if key is not None and before:
            for number in self.records.find(lambda record: key(record) in before):
                self.records.show_row(number)
                index = self.records.index(number, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)
                if len(before) == 1:
                    self.setCurrentIndex(index)
        self._is_measured = False
        if self.isVisible():
            self._measure()

    def choose(self, row: int) -> None:
        """Choose the record of a row, and scroll to it."""
        self.records.show_row(row)
        self.setCurrentIndex(self.records.index(row, 0))

    def chosen(self) -> Any:  # noqa: ANN401 - whatever is shown
        """The record of the chosen row; None if there is none."""
        return next(iter(self.all_chosen()), None)

    def all_chosen(self) -> list[Any]:
        """The records of all chosen rows."""
        rows = self.selectionModel().selectedRows()
        return [self.records.record(row.row()) for row in rows]

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Choose all rows, those too that have not been wanted before."""
        self.records.show_row(self.records.last)
        super().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the chosen rows if there are several; of one, Qt copies the cell."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if len(rows) > 1 and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(copied_rows(self.records, rows))
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell the whole text of a cell that is cut."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        index = self.indexAt(event.pos())
        is_cut = index.column() not in self._wrapping and (
            self.sizeHintForIndex(index).width() > self.columnWidth(index.column())
        )
        text = index.data(Qt.ItemDataRole.DisplayRole) if index.isValid() and is_cut else ""
        show_tip(event.globalPos(), str(text or ""), self)
        return True

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.record(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Choose a row for whoever comes by key: acts on the chosen one are possible at once."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_key and not self.selectionModel().hasSelection():
            index = self.currentIndex()
            self.setCurrentIndex(QModelIndex())
            self.setCurrentIndex(index if index.isValid() else self.records.index(0, 0))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Fit the column widths only when shown, because measuring takes some time."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        if not self._is_measured:
            self._is_measured = True
            font = QFont(self.font())
            font.setPixelSize(_HEADING_PX)
            font.setWeight(QFont.Weight.DemiBold)
            headings = QFontMetrics(font)
            for column, heading in enumerate(self.records.headings[:-1]):  # the last takes the rest
                room = headings.horizontalAdvance(heading) + _BESIDE_HEADING_PX
                self.setColumnWidth(column, max(room, self.sizeHintForColumn(column)))
            if self._wrapping:
                self._wrap_soon.start()


def _alignment(column: TableColumn[Any], *, at_top: bool = False) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column.is_number else Qt.AlignmentFlag.AlignLeading
    return side | (Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag.AlignVCenter)
