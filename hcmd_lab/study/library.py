"""The library of a study: every mechanism that its groups can meet, with where it comes from.

A mechanism is stored as its frozen table, under the hash of the table; what else is known of it
stands in its provenance. A closed form that nobody has played is in the library unstored.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanism_names import variation_of
from hcmd_lab.game.mechanisms import BASELINES, NEWEST, NEWEST_RULE
from hcmd_lab.storage.records import MechanismRow
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step
from hcmd_lab.typed_text import quoted

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_. -]{0,63}")
"""It is part of a file name in the export."""


class MechanismKind(StrEnum):
    """Where a mechanism comes from."""

    TRAINED = "trained"  # a checkpoint of this study, the first one among them
    EARLIER = "earlier"  # another one, in whose place a newer one was trained, or that is set aside
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
    trained = {sha256: number for number, sha256 in enumerate(study.mechanisms.trained_tables())}
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
    elif found.get("step") in (Step.INITIALISE, Step.OPTIMIZE) and "variation" not in found:
        kind = MechanismKind.EARLIER
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


# --- names ---------------------------------------------------------------------------------------


def require_name(study: ReadOnlyStudy, name: str, but: str = "") -> None:
    """Check that a mechanism may have a name.

    Args:
        study: The study.
        name: The name.
        but: A name that is not taken, as it is given up for this one.

    Raises:
        UsageError: It may not.
    """
    if not NAME.fullmatch(name) or name != name.strip():
        raise UsageError(
            "{name} cannot be the name of a mechanism; begin it with a letter or digit and use at "
            "most 64 letters without accents, digits, spaces, full stops, hyphens and underscores.",
            name=quoted(name),
        )
    taken = {entry.name.lower() for entry in library(study) if entry.name != but}
    if name.lower() in taken or _is_reserved(name):
        raise UsageError(
            "The name {name} is taken by a mechanism of the study or by the program; choose "
            "another.",
            name=name,
        )


def fitting_name(text: str) -> str:
    """A text made into a name: what a name cannot hold becomes an underscore."""
    fitted = re.sub(r"[^A-Za-z0-9_. -]", "_", text).strip(" _.-")[:64].strip()
    return fitted or "mechanism"


def _is_reserved(name: str) -> bool:
    """Whether a name stands for what the program calls so itself."""
    trained, *_ = variation_of(name) or (name,)
    return bool(re.fullmatch(r"theta_?[\d.]+", trained, re.ASCII | re.IGNORECASE)) or name in (
        NEWEST, NEWEST_RULE, *BASELINES,
    )  # fmt: skip
