"""Counted nouns agree with their number, in every language."""

import pytest
from reading_in import reading_in

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.counting import Exclusion, GroupCount
from hcmd_lab.study.study_log import LogEntry, LogKind
from hcmd_lab.telling import counts
from hcmd_lab.telling.groups import count_in_words
from hcmd_lab.telling.money import coin_count, coins_in_words
from hcmd_lab.telling.study_log import entry_in_words
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


@pytest.mark.parametrize(
    ("stations", "told"),
    [(("3",), "1 simulated participant, at station 3"),
     (("3", "4"), "2 simulated participants, at stations 3, 4")],
)  # fmt: skip
def test_stations_agree_with_those_who_sit_there(stations: tuple[str, ...], told: str) -> None:
    count = GroupCount(True, Exclusion.SIMULATED, stations)
    assert str(count_in_words(count)) == f"Does not count: {told}"


@pytest.mark.parametrize(
    ("found", "told"), [(0, "0 of 4"), (4, "4 of 4"), (5, "5 (4 planned)"), (30, "30 (4 planned)")]
)
def test_more_than_were_planned_are_no_part_of_them(found: int, told: str) -> None:
    assert str(counts.of_planned(found, 4)) == told
    of_groups = str(counts.groups_of_planned(found, 4))
    assert of_groups == (f"{found} of 4 groups" if found <= 4 else f"{found} groups, 4 planned")
    looked = LogEntry(
        kind=LogKind.LOOKED,
        utc="2026-01-02T03:04:05.678+00:00",
        by="",
        version="1",
        details={"mechanism": "theta_1", "baseline": "libertarian", "groups": 4, "played": found,
                 "planned": 4},
    )  # fmt: skip
    assert (f"{found} of 4 planned" in entry_in_words(looked)) == (found <= 4)
    assert (f"{found} groups had played, more than the 4" in entry_in_words(looked)) == (found > 4)


def test_a_sentence_quotes_it_with_the_reader_s_numbers() -> None:
    with reading_in("de"):
        assert translate("with {what}", what=counts.votes(1200)) == "with 1.200 votes"


@pytest.mark.parametrize(
    ("hundredths", "told"), [(100, "1 coin"), (600, "6 coins"), (2240, "22.4 coins")]
)
def test_amounts_of_coins_have_their_unit(hundredths: int, told: str) -> None:
    with reading_in("en"):
        assert coins_in_words(hundredths) == told
