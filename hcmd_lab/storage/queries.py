"""Reading sessions, groups and played games out of the derived tables."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.played import PlayedGroup, PlayedStage, Purpose
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.storage.records import GroupRow, SessionRow

_SESSIONS = """
    SELECT code, purpose, iteration, imported, seed, status, opened_utc, closed_utc,
        (SELECT count(*) FROM session_group WHERE session = code),
        (SELECT versions FROM software WHERE software.event_id = session.event_id)
    FROM session ORDER BY event_id
"""

_GROUPS = """
    SELECT g.session, g.group_number, s.purpose, s.iteration,
        CASE WHEN s.imported THEN 'imported'
            WHEN EXISTS (
                SELECT 1 FROM participant p
                WHERE p.session = g.session AND p.group_number = g.group_number AND p.is_bot
            ) THEN 'simulated'
            ELSE 'human' END,
        g.status, g.tail_endowment, g.mechanism_1, g.mechanism_2, g.seat_order, g.left_stage,
        g.votes_1, g.votes_2, g.by_coin, g.winner
    FROM session_group g JOIN session s ON s.code = g.session
    WHERE g.session = ?1 OR ?1 IS NULL
    ORDER BY s.event_id, g.group_number
"""

_ROUNDS = """
    SELECT d.stage, d.round_number, d.seat, d.endowment, d.contribution, o.payout_hundredths,
        d.decided_by = 'participant', coalesce(m.name, o.mechanism)
    FROM decision d
    JOIN outcome o USING (session, group_number, stage, round_number, seat)
    LEFT JOIN mechanism m ON m.sha256 = o.mechanism
    WHERE d.session = ? AND d.group_number = ?
    ORDER BY d.stage, d.round_number, d.seat
"""

_ROUNDS_OF_STAGE = "SELECT rounds FROM session WHERE code = ?"

_VOTES = "SELECT seat, choice FROM vote WHERE session = ? AND group_number = ?"


def sessions(connection: sqlite3.Connection) -> list[SessionRow]:
    """All sessions, oldest first."""
    return [_session_row(row) for row in connection.execute(_SESSIONS)]


def _session_row(row: tuple[Any, ...]) -> SessionRow:
    code, purpose, iteration, imported, seed, status, opened_utc, closed_utc, count, versions = row
    return SessionRow(
        code=code,
        purpose=purpose,
        iteration=iteration,
        imported=bool(imported),
        seed=seed,
        status=status,
        opened_utc=opened_utc,
        closed_utc=closed_utc,
        groups=count,
        versions=json.loads(versions),
    )


def groups(connection: sqlite3.Connection, session: str | None) -> list[GroupRow]:
    """The groups of a session, or of all sessions, in the order in which they were planned."""
    return [_group_row(row) for row in connection.execute(_GROUPS, (session,))]


def _group_row(row: tuple[Any, ...]) -> GroupRow:
    (
        session, number, purpose, iteration, source, status, tail_endowment, mechanism_1,
        mechanism_2, seat_order, left_stage, votes_1, votes_2, by_coin, winner,
    ) = row  # fmt: skip
    mechanisms = (mechanism_1, mechanism_2)
    plan = None
    if seat_order is not None:
        order, sides = tuple(json.loads(seat_order)), tuple(json.loads(left_stage))
        plan = GroupPlan(tail_endowment, mechanisms, order, sides)
    return GroupRow(
        session=session,
        number=number,
        purpose=purpose,
        iteration=iteration,
        source=source,
        status=status,
        tail_endowment=tail_endowment,
        mechanisms=mechanisms,
        plan=plan,
        votes=None if votes_1 is None else (votes_1, votes_2),
        by_coin=None if by_coin is None else bool(by_coin),
        winner=winner,
    )


def played_groups(
    connection: sqlite3.Connection,
    iterations: Collection[int] | None,
    purposes: Collection[Purpose],
    complete_only: bool,
) -> Iterator[PlayedGroup]:
    """Groups that played; see `Store.played_groups`."""
    for row in groups(connection, None):
        if (
            row.purpose not in purposes
            or (iterations is not None and row.iteration not in iterations)
            or row.status == "void"
            or (complete_only and row.status != "complete")
        ):
            continue
        where = (row.session, row.number)
        # An imported stage is as long as it is; one that was played here has the game's rounds.
        (rounds,) = connection.execute(_ROUNDS_OF_STAGE, (row.session,)).fetchone()
        stages = tuple(_stages(connection.execute(_ROUNDS, where), rounds))
        if not stages:
            continue
        votes: list[int | None] = [None] * len(stages[0].endowments[0])
        for seat, choice in connection.execute(_VOTES, where):
            votes[seat] = choice
        yield PlayedGroup(
            group=f"{row.session}-{row.number}",
            iteration=row.iteration,
            source=row.source,
            purpose=row.purpose,
            stages=stages,
            votes=tuple(votes),
        )


def _stages(rows: Iterable[tuple[Any, ...]], rounds: int | None) -> Iterator[PlayedStage]:
    for stage, stage_rows in groupby(rows, key=lambda row: row[0]):
        by_round = [list(seats) for _, seats in groupby(stage_rows, key=lambda row: row[1])]
        if rounds is not None and len(by_round) < rounds:
            continue  # cut short
        yield PlayedStage(
            stage=stage,
            mechanism=by_round[0][0][7],
            endowments=tuple(tuple(row[3] for row in seats) for seats in by_round),
            contributions=tuple(tuple(row[4] for row in seats) for seats in by_round),
            payouts=tuple(tuple(row[5] / HUNDREDTHS for row in seats) for seats in by_round),
            own_choice=tuple(tuple(bool(row[6]) for row in seats) for seats in by_round),
        )
