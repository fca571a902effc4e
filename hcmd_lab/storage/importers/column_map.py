"""Which columns of a table are which: found by their headings, or said by who imports it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.importers.numbers import read_number
from hcmd_lab.typed_text import shortened

JOINED = "+"
"""Between headings that name something together, as `session+group`."""


class Role(StrEnum):
    """What a column can be taken for."""

    GROUP = "group"
    STAGE = "stage"
    ROUND = "round"
    SEAT = "seat"
    PLAYER = "player"  # who sat on the seat; seats follow from it where there is no column
    ENDOWMENT = "endowment"
    CONTRIBUTION = "contribution"
    PAYOUT = "payout"
    VOTE = "vote"
    MECHANISM = "mechanism"
    STATUS = "status"  # how far the group came, as in our own export
    DECIDED_BY = "decided_by"  # who decided, as in our own export
    BOT = "bot"  # whether a program played
    DROPPED = "dropped"  # whether the player had left
    PILOT = "pilot"  # whether it was played in a pilot session, as in our own export
    SET_ASIDE = "set_aside"  # whether its study had set it aside, as in our own export


NEEDED = (Role.GROUP, Role.ROUND, Role.CONTRIBUTION, Role.PAYOUT, Role.ENDOWMENT)
"""What no table can do without; there is one stage, and seats in order, where no column says so."""


class Payouts(StrEnum):
    """What a column of payouts holds."""

    FOUND_OUT = "found_out"  # as the fund says
    FUND = "fund"  # coins from the fund
    EARNINGS = "earnings"  # those and the coins that were kept
    EQUAL = "equal"  # not read: everyone was given the same share of the fund, which is computed


_WITHOUT_PAYOUTS = Sentence(
    "If everyone was given the same share of the fund, the payouts can be computed: in the window "
    "with “Compute equal shares”, or with --map payouts=equal."
)


class HeadSeat(StrEnum):
    """What becomes of groups whose head has another seat than the first."""

    AS_GIVEN = "as_given"  # they are refused
    MOVED = "moved"  # the head is given the first seat, and the seats before it move up by one


class HeadElsewhereError(UsageError):
    """The head of a group has another seat than the first, and could be given that."""


class NoPayoutsError(UsageError):
    """The payouts are lacking or say nothing, and could be computed as equal shares of the fund."""


_MAX_LISTED = 30
"""Headings of a table that are named where one is lacking."""

_SHOWN = 8
"""Headings that are listed at most."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What is said about the columns of a table.

    Attributes:
        headings: By role the heading, or headings joined with `+`; or a number that holds for the
            whole table.
        payouts: What the payouts are.
        head: What becomes of a head on another seat.
    """

    headings: Mapping[Role, str] = field(default_factory=dict)
    payouts: Payouts = Payouts.FOUND_OUT
    head: HeadSeat = HeadSeat.AS_GIVEN

    def __bool__(self) -> bool:
        """Whether anything is said of the columns, which some layouts fix."""
        return bool(self.headings) or self.payouts is not Payouts.FOUND_OUT


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, found.

    Attributes:
        places: By role the places in a row whose texts, joined with `-`, are its value.
        constants: By role a value that holds for the whole table.
        names: By role what people call it.
        unread: Headings that nothing was taken from.
    """

    places: Mapping[Role, tuple[int, ...]]
    constants: Mapping[str, str]
    names: Mapping[str, str]
    unread: tuple[str, ...] = ()

    def cells(self, row: Sequence[str]) -> dict[str, str]:
        """The values of a row by role."""
        width = len(row)
        cells: dict[str, str] = dict(self.constants)
        for role, places in self.places.items():
            if len(places) == 1:
                (place,) = places
                cells[role] = row[place] if place < width else ""
            else:
                cells[role] = "-".join(row[place].strip() for place in places if place < width)
        return cells

    def has(self, role: Role) -> bool:
        """Whether the table has a column for a role, or a value that holds for all rows."""
        return role in self.places or role in self.constants

    def last_needed(self, roles: Iterable[Role]) -> int:
        """The last place in a row that some roles need."""
        return max((place for role in roles for place in self.places.get(role, ())), default=0)

    def told(self) -> Sentence:
        """What each column was taken for."""
        listed = ", ".join(f"{role} = {name}" for role, name in self.names.items())
        return Sentence("Columns were taken as: {listed}.", listed=listed)

    def without_votes(self) -> Sentence | None:
        """What to look at where no column was taken for votes; None where nothing is left."""
        if self.has(Role.VOTE) or not self.unread:
            return None
        shown, more = self.unread[:_SHOWN], len(self.unread) - _SHOWN
        listed: str | Sentence = ", ".join(shown)
        if more > 0:
            listed = Sentence("{listed} and {more} more", listed=listed, more=more)
        return Sentence(
            "No column tells votes; if one does, say which, in the window under Columns, or as "
            "with --map vote=…. Not read: {listed}.",
            listed=listed,
        )


def find_columns(
    file: str,
    line: int,
    header: Sequence[str],
    known: Mapping[Role, Sequence[str]],
    asked: ColumnMap,
    needed: Iterable[Role] = NEEDED,
) -> Columns:
    """Find the columns of a table.

    Args:
        file: Name of the file.
        line: Of the header.
        header: Headings; their case does not matter.
        known: By role the headings that are looked for, the first that is there is taken.
        asked: What was said; it goes before what is known.
        needed: Roles without which the table cannot be read.

    Raises:
        NoPayoutsError: Nothing but a column of payouts is lacking.
        UsageError: A heading that was said is not there or stands twice, or a column is lacking.
    """
    names = [name.strip() for name in header]
    if not any(names):
        raise UsageError("{file} holds nothing. Nothing was imported.", file=file)
    listed = [shortened(name) for name in names if name and not name.startswith("(")]
    shown = ", ".join([*listed[:_MAX_LISTED], *(["…"] if len(listed) > _MAX_LISTED else [])])
    folded = [name.casefold() for name in names]
    places: dict[Role, tuple[int, ...]] = {}
    constants: dict[str, str] = {}
    told: dict[str, str] = {}
    for role in Role:
        said = asked.headings.get(role)
        if said is not None:
            found = _places(folded, said)
            if found is None and read_number(said) is not None:
                constants[role] = told[role] = said
                continue
            if found is None:
                raise UsageError(
                    "{file}, row {line}: to be taken as {role}, exactly one column has to be "
                    "called “{heading}”; the columns are {found}. Nothing was imported.",
                    file=file, line=line, heading=said, role=role,
                    found=shown,
                )  # fmt: skip
        else:
            twice = next((each for each in known.get(role, ()) if folded.count(each) > 1), None)
            if twice is not None:
                raise UsageError(
                    "{file}, row {line}: {n} columns are called {heading}; give one another name. "
                    "Nothing was imported.",
                    file=file, line=line, n=folded.count(twice), heading=twice,
                )  # fmt: skip
            looked = (_places(folded, heading) for heading in known.get(role, ()))
            found = next((each for each in looked if each is not None), None)
            if found is None:
                continue
        places[role] = found
        told[role] = f" {JOINED} ".join(names[place] for place in found)
    lacking = [role for role in needed if role not in told]
    if lacking:
        kind = NoPayoutsError if lacking == [Role.PAYOUT] else UsageError
        raise kind.of(
            Sentence(
                "{file}, row {line}: the table lacks {lacking}; say which columns are which, in "
                "the window under Columns, or as with --map {example}; a number holds for all "
                "rows, as endowment=10. {more} Nothing was imported.",
                file=file, line=line, lacking=", ".join(lacking),
                example=",".join(f"{role}=…" for role in lacking),
                more=in_a_row(
                    *([_WITHOUT_PAYOUTS] if lacking == [Role.PAYOUT] else []),
                    Sentence("The columns are {found}.", found=shown),
                ),
            )
        )  # fmt: skip
    taken = {place for found in places.values() for place in found}
    unread = tuple(name for place, name in enumerate(names) if name and place not in taken)
    return Columns(places, constants, told, unread)


def _places(folded: Sequence[str], said: str) -> tuple[int, ...] | None:
    """The places of headings joined with `+`; None unless each stands exactly once."""
    wanted = said.strip().casefold()
    if folded.count(wanted) == 1:
        return (folded.index(wanted),)
    parts = [part.strip() for part in wanted.split(JOINED)]
    if len(parts) < 2 or any(folded.count(part) != 1 for part in parts):
        return None
    return tuple(folded.index(part) for part in parts)
