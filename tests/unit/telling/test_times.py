"""Times of day and durations."""

from collections.abc import Iterator

import pytest
from living_in import living_in
from reading_in import reading_in

from hcmd_lab.telling.times import clock, day, session_time, took, when, when_anywhere


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with reading_in("en"):
        yield


@pytest.mark.parametrize(
    ("ms", "text"), [(60_000, "1:00"), (59_001, "1:00"), (1, "0:01"), (0, "0:00"), (-5, "0:00")]
)
def test_the_clock_says_zero_only_when_time_is_up(ms: int, text: str) -> None:
    assert clock(ms) == text


def test_session_time() -> None:
    assert session_time(3_723_999) == "1:02:03"


def test_a_day_is_written_out_in_the_reader_s_language() -> None:
    assert day("2026-03-05T09:30:00+00:00") == "Thursday, March 5, 2026"
    with reading_in("de"):
        assert day("2026-03-05T09:30:00+00:00") == "Donnerstag, 5. März 2026"


def test_a_time_of_day_is_no_other_day_for_another_reader_and_nothing_stays_nothing() -> None:
    with living_in("UTC"):
        assert when("2026-03-05T09:30:00.000+00:00") == "5 Mar 2026, 09:30"
        with reading_in("de"):
            assert when("2026-03-05T09:30:00.000+00:00") == "5. März 2026, 09:30"
    assert when("") == ""


@pytest.mark.parametrize(
    ("zone", "utc", "told", "written_out"),
    [
        ("America/Los_Angeles", "2026-03-06T02:30:00.000+00:00",
         "5 Mar 2026, 18:30 (UTC-08:00)", "Thursday, March 5, 2026"),
        ("Australia/Adelaide", "2026-03-04T22:30:00.000+00:00",
         "5 Mar 2026, 09:00 (UTC+10:30)", "Thursday, March 5, 2026"),
        ("UTC", "2026-03-05T09:30:00.000+00:00",
         "5 Mar 2026, 09:30 (UTC)", "Thursday, March 5, 2026"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_lab(zone: str, utc: str, told: str, written_out: str) -> None:
    """A receipt of a session in the evening had the next day's date west of Greenwich."""
    with living_in(zone):
        assert (when_anywhere(utc), day(utc)) == (told, written_out)


@pytest.mark.parametrize(("seconds", "text"), [(2.25, "2.3 s"), (59.0, "59.0 s"), (150, "2 min")])
def test_what_took_longer_is_told_in_minutes(seconds: float, text: str) -> None:
    assert took(seconds) == text
