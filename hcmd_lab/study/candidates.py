"""Mechanisms that can come into a study's library, made or read but not stored yet.

Making one reads the study alone, so that a thread may do it beside the study's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.insight.condition import condition, play_counts
from hcmd_lab.insight.distill import distill
from hcmd_lab.insight.rule import Rule, fidelity
from hcmd_lab.insight.rule_table import freeze_rules
from hcmd_lab.storage.mechanism_file import read_mechanism
from hcmd_lab.storage.store import Store
from hcmd_lab.study.library import MechanismKind, fitting_name, require_name
from hcmd_lab.study.reader import ReadOnlyStudy


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mechanism that is to come into the library.

    Attributes:
        table: Its table, with the name that it is to have.
        kind: Where it comes from.
        found: What else is known of its origin.
    """

    table: FrozenPolicy
    kind: MechanismKind
    found: Mapping[str, object]


def family_member(
    study: ReadOnlyStudy, own_weight: float, relative_weight: float, name: str = ""
) -> Candidate:
    """A member of the family of closed forms.

    Args:
        study: The study.
        own_weight: Weight of a seat's own term, in [0, 1].
        relative_weight: Weight of the relative form, in [0, 1].
        name: Its name; by default it says the weights.

    Raises:
        UsageError: A weight or the name is not possible.
    """
    for what, weight in (("own_weight", own_weight), ("relative_weight", relative_weight)):
        if not 0 <= weight <= 1:
            raise UsageError(
                "{what} must lie between 0 and 1, not {weight}.", what=what, weight=weight
            )
    name = name or family_name(own_weight, relative_weight)
    require_name(study, name)
    table = freeze(ClosedForm(name, own_weight, relative_weight), study.game)
    found = {"own_weight": own_weight, "relative_weight": relative_weight}
    return Candidate(table, MechanismKind.FAMILY, found)


def family_name(own_weight: float, relative_weight: float) -> str:
    """The usual name of a member of the family."""
    return f"own {own_weight} relative {relative_weight}"


def rule_of(study: ReadOnlyStudy, of: str | None = None, name: str = "") -> Candidate:
    """The readable rule of a mechanism, frozen as a table; takes a second or two.

    The rule is distilled as it is in the study's explanation: profiles count as often as groups of
    the study have played them, and where too few have, all alike.

    Args:
        study: The study.
        of: Name of the mechanism; None for the newest.
        name: Name of the rule; by default it says whose rule it is.

    Raises:
        OperatorError: There is no such mechanism.
        UsageError: The name is not possible.
    """
    policy = study.mechanisms.table(of)
    name = name or rule_name(policy.name)
    require_name(study, name)
    table, found = distilled(study, policy, name)
    return Candidate(table, MechanismKind.RULE, found)


def rule_name(of: str) -> str:
    """The usual name of a mechanism's rule."""
    return f"rule_of_{of}"[:64]


def distilled(
    study: ReadOnlyStudy, policy: FrozenPolicy, name: str
) -> tuple[FrozenPolicy, dict[str, object]]:
    """The rule of a mechanism as a table, with what is to be kept about it."""
    played = play_counts(study.shown_groups(), policy.name, policy.game)
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


def from_file(study: ReadOnlyStudy, path: Path, name: str = "") -> Candidate:
    """A mechanism from a CSV table.

    Args:
        study: The study.
        path: The file.
        name: Its name; by default the file's.

    Raises:
        UsageError: Something in the file is wrong, or the name is not possible.
    """
    name = name or fitting_name(path.stem)
    require_name(study, name)
    read = read_mechanism(path, study.game, name)
    found = {"file": path.name, "given": read.given, "completed": read.completed}
    return Candidate(read.table, MechanismKind.FILE, found)


def from_study(
    study: ReadOnlyStudy, folder: Path, of: str | None = None, name: str = ""
) -> Candidate:
    """A mechanism of another study, from its folder.

    Args:
        study: The study.
        folder: The other study's folder; it may be open elsewhere.
        of: Name of the mechanism there; None for the newest.
        name: Its name here; by default it says from where it is.

    Raises:
        OperatorError: There is no such study or mechanism, or it is of another game.
        UsageError: The name is not possible.
    """
    with Store.read(folder) as store:
        other = ReadOnlyStudy(store)
        table = other.mechanisms.table(of)
        rows = {row.sha256: row.provenance for row in store.learned.mechanisms()}
        settings = other.settings
    return foreign(
        study, table, rows.get(table.sha256, {}), settings.name, name, simulated=settings.simulated
    )


def foreign(
    study: ReadOnlyStudy,
    table: FrozenPolicy,
    provenance: Mapping[str, object],
    of_study: str,
    name: str = "",
    *,
    simulated: bool,
) -> Candidate:
    """A mechanism of another study that has been read.

    Args:
        study: The study.
        table: The mechanism, with its name there.
        provenance: What is known there of its origin.
        of_study: The other study's name.
        name: Its name here; by default it says from where it is.
        simulated: Whether the other study is one of simulated participants.

    Raises:
        UsageError: It is of another game, or the name is not possible.
    """
    name = name or fitting_name(f"{table.name} of {of_study}")
    require_name(study, name)
    if table.game != study.game:
        raise UsageError(
            "The mechanism {name} of the study “{study}” was made for a different game; choose a "
            "study of this game.",
            name=table.name,
            study=of_study,
        )
    renamed = FrozenPolicy(name, table.game, table.tables, table.checkpoint)
    found = {
        "study": of_study,
        "name_there": table.name,
        "simulated": simulated,
        "provenance_there": dict(provenance),
    }
    return Candidate(renamed, MechanismKind.STUDY, found)
