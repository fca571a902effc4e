"""Where nobody sits at the lab computer, whoever is dropped comes to the payment page alone."""

from dataclasses import replace

import pytest
from scripted import MATERIALS
from walks import TABLES, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director
from hcmd_lab.game.payment import payment
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page, SeatView

ASKED = replace(NO_SCRIPT, questionnaire=True, payment_screen=True)
STAND_IN = SessionSettings(
    intro_s=5, decide_s=5, outcome_s=5, vote_s=5, lost_wait_s=0, dropout=Dropout.STAND_IN,
    dropout_s=5,
)  # fmt: skip


def session(script: ScriptSettings, *, leads_on: bool = True, rule: str = "played") -> Walk:
    """A group that has played a round, at stations s1 to s4."""
    walk = Walk(small_plan(
        settings=STAND_IN, script=script, materials=MATERIALS,
        payment=PaymentSettings(pay_dropped=PayRule(rule)),
    ))  # fmt: skip
    walk.director = Director(TABLES, leads_on=leads_on)
    walk.check_in()
    walk.read(1)
    walk.play_round(1)
    return walk


def lose(walk: Walk) -> None:
    """Lose a station for longer than it may be."""
    walk.do(ev.StationLost(walk.now_ms, "s1"))
    for _ in range(6):
        walk.wait(1000)


def screen(walk: Walk) -> SeatView:
    return station_view(walk.state, "s1", walk.now_ms)


def play_out(walk: Walk) -> None:
    """Let the time of each page run out until the group has ended."""
    while not walk.state.groups[1].ended:
        walk.wait(1000)


def test_the_amount_is_on_the_screen_to_which_one_comes_back() -> None:
    walk = session(ASKED)
    lose(walk)
    walk.do(ev.StationBack(walk.now_ms, "s1"))
    shown = screen(walk)
    assert shown.page is Page.PAYMENT, "past the questionnaire, for which the session would wait"
    assert shown.script is not None
    paid = shown.script.payment
    assert paid is not None
    assert paid.total_cents == payment(walk.state, shown.participant).total_cents
    assert paid.is_final
    assert paid.paid_hundredths > 0


def test_an_amount_that_may_grow_is_said_to() -> None:
    walk = session(ASKED, rule="earned")
    lose(walk)
    before = screen(walk).script
    play_out(walk)
    for person in [each for each in walk.state.participants if each != screen(walk).participant]:
        walk.do(ev.QuestionnaireAnswered(walk.now_ms, person, {"fair": 4}))
    after = screen(walk).script
    assert before is not None
    assert after is not None
    assert before.payment is not None
    assert after.payment is not None
    assert not before.payment.is_final
    assert after.payment.is_final
    assert after.payment.total_cents > before.payment.total_cents


def test_nobody_waits_for_whoever_was_dropped() -> None:
    walk = session(ASKED)
    lose(walk)
    play_out(walk)
    others = [c for c, p in walk.state.participants.items() if p.progress.part is not Part.PAYMENT]
    assert len(others) == 3
    for code in others:
        walk.do(ev.QuestionnaireAnswered(walk.now_ms, code, {"fair": 4}))
    assert walk.state.is_over
    assert screen(walk).page is Page.PAYMENT


def test_also_in_the_last_round_when_the_group_ends_with_it() -> None:
    walk = session(replace(ASKED, questionnaire=False))
    while (walk.state.groups[1].stage, walk.state.groups[1].round) != (3, 2):
        walk.wait(1000)
    lose(walk)
    play_out(walk)
    assert walk.state.is_over
    assert screen(walk).page is Page.PAYMENT


@pytest.mark.parametrize(
    ("script", "leads_on"),
    [(replace(ASKED, payment_screen=False), True), (ASKED, False)],
    ids=["no payment page", "an experimenter is there"],
)
def test_nobody_is_led_where_there_is_nothing_or_somebody_else_does(
    script: ScriptSettings, leads_on: bool
) -> None:
    walk = session(script, leads_on=leads_on)
    lose(walk)
    assert screen(walk).page is Page.DROPPED
    play_out(walk)
    assert walk.state.groups[1].phase is Phase.FINISHED
    assert screen(walk).page is not Page.PAYMENT


def test_the_log_alone_tells_it() -> None:
    walk = session(ASKED)
    lose(walk)
    skipped = [each for each in walk.events if isinstance(each, ev.PartSkipped)]
    assert [each.part for each in skipped] == [Part.GAME, Part.QUESTIONNAIRE]
    assert replay(walk.events) == walk.state
