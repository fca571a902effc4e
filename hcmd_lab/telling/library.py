"""The library of mechanisms and the contrasts in words."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.library import LibraryEntry, MechanismKind
from hcmd_lab.telling.numbers import number, percent, whole
from hcmd_lab.telling.statistics import share
from hcmd_lab.telling.translate import translate

_STEPS = {"initialise", "optimize"}


def kind_in_words(kind: MechanismKind) -> Sentence:
    """What kind of mechanism it is, in a word or two."""
    match kind:
        case MechanismKind.TRAINED:
            return Sentence("Trained")
        case MechanismKind.EARLIER:
            return Sentence("Trained earlier")
        case MechanismKind.CLOSED_FORM:
            return Sentence("Closed form")
        case MechanismKind.VARIATION:
            return Sentence("Variation")
        case MechanismKind.FAMILY:
            return Sentence("Member of the family")
        case MechanismKind.RULE:
            return Sentence("Readable rule")
        case MechanismKind.FILE:
            return Sentence("Table from a file")
        case MechanismKind.STUDY:
            return Sentence("Another study's")
        case MechanismKind.OTHER:
            return Sentence("Another")
        case _:
            assert_never(kind)


def source_in_words(entry: LibraryEntry) -> str:
    """Where a mechanism of the library comes from, in one sentence."""
    found = entry.provenance
    match entry.kind:
        case MechanismKind.EARLIER:
            return translate(
                "Trained by OPTIMIZE in iteration {iteration}; the study does not use it any more: "
                "the step was taken again, or the study went back.",
                iteration=int(found["iteration"]),
            )
        case MechanismKind.TRAINED:
            return _trained(found.get("step"), found.get("iteration"), "origin" in found)
        case MechanismKind.CLOSED_FORM:
            return translate("One of the closed forms that every study has.")
        case MechanismKind.VARIATION:
            return translate(
                "Made for ACQUIRE from the mechanism of iteration {iteration}: the weight of seat "
                "1 times {factor}.",
                iteration=int(found["iteration"]),
                factor=number(float(found["head_weight"]), 2),
            )
        case MechanismKind.FAMILY:
            return translate(
                "own_weight {own}, relative_weight {relative}.",
                own=number(float(found["own_weight"]), 3),
                relative=number(float(found["relative_weight"]), 3),
            )
        case MechanismKind.RULE:
            alike = [float(each["fund_alike"]) for each in found["rules"]]
            return translate(
                "The rule that describes {mechanism} best; the two divide {low} to {high} of the "
                "fund alike, depending on the condition.",
                mechanism=spoken_name(str(found["of"])),
                low=share(min(alike)),
                high=share(max(alike)),
            )
        case MechanismKind.FILE:
            return translate(
                "From the file {file}: {given} profiles given, {completed} completed.",
                file=found["file"],
                given=number(int(found["given"])),
                completed=number(int(found["completed"])),
            )
        case MechanismKind.STUDY:
            values = {
                "mechanism": spoken_name(str(found["name_there"])),
                "study": str(found["study"]),
            }
            if found["simulated"]:
                return translate(
                    "{mechanism} of the study “{study}”, which is simulated.", **values
                )
            return translate("{mechanism} of the study “{study}”.", **values)
        case MechanismKind.OTHER:
            return translate("Kept in the study by another version or another part of the program.")
        case _:
            assert_never(entry.kind)


def contrast_name(contrast: Contrast) -> str:
    """The two mechanisms of a contrast, as a heading."""
    named = translate(
        "{mechanism} against {other}",
        mechanism=spoken_name(contrast.mechanism),
        other=spoken_name(contrast.other),
    )
    return named if named.startswith("θ") else named[:1].upper() + named[1:]


def contrast_progress(contrast: Contrast) -> str:
    """How many groups of a contrast have played, in one sentence."""
    return translate(
        "{played} of {n} group(s) played so far.", played=contrast.played, n=contrast.target
    )


def contrast_standing(contrast: Contrast) -> str:
    """What a contrast without a result waits for, in one sentence."""
    if contrast.is_ready:
        return translate("All of its groups have played; EVALUATE has not counted their votes.")
    return contrast_progress(contrast)


def many_tests(contrasts: Sequence[Contrast]) -> str:
    """What several tests at one level mean, in one sentence; empty for a single contrast."""
    if len(contrasts) < 2:
        return ""
    return translate(
        "Each contrast is tested at a level of {level}, which is not corrected for their number: "
        "if nobody preferred anything, at least one of {n} would seem decided with a chance of up "
        "to {chance}.",
        level=percent(LEVEL),
        n=whole(len(contrasts)),
        chance=percent(1 - (1 - LEVEL) ** len(contrasts)),
    )


def _trained(step: object, iteration: object, has_origin: bool) -> str:
    if step not in _STEPS or not isinstance(iteration, int):
        return translate("Trained in this study.")
    if iteration:
        return translate("Trained in iteration {iteration}.", iteration=iteration)
    if has_origin:
        return translate("The first mechanism, taken from another study.")
    return translate("The first mechanism, a random network.")
