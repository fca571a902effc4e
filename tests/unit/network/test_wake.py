import socket
from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QHostAddress

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import wake as module
from hcmd_lab.network.addresses import (
    broadcast_addresses,
    hardware_address,
    network_addresses,
)
from hcmd_lab.network.lab_identity import PairedStation
from hcmd_lab.network.wake import magic_packet, send_wake, wake_stations

MAC = "02:00:00:ab:cd:ef"


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Hears what is sent to all computers of the network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard:
        heard.bind(("127.0.0.1", 0))
        heard.settimeout(5)
        monkeypatch.setattr(module, "_PORT", heard.getsockname()[1])
        monkeypatch.setattr(module, "broadcast_addresses", lambda: ["127.0.0.1"])
        yield heard


def test_the_signal_is_what_network_cards_look_for() -> None:
    assert magic_packet(MAC) == b"\xff" * 6 + b"\x02\x00\x00\xab\xcd\xef" * 16


def test_stations_are_sent_the_signal_if_their_card_is_known(card: socket.socket) -> None:
    stations = [PairedStation(name, "0" * 64, "", mac) for name, mac in (("1", MAC), ("2", ""))]
    assert wake_stations(stations) == (["1"], ["2"])
    assert card.recv(1000) == magic_packet(MAC)
    card.setblocking(False)
    with pytest.raises(BlockingIOError):
        card.recv(1000)


@pytest.mark.parametrize("networks", [[], ["256.1.1.1"]])
def test_without_a_network_nothing_is_said_to_be_sent(
    monkeypatch: pytest.MonkeyPatch, networks: list[str]
) -> None:
    monkeypatch.setattr(module, "broadcast_addresses", lambda: networks)
    with pytest.raises(OperatorError, match="could not be sent"):
        send_wake(MAC)


def test_a_card_is_known_by_its_address() -> None:
    assert hardware_address(QHostAddress("127.0.0.1")) == ""
    assert hardware_address(QHostAddress("192.0.2.1")) == "", "not one of this computer"
    for entry in network_addresses():
        mac = hardware_address(QHostAddress(entry.address))
        assert mac == "" or len(magic_packet(mac)) == 102
    assert "127.255.255.255" not in broadcast_addresses()
