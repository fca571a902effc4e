"""Numbers follow the reader's language."""

from collections.abc import Iterator

import pytest
from reading_in import reading_in

from hcmd_lab.telling.numbers import (
    aligned_coins,
    apart,
    coins,
    decimals_for,
    percent,
    signed,
    signed_percent,
    significant,
    whole,
    within,
)


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


@pytest.mark.parametrize("language", ["en", "de", "he"])
def test_numbers_below_zero_have_a_true_minus_sign(language: str) -> None:
    with reading_in(language):
        for written in (whole(-5), coins(-550), aligned_coins(-5), significant(-5.5)):
            assert "\N{MINUS SIGN}" in written
            assert "-" not in written


def test_differences_have_their_sign_and_what_rounds_to_nothing_has_none() -> None:
    assert signed(-2.449, 1) == "\N{MINUS SIGN}2.4"
    assert signed(0.51, 1) == "+0.5"
    assert signed(-0.04, 1) == "0.0"
    assert signed_percent(0.123, 1) == "+12.3%"
    assert signed_percent(-0.0001, 1) == "0.0%"
    with reading_in("de"):
        assert signed_percent(-0.123, 1) == "\N{MINUS SIGN}12,3\u202f%"


@pytest.mark.parametrize(("value", "text"), [(0.001, "0.001"), (2.5, "2.5"), (10.0, "10")])
def test_some_numbers_have_as_many_digits_as_they_need(value: float, text: str) -> None:
    assert significant(value, 3) == text


@pytest.mark.parametrize(("spacing", "decimals"), [(10.0, 0), (0.5, 1), (0.25, 2)])
def test_decimals_tell_neighbours_apart(spacing: float, decimals: int) -> None:
    assert decimals_for(spacing) == decimals


def test_what_no_decimals_tell_apart_gets_none_more() -> None:
    assert apart(0.5000000000000001, 0.5, percent, 1) == ["50.0%", "50.0%"]
    assert apart(0.5004, 0.5, percent, 1) == ["50.04%", "50.00%"]
    assert within(0.5000000000000001, (0.4, 0.5), percent, 1) == ["50.0%", "40.0%", "50.0%"]
    assert within(0.5004, (0.4, 0.5), percent, 1) == ["50.04%", "40.00%", "50.00%"]
