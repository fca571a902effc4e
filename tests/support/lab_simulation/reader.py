"""A reader of the log that shares no code with the product: SQL, JSON and the rules of the game.

It knows the small game (four seats, the fund grows by 1.6) and what a log must be like, and nothing
of how the product gets there.
"""

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ROUNDS = 2


@dataclass(frozen=True)
class Told:
    """A decision that a station was told is saved.

    Attributes:
        kind: `decide` or `vote`.
        value: The coins, or the stage voted for.
        stage: Of a contribution; 0 of a vote.
        round: Of a contribution; 0 of a vote.
    """

    kind: str
    value: int
    stage: int = 0
    round: int = 0


@dataclass(frozen=True)
class Read:
    """What was found.

    Attributes:
        wrong: What must not be.
        decisions: Decisions of participants in the log.
        changed: Confirmed decisions that are not as they were sent.
        lost: Confirmed decisions that are not there.
    """

    wrong: list[str]
    decisions: int
    changed: int
    lost: int


def read_log(
    connection: sqlite3.Connection, told: Mapping[str, Told], sent: Mapping[str, Told]
) -> Read:
    """Read the log and the tables, and compare them with each other and with what was told.

    Args:
        connection: To the study.
        told: What stations were told is saved, by nonce.
        sent: What stations have ever sent, by nonce.
    """
    rows = connection.execute(
        "SELECT id, session, at_ms, utc, kind, body FROM event ORDER BY id"
    ).fetchall()
    log = [(kind, json.loads(body)) for *_, kind, body in rows]
    wrong = [
        *_chain(connection, rows),
        *_clock(log),
        *_rounds(log),
        *_coins(log),
        *_marks(log, sent),
    ]
    wrong += _tables(connection, log)
    found = _decisions(log)
    lost = changed = 0
    for nonce, as_told in told.items():
        there = found.get(nonce, [])
        if not there:
            lost += 1
            wrong.append(f"the confirmed decision {nonce} is not in the log")
        elif there != [as_told]:
            changed += 1
            wrong.append(f"the confirmed decision {nonce}, {as_told}, stands as {there}")
    return Read(wrong, sum(map(len, found.values())), changed, lost)


def _decisions(log: list[tuple[str, dict[str, Any]]]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for kind, body in log:
        if kind == "Contributed" and body["nonce"]:
            made = Told("decide", body["contribution"], body["stage"], body["round"])
            found[body["nonce"]].append(made)
        elif kind == "VoteCast" and body["nonce"]:
            found[body["nonce"]].append(Told("vote", body["choice"]))
    return found


def _chain(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> Iterator[str]:
    stored = dict(connection.execute("SELECT event_id, digest FROM chain"))
    digest = ""
    for row in rows:
        hashed = hashlib.sha256(digest.encode())
        for part in row:
            data = str(part).encode()
            hashed.update(len(data).to_bytes(8, "big") + data)
        digest = hashed.hexdigest()
        if stored.get(row[0]) != digest:
            yield f"the chain breaks at event {row[0]}"
            return


def _clock(log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    times = [body["at_ms"] for _, body in log]
    if times != sorted(times):
        yield "the session's clock runs backwards"


def _rounds(log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """Rounds only advance, one after the other; a seat decides once in each."""
    made = Counter(
        (body["group"], body["stage"], body["round"], body["seat"])
        for kind, body in log
        if kind == "Contributed"
    )
    yield from (f"{slot} has {count} contributions" for slot, count in made.items() if count > 1)
    votes = Counter((body["group"], body["seat"]) for kind, body in log if kind == "VoteCast")
    yield from (f"{slot} has {count} votes" for slot, count in votes.items() if count > 1)
    at: dict[int, tuple[int, int]] = {}
    paid: dict[int, tuple[int, int]] = {}
    voted: set[int] = set()
    for kind, body in log:
        number = body.get("group")
        if kind == "Contributed":
            here = body["stage"], body["round"]
            if here < at.get(number, (0, 0)) or here <= paid.get(number, (0, 0)):
                yield f"group {number} goes back to {here}"
            at[number] = here
        elif kind == "FundDivided":
            here = body["stage"], body["round"]
            stage, last = paid.get(number, (1, 0))
            following = (stage, last + 1) if last < _ROUNDS else (stage + 1, 1)
            if here != following:
                yield f"group {number} is paid {here} after {(stage, last)}"
            if here[0] == 3 and number not in voted:
                yield f"group {number} plays stage 3 before its votes are counted"
            paid[number] = here
        elif kind == "VotesCounted":
            if paid.get(number) != (2, _ROUNDS):
                yield f"group {number} votes after {paid.get(number)}"
            voted.add(number)


def _coins(log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """The fund is 1.6 times what was put in, all of it is paid out, and nobody gives too much."""
    given: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for kind, body in log:
        if kind == "Contributed":
            if not 0 <= body["contribution"] <= body["endowment"] <= 4:
                yield f"impossible contribution: {body}"
            given[body["group"], body["stage"], body["round"]].append(body["contribution"])
        elif kind == "FundDivided":
            coins = given[body["group"], body["stage"], body["round"]]
            if len(coins) != 4:
                yield f"a fund is divided with {len(coins)} contributions: {body}"
            if sum(body["payout_hundredths"]) != 160 * sum(coins):
                yield f"{body['payout_hundredths']} is not what {coins} makes"
        elif kind == "VotesCounted":
            choices = [
                each["choice"]
                for name, each in log
                if name == "VoteCast" and each["group"] == body["group"]
            ]
            if [choices.count(1), choices.count(2)] != body["votes"]:
                yield f"{body['votes']} is not the count of {choices}"


def _marks(log: list[tuple[str, dict[str, Any]]], sent: Mapping[str, Told]) -> Iterator[str]:
    """What nobody sent is marked as a default, and only that."""
    for kind, body in log:
        if kind in ("Contributed", "VoteCast"):
            if (body["by"] == "participant") != bool(body["nonce"]):
                yield f"{kind} {body} is not marked for what it is"
            if body["nonce"] and body["nonce"] not in sent:
                yield f"{kind} {body} was sent by nobody"
            if kind == "VoteCast" and body["by"] != "participant" and body["choice"] is not None:
                yield f"a vote was made up: {body}"


def _tables(connection: sqlite3.Connection, log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """The tables hold what the log says."""
    paid: dict[tuple[int, int, int, int], int] = {}
    for kind, body in log:
        if kind == "FundDivided":
            for seat, payout in enumerate(body["payout_hundredths"]):
                paid[body["group"], body["stage"], body["round"], seat] = payout
    told = sorted(
        (body["group"], body["stage"], body["round"], body["seat"], body["contribution"],
         body["by"], paid.get((body["group"], body["stage"], body["round"], body["seat"])))
        for kind, body in log if kind == "Contributed"
    )  # fmt: skip
    stored = sorted(
        connection.execute(
            "SELECT group_number, stage, round_number, seat, contribution, decided_by, "
            "payout_hundredths FROM decision LEFT JOIN outcome "
            "USING (session, group_number, stage, round_number, seat)"
        )
    )
    if told != stored:
        yield "the table of decisions is not what the log says"
    votes = sorted(
        (body["group"], body["seat"], body["choice"] or 0, body["by"])
        for kind, body in log if kind == "VoteCast"
    )  # fmt: skip
    stored = sorted(
        connection.execute("SELECT group_number, seat, coalesce(choice, 0), decided_by FROM vote")
    )
    if votes != stored:
        yield "the table of votes is not what the log says"
