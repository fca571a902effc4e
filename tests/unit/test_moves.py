"""Moves to a place where somebody is reading."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from hcmd_lab import moves
from hcmd_lab.files import atomic_write


class Busy:
    """A file system that refuses some moves, with a number of Windows or of the system."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        refusals: int,
        why: int | None,
        number: int = errno.EACCES,
    ) -> None:
        self.waits_s: list[float] = []
        self._left, self._why, self._number, self._replace = refusals, why, number, os.replace
        monkeypatch.setattr(os, "replace", self._move)
        monkeypatch.setattr(moves.time, "sleep", self.waits_s.append)

    def _move(self, source: Path, target: Path) -> None:
        if self._left:
            self._left -= 1
            error = OSError(self._number, "in use")
            error.winerror = self._why  # type: ignore[attr-defined]
            raise error
        self._replace(source, target)


@pytest.mark.parametrize(
    ("why", "number"),
    [(5, errno.EACCES), (32, errno.EACCES), (33, errno.EACCES), (None, errno.EBUSY)],
)
def test_what_is_used_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: int | None, number: int
) -> None:
    """By another program on Windows, by the share itself elsewhere."""
    (tmp_path / "file").write_bytes(b"before")
    busy = Busy(monkeypatch, 3, why, number)
    atomic_write(tmp_path / "file", b"after")
    assert (tmp_path / "file").read_bytes() == b"after"
    assert len(busy.waits_s) == 3


@pytest.mark.skipif(os.name != "posix", reason="counts handles as Linux tells them")
def test_a_share_that_moves_no_open_file_gets_a_closed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As smbnetfs does, which says that an open file is busy."""
    replace = os.replace

    def of_closed(source: Path, target: Path) -> None:
        inode = source.stat().st_ino
        for handle in os.listdir("/dev/fd"):
            with suppress(OSError):
                if os.fstat(int(handle)).st_ino == inode:
                    break
        else:
            return replace(source, target)
        raise OSError(errno.EBUSY, "open")

    monkeypatch.setattr(os, "replace", of_closed)
    (tmp_path / "file").write_bytes(b"before")
    atomic_write(tmp_path / "file", b"after")
    assert (tmp_path / "file").read_bytes() == b"after"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_what_stays_in_use_is_refused_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"before")
    busy = Busy(monkeypatch, 100, 32)
    with pytest.raises(PermissionError):
        atomic_write(tmp_path / "file", b"after")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"before"
    assert 0.5 < sum(busy.waits_s) < 1


def test_a_refusal_for_another_reason_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = Busy(monkeypatch, 1, None)
    with pytest.raises(PermissionError):
        atomic_write(tmp_path / "file", b"after")
    assert busy.waits_s == []


@pytest.mark.skipif(os.name != "nt", reason="elsewhere a file that is read can be replaced")
def test_windows_refuses_to_replace_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    with (tmp_path / "file").open("rb"), pytest.raises(PermissionError) as refused:
        atomic_write(tmp_path / "file", b"after")
    assert refused.value.winerror in (5, 32)  # type: ignore[attr-defined]
    assert (tmp_path / "file").read_bytes() == b"before"
