import pytest
from msgspec.structs import replace
from network_lab import PIN, MemoryRegistry

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Door, WhyKnocks
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
        self.start_again()

    def start_again(self) -> None:
        """A host that was killed: it knows what it has kept."""
        self.gate = Gate(self.registry, PIN, HostLimits(), self.clock, self.door, self.alarms)

    def clock(self) -> float:
        return self.now_s

    def admit(self, message: Hello, live_at: str = "", address: str = HOME) -> None:
        self.gate.admit(message, address, live_at=live_at)
        self.gate.keep_news()

    def rejection(
        self, message: Pair | Hello, *, is_final: bool = True, address: str = HOME
    ) -> str:
        with pytest.raises(RejectedError) as caught:
            self._come(message, address)
        assert caught.value.final == is_final
        assert caught.value.sentence.endswith(".")
        return caught.value.code

    def _come(self, message: Pair | Hello, address: str) -> None:
        if isinstance(message, Pair):
            self.gate.pair(message, address)
        else:
            self.admit(message, address=address)

    @property
    def kinds(self) -> list[AlarmKind]:
        return [alarm.kind for alarm in self.alarms.all]


def test_a_name_is_claimed_when_the_token_comes_back() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    assert case.registry.tokens == {}
    case.admit(hello(token))
    assert case.registry.tokens == {"s1": token_sha256(token)}
    case.admit(hello(token))


def test_a_token_that_was_lost_on_the_way_costs_nothing() -> None:
    case = Case()
    lost, second = case.gate.pair(pair(), HOME), case.gate.pair(pair(), HOME)
    case.admit(hello(second))
    assert case.rejection(hello(lost)) == RejectionCode.STATION_TAKEN
    assert case.kinds == [], "two computers wanted one name; none of them has a copy"


def test_a_token_opens_in_whichever_connection_it_comes_back() -> None:
    case = Case()
    lost, token = case.gate.pair(pair(), HOME), case.gate.pair(pair(), HOME)
    case.now_s = 3600
    case.admit(hello(token))
    assert case.kinds == []
    case.gate.release("s1")
    case.admit(hello(lost))
    assert case.kinds == []


def test_a_token_is_for_one_station() -> None:
    case = Case()
    token = case.gate.pair(pair("s1"), HOME)
    assert case.rejection(hello(token, "s2")) == RejectionCode.UNKNOWN_TOKEN
    assert case.rejection(hello(new_token())) == RejectionCode.UNKNOWN_TOKEN
    case.admit(hello(token))
    assert case.rejection(hello(new_token())) == RejectionCode.UNKNOWN_TOKEN
    assert set(case.kinds) == {AlarmKind.UNKNOWN_TOKEN}


def test_a_token_that_comes_back_late_has_to_knock_where_a_new_station_would() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    case.door.close()
    case.now_s = 5
    case.admit(hello(token))
    case.gate.release("s1")
    case.door.open()
    token = case.gate.pair(pair(), HOME)
    case.door.close()
    case.now_s = 15
    assert case.rejection(hello(token), is_final=False) == RejectionCode.KNOCKING
    (knock,) = case.door.knocks
    assert knock.why is WhyKnocks.CLOSED
    case.door.let_in(knock)
    case.admit(hello(token))
    assert case.kinds == []


def test_a_copy_of_a_token_that_has_not_come_back_waits_at_another_address() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    copied = case.rejection(hello(token), is_final=False, address="10.0.0.8")
    assert copied == RejectionCode.KNOCKING
    assert case.kinds == [AlarmKind.OTHER_ADDRESS]
    case.admit(hello(token))


def test_a_kiosk_of_the_lab_computer_may_come_by_another_of_its_addresses() -> None:
    """It looks for the lab computer by all that are announced once that does not answer."""
    case = Case()
    token = case.gate.pair(pair(), "127.0.0.1")
    case.gate.admit(hello(token), "::1", is_here=True)
    case.gate.keep_news()
    case.gate.admit(hello(token), "127.0.0.1", is_here=True)
    assert case.kinds == []
    assert not case.door.knocks


@pytest.mark.parametrize(
    ("usual", "address", "is_here"),
    [("127.0.0.1", "10.0.0.8", False), (HOME, "127.0.0.1", True), (HOME, "10.0.0.8", False)],
)
def test_a_token_is_for_one_computer(usual: str, address: str, *, is_here: bool) -> None:
    case = Case()
    token = case.gate.pair(pair(), usual)
    case.gate.admit(hello(token), usual)
    case.gate.keep_news()
    with pytest.raises(RejectedError) as caught:
        case.gate.admit(hello(token), address, is_here=is_here)
    assert caught.value.code == RejectionCode.KNOCKING
    assert case.kinds == [AlarmKind.OTHER_ADDRESS]


def test_tokens_that_never_come_back_are_forgotten() -> None:
    case = Case()
    first = case.gate.pair(pair(), HOME)
    for number in range(1000):
        case.gate.pair(pair(f"n{number}"), HOME)
    assert case.rejection(hello(first)) == RejectionCode.UNKNOWN_TOKEN


def test_a_name_can_be_claimed_once_until_it_is_released() -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    case.admit(hello(token))
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
    stranger = replace(known, token=new_token())
    assert case.rejection(stranger) == RejectionCode.UNKNOWN_TOKEN
    assert case.registry.paired == {}
    case.admit(known)
    case.admit(hello(token))
    assert case.registry.paired["s1"].mac == "02:00:00:00:00:01", (
        "nor forgotten where it is not told"
    )


def refuse(*_: object) -> None:
    raise OperatorError("The disk is full.")


def test_a_station_plays_also_where_its_network_card_cannot_be_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = Case()
    token = case.gate.pair(pair(), HOME)
    monkeypatch.setattr(case.registry, "note", refuse)
    case.admit(replace(hello(token), mac="02:00:00:00:00:01"))
    assert case.registry.tokens == {"s1": token_sha256(token)}


def test_no_station_is_two_tokens_ahead_of_what_is_on_the_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A host whose disk is full and that is then killed still knows every station."""

    case = Case()
    token = case.gate.pair(pair(), HOME)
    case.admit(hello(token))
    monkeypatch.setattr(case.registry, "note", refuse)
    for _ in range(3):
        given = case.gate.new_token("s1")
        if given is not None:
            number, token = given
            case.gate.confirm("s1", number)
        case.admit(hello(token))
    case.start_again()
    case.admit(hello(token))
    assert case.kinds == []
