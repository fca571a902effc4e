"""Lab computers are found on the network; what they announce is not believed."""

import socket
import threading
from collections.abc import Callable

import pytest
import zeroconf
from network_lab import HOME
from pytestqt.qtbot import QtBot
from zeroconf import ServiceInfo, ServiceStateChange

from hcmd_lab.network import announcement, discovery
from hcmd_lab.network.addresses import addresses_of
from hcmd_lab.network.announcement import Announcement, announce
from hcmd_lab.network.discovery import (
    FINGERPRINT,
    SERVICE,
    FoundHost,
    HostFinder,
    Tell,
    browse,
    parse_announcement,
)

PRINT = "7Q4MX2KD90AB"
LAB = FoundHost("lab", ("192.168.1.10",), 8765, PRINT)


def announced(
    name: str = "lab",
    addresses: tuple[str, ...] = ("192.168.1.10",),
    port: int = 8765,
    **properties: str | bytes,
) -> ServiceInfo:
    properties = {FINGERPRINT: PRINT} | properties
    return ServiceInfo(
        SERVICE, f"{name}.{SERVICE}", port=port, parsed_addresses=list(addresses),
        properties=properties,
    )  # fmt: skip


def test_what_is_announced_is_read() -> None:
    assert parse_announcement(announced()) == LAB
    both = parse_announcement(announced(addresses=("fd00::1", "192.168.1.10")))
    assert both is not None
    assert both.addresses == ("192.168.1.10", "fd00::1")


@pytest.mark.parametrize(
    "info",
    [
        announced(port=0),
        announced(addresses=()),
        announced(name="\u202e"),
        announced(fingerprint=""),
        announced(fingerprint=b"\xff" * 12),
        announced(fingerprint="7q4mx2kd90ab"),
        announced(fingerprint=PRINT + "A"),
        ServiceInfo(SERVICE, f"x.{SERVICE}", port=1, parsed_addresses=[HOME]),
    ],
)
def test_what_makes_no_sense_is_left_out(info: ServiceInfo) -> None:
    assert parse_announcement(info) is None


def test_a_name_is_short_and_plain() -> None:
    found = parse_announcement(announced(name="a\u202e" + "b" * 50))
    assert found is not None
    assert found.name == "a" + "b" * 19


class Network:
    """Stands for `zeroconf.Zeroconf`."""

    said: str = ""

    def __init__(self, **_: object) -> None:
        self.closed = False

    def get_service_info(self, _type: str, _name: str, _timeout: int) -> ServiceInfo | None:
        return announced()

    def close(self) -> None:
        self.closed = True


def test_hosts_come_and_go(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    change: list[Callable[[ServiceStateChange], None]] = []

    def browser(network: Network, service: str, handlers: list[Callable[..., None]]) -> None:
        assert service == SERVICE
        change.append(lambda state: handlers[0](network, SERVICE, f"lab.{SERVICE}", state))
        change[0](ServiceStateChange.Added)

    monkeypatch.setattr(discovery, "browse", browse)
    monkeypatch.setattr(zeroconf, "Zeroconf", Network)
    monkeypatch.setattr(zeroconf, "ServiceBrowser", browser)
    finder = HostFinder()
    with qtbot.waitSignal(finder.changed):
        finder.start()
    assert finder.hosts == (LAB,)
    with qtbot.waitSignal(finder.changed):
        change[0](ServiceStateChange.Removed)
    assert finder.hosts == ()
    with qtbot.waitSignal(finder.changed):
        change[0](ServiceStateChange.Added)
    finder.stop()
    assert finder.hosts == ()
    with qtbot.assertNotEmitted(finder.changed, wait=50):
        change[0](ServiceStateChange.Added)


def test_a_flood_of_announcements_is_cut_off(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def flood(tell: Tell, _: threading.Event) -> None:
        for number in range(1000):
            tell(str(number), LAB)

    monkeypatch.setattr(discovery, "browse", flood)
    finder = HostFinder()
    finder.start()
    qtbot.waitUntil(lambda: len(finder.hosts) > 0)
    qtbot.wait(50)
    assert len(finder.hosts) == 20
    finder.stop()


@pytest.mark.parametrize("fault", [OSError("no network"), zeroconf.Error("no")])
def test_without_a_network_there_is_silence(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(**_: object) -> None:
        raise fault

    monkeypatch.setattr(zeroconf, "Zeroconf", fail)
    told: list[object] = []
    browse(lambda *what: told.append(what), threading.Event())
    announce(["192.168.1.10"], 8765, PRINT, threading.Event())
    assert told == []


def test_only_networks_that_are_listened_on_are_announced() -> None:
    assert addresses_of("192.168.1.10") == ["192.168.1.10"]
    assert addresses_of(HOME) == addresses_of("::1") == []
    assert HOME not in addresses_of("0.0.0.0")  # noqa: S104 - nothing is opened


def multicast_works() -> bool:
    """Whether this computer passes multicast on to itself."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
            tried.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(HOME))
            tried.sendto(b"", ("224.0.0.251", 5353))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not multicast_works(), reason="this computer has no multicast on loopback")
def test_the_real_library_finds_what_it_announces(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = zeroconf.Zeroconf
    monkeypatch.setattr(zeroconf, "Zeroconf", lambda **_: real(interfaces=[HOME]))
    monkeypatch.setattr(discovery, "browse", browse)
    monkeypatch.setattr(announcement, "announce", announce)
    host = Announcement([HOME], 8765, PRINT)
    finder = HostFinder()
    finder.start()

    def ours() -> list[FoundHost]:
        return [each for each in finder.hosts if each.addresses == (HOME,)]

    qtbot.waitUntil(lambda: len(ours()) == 1, timeout=15_000)
    assert ours()[0].port == 8765
    assert ours()[0].fingerprint == PRINT
    host.stop()
    qtbot.waitUntil(lambda: not ours(), timeout=15_000)
    finder.stop()
