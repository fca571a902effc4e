"""A remedy is the one for what the system said, and no other."""

import errno
import os
from pathlib import Path

import pytest

from hcmd_lab.bounded_reader import RefusedFileError
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import _REASONS, reason_of, remedy_of

FULL = {errno.ENOSPC, errno.EDQUOT}
REFUSED = {errno.EACCES, errno.EPERM}


@pytest.mark.parametrize("number", _REASONS, ids=lambda number: errno.errorcode[number])
def test_space_and_permissions_are_named_where_they_are_what_lacks(number: int) -> None:
    told = str(remedy_of(OSError(number, "")))
    assert ("free some space" in told) == (number in FULL)
    assert ("writable" in told) == (number in REFUSED)


def test_of_what_nobody_foresaw_the_disk_is_to_be_looked_at() -> None:
    assert "disk" in str(remedy_of(OSError("gone")))


@pytest.mark.parametrize(("winerror", "told"), [(5, "writable"), (32, "has it open"), (33, "open")])
def test_windows_tells_a_file_that_is_open_by_numbers_of_its_own(winerror: int, told: str) -> None:
    error = PermissionError(errno.EACCES, "")
    error.winerror = winerror  # type: ignore[misc, unused-ignore]
    assert told in str(remedy_of(error))
    if winerror != 5:
        assert "writable" not in str(remedy_of(error))


def test_what_is_no_file_is_moved_away() -> None:
    error = RefusedFileError(Sentence("it is not a file"))
    assert (str(reason_of(error)), str(remedy_of(error))) == (
        "it is not a file",
        "move what lies there out of the way",
    )


def test_of_a_file_that_is_itself_protected_the_folder_is_not_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protected = tmp_path / "list.csv"
    protected.write_text("as it was")
    draft = tmp_path / ".draft"  # is put in its place
    refused = PermissionError(errno.EPERM, "", str(draft), None, str(protected))
    assert "make the folder writable" in str(remedy_of(refused))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert str(remedy_of(refused)) == "remove the write protection of the file"
    gone = PermissionError(errno.EACCES, "", str(draft))
    assert "make the folder writable" in str(remedy_of(gone))
