from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import Basis, payment, rounded_cents
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule, RoundTo
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.settings import describe
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.telling.money import decimals_of_money

EXACT = PaymentSettings(show_up_fee=5.0, coin_value=0.1, round_to=RoundTo.CENT, round_up=False)


def played(payment_rules: PaymentSettings = EXACT, rounds_of_practice: int = 0) -> Walk:
    script = replace(NO_SCRIPT, practice_rounds=rounds_of_practice)
    walk = Walk(small_plan(payment=payment_rules, script=script))
    walk.check_in()
    if rounds_of_practice:
        walk.read(1)
        walk.play_round(1)
    walk.play_stage(1)
    return walk


def head(walk: Walk) -> str:
    code = walk.state.groups[1].seats[0].participant
    assert code is not None
    return code


def test_fee_and_coins_add_up() -> None:
    walk = played()
    earned = sum(
        100 * (4 - paid.contributions[0]) + paid.payout_hundredths[0]
        for paid in walk.state.groups[1].history
    )
    found = payment(walk.state, head(walk))
    assert (found.basis, found.paid_hundredths) == (Basis.PLAYED, earned)
    assert found.coins_cents == Decimal(earned) / 10
    assert found.computed_cents == 500 + round(earned / 10)
    assert found.total_cents == found.computed_cents


def test_practice_is_not_paid() -> None:
    plain, practised = played(), played(rounds_of_practice=1)
    everyone = ("p1", "p2", "p3", "p4")
    assert [payment(plain.state, code).total_cents for code in everyone] == [
        payment(practised.state, code).total_cents for code in everyone
    ]
    practising = Walk(small_plan(payment=EXACT, script=replace(NO_SCRIPT, practice_rounds=2)))
    practising.check_in()
    practising.read(1)
    practising.play_round(1)
    assert payment(practising.state, "p1").total_cents == 500


@pytest.mark.parametrize(("rule", "coins_are_paid"), [("earned", True), ("show_up", False)])
def test_the_dropped_and_the_void_are_paid_by_their_rules(rule: str, coins_are_paid: bool) -> None:
    dropped = played(PaymentSettings(pay_dropped=PayRule(rule)))
    dropped.do(ev.SeatDropped(0, 1, 0, "left"))
    found = payment(dropped.state, head(dropped))
    assert (found.basis, found.paid_hundredths > 0) == (Basis.DROPPED, coins_are_paid)
    void = played(PaymentSettings(pay_void=PayRule(rule)))
    void.do(ev.GroupEnded(0, 1, "void", "the projector fell down"))
    found = payment(void.state, head(void))
    assert (found.basis, found.paid_hundredths > 0) == (Basis.VOID, coins_are_paid)


def test_whoever_came_receives_the_fee() -> None:
    walk = Walk(small_plan(payment=EXACT))
    walk.do(ev.TurnedAway(0, "p9", "A17", "the session is full"))
    found = payment(walk.state, "p9")
    assert (found.basis, found.total_cents) == (Basis.NOT_SEATED, 500)


def test_an_adjustment_replaces_the_amount_and_needs_a_reason() -> None:
    walk = played()
    computed = payment(walk.state, "p1").computed_cents
    with pytest.raises(IllegalEventError, match="give the reason"):
        walk.do(ev.PaymentAdjusted(0, "p1", 700, ""))
    with pytest.raises(IllegalEventError, match="cannot be negative"):
        walk.do(ev.PaymentAdjusted(0, "p1", -1, "wrong"))
    walk.do(ev.GroupEnded(0, 1, "ended_early", "time is up"))
    walk.do(ev.SessionClosed(0))
    walk.do(ev.PaymentAdjusted(0, "p1", 700, "came back a second time"))
    found = payment(walk.state, "p1")
    assert (found.computed_cents, found.total_cents) == (computed, 700)


@pytest.mark.parametrize(
    ("exact", "step", "up", "cents"),
    [
        ("1234.1", "0.01", False, 1234),
        ("1234.5", "0.01", False, 1235),
        ("1234.1", "0.01", True, 1235),
        ("1230", "0.10", True, 1230),
        ("1230.001", "0.10", True, 1240),
        ("1225", "0.50", False, 1250),
        ("1224", "0.50", False, 1200),
        ("1201", "1.00", True, 1300),
        ("1203", "0.05", False, 1205),
        ("734001", "10", True, 735_000),
        ("734001", "100", True, 740_000),
        ("734001", "1000", False, 700_000),
    ],
)
def test_rounding(exact: str, step: str, up: bool, cents: int) -> None:
    assert (
        rounded_cents(Decimal(exact), PaymentSettings(round_to=RoundTo(step), round_up=up)) == cents
    )


@given(st.decimals(0, 100_000, places=4), st.sampled_from(list(RoundTo)))
def test_rounding_up_never_takes_and_never_gives_a_whole_step(exact: Decimal, step: str) -> None:
    settings = PaymentSettings(round_to=RoundTo(step), round_up=True)
    assert 0 <= rounded_cents(exact, settings) - exact < 100 * Decimal(step)


@pytest.mark.parametrize("step", RoundTo)
def test_no_fils_is_paid_of_a_dinar_as_its_setting_says(step: RoundTo) -> None:
    settings = PaymentSettings(
        currency="KWD", show_up_fee=1.005, coin_value=0.003, round_to=step, round_up=True
    )
    paid = payment(played(settings).state, "p1").total_cents
    assert isinstance(paid, int), "hundredths of a dinar, which are ten fils"
    assert decimals_of_money(paid, settings.currency) <= 2
    [currency] = [each for each in describe(PaymentSettings) if each.name == "currency"]
    assert "Nothing smaller than a hundredth" in currency.sentence
