from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.network.limits import TokenBucket, WrongTries


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@given(st.lists(st.floats(0, 2), min_size=1, max_size=200), st.floats(0.5, 50))
def test_never_more_than_a_second_in_advance_of_the_rate(
    pauses_s: list[float], rate_per_s: float
) -> None:
    clock = Clock()
    bucket = TokenBucket(rate_per_s, clock)
    taken = 0
    for pause_s in pauses_s:
        clock.now_s += pause_s
        taken += bucket.take() == 0
        assert taken <= max(1, rate_per_s) + rate_per_s * clock.now_s + 1e-6


def test_waiting_as_long_as_told_is_enough() -> None:
    clock = Clock()
    bucket = TokenBucket(20, clock)
    assert [bucket.take() for _ in range(20)] == [0] * 20
    wait_s = bucket.take()
    assert 0 < wait_s <= 1 / 20
    clock.now_s += wait_s + 1e-9
    assert bucket.take() == 0
    assert bucket.take() > 0


def test_an_address_is_locked_out_for_a_while_and_others_are_not() -> None:
    clock = Clock()
    tries = WrongTries(3, 60, clock)
    for _ in range(3):
        assert tries.locked_for_s("10.0.0.1") == 0
        tries.count("10.0.0.1")
    assert tries.locked_for_s("10.0.0.1") == 60
    assert tries.locked_for_s("10.0.0.2") == 0
    clock.now_s = 59
    assert tries.locked_for_s("10.0.0.1") == 1
    clock.now_s = 60
    assert tries.locked_for_s("10.0.0.1") == 0
    tries.count("10.0.0.1")
    assert tries.locked_for_s("10.0.0.1") == 0


def test_all_addresses_of_one_computer_count_together() -> None:
    tries = WrongTries(1, 60, Clock())
    tries.count("2001:db8::1")
    assert tries.locked_for_s("2001:db8::2%eth0") == 60
    assert tries.locked_for_s("2001:db8:0:1::1") == 0
    tries.count("::ffff:10.0.0.1")
    assert tries.locked_for_s("10.0.0.1") == 60
    assert tries.locked_for_s("::ffff:10.0.0.2") == 0
    tries.count("")
    assert tries.locked_for_s("") == 60
