"""A study that was damaged in any one place is never called whole, and nothing ends in a traceback.

Every file is taken away and spoiled in turn, and the rows of every table; each has its sentence.
"""

import shutil
from pathlib import Path

import pytest
from imported_groups import import_a_group
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("sound") / "study", 8)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 2)
        import_a_group(store, UTC)
        people = store.tables.participants()
        for person in people[:2]:
            store.private.withdraw(person.session, person.code, UTC, "asked")
    return folder


@pytest.fixture
def study(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "study"))


def told(folder: Path) -> list[str]:
    """What the check finds, or why the study cannot be opened."""
    try:
        with Store.read(folder) as store:
            return [str(finding) for finding in check_whole(Study(store))]
    except OperatorError as error:
        return [str(error)]


def test_it_is_whole_before(study: Path) -> None:
    assert told(study) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM study WHERE key = 'settings'", "the study's settings are missing"),
        ("UPDATE study SET value = '{' WHERE key = 'settings'", "is damaged"),
        ("UPDATE study SET value = '{\"groups\": 3}' WHERE key = 'settings'", "groups"),
        ("DELETE FROM study WHERE key = 'table of theta_0'", "table of the mechanism of iteration"),
        ("DELETE FROM event WHERE id = (SELECT max(id) FROM event)", "refers to nothing"),
        ("DELETE FROM event WHERE id = 7", "does not follow from those before it"),
        ("UPDATE event SET utc = '2031' WHERE id = 7", "does not follow from those before it"),
        ("DELETE FROM chain", "lacks|is not the one that was saved"),
        ("DELETE FROM software WHERE event_id = 1", "it is not noted which software ran it"),
        ("UPDATE software SET versions = '{'", "is damaged"),
        ("DELETE FROM imported_file", "it is not noted which file it was imported from"),
        ("DELETE FROM mechanism", "does not have its mechanism"),
        ("UPDATE mechanism SET bytes = x'00'", "is damaged"),
        ("UPDATE mechanism SET provenance = '{'", "is damaged"),
        ("DELETE FROM run", "no result of the step that made it"),
        ("UPDATE run SET result = '{'", "cannot be read"),
        ("UPDATE run SET versions = ''", "is damaged"),
        ("UPDATE run SET id = 2", "training step number 1 is missing"),
        ("DELETE FROM fingerprint_key", "the key of the fingerprints is missing"),
        ("DELETE FROM privacy WHERE id = 1", "the audit of deleted labels and withdrawals lacks"),
        ("DELETE FROM session WHERE imported", "refers to nothing|is missing"),
        ("DELETE FROM session_group WHERE group_number = 2", "refers to nothing|is missing"),
        ("DELETE FROM participant", "refers to nothing|is missing"),
        ("DELETE FROM decision WHERE seat = 1", "refers to nothing|is missing"),
        ("DELETE FROM outcome WHERE seat = 1", "is missing"),
        ("DELETE FROM vote", "is missing"),
        ("UPDATE vote SET choice = 3 - choice", "is not in the log"),
        ("UPDATE group_tally SET groups = groups + 1", "counted wrongly"),
        ("DELETE FROM group_tally", "counted wrongly"),
        ("UPDATE session_group SET given = 0", "is not in the log"),
        ("INSERT INTO incident VALUES (9999, 'imported', 0, 'x', NULL, NULL, '', '', '')",
         "is not in the log"),
        ("DROP TABLE picture", "lacks what HCMD Lab has put there (picture)"),
        ("DROP INDEX event_of_session", "no index event_of_session"),
        ("CREATE TABLE mine (x)", "table mine"),
        ("CREATE VIEW mine AS SELECT 1", "holds what HCMD Lab has not put there"),
    ],
)  # fmt: skip
def test_rows(study: Path, statement: str, sentence: str) -> None:
    tamper(study, statement)
    found = told(study)
    assert found
    assert any(part in line for line in found for part in sentence.split("|")), found


FILES = {
    "study.db": "has lost its study.db|is damaged",
    "study.mark": "the file study.mark is missing or cannot be read",
    "checkpoints": "its checkpoint",
}


@pytest.mark.parametrize(("name", "sentence"), FILES.items())
@pytest.mark.parametrize("how", ["gone", "spoiled", "cut"])
def test_files(study: Path, name: str, sentence: str, how: str) -> None:
    file = study / name
    if file.is_dir():
        (file,) = file.glob("*.safetensors")
    match how:
        case "gone":
            file.unlink()
        case "spoiled":
            file.write_bytes(b"\xff" * file.stat().st_size)
        case "cut":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    found = told(study)
    assert found
    assert any(part in line for line in found for part in sentence.split("|")), found


def test_every_file_was_thought_of(study: Path) -> None:
    """Whoever adds a file to a study adds what the check says without it."""
    here = {path.name for path in study.iterdir()}
    empty = {path.name for path in study.iterdir() if path.is_dir() and not any(path.iterdir())}
    assert here - empty - FILES.keys() <= {"study.lock", "study.db-wal", "study.db-shm"}


def test_the_write_ahead_log_alone_has_the_last_session(study: Path) -> None:
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
        store.settle()
        copy = Path(shutil.copytree(study, study.parent / "copy"))
    (copy / "study.db-wal").unlink()
    (copy / "study.db-shm").unlink(missing_ok=True)
    found = told(copy)
    if found:  # else all was in the database already
        assert "lacks" in found[0]


def test_texts_that_cannot_be_read(study: Path) -> None:
    texts = study / "script" / "en"
    texts.mkdir(parents=True)
    (texts / "instructions.md").write_bytes(b"\xff\xfe\x00")
    found = told(study)
    assert found == [] or all("instructions" in line for line in found)


@pytest.mark.parametrize("name", ["checkpoints", "jobs", "exports", "backups"])
def test_a_file_in_the_place_of_a_folder(study: Path, name: str) -> None:
    shutil.rmtree(study / name, ignore_errors=True)
    (study / name).write_text("mine", "utf-8")
    assert f"{study / name} is a file, and a study has a folder there" in told(study)[0]
