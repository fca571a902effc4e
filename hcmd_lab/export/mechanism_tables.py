"""The mechanisms that were played, as tables."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profiles import distinct_profiles, orders_have_rows, profiles
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.storage.mechanism_file import table_columns
from hcmd_lab.storage.records import MechanismRow
from hcmd_lab.storage.tablefile import Number, Value, write_numbers
from hcmd_lab.study.library import MechanismKind

FOLDER = "mechanisms"
"""Where the tables of the mechanisms lie in the export."""

_SHA_DIGITS = 12


def mechanism_list(mechanisms: Sequence[MechanismRow], kinds: Mapping[str, str]) -> Table:
    """The list of the study's mechanisms.

    Args:
        mechanisms: The mechanisms.
        kinds: Where each comes from (`MechanismKind`), by the SHA-256 of its table.
    """

    def rows(_: Sequence[SessionData]) -> Iterator[Row]:
        for known in mechanisms:
            yield {
                **_origin(known),
                "mechanism.kind": kinds.get(known.sha256),
                "mechanism.sha256": known.sha256,
                "mechanism.name": known.name,
                "mechanism.checkpoint": known.checkpoint or None,
                "mechanism.variation": known.provenance.get("variation"),
                "mechanism.variation_of": known.provenance.get("variation_of"),
                "mechanism.time_created_utc": known.created_utc,
                "mechanism.file": f"{FOLDER}/{file_name(known)}",
            }

    return Table(
        "mechanisms",
        "A mechanism of the study.",
        (
            Column("mechanism.sha256", "string", "Of its table: the identity of what was played."),
            Column("mechanism.name", "string", "For tables and plots."),
            Column(
                "mechanism.kind",
                "string",
                "Where it comes from.",
                allowed=", ".join(MechanismKind),
            ),
            Column(
                "mechanism.checkpoint", "string", "SHA-256 of its network; empty for a closed form."
            ),
            Column(
                "mechanism.variation",
                "string",
                "What it changes of another mechanism for ACQUIRE, if it is a variation.",
                allowed=", ".join(Variation),
            ),
            Column("mechanism.variation_of", "string", "SHA-256 of that mechanism's table."),
            Column(
                "mechanism.own_weight",
                "number",
                "Weight of a seat's own contribution, of a member of the family that was added.",
            ),
            Column("mechanism.relative_weight", "number", "Weight of the relative form, likewise."),
            Column(
                "mechanism.rule_of",
                "string",
                "SHA-256 of the table of the mechanism that it describes, if it is a rule.",
            ),
            Column("mechanism.from_file", "string", "Name of the file that it was read from."),
            Column("mechanism.from_study", "string", "Name of the study that it was taken from."),
            Column("mechanism.name_there", "string", "Its name in that study."),
            Column("mechanism.time_created_utc", "datetime", "When it was stored.", "UTC"),
            Column(
                "mechanism.file",
                "string",
                "Its table in the export: a row for each contribution profile. In games other than "
                "the paper's a row has the tails' contributions in descending order, and stands "
                "for every order of them.",
            ),
        ),
        ("mechanism.sha256",),
        rows,
        is_of_sessions=False,
    )


def _origin(known: MechanismRow) -> dict[str, Value]:
    found = known.provenance
    weights: dict[str, Value] = {
        f"mechanism.{name}": Number(repr(float(found[name]))) if name in found else None
        for name in ("own_weight", "relative_weight")
    }
    return weights | {
        "mechanism.rule_of": found.get("of_sha256"),
        "mechanism.from_file": found.get("file"),
        "mechanism.from_study": found.get("study"),
        "mechanism.name_there": found.get("name_there"),
    }


def file_name(known: MechanismRow) -> str:
    """File name of a mechanism's table; the hash separates mechanisms of the same name."""
    return f"{known.name}-{known.sha256[:_SHA_DIGITS]}.csv"


def policy_columns(seats: int) -> tuple[Column, ...]:
    """Columns of a mechanism's table."""
    gave, received = table_columns(seats)
    return (
        Column("tail_endowment", "integer", "Of each tail seat.", "coins"),
        *(Column(name, "integer", f"Of seat {n}.", "coins") for n, name in enumerate(gave, 1)),
        *(
            Column(name, "number", f"Of the fund, for seat {n}.")
            for n, name in enumerate(received, 1)
        ),
    )


def write_mechanism(path: Path, policy: FrozenPolicy, *, each_once: bool = False) -> int:
    """Write a mechanism's table: a row for each row of each condition.

    Args:
        path: The file.
        policy: The mechanism.
        each_once: Whether profiles that differ in the order of the tails alone are written once.

    Returns:
        Number of contribution profiles written.

    Raises:
        OperatorError: The file cannot be written.
    """
    columns = [column.name for column in policy_columns(policy.game.seats)]
    return write_numbers(path, columns, _policy_cells(policy, each_once=each_once))


def _policy_cells(policy: FrozenPolicy, *, each_once: bool) -> Iterator[tuple[int | Number, ...]]:
    game, seats, share = policy.game, policy.game.seats, cache(_share)
    for tail_endowment, table in policy.tables.items():
        kept = None
        if each_once and orders_have_rows(game):
            kept = set(distinct_profiles(game, tail_endowment))
        for number, profile in enumerate(profiles(game, tail_endowment)):
            if kept is None or profile in kept:
                units = table[number * seats : (number + 1) * seats]
                yield (tail_endowment, *profile, *map(share, units))


def _share(units: int) -> Number:
    return Number(f"{units // WEIGHT_UNITS}.{units % WEIGHT_UNITS:09}")
