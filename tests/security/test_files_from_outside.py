"""Files made to fill the memory, to wait for ever or to lead elsewhere: each ends with a sentence.

Every attack is given to the real command, in a process that may take no more memory than a study
needs, and has to end with exit code 1 or 2 and one sentence on what to do.
"""

import hashlib
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.texts.shipped import copy_texts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds memory as Linux does")

_MEMORY = 1536 * 2**20
"""Of the address space: the program itself with Qt maps about two thirds of it."""

_BOUNDED = (
    "import resource, sys; "
    f"resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY})); "
    "from hcmd_lab.program import run; sys.argv[0] = 'hcmd-lab'; run()"
)


def _refused(*arguments: str | Path) -> str:
    """Run a command that has to refuse; returns its sentence."""
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stderr.strip()
    assert done.returncode in (1, 2), (done.returncode, said[-2000:])
    assert said.startswith("hcmd-lab: "), said[-2000:]
    assert "Traceback" not in said
    assert said.count("\n") == 0, said
    return said


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
    study: Path, tmp_path: Path, reader: str, file: str
) -> None:
    given = tmp_path / "given"
    _FILES[file](given)
    before = _contents(study)
    assert "given" in _refused(*_READERS[reader](study, given))
    assert _contents(study) == before
    assert not (tmp_path / "new").exists()


def _contents(study: Path) -> list[str]:
    return sorted(
        str(path.relative_to(study)) for path in study.rglob("*") if path.name != "study.lock"
    )


# --- what lies in the study's own folder --------------------------------------------------------


@pytest.mark.parametrize("file", ["sparse", "pipe", "endless", "folder"])
@pytest.mark.parametrize("name", ["consent.md", "questions.toml"])
def test_a_text_that_is_no_text(study: Path, name: str, file: str) -> None:
    copy_texts(study, ["en"])
    text = study / "script" / "en" / name
    text.unlink()
    _FILES[file](text)
    assert f"script/en/{name}" in _refused("script", "check", study, "--set", "consent=true")


@pytest.mark.parametrize("file", ["sparse", "endless"])
def test_a_picture_that_is_no_picture(study: Path, file: str) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    _FILES[file](study / "script/en/fund.png")
    assert "the picture fund.png" in _refused("script", "check", study, "--set", "consent=true")


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packed = zlib.compress(bytes(2**26), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_a_picture_that_unpacks_without_end(study: Path) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    (study / "script/en/fund.png").write_bytes(_png_that_claims(60_000, 60_000))
    said = _refused("script", "check", study, "--set", "consent=true")
    assert "60000 x 60000 pixels" in said


@pytest.mark.parametrize("name", ["consent.md", "fund.png"])
def test_a_link_out_of_the_folder_of_the_texts(study: Path, tmp_path: Path, name: str) -> None:
    copy_texts(study, ["en"])
    (study / "script/en/consent.md").write_text("![A fund](fund.png)", encoding="utf-8")
    secret = tmp_path / "secret"
    secret.write_bytes(b"what is none of the participants' business")
    (study / "script/en" / name).unlink(missing_ok=True)
    (study / "script/en" / name).symlink_to(secret)
    said = _refused("script", "check", study, "--set", "consent=true")
    assert "link to another folder" in said
    assert name in said
    said = _refused("study", "duplicate", study, tmp_path / "new")
    assert "link to another folder" in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("file", ["sparse", "pipe", "link"])
def test_a_checkpoint_that_is_none_is_not_packed(study: Path, tmp_path: Path, file: str) -> None:
    checkpoint = study / "checkpoints" / f"{hashlib.sha256(b'another').hexdigest()}.safetensors"
    if file == "link":
        secret = tmp_path / "secret"
        secret.write_bytes(b"a private key")
        checkpoint.symlink_to(secret)
    else:
        _FILES[file](checkpoint)
    target = tmp_path / "out.hcmd"
    assert "checkpoints" in _refused("bundle", "make", study, target)
    assert not target.exists()


@pytest.mark.parametrize("file", ["sparse", "pipe", "endless"])
def test_a_mark_that_is_none_proves_nothing(study: Path, file: str) -> None:
    """A study whose mark cannot be read is read: the mark is only what another check rests on."""
    mark = study / "study.mark"
    mark.unlink(missing_ok=True)
    _FILES[file](mark)
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, "study", "status", str(study)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


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


@pytest.mark.parametrize("name", ["events.jsonl", "pictures/1", "checkpoints/1", "other"])
def test_a_small_archive_of_gigabytes(study: Path, tmp_path: Path, name: str) -> None:
    bomb = _zeros(tmp_path / "bomb.hcmd", name, 3000)
    assert bomb.stat().st_size < 4 * 2**20
    assert "declares more data" in _refused("bundle", "merge", study, bomb)


def test_many_members_of_gigabytes_together(study: Path, tmp_path: Path) -> None:
    members = {f"tables/{number}": bytes(30 * 2**20) for number in range(60)}
    bomb = _bundle(tmp_path / "bomb.hcmd", members)
    assert "declares more data" in _refused("bundle", "merge", study, bomb)


def test_a_member_that_holds_more_than_it_declares(study: Path, tmp_path: Path) -> None:
    bomb = _zeros(tmp_path / "bomb.hcmd", "bundle.json", 1000)
    data = bomb.read_bytes().replace(struct.pack("<I", 1000 * 2**20), struct.pack("<I", 2))
    bomb.write_bytes(data)
    assert "is not a study bundle" in _refused("bundle", "merge", study, bomb)


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_another_way(study: Path, tmp_path: Path, how: int) -> None:
    bomb = _bundle(tmp_path / "bomb.hcmd", {"bundle.json": bytes(2**26)}, how)
    assert "is not a study bundle" in _refused("bundle", "merge", study, bomb)


@pytest.mark.parametrize("nested", [b"[" * 2_000_000, b'{"a":' * 500_000])
def test_a_manifest_without_a_bottom(study: Path, tmp_path: Path, nested: bytes) -> None:
    for data in (nested, b'{"format":1,"settings":' + nested):
        bomb = _bundle(tmp_path / "bomb.hcmd", {"bundle.json": data})
        assert "is not a study bundle" in _refused("bundle", "merge", study, bomb)


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
def test_settings_without_a_bottom(tmp_path: Path, text: str) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(text, encoding="utf-8")
    said = _refused("study", "new", tmp_path / "new", "--settings", settings)
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
def test_a_table_without_an_end(study: Path, tmp_path: Path, text: str, reader: str) -> None:
    given = tmp_path / "given"
    given.write_text(text, encoding="utf-8")
    assert "given" in _refused(*_READERS[reader](study, given))
