"""Files that people write, with whatever editor they have."""

import tomllib
from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.guests import read_guests
from hcmd_lab.written import parse_toml, read_toml, read_written


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_every_editor_of_utf8_is_understood(tmp_path: Path, mark: bytes, end: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(mark + "name = 'Gebühr'".encode() + end + b"decide_s = 30" + end)
    assert read_toml(file, "it") == {"name": "Gebühr", "decide_s": 30}
    assert read_written(file, "it").splitlines() == ["name = 'Gebühr'", "decide_s = 30"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_named_as_the_reason(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "consent.md"
    file.write_bytes("Vergütung".encode(encoding))
    with pytest.raises(UsageError, match=r"^script is not a text in UTF-8; save it again"):
        read_written(file, "script")
    with pytest.raises(UsageError, match=r"^The guest list .*consent\.md is not a text in UTF-8"):
        read_guests(file)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^it cannot be read \(No such file.*\); see that it is"):
        read_toml(tmp_path / "none.toml", "it")


@pytest.mark.parametrize("text", ["x = ", "x = " + "9" * 5000, "x = " + "[" * 5000, "x = 1e"])
def test_what_toml_cannot_hold_is_no_toml(tmp_path: Path, text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)
    file = tmp_path / "it.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"^it is not valid TOML: [^\n]{1,100}$"):
        read_toml(file, "it")
