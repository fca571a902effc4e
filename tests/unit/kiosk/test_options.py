from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.network.pairing import PairingCode
from ui.kiosk.options import parse_options

NEEDED = ["--server", "lab:1", "--station", "7"]


def test_what_is_given_is_read() -> None:
    arguments = (
        "--server lab.example:47600 --station Room_1-7 --code 7q4mx2kd-90abc3ft --state-dir kept "
        "--bot --seed 5 --repeat 0 --think-ms 20 --patience-s 1.5"
    )
    options = parse_options(arguments.split())
    assert (options.host, options.port, options.station) == ("lab.example", 47600, "Room_1-7")
    assert options.code == PairingCode("7Q4MX2KD90AB", "C3FT")
    assert options.folder == Path("kept") / "Room_1-7"
    assert (options.bot, options.seed, options.repeat, options.think_ms) == (True, 5, 0, 20)
    assert options.patience_s == 1.5


def test_what_is_not_given_has_its_default() -> None:
    options = parse_options(NEEDED)
    assert options.code is None
    assert not options.bot
    assert (options.repeat, options.seed, options.think_ms) == (1, 0, 0)
    assert options.folder.name == "7"
    assert options.folder.parent.name == "hcmd-kiosk"


def test_an_ipv6_address_stands_in_brackets() -> None:
    options = parse_options(["--server", "[fe80::1]:9", "--station", "7"])
    assert (options.host, options.port) == ("fe80::1", 9)


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--server", "lab"], "HOST:PORT"),
        (["--server", ":80"], "HOST:PORT"),
        (["--server", "lab:0"], "HOST:PORT"),
        (["--server", "lab:65536"], "HOST:PORT"),
        (["--server", "fe80::1:9"], "HOST:PORT"),
        (["--server", "wss://lab:9"], "HOST:PORT"),
        (["--station", ""], "station's name"),
        (["--station", "../7"], "station's name"),
        (["--station", "7\n"], "station's name"),
        (["--station", "x" * 65], "station's name"),
        (["--code", "7Q4M"], "16 characters"),
        (["--repeat", "-1"], "--repeat"),
        (["--seed", "-1"], "--seed"),
        (["--think-ms", "-1"], "--think-ms"),
        (["--patience-s", "nan"], "--patience-s"),
    ],
)
def test_what_cannot_work_is_explained(arguments: list[str], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        parse_options([*NEEDED, *arguments])
