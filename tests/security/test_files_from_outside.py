"""Files made to fill the memory, to wait for ever or to lead elsewhere: each ends with a sentence.

Every attack is given to the real command, in a process that may take no more memory than a study
needs, and has to end with exit code 1 or 2 and one sentence on what to do.
"""

import hashlib
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from forked_lab import ForkedLab, forked_lab
from studies import playable_study

from hcmd_lab.texts.shipped import copy_texts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds memory as Linux does")

_MEMORY = 1536 * 2**20
"""Of the address space: the program itself with Qt maps about two thirds of it."""


class _Lab:
    """The real commands, each in a process of its own with bounded memory and time."""

    def __init__(self, forked: ForkedLab) -> None:
        self._forked = forked

    def run(self, *arguments: str | Path) -> tuple[int, str]:
        """Exit code and errors of a command; the code is negative if it had to be killed."""
        code, _, said = self._forked.run(*arguments, memory=_MEMORY)
        return code, said.strip()

    def refused(self, *arguments: str | Path) -> str:
        """Run a command that has to refuse; returns its sentence."""
        code, said = self.run(*arguments)
        assert code in (1, 2), (code, said[-2000:])
        assert said.startswith("hcmd-lab: "), said[-2000:]
        assert "Traceback" not in said
        assert said.count("\n") == 0, said
        return said


@pytest.fixture(scope="module")
def lab() -> Iterator[_Lab]:
    with forked_lab() as forked:
        yield _Lab(forked)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4, "people")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**32)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.mkdir()


_FILES: dict[str, Callable[[Path], None]] = {
    "sparse": _sparse,
    "pipe": _pipe,
    "endless": _endless,
    "folder": _folder,
}

_READERS: dict[str, Callable[[Path, Path], tuple[str | Path, ...]]] = {
    "bundle merge": lambda study, file: ("bundle", "merge", study, file),
    "bundle start": lambda study, file: ("bundle", "start", file, study.parent / "new"),
    "import": lambda study, file: ("import", study, file),
    "guests": lambda _, file: ("guests", "check", file),
    "mechanism": lambda study, file: ("mechanism", "import", study, file),
    "settings": lambda study, file: ("study", "new", study.parent / "new", "--settings", file),
    "restore": lambda study, file: ("restore", study, "--from", file),
}


@pytest.mark.parametrize("reader", _READERS)
@pytest.mark.parametrize("file", ["sparse", "pipe", "endless"])
def test_what_is_no_file_of_a_study_is_refused(
    lab: _Lab, study: Path, tmp_path: Path, reader: str, file: str
) -> None:
    given = tmp_path / "given"
    _FILES[file](given)
    before = _contents(study)
    assert "given" in lab.refused(*_READERS[reader](study, given))
    assert _contents(study) == before
    assert not (tmp_path / "new").exists()


def _contents(study: Path) -> list[str]:
    return sorted(
        str(path.relative_to(study)) for path in study.rglob("*") if path.name != "study.lock"
    )


# --- what lies in the study's own folder --------------------------------------------------------


@pytest.mark.parametrize("file", ["sparse", "pipe", "endless", "folder"])
@pytest.mark.parametrize("name", ["consent.md", "questions.toml"])
def test_a_text_that_is_no_text(lab: _Lab, study: Path, name: str, file: str) -> None:
    copy_texts(study, ["en"])
    text = study / "script" / "en" / name
    text.unlink()
    _FILES[file](text)
    assert f"script/en/{name}" in lab.refused("script", "check", study, "--set", "consent=true")


@pytest.mark.parametrize("file", ["sparse", "endless"])
def test_a_picture_that_is_no_picture(lab: _Lab, study: Path, file: str) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    _FILES[file](study / "script/en/fund.png")
    assert "picture fund.png" in lab.refused("script", "check", study, "--set", "consent=true")


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packed = zlib.compress(bytes(2**26), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_a_picture_that_unpacks_without_end(lab: _Lab, study: Path) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    (study / "script/en/fund.png").write_bytes(_png_that_claims(60_000, 60_000))
    said = lab.refused("script", "check", study, "--set", "consent=true")
    assert "60000 x 60000 pixels" in said


@pytest.mark.parametrize("name", ["consent.md", "fund.png"])
def test_a_link_out_of_the_folder_of_the_texts(
    lab: _Lab, study: Path, tmp_path: Path, name: str
) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    secret = tmp_path / "secret"
    secret.write_bytes(b"what is none of the participants' business")
    (study / "script/en" / name).unlink(missing_ok=True)
    (study / "script/en" / name).symlink_to(secret)
    said = lab.refused("script", "check", study, "--set", "consent=true")
    assert "link to another folder" in said
    assert name in said
    said = lab.refused("study", "duplicate", study, tmp_path / "new")
    assert "link to another folder" in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("file", ["sparse", "pipe", "link"])
def test_a_checkpoint_that_is_none_is_not_packed(
    lab: _Lab, study: Path, tmp_path: Path, file: str
) -> None:
    checkpoint = study / "checkpoints" / f"{hashlib.sha256(b'another').hexdigest()}.safetensors"
    if file == "link":
        secret = tmp_path / "secret"
        secret.write_bytes(b"a private key")
        checkpoint.symlink_to(secret)
    else:
        _FILES[file](checkpoint)
    target = tmp_path / "out.hcmd"
    assert "checkpoints" in lab.refused("bundle", "make", study, target)
    assert not target.exists()


@pytest.mark.parametrize("file", ["sparse", "pipe", "endless"])
def test_a_mark_that_is_none_proves_nothing(lab: _Lab, study: Path, file: str) -> None:
    """A study whose mark cannot be read is read: the mark is only what another check rests on."""
    mark = study / "study.mark"
    mark.unlink(missing_ok=True)
    _FILES[file](mark)
    code, said = lab.run("study", "status", study)
    assert code == 0, said


# --- bundles ------------------------------------------------------------------------------------


def _bundle(path: Path, members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _zeros(path: Path, name: str, count: int, how: int = zipfile.ZIP_DEFLATED) -> Path:
    """An archive with a member of many megabytes of zeros, which takes little room."""
    with zipfile.ZipFile(path, "w", how) as archive:
        archive.writestr("bundle.json", b"{}")
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(count):
                member.write(bytes(2**20))
    return path


@pytest.mark.parametrize(
    ("name", "megabytes"), [("events.jsonl", 500), ("pictures/1", 2), ("checkpoints/1", 65)]
)
def test_a_small_archive_of_much(
    lab: _Lab, study: Path, tmp_path: Path, name: str, megabytes: int
) -> None:
    bomb = _zeros(tmp_path / "bomb.hcmd", name, megabytes)
    assert bomb.stat().st_size < 2**20
    assert "declares more data" in lab.refused("bundle", "merge", study, bomb)


def test_many_members_of_gigabytes_together(lab: _Lab, study: Path, tmp_path: Path) -> None:
    members = {f"tables/{number}": bytes(4 * 2**20) for number in range(60)}
    bomb = _bundle(tmp_path / "bomb.hcmd", members)
    assert "declares more data" in lab.refused("bundle", "merge", study, bomb)


def test_a_member_that_holds_more_than_it_declares(lab: _Lab, study: Path, tmp_path: Path) -> None:
    bomb = _bundle(tmp_path / "bomb.hcmd", {"bundle.json": bytes(60 * 2**20)})
    data = bomb.read_bytes().replace(struct.pack("<I", 60 * 2**20), struct.pack("<I", 2))
    bomb.write_bytes(data)
    assert "is not a study bundle" in lab.refused("bundle", "merge", study, bomb)


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_another_way(lab: _Lab, study: Path, tmp_path: Path, how: int) -> None:
    bomb = _bundle(tmp_path / "bomb.hcmd", {"bundle.json": bytes(2**26)}, how)
    assert "is not a study bundle" in lab.refused("bundle", "merge", study, bomb)


@pytest.mark.parametrize("nested", [b"[" * 2_000_000, b'{"a":' * 500_000])
def test_a_manifest_without_a_bottom(lab: _Lab, study: Path, tmp_path: Path, nested: bytes) -> None:
    for data in (nested, b'{"format":1,"settings":' + nested):
        bomb = _bundle(tmp_path / "bomb.hcmd", {"bundle.json": data})
        assert "is not a study bundle" in lab.refused("bundle", "merge", study, bomb)


# --- text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * 500_000 + " = 1",
        "[" + "a." * 500_000 + "a]",
        "x = {" + "a." * 100_000 + "a = 1}",
        "a" + '."a"' * 500_000 + " = 1",
        "a" + " . 'b'" * 200_000 + " = 1",
        "x = " + "[" * 500_000,
        "x = " + "{a=" * 200_000,
        "x = " + "[" * 200 + "]" * 200,
        "x = " + "{a.a.a.a=" * 100 + "1" + "}" * 100,
        "x = " + "9" * 100_000,
    ],
)
def test_settings_without_a_bottom(lab: _Lab, tmp_path: Path, text: str) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(text, encoding="utf-8")
    said = lab.refused("study", "new", tmp_path / "new", "--settings", settings)
    assert "is not valid TOML" in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "text",
    [
        "group;" * 20_000_000,  # a line without an end
        "a;b\n" + '"' + "x" * 200_000 + '";1\n',  # a cell
        "a;b\n" + '"x\n";' * 1_000_000,  # a row of many lines
        "a;b\n" + '"' + "x\n" * 2_000_000,  # a quotation without a partner
    ],
    ids=["line", "cell", "row", "quotation"],
)
@pytest.mark.parametrize("reader", ["import", "mechanism", "guests"])
def test_a_table_without_an_end(
    lab: _Lab, study: Path, tmp_path: Path, text: str, reader: str
) -> None:
    given = tmp_path / "given"
    given.write_text(text, encoding="utf-8")
    assert "given" in lab.refused(*_READERS[reader](study, given))
