"""The database is brought up to date when nobody waits, and at last also when somebody does."""

import pytest

from hcmd_lab.game import events as ev
from hcmd_lab.hosting.quiet_moment import QuietMoment

ROUND = ev.FundDivided(0, 1, 1, 1, "", (), ())


def test_nothing_is_done_without_a_round() -> None:
    moment = QuietMoment(0)
    moment.happened([ev.Continued(0, 1, 0)])
    assert not moment.has_come(60_000)


def test_it_comes_once_after_a_round_in_silence() -> None:
    moment = QuietMoment(0)
    moment.happened([ROUND])
    moment.spoken(9_900)
    assert [moment.has_come(now_ms) for now_ms in (10_000, 10_100, 10_200, 10_300)] == [
        False, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("now_ms", [4_900, 29_900])
def test_it_is_not_too_often(now_ms: int) -> None:
    moment = QuietMoment(0)
    moment.happened([ROUND])
    moment.spoken(now_ms - (400 if now_ms < 5_000 else 100))
    assert not moment.has_come(now_ms)


def test_where_somebody_always_speaks_it_comes_all_the_same() -> None:
    moment = QuietMoment(0)
    moment.happened([ROUND])
    moment.spoken(29_990)
    assert moment.has_come(30_000)
