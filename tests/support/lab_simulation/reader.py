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


class Shown:
    """What a station's screen has told of rounds and votes, each as often as it was another.

    Attributes:
        rounds: By stage and round: contributions and payouts, the viewer's first, and the reward.
        votes: Counts, whether a coin decided, and the winner.
    """

    def __init__(self) -> None:
        self.rounds: dict[tuple[int, int], set[tuple[Any, ...]]] = defaultdict(set)
        self.votes: set[tuple[Any, ...]] = set()

    def take(self, view: Any) -> None:
        """Note what a view tells."""
        for paid in view.history:
            told = (paid.contributions, paid.payout_hundredths, paid.reward_hundredths)
            self.rounds[paid.stage, paid.round].add(told)
        if view.votes is not None:
            self.votes.add((view.votes, view.by_coin, view.winner))


def read_log(
    connection: sqlite3.Connection,
    told: Mapping[str, Told],
    sent: Mapping[str, Told],
    shown: Mapping[str, Shown],
) -> Read:
    """Read the log and the tables, and compare them with each other and with what was told.

    Args:
        connection: To the study.
        told: What stations were told is saved, by nonce.
        sent: What stations have ever sent, by nonce.
        shown: What their screens have told, by station.
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
        *_defaults(log),
        *_rules_played(log),
        *_screens(log, shown),
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


def _plan(log: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    plan: dict[str, Any] = next(body["plan"] for kind, body in log if kind == "SessionOpened")
    return plan


def _defaults(log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """What is given for somebody is what the settings say, of the endowment that the seat has."""
    plan = _plan(log)
    rule = plan["settings"]["timeout_contribution"]
    given: dict[tuple[int, int, int, int], int] = {}
    for kind, body in log:
        if kind != "Contributed":
            continue
        number, stage, here, seat = body["group"], body["stage"], body["round"], body["seat"]
        given[number, stage, here, seat] = body["contribution"]
        endowment = plan["groups"][number - 1]["tail_endowment"] if seat else 4
        if body["endowment"] != endowment:
            yield f"seat {seat} of group {number} has {endowment} coins, not as in {body}"
        if body["by"] != "participant":
            before = given.get((number, stage, here - 1, seat), endowment // 2)
            rules = {"previous": before, "nothing": 0, "half": endowment // 2, "all": endowment}
            if body["contribution"] != rules[rule]:
                yield f"the default {rule} is {rules[rule]}, not as in {body}"


def _rules_played(log: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """The more votes win, the winner's rule divides stage 3, and each seat gets its share."""
    plan = _plan(log)
    winners: dict[int, int] = {}
    for kind, body in log:
        if kind == "VotesCounted":
            first, second = body["votes"]
            winners[body["group"]] = body["winner"]
            if body["by_coin"] != (first == second):
                yield f"a coin decides exactly where votes are tied, not as in {body}"
            if first != second and body["winner"] != 1 + (second > first):
                yield f"the more votes do not win: {body}"
        elif kind == "FundDivided":
            stage = winners.get(body["group"], 0) if body["stage"] == 3 else body["stage"]
            rule = plan["groups"][body["group"] - 1]["mechanisms"][stage - 1]
            if body["mechanism"] != rule:
                yield f"stage {body['stage']} is divided by another rule than planned: {body}"
            weights, payouts = body["weight_units"], body["payout_hundredths"]
            fund, whole = sum(payouts), sum(weights)
            shares = zip(weights, payouts, strict=True)
            if any(abs(paid * whole - fund * weight) >= whole for weight, paid in shares):
                yield f"a seat is not paid its share: {body}"


def _screens(log: list[tuple[str, dict[str, Any]]], shown: Mapping[str, Shown]) -> Iterator[str]:
    """What screens have told of rounds and votes is what the log says."""
    at = {body["participant"]: body["station"] for kind, body in log if kind == "CheckedIn"}
    seats = {
        at[body["participant"]]: (body["group"], body["seat"])
        for kind, body in log if kind == "Seated"
    }  # fmt: skip
    given: dict[tuple[int, int, int], dict[int, tuple[int, int]]] = defaultdict(dict)
    paid: dict[tuple[int, int, int], list[int]] = {}
    counted: dict[int, tuple[Any, ...]] = {}
    for kind, body in log:
        if kind == "Contributed":
            place = body["group"], body["stage"], body["round"]
            given[place][body["seat"]] = body["contribution"], body["endowment"]
        elif kind == "FundDivided":
            paid[body["group"], body["stage"], body["round"]] = body["payout_hundredths"]
        elif kind == "VotesCounted":
            counted[body["group"]] = tuple(body["votes"]), body["by_coin"], body["winner"]
    for station, told in shown.items():
        number, seat = seats.get(station, (0, 0))
        for (stage, here), ways in told.rounds.items():
            place = number, stage, here
            if place not in paid:
                yield f"{station} was shown round {here} of stage {stage}, which is not in the log"
                continue
            others = [each for each in range(4) if each != seat]
            coins = tuple(given[place][each][0] for each in (seat, *others))
            payouts = tuple(paid[place][each] for each in (seat, *others))
            kept = given[place][seat][1] - given[place][seat][0]
            if ways != {(coins, payouts, 100 * kept + payouts[0])}:
                yield f"{station} was shown {ways} of stage {stage}, round {here}"
        if told.votes and told.votes != {counted.get(number)}:
            yield f"{station} was shown the votes {told.votes}, counted are {counted.get(number)}"


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
