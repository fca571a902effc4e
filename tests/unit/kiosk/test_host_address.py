"""Addresses and names of stations as people type and paste them."""

import pytest

from hcmd_lab.errors import UsageError
from ui.kiosk.host_address import as_station, parse_address, parse_station


@pytest.mark.parametrize(
    "text",
    [
        "192.168.1.10:8765", "lab-computer.local:1", "[::1]:65535", "a" * 253 + ":80",
        "[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:8765", "0.0.0.0:1", "255.250.199.9:80",
        "lab_pc:8765", "1and1.de:80", "192.168.1.10.local:80",
    ],
)  # fmt: skip
def test_an_address_is_what_it_is_written_as(text: str) -> None:
    assert str(parse_address(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "host", "host:", ":80", "host:0", "host:65536", "host:" + "9" * 5000, "host:٣٣",
        "a b:80", "http://host:80", "::1:80", "[]:80", "[::1]", "a" * 254 + ":80",
        "[" + ":" * 46 + "]:80", "a" * 30_000 + ":80", "192.168.001.010:8765", "192.168.1.010:80",
        "300.1.1.1:80", "192.168.1:80", "127.1:80", "3232235786:80", "192.168.1.10.:80", "1..2:80",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a lab computer's address"):
        parse_address(text)


@pytest.mark.parametrize("text", ["", "a b", "ä", "a" * 65, "a" * 30_000])
def test_what_is_no_station_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a valid station name"):
        parse_station(text)


@pytest.mark.parametrize(
    "pasted",
    [
        "{}\n", "{}\r\n", " {} ", "\u200b{}", "\u202a{}\u202c", "\u2066{}\u2069", "{}\u200e",
        "\ufeff{}", "\xa0{}\xa0",
    ],
)  # fmt: skip
def test_what_comes_along_unseen_when_it_is_pasted_is_not_meant(pasted: str) -> None:
    assert str(parse_address(pasted.format("192.168.1.10:8765"))) == "192.168.1.10:8765"
    assert parse_station(pasted.format("room-7")) == "room-7"


def test_signs_of_another_width_and_dashes_are_read() -> None:
    assert str(parse_address("１９２.168.1.10：8765")) == "192.168.1.10:8765"
    assert parse_station("room\u20117") == "room-7"
    assert parse_station("room\u20137") == "room-7"


@pytest.mark.parametrize("text", ["Büro 7", "..", "x" * 200, "a_b-c", ""])
def test_a_station_is_made_of_any_text(text: str) -> None:
    made = as_station(text)
    assert made == "" or parse_station(made) == made
