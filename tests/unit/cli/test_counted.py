"""Numbers with the word for what they count."""

import pytest

from hcmd_lab.cli.counted import counted


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (0, ("group",), "0 groups"),
        (1, ("group",), "1 group"),
        (2, ("group",), "2 groups"),
        (33402, ("event",), "33,402 events"),
        (1, ("person", "people"), "1 person"),
        (4, ("person", "people"), "4 people"),
    ],
)
def test_the_word_agrees_with_the_number(number: int, words: tuple[str, ...], told: str) -> None:
    assert counted(number, *words) == told
