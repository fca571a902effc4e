"""Sessions of any game and any settings, played by nobody: time passes, and defaults are made."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from walks import Walk

from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.director import Director
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, LIBERTARIAN
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule, RoundTo
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings, Synchronize, TimeoutContribution
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import SeatView
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import read_materials

PACE = {"intro_s": 1, "decide_s": 1, "outcome_s": 1, "vote_s": 1}
WHOLE = ScriptSettings(
    consent=True, instructions=True, control_questions=True, practice_rounds=2,
    questionnaire=True, payment_screen=True,
)  # fmt: skip


@dataclass(frozen=True)
class Variant:
    """A session: its game, its settings, and whether one mechanism is played twice."""

    game: Game
    settings: SessionSettings
    script: ScriptSettings = NO_SCRIPT
    payment: PaymentSettings = field(default_factory=PaymentSettings)
    same_twice: bool = True

    def plan(self) -> tuple[SessionPlan, Director]:
        """The plan, as a study would make it, and a director with its tables."""
        tables = {
            t.sha256: t for t in (freeze(m, self.game) for m in (LIBERTARIAN, LIBERAL_EGALITARIAN))
        }
        first, second = tables
        pair = (first, first) if self.same_twice else (first, second)
        tails = self.game.tail_endowments
        rules = SessionRules(self.settings, self.script, self.payment)
        plan = SessionPlan(
            "acquire", 1, 1, self.game, self.settings,
            plan_groups(self.game, 1, [pair], 1, practice_mechanism=second),
            self.script, self.payment,
            read_materials(text_folder(Path("none")), "S", self.game, rules, tails),
        )  # fmt: skip
        return plan, Director(tables)


VARIANTS = {
    "one rule twice, every part": Variant(
        Game(2, 10, (2, 4), 3),
        SessionSettings(timeout_contribution=TimeoutContribution.PREVIOUS, **PACE),
        WHOLE,
    ),
    "two rules, two players, a fund that shrinks, nothing paid": Variant(
        Game(1, 5, (3,), 1, 80),
        SessionSettings(timeout_contribution=TimeoutContribution.ALL, **PACE),
        replace(NO_SCRIPT, consent=True, instructions=True),
        PaymentSettings(show_up_fee=0.0, coin_value=0.0),
        same_twice=False,
    ),
    "six players, only coming is paid, no texts": Variant(
        Game(2, 4, (2, 3), 5, 300),
        SessionSettings(
            timeout_contribution=TimeoutContribution.NOTHING, synchronize=Synchronize.ROUNDS, **PACE
        ),
        replace(NO_SCRIPT, practice_rounds=1),
        PaymentSettings(show_up_fee=7.5, coin_value=0.0),
    ),
    "only coins are paid, to the nearest unit": Variant(
        Game(3, 4, (2,), 3, 125),
        SessionSettings(timeout_contribution=TimeoutContribution.HALF, **PACE),
        replace(NO_SCRIPT, instructions=True, questionnaire=True),
        PaymentSettings(
            show_up_fee=0.0, coin_value=0.2, round_to=RoundTo.ONE, round_up=False,
            pay_dropped=PayRule.SHOW_UP, pay_void=PayRule.EARNED,
        ),
        same_twice=False,
    ),
}  # fmt: skip


def walk_of(variant: Variant) -> Walk:
    """The session at its beginning, when nobody has come yet."""
    plan, director = variant.plan()
    walk = Walk(plan)
    walk.director = director
    return walk


def seat_everybody(walk: Walk) -> None:
    """Let everybody come, agree, and be moved on to the game."""
    plan = walk.state.plan
    walk.check_in(plan.game.seats)
    for code in list(walk.state.participants):
        if plan.script.consent:
            walk.do(ev.ConsentAnswered(walk.now_ms, code, True, plan.materials.consent_version))
        while (part := walk.state.participants[code].progress.part) is not Part.GAME:
            walk.do(ev.PartSkipped(walk.now_ms, code, part, "a test"))


def screens(walk: Walk, station: str, *, call_time: bool = False) -> Iterator[SeatView]:
    """What a station shows from now to its group's end, a view a page.

    Args:
        walk: Everybody is seated.
        station: Whose screens.
        call_time: Whether the experimenter ends each page, rather than the clock.
    """
    while True:
        yield station_view(walk.state, station, walk.now_ms)
        group = walk.state.groups[1]
        if group.ended:
            return
        if call_time:
            walk.do(ev.TimeCalled(walk.now_ms, 1))
        else:
            walk.wait(1000)
