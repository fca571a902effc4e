"""Counted nouns agree with their number, in every language."""

import pytest
from reading_in import reading_in

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts
from hcmd_lab.telling.money import coin_count, coins_in_words
from hcmd_lab.telling.translate import translate


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (counts.groups(0), "0 groups"),
        (counts.groups(1), "1 group"),
        (counts.new_groups(2), "2 new groups"),
        (counts.decisions(33402), "33,402 decisions"),
        (counts.people(1), "1 person"),
        (counts.people(4), "4 people"),
        (coin_count(1), "1 coin"),
    ],
)
def test_the_word_agrees_with_the_number(counted: Sentence, told: str) -> None:
    assert str(counted) == told


def test_a_sentence_quotes_it_with_the_reader_s_numbers() -> None:
    with reading_in("de"):
        assert translate("with {what}", what=counts.votes(1200)) == "with 1.200 votes"


@pytest.mark.parametrize(
    ("hundredths", "told"), [(100, "1 coin"), (600, "6 coins"), (2240, "22.4 coins")]
)
def test_amounts_of_coins_have_their_unit(hundredths: int, told: str) -> None:
    with reading_in("en"):
        assert coins_in_words(hundredths) == told
