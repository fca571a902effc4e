"""Questions about a study's sessions, answered by indexes: none reads all of them but `all`."""

import json
from pathlib import Path
from typing import Any

from hcmd_lab.game.played import Aside, Purpose
from hcmd_lab.storage.facts import LABS_FACT, Facts
from hcmd_lab.storage.records import SessionRow
from hcmd_lab.storage.stored_values import read_json, read_versions, readable_row
from hcmd_lab.storage.study_database import StudyDatabase

_SESSIONS = """
    SELECT code, purpose, iteration, imported, seed, status, opened_utc, closed_utc,
        (SELECT count(*) FROM session_group WHERE session = code),
        coalesce(
            (SELECT versions FROM software WHERE software.event_id = session.event_id), '{}'
        ),
        coalesce((SELECT max(set_aside) FROM session_group WHERE session = code), '')
    FROM session
"""

_ANY_PORT = "SELECT 1 FROM study WHERE key >= 'port of ' AND key < 'port of!' LIMIT 1"

_PORTS = """
    SELECT study.value FROM session JOIN study ON study.key = 'port of ' || session.code
    ORDER BY session.event_id DESC LIMIT 1
"""


_KEPT = """
    EXISTS (SELECT 1 FROM session_group WHERE session = code AND set_aside = '')
"""

_WITH_PURPOSE = f"SELECT 1 FROM session WHERE purpose = ? AND {_KEPT} LIMIT 1"  # noqa: S608 - ours

_OPENED_SINCE = f"""
    SELECT count(*) FROM session WHERE opened_utc >= ? AND {_KEPT}
"""  # noqa: S608 - ours

_COME_AFTER = f"""
    SELECT count(*) FROM session WHERE event_id > ?1 AND {_KEPT}
    AND (code NOT IN (SELECT value FROM json_each(?2)) OR opened_utc >= ?3)
"""  # noqa: S608 - ours

_PLAYED_HERE = "NOT imported AND code NOT IN (SELECT value FROM json_each(?))"

_LAST_UTC = """
    WITH elsewhere AS (SELECT value FROM json_each(?))
    SELECT max(
        coalesce((
            SELECT opened_utc FROM session WHERE code NOT IN elsewhere
            ORDER BY opened_utc DESC LIMIT 1
        ), ''),
        coalesce((
            SELECT closed_utc FROM session WHERE code NOT IN elsewhere
            ORDER BY closed_utc DESC LIMIT 1
        ), '')
    )
"""

_WITHOUT_SOFTWARE = """
    SELECT code FROM session LEFT JOIN software USING (event_id)
    WHERE software.versions IS NULL ORDER BY event_id
"""


class SessionIndex:
    """The sessions of an open study."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database

    def all(self) -> list[SessionRow]:
        """All sessions, oldest first."""
        return self._rows("ORDER BY event_id")

    def get(self, code: str) -> SessionRow:
        """The session with this code, which has to be there."""
        (row,) = self._rows("WHERE code = ?", code)
        return row

    def unfinished(self) -> str | None:
        """Code of the newest session that was not closed; None if there is none."""
        code = self._one("SELECT code FROM session WHERE status = 'open' ORDER BY event_id DESC")
        return None if code is None else str(code)

    def newest_played(self) -> SessionRow | None:
        """The newest session that was played here, in no lab whose bundle was merged."""
        newest = f"WHERE {_PLAYED_HERE} ORDER BY event_id DESC LIMIT 1"
        return next(iter(self._rows(newest, self._elsewhere())), None)

    def newest_logged(self) -> SessionRow | None:
        """The newest session that was played here or in a lab whose bundle was merged."""
        return next(iter(self._rows("WHERE NOT imported ORDER BY event_id DESC LIMIT 1")), None)

    def count(self) -> int:
        """How many there are."""
        return int(self._one("SELECT count(*) FROM session") or 0)

    def has(self, purpose: Purpose) -> bool:
        """Whether there is one with this purpose that was not set aside."""
        return self._one(_WITH_PURPOSE, purpose) is not None

    def opened_since(self, utc: str, event: int | None = None) -> int:
        """How many were opened or imported since then, and not set aside.

        Args:
            utc: The time, by which those of other labs are told.
            event: The last event of this study's log then; None if only the time is known.
        """
        if event is None:
            return int(self._one(_OPENED_SINCE, utc) or 0)
        return int(self._one(_COME_AFTER, event, self._elsewhere(), utc) or 0)

    def last_utc(self) -> str | None:
        """The latest time at which one was opened or closed by this lab; None before the first.

        Those of other labs are told by other clocks.
        """
        return self._one(_LAST_UTC, self._elsewhere()) or None

    def without_software(self) -> list[str]:
        """Sessions of which it is not noted which software ran them."""
        with self._database.reading() as connection:
            rows = connection.execute(_WITHOUT_SOFTWARE).fetchall()
        return [code for (code,) in rows]

    def last_port(self) -> int | None:
        """The port of the newest session that has one."""
        stored = None if self._one(_ANY_PORT) is None else self._one(_PORTS)
        port = None if stored is None else read_json(stored, "port", self._database.path)
        return port if isinstance(port, int) else None

    def _elsewhere(self) -> str:
        """Codes of the sessions that other labs played, as JSON."""
        return json.dumps(list(Facts(self._database).get(LABS_FACT, {})))

    def _rows(self, condition: str, *values: object) -> list[SessionRow]:
        with self._database.reading() as connection:
            rows = connection.execute(_SESSIONS + condition, values).fetchall()
        return [self._row(row) for row in rows]

    def _row(self, row: tuple[Any, ...]) -> SessionRow:
        with readable_row(f"session {row[0]}", self._database.path):
            return _session_row(row, self._database.path)

    def _one(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - whatever the cell holds
        with self._database.reading() as connection:
            row = connection.execute(sql, values).fetchone()
        return None if row is None else row[0]


def _session_row(row: tuple[Any, ...], path: Path) -> SessionRow:
    (
        code, purpose, iteration, imported, seed, status, opened_utc, closed_utc, count, versions,
        set_aside,
    ) = row  # fmt: skip
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
        versions=read_versions(versions, f"software of session {code}", path),
        set_aside=Aside(set_aside),
    )
