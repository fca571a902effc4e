"""The command line of `hcmd-kiosk`.

Read with argparse: typer brings rich along, which takes longer to import than a station takes to
connect.
"""

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from hcmd_lab import __version__
from hcmd_lab.errors import UsageError
from hcmd_lab.game.people_choice import MAX_SPREAD, People
from hcmd_lab.network.pairing import PairingCode, parse_code
from hcmd_lab.processes import CODE_VARIABLE
from hcmd_lab.telling.known_languages import languages, require_language
from hcmd_lab.typed_text import quoted
from ui.kiosk.given_code import ASK
from ui.kiosk.host_address import Address, parse_address, parse_station

SMALLEST_SIZE = (960, 540)
"""Logical pixels of the smallest window that shows every page whole."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options the kiosk was started with.

    Attributes:
        address: Address of the lab computer, if given.
        station: This station's name; empty if it was not given.
        code: The pairing code, if one was given.
        state: Folder of the persistent data of this computer's kiosks.
        language: Code of the language; empty for this computer's.
        theme: Theme of the look.
        windowed: Whether an ordinary window is shown instead of a locked screen.
        size: Size of that window: width and height in logical pixels.
        position: Position of its upper left corner; None leaves it to the desktop.
        bot: Whether simulated participants play here.
        watch: Number that play at watchable speed in a window; None for all.
        seed: Seed of their choices.
        people: Which simulated people they are.
        people_spread: How far these differ from each other (see `populations`).
        repeat: Number that play, one after another; 0 continues until the session is over.
        think_ms: Thinking time before each choice; None leaves it to their pace.
        patience_s: Time for which a windowless station tries to reach the lab computer.
        watchdog: Whether a kiosk that needs no watchdog gets one.
        hung_s: Time without a sign of life after which a watchdog starts the kiosk again.
        trusted: File with the keys of updates that are to be trusted from now on; None if none is
            to be told, and the station runs.
        child: Whether a watchdog has started this process, for the first time, after a crash, or
            as the curtain.
    """

    address: Address | None
    station: str
    code: PairingCode | None
    state: Path
    language: str
    theme: Literal["light", "dark", "system"]
    windowed: bool
    size: tuple[int, int]
    position: tuple[int, int] | None
    bot: bool
    watch: int | None
    seed: int
    people: People
    people_spread: float
    repeat: int
    think_ms: int | None
    patience_s: float
    watchdog: bool
    hung_s: float
    trusted: Path | None
    child: Literal["", "first", "again", "curtain"]

    @property
    def needs_watchdog(self) -> bool:
        """Whether this process should run the kiosk as a child and watch it."""
        return not self.child and (self.is_locked or self.watchdog)

    @property
    def is_locked(self) -> bool:
        """Whether the kiosk keeps the whole screen to itself."""
        return not self.windowed and not self.bot


_MOST = 2**31 - 1


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """Parse the command line, by default that of this process.

    Raises:
        UsageError: An argument has a form that cannot work.
        SystemExit: Help was asked for, or an argument is unknown (as argparse does it).
    """
    given = _parser().parse_args(arguments)
    for name in ("seed", "repeat", "think_ms", "patience_s", "watch"):
        number = getattr(given, name)
        if number is not None and not 0 <= number <= _MOST:
            raise UsageError(
                "--{name} must be a number from 0 to {most}.",
                name=name.replace("_", "-"),
                most=_MOST,
            )
    if given.language:
        require_language(given.language, languages())
    if given.bot and not given.windowed and (given.server is None or given.station is None):
        raise UsageError(
            "A station without a window cannot ask where to play; give --server and --station, "
            "or add --windowed."
        )
    return Options(
        address=None if given.server is None else parse_address(given.server),
        station="" if given.station is None else parse_station(given.station),
        code=parse_code(code) if (code := given.code or os.environ.get(CODE_VARIABLE)) else None,
        state=given.state_dir or _state_folder(),
        language=given.language,
        theme=given.theme,
        windowed=given.windowed,
        size=_size(given.size),
        position=None if given.geometry is None else _position(given.geometry),
        bot=given.bot,
        watch=given.watch,
        seed=given.seed,
        people=People(given.people),
        people_spread=given.people_spread,
        repeat=given.repeat,
        think_ms=given.think_ms,
        patience_s=given.patience_s,
        watchdog=given.watchdog,
        hung_s=given.hung_s,
        trusted=given.trust_updates,
        child=given.child,
    )


class _Parser(argparse.ArgumentParser):
    """Says what it does not take in one sentence, as `hcmd-lab` does."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; {self.prog} -h tells what it takes.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="hcmd-kiosk",
        description="The HCMD Lab kiosk: shows a participant's screens. Ctrl+Shift+F12 or "
        "Ctrl+Shift+X leaves it, with the experimenter's PIN if there is one.",
    )
    parser.add_argument("--version", action="version", version=f"hcmd-kiosk {__version__}")
    _add_station(parser.add_argument_group("the station (asked for in the window if left out)"))
    _add_window(parser.add_argument_group("the window"))
    _add_bots(parser.add_argument_group("simulated participants"))
    parser.add_argument(
        "--child", choices=("first", "again", "curtain"), default="", help=argparse.SUPPRESS
    )  # passed by the watchdog to the kiosk it starts
    parser.add_argument(
        "--hung-s", type=float, default=10.0, help=argparse.SUPPRESS
    )  # a test does not wait as long as a room
    return parser


def _add_station(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--server", metavar="HOST:PORT", help="address of the lab computer")
    add("--station", metavar="NAME", help="name of this station, unique in the lab")
    add(
        "--code",
        metavar=ASK,
        help="ask for the pairing code that the lab computer shows; needed once per station. It "
        f"can also be put into the environment variable {CODE_VARIABLE}",
    )
    add(
        "--state-dir",
        type=Path,
        metavar="DIR",
        help="folder in which the stations of this computer keep their pairings and logs",
    )
    add(
        "--trust-updates",
        type=Path,
        metavar="FILE",
        help="take updates that are signed by the keys in this root.json from now on, and end",
    )


def _add_window(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--windowed", action="store_true", help="show an ordinary window that locks nothing")
    add(
        "--size",
        default="1280x720",
        metavar="WxH",
        help="size of the ordinary window (default: 1280x720)",
    )
    add("--geometry", metavar="X,Y", help="position of the ordinary window")
    add("--language", default="", metavar="CODE", help="such as en (default: the computer's)")
    add(
        "--theme",
        choices=("light", "dark", "system"),
        default="system",
        help="colours (default: system, what the computer is set to)",
    )
    add(
        "--watchdog",
        action="store_true",
        help="restart the kiosk after a crash even if it is windowed or a bot; a locked kiosk is "
        "always restarted",
    )


def _add_bots(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--bot",
        action="store_true",
        help="let simulated participants play: without a window, or in one with --windowed",
    )
    add("--seed", type=int, default=0, metavar="N", help="seed of the bot's choices (default: 0)")
    add(
        "--people",
        choices=[str(each) for each in People],
        default=str(People.CALIBRATED),
        help="which simulated people play (default: calibrated)",
    )
    add(
        "--people-spread",
        type=_spread,
        default=1.0,
        metavar="X",
        help="how far they differ from each other, as a factor (default: 1)",
    )
    add(
        "--repeat",
        type=int,
        default=1,
        metavar="N",
        help="how many bots play one after another; 0: until the session is over (default: 1)",
    )
    add(
        "--watch",
        type=int,
        metavar="N",
        help="how many bots play at watchable speed in a window; later ones play as fast as "
        "possible (default: all)",
    )
    add(
        "--think-ms",
        type=int,
        metavar="MS",
        help="how long the bot thinks before each choice (default: 0, in a window like a person)",
    )
    add(
        "--patience-s",
        type=float,
        default=60.0,
        metavar="S",
        help="how long a bot without a window tries to reach the lab computer (default: 60)",
    )


def _spread(text: str) -> float:
    spread = float(text)
    if not 0 <= spread <= MAX_SPREAD:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and {MAX_SPREAD}")
    return spread


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if any(side < least for side, least in zip(size, SMALLEST_SIZE, strict=True)):
        raise UsageError(
            "{text} is not a window size; give WIDTHxHEIGHT in pixels, like 1280x720, at least "
            "{width}x{height}.",
            text=quoted(text),
            width=SMALLEST_SIZE[0],
            height=SMALLEST_SIZE[1],
        )
    return size


def _position(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(-?\d{1,5}),(-?\d{1,5})", text)
    if match is None:
        raise UsageError(
            "{text} is not a window position; give X,Y in pixels, like 100,50.",
            text=quoted(text),
        )
    return int(match[1]), int(match[2])


def _state_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - only where no folder was given

    return platformdirs.user_state_path("hcmd-kiosk", appauthor=False)
