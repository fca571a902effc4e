from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.people_choice import People
from hcmd_lab.network.pairing import PairingCode
from ui.kiosk.host_address import Address, as_station
from ui.kiosk.options import parse_options

NEEDED = ["--server", "lab:1", "--station", "7"]


def test_what_is_given_is_read() -> None:
    arguments = (
        "--server lab.example:47600 --station Room_1-7 --code 7q4mx2kd-90abc3ft --state-dir kept "
        "--bot --seed 5 --repeat 0 --think-ms 20 --patience-s 1.5 --people noisier "
        "--people-spread 0.5"
    )
    options = parse_options(arguments.split())
    assert options.address == Address("lab.example", 47600)
    assert options.station == "Room_1-7"
    assert options.code == PairingCode("7Q4MX2KD90AB", "C3FT")
    assert options.state == Path("kept")
    assert (options.bot, options.seed, options.repeat, options.think_ms) == (True, 5, 0, 20)
    assert options.patience_s == 1.5
    assert (options.people, options.people_spread) == (People.NOISIER, 0.5)


def test_what_is_not_given_has_its_default() -> None:
    options = parse_options(NEEDED)
    assert options.code is None
    assert not options.bot
    assert not options.windowed
    assert (options.repeat, options.seed, options.think_ms, options.watch) == (1, 0, None, None)
    assert (options.people, options.people_spread) == (People.CALIBRATED, 1.0)
    assert (options.size, options.position) == ((1280, 720), None)
    assert (options.theme, options.language) == ("system", "")
    assert options.state.name == "hcmd-kiosk"


def test_a_window_is_described() -> None:
    arguments = "--windowed --size 1600x900 --geometry=-20,40 --theme dark --language en --watch 2"
    options = parse_options(arguments.split())
    assert options.windowed
    assert options.address is None
    assert options.station == ""
    assert (options.size, options.position) == ((1600, 900), (-20, 40))
    assert (options.theme, options.language, options.watch) == ("dark", "en", 2)


@pytest.mark.parametrize(
    ("arguments", "needs_one"),
    [
        ([], True),
        (["--windowed"], False),
        (["--windowed", "--watchdog"], True),
        (["--bot"], False),
        (["--bot", "--watchdog"], True),
        (["--child", "first"], False),
        (["--child", "again", "--watchdog"], False),
    ],
)
def test_a_locked_kiosk_has_a_watchdog_and_others_may(
    arguments: list[str], needs_one: bool
) -> None:
    assert parse_options([*NEEDED, *arguments]).needs_watchdog is needs_one


def test_a_bot_without_a_window_has_to_know_where_to_play() -> None:
    for missing in (["--bot"], ["--bot", "--station", "1"], ["--bot", "--server", "lab:1"]):
        with pytest.raises(UsageError, match="--server and --station"):
            parse_options(missing)
    assert parse_options(["--bot", "--windowed"]).bot


def test_an_ipv6_address_stands_in_brackets() -> None:
    options = parse_options(["--server", "[fe80::1]:9", "--station", "7"])
    assert options.address == Address("fe80::1", 9)
    assert str(options.address) == "[fe80::1]:9"


def test_a_line_end_that_was_pasted_along_is_not_meant() -> None:
    options = parse_options(["--server", "[fe80::1]:9\n", "--station", "7\n"])
    assert (str(options.address), options.station) == ("[fe80::1]:9", "7")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--server", "lab"], "HOST:PORT"),
        (["--server", ":80"], "HOST:PORT"),
        (["--server", "lab:0"], "HOST:PORT"),
        (["--server", "lab:65536"], "HOST:PORT"),
        (["--server", "fe80::1:9"], "HOST:PORT"),
        (["--server", "wss://lab:9"], "HOST:PORT"),
        (["--station", ""], "valid station name"),
        (["--station", "../7"], "valid station name"),
        (["--station", "x" * 65], "valid station name"),
        (["--code", "7Q4M"], "16 characters"),
        (["--repeat", "-1"], "--repeat"),
        (["--seed", "-1"], "--seed"),
        (["--seed", str(2**31)], "--seed must be a number from 0 to 2,?147,?483,?647"),
        (["--language", "xx"], "There is no translation into 'xx'"),
        (["--think-ms", "-1"], "--think-ms"),
        (["--patience-s", "nan"], "--patience-s"),
        (["--watch", "-1"], "--watch"),
        (["--size", "1280"], "WIDTHxHEIGHT"),
        (["--size", "959x540"], "WIDTHxHEIGHT"),
        (["--size", "960x539"], "WIDTHxHEIGHT"),
        (["--geometry", "1;2"], "X,Y"),
    ],
)
def test_what_cannot_work_is_explained(arguments: list[str], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        parse_options([*NEEDED, *arguments])


@pytest.mark.parametrize("spread", ["-0.1", "2.5", "nan", "wide"])
def test_a_spread_has_limits(spread: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_options([*NEEDED, f"--people-spread={spread}"])
    assert "--people-spread" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [(["--nonsense"], "--nonsense"), (["--theme", "pink"], "'pink'"),
     (["--people", "nobody"], "'nobody'"), (["--seed", "x"], "--seed")],
)  # fmt: skip
def test_what_is_not_taken_is_one_sentence(
    arguments: list[str], what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_options([*NEEDED, *arguments])
    (line,) = capsys.readouterr().err.splitlines()
    assert ended.value.code == 2
    assert line.startswith("hcmd-kiosk: ")
    assert what in line
    assert line.endswith("; hcmd-kiosk -h tells what it takes.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LAB-PC_7", "LAB-PC_7"),
        ("lab.example.org", "lab-example-org"),
        ("ä", ""),
        ("x" * 99, "x" * 64),
    ],
)
def test_a_computers_name_becomes_a_stations_name(text: str, name: str) -> None:
    assert as_station(text) == name
