"""What was deleted for somebody's privacy is in no file, and no restoration brings it back."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner
from walks import TABLES, random_walk

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game import events as ev
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.restoring import restore
from hcmd_lab.storage.sound_backup import newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.telling.backups import restored_words

app = lab_program()

SESSION, UTC = "aaaaaaaa", "2030-01-02T03:04:05.678+00:00"
NAME = b"Zdenka-Marusha"
GONE = "p2"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of four people with labels, and a backup that holds them."""
    folder = tmp_path_factory.mktemp("deleted") / "study"
    with Store.create(folder, {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        events = [
            replace(event, label=f"{NAME.decode()} {event.participant}", is_bot=False)
            if isinstance(event, ev.CheckedIn)
            else event
            for event in random_walk(4).events
        ]
        store.log.append(SESSION, events, UTC)
        store.private.add_participant_list(SESSION, [f"{NAME.decode()} {n}" for n in range(9)])
        store.back_up(Occasion.SESSION)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "study"))


def held_in(study: Path, words: bytes) -> list[str]:
    """Files of the database that hold some words."""
    return [file.name for file in sorted(study.glob("study.db*")) if words in file.read_bytes()]


def withdraw(store: Store) -> None:
    store.private.withdraw(SESSION, GONE, UTC, "asked by mail")


def purge(store: Store) -> None:
    store.private.purge_labels("", UTC, "paid", fingerprints=True)


def test_a_withdrawal_leaves_no_label_in_the_files_of_the_open_study(study: Path) -> None:
    label = NAME + b" p2"
    with Store.open(study) as store:
        assert held_in(study, label)
        withdraw(store)
        assert held_in(study, label) == []
    assert held_in(study, label) == []


@pytest.mark.parametrize("act", [withdraw, purge])
def test_nor_while_another_program_reads_once_both_have_ended(
    study: Path, act: Callable[[Store], None]
) -> None:
    label = NAME + b" p2"
    with Store.read(study) as reader:
        with Store.open(study) as store:
            act(store)
        assert reader.private.labels(), "it reads the moment at which it was opened"
    with Store.open(study):
        pass
    assert held_in(study, label) == []


def restored_sentence(study: Path) -> str:
    folder = StudyFolder(study)
    return restored_words(restore(folder, newest_sound(folder)[0].path))


@pytest.mark.parametrize("act", [withdraw, purge])
def test_a_restoration_undoes_no_deletion_and_no_withdrawal(
    study: Path, act: Callable[[Store], None]
) -> None:
    with Store.open(study) as store:
        act(store)
        audit, labels = store.private.audit(), store.private.labels()
        prints = store.fingerprints.all()
        listed = store.private.participant_list(SESSION)
    said = restored_sentence(study)
    assert f"{len(audit)} deletion" in said
    with Store.open(study) as store:
        assert store.private.audit() == audit
        assert store.private.labels() == labels
        assert store.private.participant_list(SESSION) == listed
        assert store.fingerprints.all() == prints
        export_study(store, study.parent / "out")
    assert held_in(study, NAME + b" p2") == []
    people = (study.parent / "out" / "participants.csv").read_text("utf-8")
    assert (f",{GONE}," in people) == (act is purge)
    again = restored_sentence(study)
    assert f"{len(audit)} deletion" in again, "also the second time"


def test_a_restoration_of_a_study_that_cannot_be_read_says_what_may_be_undone(study: Path) -> None:
    with Store.open(study) as store:
        purge(store)
    (study / "study.db").write_bytes(b"no database" * 1000)
    assert "do these once more" in restored_sentence(study)


def test_an_audit_that_never_ends_or_is_none_hangs_no_restoration(study: Path) -> None:
    connection = sqlite3.connect(study / "study.db")
    connection.execute("ALTER TABLE privacy RENAME TO hidden")
    connection.execute(
        "CREATE VIEW privacy AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT x AS id, x AS utc, x AS act, x AS session, x AS participant, x AS reason FROM n"
    )
    connection.commit()
    connection.close()
    assert "do these once more" in restored_sentence(study)


def test_where_nothing_was_deleted_nothing_is_said_of_it(study: Path) -> None:
    said = restored_sentence(study)
    assert "deletion" not in said
    assert "once more" not in said


def test_copies_that_may_still_hold_labels_are_named(study: Path) -> None:
    restored_sentence(study)
    with Store.open(study) as store:
        export_study(store, study.parent / "out")
    told = CliRunner().invoke(app, ["privacy", "purge", str(study), "--reason", "paid", "--yes"])
    assert told.exit_code == 0, told.output
    words = " ".join(told.output.split())
    (aside,) = study.glob("set-aside-*")
    assert NAME in (aside / "study.db").read_bytes()
    for place in (aside, study.parent / "out", *(study / "backups").glob("*.db")):
        assert place.name in words.replace(" ", ""), place
    assert json.loads(CliRunner().invoke(
        app, ["privacy", "log", str(study), "--json"]).output)[0]["reason"] == "paid"  # fmt: skip
