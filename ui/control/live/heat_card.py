"""The mechanism of a session as heat maps, one per tail endowment, with the rounds played."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hcmd_lab.figures.head_share import HeadShareKey, fund_title, hatched, head_axis, tails_axis
from hcmd_lab.figures.scales import share_of_head
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.telling.mechanism_names import each_tail_has
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import FigureView
from ui.control.live.heat_plot import HeatPlot, shapes_of
from ui.control.live.mechanism_maps import MechanismMaps
from ui.control.live.rounds import PaidRound
from ui.look.fields import ChoiceField
from ui.look.tokens import SPACE
from ui.look.widgets import Card, label

_COLUMNS = 3
_GLYPHS = {"o": "●", "s": "■", "t1": "▲", "d": "◆", "t": "▼", "star": "★"}


class HeatCard(Card):
    """Heat maps of the fund's division under a selectable mechanism.

    Attributes:
        choice: The mechanisms of the session; its data are SHA-256 of their tables.
    """

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create the card for a study's game, without a mechanism."""
        super().__init__(fund_title(), parent)
        self.body.setSpacing(SPACE[2])
        self._scale = share_of_head(1 / game.seats)
        self._has_roles = not is_equal(game)
        self._known: Mapping[str, MechanismMaps] = {}
        self._paid: Sequence[PaidRound] = ()
        self._conditions: Mapping[int, Sequence[int]] = {}
        self._offered: Mapping[str, str] = {}
        self.plots: list[HeatPlot] = []
        self._adder = QTimer(self, interval=0)
        self._adder.timeout.connect(self._add_plot)
        self.choice = ChoiceField()
        self.choice.setAccessibleName(translate("Mechanism"))
        self.choice.currentIndexChanged.connect(self._draw)
        self.body.addWidget(self.choice)
        self._role = label("", "caption")
        self.body.addWidget(self._role)
        self._hidden = label(
            translate("The mechanism is hidden while participants can see this screen."), "caption"
        )
        self._hidden.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._hidden, stretch=1)
        self._shown = QWidget()
        self.body.addWidget(self._shown, stretch=1)
        below = QVBoxLayout(self._shown)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE[2])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(SPACE[1])
        below.addLayout(self._grid, stretch=1)
        tails = label(tails_axis(has_roles=self._has_roles), "caption")
        tails.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below.addWidget(tails)
        below.addWidget(
            label(
                translate("Each mark is one round of a group; the large marks are the newest."),
                "caption",
            )
        )
        self._key = FigureView()
        self._key.show_figure(HeadShareKey(1 / game.seats, has_roles=self._has_roles))
        below.addWidget(self._key)
        self._hatched = label(hatched(), "caption")
        below.addWidget(self._hatched)
        self._said = label("", "caption")
        below.addWidget(self._said)
        self.hide_mechanism(hide=False)
        self._say()

    def offer(self, mechanisms: Mapping[str, str]) -> None:
        """Offer mechanisms by SHA-256, with the names to choose from."""
        if mechanisms == self._offered:
            return
        self._offered = mechanisms
        chosen = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for sha256, words in mechanisms.items():
            self.choice.addItem(words, sha256)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        self._draw()

    def show_rounds(
        self,
        paid: Sequence[PaidRound],
        conditions: Mapping[int, Sequence[int]],
        known: Mapping[str, MechanismMaps],
    ) -> None:
        """Mark the rounds played.

        Args:
            paid: Rounds of the groups shown.
            conditions: Their numbers by tail endowment.
            known: Mechanisms by the SHA-256 of their tables.
        """
        self._paid, self._known = paid, known
        if conditions != self._conditions:
            self._conditions = conditions
            self._lay_out()
        self._draw()

    def hide_mechanism(self, *, hide: bool) -> None:
        """Show or hide everything that reveals what the mechanism does."""
        self._shown.setVisible(not hide)
        self.choice.setVisible(not hide)
        self._role.setVisible(not hide and bool(self._role.text()))
        self._hidden.setVisible(hide)

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self._key.update()
        for plot in self.plots:
            plot.restyle()

    def _lay_out(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):  # those of a game with fewer conditions stay empty
            self._grid.setRowStretch(row, 0)
        self.plots = []
        self._adder.start()

    def _add_plot(self) -> None:
        """Create the next plot; others get their turn in between, because each takes a while."""
        number = len(self.plots)
        if number == len(self._conditions):
            self._adder.stop()
            return
        tail, groups = list(self._conditions.items())[number]
        head = 0 if self._has_roles else tail
        condition = each_tail_has(tail, is_first=number == 0, head_endowment=head)
        heading = label(_heading(condition, groups), "caption")
        columns = 1 if len(self._conditions) == 1 else _COLUMNS
        is_first = number % columns == 0
        # Title and numbers once a row, and a title for all columns, as in the report: the maps
        # are small.
        plot = HeatPlot(tail, numbers=is_first, has_roles=self._has_roles)
        plot.name_axes(head_axis(has_roles=self._has_roles) if is_first else "", "")
        told = each_tail_has(tail, is_first=True, head_endowment=head)
        plot.setAccessibleName(_in_words(told, groups))
        plot.pointed.connect(self._say)
        # In rows of their own: where one heading needs two lines, the maps still stand in a line.
        row, column = 2 * (number // columns), number % columns
        self._grid.addWidget(heading, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(plot, row + 1, column)
        self._grid.setRowStretch(row + 1, 1)
        self._grid.setColumnStretch(column, 1)
        self.plots.append(plot)
        self._draw_plot(plot)

    def _draw(self) -> None:
        maps = self._known.get(self.choice.currentData())
        role = "" if maps is None or not maps.role else f"{maps.name}: {maps.role}"
        self._role.setText(role)
        self._role.setVisible(bool(role) and not self.choice.isHidden())
        known = () if maps is None else maps.known.values()
        self._hatched.setVisible(not all(each.all() for each in known))
        for plot in self.plots:
            self._draw_plot(plot)

    def _draw_plot(self, plot: HeatPlot) -> None:
        chosen = self.choice.currentData()
        maps = self._known.get(chosen)
        if maps is not None:
            tail = plot.tail_endowment
            plot.show_map(maps.maps[tail], self._scale, maps.known.get(tail))
        paid = [
            each
            for each in self._paid
            if (each.mechanism, each.tail_endowment) == (chosen, plot.tail_endowment)
        ]
        plot.show_rounds(paid, self._conditions[plot.tail_endowment])

    def _say(self) -> None:
        said = ""
        for plot in self.plots:
            words = plot.pointer_in_words()
            plot.setAccessibleDescription(words)
            said = said or words
        self._said.setText(said or translate("Point at a map, or use the arrow keys, to read it."))


def _heading(condition: str, groups: Sequence[int]) -> str:
    """A heat map's heading and the groups that play it, each with its mark."""
    shapes = shapes_of(groups)
    if len(set(shapes.values())) < len(groups):
        return _in_words(condition, groups)
    marks = "  ".join(f"{_GLYPHS[shapes[group]]}\u00a0{group}" for group in groups)
    return f"{condition}\n{marks}"


def _in_words(condition: str, groups: Sequence[int]) -> str:
    numbers = ", ".join(str(group) for group in groups)
    return translate("{condition}, groups: {groups}", condition=condition, groups=numbers)
