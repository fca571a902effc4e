"""The shipped questionnaire asks about nothing that a session can do without."""

import tomllib

import pytest

from hcmd_lab.shipped_parts import RESOURCES

_INSTRUCTIONS = {"en": "instruction", "de": "anleitung", "he": "הוראות"}
_PRACTICE = {"en": "practice", "de": "übung", "he": "תרגול"}


@pytest.mark.parametrize("language", ["en", "de", "he"])
@pytest.mark.parametrize("part", [_INSTRUCTIONS, _PRACTICE])
def test_nobody_is_asked_about_a_part_that_may_have_been_off(
    language: str, part: dict[str, str]
) -> None:
    text = (RESOURCES / "script" / language / "questionnaire.toml").read_text(encoding="utf-8")
    items = tomllib.loads(text)["item"]
    assert len(items) > 3
    for item in items:
        assert part[language] not in item["text"].lower(), item["name"]
