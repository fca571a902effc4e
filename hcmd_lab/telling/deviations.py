"""Departures from a registered plan, in words."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.study.deviations import Deviation, DeviationKind
from hcmd_lab.telling import counts
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import estimand, test_in_words
from hcmd_lab.vote_plan import VotePlan


def deviations_in_words(found: Sequence[Deviation]) -> list[str]:
    """Every departure from the plan; one sentence that there is none."""
    if not found:
        return [translate("Nothing departs from the plan so far.")]
    return [_deviation(each) for each in found]


def _deviation(found: Deviation) -> str:
    values = {"planned": _value(found.planned), "found": _value(found.found)}
    match found.kind:
        case DeviationKind.LATE:
            return translate(
                "The plan was frozen after {n} group(s) of the comparison had played.",
                n=found.found,
            )
        case DeviationKind.CHANGED:
            return translate(
                "{name} was planned as {planned} and is {found} now.", name=found.name, **values
            )
        case DeviationKind.JUDGED:
            return translate(
                "The votes were to be judged by {planned}, and were judged by {found}.", **values
            )
        case DeviationKind.COUNTED:
            return translate(
                "{planned} groups were planned, and the votes of {found} were counted.", **values
            )
        case DeviationKind.EARLY:
            return translate(
                "The votes were counted when {found} of {planned} planned groups had played.",
                **values,
            )
        case DeviationKind.BASELINE:
            return translate(
                "The mechanism was to be compared with {planned}, and was compared with {found}.",
                planned=in_sentence(str(found.planned)),
                found=in_sentence(str(found.found)),
            )
        case DeviationKind.SET_ASIDE:
            return translate(
                "{n} group(s) that had played a comparison (was|were) set aside: the study went "
                "back.",
                n=found.found,
            )
        case DeviationKind.ALTERED:
            return translate(
                "The frozen plan was altered: its hash was {planned} and is {found}.", **values
            )
        case (
            DeviationKind.CONTRAST_ADDED
            | DeviationKind.CONTRAST_DROPPED
            | DeviationKind.CONTRAST_GROUPS
        ):
            return _of_contrast(found)
        case _:
            assert_never(found.kind)


def _of_contrast(found: Deviation) -> str:
    if found.contrast is None:
        raise ValueError(f"{found.kind} names no contrast")
    sides = {
        "mechanism": in_sentence(found.contrast.mechanism),
        "other": in_sentence(found.contrast.other),
    }
    if found.kind is DeviationKind.CONTRAST_GROUPS:
        return translate(
            "The contrast of {mechanism} with {other} was planned with {planned} and has {found} "
            "now.",
            planned=counts.groups(int(str(found.planned))),
            found=counts.groups(int(str(found.found))),
            **sides,
        )
    if found.kind is DeviationKind.CONTRAST_DROPPED:
        return translate(
            "The contrast of {mechanism} with {other} was in the plan and was dropped.", **sides
        )
    if found.counted:
        return translate(
            "The contrast of {mechanism} with {other} was not in the plan; it was planned after "
            "the votes of {n} other contrast(s) had been counted.",
            n=found.counted,
            **sides,
        )
    return translate("The contrast of {mechanism} with {other} was not in the plan.", **sides)


def _value(value: object) -> str:
    """A value of the plan, as it is written in settings."""
    if isinstance(value, VotePlan):
        return translate("{test} ({estimand})", test=test_in_words(value), estimand=estimand(value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)
