"""A program killed at any point of any write leaves no half file and no forgotten draft.

Each kind of write is done in processes that kill themselves at the n-th thing that Python does, a
call of a function of its own or of the system's: spread over the whole write, and at every one of
its last, where the file takes its place. The write is then done once more, as the next start of
the program would.
"""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.drafts import DRAFT
from hcmd_lab.files import atomic_file
from hcmd_lab.storage.backup_places import backups
from hcmd_lab.storage.sound_backup import newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills by signals")

_WRITES = '''
import json, os, signal, sys
from pathlib import Path
from hcmd_lab.bundles.bundle_file import write_bundle
from hcmd_lab.bundles.bundle_records import Manifest
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.files import atomic_write, copy_file
from hcmd_lab.hosting.participant_list import write_labels
from hcmd_lab.network.credentials import Credentials, save_credentials
from hcmd_lab.storage.mark import Mark, write_mark
from hcmd_lab.storage.tablefile import write_table
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.remembered import Place, save_place
from ui.kiosk.host_address import parse_address

def table():
    write_table(target / "made", ("a",), ({"a": text} for _ in range(20)))
def payments():
    write_payment_file(target / "made", [], text)
def labels():
    write_labels(target / "made", [text] * 5)
def bundle():
    members = {"events.jsonl": text.encode() * 9}
    manifest = Manifest(1, "2030-01-01T00:00:00+00:00", "1", {"name": text}, ())
    write_bundle(target / "made", manifest, members)
def checkpoint():
    atomic_write(target / "made", text.encode() * 10_000)
def copy():
    copy_file(target.parent / f"source-{text}", target / "made")
def mark():
    write_mark(target, Mark(1, text, "2030"))
def pairing():
    save_credentials(target, Credentials(text.encode(), "t" * 43))
def place():
    save_place(target, Place(parse_address("10.0.0.1:5000"), "station-" + text))
def tries():
    ExitTries(target, float).count(right=False)

def attempt(number):
    """Write in a process that is killed at the given event; the events if it never was."""
    mine, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        with os.fdopen(mine) as told:
            counted = told.read()
        os.waitpid(child, 0)
        return int(counted or 0)
    seen = 0
    def watch(frame, event, argument):
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(watch)
    write()
    sys.setprofile(None)
    os.write(theirs, str(seen).encode())
    os._exit(0)

def leave_a_draft(made):
    # As one that was killed: each attempt finds one and sweeps it.
    for path in target.iterdir():
        if path != made:
            path.unlink()
    (target / f".{made.name}.left.hcmd-draft").write_bytes(b"half")

def be_killed():
    (made,) = target.iterdir()
    first = made.read_bytes()
    leave_a_draft(made)
    events = attempt(0)
    points = {*range(1, events, max(1, events // 40)), *range(max(1, events - 60), events + 10)}
    for number in sorted(points):
        made.write_bytes(first)
        if number < max(points):  # what the last one leaves is for the next start
            leave_a_draft(made)
        attempt(number)
        for file in target.iterdir():
            if not file.name.startswith("."):
                print(file.name, file.read_bytes().hex())
    print("killed", len(points))

# Each line is obeyed by a process of its own, in which the libraries are loaded already.
for line in sys.stdin:
    kind, folder, text, how = json.loads(line)
    target, write = Path(folder), globals()[kind]
    child = os.fork()
    if not child:
        write() if how == "through" else be_killed()
        sys.stdout.flush()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    print("end", flush=True)
'''

KINDS = {
    "table": "made",
    "payments": "made",
    "labels": "made",
    "bundle": "made",
    "checkpoint": "made",
    "copy": "made",
    "mark": "study.mark",
    "pairing": "pairing.json",
    "place": "kiosk.json",
    "tries": "exit_tries.json",
}


class Writer:
    """A program that writes as it is told, and is killed at it where that is wanted."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WRITES],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, kind: str, folder: Path, text: str, how: str) -> list[str]:
        """Write; the lines that it says of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([kind, str(folder), text, how]) + "\n")
        self._process.stdin.flush()
        said = []
        for line in self._process.stdout:
            if line == "end\n":
                return said
            said.append(line)
        raise AssertionError("the program that writes has ended")

    def end(self) -> None:
        """End it."""
        self._process.communicate()


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    started = Writer()
    yield started
    started.end()


def _meant(kind: str, data: bytes) -> object:
    """The bytes, but for what each write draws or notes anew, if they are whole.

    That is the time in an archive, and the number that a try to leave a kiosk gets.
    """
    match kind:
        case "bundle":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return tuple((name, archive.read(name)) for name in archive.namelist())
        case "tries":
            tries = json.loads(data)
            drawn = tries.pop("nonces")
            return json.dumps(tries), len(drawn), all(drawn)
        case _:
            return data


@pytest.mark.parametrize("kind", KINDS)
def test_a_write_is_whole_or_not_there(
    writer: Writer, tmp_path: Path, kind: str, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for text in ("old", "new"):
        (tmp_path / f"source-{text}").write_bytes(text.encode() * 100_000)
    writer.run(kind, folder, "old", "through")
    file = folder / KINDS[kind]
    old = file.read_bytes()
    *seen, killed = writer.run(kind, folder, "new", "killed")
    assert int(killed.split()[1]) > 40
    record_property("times", int(killed.split()[1]))
    file.write_bytes(old)
    writer.run(kind, folder, "new", "through")
    new = file.read_bytes()
    names = {line.split()[0] for line in seen}
    assert names == {KINDS[kind]}, "nothing else has a name that counts"
    whole = {_meant(kind, old), _meant(kind, new)}
    found = [_meant(kind, bytes.fromhex(line.split()[1])) for line in seen]
    record_property("changed", sum(each not in whole for each in found))
    assert {*found} == whole
    left = [path.name for path in folder.iterdir() if path.name != KINDS[kind]]
    assert left == [], "what the killed ones left was swept by the next"


def test_what_is_being_written_is_not_swept(tmp_path: Path) -> None:
    with atomic_file(tmp_path / "made") as first:
        first.write(b"first")
        with atomic_file(tmp_path / "made") as second:
            second.write(b"second")
        assert (tmp_path / "made").read_bytes() == b"second"
    assert (tmp_path / "made").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


_BACKUP = """
import os, signal, sys, threading, time
from pathlib import Path
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store

number = int(sys.argv[2])
with Store.read(Path(sys.argv[1])) as store:
    def watch(frame, event, argument):
        global number
        number -= 1
        if number == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(watch)
    store.back_up(Occasion.HAND)
    sys.setprofile(None)
"""


@pytest.mark.parametrize("number", [60, 150, 300, 400, 500])
def test_a_backup_is_whole_or_not_there(tmp_path: Path, number: int) -> None:
    study = playable_study(tmp_path / "study", 4)
    command = [sys.executable, "-c", _BACKUP, str(study), str(number)]
    subprocess.run(command, check=False, timeout=60)
    folder = StudyFolder(study)
    with Store.open(study):
        pass
    for backup in backups(folder):
        assert newest_sound(folder)[0].path == backup.path
    assert not [path for path in study.rglob("*") if DRAFT in path.name]


def test_drafts_of_killed_programs_are_swept_at_opening(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    (study / "jobs" / "model-1").mkdir()
    for place in ("", "checkpoints", "exports", "backups", "jobs/model-1"):
        (study / place / f".made.abc{DRAFT}").write_bytes(b"half")
        (study / place / f".made.abc{DRAFT}-journal").write_bytes(b"half")
    kept = study / "exports" / "notes.txt"
    kept.write_text("the user's own", encoding="utf-8")
    with Store.open(study):
        assert not [path for path in study.rglob("*") if DRAFT in path.name]
    assert kept.exists()


_CREATE = """
import os, signal, sys
from pathlib import Path
from hcmd_lab.storage.store import Store

number = int(sys.argv[2])
def watch(frame, event, argument):
    global number
    number -= 1
    if number == 0:
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(watch)
Store.create(Path(sys.argv[1]), {})
"""


@pytest.mark.parametrize("number", [400, 1500, 4000])
def test_a_study_is_made_whole_or_not_at_all(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "study"
    command = [sys.executable, "-c", _CREATE, str(folder), str(number)]
    assert subprocess.run(command, check=False, timeout=60).returncode == -signal.SIGKILL
    if not folder.exists():
        Store.create(folder, {}).close()
    with Store.open(folder):
        assert [path.name for path in tmp_path.iterdir()] == ["study"]
