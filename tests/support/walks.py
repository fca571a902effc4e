"""Random walks through a session: whatever can happen, in any order."""

import random

from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.director import Director
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.materials import NO_MATERIALS, Materials
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_settings import (
    Dropout,
    SessionSettings,
    Synchronize,
    TimeoutContribution,
)
from hcmd_lab.game.state import READING, Phase, SessionState

SMALL_GAME = Game(rounds=2, head_endowment=4, tail_endowments=(1, 2), tails=3)

TABLES: dict[str, FrozenPolicy] = {
    table.sha256: table
    for table in (freeze(m, SMALL_GAME) for m in (LIBERTARIAN, LIBERAL_EGALITARIAN))
}

MECHANISMS: tuple[str, str] = tuple(TABLES)  # type: ignore[assignment]  # there are two


def small_plan(
    groups: int = 1,
    seed: int = 1,
    settings: SessionSettings | None = None,
    mechanisms: tuple[str, str] = MECHANISMS,
    script: ScriptSettings | None = None,
    payment: PaymentSettings | None = None,
    materials: Materials = NO_MATERIALS,
) -> SessionPlan:
    """A session of the small game, which has two rounds a stage."""
    return SessionPlan(
        purpose="acquire",
        iteration=1,
        seed=seed,
        game=SMALL_GAME,
        settings=settings or SessionSettings(),
        groups=plan_groups(
            SMALL_GAME, groups, [mechanisms], seed, practice_mechanism=MECHANISMS[0]
        ),
        script=script or NO_SCRIPT,
        payment=payment or PaymentSettings(),
        materials=materials,
    )


class Walk:
    """A session that is being played; `events` is its log."""

    def __init__(self, plan: SessionPlan) -> None:
        opened = ev.SessionOpened(0, plan)
        self.events: list[ev.SessionEvent] = [opened]
        self.state: SessionState = replay([opened])
        self.director = Director(TABLES)
        self.now_ms = 0

    def do(self, event: ev.SessionEvent) -> None:
        """Apply an event and what is due after it."""
        self.state = apply(self.state, event)
        self.events.append(event)
        self.settle()

    def settle(self) -> None:
        """Apply what is due now."""
        self.state, due = self.director.settle(self.state, self.now_ms)
        self.events += due

    def wait(self, ms: int) -> None:
        """Let time pass."""
        self.now_ms += ms
        self.settle()

    def check_in(self, count: int = 4) -> None:
        """Let participants p1, p2, ... sit down at stations s1, s2, ..."""
        for number in range(1, count + 1):
            self.do(ev.CheckedIn(self.now_ms, f"p{number}", f"s{number}", "", True))

    def contribute(self, group: int, seat: int, contribution: int, nonce: str = "") -> None:
        """Let a seat put coins into the fund."""
        state = self.state.groups[group]
        endowment = self.state.plan.game.endowments(state.plan.tail_endowment)[seat]
        self.do(
            ev.Contributed(
                self.now_ms, group, state.stage, state.round, seat, endowment, contribution,
                "participant", nonce,
            )
        )  # fmt: skip

    def read(self, group: int) -> None:
        """Let every seat read the page and go on."""
        for seat in range(4):
            self.do(ev.Continued(self.now_ms, group, seat))

    def play_round(self, group: int, contribution: int = 1) -> None:
        """Play one round, everybody contributing the same, and read its outcome."""
        for seat in range(4):
            self.contribute(group, seat, contribution)
        self.read(group)

    def play_stage(self, group: int) -> None:
        """Read the introduction and play every round of the stage."""
        self.read(group)
        for _ in range(SMALL_GAME.rounds):
            self.play_round(group)

    def vote(self, group: int, *choices: int) -> None:
        """Let the seats vote in order."""
        for seat, choice in enumerate(choices):
            self.do(ev.VoteCast(self.now_ms, group, seat, choice, "participant"))


def random_walk(seed: int, groups: int = 2, steps: int = 400) -> Walk:
    """A session in which anything may happen: pauses, time-outs, drops, early ends, re-seating,
    lost stations under any dropout policy, messages, notes, more time and tries to leave; in step
    or not.
    """
    dice = random.Random(seed)  # noqa: S311 - reproducible, not secret
    more = random.Random(seed + 1000)  # noqa: S311
    settings = SessionSettings(
        intro_s=dice.choice((0, 5)),
        decide_s=dice.choice((0, 5)),
        outcome_s=dice.choice((0, 5)),
        vote_s=dice.choice((0, 5)),
        timeout_contribution=dice.choice(list(TimeoutContribution)),
        dropout=dice.choice([Dropout.HOLD, *Dropout]),
        dropout_s=dice.choice((5, 20)),
        lost_wait_s=(0, 4, 60)[seed // 3 % 3],
        synchronize=list(Synchronize)[seed % 3],
    )
    walk = Walk(small_plan(groups, seed, settings))
    for number in range(1, 4 * groups + 1):
        walk.do(ev.StationBack(walk.now_ms, f"s{number}"))
    walk.check_in(4 * groups)
    for _ in range(steps):
        running = [n for n, g in walk.state.groups.items() if not g.ended]
        if not running:
            walk.do(ev.SessionClosed(walk.now_ms))
            break
        walk.wait(dice.randrange(0, 800))
        _step(walk, dice.choice(running), dice)
        _by_the_experimenter(walk, more)
    return walk


def _by_the_experimenter(walk: Walk, dice: random.Random) -> None:
    """More time and notes, from dice of their own."""
    if dice.random() < 0.01:
        walk.do(ev.NoteTaken(walk.now_ms, f"note {len(walk.events)}", "s1"))
    for number, group in walk.state.groups.items():
        if dice.random() < 0.005 and group.deadline_ms is not None:
            walk.do(ev.TimeAdded(walk.now_ms, number, 1000 * dice.randint(1, 60)))


def _step(walk: Walk, number: int, dice: random.Random) -> None:
    group = walk.state.groups[number]
    seat = dice.randrange(4)
    rare = dice.random()
    if group.ended:
        return
    if dice.random() < 0.05:
        _beside_the_game(walk, f"p{dice.randint(1, 4)}", dice)
    if walk.state.lost_ms and dice.random() < 0.1:
        walk.do(ev.StationBack(walk.now_ms, dice.choice(sorted(walk.state.lost_ms))))
    elif group.paused:
        if not group.pause_is_automatic or rare < 0.1:
            walk.do(ev.Resumed(walk.now_ms, number))
    elif rare < 0.02:
        walk.do(ev.Paused(walk.now_ms, number, "a question"))
    elif rare < 0.025 and group.seats[seat].participant and not group.seats[seat].dropped:
        walk.do(ev.SeatDropped(walk.now_ms, number, seat, "left"))
    elif rare < 0.027:
        walk.do(ev.GroupEnded(walk.now_ms, number, dice.choice(("ended_early", "void")), "why"))
    elif rare < 0.03 and (code := group.seats[seat].participant):
        walk.do(ev.Reseated(walk.now_ms, code, f"spare{len(walk.events)}"))
    elif rare < 0.045:
        walk.do(ev.StationLost(walk.now_ms, f"s{seat + 1}"))
    elif rare < 0.048:
        walk.do(ev.HostResumed(walk.now_ms))
    elif rare < 0.05:
        walk.do(ev.StopAfterRound(walk.now_ms, number, not group.stop_after_round))
    elif rare < 0.06 and group.phase in READING | {Phase.DECIDE, Phase.VOTE, Phase.GATHER}:
        walk.do(ev.TimeCalled(walk.now_ms, number))
    elif group.phase in READING:
        walk.do(ev.Continued(walk.now_ms, number, seat))
    elif group.phase is Phase.DECIDE and group.seats[seat].contribution is None:
        endowment = SMALL_GAME.endowments(group.plan.tail_endowment)[seat]
        walk.contribute(number, seat, dice.randint(0, endowment), f"n{len(walk.events)}")
    elif group.phase is Phase.VOTE and not group.seats[seat].voted:
        walk.do(ev.VoteCast(walk.now_ms, number, seat, dice.choice((1, 2)), "participant"))


def _beside_the_game(walk: Walk, participant: str, dice: random.Random) -> None:
    """What can happen whatever the group is doing."""
    if walk.state.participants[participant].messages and dice.random() < 0.5:
        walk.do(ev.MessageRead(walk.now_ms, participant, f"r{len(walk.events)}"))
    elif dice.random() < 0.5:
        walk.do(ev.MessageSent(walk.now_ms, participant, f"message {len(walk.events)}"))
    else:
        walk.do(ev.ExitTried(walk.now_ms, "s1", dice.random() < 0.5))
