"""What each payment setting says is what is paid, to whoever stays and whoever leaves early."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from html import unescape

import pytest
from walks import Walk, small_plan

from hcmd_lab.figures.receipts import Occasion, receipt_html
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import CENTS
from hcmd_lab.game.payment_list import PaymentRow, payment_rows
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule, RoundTo
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import GroupState, Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page
from hcmd_lab.telling.money import coins_in_words, money

LIMITS = SessionSettings(intro_s=1, decide_s=1, outcome_s=1, vote_s=1)

MOMENTS: dict[str, Callable[[GroupState], bool]] = {
    "in practice": lambda group: group.stage == 0 and group.phase is Phase.OUTCOME,
    "before the first round": lambda group: group.stage == 1 and group.phase is Phase.STAGE_INTRO,
    "having chosen": lambda group: group.stage == 1 and group.round == 2 and _decides(group),
    "at an outcome of stage 2": lambda group: group.stage == 2 and group.phase is Phase.OUTCOME,
    "before the vote": lambda group: group.phase is Phase.VOTE,
    "in stage 3": lambda group: group.stage == 3 and group.round == 2 and _decides(group),
}
"""When somebody leaves."""

ENDINGS = (None, "ended_early", "void")


def _decides(group: GroupState) -> bool:
    return group.phase is Phase.DECIDE


def until(walk: Walk, reached: Callable[[GroupState], bool]) -> None:
    """Let time pass; nobody who is there does anything."""
    for _ in range(100):
        if reached(walk.state.groups[1]):
            return
        walk.wait(1000)
    raise AssertionError("the group never came so far")


def played(rules: PaymentSettings, moment: str, ending: str | None) -> Walk:
    """A group that goes on after its first seat's participant has left."""
    script = replace(NO_SCRIPT, practice_rounds=1, payment_screen=True)
    walk = Walk(small_plan(settings=LIMITS, script=script, payment=rules))
    walk.check_in()
    until(walk, MOMENTS[moment])
    if _decides(walk.state.groups[1]):
        walk.contribute(1, 0, 3)
    walk.do(ev.SeatDropped(walk.now_ms, 1, 0, "felt ill"))
    rounds = len(divided(walk))
    if ending is None:
        until(walk, lambda group: group.ended)
    else:
        until(walk, lambda group: len(divided(walk)) > rounds or group.ended)
        if not walk.state.groups[1].ended:
            walk.do(ev.GroupEnded(walk.now_ms, 1, ending, "why"))
    assert len(divided(walk)) > rounds, "the group played on"
    return walk


def divided(walk: Walk) -> list[int]:
    """Where in the log a paid round ends."""
    return [
        at
        for at, event in enumerate(walk.events)
        if isinstance(event, ev.FundDivided) and event.stage
    ]


def coins(walk: Walk, seat: int, before: int) -> int:
    """Hundredths of coins that a seat earned in paid rounds up to a place in the log."""
    events = walk.events[:before]
    paid = {
        (event.stage, event.round): event.payout_hundredths[seat]
        for event in events
        if isinstance(event, ev.FundDivided) and event.stage
    }
    return sum(
        paid[event.stage, event.round] + 100 * (event.endowment - event.contribution)
        for event in events
        if isinstance(event, ev.Contributed)
        and event.seat == seat
        and (event.stage, event.round) in paid
    )


def promised(rules: PaymentSettings, rule: PayRule, whole: int, until_left: int) -> Decimal:
    """What the words of the settings come to, in the currency."""
    hundredths = {PayRule.SHOW_UP: 0, PayRule.EARNED: whole, PayRule.PLAYED: until_left}[rule]
    exact = Decimal(repr(rules.show_up_fee)) + Decimal(repr(rules.coin_value)) * hundredths / 100
    step = Decimal(rules.round_to)
    rounding = ROUND_CEILING if rules.round_up else ROUND_HALF_UP
    return (exact / step).to_integral_value(rounding) * step


def told(row: PaymentRow, rules: PaymentSettings) -> str:
    """The receipt, without its marks."""
    return unescape(receipt_html(row, Occasion("S", "c", "2026-01-01", rules), anonymous=True))


@pytest.mark.parametrize("rule", PayRule)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_whoever_leaves_and_whoever_stays_get_what_the_settings_say(
    moment: str, ending: str | None, rule: PayRule
) -> None:
    rules = PaymentSettings(
        show_up_fee=4.03, coin_value=0.035, round_to=RoundTo.FIVE_CENTS,
        round_up=ending is None, pay_dropped=rule, pay_void=rule,
    )  # fmt: skip
    walk = played(rules, moment, ending)
    (left,) = (at for at, event in enumerate(walk.events) if isinstance(event, ev.SeatDropped))
    rows = {row.seat: row for row in payment_rows(walk.state)}
    void = walk.state.groups[1].phase is Phase.VOID
    for seat, row in rows.items():
        assert seat is not None
        whole = coins(walk, seat, len(walk.events))
        until_left = coins(walk, seat, left) if seat == 0 else whole
        of_seat = rule if seat == 0 or void else PayRule.PLAYED
        total = promised(rules, of_seat, whole, until_left)
        assert Decimal(row.payment.total_cents) / CENTS == total, f"seat {seat}"
        assert money(row.payment.total_cents, "EUR") in told(row, rules)
    assert coins(walk, 0, left) < coins(walk, 0, len(walk.events))


@pytest.mark.parametrize("rule", PayRule)
@pytest.mark.parametrize("goes_on", [False, True])
def test_the_payment_page_of_whoever_left_says_the_same(rule: PayRule, goes_on: bool) -> None:
    """Also when the experimenter moves them on while their group still plays."""
    rules = PaymentSettings(pay_dropped=rule)
    script = replace(NO_SCRIPT, payment_screen=True)
    walk = Walk(small_plan(settings=LIMITS, script=script, payment=rules))
    walk.check_in()
    until(walk, MOMENTS["at an outcome of stage 2"])
    code = walk.state.groups[1].seats[0].participant or ""
    station = walk.state.participants[code].station
    walk.do(ev.SeatDropped(walk.now_ms, 1, 0, "felt ill"))
    walk.do(ev.PartSkipped(walk.now_ms, code, Part.GAME, "stays in the room"))
    if goes_on:
        until(walk, lambda group: group.ended)
    view = station_view(walk.state, station, walk.now_ms)
    row = next(row for row in payment_rows(walk.state) if row.participant == code)
    assert view.page is Page.PAYMENT
    assert view.script is not None
    assert view.script.payment is not None
    shown = view.script.payment
    assert (shown.total_cents, shown.paid_hundredths) == (
        row.payment.total_cents, row.payment.paid_hundredths
    )  # fmt: skip
    if shown.paid_hundredths:
        assert coins_in_words(shown.paid_hundredths) in told(row, rules)
    walk.do(ev.PaymentAdjusted(walk.now_ms, code, 1234, "taxi"))
    row = next(row for row in payment_rows(walk.state) if row.participant == code)
    assert (row.payment.total_cents, money(1234, "EUR") in told(row, rules)) == (1234, True)


@pytest.mark.parametrize("rule", PayRule)
@pytest.mark.parametrize("moves_on", [False, True])
def test_an_amount_that_is_called_final_does_not_change_while_the_group_plays(
    rule: PayRule, moves_on: bool
) -> None:
    """Wherever the person is, on the list as on the payment page."""
    script = replace(NO_SCRIPT, payment_screen=True)
    walk = Walk(
        small_plan(settings=LIMITS, script=script, payment=PaymentSettings(pay_dropped=rule))
    )
    walk.check_in()
    until(walk, MOMENTS["at an outcome of stage 2"])
    code = walk.state.groups[1].seats[0].participant or ""
    station = walk.state.participants[code].station
    walk.do(ev.SeatDropped(walk.now_ms, 1, 0, "felt ill"))
    if moves_on:
        walk.do(ev.PartSkipped(walk.now_ms, code, Part.GAME, "stays in the room"))

    def row() -> PaymentRow:
        return next(each for each in payment_rows(walk.state) if each.participant == code)

    def on_the_page() -> bool | None:
        script_view = station_view(walk.state, station, walk.now_ms).script
        return script_view.payment.is_final if script_view and script_view.payment else None

    before = row()
    assert before.is_final is (rule is not PayRule.EARNED)
    assert on_the_page() is (before.is_final if moves_on else None)
    until(walk, lambda group: group.ended)
    assert (row().payment.total_cents == before.payment.total_cents) is before.is_final
    assert row().is_final
    assert on_the_page() in (True, None)


def test_what_was_stored_as_earned_still_pays_the_seat() -> None:
    assert PayRule("earned") is PayRule.EARNED
    assert PaymentSettings().pay_dropped is PayRule.PLAYED
