"""The long table: one row per participant, stage and round, with columns as in oTree.

The columns and their units are described in `docs/data.md`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.storage.records import DecisionRow, GroupRow, ParticipantRow, SessionRow
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.tablefile import Value, coins, write_table

LONG_NAME = "long.csv"

LONG_COLUMNS = (
    "participant.code",
    "participant.label",
    "participant._is_bot",
    "participant.time_started_utc",
    "participant.payoff",
    "player.id_in_group",
    "player.role",
    "player.endowment",
    "player.contribution",
    "player.payout",
    "player.payoff",
    "player.timeout_happened",
    "player.decided_by",
    "player.time_decided_ms",
    "player.vote",
    "group.id_in_subsession",
    "group.source",
    "group.status",
    "group.tail_endowment",
    "group.mechanism",
    "group.mechanism_sha256",
    "group.fund",
    "group.winner",
    "subsession.stage",
    "subsession.round_number",
    "session.code",
    "session.is_demo",
    "session.purpose",
    "session.iteration",
    "session.time_opened_utc",
)


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was exported.

    Attributes:
        path: The file.
        rows: Rows in it, without the header.
        groups: Groups in it.
        pilots_left_out: Pilot sessions that are not in it.
    """

    path: Path
    rows: int
    groups: int
    pilots_left_out: int


def export_long(
    store: Store,
    folder: Path | None = None,
    *,
    include_pilots: bool = False,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> ExportSummary:
    """Write the long table; the store may be read-only and a session may be running.

    Args:
        store: The study.
        folder: Where to write `long.csv`; the study's own folder `exports` if None.
        include_pilots: Whether sessions that were pilots are in the table.
        on_progress: Called with the sessions read and to read; if it raises, nothing is written.

    Raises:
        OperatorError: The file cannot be written.
    """
    path = (folder or store.folder.exports) / LONG_NAME
    with store.snapshot():
        every = store.sessions()
        kept = [s for s in every if include_pilots or s.purpose != "pilot"]
        tables = []
        for done, session in enumerate(kept):
            on_progress(done, len(kept))
            tables.append(_Session(store, session))
        rows = write_table(path, LONG_COLUMNS, (row for table in tables for row in table.rows()))
    groups = sum(len({row.group for row in table.decisions}) for table in tables)
    return ExportSummary(path, rows, groups, pilots_left_out=len(every) - len(kept))


class _Session:
    """One session's part of the table."""

    def __init__(self, store: Store, session: SessionRow) -> None:
        self.session = session
        self.decisions = store.decisions(session.code)
        self.groups = {row.number: row for row in store.groups(session.code)}
        self.votes = {(v.group, v.seat): v.choice for v in store.votes(session.code)}
        self.people = {
            (person.group, person.seat): person for person in store.participants(session.code)
        }
        self.earned: dict[tuple[int, int], int] = {}
        self.funds: dict[tuple[int, int, int], int] = {}
        for row in self.decisions:
            if row.payout_hundredths is not None:
                reward = reward_hundredths(row.endowment, row.contribution, row.payout_hundredths)
                who, which = (row.group, row.seat), (row.group, row.stage, row.round)
                self.earned[who] = self.earned.get(who, 0) + reward
                self.funds[which] = self.funds.get(which, 0) + row.payout_hundredths

    def rows(self) -> Iterator[dict[str, Value]]:
        for row in self.decisions:
            yield {
                **self._participant(self.people.get((row.group, row.seat)), row),
                **self._player(row),
                **self._group(self.groups[row.group], row),
                **self._session(),
            }

    def _participant(self, person: ParticipantRow | None, row: DecisionRow) -> dict[str, Value]:
        return {
            "participant.code": person.code if person else None,
            "participant.label": person.label if person else None,
            "participant._is_bot": person.is_bot if person else None,
            "participant.time_started_utc": person.checked_in_utc if person else None,
            "participant.payoff": coins(self.earned.get((row.group, row.seat), 0)),
        }

    def _player(self, row: DecisionRow) -> dict[str, Value]:
        paid = row.payout_hundredths
        return {
            "player.id_in_group": row.seat + 1,
            "player.role": "tail" if row.seat else "head",
            "player.endowment": row.endowment,
            "player.contribution": row.contribution,
            "player.payout": None if paid is None else coins(paid),
            "player.payoff": None
            if paid is None
            else coins(reward_hundredths(row.endowment, row.contribution, paid)),
            "player.timeout_happened": row.decided_by == "timeout",
            "player.decided_by": row.decided_by,
            "player.time_decided_ms": None if self.session.imported else row.at_ms,
            "player.vote": self.votes.get((row.group, row.seat)),
        }

    def _group(self, group: GroupRow, row: DecisionRow) -> dict[str, Value]:
        fund = self.funds.get((row.group, row.stage, row.round))
        return {
            "group.id_in_subsession": group.number,
            "group.source": group.source,
            "group.status": group.status,
            "group.tail_endowment": group.tail_endowment or None,
            "group.mechanism": row.mechanism_name,
            "group.mechanism_sha256": None if self.session.imported else row.mechanism,
            "group.fund": None if fund is None else coins(fund),
            "group.winner": group.winner,
            "subsession.stage": row.stage,
            "subsession.round_number": row.round,
        }

    def _session(self) -> dict[str, Value]:
        session = self.session
        return {
            "session.code": session.code,
            "session.is_demo": session.purpose == "pilot",
            "session.purpose": session.purpose,
            "session.iteration": session.iteration,
            "session.time_opened_utc": session.opened_utc,
        }
