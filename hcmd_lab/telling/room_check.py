"""What is wrong at the stations of a room, and what to do, in words."""

from collections.abc import Collection

from hcmd_lab import __version__
from hcmd_lab.network.room_check import Trouble, Visited, outliers, screen_of
from hcmd_lab.network.station_messages import Sound
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.times import took
from hcmd_lab.telling.translate import translate

TROUBLES: dict[Trouble, Sentence] = {
    Trouble.NO_REPORT: Sentence(
        "It has not reported. Visit every station; if that changes nothing, look at it."
    ),
    Trouble.VERSION: Sentence(
        "It has version {version} of the program, this computer {own}. Install the same."
    ),
    Trouble.WINDOW: Sentence(
        "The kiosk does not lock the whole screen. Start it without --windowed."
    ),
    Trouble.BEHIND: Sentence("Another window is in front. Close it at the station."),
    Trouble.GUARD: Sentence("Nothing starts the kiosk again after a crash. Start it anew."),
    Trouble.CLOCK: Sentence("Its clock is wrong by {off}. Set it."),
    Trouble.SCREEN: Sentence(
        "Its screen is {screen}, most others have {usual_screen}. Set them alike."
    ),
    Trouble.KEYBOARD: Sentence(
        "Its keyboard is “{keyboard}”, most others have “{usual_keyboard}”. Set them alike."
    ),
    Trouble.LANGUAGE: Sentence(
        "Its language is “{language}”, most others have “{usual_language}”. Set them alike."
    ),
    Trouble.SOUND: Sentence("It has no sound, unlike most others. Check its sound device."),
    Trouble.DISK: Sentence("It has only {free_mb} MB of free space. Make room."),
    Trouble.LOCKED: Sentence("Its screen is locked, or was asked to lock. Unlock it there."),
    Trouble.AWAY: Sentence("Another user is in front. Switch back to the kiosk’s user there."),
    Trouble.ENDING: Sentence("The computer announces a shutdown or log-off. Look at it."),
}
"""What is wrong, and what to do."""

_READY = Sentence("Ready")


def visited_words(visited: Visited) -> str:
    """The verdict on a station."""
    if not visited.troubles:
        return translate(_READY)
    facts: dict[str, str] = {"own": __version__}
    if visited.reported is not None:
        report = visited.reported.report
        facts |= {
            "version": report.version,
            "off": took(abs(visited.reported.clock_off_ms) / 1000),
            "screen": screen_words(screen_of(report)),
            "keyboard": report.keyboard,
            "language": report.language,
            "free_mb": str(report.disk_free_mb),
            **{f"usual_{field}": value for field, value in visited.usual.items()},
            "usual_screen": screen_words(visited.usual["screen"]),
        }
    return " ".join(translate(TROUBLES[each], **facts) for each in visited.troubles)


def screen_words(screen: str) -> str:
    """Size and scale of a screen, from what `screen_of` gives."""
    size, _, scale = screen.partition("/")
    return f"{size}, {percent(int(scale) / 100)}"


def room_sentence(visited: Collection[Visited]) -> Sentence:
    """The verdict on a room with at least one station."""
    wrong = outliers(visited)
    if not wrong:
        return Sentence("{n} station(s) visited: ready and alike.", n=len(visited))
    return Sentence(
        "Attention at {wrong} of {n} station(s): {names}.",
        wrong=len(wrong),
        n=len(visited),
        names=", ".join(each.station for each in wrong),
    )


_SOUNDS: dict[Sound, Sentence] = {
    Sound.PRESENT: Sentence("yes"),
    Sound.ABSENT: Sentence("no"),
    Sound.UNKNOWN: Sentence("not known"),
}


def sound_words(sound: Sound) -> str:
    """Whether a kiosk can be heard."""
    return translate(_SOUNDS[sound])
