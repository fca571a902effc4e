"""The plots of a session side by side."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from hcmd_lab.game.rules import Game
from hcmd_lab.game.state import SessionState
from ui.control.live.choices import mechanism_words
from ui.control.live.heat_card import HeatCard
from ui.control.live.mechanism_maps import MechanismMaps
from ui.control.live.round_card import RoundCard
from ui.control.live.rounds import paid_rounds, shown_groups
from ui.look.layouts import in_row

_MIN_WIDTH_PX, _MIN_HEIGHT_PX = 760, 500
_ROUNDS_SHARE, _ROUNDS_SHARE_BESIDE_MAPS = 11, 8
"""Of the width, beside the 9 of the mechanism: several maps need more of it than one."""


class LiveBoard(QWidget):
    """The live plots: rounds at the left, the mechanism at the right."""

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create the board for a study's game."""
        super().__init__(parent)
        self.setMinimumSize(_MIN_WIDTH_PX, _MIN_HEIGHT_PX)
        self.rounds, self.heat = RoundCard(game), HeatCard(game)
        self._row = in_row((self.rounds, _ROUNDS_SHARE), (self.heat, 9), of=self, gap=4)

    def show_session(
        self, state: SessionState, group: int | None, known: Mapping[str, MechanismMaps]
    ) -> None:
        """Draw a session.

        Args:
            state: The session.
            group: The only group to include; None for all that are not void.
            known: Mechanisms by the SHA-256 of their tables.
        """
        looked_at = shown_groups(state, group)
        conditions: dict[int, list[int]] = {}
        for number, each in looked_at.items():
            conditions.setdefault(each.plan.tail_endowment, []).append(number)
        # Of a few groups, also a mean tells what one person has chosen.
        blind = state.plan.settings.blind
        paid = [] if blind else paid_rounds(state, group)
        game = state.plan.game
        one_group = len(looked_at) == 1
        self.rounds.show_rounds(
            paid, game.rounds, game.max_endowment, one_group=one_group, blind=blind
        )
        self.give_room(maps=len(conditions))
        self.heat.offer(mechanism_words(list(looked_at.values()), known))
        self.heat.show_rounds(paid, dict(sorted(conditions.items())), known)

    def give_room(self, *, maps: int) -> None:
        """Divide the width for a number of maps."""
        self._row.setStretch(0, _ROUNDS_SHARE if maps < 2 else _ROUNDS_SHARE_BESIDE_MAPS)

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.rounds.restyle()
        self.heat.restyle()
