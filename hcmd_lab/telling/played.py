"""What groups of ACQUIRE played and who they were, in sentences that hold for imported ones too."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.game.acquisition import Acquire, Variation
from hcmd_lab.game.played import UNKNOWN_MECHANISM, PlayedGroup
from hcmd_lab.telling.numbers import significant
from hcmd_lab.telling.translate import translate


def imported(played: Sequence[PlayedGroup]) -> int:
    """How many of the groups were played elsewhere."""
    return sum(group.source == "imported" for group in played)


def simulated_mark(played: Sequence[PlayedGroup]) -> tuple[str, str]:
    """The notice of a study of simulated participants: title and sentence.

    Args:
        played: The groups of its ACQUIRE. Groups can be imported into such a study as well, and
            nobody here knows whether people or programs played them.
    """
    title = translate("Simulated participants")
    if (n := imported(played)) == 0:
        return title, translate(
            "Every decision and vote in this report was made by a simulation. It shows how the "
            "method works; it is not evidence about people."
        )
    return title, translate(
        "What simulated participants do shows how the method works; it is not evidence about "
        "people. {n} group(s) of this report (was|were) imported: who played there is not known to "
        "the program.",
        n=n,
    )


def participants(played: Sequence[PlayedGroup], *, simulated: bool) -> str:
    """Who took part in the study, in a few words."""
    who = translate("simulated") if simulated else translate("people")
    if (n := imported(played)) == 0:
        return who
    return translate("{who}; {n} group(s) imported", who=who, n=n)


def acquired(acquire: Acquire, played: Sequence[PlayedGroup]) -> str:
    """What the groups of ACQUIRE play before they vote."""
    elsewhere = imported(played)
    told = [] if played and elsewhere == len(played) else [_played_here(acquire)]
    if elsewhere:
        told.append(
            translate(
                "{n} group(s) (was|were) imported; what divided the fund there, only (its|their) "
                "file says.",
                n=elsewhere,
            )
        )
    return " ".join(told)


def _played_here(acquire: Acquire) -> str:
    match acquire:
        case Acquire.PAPER:
            return translate(
                "In each iteration new groups play the newest mechanism in both stages (ACQUIRE)."
            )
        case Acquire.INFORMATIVE:
            return translate(
                "In each iteration new groups play the newest mechanism in one stage and a "
                "variation of it in the other (ACQUIRE): the weight of seat 1 times {more} or "
                "{less}. The order is drawn among those used least so far.",
                more=significant(Variation.HEAD_MORE.factor, 2),
                less=significant(Variation.HEAD_LESS.factor, 2),
            )
        case _:
            assert_never(acquire)


def not_learned(late: int) -> str:
    """How many groups came too late for a MODEL of their iteration."""
    return translate(
        "{n} of the groups acquired came after MODEL of (its|their) iteration, which has not "
        "learned from (it|them).",
        n=late,
    )


def stages_played(played: Sequence[PlayedGroup]) -> str:
    """Which mechanisms the stages were played with; empty where groups differ, or it is unknown."""
    by_stage = [{stage.stage: stage.mechanism for stage in group.stages} for group in played]
    known = all(
        set(names) == {1, 2, 3} and UNKNOWN_MECHANISM not in names.values() for names in by_stage
    )
    if not known:
        return ""
    if all(len(set(names.values())) == 1 for names in by_stage):
        return translate(
            "Stages 1 and 2 were played with the same mechanism, as was stage 3 after the vote."
        )
    if all(names[1] != names[2] and names[3] in (names[1], names[2]) for names in by_stage):
        return translate(
            "Each group compared two mechanisms in stages 1 and 2, and played stage 3 with the one "
            "that won its vote."
        )
    return ""
