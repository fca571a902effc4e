import pytest
from msgspec.structs import replace
from network_lab import PIN, MemoryRegistry

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Door
from hcmd_lab.network.gate import Gate, RejectedError
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Hello, Pair

HOME = "10.0.0.7"


def pair(station: str = "s1", pin: str = PIN, protocol: int = PROTOCOL) -> Pair:
    return Pair(protocol, "0", station, pin)


def hello(token: str, station: str = "s1", protocol: int = PROTOCOL) -> Hello:
    return Hello(protocol, "0", station, token, "")


class Case:
    def __init__(self) -> None:
        self.registry = MemoryRegistry()
        self.now_s = 0.0
        self.door = Door(None, None, self.clock)
        self.alarms = Alarms()
        self.gate = Gate(self.registry, PIN, HostLimits(), self.clock, self.door, self.alarms)

    def clock(self) -> float:
        return self.now_s

    def admit(
        self, message: Hello, granted: Pair | None = None, token: str = "", live_at: str = ""
    ) -> None:
        self.gate.admit(message, granted, token, HOME, live_at)
        self.gate.keep_news()

    def rejection(self, message: Pair | Hello, granted: Pair | None = None, token: str = "") -> str:
        with pytest.raises(RejectedError) as caught:
            self._come(message, granted, token)
        assert caught.value.final
        assert caught.value.sentence.endswith(".")
        return caught.value.code

    def _come(self, message: Pair | Hello, granted: Pair | None, token: str) -> None:
        if isinstance(message, Pair):
            self.gate.pair(message, HOME)
        else:
            self.admit(message, granted, token)


def test_a_name_is_claimed_when_the_token_comes_back() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    assert case.registry.tokens == {}
    case.admit(hello(token), pair(), token)
    assert case.registry.tokens == {"s1": token_sha256(token)}
    case.admit(hello(token), None, "")


def test_a_token_that_was_lost_on_the_way_costs_nothing() -> None:
    case = Case()
    lost, second = case.gate.pair(pair(), HOME), case.gate.pair(pair(), HOME)
    case.admit(hello(second), pair(), second)
    assert case.rejection(hello(lost), pair(), lost) == RejectionCode.UNKNOWN_TOKEN


def test_a_token_is_for_one_station_and_one_connection() -> None:
    case = Case()
    token = case.gate.pair(pair("s1"), HOME)
    assert case.rejection(hello(token, "s2"), pair("s1"), token) == RejectionCode.UNKNOWN_TOKEN
    assert case.rejection(hello(token)) == RejectionCode.UNKNOWN_TOKEN
    assert case.rejection(hello(new_token()), pair(), token) == RejectionCode.UNKNOWN_TOKEN
    case.admit(hello(token), pair(), token)
    assert case.rejection(hello(new_token())) == RejectionCode.UNKNOWN_TOKEN


def test_a_name_can_be_claimed_once_until_it_is_released() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    case.admit(hello(token), pair(), token)
    assert case.rejection(pair()) == RejectionCode.STATION_TAKEN
    case.gate.release("s1")
    assert case.rejection(hello(token)) == RejectionCode.UNKNOWN_TOKEN
    assert case.gate.pair(pair(), HOME) != token


def test_wrong_pins_are_counted_and_then_even_the_right_one_waits() -> None:
    case = Case()
    for _ in range(5):
        assert case.rejection(pair(pin="0000")) == RejectionCode.WRONG_PIN
    assert case.rejection(pair()) == RejectionCode.TOO_MANY_TRIES
    assert case.gate.pair(pair(), "10.0.0.8")
    case.now_s = 61
    assert case.gate.pair(pair(), HOME)


@pytest.mark.parametrize("protocol", [PROTOCOL - 1, PROTOCOL + 1])
def test_another_protocol_is_refused(protocol: int) -> None:
    case = Case()
    assert case.rejection(pair(protocol=protocol)) == RejectionCode.VERSION
    assert case.rejection(hello(new_token(), protocol=protocol)) == RejectionCode.VERSION


def test_the_network_card_is_noted_of_admitted_stations_alone() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    known = replace(hello(token), mac="02:00:00:00:00:01")
    assert case.rejection(known) == RejectionCode.UNKNOWN_TOKEN
    assert case.registry.paired == {}
    case.admit(known, pair(), token)
    case.admit(hello(token), None, "")
    assert case.registry.paired["s1"].mac == "02:00:00:00:00:01", (
        "nor forgotten where it is not told"
    )


def test_a_station_plays_also_where_its_network_card_cannot_be_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise OperatorError("The disk is full.")

    case = Case()
    token = case.gate.pair(pair(), HOME)
    monkeypatch.setattr(case.registry, "note", fail)
    case.admit(replace(hello(token), mac="02:00:00:00:00:01"), pair(), token)
    assert case.registry.tokens == {"s1": token_sha256(token)}
