"""Where a study lies is known, and said with what to do."""

import errno
import os
import sqlite3
import tempfile
import time
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from studies import playable_study

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage import fault_sentences, file_system
from hcmd_lab.storage.disk_faults import DiskFailedError, readable_faults, told
from hcmd_lab.storage.fault_numbers import OF_SQLITE, OF_SYSTEM, Fault
from hcmd_lab.storage.file_system import (
    Concern,
    Found,
    concerns,
    has_locks,
    is_too_long,
    service_of,
    writing_fails,
)
from hcmd_lab.storage.store import Store


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/lab/study", ""),
        ("/home/lab/OneDrive - University/study", "OneDrive"),
        ("/Users/lab/Library/CloudStorage/Dropbox/study", "Dropbox"),
        ("/Users/lab/Library/Mobile Documents/com~apple~CloudDocs/study", "iCloud Drive"),
        ("/home/lab/Nextcloud/study", "Nextcloud"),
        ("/company/files/study", "OneDrive"),
        ("/company/filesystem/study", ""),
    ],
)
def test_folders_of_services_are_recognised(folder: str, service: str) -> None:
    assert service_of(Path(folder), {"OneDriveCommercial": "/company/files"}) == service


def test_a_service_is_recognised_by_what_it_keeps_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert service_of(tmp_path / "lab" / "study", {}) == "Syncthing"


def test_a_share_that_has_whatever_is_asked_for_is_of_no_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As smbnetfs, in whose root every name is a computer."""
    monkeypatch.setattr(Path, "exists", lambda _: True)
    assert service_of(tmp_path / "study", {}) == ""


def test_where_no_open_file_can_be_removed_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = os.unlink

    def of_closed(path: str) -> None:
        for handle in os.listdir("/dev/fd") if os.name == "posix" else []:
            with suppress(OSError):
                if os.path.samestat(os.fstat(int(handle)), os.stat(path)):
                    raise PermissionError(errno.EBUSY, "open")
        remove(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", of_closed)
        assert has_locks(tmp_path)
        assert writing_fails(tmp_path, 1000) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("folder", "windows", "long"),
    [
        (PurePosixPath("/a/study"), False, False),
        (PurePosixPath("/" + "ordner/" * 70), False, True),
        (PurePosixPath("/" + "ä" * 80), False, True),
        (PureWindowsPath("C:/" + "ordner/" * 25), True, True),
        (PureWindowsPath("C:/Users/lab/study"), True, False),
    ],
)
def test_paths_that_are_too_long(
    folder: PurePosixPath | PureWindowsPath, windows: bool, long: bool
) -> None:
    assert is_too_long(folder, windows=windows) is long


def test_no_study_is_made_where_its_files_could_not_be_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^No study can be made at .*is too long.*shorter name"):
        playable_study(tmp_path / ("n" * 200), 4)
    deep = tmp_path / "/".join(["ordner"] * 70)
    with pytest.raises(UsageError, match="is too long"):
        playable_study(deep, 4)


def test_a_study_can_be_made_at_the_longest_path_that_is_allowed(tmp_path: Path) -> None:
    most = file_system.MAX_PATH_WINDOWS if os.name == "nt" else file_system.MAX_PATH
    room = most - len(os.fsencode(tmp_path)) - 1
    parts = ["p" * 99] * (room // 100)
    folder = tmp_path.joinpath(*parts, "n" * (room - 100 * len(parts)))
    with Store.open(playable_study(folder, 4)) as store:
        store.settle()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_folder_that_others_can_enter() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        folder = Path(made)
        folder.chmod(0o755)
        assert concerns(folder) == [Found(Concern.OPEN)]
        (folder / "closed").mkdir(mode=0o755)
        folder.chmod(0o700)
        assert concerns(folder) == concerns(folder / "closed") == []


@pytest.mark.parametrize("concern", Concern)
def test_every_concern_is_a_sentence_with_what_to_do(concern: Concern) -> None:
    sentence = str(Found(concern, "nfs4").sentence)
    assert sentence.endswith(".")
    assert any(word in sentence for word in ("keep ", "copy ", "choose ", "make it"))


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_is_a_sentence_with_what_to_do(fault: Fault, tmp_path: Path) -> None:
    sentence = str(told(fault, tmp_path, "why"))
    assert str(tmp_path) in sentence
    assert sentence.endswith(".")


def test_a_fault_says_what_its_place_has_to_do_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = [Found(Concern.NETWORK, "cifs")]
    monkeypatch.setattr(fault_sentences, "concerns", lambda _: share)
    with (
        pytest.raises(OperatorError, match=r"could not be read.* another computer \(cifs\)"),
        readable_faults(tmp_path),
    ):
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(("number", "fault"), OF_SYSTEM.items())
def test_what_the_system_says_is_told(number: int, fault: Fault, tmp_path: Path) -> None:
    with pytest.raises(OperatorError) as caught, readable_faults(tmp_path):
        raise OSError(number, os.strerror(number))
    assert str(caught.value) == str(told(fault, tmp_path))


@pytest.mark.parametrize(("code", "fault"), OF_SQLITE.items())
def test_what_sqlite_says_is_told(code: int, fault: Fault, tmp_path: Path) -> None:
    error = sqlite3.OperationalError("in its own words")
    error.sqlite_errorcode = code  # type: ignore[misc] - as SQLite's module sets it
    with pytest.raises(OperatorError) as caught, readable_faults(tmp_path):
        raise error
    assert str(caught.value) == str(told(fault, tmp_path))


def test_too_many_open_files_are_told_as_such(tmp_path: Path) -> None:
    """SQLite says only that it cannot open the database."""
    resource = pytest.importorskip("resource")
    folder = playable_study(tmp_path / "study", 4)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, hard))
    try:
        with pytest.raises(OperatorError, match="as many files and connections open as the"):
            Store.read(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.skipif(os.name == "nt", reason="another program may keep it from being opened there")
def test_a_database_that_may_be_opened_and_cannot_is_the_disk_s_fault(tmp_path: Path) -> None:
    """As on a share that has lost a file: nobody is sent to look at permissions."""
    folder = playable_study(tmp_path / "study", 4)
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    with (
        pytest.raises(DiskFailedError, match="check that it is connected"),
        readable_faults(folder),
    ):
        raise error


def test_a_study_lies_within_another_only_where_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "study.db").mkdir()
    playable_study(tmp_path / "study", 4)


def test_another_program_that_writes_does_not_hold_up_the_host(tmp_path: Path) -> None:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        other = sqlite3.connect(folder / "study.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began_s = time.monotonic()
        with pytest.raises(OperatorError, match="is being written by another program; close"):
            store.facts.set("what", 1)
        assert time.monotonic() - began_s < 2, "stations are told to be away after five seconds"
        other.execute("ROLLBACK")
        other.close()
        store.facts.set("what", 2)
        assert store.facts.get("what", 0) == 2
