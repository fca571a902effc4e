"""Pictures of a study: found beside the texts, checked, and named by their content."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.picture_names import named_pictures
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.texts import picture_check
from hcmd_lab.texts import text_pictures as pictures
from hcmd_lab.texts.text_pictures import SHARED
from hcmd_lab.texts.text_reader import TextFolder, read_materials

RULES = SessionRules(script=replace(NO_SCRIPT, consent=True))


def draw(path: Path, width: int = 40, height: int = 20, colour: int = 0xFFD98200) -> str:
    """Save a picture; returns its SHA-256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in ("de", "en"):
        write(tmp_path, "![A fund](fund.png)", language)
    return tmp_path


def write(folder: Path, text: str, language: str = "en") -> None:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / "consent.md").write_text(text, encoding="utf-8")


def read(folder: Path, found: dict[str, bytes] | None = None) -> Materials:
    return read_materials(TextFolder(folder, "script"), "Study", PAPER_GAME, RULES, (2, 4), found)


def sentence(folder: Path) -> str:
    with pytest.raises(OperatorError) as caught:
        read(folder)
    return str(caught.value)


def test_a_shared_picture_serves_all_languages(folder: Path) -> None:
    sha256 = draw(folder / SHARED / "fund.png")
    found: dict[str, bytes] = {}
    materials = read(folder, found)
    assert materials.sheet("de").consent == f"![A fund](picture:{sha256})"
    assert named_pictures(materials.sheet("en").consent) == [sha256]
    assert materials.pictures == (sha256,)
    assert found == {sha256: (folder / SHARED / "fund.png").read_bytes()}
    assert list(materials.sheets) == ["en", "de"], "the folder of pictures is no language"


def test_a_language_may_have_its_own(folder: Path) -> None:
    shared = draw(folder / SHARED / "fund.png")
    own = draw(folder / "de" / "fund.png", colour=0xFF2060B0)
    materials = read(folder)
    assert named_pictures(materials.sheet("en").consent) == [shared]
    assert named_pictures(materials.sheet("de").consent) == [own]
    assert set(materials.pictures) == {shared, own}


def test_jpeg_will_do(folder: Path) -> None:
    for language in ("de", "en"):
        write(folder, "![A fund](Photo-1.JPG)", language)
    sha256 = draw(folder / SHARED / "Photo-1.JPG")
    assert read(folder).pictures == (sha256,)


def test_consent_to_another_picture_is_another_consent(folder: Path) -> None:
    draw(folder / SHARED / "fund.png")
    first = read(folder).consent_version
    draw(folder / SHARED / "fund.png", width=41)
    assert read(folder).consent_version != first


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.png", "en/consent.md: there is no picture none.png; put it next to the text"),
        ("../fund.png", "../fund.png is not the name of a picture"),
        ("/etc/fund.png", "is not the name of a picture"),
        ("https://example.org/fund.png", "is not the name of a picture"),
        ("fund.svg", "fund.svg is not the name of a picture; give picture:round, or a PNG or JPEG"),
        ("picture:" + 64 * "0", "is not the name of a picture"),
        ("broken.png", "broken.png is not a picture that can be shown; save it as PNG or JPEG"),
        ("gif.png", "gif.png is not a picture that can be shown"),
    ],
)
def test_what_cannot_be_shown_is_said_with_its_place(folder: Path, name: str, words: str) -> None:
    draw(folder / SHARED / "fund.png")
    (folder / SHARED / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    (folder / SHARED / "gif.png").write_bytes(b"GIF89a" + 20 * b"\0")
    write(folder, f"![A fund]({name})")
    assert words in sentence(folder)
    assert sentence(folder).startswith("script/en/consent.md: ")


def test_a_picture_needs_a_description(folder: Path) -> None:
    draw(folder / SHARED / "fund.png")
    write(folder, "![ ](fund.png)")
    assert "needs a description" in sentence(folder)


def test_pictures_have_limits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw(folder / SHARED / "fund.png")
    with monkeypatch.context() as patch:
        patch.setitem(MAX_BYTES, FileKind.PICTURE, 50)
        assert "cannot be read (it is larger than" in sentence(folder)
    with monkeypatch.context() as patch:
        patch.setattr(picture_check, "MAX_PIXELS", 799)
        assert "40 x 20 pixels, more than a screen shows" in sentence(folder)
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "MAX_PICTURES", 1)
        draw(folder / "de" / "fund.png", colour=0xFF2060B0)
        assert "show more than 1 pictures" in sentence(folder)
