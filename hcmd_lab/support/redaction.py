"""Leaves people out of logs: what is kept is listed, all else goes."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from hcmd_lab.storage.codec import Logged

KEPT = frozenset(
    {
        "at_ms", "automatic", "by", "group", "is_bot", "language", "page", "part", "participant",
        "passed", "round", "seat", "silent_ms", "stage", "stalled_ms", "station", "unsaved", "why",
    }
)  # fmt: skip
"""Details of an event that tell when and where something happened, not what somebody said.

The mechanism that divides a fund is none of them: that of the third stage tells the vote.
"""

NAMELESS = "[left out]"
HOME = "~"


class Redaction:
    """Takes labels, the user's name and the home folder out of a text."""

    def __init__(self, labels: Iterable[str], user: str, home: Path) -> None:
        """Prepare the patterns.

        Args:
            labels: Labels of participants.
            user: The computer user's name.
            home: The user's home folder.
        """
        self._home = str(home)
        self._names = any_of({*labels, user})

    def of(self, text: str) -> str:
        """The text without them."""
        if len(self._home) > 1:
            text = text.replace(self._home, HOME)
        return self._names.sub(NAMELESS, text) if self._names else text

    def within(self, value: object) -> object:
        """Plain data with its texts without them; numbers and names of fields stay."""
        if isinstance(value, str):
            return self.of(value)
        if isinstance(value, dict):
            return {name: self.within(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self.within(each) for each in value]
        return value


def event_outline(logged: Logged, redaction: Redaction) -> dict[str, object]:
    """An event without what people said, chose, earned or are called.

    Args:
        logged: The event.
        redaction: Of the texts that are kept, such as the names of stations.

    Returns:
        Its number, time, kind, the details of `KEPT`, and the names of those left out.
    """
    details = msgspec.to_builtins(logged.event)
    return {
        "session_code": logged.session,
        "event_id": logged.id,
        "utc": logged.utc,
        "kind": type(logged.event).__name__,
        **{
            name: redaction.within(value)
            for name, value in details.items()
            if _is_kept(name, value)
        },
        "left_out": sorted(name for name, value in details.items() if not _is_kept(name, value)),
    }


def _is_kept(name: str, value: object) -> bool:
    return name in KEPT and not isinstance(value, dict | list)


def any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Any of the names as a whole word, the longest first; None without names."""
    longest = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not longest:
        return None
    words = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_CALL = re.compile(r"(--- |Traceback \(|  File \"|Fatal Python error: |(Current t|T)hread 0x)")
_VERSION = re.compile(r"[a-zA-Z-]+ \d[\w.+-]*")
_RAISED = re.compile(r"(?P<kind>[A-Za-z_][\w.]*(?:Error|Exception|Exit|Fault|Interrupt|Warning))\b")


def without_words(crash_log: str) -> str:
    """A crash log with versions, calls and kinds of errors alone.

    The words of an error may quote what somebody has typed. Nor are the lines of the program kept
    that were running: each is found by its file and its number.
    """
    kept = []
    for line in crash_log.splitlines():
        if _CALL.match(line) or _VERSION.fullmatch(line):
            kept.append(line)
        elif raised := _RAISED.match(line):
            kept.append(raised["kind"])
    return "".join(f"{line}\n" for line in kept)
