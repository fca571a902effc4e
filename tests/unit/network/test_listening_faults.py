"""What is told where nothing can listen names what is at fault."""

import errno
import os
import socket
from collections.abc import Iterator

import pytest
from network_lab import HOME, PIN, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import listening_faults
from hcmd_lab.network.addresses import NetworkAddress
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.listening_faults import listening_reason, listening_remedy

OF_NOBODY = "192.0.2.7"
"""From the addresses that stand in examples alone."""


@pytest.fixture
def port() -> Iterator[int]:
    """One that another program listens on."""
    with socket.create_server((HOME, 0)) as other:
        yield int(other.getsockname()[1])


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> list[NetworkAddress]:
    """The networks of this computer, as far as the sentences know."""
    networks = [NetworkAddress("192.168.1.10", "eth0"), NetworkAddress("10.0.0.2", "wlan0")]
    monkeypatch.setattr(listening_faults, "network_addresses", lambda: networks)
    return networks


def told(address: str, port: int) -> str:
    parent = QObject()
    host = LabHost(lab_certificate(), MemoryRegistry(), "session", PIN, parent=parent)
    with pytest.raises(OperatorError) as caught:
        host.listen(address, port)
    return str(caught.value)


@pytest.mark.usefixtures("qapp")
def test_a_taken_port_is_the_other_programs(port: int) -> None:
    sentence = told(HOME, port)
    assert "(another program listens there); close the program that uses the port" in sentence


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("address", [OF_NOBODY, "2001:db8::7", "fe80::1%nowhere"])
def test_an_address_of_nobody_is_not_another_programs(
    address: str, here: list[NetworkAddress]
) -> None:
    """As after the router gave this computer another address."""
    sentence = told(address, 0)
    assert "close the program" not in sentence
    assert "listen on 192.168.1.10, 10.0.0.2, or on all of its networks" in sentence
    here.clear()
    assert told(address, 0).endswith("; listen on all of its networks (0.0.0.0).")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_a_port_that_is_not_given_is_nobodys(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert str(listening_reason(error)) == "the system does not allow it"
    assert str(listening_remedy(error)) == "choose another port"


def test_a_fault_without_a_name_says_what_the_system_says() -> None:
    assert listening_reason(OSError(errno.ENOBUFS, "No buffer space")) == "No buffer space"


@pytest.mark.parametrize(
    ("number", "helps"),
    [
        (errno.EMFILE, "close this program and start it again"),
        (errno.ENFILE, "close this program and start it again"),
        (errno.ENOMEM, "close other programs"),
        (errno.ENOBUFS, "close other programs"),
    ],
)
def test_what_the_computer_has_run_out_of_is_no_address(number: int, helps: str) -> None:
    assert str(listening_remedy(OSError(number, os.strerror(number)))) == helps
