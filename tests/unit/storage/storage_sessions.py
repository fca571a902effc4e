"""Sessions for the storage tests: played through the state machine with random choices."""

import random

from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.director import Director
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.settings import SessionSettings
from hcmd_lab.game.state import READING, GroupState, Phase, SessionState

UTC = "2026-01-02T03:04:05.678+00:00"
TINY = Game(rounds=2, head_endowment=3, tail_endowments=(1, 2))
A = freeze(LIBERTARIAN, TINY)
B = freeze(LIBERAL_EGALITARIAN, TINY)
POLICIES: dict[str, FrozenPolicy] = {A.sha256: A, B.sha256: B}


def tiny_plan(
    seed: int = 1, groups: int = 1, purpose: Purpose = "acquire", iteration: int = 1
) -> SessionPlan:
    """A plan for the tiny game with mechanism A in one stage and B in the other."""
    plans = plan_groups(TINY, groups, (A.sha256, B.sha256), seed)
    return SessionPlan(purpose, iteration, seed, TINY, SessionSettings(), plans)


class Script:
    """Plays a session event by event; `events` is its log so far."""

    def __init__(self, plan: SessionPlan, seed: int = 1, bots: bool = False) -> None:
        opened = ev.SessionOpened(0, plan)
        self.events: list[ev.SessionEvent] = [opened]
        self.state: SessionState = replay([opened])
        self.dice = random.Random(seed)
        self._director = Director(POLICIES)
        self._bots = bots

    def do(self, event: ev.SessionEvent) -> None:
        """Apply an event and what is due after it."""
        self.state = apply(self.state, event)
        self.state, due = self._director.settle(self.state, event.at_ms)
        self.events += [event, *due]

    def later(self) -> int:
        """A time a little after the last event."""
        return self.state.clock_ms + self.dice.randrange(50)

    def check_in(self) -> None:
        """Fill every seat."""
        for number in range(len(self.state.groups) * self.state.plan.game.seats):
            station = f"pc{number}"
            self.do(ev.StationBack(self.later(), station))
            self.do(ev.CheckedIn(self.later(), f"code{number:04}", station, "", self._bots))

    def step(self) -> bool:
        """Let one seat of one group do what it has to; False when all groups have ended."""
        running = [n for n, g in self.state.groups.items() if not g.ended and not g.paused]
        if not running:
            return False
        number = self.dice.choice(running)
        self.do(self._choice(number, self.state.groups[number]))
        return True

    def _choice(self, number: int, group: GroupState) -> ev.SessionEvent:
        now = self.later()
        late = now if group.deadline_ms is None else max(now, group.deadline_ms)
        if group.phase in READING:
            seat = self.dice.choice([i for i, s in enumerate(group.seats) if not s.continued])
            return ev.Continued(now, number, seat)
        if group.phase is Phase.DECIDE:
            seat = self.dice.choice(
                [i for i, s in enumerate(group.seats) if s.contribution is None]
            )
            endowment = self.state.plan.game.endowments(group.plan.tail_endowment)[seat]
            coins = self.dice.randint(0, endowment)
            timed_out = self.dice.random() < 0.1
            return ev.Contributed(
                late if timed_out else now, number, group.stage, group.round, seat, endowment,
                coins, "timeout" if timed_out else "participant", f"n{len(self.events)}",
            )  # fmt: skip
        assert group.phase is Phase.VOTE
        seat = self.dice.choice([i for i, s in enumerate(group.seats) if not s.voted])
        if self.dice.random() < 0.2:
            return ev.VoteCast(now, number, seat, None, "timeout")
        nonce = f"n{len(self.events)}"
        return ev.VoteCast(now, number, seat, self.dice.choice((1, 2)), "participant", nonce)

    def finish(self) -> list[ev.SessionEvent]:
        """Play to the end and close the session."""
        while self.step():
            pass
        self.do(ev.SessionClosed(self.later()))
        return self.events


def whole_session(
    seed: int = 1,
    groups: int = 1,
    purpose: Purpose = "acquire",
    iteration: int = 1,
    bots: bool = False,
) -> list[ev.SessionEvent]:
    """The log of a session that was played to its end."""
    script = Script(tiny_plan(seed, groups, purpose, iteration), seed, bots)
    script.check_in()
    return script.finish()
