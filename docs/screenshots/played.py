"""Moments of a session that simulated people have played."""

from collections.abc import Callable

from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import SeatView

Condition = Callable[[SessionState], bool]


class PlayedSession:
    """A played session that can be looked at as it was at any moment.

    Attributes:
        events: Its log.
        policies: The tables that it was played with, by SHA-256.
    """

    def __init__(
        self,
        groups: int = 1,
        seed: int = 3,
        purpose: Purpose = "acquire",
        game: Game = PAPER_GAME,
    ) -> None:
        """Play it."""
        tables = (freeze(LIBERTARIAN, game), freeze(LIBERAL_EGALITARIAN, game))
        self.policies: dict[str, FrozenPolicy] = {table.sha256: table for table in tables}
        pair = (tables[0].sha256, tables[1].sha256)
        plan = SessionPlan(
            purpose, 1, seed, game, SessionSettings(), plan_groups(game, groups, [pair], seed),
        )  # fmt: skip
        self.events = SimulatedSession(plan, self.policies).play()

    def when(self, condition: Condition) -> SessionState:
        """The state at the first moment at which a condition holds."""
        state = replay(self.events[:1])
        for event in self.events[1:]:
            state = apply(state, event)
            if condition(state):
                return state
        raise ValueError("the session never came there")

    def view(
        self, phase: Phase, stage: int, round_number: int = 0, *, late_ms: int = 20_000
    ) -> SeatView:
        """What the station at which the head sits shows at the beginning of a phase."""

        def there(state: SessionState) -> bool:
            group = state.groups[1]
            here = group.phase is phase and group.stage == stage
            return here and (not round_number or group.round == round_number)

        state = self.when(there)
        head = state.groups[1].seats[0].participant or ""
        person = state.participants[head]
        return station_view(state, person.station, state.clock_ms + late_ms)


def decided(state: SessionState, group: int, seats: tuple[int, ...]) -> SessionState:
    """The state after some seats of a group have chosen half of their endowment."""
    for seat in seats:
        here = state.groups[group]
        endowment = state.plan.game.endowments(here.plan.tail_endowment)[seat]
        state = apply(
            state,
            ev.Contributed(
                state.clock_ms, group, here.stage, here.round, seat, endowment, endowment // 2,
                "participant",
            ),
        )  # fmt: skip
    return state
