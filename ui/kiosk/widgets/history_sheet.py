"""Earlier rounds in a side sheet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hcmd_lab.game.view import SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.page_words import player_kind, player_name, stage_name
from ui.kiosk.widgets.reward_plot import RewardPlot
from ui.kiosk.widgets.scale import scaled
from ui.kiosk.widgets.side_sheet import SideSheet
from ui.kiosk.widgets.stage_facts import axis_top, stage_rounds
from ui.look import SPACE
from ui.look.one_of import OneOf
from ui.look.widgets import label


class LevelDigits(QStyledItemDelegate):
    """Numbers of a column below each other by their last digit, the widest in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widest: dict[tuple[int, str], int] = {}

    def measure_anew(self) -> None:
        """Look at the columns again: there are other numbers in them."""
        self._widest.clear()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a number to the left of where the widest one ends."""
        measured = (index.column(), option.font.key())
        if measured not in self._widest:
            self._widest[measured] = _widest(option, index)
        right = option.rect.center().x() + round(self._widest[measured] / 2)
        left = right - option.fontMetrics.horizontalAdvance(str(index.data() or ""))
        # Also in a layout from right to left: digits are written from the left.
        option.rect.moveLeft(option.rect.left() + (left + right) // 2 - option.rect.center().x())
        super().paint(painter, option, index)


def _widest(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
    """Width of the widest number in the column of a cell, in pixels."""
    model = index.model()
    cells = (model.index(row, index.column()) for row in range(model.rowCount()))
    return max(option.fontMetrics.horizontalAdvance(str(each.data() or "")) for each in cells)


class HistorySheet(SideSheet):
    """A table of the paid rounds, stage by stage, with a plot of the own rewards."""

    def __init__(self, behind: QWidget, clock: Clock) -> None:
        super().__init__(behind, clock, translate("Earlier rounds"), "close_history")
        self._view: SeatView | None = None
        self._choice = OneOf(self)
        self._choice.idClicked.connect(self._show_stage)
        self._stages = QHBoxLayout()
        self._stages.setSpacing(SPACE[2])
        self._plot = RewardPlot(96)
        self._table = QTableWidget()
        self._table.setAccessibleName(translate("Rounds of this stage"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setTabKeyNavigation(False)
        self._table.setSizeAdjustPolicy(QTableWidget.SizeAdjustPolicy.AdjustToContents)
        self._digits = LevelDigits(self._table)
        self._table.setItemDelegate(self._digits)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.top.addLayout(self._stages)
        self.card.body.addWidget(label(translate("Your coins per round"), "caption"))
        self.card.body.addWidget(self._plot)
        self.card.body.addWidget(self._table, 1)

    def _alignment(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignTop

    def open_sheet(self, view: SeatView) -> None:
        """Show the rounds of this stage, or of the last stage that has any."""
        self._view = view
        stages = sorted({paid.stage for paid in view.history})
        while (made := len(self._choice.buttons())) <= stages[-1]:
            chooser = QPushButton(stage_name(made))
            chooser.setCheckable(True)
            chooser.setAutoDefault(True)  # taken by Enter, as all other buttons are
            self._choice.add(chooser, made)
            self._stages.addWidget(chooser)
        for stage in range(made):
            self._choice.button(stage).setVisible(stage in stages)
        self._choice.button(stages[-1]).setChecked(True)
        self._show_stage(stages[-1])
        self.cover()

    def _show_stage(self, stage: int) -> None:
        view = self._view
        if view is None:
            return
        rounds = stage_rounds(view, stage)
        top = axis_top(*(paid.reward_hundredths for paid in view.history))
        rewards = tuple(paid.reward_hundredths for paid in rounds)
        self._plot.set_rewards(rewards, view.rounds, top, player_kind(view.endowments, 0))
        names = [player_name(place) for place in range(len(view.endowments))]
        heads = [
            translate("Round"),
            *(translate("{player}\nput in", player=name) for name in names),
            translate("You\nreceived"),
            translate("You\nearned"),
        ]
        self._table.setColumnCount(len(heads))
        self._table.setHorizontalHeaderLabels(heads)
        self._table.setRowCount(len(rounds))
        for row, paid in enumerate(rounds):
            texts = [
                numbers.whole(paid.round),
                *(numbers.whole(given) for given in paid.contributions),
                numbers.aligned_coins(paid.payout_hundredths[0]),
                numbers.aligned_coins(paid.reward_hundredths),
            ]
            for column, text in enumerate(texts):
                self._write(row, column, text)
            self._table.setRowHeight(row, round(scaled(self, 25)))
        self._digits.measure_anew()

    def _write(self, row: int, column: int, text: str) -> None:
        item = self._table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self._table.setItem(row, column, item)
        item.setText(text)
