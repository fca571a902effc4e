"""The library of a study: every mechanism that its groups can meet, with where it comes from.

A mechanism is stored as its frozen table, under the hash of the table; what else is known of it
stands in its provenance. A closed form that nobody has played is in the library unstored.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from hcmd_lab.computer import user_name
from hcmd_lab.errors import UsageError
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, ClosedForm
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.insight.condition import condition, play_counts
from hcmd_lab.insight.distill import distill
from hcmd_lab.insight.rule import Rule, fidelity
from hcmd_lab.insight.rule_table import freeze_rules
from hcmd_lab.storage.mechanism_file import TOLERANCE, read_mechanism
from hcmd_lab.storage.records import MechanismRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy, is_reserved
from hcmd_lab.timestamps import utc_now

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_. -]{0,63}")
"""It is part of a file name in the export."""


class MechanismKind(StrEnum):
    """Where a mechanism comes from."""

    TRAINED = "trained"  # a checkpoint of this study, the first one among them
    CLOSED_FORM = "closed_form"  # one of the named closed forms
    VARIATION = "variation"  # of a trained mechanism, made for ACQUIRE
    FAMILY = "family"  # another member of the family they belong to
    RULE = "rule"  # the readable rule of a mechanism, as a table
    FILE = "file"  # a table that somebody has written
    STUDY = "study"  # a mechanism of another study
    OTHER = "other"  # of another version


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A mechanism of the library.

    Attributes:
        name: Its name, unique in the study.
        kind: Where it comes from.
        sha256: SHA-256 of its table; empty for a closed form that is not stored yet.
        provenance: What is known of its origin.
        added_utc: Time at which it came into the library; empty for a closed form not stored yet.
        added_by: Who added it, as the computer knows the user; empty if a step of the study did.
    """

    name: str
    kind: MechanismKind
    sha256: str
    provenance: Mapping[str, Any]
    added_utc: str
    added_by: str


def library(study: ReadOnlyStudy) -> list[LibraryEntry]:
    """Every mechanism of the study, the trained ones first and the closed forms not played last."""
    rows = study.store.learned.mechanisms()
    trained = {sha256: number for number, sha256 in enumerate(study.trained_tables())}
    entries = [_entry(row, is_trained=row.sha256 in trained) for row in rows]
    entries.sort(key=lambda entry: trained.get(entry.sha256, len(trained)))  # stable
    stored = {entry.name for entry in entries}
    closed = [
        LibraryEntry(name, MechanismKind.CLOSED_FORM, "", {"closed_form": name}, "", "")
        for name in BASELINES
        if name not in stored
    ]
    return [*entries, *closed]


def _entry(row: MechanismRow, *, is_trained: bool) -> LibraryEntry:
    found = row.provenance
    if is_trained:
        kind = MechanismKind.TRAINED
    elif "closed_form" in found:
        kind = MechanismKind.CLOSED_FORM
    elif "variation" in found:
        kind = MechanismKind.VARIATION
    else:
        known = {each.value for each in MechanismKind}
        told = found.get("kind")
        kind = MechanismKind(told) if told in known else MechanismKind.OTHER
    added_utc = str(found.get("added_utc") or row.created_utc)
    by = str(found.get("added_by", ""))
    return LibraryEntry(row.name, kind, row.sha256, found, added_utc, by)


# --- adding --------------------------------------------------------------------------------------


def add_family_member(
    study: ReadOnlyStudy, own_weight: float, relative_weight: float, name: str = ""
) -> LibraryEntry:
    """Add a member of the family of closed forms.

    Args:
        study: The study, open for changes.
        own_weight: Weight of a seat's own term, in [0, 1].
        relative_weight: Weight of the relative form, in [0, 1].
        name: Its name; by default it says the weights.

    Raises:
        UsageError: A weight or the name is not possible, or the table is in the library already.
    """
    for what, weight in (("own_weight", own_weight), ("relative_weight", relative_weight)):
        if not 0 <= weight <= 1:
            raise UsageError(
                "{what} must lie between 0 and 1, not {weight}.", what=what, weight=weight
            )
    name = name or f"own {own_weight} relative {relative_weight}"
    _require_name(study, name)
    table = freeze(ClosedForm(name, own_weight, relative_weight), study.game)
    return _add(
        study, table, MechanismKind.FAMILY,
        {"own_weight": own_weight, "relative_weight": relative_weight},
    )  # fmt: skip


def add_rule(study: ReadOnlyStudy, of: str | None = None, name: str = "") -> LibraryEntry:
    """Add the readable rule of a mechanism, frozen as a table; takes a second or two.

    The rule is distilled as it is in the study's explanation: profiles count as often as groups of
    the study have played them, and where too few have, all alike.

    Args:
        study: The study, open for changes.
        of: Name of the mechanism; None for the newest.
        name: Name of the rule; by default it says whose rule it is.

    Raises:
        OperatorError: There is no such mechanism.
        UsageError: The name is not possible, or the table is in the library already.
    """
    policy = study.mechanism_table(of)
    name = name or rule_name(policy.name)
    _require_name(study, name)
    table, found = distilled(study, policy, name)
    return _add(study, table, MechanismKind.RULE, found)


def distilled(
    study: ReadOnlyStudy, policy: FrozenPolicy, name: str
) -> tuple[FrozenPolicy, dict[str, object]]:
    """The rule of a mechanism as a table, with what is to be kept about it."""
    played = play_counts(study.played(("acquire", "evaluate")), policy.name, policy.game)
    rules: dict[int, Rule] = {}
    told = []
    for tail in policy.game.tail_endowments:
        read = condition(policy, tail, played)
        rules[tail] = rule = distill(read)
        told.append(
            {
                "tail_endowment": tail,
                "by_giving": rule.by_giving,
                "fixed_head": rule.fixed_head,
                "head_counts": rule.head_counts,
                "head_threshold": rule.head_threshold,
                "tail_threshold": rule.tail_threshold,
                "fund_alike": fidelity(read, rule).fund,
                "rounds_played": read.rounds_played,
                "as_played": read.as_played,
            }
        )
    table = freeze_rules(rules, policy.game, name)
    return table, {"of": policy.name, "of_sha256": policy.sha256, "rules": told}


def add_file(study: ReadOnlyStudy, path: Path, name: str = "") -> LibraryEntry:
    """Add a mechanism from a CSV table.

    Args:
        study: The study, open for changes.
        path: The file.
        name: Its name; by default the file's.

    Raises:
        UsageError: Something in the file is wrong, the name is not possible, or the table is in the
            library already.
    """
    name = name or _fitting(path.stem)
    _require_name(study, name)
    read = read_mechanism(path, study.game, name)
    return _add(
        study, read.table, MechanismKind.FILE,
        {"file": path.name, "given": read.given, "completed": read.completed},
    )  # fmt: skip


def add_from_study(
    study: ReadOnlyStudy, folder: Path, of: str | None = None, name: str = ""
) -> LibraryEntry:
    """Add a mechanism of another study, from its folder.

    Args:
        study: The study, open for changes.
        folder: The other study's folder; it may be open elsewhere.
        of: Name of the mechanism there; None for the newest.
        name: Its name here; by default it says from where it is.

    Raises:
        OperatorError: There is no such study or mechanism, or it is of another game.
        UsageError: The name is not possible, or the table is in the library already.
    """
    with Store.read(folder) as store:
        other = ReadOnlyStudy(store)
        table = other.mechanism_table(of)
        rows = {row.sha256: row.provenance for row in store.learned.mechanisms()}
        settings = other.settings
    return add_foreign(
        study, table, rows.get(table.sha256, {}), settings.name, name, simulated=settings.simulated
    )


def add_foreign(
    study: ReadOnlyStudy,
    table: FrozenPolicy,
    provenance: Mapping[str, object],
    of_study: str,
    name: str = "",
    *,
    simulated: bool,
) -> LibraryEntry:
    """Add a mechanism of another study that has been read.

    Args:
        study: The study, open for changes.
        table: The mechanism, with its name there.
        provenance: What is known there of its origin.
        of_study: The other study's name.
        name: Its name here; by default it says from where it is.
        simulated: Whether the other study is one of simulated participants.

    Raises:
        UsageError: It is of another game, the name is not possible, or the table is in the library
            already.
    """
    name = name or _fitting(f"{table.name} of {of_study}")
    _require_name(study, name)
    if table.game != study.game:
        raise UsageError(
            "The mechanism {name} of the study “{study}” was made for a different game; choose a "
            "study of this game.",
            name=table.name,
            study=of_study,
        )
    renamed = FrozenPolicy(name, table.game, table.tables, table.checkpoint)
    return _add(
        study, renamed, MechanismKind.STUDY,
        {"study": of_study, "name_there": table.name, "simulated": simulated,
         "provenance_there": dict(provenance)},
    )  # fmt: skip


def rule_name(of: str) -> str:
    """The usual name of a mechanism's rule."""
    return f"rule_of_{of}"[:64]


def _add(
    study: ReadOnlyStudy, table: FrozenPolicy, kind: MechanismKind, found: Mapping[str, object]
) -> LibraryEntry:
    for entry in library(study):
        known = (
            study.store.learned.mechanism(entry.sha256)
            if entry.sha256
            else freeze(BASELINES[entry.name], study.game)
        )
        if _divide_alike(known, table):
            raise UsageError(
                "The study has this mechanism already: {known} divides every fund alike.",
                known=entry.name,
            )
    notes = {"kind": kind.value, **found, "added_by": user_name(), "added_utc": utc_now()}
    study.store.learned.add_mechanism(table, notes)
    return next(entry for entry in library(study) if entry.sha256 == table.sha256)


def _divide_alike(one: FrozenPolicy, other: FrozenPolicy) -> bool:
    """Whether two tables are the same but for the last decimals of a file."""
    return one.game == other.game and all(
        np.allclose(
            np.frombuffer(one.tables[tail], np.uint32),
            np.frombuffer(other.tables[tail], np.uint32),
            rtol=0,
            atol=TOLERANCE * WEIGHT_UNITS,
        )
        for tail in one.game.tail_endowments
    )


def _require_name(study: ReadOnlyStudy, name: str) -> None:
    if not NAME.fullmatch(name) or name != name.strip():
        raise UsageError(
            "{name} cannot be the name of a mechanism; begin it with a letter or digit and use at "
            "most 64 letters without accents, digits, spaces, full stops, hyphens and underscores.",
            name=name,
        )
    taken = {entry.name.lower() for entry in library(study)}
    if name.lower() in taken or is_reserved(name):
        raise UsageError(
            "The name {name} is taken by a mechanism of the study or by the program; choose "
            "another.",
            name=name,
        )


def _fitting(text: str) -> str:
    """A text made into a name: what a name cannot hold becomes an underscore."""
    fitted = re.sub(r"[^A-Za-z0-9_. -]", "_", text).strip(" _.-")[:64].strip()
    return fitted or "mechanism"
