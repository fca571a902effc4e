"""Simulated sessions without sockets: the same script, the same events.

A simulated session goes through the state machine and the director like a played one, so its log
cannot be told from one of a lab session except by its bots.
"""

import random
import string
from collections.abc import Mapping

import numpy as np

from hcmd_lab.game import events as ev
from hcmd_lab.game import people
from hcmd_lab.game.director import Director
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.people_traits import CALIBRATED, Population, Traits, draw_traits
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.state import GroupState, Phase, SessionState

_STEP_MS = 1000


class SimulatedSession:
    """Plays a planned session to its end.

    Attributes:
        code: The session's code.
        events: All events so far, ready to be stored.
        state: The session now.
    """

    def __init__(
        self,
        plan: SessionPlan,
        policies: Mapping[str, FrozenPolicy],
        population: Population = CALIBRATED,
    ) -> None:
        """Open the session; all its randomness is drawn from the plan's seed."""
        opened = ev.SessionOpened(0, plan)
        self.events: list[ev.SessionEvent] = [opened]
        self.state: SessionState = replay([opened])
        self._director = Director(policies)
        self._codes = random.Random(f"{plan.seed}/codes")  # noqa: S311 - reproducible, not secret
        self.code = self._new_code()
        self._dice = np.random.default_rng([plan.seed, 1])
        shape = (len(plan.groups), plan.game.seats)
        self._traits: Traits = draw_traits(self._dice, shape, population)
        self._memory = people.new_memory(self._traits)
        self._endowments = np.array(
            [plan.game.endowments(group.tail_endowment) for group in plan.groups]
        )

    def play(self) -> list[ev.SessionEvent]:
        """Play the whole session; returns its events."""
        self._check_in()
        for stage in (1, 2, 3):
            self._memory = people.begin_stage(self._traits, self._memory)
            self._read_page()
            for _ in range(self.state.plan.game.rounds):
                self._play_round()
                self._read_page()
            if stage == 2:
                self._vote()
                self._read_page()
        self._do([ev.SessionClosed(self._next_ms())])
        return self.events

    def _check_in(self) -> None:
        seats = len(self.state.groups) * self.state.plan.game.seats
        now_ms = self._next_ms()
        self._do(
            [ev.CheckedIn(now_ms, self._new_code(), f"{i + 1}", "", True) for i in range(seats)]
        )

    def _play_round(self) -> None:
        seen = people.own_seat_first(self._endowments)
        contributions = people.contribute(self._traits, self._memory, seen, self._dice)
        now_ms = self._next_ms()
        self._do(
            [
                ev.Contributed(
                    now_ms, number, group.stage, group.round, seat,
                    int(self._endowments[number - 1, seat]),
                    int(contributions[number - 1, seat]), "participant",
                )
                for number, group in self.state.groups.items()
                for seat in range(len(group.seats))
            ]
        )  # fmt: skip
        paid = np.array([g.history[-1].payout_hundredths for g in self._groups]) / HUNDREDTHS
        self._memory = people.observe(
            self._traits,
            self._memory,
            seen,
            people.own_seat_first(contributions),
            people.own_seat_first(paid),
        )

    def _vote(self) -> None:
        votes = people.vote(self._traits, self._memory, self._dice)
        now_ms = self._next_ms()
        self._do(
            [
                ev.VoteCast(now_ms, number, seat, int(votes[number - 1, seat]), "participant")
                for number, group in self.state.groups.items()
                for seat in range(len(group.seats))
            ]
        )

    def _read_page(self) -> None:
        now_ms = self._next_ms()
        self._do(
            [
                ev.Continued(now_ms, number, seat)
                for number, group in self.state.groups.items()
                if group.phase is not Phase.FINISHED
                for seat in range(len(group.seats))
            ]
        )

    def _do(self, events: list[ev.SessionEvent]) -> None:
        """Apply events, then every event that becomes due."""
        for event in events:
            self.state = apply(self.state, event)
        self.state, due = self._director.settle(self.state, self.state.clock_ms)
        self.events += [*events, *due]

    @property
    def _groups(self) -> list[GroupState]:
        return list(self.state.groups.values())

    def _next_ms(self) -> int:
        return self.state.clock_ms + _STEP_MS

    def _new_code(self) -> str:
        return "".join(self._codes.choices(string.ascii_lowercase + string.digits, k=8))
