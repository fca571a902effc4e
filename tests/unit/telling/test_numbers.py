"""Numbers follow the reader's language."""

from collections.abc import Iterator

import pytest
from reading_in import reading_in

from hcmd_lab.telling.numbers import aligned_coins, clock, coins, percent, whole


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with reading_in("en"):
        yield


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0"), (1200, "12"), (1250, "12.5"), (1255, "12.55"), (5, "0.05")]
)
def test_coins_have_as_many_decimals_as_they_need(hundredths: int, text: str) -> None:
    assert coins(hundredths) == text


def test_columns_have_two_decimals() -> None:
    assert aligned_coins(1200) == "12.00"


def test_german_readers_see_a_comma() -> None:
    with reading_in("de"):
        assert coins(1250) == "12,5"
        assert whole(1234) == "1.234"


def test_shares_are_shown_in_percent() -> None:
    assert percent(0.544, 1) == "54.4%"
    with reading_in("de"):
        assert percent(0.544, 1) == "54,4\u202f%"


@pytest.mark.parametrize(
    ("ms", "text"), [(60_000, "1:00"), (59_001, "1:00"), (1, "0:01"), (0, "0:00"), (-5, "0:00")]
)
def test_the_clock_says_zero_only_when_time_is_up(ms: int, text: str) -> None:
    assert clock(ms) == text
