"""The verdict on a room: outliers are found against what most stations report."""

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from hcmd_lab import __version__
from hcmd_lab.game.room import Interruption, begin_of, still_so
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.room_check import Reported, Trouble, check_room, outliers
from hcmd_lab.network.station_messages import Keys, KioskReport, Sound
from hcmd_lab.telling.room_check import room_sentence, visited_words

GOOD = KioskReport(
    "n", __version__, PROTOCOL, "Linux", 0, 1920, 1080, 100, 1, Sound.PRESENT,
    full_screen=True, in_front=True, guarded=True, keys=Keys.BLOCKED, keyboard="de",
    language="de", disk_free_mb=9000,
)  # fmt: skip


@dataclass
class Case:
    change: dict[str, Any]
    trouble: Trouble
    words: str


CASES = [
    Case({"version": "9.9"}, Trouble.VERSION, "9.9"),
    Case({"full_screen": False}, Trouble.WINDOW, "--windowed"),
    Case({"in_front": False}, Trouble.BEHIND, "Another window"),
    Case({"guarded": False}, Trouble.GUARD, "crash"),
    Case({"scale_percent": 150}, Trouble.SCREEN, "1920 x 1080, 150%, most others have 1920 x"),
    Case({"keyboard": "fr"}, Trouble.KEYBOARD, "“fr”, most others have “de”"),
    Case({"language": "en"}, Trouble.LANGUAGE, "“en”, most others have “de”"),
    Case({"sound": Sound.ABSENT}, Trouble.SOUND, "no sound"),
    Case({"disk_free_mb": 20}, Trouble.DISK, "20 MB"),
]


def room(odd: KioskReport, off_ms: int = 0) -> dict[str, Reported]:
    return {name: Reported(GOOD, 5) for name in ("1", "2", "10")} | {"9": Reported(odd, off_ms)}


def test_stations_that_are_alike_are_ready() -> None:
    visited = check_room(["1", "2", "10"], room(GOOD))
    assert [each.station for each in visited] == ["1", "2", "10"]
    assert outliers(visited) == []
    assert str(room_sentence(visited)) == "3 stations visited: ready and alike."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.trouble.value)
def test_the_one_that_differs_is_named_with_what_to_do(case: Case) -> None:
    odd = msgspec.structs.replace(GOOD, **case.change)
    visited = check_room(["1", "2", "9", "10"], room(odd))
    (found,) = outliers(visited)
    assert (found.station, found.troubles) == ("9", (case.trouble,))
    assert case.words in visited_words(found)
    assert str(room_sentence(visited)) == "Attention at 1 of 4 stations: 9."


@pytest.mark.parametrize(("off_ms", "is_wrong"), [(59_000, False), (-61_000, True)])
def test_a_clock_may_be_a_little_off(off_ms: int, is_wrong: bool) -> None:
    found = outliers(check_room(["1", "2", "9"], room(GOOD, off_ms)))
    assert [each.station for each in found] == (["9"] if is_wrong else [])


def test_a_room_without_sound_has_no_outlier() -> None:
    silent = Reported(msgspec.structs.replace(GOOD, sound=Sound.ABSENT), 0)
    assert outliers(check_room(["1", "2"], {"1": silent, "2": silent})) == []


def test_a_station_without_a_report_is_not_ready() -> None:
    (found,) = outliers(check_room(["1", "7"], room(GOOD)))
    assert found.troubles == (Trouble.NO_REPORT,)


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        (Interruption.LOCKED, Trouble.LOCKED),
        (Interruption.AWAY, Trouble.AWAY),
        (Interruption.ENDING, Trouble.ENDING),
    ],
)
def test_what_a_computer_tells_later_counts_until_it_is_taken_back(
    told: Interruption, trouble: Trouble
) -> None:
    names = ["1", "2", "10"]
    so = still_so(frozenset(), told)
    (found,) = outliers(check_room(names, room(GOOD), {"2": so}))
    assert (found.station, found.troubles) == ("2", (trouble,))
    over = next(each for each in Interruption if each is not told and begin_of(each) is told)
    assert outliers(check_room(names, room(GOOD), {"2": still_so(so, over)})) == []


def test_a_sleep_that_is_over_leaves_nothing() -> None:
    assert still_so(frozenset(), Interruption.ASLEEP) == frozenset()
