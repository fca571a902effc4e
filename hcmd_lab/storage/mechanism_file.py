"""Reads a mechanism from a CSV table, in the layout of the export, and completes it by symmetry.

One row is one contribution profile of one condition. Tails are alike: a row stands for every order
of its tails, and what is missing in the table is made from what is there. A profile in which nobody
contributes may be left out: there is no fund to divide.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.mechanisms import to_units
from hcmd_lab.game.profiles import Profile, profiles
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows_with_header

TOLERANCE = 1e-6
"""By which shares may miss their sum, and the same profile with its tails in another order may
differ: rounding in the last decimals of a file."""

Shares = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReadMechanism:
    """A mechanism that was read from a file.

    Attributes:
        table: The whole table.
        given: Profiles that the file has.
        completed: Rows of the table that follow from those by symmetry, or have no fund to divide.
    """

    table: FrozenPolicy
    given: int
    completed: int


@dataclass(frozen=True, slots=True)
class _Given:
    """A row of the file with its shares."""

    row: CsvRow
    profile: Profile
    shares: Shares


def table_columns(seats: int) -> tuple[list[str], list[str]]:
    """Names of the columns with contributions and with shares, in the order of the seats."""
    numbers = range(1, seats + 1)
    return [f"contribution_{n}" for n in numbers], [f"share_{n}" for n in numbers]


def read_mechanism(path: Path, game: Game, name: str) -> ReadMechanism:
    """Read a mechanism.

    Args:
        path: The file.
        game: The game whose profiles the table has to cover.
        name: Name of the mechanism.

    Raises:
        UsageError: Something in the file is wrong or missing; the sentence names row and column,
            or the profile.
    """
    gave, received = table_columns(game.seats)
    found: dict[int, dict[Profile, _Given]] = {tail: {} for tail in game.tail_endowments}
    for row in read_rows_with_header(path, ["tail_endowment", *gave, *received]):
        tail = row.whole("tail_endowment", min(game.tail_endowments), max(game.tail_endowments))
        if tail not in found:
            known = ", ".join(map(str, game.tail_endowments))
            raise row.wrong("tail_endowment", Sentence("one of {known}", known=known))
        given = _read_row(row, game, tail, gave, received)
        earlier = found[tail].setdefault(given.profile, given)
        if earlier is not given:
            raise row.error(
                Sentence(
                    "the contributions {profile} of tail endowment {tail} stand already in row "
                    "{line}",
                    profile=_written(given.profile),
                    tail=tail,
                    line=earlier.row.line,
                )
            )
    tables = {tail: _complete(path, game, tail, rows) for tail, rows in found.items()}
    completed = sum(
        profile not in rows for tail, rows in found.items() for profile in profiles(game, tail)
    )
    return ReadMechanism(FrozenPolicy(name, game, tables), sum(map(len, found.values())), completed)


def _read_row(
    row: CsvRow, game: Game, tail: int, gave: Sequence[str], received: Sequence[str]
) -> _Given:
    limits = game.endowments(tail)
    profile = tuple(row.whole(name, 0, most) for name, most in zip(gave, limits, strict=True))
    shares = tuple(_share(row, name, profile, tail) for name in received)
    if abs(sum(shares) - 1) > TOLERANCE:
        raise row.error(
            Sentence(
                "the shares {columns} of the contributions {profile} of tail endowment {tail} sum "
                "to {sum}, not to 1",
                columns=f"{received[0]} … {received[-1]}",
                profile=_written(profile),
                tail=tail,
                sum=str(round(sum(shares), 9)),
            )
        )
    return _Given(row, profile, shares)


def _share(row: CsvRow, column: str, profile: Profile, tail: int) -> float:
    expected = Sentence(
        "a share of the fund between 0 and 1 for the contributions {profile} of tail endowment "
        "{tail}",
        profile=_written(profile),
        tail=tail,
    )
    try:
        share = row.number(column)
    except UsageError:
        raise row.wrong(column, expected) from None
    if share > 1 + TOLERANCE:
        raise row.wrong(column, expected)
    return share


def _complete(path: Path, game: Game, tail: int, rows: dict[Profile, _Given]) -> "array[int]":
    """The table of a condition; what is not given follows from symmetry."""
    by_order = _representative_rows(game, tail, rows)
    table = array("I")
    missing: list[Profile] = []
    for profile in profiles(game, tail):
        given = rows.get(profile)
        if given is not None:
            shares = given.shares
        elif not any(profile):
            shares = (1 / game.seats,) * game.seats
        else:
            known = by_order.get(_ordered(profile))
            if known is None:
                missing.append(profile)
                continue
            shares = _arranged(known, profile)
        table.extend(to_units(shares))
    if missing:
        raise UsageError(
            "{file} has no row for the contributions {profile} of tail endowment {tail}, nor for "
            "the same with the tails in another order; {n} profile(s) of this condition (is|are) "
            "missing. Nothing was imported.",
            file=path.name,
            profile=_written(_ordered(missing[0])),
            tail=tail,
            n=len({_ordered(profile) for profile in missing}),
        )
    return table


def _representative_rows(
    game: Game, tail: int, rows: dict[Profile, _Given]
) -> dict[Profile, _Given]:
    """One row for each profile up to the order of the tails, after all agree with it."""
    found: dict[Profile, _Given] = {}
    for given in rows.values():
        if not any(given.profile):
            continue
        first = found.setdefault(_ordered(given.profile), given)
        # In its own row, too, tails that give the same have to receive the same.
        expected = _arranged(first, given.profile)
        for seat in range(game.seats):
            if abs(expected[seat] - given.shares[seat]) > TOLERANCE:
                raise given.row.error(
                    Sentence(
                        "column share_{seat} gives {found} for the contributions {profile} of tail "
                        "endowment {tail}, but by row {line} a tail that gives {coins} receives "
                        "{expected}: tails are alike, in whatever order they sit",
                        seat=seat + 1,
                        found=str(round(given.shares[seat], 9)),
                        profile=_written(given.profile),
                        tail=tail,
                        line=first.row.line,
                        coins=given.profile[seat],
                        expected=str(round(expected[seat], 9)),
                    )
                    if seat
                    else Sentence(
                        "column share_1 gives {found} for the contributions {profile} of tail "
                        "endowment {tail}, but row {line}, with the tails in another order, gives "
                        "the head {expected}",
                        found=str(round(given.shares[0], 9)),
                        profile=_written(given.profile),
                        tail=tail,
                        line=first.row.line,
                        expected=str(round(expected[0], 9)),
                    )
                )
    return found


def _ordered(profile: Profile) -> Profile:
    return (profile[0], *sorted(profile[1:], reverse=True))


def _arranged(known: _Given, profile: Profile) -> Shares:
    """The shares of a known row for the same contributions in another order.

    A tail receives what the first tail of the known row that gave the same receives there.
    """
    by_coins: dict[int, float] = {}
    for coins, share in zip(known.profile[1:], known.shares[1:], strict=True):
        by_coins.setdefault(coins, share)
    return (known.shares[0], *(by_coins[coins] for coins in profile[1:]))


def _written(profile: Profile) -> str:
    return "(" + ", ".join(map(str, profile)) + ")"
