"""Whether the kiosks of a room are alike and ready: one verdict for each, judged by all."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hcmd_lab import __version__
from hcmd_lab.game.room import Interruption
from hcmd_lab.network.station_messages import KioskReport, Sound

_CLOCK_TOLERANCE_MS = 60_000
_LOW_DISK_MB = 500


class Trouble(StrEnum):
    """What is wrong at a station."""

    NO_REPORT = "no_report"  # it has not been visited, or did not answer
    VERSION = "version"  # another version than the lab computer's
    WINDOW = "window"  # it does not cover the whole screen
    BEHIND = "behind"  # another window is in front
    GUARD = "guard"  # nothing starts it again after a crash
    CLOCK = "clock"  # its time of day is wrong
    SCREEN = "screen"  # another resolution or scale than most
    KEYBOARD = "keyboard"  # another layout than most
    LANGUAGE = "language"  # another language than most
    SOUND = "sound"  # it cannot be heard, unlike most
    DISK = "disk"  # it has little space
    LOCKED = "locked"  # its screen is locked, or was asked to lock
    AWAY = "away"  # another user is in front
    ENDING = "ending"  # the computer shuts down or logs off


@dataclass(frozen=True, slots=True)
class Reported:
    """What a kiosk reported of itself.

    Attributes:
        report: The report.
        clock_off_ms: How far the kiosk's time of day is ahead of the lab computer's.
    """

    report: KioskReport
    clock_off_ms: int


@dataclass(frozen=True, slots=True)
class Visited:
    """A station and what is wrong there.

    Attributes:
        station: Its name.
        reported: Its report; None if it has none.
        troubles: What is wrong; empty if it is ready.
        usual: What most of the stations report, by the name of a field.
    """

    station: str
    reported: Reported | None
    troubles: tuple[Trouble, ...]
    usual: Mapping[str, str]


def screen_of(report: KioskReport) -> str:
    """Size and scale of a screen, such as `1920 x 1080/125`."""
    return f"{report.width} x {report.height}/{report.scale_percent}"


_COMPARED: tuple[tuple[Trouble, str, Callable[[KioskReport], str]], ...] = (
    (Trouble.SCREEN, "screen", screen_of),
    (Trouble.KEYBOARD, "keyboard", lambda report: report.keyboard),
    (Trouble.LANGUAGE, "language", lambda report: report.language),
)


_OF_INTERRUPTIONS = (
    (Interruption.LOCKED, Trouble.LOCKED),
    (Interruption.AWAY, Trouble.AWAY),
    (Interruption.ENDING, Trouble.ENDING),
)


def check_room(
    stations: Iterable[str],
    reported: Mapping[str, Reported],
    interrupted: Mapping[str, frozenset[Interruption]] | None = None,
) -> list[Visited]:
    """Judge stations by their reports, in the order of their names.

    Args:
        stations: The connected stations.
        reported: The reports, by station.
        interrupted: What their computers have told and not taken back, by station.
    """
    told = interrupted or {}
    names = sorted(stations, key=lambda name: (len(name), name))
    reports = [reported[name].report for name in names if name in reported]
    usual = {field: _usual(map(tell, reports)) for _, field, tell in _COMPARED}
    is_heard = _usual(report.sound.value for report in reports) == Sound.PRESENT
    return [
        Visited(
            name,
            each := reported.get(name),
            (*_told(told.get(name, frozenset())), *_troubles(each, usual, is_heard)),
            usual,
        )
        for name in names
    ]


def outliers(visited: Collection[Visited]) -> list[Visited]:
    """The stations at which something is wrong."""
    return [each for each in visited if each.troubles]


def _usual(values: Iterable[str]) -> str:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else ""


def _told(interruptions: Collection[Interruption]) -> Iterable[Trouble]:
    """What the computer itself has told; it may be newer than the report."""
    return (trouble for what, trouble in _OF_INTERRUPTIONS if what in interruptions)


def _troubles(
    reported: Reported | None, usual: Mapping[str, str], is_heard: bool
) -> Iterable[Trouble]:
    if reported is None:
        yield Trouble.NO_REPORT
        return
    report = reported.report
    wrong = [
        (Trouble.VERSION, report.version != __version__),
        (Trouble.WINDOW, not report.full_screen),
        (Trouble.BEHIND, report.full_screen and not report.in_front),
        (Trouble.GUARD, report.full_screen and not report.guarded),
        (Trouble.CLOCK, abs(reported.clock_off_ms) > _CLOCK_TOLERANCE_MS),
        *((trouble, tell(report) != usual[field]) for trouble, field, tell in _COMPARED),
        (Trouble.SOUND, is_heard and report.sound is Sound.ABSENT),
        (Trouble.DISK, report.disk_free_mb < _LOW_DISK_MB),
    ]
    yield from (trouble for trouble, is_so in wrong if is_so)
