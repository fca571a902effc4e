"""A station may come back at once, not without end, and nobody else may come as it unseen."""

from hcmd_lab.network.comings import Comings
from hcmd_lab.network.limits import HostLimits

LIMITS = HostLimits()


class Clock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def test_who_comes_too_often_waits_until_the_first_coming_is_long_ago() -> None:
    clock = Clock()
    comings = Comings(LIMITS, clock)
    for _ in range(LIMITS.arrivals):
        assert not comings.too_often("1")
        comings.came_in("1")
    assert comings.too_often("1")
    assert not comings.too_often("2"), "each station for itself"
    clock.now_s += LIMITS.arrivals_s
    assert not comings.too_often("1")


def test_a_station_whose_old_connection_is_dead_may_try_until_that_is_noticed() -> None:
    comings = Comings(LIMITS, Clock())
    comings.came_in("1")

    def is_second_use(pings: int, pongs: int) -> bool:
        return comings.is_second_use("1", is_elsewhere=False, pings=pings, pongs=pongs)

    assert not is_second_use(7, 5)
    assert not is_second_use(30, 7), "answers to what was sent before may come late"
    assert is_second_use(30, 8), "this one was sent after the other program had come"
    comings.came_in("1")
    assert not is_second_use(40, 40), "it begins anew"


def test_who_comes_from_another_address_is_another_program() -> None:
    comings = Comings(LIMITS, Clock())
    assert comings.is_second_use("1", is_elsewhere=True, pings=0, pongs=0)
