"""A study that another program has changed can be gone on with, and its log tells so for good."""

import re
import shutil
from pathlib import Path

import pytest
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.audit import audit
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, add_to_log
from hcmd_lab.study.taken_as_it_is import take_as_it_is, would_be_taken
from hcmd_lab.study.whole import check_whole
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.telling.study_log import entry_in_words

RENAMED = "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key = 'settings'"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


def findings(study: Path) -> list[str]:
    with Store.read(study) as store:
        return [str(finding) for finding in check_whole(Study(store))]


def told(study: Path) -> list[str]:
    with Store.read(study) as store:
        return [entry_in_words(entry) for entry in Study(store).log()]


def last_of_audit(study: Path) -> str:
    with Store.read(study) as store:
        return audit_in_words(audit(Study(store)))[-1]


def test_changed_settings(study: Path) -> None:
    as_stored = "Settings, training steps and notes are as HCMD Lab stored them last."
    assert last_of_audit(study) == as_stored
    tamper(study, RENAMED)
    assert findings(study)
    assert last_of_audit(study) == (
        "Another program has changed this study: the study’s note “settings”."
    )
    entry = take_as_it_is(StudyFolder(study))
    assert entry is not None
    assert entry.kind is LogKind.TAKEN_AS_IT_IS
    assert findings(study) == []
    assert last_of_audit(study) == as_stored
    (line,) = told(study)
    assert line.endswith(
        "taken as it is. Another program had changed: the study’s note “settings”."
    )


def test_missing_events_and_changed_settings(study: Path) -> None:
    shutil.copy(study / "study.db", study.parent / "older.db")
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
        events = store.log.count()
    shutil.copy(study.parent / "older.db", study / "study.db")
    tamper(study, RENAMED)
    take_as_it_is(StudyFolder(study))
    assert findings(study) == []
    (line,) = told(study)
    assert (
        f"{events} saved events were missing. 1 saved change of settings, training steps or notes "
        "was missing. Another program had changed:"
    ) in line


def test_a_missing_training_step(study: Path) -> None:
    shutil.copy(study / "study.db", study.parent / "older.db")
    with Store.open(study) as store:
        store.facts.set("lab name", "A")
    shutil.copy(study.parent / "older.db", study / "study.db")
    take_as_it_is(StudyFolder(study))
    assert findings(study) == []
    (line,) = told(study)
    assert line.endswith("1 saved change of settings, training steps or notes was missing.")


def test_another_log(study: Path) -> None:
    shutil.copytree(study, study.parent / "other")
    for folder in (study, study.parent / "other"):
        with Store.open(folder) as store:
            play_simulated(Study(store), "acquire", 1)
    shutil.copy(study.parent / "other" / "study.db", study / "study.db")
    take_as_it_is(StudyFolder(study))
    assert findings(study) == []
    (line,) = told(study)
    assert line.endswith("taken as it is. What it held was not what had been saved.")


def test_a_mark_that_cannot_be_read(study: Path) -> None:
    (study / "study.mark").write_bytes(b"\xff")
    take_as_it_is(StudyFolder(study))
    (line,) = told(study)
    assert line.endswith("Nobody could tell whether saved events were missing.")


def test_a_study_with_nothing_to_take(study: Path) -> None:
    assert take_as_it_is(StudyFolder(study)) is None
    assert told(study) == []


def test_a_study_log_that_another_program_has_changed(study: Path) -> None:
    with Store.open(study) as store:
        add_to_log(store.facts, LogKind.REGISTERED)
    tamper(study, "UPDATE study SET value = value || ' ' WHERE key = 'study log'")
    with Store.open(study) as store, pytest.raises(OperatorError, match="“study log”"):
        add_to_log(store.facts, LogKind.REGISTERED)
    entry = take_as_it_is(StudyFolder(study))
    assert entry is not None
    assert entry.details["changed"] == [["study", "study log"]]
    assert findings(study) == []


def with_sessions(study: Path) -> Path:
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 2)
        play_simulated(Study(store), "acquire", 2)
    return study


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET utc = '2031-01-01T00:00:00.000+00:00' WHERE id = 40",
        "UPDATE event SET body = replace(body, 'by\":\"participant', 'by\":\"timeout') "
        "WHERE kind = 'Contributed'",
        "UPDATE chain SET digest = hex(zeroblob(32)) WHERE event_id = 40",
    ],
)
def test_a_log_that_another_program_has_changed(study: Path, statement: str) -> None:
    tamper(with_sessions(study), statement)
    assert findings(study)
    details = would_be_taken(StudyFolder(study))
    entry = take_as_it_is(StudyFolder(study))
    assert entry is not None
    assert entry.details == details
    assert findings(study) == []
    (line,) = told(study)
    said = r"as it is\. Another program had changed the log of events, at event \d+ or before it\."
    assert re.search(said, line)
    assert take_as_it_is(StudyFolder(study)) is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE seal SET digest = hex(zeroblob(32)) WHERE id = 3", "DELETE FROM seal WHERE id = 3"],
)
def test_seals_that_another_program_has_changed(study: Path, statement: str) -> None:
    tamper(with_sessions(study), statement)
    assert findings(study)
    details = would_be_taken(StudyFolder(study))
    entry = take_as_it_is(StudyFolder(study))
    assert entry is not None
    assert (entry.details["seal"], entry.details["event"]) in ((3, None), (4, None))
    assert details is not None
    assert details["seal"] == entry.details["seal"]
    assert findings(study) == []
    (line,) = told(study)
    assert "Another program had changed the seals of what is kept beside the log, at seal" in line
    assert take_as_it_is(StudyFolder(study)) is None


def test_a_log_that_contradicts_itself_is_not_taken(study: Path) -> None:
    tamper(with_sessions(study), "DELETE FROM event WHERE kind = 'SessionOpened' AND id > 1")
    before = findings(study)
    with pytest.raises(OperatorError, match="contradicts itself"):
        take_as_it_is(StudyFolder(study))
    assert findings(study) == before
