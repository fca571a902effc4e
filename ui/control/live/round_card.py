"""The card of contributions and rewards, round by round."""

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.roles import roles
from hcmd_lab.game.rules import Game
from hcmd_lab.telling.translate import translate
from ui.control.live.keys import RoleKey
from ui.control.live.plot import LivePlot
from ui.control.live.round_plot import RoundPlot
from ui.control.live.rounds import PaidRound, Quantity, line
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, fill, in_row
from ui.look.tokens import SPACE
from ui.look.widgets import Card, label


class RoundCard(Card):
    """Two stacked plots of the same rounds."""

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create the card, empty, for a study's game."""
        super().__init__(parent=parent)
        self._game = game
        self.body.setSpacing(SPACE[2])
        self._paid: Sequence[PaidRound] = ()
        self._rounds, self._most, self._one_group = 10, 10, False
        self._blind = False
        self.unit = ChoiceField()
        self.unit.addItem(translate("Share of the endowment"), Quantity.SHARE)
        self.unit.addItem(translate("Coins"), Quantity.COINS)
        self.unit.setAccessibleName(translate("Unit of the contributions"))
        self.unit.currentIndexChanged.connect(self._draw)
        heading = in_row(
            label(translate("Contributions"), "heading", wrap=False), Spare(), self.unit
        )
        self.key = RoleKey(has_roles=not is_equal(game))
        self.contributions, self.rewards = RoundPlot(game), RoundPlot(game)
        self.contributions.setAccessibleName(translate("Contributions by round"))
        self.rewards.setAccessibleName(translate("Rewards by round"))
        self._contributions_said = label("", "caption")
        self._rewards_said = label("", "caption")
        fill(self.body, heading, self.key, (self.contributions, 1), self._contributions_said)
        self.body.addSpacing(SPACE[2])
        self.body.addWidget(label(translate("Coins earned per round"), "heading", wrap=False))
        self.body.addWidget(self.rewards, stretch=1)
        self.body.addWidget(self._rewards_said)
        for plot, said in (
            (self.contributions, self._contributions_said),
            (self.rewards, self._rewards_said),
        ):
            plot.pointed.connect(lambda plot=plot, said=said: self._say(plot, said))

    def show_rounds(
        self,
        paid: Sequence[PaidRound],
        rounds: int,
        most: int,
        *,
        one_group: bool,
        blind: bool = False,
    ) -> None:
        """Draw the paid rounds.

        Args:
            paid: Rounds of one group or of all.
            rounds: Number of rounds in a stage.
            most: The largest endowment, in coins.
            one_group: Whether one group is looked at rather than the mean of all.
            blind: Whether the rounds of this session are not to be seen.
        """
        # With rounds of one group alone the plots draw its participants, whatever is chosen.
        one_group = one_group or len({each.group for each in paid}) == 1
        self._paid, self._rounds, self._most, self._one_group = paid, rounds, most, one_group
        self._blind = blind
        self.key.explain(one_group=one_group)
        self._draw()

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        for plot in (self.contributions, self.rewards):
            plot.restyle()

    def _draw(self) -> None:
        quantity = self.unit.currentData()
        top = 1.0 if quantity is Quantity.SHARE else float(self._most)
        self.contributions.show_rounds(self._paid, quantity, self._rounds, top)
        # In steps of eight, so that the axis keeps still from one round to the next.
        most = 8.0 * max(2, math.ceil(self._max_earned() / 8))
        self.rewards.show_rounds(self._paid, Quantity.REWARD, self._rounds, most)

    def _max_earned(self) -> float:
        """The maximum of the reward plot."""
        if self._one_group:
            return max((max(each.rewards) for each in self._paid), default=0.0)
        tops = (
            point.mean + (point.error or 0.0)
            for seats in roles(self._game).values()
            for point in line(self._paid, partial(Quantity.REWARD.mean_of, seats=seats))
        )
        return max(tops, default=0.0)

    def _say(self, plot: LivePlot, said: QLabel) -> None:
        nothing = translate("No round has been paid yet.")
        if self._blind:
            nothing = translate("This session is blind: its rounds are not drawn.")
        words = plot.pointer_in_words() or nothing
        said.setText(words)
        plot.setAccessibleDescription(words)
