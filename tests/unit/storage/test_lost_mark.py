"""That a study was opened without its mark is told until it is taken as it is."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from studies import playable_study
from walks import TABLES, random_walk

from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.completeness import LOST_MARK_FACT
from hcmd_lab.storage.mark import read_mark
from hcmd_lab.storage.restoring import restore
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.audit import audit
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.taken_as_it_is import take_as_it_is, would_be_taken
from hcmd_lab.telling.audit import audit_in_words

CODE, UTC = "aaaaaaaa", "2030-01-02T03:04:05.678+00:00"
WORDS = "UTC without its file study.mark, or with one that could not be read"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lost") / "study"
    with Store.create(folder, {"a": 1}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append(CODE, random_walk(4).events, UTC)
        store.back_up(Occasion.SESSION)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "study"))


def told(study: Path) -> list[str]:
    with Store.read(study) as store:
        return [str(each) for each in check_study(store)]


def opened_without_mark(study: Path) -> None:
    (study / "study.mark").unlink()
    Store.open(study).close()


@pytest.mark.parametrize("mark", [None, b"\xff"])
def test_it_is_told_after_however_many_openings(study: Path, mark: bytes | None) -> None:
    if mark is None:
        (study / "study.mark").unlink()
    else:
        (study / "study.mark").write_bytes(mark)
    assert "study.mark is missing" in told(study)[0]
    for _ in range(3):
        with Store.open(study) as store:
            store.facts.set("a", 2)
        (finding,) = told(study)
        assert WORDS in finding


def test_the_first_opening_is_the_one_that_is_told(study: Path) -> None:
    opened_without_mark(study)
    with Store.read(study) as store:
        first = store.facts.get(LOST_MARK_FACT)
    opened_without_mark(study)
    with Store.read(study) as store:
        assert store.facts.get(LOST_MARK_FACT) == first


def test_taking_it_as_it_is_ends_it_and_says_so(study: Path) -> None:
    opened_without_mark(study)
    details = would_be_taken(StudyFolder(study))
    assert details is not None
    assert details["is_known"] is False
    entry = take_as_it_is(StudyFolder(study))
    assert entry is not None
    assert entry.details == details
    assert told(study) == []
    assert would_be_taken(StudyFolder(study)) is None
    assert take_as_it_is(StudyFolder(study)) is None


def test_a_new_study_has_its_mark_from_the_first_moment(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {"a": 1}) as store:
        mark = read_mark(tmp_path / "study")
        assert mark is not None
        assert mark.seal
        assert store.gaps() == []
    assert told(tmp_path / "study") == []


def test_one_that_was_killed_right_after_it_was_made_has_lost_nothing(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {"a": 1}):
        shutil.copytree(tmp_path / "study", tmp_path / "killed")
    Store.open(tmp_path / "killed").close()
    assert told(tmp_path / "killed") == []


def test_an_older_empty_copy_without_a_mark_is_told(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {"a": 1}):
        pass
    opened_without_mark(tmp_path / "study")
    assert WORDS in told(tmp_path / "study")[0]


def test_a_restored_study_has_not_lost_its_mark(study: Path) -> None:
    (backup,) = (study / "backups").glob("*.db")
    (study / "study.mark").unlink()
    restore(StudyFolder(study), backup)
    Store.open(study).close()
    assert told(study) == []


def test_a_backup_that_was_made_since_tells_it_too(study: Path) -> None:
    opened_without_mark(study)
    with Store.open(study) as store:
        backup = store.back_up(Occasion.HAND)
    take_as_it_is(StudyFolder(study))
    restore(StudyFolder(study), backup.path)
    assert WORDS in told(study)[0]


def test_the_note_cannot_be_taken_out_unseen(study: Path) -> None:
    opened_without_mark(study)
    with sqlite3.connect(study / "study.db") as connection:
        connection.execute("DELETE FROM study WHERE key = ?", (LOST_MARK_FACT,))
    connection.close()
    assert "“opened without its mark” is missing" in told(study)[0]


def test_the_audit_does_not_say_that_all_is_as_it_was_stored(tmp_path: Path) -> None:
    folder = playable_study(tmp_path / "study", 4)
    said = {}
    for when in ("before", "lost", "taken"):
        if when == "lost":
            opened_without_mark(folder)
        if when == "taken":
            take_as_it_is(StudyFolder(folder))
        with Store.read(folder) as store:
            said[when] = " ".join(audit_in_words(audit(ReadOnlyStudy(store))))
    stored, doubt = "are as HCMD Lab stored them last", "Nobody can tell whether all that had been"
    assert [stored in said[each] for each in said] == [True, False, True]
    assert [doubt in said[each] for each in said] == [False, True, False]
