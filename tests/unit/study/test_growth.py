"""Nothing on a session's path depends on how many groups a study has: counted, not timed.

SQLite counts the steps of its virtual machine: what reads more rows takes more of them.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from studies import playable_study

from benchmarks.grown_study import copy_first_session
from hcmd_lab.codes import new_code
from hcmd_lab.game import events as ev
from hcmd_lab.hosting.preflight import examine
from hcmd_lab.storage import codec
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

FEW, MANY = 10, 300
A_SESSION = 5


@dataclass
class Work:
    """What a call asked of the database.

    Attributes:
        steps: Thousands of steps of SQLite's virtual machine.
        statements: SQL statements.
        events: Events that were decoded.
    """

    steps: int = 0
    statements: int = 0
    events: int = 0


def counted(store: Store, monkeypatch: pytest.MonkeyPatch, call: Callable[[], object]) -> Work:
    work = Work()
    connection: sqlite3.Connection = store._database.sqlite.conn
    decode = codec.decode

    def step() -> None:
        work.steps += 1

    def statement(_: str) -> None:
        work.statements += 1

    def decoded(event_id: int, kind: str, body: str) -> ev.Event:
        work.events += 1
        return decode(event_id, kind, body)

    connection.set_progress_handler(step, 100)
    connection.set_trace_callback(statement)
    with monkeypatch.context() as patched:
        patched.setattr("hcmd_lab.storage.session_log.decode", decoded)
        call()
    connection.set_progress_handler(None, 0)
    connection.set_trace_callback(None)
    return work


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same study with few groups and with many; the next step is ACQUIRE in both."""
    made = []
    for groups in (FEW, MANY):
        folder = playable_study(tmp_path_factory.mktemp("grown") / "study", 2 * MANY)
        with Store.open(folder) as store:
            play_simulated(Study(store), "acquire", A_SESSION)
        copy_first_session(folder, groups // A_SESSION - 1)
        made.append(folder)
    return made[0], made[1]


def test_a_study_of_copied_sessions_is_whole(studies: tuple[Path, Path]) -> None:
    with Store.read(studies[0]) as store:
        assert check_study(store) == []


def next_group_ends(study: Study) -> None:
    study.status()
    study.lacking()
    study.contrasts()
    assert not study.can_add_iteration
    assert study.store.sessions.unfinished() is None


def next_session_is_made(study: Study) -> None:
    study.last_rules()
    examine(study, "acquire", address="127.0.0.1", port=0)
    study.plan_session("acquire", 2)
    study.pairs_for("acquire")
    study.store.sessions.last_port()
    study.store.fingerprints.earlier("Ann")


def session_is_resumed(study: Study) -> None:
    newest = study.store.sessions.newest_played()
    assert newest is not None
    assert study.store.log.first_event(newest.code) is not None
    assert study.store.log.events(newest.code)
    study.store.log.clock(newest.code)
    study.store.private.participant_list(newest.code)


def participant_comes(study: Study) -> None:
    newest = study.store.sessions.newest_played()
    assert newest is not None
    study.store.fingerprints.is_in(newest.code, "Ann")
    came = ev.CheckedIn(0, new_code(), new_code(), f"Ann {new_code()}", is_bot=False)
    study.store.log.append(newest.code, [came], utc_now())


def session_is_played(study: Study) -> None:
    """From its opening by check-ins, rounds and votes to the end of its group, and its mark."""
    play_simulated(study, "acquire", 1)
    study.store.settle()


def decision_is_stored(study: Study) -> None:
    newest = study.store.sessions.newest_played()
    assert newest is not None
    study.store.log.append(newest.code, [ev.NoteTaken(0, "nothing to derive")], utc_now())
    study.store.log.set_clock(newest.code, 1)


@pytest.mark.parametrize(
    "call",
    [
        next_group_ends,
        next_session_is_made,
        session_is_resumed,
        participant_comes,
        session_is_played,
        decision_is_stored,
    ],
)
def test_the_same_is_asked_of_a_large_study(
    studies: tuple[Path, Path], call: Callable[[Study], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    works = []
    for folder in studies:
        with Store.open(folder) as store:
            study = Study(store)
            call(study)  # what is read once for good
            works.append(counted(store, monkeypatch, lambda study=study: call(study)))
    few, many = works
    assert few.statements == many.statements > 0
    assert few.events == many.events
    assert many.steps <= few.steps + 2, (few, many)
