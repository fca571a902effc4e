"""Makes studies of any size, fast: one session is played, the others are copies of it.

A copy has a code of its own; everything else is the first session's, so that a large study costs
what so many sessions cost, to the byte.
"""

import sqlite3
from pathlib import Path

from hcmd_lab.codes import new_code
from hcmd_lab.storage.derived_schema import DERIVED_TABLES
from hcmd_lab.storage.event_chain import extend, head
from hcmd_lab.storage.seals import seal_everything
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

GROUPS_A_SESSION = 12
"""Forty-eight stations."""

_COPIED = ("event", "software", *DERIVED_TABLES)
"""In an order in which each refers to earlier ones only."""


_SHORTLY = {
    "max_epochs": 4, "splits": 1, "updates": [4, 4], "games": 50, "repetitions": 10,
    "vote_penalties": [0.1],
}  # fmt: skip
"""Settings of training steps that take seconds."""


def grow(folder: Path, groups: int, *, is_trained: bool = False) -> None:
    """Make a study of simulated people with about `groups` groups; all have played.

    Args:
        folder: Does not exist or is empty.
        groups: As many whole sessions as come closest, at least one.
        is_trained: Whether it has been through an iteration, which was trained with the first
            session alone, so that there is something to report.
    """
    sessions = max(1, round(groups / GROUPS_A_SESSION))
    in_a_session = min(GROUPS_A_SESSION, groups)
    most = min(10_000, GROUPS_A_SESSION * sessions + GROUPS_A_SESSION)
    wanted = [in_a_session if is_trained else most, GROUPS_A_SESSION]
    settings = make_settings(
        "quick", {"participants": "simulated", "groups": wanted, "seed": 1} | _SHORTLY
    )
    with make_study(folder, settings) as store:
        study = Study(store, run_here)
        for _ in study.perform(Step.INITIALISE):
            pass
        play_simulated(study, "acquire", in_a_session)
        for step in (Step.MODEL, Step.OPTIMIZE) if is_trained else ():
            for _ in study.perform(step):
                pass
    copy_first_session(folder, sessions - 1)


def copy_first_session(folder: Path, copies: int) -> None:
    """Copy the first session of a closed study under other codes.

    Args:
        folder: The study's.
        copies: How many sessions there shall be more.
    """
    connection = sqlite3.connect(folder / "study.db")
    connection.execute("PRAGMA foreign_keys = ON")
    (first,) = connection.execute("SELECT code FROM session").fetchone()
    (events,) = connection.execute("SELECT max(id) FROM event").fetchone()
    end = head(connection)
    for copy in range(1, copies + 1):
        code = new_code()
        for table in _COPIED:
            _copy_rows(connection, table, first, code, copy * events)
        end = extend(connection, end)
        connection.commit()
    seal_everything(connection)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    with Store.open(folder):
        pass  # closing writes the mark


def _copy_rows(
    connection: sqlite3.Connection, table: str, session: str, code: str, further: int
) -> None:
    """Copy a session's rows under another code, with event numbers that much higher."""
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    # Who is simulated is counted again by triggers, as the participants come in.
    new = {"session": ":code", "code": ":code" if table == "session" else "code", "bots": "0"}
    shifted = {"event_id", *(("id",) if table == "event" else ())}
    values = [f"{name} + :further" if name in shifted else new.get(name, name) for name in columns]
    owner = {
        "session": "code = :session",
        "software": "event_id IN (SELECT id FROM event WHERE session = :session)",
    }
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} "  # noqa: S608 - names of ours
        f"WHERE {owner.get(table, 'session = :session')}",
        {"code": code, "session": session, "further": further},
    )
