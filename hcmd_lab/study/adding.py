"""Adds mechanisms to a study's library, names and removes those that nobody uses."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from hcmd_lab.computer import user_name
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import WEIGHT_UNITS
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.mechanism_file import TOLERANCE
from hcmd_lab.storage.records import GroupRow
from hcmd_lab.study import candidates
from hcmd_lab.study.candidates import Candidate
from hcmd_lab.study.library import LibraryEntry, MechanismKind, library, require_name
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.timestamps import utc_now

# --- adding --------------------------------------------------------------------------------------


def add(study: ReadOnlyStudy, candidate: Candidate) -> LibraryEntry:
    """Store a mechanism in the library.

    Args:
        study: The study, open for changes.
        candidate: The mechanism.

    Raises:
        UsageError: Its name is taken meanwhile, or the table is in the library already.
    """
    table = candidate.table
    require_name(study, table.name)
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
    notes = {
        "kind": candidate.kind.value,
        **candidate.found,
        "added_by": user_name(),
        "added_utc": utc_now(),
    }
    study.store.learned.add_mechanism(table, notes)
    return next(entry for entry in library(study) if entry.sha256 == table.sha256)


def add_family_member(
    study: ReadOnlyStudy, own_weight: float, relative_weight: float, name: str = ""
) -> LibraryEntry:
    """Make a member of the family (`candidates.family_member`) and add it."""
    return add(study, candidates.family_member(study, own_weight, relative_weight, name))


def add_rule(study: ReadOnlyStudy, of: str | None = None, name: str = "") -> LibraryEntry:
    """Distil the rule of a mechanism (`candidates.rule_of`) and add it."""
    return add(study, candidates.rule_of(study, of, name))


def add_file(study: ReadOnlyStudy, path: Path, name: str = "") -> LibraryEntry:
    """Read a CSV table (`candidates.from_file`) and add it."""
    return add(study, candidates.from_file(study, path, name))


def add_from_study(
    study: ReadOnlyStudy, folder: Path, of: str | None = None, name: str = ""
) -> LibraryEntry:
    """Read a mechanism of another study (`candidates.from_study`) and add it."""
    return add(study, candidates.from_study(study, folder, of, name))


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


# --- naming and removing -------------------------------------------------------------------------


_OF_THE_STUDY = (
    MechanismKind.TRAINED, MechanismKind.EARLIER, MechanismKind.CLOSED_FORM,
    MechanismKind.VARIATION,
)  # fmt: skip


def why_it_stays(study: ReadOnlyStudy, entry: LibraryEntry) -> Sentence | None:
    """Why a mechanism can neither be renamed nor removed; None if it can.

    A name stands in plans, results and exports, so it is fixed once anybody relies on it.
    """
    values = {"mechanism": spoken_name(entry.name)}
    if entry.kind in _OF_THE_STUDY:
        return Sentence(
            "{mechanism} belongs to the study itself: it stays, with its name.", **values
        )
    if groups_that_met(study, [entry])[entry.name]:
        return Sentence("Groups have met {mechanism}: it stays, with its name.", **values)
    if any(_plays(row, entry) for row in study.store.tables.groups()):
        return Sentence(
            "A session has been planned with {mechanism}: it stays, with its name.", **values
        )
    planned = study.planned_contrasts()
    sides = {
        study.mechanisms.resolved(side) for each in planned for side in (each.mechanism, each.other)
    }
    if entry.name in sides:
        return Sentence(
            "A contrast is planned with {mechanism}: it stays, with its name, until the contrast "
            "is dropped.",
            **values,
        )
    for known in library(study):
        if known.provenance.get("of_sha256") == entry.sha256:
            return Sentence(
                "First remove {rule}, which describes {mechanism}.",
                rule=spoken_name(known.name),
                **values,
            )
    if entry.name in _registered(study):
        return Sentence("The registered plan names {mechanism}: it stays, with its name.", **values)
    return None


def _registered(study: ReadOnlyStudy) -> set[str]:
    """Names in the contrasts of a registered plan."""
    # A plan that was set aside is quoted in the audit: what it names stays as well.
    plans = [each.details["plan"] for each in study.log() if each.kind is LogKind.REGISTERED]
    contrasts = [contrast for plan in plans for contrast in plan.get("contrasts", ())]
    return {side for mechanism, other, _ in contrasts for side in (mechanism, other)}


def groups_that_met(study: ReadOnlyStudy, entries: Iterable[LibraryEntry]) -> dict[str, int]:
    """How many groups have met each mechanism: were paid by it in a round at least."""
    rows, unfinished = study.store.tables.groups(), study.store.tables.met_unfinished()

    def has_met(row: GroupRow, entry: LibraryEntry) -> bool:
        if row.status == "complete":
            return _plays(row, entry)
        return _plays(row, entry) and (row.session, row.number, entry.sha256) in unfinished

    return {entry.name: sum(has_met(row, entry) for row in rows) for entry in entries}


def _plays(row: GroupRow, entry: LibraryEntry) -> bool:
    """Whether a group plays a mechanism in one of its first two stages.

    An imported one knows names alone, which need not mean the study's mechanisms.
    """
    return row.source != "imported" and entry.sha256 in row.mechanisms


def rename(study: ReadOnlyStudy, name: str, new: str) -> LibraryEntry:
    """Give a mechanism that nobody uses another name.

    Args:
        study: The study, open for changes.
        name: Its name.
        new: The name that it is to have.

    Raises:
        OperatorError: It is in use.
        UsageError: There is no such mechanism, or the name is not possible.
    """
    entry = _changeable(study, name)
    if new != name:
        require_name(study, new, but=name)
        study.store.learned.rename_mechanism(entry.sha256, new)
    return next(each for each in library(study) if each.sha256 == entry.sha256)


def remove(study: ReadOnlyStudy, name: str) -> None:
    """Take a mechanism that nobody uses out of the library.

    Raises:
        OperatorError: It is in use.
        UsageError: There is no such mechanism.
    """
    study.store.learned.remove_mechanism(_changeable(study, name).sha256)


def _changeable(study: ReadOnlyStudy, name: str) -> LibraryEntry:
    entries = {entry.name: entry for entry in library(study)}
    if name not in entries:
        raise UsageError(
            "There is no mechanism {name}; the study has: {known}.",
            name=name,
            known=", ".join(entries),
        )
    why = why_it_stays(study, entries[name])
    if why is not None:
        raise OperatorError.of(why)
    return entries[name]
