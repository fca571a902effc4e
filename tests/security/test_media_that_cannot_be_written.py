"""Write-protected and full media can be read: all that a study says of itself is said there too.

The media are real mounts in a name space of their own, where the system lets a test make one.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from archives import extract
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
_LAB = f"{sys.executable} -m hcmd_lab"
_PROTECT = "mount --bind '{study}' '{study}' && mount -o remount,ro,bind '{study}'"
_FILL = (
    "mount -t tmpfs -o size=4m none '{medium}' && cp -a '{source}' '{study}' "
    "&& (dd if=/dev/zero of='{medium}/rest' bs=4k 2>/dev/null; true)"
)


def _on_medium(prepare: str, commands: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [shutil.which("unshare") or "", "-m", "/bin/sh", "-c", f"{prepare} && {commands}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


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


def _readings(study: Path, out: Path) -> str:
    return " && ".join(
        f"echo '-- {command}' && {_LAB} {command}"
        for command in (
            f"study status '{study}'",
            f"check '{study}'",
            f"payments '{study}' --table '{out}/payments.csv'",
            f"explain '{study}'",
            f"export '{study}' '{out}/export'",
        )
    )


@pytest.mark.parametrize("log", [False, True], ids=["whole", "with a log"])
@pytest.mark.parametrize("medium", ["write-protected", "full"])
def test_a_study_is_read_where_nothing_can_be_written(
    study: Path, tmp_path: Path, medium: str, log: bool
) -> None:
    if log:
        _leave_a_log(study)
    with sqlite3.connect(f"file:{study / 'study.db'}?mode=ro", uri=True) as connection:
        (events,) = connection.execute("SELECT max(id) FROM event").fetchone()
    connection.close()
    (study / "study.db-shm").unlink(missing_ok=True)
    out, place = tmp_path / "out", tmp_path / "medium"
    place.mkdir()
    if medium == "full":
        there = place / "study"
        prepare = _FILL.format(medium=place, source=study, study=there)
    else:
        there, prepare = study, _PROTECT.format(study=study)
    done = _on_medium(prepare, _readings(there, out))
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-3000:]
    assert "The study is intact." in done.stdout
    lines = (out / "export" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == events, "what stands in the log alone was read as well"
    left = [path.name for path in Path("/tmp").glob("hcmd-lab-*")]  # noqa: S108 - is looked into
    assert left == []


@pytest.mark.parametrize("name", ["loop", "unfinished"])  # the second with a log
def test_a_study_of_an_earlier_version_is_read_where_nothing_can_be_written(
    tmp_path: Path, name: str
) -> None:
    with tarfile.open(_EARLIER) as archive:
        extract(archive, tmp_path)
    study, out = tmp_path / name, tmp_path / "out"
    before = {file: file.read_bytes() for file in study.rglob("*") if file.is_file()}
    again = f"{_LAB} export '{study}' '{out}/export'"  # into the place of the first
    done = _on_medium(_PROTECT.format(study=study), f"{_readings(study, out)} && {again}")
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-3000:]
    assert "The study is intact." in done.stdout
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
    study: Path, tmp_path: Path, medium: str, words: str
) -> None:
    place = tmp_path / "medium"
    place.mkdir()
    if medium == "full":
        there = place / "study"
        prepare = _FILL.format(medium=place, source=study, study=there)
    else:
        there, prepare = study, _PROTECT.format(study=study)
    for command in (
        f"study extend '{there}'",
        f"mechanism family '{there}' --own-weight 1 --relative-weight 1",
    ):
        done = _on_medium(prepare, f"{_LAB} {command}")
        assert done.returncode == 1, done.stderr
        assert words in " ".join(done.stderr.split()), done.stderr


def test_no_study_is_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    place = tmp_path / "medium"
    place.mkdir()
    done = _on_medium(_PROTECT.format(study=place), f"{_LAB} study new '{place}/new'")
    assert done.returncode == 2, done.stderr
    assert "No study can be made at" in done.stderr
    assert "write-protected" in done.stderr
