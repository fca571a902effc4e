"""Write-protected and full media can be read: all that a study says of itself is said there too.

The media are real mounts in a name space of their own, where the system lets a test make one.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import extract
from forked_lab import ForkedLab, forked_lab
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study


def _can_mount() -> bool:
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None or os.geteuid() != 0:
        return False
    return subprocess.run([unshare, "-m", "true"], check=False, capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not _can_mount(), reason="no mounts can be made here")

_EARLIER = Path(__file__).parents[1] / "fixtures" / "v0.1.0" / "studies.tar.xz"
_PROTECT = "mount --bind '{study}' '{study}' && mount -o remount,ro,bind '{study}'"
_FILL = (
    "mount -t tmpfs -o size=4m none '{medium}' && cp -a '{source}' '{study}' "
    "&& (dd if=/dev/zero of='{medium}/rest' bs=4k 2>/dev/null; true)"
)


@pytest.fixture(scope="module")
def lab() -> Iterator[ForkedLab]:
    with forked_lab() as started:
        yield started


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with a session, all of whose events are in the database."""
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
    return folder


def _leave_a_log(study: Path) -> None:
    """Bring a study to where a killed program leaves it: events stand in `study.db-wal` alone."""
    at_work = study.with_name("at work")
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 4)
        shutil.copytree(study, at_work)
    shutil.rmtree(study)
    (at_work / "study.db-shm").unlink(missing_ok=True)
    at_work.rename(study)
    assert (study / "study.db-wal").stat().st_size > 0


def _is_read(lab: ForkedLab, mounts: str, study: Path, out: Path) -> None:
    """Let every command that only reads tell what it finds."""
    for command in (
        ("study", "status", study),
        ("check", study),
        ("payments", study, "--table", out / "payments.csv"),
        ("explain", study),
        ("export", study, out / "export"),
    ):
        code, told, said = lab.run(*command, mounts=mounts)
        assert code == 0, (command, told[-1500:], said[-3000:])
        assert ("The study is intact." in told) == (command[0] == "check")


def _copies() -> set[Path]:
    """Folders in which a study is copied to be read."""
    return {path for path in Path("/tmp").glob("hcmd-lab-*") if path.is_dir()}  # noqa: S108 - is looked into


@pytest.mark.parametrize("log", [False, True], ids=["whole", "with a log"])
@pytest.mark.parametrize("medium", ["write-protected", "full"])
def test_a_study_is_read_where_nothing_can_be_written(
    lab: ForkedLab, study: Path, tmp_path: Path, medium: str, log: bool
) -> None:
    if log:
        _leave_a_log(study)
    with sqlite3.connect(f"file:{study / 'study.db'}?mode=ro", uri=True) as connection:
        (events,) = connection.execute("SELECT max(id) FROM event").fetchone()
    connection.close()
    (study / "study.db-shm").unlink(missing_ok=True)
    out, place, before = tmp_path / "out", tmp_path / "medium", _copies()
    place.mkdir()
    if medium == "full":
        there = place / "study"
        prepare = _FILL.format(medium=place, source=study, study=there)
    else:
        there, prepare = study, _PROTECT.format(study=study)
    _is_read(lab, prepare, there, out)
    lines = (out / "export" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == events, "what stands in the log alone was read as well"
    assert _copies() == before


@pytest.mark.parametrize("name", ["loop", "unfinished"])  # the second with a log
def test_a_study_of_an_earlier_version_is_read_where_nothing_can_be_written(
    lab: ForkedLab, tmp_path: Path, name: str
) -> None:
    with tarfile.open(_EARLIER) as archive:
        extract(archive, tmp_path)
    study, out = tmp_path / name, tmp_path / "out"
    before = {file: file.read_bytes() for file in study.rglob("*") if file.is_file()}
    protect = _PROTECT.format(study=study)
    _is_read(lab, protect, study, out)
    into_the_first = ("export", study, out / "export")
    code, _, said = lab.run(*into_the_first, mounts=protect)
    assert code == 0, said[-3000:]
    assert len((out / "export" / "groups.csv").read_text("utf-8").splitlines()) > 2
    assert {file: file.read_bytes() for file in study.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("medium", "words"),
    [
        ("write-protected", "cannot be written; it is open read-only, or its folder is write-"),
        ("full", "is full; free some space and try again"),
    ],
)
def test_what_would_have_to_be_written_says_so(
    lab: ForkedLab, study: Path, tmp_path: Path, medium: str, words: str
) -> None:
    place = tmp_path / "medium"
    place.mkdir()
    if medium == "full":
        there = place / "study"
        prepare = _FILL.format(medium=place, source=study, study=there)
    else:
        there, prepare = study, _PROTECT.format(study=study)
    for command in (
        ("study", "extend", there),
        ("mechanism", "family", there, "--own-weight", 1, "--relative-weight", 1),
    ):
        code, _, said = lab.run(*command, mounts=prepare)
        assert code == 1, said
        assert words in " ".join(said.split()), said


def test_no_study_is_made_where_nothing_can_be_written(lab: ForkedLab, tmp_path: Path) -> None:
    place = tmp_path / "medium"
    place.mkdir()
    new = ("study", "new", place / "new")
    code, _, said = lab.run(*new, mounts=_PROTECT.format(study=place))
    assert code == 2, said
    assert "No study can be made at" in said
    assert "write-protected" in said
