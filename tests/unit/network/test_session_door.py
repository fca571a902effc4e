"""The door alone: whom it lets in, how many may wait, and for how long it remembers them."""

from hcmd_lab.network.door import (
    _HEARD_S,
    _MOST_KNOCKS,
    _RESERVED_S,
    REOPENED_S,
    Door,
    Knock,
    WhyKnocks,
)

HERE, THERE = "10.0.0.1", "10.0.0.2"


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def knock(number: int) -> Knock:
    return Knock(str(number), f"10.0.1.{number}", WhyKnocks.CLOSED)


def test_it_closes_with_the_last_expected_station_and_not_before() -> None:
    door = Door(2, None, Clock())
    door.enter("1", HERE)
    assert door.why_knock("3", THERE) is None
    door.enter("2", THERE)
    assert door.why_knock("3", THERE) is WhyKnocks.CLOSED


def test_an_address_has_as_many_places_as_it_may() -> None:
    door = Door(None, 1, Clock())
    door.enter("1", HERE)
    assert door.why_knock("2", HERE) is WhyKnocks.SAME_ADDRESS
    assert door.why_knock("1", HERE) is None
    assert door.why_knock("2", THERE) is None


def test_opened_again_it_closes_by_itself() -> None:
    clock = Clock()
    door = Door(1, None, clock)
    door.enter("1", HERE)
    door.open()
    clock.now_s = REOPENED_S - 1
    assert door.why_knock("2", THERE) is None
    clock.now_s = REOPENED_S
    assert door.why_knock("2", THERE) is WhyKnocks.CLOSED


def test_a_place_is_kept_only_for_whoever_comes_soon() -> None:
    clock = Clock()
    door = Door(1, None, clock)
    door.reserve("1", HERE)
    assert door.why_knock("2", THERE) is WhyKnocks.CLOSED
    clock.now_s = _RESERVED_S
    assert door.why_knock("2", THERE) is None


def test_so_many_may_wait_and_only_while_they_knock() -> None:
    clock = Clock()
    door = Door(None, None, clock)
    for number in range(_MOST_KNOCKS + 1):
        assert not door.may_enter(knock(number))
    assert len(door.knocks) == _MOST_KNOCKS
    clock.now_s = _HEARD_S / 2
    assert not door.may_enter(knock(0)), "who waits already may go on knocking"
    clock.now_s = _HEARD_S
    assert [each.station for each in door.knocks] == ["0"]
