"""Whose TLS handshake comes next."""

import socket
from collections.abc import Iterator

import pytest

from hcmd_lab.network.handshake_queue import HandshakeQueue, Turn
from hcmd_lab.network.limits import HostLimits

LIMITS = HostLimits(unfinished=6, unfinished_per_address=3, handshakes=4, handshakes_per_address=2)


@pytest.fixture
def queue() -> Iterator[HandshakeQueue]:
    """An empty queue, whose connections are closed at last."""
    queue = HandshakeQueue(LIMITS)
    yield queue
    for turn in queue.all():
        turn.connection.close()


def come(queue: HandshakeQueue, *addresses: str) -> list[socket.socket]:
    """Let connections come; returns those for which there was no place."""
    crowded_out = [queue.enter(socket.socket(), address) for address in addresses]
    found = [each for each in crowded_out if each is not None]
    for each in found:
        each.close()
    return found


def begun(queue: HandshakeQueue) -> list[Turn]:
    """Begin as many handshakes as may begin."""
    return list(iter(queue.next, None))


def test_addresses_take_turns_and_one_has_few_at_once(queue: HandshakeQueue) -> None:
    come(queue, "a", "a", "a", "b")
    assert [turn.address for turn in begun(queue)] == ["a", "b", "a"]
    assert queue.in_handshake == 3
    assert len(queue) == 4


def test_addresses_of_stations_go_first(queue: HandshakeQueue) -> None:
    queue.know("s")
    come(queue, "a", "b", "s")
    assert [turn.address for turn in begun(queue)] == ["s", "a", "b"]


def test_within_an_address_the_newest_goes_first_and_the_oldest_has_to_go(
    queue: HandshakeQueue,
) -> None:
    come(queue, "a", "a", "a")
    oldest = queue.all()[0].connection
    assert queue.enter(newest := socket.socket(), "a") is oldest
    oldest.close()
    assert len(queue) == 3
    turn = queue.next()
    assert turn is not None
    assert turn.connection is newest


def test_where_all_of_an_address_are_in_their_handshakes_the_newest_has_to_go() -> None:
    queue = HandshakeQueue(HostLimits(unfinished_per_address=1))
    come(queue, "a")
    begun(queue)
    assert len(come(queue, "a")) == 1
    (turn,) = queue.all()
    turn.connection.close()


def test_strangers_fill_their_places_alone(queue: HandshakeQueue) -> None:
    queue.know("s")
    assert len(come(queue, *"abcdefg")) == 1
    assert not come(queue, "s")


def test_who_leaves_makes_place(queue: HandshakeQueue) -> None:
    come(queue, *"abcdef")
    for turn in begun(queue):
        turn.connection.close()
        queue.leave(turn)
        queue.leave(turn)  # again, without effect
    assert queue.in_handshake == 0
    assert len(queue) == 2
    assert not come(queue, *"ghij")


def test_the_rate_is_bounded() -> None:
    queue = HandshakeQueue(HostLimits(handshakes=100, handshakes_per_s=3))
    come(queue, *"abcdef")
    assert len(begun(queue)) == 3
    for turn in queue.all():
        turn.connection.close()


def test_handshakes_are_given_up_sooner_where_others_wait() -> None:
    limits = HostLimits(
        handshakes_per_address=1, handshake_ms=10**9, slow_handshake_ms=0, queue_ms=10**9
    )
    queue = HandshakeQueue(limits)
    come(queue, "a")
    begun(queue)
    assert not queue.too_slow()
    come(queue, "a")
    assert [turn.has_begun for turn in queue.too_slow()] == [True]
    for turn in queue.all():
        turn.connection.close()
