"""Times of day and durations as the reader's language writes them."""

from PySide6.QtCore import QDateTime, QLocale, Qt

from hcmd_lab.telling.numbers import number, spoken_locale
from hcmd_lab.telling.translate import translate

_FORMAT = "d MMM yyyy, HH:mm"
"""With the month's name: 5/3/26 is another day for the next reader."""

_FORMATS = {QLocale.Language.German: "d. MMM yyyy, HH:mm"}
"""Of languages that write a day's number in another way."""


def when(utc: str) -> str:
    """A stored time in short local form; empty for an empty time."""
    locale = spoken_locale()
    return locale.toString(_local(utc), _FORMATS.get(locale.language(), _FORMAT)) if utc else ""


def when_anywhere(utc: str) -> str:
    """A stored time in short local form, with the zone, for what is read elsewhere too."""
    minutes = _local(utc).offsetFromUtc() // 60
    sign, minutes = "-" if minutes < 0 else "+", abs(minutes)
    zone = f"UTC{sign}{minutes // 60:02d}:{minutes % 60:02d}" if minutes else "UTC"
    return f"{when(utc)} ({zone})"


def day(utc: str) -> str:
    """The day of a stored time where this computer is, written out."""
    return spoken_locale().toString(_local(utc).date(), QLocale.FormatType.LongFormat)


def _local(utc: str) -> QDateTime:
    return QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs).toLocalTime()


def time_of_day(utc: str) -> str:
    """The local time of day of a stored time, with seconds."""
    return spoken_locale().toString(_local(utc).time(), "HH:mm:ss")


def clock(ms: int) -> str:
    """A time left as minutes and seconds, rounded up: 0:00 appears only at the end."""
    seconds = -(-max(0, ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def session_time(ms: int) -> str:
    """A time on the session's clock as hours, minutes and seconds."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def took(seconds: float) -> str:
    """A duration, in short."""
    if seconds < 60:
        return translate("{seconds} s", seconds=number(seconds, 1))
    return translate("{minutes} min", minutes=number(round(seconds / 60)))


def time_left(left_s: float | None) -> str:
    """Estimated time left, coarsely rounded; empty while unknown."""
    if left_s is None:
        return ""
    if left_s < 50:
        return translate("about {n} second(s) left", n=max(10, round(left_s / 10) * 10))
    if left_s < 90 * 60:
        return translate("about {n} minute(s) left", n=max(1, round(left_s / 60)))
    return translate("about {n} hour(s) left", n=round(left_s / 3600))
