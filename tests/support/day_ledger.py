"""Compares the export of a day with what hands have done, by arithmetic of its own."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from at_the_kiosk import Participant

Row = dict[str, str]
_CENT = Decimal("0.01")
_GROWTH = Fraction(8, 5)


class Export:
    """The tables of an export.

    Args:
        folder: Where it was written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, table: str, session: str) -> list[Row]:
        """A table's rows of one session."""
        with (self._folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if row["session.code"] == session]

    def events(self, session: str, kind: str) -> list[dict[str, Any]]:
        """What a session's events of one kind say, in order."""
        lines = (self._folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
        return [
            logged["details"] for logged in map(json.loads, lines)
            if logged["session_code"] == session and logged["kind"] == kind
        ]  # fmt: skip

    def code_at(self, session: str, station: str) -> str:
        """Who sat at a station last."""
        (row,) = (
            row for row in self.rows("participants", session)
            if row["participant.station"] == station
        )  # fmt: skip
        return row["participant.code"]


def check_session(export: Export, session: str, people: Mapping[str, Participant]) -> None:
    """Check that a session's export is what participants did, saw and were paid.

    Args:
        export: The export.
        session: The session's code.
        people: Everybody who took part, by the station where they sat last.
    """
    long = export.rows("long", session)
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in long:
        by_person[row["participant.code"]].append(row)
    for station, person in people.items():
        rows = by_person[export.code_at(session, station)]
        _check_decisions(person, rows)
        _check_votes(person, rows)
        _check_payment(export, session, person, export.code_at(session, station), rows)
    _check_each_once(export, session)
    _check_rounds(export, session, long)


def check_receipts(export: Export, session: str, printed: str, listed: str) -> None:
    """Check that everyone has one receipt, with what the export says, as the window lists it.

    Args:
        export: The export.
        session: The session's code.
        printed: Text of the receipts, a page for each participant.
        listed: What the window's page of payments says.
    """
    pages = [page for page in printed.split("\f") if page.strip()]
    payments = export.rows("payments", session)
    assert len(pages) == len(payments) > 0
    for row in payments:
        (page,) = (each for each in pages if row["participant.code"] in each)
        amount = f"€{Decimal(row['payment.total']).quantize(_CENT)}"
        (total,) = (line for line in page.splitlines() if line.startswith("Total received"))
        assert total.split()[-1] == amount
        assert amount in listed


def _place(row: Row) -> tuple[int, int]:
    return int(row["subsession.stage"]), int(row["subsession.round_number"])


def _check_decisions(person: Participant, rows: list[Row]) -> None:
    """Nothing that was typed and confirmed is lost, and nothing else is theirs."""
    theirs = {
        _place(row): int(row["player.contribution"])
        for row in rows if row["player.decided_by"] == "participant"
    }  # fmt: skip
    assert theirs == person.decided
    assert {row["player.decided_by"] for row in rows} <= {"participant", "stand_in"}
    told = {_place(row): Decimal(row["player.payoff"]) for row in rows}
    assert not person.receives or person.earned.keys() == theirs.keys()
    for place, amount in person.earned.items():
        assert Decimal(amount) == told[place]


def _check_votes(person: Participant, rows: list[Row]) -> None:
    (vote,) = {row["player.vote"] for row in rows}
    assert int(vote or 0) == person.voted
    assert person.voted or not person.receives


def _check_each_once(export: Export, session: str) -> None:
    """The log holds each decision and each vote of a seat exactly once."""
    keys = Counter(
        (each["group"], each["stage"], each["round"], each["seat"])
        for each in export.events(session, "Contributed")
    )
    assert keys
    assert set(keys.values()) == {1}
    votes = Counter((each["group"], each["seat"]) for each in export.events(session, "VoteCast"))
    assert set(votes.values()) <= {1}


def _check_rounds(export: Export, session: str, long: list[Row]) -> None:
    """Every fund is divided as it says, and stage 3 under the rule that won the vote."""
    rounds: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for row in long:
        rounds[row["group.id_in_subsession"], *_place(row)].append(row)
    for (group, stage, number), rows in rounds.items():
        given = sum(int(row["player.contribution"]) for row in rows)
        assert sum(Decimal(row["player.payout"]) for row in rows) == given * _GROWTH
        if rows[0]["group.mechanism"] == "liberal_egalitarian" and given:
            _check_shares(rows, given)
        if stage == 3:
            winner = int(rows[0]["group.winner"])
            voted_for = rounds[group, winner, number][0]
            assert rows[0]["group.mechanism_sha256"] == voted_for["group.mechanism_sha256"]
    for row in export.rows("groups", session):
        cast = Counter(each["player.vote"] for each in export.rows("votes", session))
        counted = cast["1"], cast["2"]
        assert (int(row["group.votes_1"]), int(row["group.votes_2"])) == counted
        if counted[0] != counted[1]:
            assert int(row["group.winner"]) == 1 + (counted[1] > counted[0])


def _check_shares(rows: list[Row], given: int) -> None:
    """Liberal egalitarian: in proportion to the fraction of one's coins."""
    fractions = [
        Fraction(int(row["player.contribution"]), int(row["player.endowment"])) for row in rows
    ]
    for row, fraction in zip(rows, fractions, strict=True):
        due = given * _GROWTH * fraction / sum(fractions)
        assert abs(Fraction(row["player.payout"]) - due) <= Fraction(1, 100)


def _check_payment(
    export: Export, session: str, person: Participant, code: str, rows: list[Row]
) -> None:
    """The fee and the coins of the rounds that somebody was there for, rounded up."""
    (config,) = export.rows("sessions", session)
    (known,) = (r for r in export.rows("participants", session) if r["participant.code"] == code)
    (paid,) = (r for r in export.rows("payments", session) if r["participant.code"] == code)
    played = sorted(rows, key=_place)
    if known["participant.rounds_stayed"]:
        played = played[: int(known["participant.rounds_stayed"])]
    coins = sum(
        int(row["player.endowment"]) - int(row["player.contribution"])
        + Decimal(row["player.payout"])
        for row in played
    )  # fmt: skip
    value, step = Decimal(config["session.config.coin_value"]), Decimal("0.10")
    total = Decimal(config["session.config.show_up_fee"]) + coins * value
    total = (total / step).to_integral_value(ROUND_CEILING) * step
    assert Decimal(paid["payment.total"]) == total.quantize(_CENT)
    if person.receives:
        assert person.receives == f"€{total.quantize(_CENT)}"
