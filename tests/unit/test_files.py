"""Files: read whatever editor wrote them; written whole or not at all."""

import os
import stat
import tomllib
from pathlib import Path

import pytest

from hcmd_lab.bounded_reader import RefusedFileError
from hcmd_lab.errors import UsageError
from hcmd_lab.files import PUBLIC, atomic_file, atomic_write, parse_toml, read_text, read_toml


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "folder" / "file"
    atomic_write(path, b"old")

    def no_space(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_write_replaces(tmp_path: Path) -> None:
    path = tmp_path / "file"
    atomic_write(path, b"old")
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    atomic_write(path, b"old")

    def write_half() -> None:
        with atomic_file(path) as file:
            file.write(b"half")
            raise ValueError("in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        write_half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_below_a_file_no_folder_is_made(tmp_path: Path) -> None:
    atomic_write(tmp_path / "file", b"mine")
    for place in ("file/x", "file/deeper/x"):
        with pytest.raises(NotADirectoryError):
            atomic_write(tmp_path / place, b"")
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes with a place")
def test_what_is_no_file_is_never_replaced_by_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RefusedFileError, match="not a file"):
        atomic_write(tmp_path / "pipe", b"")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    atomic_write(tmp_path / "secret", b"key")
    atomic_write(tmp_path / "table", b"open", PUBLIC)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("secret", "table")]
    assert modes == [0o600, 0o644]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_every_editor_of_utf8_is_understood(tmp_path: Path, mark: bytes, end: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(mark + "name = 'Gebühr'".encode() + end + b"decide_s = 30" + end)
    assert read_toml(file, "it") == {"name": "Gebühr", "decide_s": 30}
    assert read_text(file, "it").splitlines() == ["name = 'Gebühr'", "decide_s = 30"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_powershell_writes_is_understood(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "settings.toml"
    mark = "" if encoding == "utf-16" else "\ufeff"
    file.write_bytes(f"{mark}name = 'Gebühr'\r\n".encode(encoding))
    assert read_toml(file, "it") == {"name": "Gebühr"}
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(UsageError, match=r"^it is not UTF-8 text"):
        read_toml(file, "it")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-32"])
def test_another_encoding_is_named_as_the_reason(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "consent.md"
    file.write_bytes("Vergütung".encode(encoding))
    with pytest.raises(UsageError, match=r"^script is not UTF-8 text; save it again"):
        read_text(file, "script")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^it cannot be read \(No such file.*\); check that it"):
        read_toml(tmp_path / "none.toml", "it")


@pytest.mark.parametrize("text", ["x = ", "x = " + "9" * 5000, "x = " + "[" * 5000, "x = 1e"])
def test_what_toml_cannot_hold_is_no_toml(tmp_path: Path, text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)
    file = tmp_path / "it.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"^it is not valid TOML: [^\n]{1,100}$"):
        read_toml(file, "it")
