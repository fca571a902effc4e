"""Computes every payment again, from decisions and the session's settings."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from remade.outcome import Outcome
from remade.tables import Package, Row

Key = tuple[str, str]


def check_payments(package: Package, outcome: Outcome) -> None:
    """Check that payments are what the decisions make them."""
    listed = package.table("payments")
    if not listed:
        outcome.pass_over("payments", "there are none")
        return
    count = "1 payment" if len(listed) == 1 else f"{len(listed)} payments"
    outcome.say(count, list(_wrong(package, listed)))


def _wrong(package: Package, listed: list[Row]) -> Iterator[str]:
    sessions = {row["session.code"]: row for row in package.table("sessions")}
    groups = {
        (row["session.code"], row["group.id_in_subsession"]): row["group.status"]
        for row in package.table("groups")
    }
    people = {
        (row["session.code"], row["participant.code"]): row for row in package.table("participants")
    }
    earned = _earnings(package)
    for paid in listed:
        key = (paid["session.code"], paid["participant.code"])
        session, person = sessions[key[0]], people[key]
        group, rule = person["group.id_in_subsession"], "earned"
        if not group:
            rule = "show_up"
        elif groups[key[0], group] == "void":
            rule = session["session.config.pay_void"]
        elif person["participant.dropped"] == "1":
            rule = session["session.config.pay_dropped"]
        computed = _expected(session, rule, earned[key], person["participant.rounds_stayed"])
        total = computed if paid["payment.is_adjusted"] == "0" else Decimal(paid["payment.total"])
        if person["participant._is_bot"] == "1":
            total = Decimal(0)
        if (computed, total) != (Decimal(paid["payment.computed"]), Decimal(paid["payment.total"])):
            yield f"{key[1]} of session {key[0]}: {paid['payment.total']}, not {total}"


def _earnings(package: Package) -> dict[Key, list[Decimal]]:
    """Coins of the seat round by round, by session and participant."""
    earned: dict[Key, list[Decimal]] = defaultdict(list)
    ordered = sorted(
        package.table("long"),
        key=lambda row: (int(row["subsession.stage"]), int(row["subsession.round_number"])),
    )
    for row in ordered:
        if row["player.payout"] and row["participant.code"]:
            kept = Decimal(row["player.endowment"]) - Decimal(row["player.contribution"])
            key = (row["session.code"], row["participant.code"])
            earned[key].append(kept + Decimal(row["player.payout"]))
    return earned


def _expected(session: Row, rule: str, coins: list[Decimal], stayed: str) -> Decimal:
    """Fee and coins, rounded as the session's settings say."""
    total = Decimal(session["session.config.show_up_fee"])
    if rule == "played" and stayed:
        coins = coins[: int(stayed)]
    if rule != "show_up":
        total += sum(coins) * Decimal(session["session.config.coin_value"])
    step = Decimal(session["session.config.round_to"])
    up = session["session.config.round_up"] == "1"
    return (total / step).to_integral_value(ROUND_CEILING if up else ROUND_HALF_UP) * step
