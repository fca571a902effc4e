import pytest

from hcmd_lab.telling.times import time_left
from ui.control.training.time_left import Pace


def paced(*seen: tuple[float, int], total: int = 100) -> Pace:
    pace = Pace()
    for at_s, done in seen:
        pace.add(at_s, done, total)
    return pace


def test_the_time_left_follows_from_the_speed() -> None:
    assert paced((0.0, 0), (5.0, 25), (10.0, 50)).left_s == pytest.approx(10)


@pytest.mark.parametrize(
    "seen", [(), ((0.0, 0),), ((0.0, 0), (1.0, 50)), ((0.0, 5), (10.0, 5)), ((0.0, 0), (10.0, 100))]
)
def test_nothing_is_promised_before_it_is_known(seen: tuple[tuple[float, int], ...]) -> None:
    assert paced(*seen).left_s is None
    assert time_left(paced(*seen).left_s) == ""


def test_only_the_last_minute_counts() -> None:
    slow = [(float(second), second) for second in range(0, 100, 10)]
    fast = [(90.0 + second, 90 + 10 * second) for second in range(10, 80, 10)]
    assert paced(*slow, *fast, total=1000).left_s == pytest.approx((1000 - 790) / 10)


def test_a_computer_that_slept_or_a_step_that_went_back_begins_anew() -> None:
    assert paced((0.0, 0), (10.0, 10), (5000.0, 11)).left_s is None
    assert paced((0.0, 0), (10.0, 50), (11.0, 20), (15.0, 40)).left_s == pytest.approx(12)


@pytest.mark.parametrize(
    ("left_s", "text"),
    [
        (0.0, "about 10 seconds left"),
        (34.0, "about 30 seconds left"),
        (55.0, "about 1 minute left"),
        (130.0, "about 2 minutes left"),
        (6 * 3600.0, "about 6 hours left"),
    ],
)
def test_time_is_told_no_more_exactly_than_it_is_known(left_s: float, text: str) -> None:
    assert time_left(left_s) == text
