"""The command line of `hcmd-kiosk`.

Read with argparse: typer brings rich along, which takes longer to import than a station takes to
connect.
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab import __version__
from hcmd_lab.errors import UsageError
from hcmd_lab.network.pairing import PairingCode, parse_code

_STATION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SERVER = re.compile(r"(?:\[(?P<ipv6>[0-9A-Fa-f:.]+)\]|(?P<name>[^:\[\]/\s]+)):(?P<port>\d{1,5})")


@dataclass(frozen=True, slots=True)
class Options:
    """What a kiosk was started with.

    Attributes:
        host: Name or address of the lab computer.
        port: Its TCP port.
        station: This station's name.
        code: The pairing code, if one was given.
        folder: Where this station keeps its pairing.
        bot: Whether simulated participants play here.
        seed: Of everything that they choose.
        repeat: How many of them play, one after another; 0 goes on until the session is over.
        think_ms: How long each of them thinks before a choice.
        patience_s: How long to try to reach the lab computer.
    """

    host: str
    port: int
    station: str
    code: PairingCode | None
    folder: Path
    bot: bool
    seed: int
    repeat: int
    think_ms: int
    patience_s: float


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """Read the command line; without arguments that of this process.

    Raises:
        UsageError: An argument has a form that cannot work.
        SystemExit: Help was asked for, or an argument is missing or unknown (as argparse does it).
    """
    given = _parser().parse_args(arguments)
    host, port = _server(given.server)
    if not _STATION.fullmatch(given.station):
        raise UsageError(
            f"{given.station!r} cannot be a station's name; use up to 64 letters (A to Z), digits, "
            "'-' and '_'."
        )
    for name in ("seed", "repeat", "think_ms", "patience_s"):
        if not 0 <= getattr(given, name) < 2**31:
            raise UsageError(f"--{name.replace('_', '-')} must be a number that is not negative.")
    return Options(
        host=host,
        port=port,
        station=given.station,
        code=None if given.code is None else parse_code(given.code),
        folder=(given.state_dir or _state_folder()) / given.station,
        bot=given.bot,
        seed=given.seed,
        repeat=given.repeat,
        think_ms=given.think_ms,
        patience_s=given.patience_s,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hcmd-kiosk",
        description="A station of HCMD Lab: shows a participant their part of a session.",
    )
    add = parser.add_argument
    add("--version", action="version", version=f"hcmd-kiosk {__version__}")
    add("--server", required=True, metavar="HOST:PORT", help="where the lab computer listens")
    add("--station", required=True, metavar="NAME", help="name of this station, unique in the lab")
    add(
        "--code",
        metavar="CODE",
        help="pairing code that the lab computer shows; needed once per session and station",
    )
    add(
        "--state-dir",
        type=Path,
        metavar="DIR",
        help="folder in which the stations of this computer keep their pairings",
    )
    add("--bot", action="store_true", help="let simulated participants play, without a window")
    add("--seed", type=int, default=0, metavar="N", help="of the bot's choices (default: 0)")
    add(
        "--repeat",
        type=int,
        default=1,
        metavar="N",
        help="bots that play one after another; 0: until the session is over (default: 1)",
    )
    add(
        "--think-ms",
        type=int,
        default=0,
        metavar="MS",
        help="how long the bot thinks before each choice (default: 0)",
    )
    add(
        "--patience-s",
        type=float,
        default=60.0,
        metavar="S",
        help="how long to try to reach the lab computer before giving up (default: 60)",
    )
    return parser


def _server(text: str) -> tuple[str, int]:
    match = _SERVER.fullmatch(text)
    if match is None or not 1 <= int(match["port"]) <= 65535:
        raise UsageError(
            f"{text!r} is no address of a lab computer; give HOST:PORT as it shows it, "
            "like 192.168.1.10:47600."
        )
    return match["ipv6"] or match["name"], int(match["port"])


def _state_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - only where no folder was given

    return platformdirs.user_state_path("hcmd-kiosk", appauthor=False)
