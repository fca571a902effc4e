"""Recompute every payment of an export from its decisions, with the standard library alone.

    python docs/analysis/recompute_payments.py FOLDER

reads `sessions.csv`, `participants.csv`, `groups.csv`, `long.csv` and `payments.csv`, computes what
everyone should be paid from endowments, contributions and payouts, and compares. It shares no code
with the program that paid. Exit code 1 if any payment differs.
"""

import argparse
import csv
import sys
from collections import defaultdict
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from pathlib import Path


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def earnings(folder: Path) -> dict[tuple[str, str], list[Decimal]]:
    """Coins round by round: what was kept and what came from the fund, by session and participant.

    They are those of the seat: after somebody has left, it is played for.
    """
    earned: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    rounds = sorted(
        table(folder, "long"),
        key=lambda row: (int(row["subsession.stage"]), int(row["subsession.round_number"])),
    )
    for row in rounds:
        if row["player.payout"] and row["participant.code"]:
            kept = Decimal(row["player.endowment"]) - Decimal(row["player.contribution"])
            key = (row["session.code"], row["participant.code"])
            earned[key].append(kept + Decimal(row["player.payout"]))
    return earned


def expected(session: dict[str, str], rule: str, coins: list[Decimal], stayed: str) -> Decimal:
    """Fee and coins, rounded as the session's settings say.

    Args:
        session: The session's row.
        rule: What is paid: `played`, `earned` or `show_up`.
        coins: Earned at the seat, round by round.
        stayed: Rounds that were over when the participant left; empty for whoever stayed.
    """
    config = {name.removeprefix("session.config."): value for name, value in session.items()}
    total = Decimal(config["show_up_fee"])
    if rule == "played" and stayed:
        coins = coins[: int(stayed)]
    if rule != "show_up":
        total += sum(coins) * Decimal(config["coin_value"])
    step = Decimal(config["round_to"])
    rounding = ROUND_CEILING if config["round_up"] == "1" else ROUND_HALF_UP
    return (total / step).to_integral_value(rounding) * step


def main(folder: Path) -> int:
    """Compare every payment; the exit code."""
    sessions = {row["session.code"]: row for row in table(folder, "sessions")}
    groups = {
        (row["session.code"], row["group.id_in_subsession"]): row["group.status"]
        for row in table(folder, "groups")
    }
    people = {
        (row["session.code"], row["participant.code"]): row for row in table(folder, "participants")
    }
    earned = earnings(folder)
    wrong = checked = 0
    for paid in table(folder, "payments"):
        key = (paid["session.code"], paid["participant.code"])
        session, person = sessions[key[0]], people[key]
        group = person["group.id_in_subsession"]
        rule = "earned"
        if not group:
            rule = "show_up"
        elif groups[key[0], group] == "void":
            rule = session["session.config.pay_void"]
        elif person["participant.dropped"] == "1":
            rule = session["session.config.pay_dropped"]
        computed = expected(session, rule, earned.get(key, []), person["participant.rounds_stayed"])
        total = computed if paid["payment.is_adjusted"] == "0" else Decimal(paid["payment.total"])
        if person["participant._is_bot"] == "1":
            total = Decimal(0)
        checked += 1
        if (computed, total) != (Decimal(paid["payment.computed"]), Decimal(paid["payment.total"])):
            wrong += 1
            print(f"{key[1]} of session {key[0]}: {paid['payment.total']}, not {computed}")
    if not wrong:
        print(f"All {checked} payments are what the decisions make them.")
    return 1 if wrong else 0


def exported() -> Path:
    """The folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="what `hcmd-lab export STUDY FOLDER` has written")
    folder: Path = parser.parse_args().folder
    if not (folder / "datapackage.json").is_file():
        parser.error(f"{folder} is not an export; write one with: hcmd-lab export STUDY {folder}")
    return folder


if __name__ == "__main__":
    sys.exit(main(exported()))
