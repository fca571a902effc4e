"""What an encoding lacks is spelled, and nothing that it has is changed."""

import io
import re
from pathlib import Path

import pytest

import resources
from hcmd_lab.cli.plain_signs import ERRORS, spell_on_standard_streams
from hcmd_lab.game.mechanism_names import spoken_name

LETTERS = "ä"
"""Of names and words in texts: escaped where they are lacking."""
TEXTS = Path(resources.__file__).parent / "translations" / "hcmd_de.ts"


def written(text: str, encoding: str) -> str:
    return text.encode(encoding, ERRORS).decode(encoding)


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("theta_0", "theta_0"),
        ("theta_12", "theta_12"),
        ("theta_3.2", "theta_3.2"),
        ("theta_1_head_more", "theta_1 with more for seat 1"),
    ],
)
def test_a_mechanism_is_called_as_in_files(name: str, spelled: str) -> None:
    assert written(str(spoken_name(name)), "cp1252") == spelled


def test_what_an_encoding_has_stays() -> None:
    assert written("50 % ± 2 €, “R²” of θ₁", "cp1252") == "50 % ± 2 €, “R²” of theta_1"
    assert written("θ₁ – “R²”", "utf-8") == "θ₁ – “R²”"


def test_a_name_in_another_script_can_be_told_again() -> None:
    name = "מעבדה"
    assert written(name, "cp1252").encode().decode("unicode_escape") == name


def test_every_sign_of_the_program_has_a_spelling() -> None:
    texts = "".join(re.findall("<source>(.*?)</source>", TEXTS.read_text("utf-8"), re.DOTALL))
    signs = {each for each in texts if not each.isascii() and each not in LETTERS}
    assert len(signs) > 3
    assert [each for each in sorted(signs) if "\\" in written(each, "ascii")] == []


def test_both_streams_spell(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = [io.TextIOWrapper(io.BytesIO(), "ascii") for _ in range(2)]
    monkeypatch.setattr("sys.stdout", streams[0])
    monkeypatch.setattr("sys.stderr", streams[1])
    spell_on_standard_streams()
    for stream in streams:
        stream.write("θ₁")
        stream.flush()
        assert stream.buffer.getvalue() == b"theta_1"
