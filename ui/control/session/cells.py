"""Contents of the station grid's cells.

Everything is text and plain values already, so that two states of a cell can be compared and
painting has nothing left to find out.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from hcmd_lab.telling.translate import translate


class Tone(StrEnum):
    """How a cell draws attention; each has its own mark and words besides its colour."""

    CALM = "calm"
    HELP = "help"  # has called the experimenter
    AWAITED = "awaited"  # everybody else is waiting for this person
    READY = "ready"  # waits for the experimenter to start it
    PAUSED = "paused"
    LOST = "lost"  # somebody's station has no connection
    OVER = "over"  # ended or left for good


@dataclass(frozen=True, slots=True)
class GroupCell:
    """The line of a group.

    Attributes:
        group: Its number.
        title: Its name.
        coins: The condition it plays.
        place: Stage and round.
        short_place: The same for a narrow cell.
        phase: Its phase.
        note: Whom it waits for, why it is paused, or that it stops.
        time: Left on this page; empty without a limit.
        share: Fraction of the page's time left; None without a limit.
        tone: How it draws attention.
        aside: That it does not count; empty if it may.
        why_not: Why it does not count; empty if it may.
    """

    group: int
    title: str
    coins: str
    place: str
    short_place: str
    phase: str
    note: str
    time: str
    share: float | None
    tone: Tone
    aside: str = ""
    why_not: str = ""

    @property
    def sentence(self) -> str:
        """All content in words, for tool tips and screen readers."""
        parts = (
            self.title, self.coins, self.place, self.phase, self.note, self.time, self.why_not,
        )  # fmt: skip
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class StationCell:
    """A station, or a seat that its participant has left.

    Attributes:
        station: Its name.
        participant: Code of its present or last participant; empty for nobody.
        group: Number of its group; None without one.
        seat: 0 is the head; None without a seat.
        letter: The seat in two characters.
        role: The seat in words.
        who: Label or code of the person; empty in a blind session.
        is_bot: Whether a program plays.
        doing: The person's activity, or the problem.
        connection: Whether it is connected, in a word.
        connected: The same for the mark.
        unread: Whether a message waits to be read.
        share: Fraction of the person's time left; None where nobody waits for them.
        tone: How it draws attention.
        has_role: Whether the game tells a head from tails.
    """

    station: str
    participant: str
    group: int | None
    seat: int | None
    letter: str
    role: str
    who: str
    is_bot: bool
    doing: str
    connection: str
    connected: bool
    unread: bool
    share: float | None
    tone: Tone
    has_role: bool = True

    @property
    def sentence(self) -> str:
        """All content in words, for tool tips and screen readers."""
        parts = [
            _name(self.station), self.role, self.who,
            translate("bot") if self.is_bot else "",
            self.connection, self.doing,
            translate("message not read") if self.unread else "",
        ]  # fmt: skip
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A vacant place; `words` is empty outside groups."""

    words: str
    letter: str = ""
    seat: int | None = None
    has_role: bool = True

    @property
    def sentence(self) -> str:
        """The content in words, for screen readers."""
        return self.words


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """Heading of the rows of stations without a group."""

    title: str
    note: str

    @property
    def sentence(self) -> str:
        """The content in words, for screen readers."""
        return f"{self.title}, {self.note}"


Cell: TypeAlias = GroupCell | StationCell | EmptyCell | HeadingCell


def _name(station: str) -> str:
    return translate("Station {name}", name=station)
