"""Queries on the derived tables of an open study.

`hcmd_lab.storage.derived_schema` says what stands in them, `hcmd_lab.storage.derive` how events
fill them, `hcmd_lab.storage.tables_from_log` whether they are what the log says.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Set
from itertools import groupby
from typing import Any

from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.played import Aside, PlayedGroup, PlayedStage, Purpose
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.storage.codec import Logged, decode
from hcmd_lab.storage.group_tally import (
    GroupTally,
    kind_of,
    read_tally,
)
from hcmd_lab.storage.records import (
    DecisionRow,
    GroupRow,
    ParticipantRow,
    SessionRow,
    VoteRow,
)
from hcmd_lab.storage.session_index import SessionIndex
from hcmd_lab.storage.stored_values import readable_row
from hcmd_lab.storage.study_database import StudyDatabase

_ALARMS = """
    SELECT e.id, e.session, e.utc, e.kind, e.body
    FROM incident i JOIN event e ON e.id = i.event_id
    WHERE i.kind GLOB 'alarm_*' ORDER BY e.id
"""

_GROUPS = """
    SELECT g.session, g.group_number, s.purpose, s.iteration,
        CASE WHEN s.imported THEN 'imported' WHEN g.bots > 0 THEN 'simulated' ELSE 'human' END,
        g.status, g.tail_endowment, g.mechanism_1, g.mechanism_2, g.practice_mechanism,
        g.seat_order, g.left_stage, g.votes_1, g.votes_2, g.by_coin, g.winner,
        (SELECT json_group_array(p.station) FROM participant p
            WHERE p.session = g.session AND p.group_number = g.group_number AND p.is_bot),
        g.set_aside
    FROM session_group g JOIN session s ON s.code = g.session
    {where} ORDER BY s.event_id, g.group_number
"""

_PARTICIPANTS = """
    SELECT p.session, p.code, coalesce(l.label, ''), p.is_bot, p.station, p.group_number, p.seat,
        p.dropped, p.checked_in_utc
    FROM participant p
    LEFT JOIN person_label l ON l.session = p.session AND l.participant = p.code
    {where} ORDER BY p.session, p.code
"""

_DECISIONS = """
    SELECT d.session, d.group_number, d.stage, d.round_number, d.seat, d.endowment,
        d.contribution, d.decided_by, d.at_ms, o.mechanism, coalesce(m.name, o.mechanism),
        o.weight_units, o.payout_hundredths
    FROM decision d
    JOIN session s ON s.code = d.session
    LEFT JOIN outcome o USING (session, group_number, stage, round_number, seat)
    LEFT JOIN mechanism m ON m.sha256 = o.mechanism
    {where} ORDER BY s.event_id, d.group_number, d.stage, d.round_number, d.seat
"""

_LAST_ROUND = """
    SELECT coalesce(max((d.stage - 1) * s.rounds + d.round_number), 0)
    FROM decision d JOIN session s ON s.code = d.session WHERE d.session = ?
"""

_VOTES = """
    SELECT session, group_number, seat, choice, decided_by
    FROM vote {where} ORDER BY session, group_number, seat
"""

_WITHDRAWN_SEATS = """
    SELECT p.session, p.group_number, p.seat
    FROM privacy w JOIN participant p ON p.session = w.session AND p.code = w.participant
    WHERE w.act = 'withdrawn' AND p.seat IS NOT NULL
"""

_WITHDRAWN_VOTES = f"""
    SELECT session, group_number, count(choice) FROM vote
    WHERE (session, group_number, seat) IN ({_WITHDRAWN_SEATS}) GROUP BY session, group_number
"""  # noqa: S608 - a query of ours

_UNUSABLE = """
    SELECT session, group_number FROM session_group WHERE status = 'void'
    UNION SELECT session, group_number FROM session_group WHERE set_aside = 'unused'
"""


class DerivedTables:
    """Sessions, groups, participants, decisions and votes."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database
        self._index = SessionIndex(database)

    def sessions(self) -> list[SessionRow]:
        """All sessions, oldest first; `SessionIndex` asks for single ones."""
        return self._index.all()

    def groups(self, session: str | None = None) -> list[GroupRow]:
        """The groups of a session, or of all sessions, in planning order.

        Raises:
            OperatorError: One is damaged.
        """
        rows = list(self._of(_GROUPS, "g.session", session))  # read to the end, whatever they hold
        return [self._group(row) for row in rows]

    def participants(self, session: str | None = None) -> list[ParticipantRow]:
        """The participants of a session, or of all, ordered by code."""
        return [
            ParticipantRow(code, name, label, bool(bot), station, group, seat, bool(dropped), utc)
            for code, name, label, bot, station, group, seat, dropped, utc in self._of(
                _PARTICIPANTS, "p.session", session
            )
        ]

    def decisions(self, session: str | None = None) -> list[DecisionRow]:
        """The decisions of a session, or of all, with their earnings so far.

        By group, stage, round and seat.
        """
        return [DecisionRow(*row) for row in self._of(_DECISIONS, "d.session", session)]

    def count_decisions(self) -> int:
        """How many decisions there are."""
        return int(self._rows("SELECT count(*) FROM decision")[0][0])

    def last_round(self, session: str) -> int:
        """The last round of a session in which anybody decided, counted over its stages."""
        return int(self._rows(_LAST_ROUND, session)[0][0])

    def votes(self, session: str | None = None) -> list[VoteRow]:
        """The votes of a session, or of all."""
        return [VoteRow(*row) for row in self._of(_VOTES, "session", session)]

    def alarms(self) -> list[Logged]:
        """The alarms of all sessions, oldest first.

        Raises:
            OperatorError: An event is damaged.
        """
        rows = self._rows(_ALARMS)
        return [Logged(at, code, utc, decode(at, kind, body)) for at, code, utc, kind, body in rows]

    def tally(self) -> list[GroupTally]:
        """How many groups there are of each kind."""
        with (
            self._database.reading() as connection,
            readable_row("group_tally", self._database.path),
        ):
            return list(read_tally(connection))

    def withdrawn_votes(self) -> list[tuple[GroupTally, int]]:
        """Votes of participants who have withdrawn: the kind of their group, and how many."""
        with self._database.reading() as connection:
            withdrawn = connection.execute(_WITHDRAWN_VOTES).fetchall()
            return [
                (kind_of(connection, session, number), votes)
                for session, number, votes in withdrawn
            ]

    def met_unfinished(self) -> set[tuple[str, int, str]]:
        """Session, group and SHA-256 of each mechanism by which an incomplete group was paid.

        Practice is not paid. A complete group has met both of its mechanisms.
        """
        return set(
            self._rows(
                "SELECT DISTINCT o.session, o.group_number, o.mechanism FROM session_group g "
                "JOIN outcome o ON o.session = g.session AND o.group_number = g.group_number "
                "WHERE g.status IN ('playing', 'ended_early', 'void') AND o.stage > 0"
            )
        )

    def unusable_groups(self) -> set[tuple[str, int]]:
        """Session and number of the groups that are void, or set aside and not data any more."""
        return set(self._rows(_UNUSABLE))

    def played_groups(
        self,
        *,
        iterations: Collection[int] | None = None,
        purposes: Collection[Purpose] = ("acquire", "evaluate"),
        complete_only: bool = True,
    ) -> list[PlayedGroup]:
        """Groups as played, without void groups and incomplete stages.

        Args:
            iterations: The study's iterations; None for all.
            purposes: Purposes of the sessions; pilots are excluded unless named.
            complete_only: Whether to include only groups whose last stage is complete.

        Returns:
            Groups in the order in which they were planned; payouts in coins, mechanisms by name.
        """
        rounds = dict(self._rows("SELECT code, rounds FROM session"))
        # Withdrawn participants stay in what others saw, but are excluded from learning.
        gone = set(self._rows(_WITHDRAWN_SEATS))
        given = {
            (v.session, v.group, v.seat): v.choice
            for v in self.votes()
            if (v.session, v.group, v.seat) not in gone
        }
        rows = {(row.session, row.number): row for row in self.groups()}
        # Never all at once: the decisions of a large study would fill the memory.
        made = (DecisionRow(*row) for row in self._of(_DECISIONS, "d.session", None))
        paid = (row for row in made if row.payout_hundredths is not None)
        found = []
        for where, rounds_made in groupby(paid, key=lambda row: (row.session, row.group)):
            group = rows[where]
            if (
                group.purpose not in purposes
                or (iterations is not None and group.iteration not in iterations)
                or group.status == "void"
                or (complete_only and group.status != "complete")
            ):
                continue
            stages = tuple(_stages(rounds_made, rounds[group.session], gone))
            if stages:
                seats = range(len(stages[0].endowments[0]))
                votes = tuple(given.get((*where, seat)) for seat in seats)
                found.append(
                    PlayedGroup(
                        group.name, group.iteration, group.source, group.purpose, stages, votes
                    )
                )
        return found

    def _group(self, row: tuple[Any, ...]) -> GroupRow:
        with readable_row(f"session_group {row[0]} {row[1]}", self._database.path):
            return _group_row(row)

    def _of(self, sql: str, column: str, session: str | None) -> Iterator[tuple[Any, ...]]:
        """Rows of one session, found by an index, or of all."""
        where = "" if session is None else f"WHERE {column} = ?"
        with self._database.reading() as connection:
            yield from connection.execute(
                sql.format(where=where), () if session is None else (session,)
            )

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._database.reading() as connection:
            return connection.execute(sql, values).fetchall()


def _group_row(row: tuple[Any, ...]) -> GroupRow:
    (
        session, number, purpose, iteration, source, status, tail_endowment, mechanism_1,
        mechanism_2, practice, seat_order, left_stage, votes_1, votes_2, by_coin, winner,
        simulated_at, set_aside,
    ) = row  # fmt: skip
    mechanisms = (mechanism_1, mechanism_2)
    plan = None
    if seat_order is not None:
        order, sides = tuple(json.loads(seat_order)), tuple(json.loads(left_stage))
        plan = GroupPlan(tail_endowment, mechanisms, order, sides, practice)
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
        simulated_at=tuple(json.loads(simulated_at)),
        set_aside=Aside(set_aside),
    )


def _stages(
    made: Iterable[DecisionRow], rounds: int | None, gone: Set[tuple[str, int, int]]
) -> Iterator[PlayedStage]:
    for stage, rows in groupby(made, key=lambda row: row.stage):
        by_round = [list(seats) for _, seats in groupby(rows, key=lambda row: row.round)]
        # An imported stage is as long as it is; one that was played here has the game's rounds.
        if rounds is None or len(by_round) == rounds:
            yield PlayedStage(
                stage=stage,
                mechanism=by_round[0][0].mechanism_name or "",
                endowments=tuple(tuple(row.endowment for row in seats) for seats in by_round),
                contributions=tuple(tuple(row.contribution for row in seats) for seats in by_round),
                payouts=tuple(
                    tuple((row.payout_hundredths or 0) / HUNDREDTHS for row in seats)
                    for seats in by_round
                ),
                own_choice=tuple(
                    tuple(
                        row.decided_by == "participant"
                        and (row.session, row.group, row.seat) not in gone
                        for row in seats
                    )
                    for seats in by_round
                ),
            )
