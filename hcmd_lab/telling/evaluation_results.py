"""What EVALUATE has found, in sentences.

The conclusion itself is data: `preferred` of its result.
"""

from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.telling.library import contrast_name, contrast_standing
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.study_log import planned_late
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import evaluation_figures


def evaluated(result: EvaluateResult, *, simulated: bool) -> str:
    """EVALUATE's result in two sentences."""
    return f"{conclusion(result, simulated=simulated)} {evaluation_figures(result)}"


def conclusion(result: EvaluateResult, *, simulated: bool) -> str:
    """The preferred mechanism, in one sentence."""
    names = {
        "mechanism": in_sentence(result.mechanism),
        "baseline": in_sentence(result.baseline),
    }
    match result.preferred:
        case Preferred.UNDECIDED if simulated:
            return translate(
                "The votes of simulated participants do not decide between {mechanism} and "
                "{baseline}.",
                **names,
            )
        case Preferred.UNDECIDED:
            return translate("The votes do not decide between {mechanism} and {baseline}.", **names)
        case Preferred.MECHANISM:
            preferred, other = names["mechanism"], names["baseline"]
        case Preferred.BASELINE:
            preferred, other = names["baseline"], names["mechanism"]
        case _:
            assert_never(result.preferred)
    if simulated:
        return translate(
            "Simulated participants preferred {preferred} to {other}.",
            preferred=preferred,
            other=other,
        )
    return translate("People preferred {preferred} to {other}.", preferred=preferred, other=other)


def contrast_told(contrast: Contrast, *, simulated: bool) -> str:
    """A contrast with its conclusion, or with what it waits for."""
    told = contrast_outcome(contrast, simulated=simulated)
    return f"{contrast.number}. {contrast_name(contrast)}: {told}"


def contrast_outcome(contrast: Contrast, *, simulated: bool) -> str:
    """The conclusion of a contrast, or what it waits for; and whether it was planned late."""
    told = (
        contrast_standing(contrast)
        if contrast.result is None
        else evaluated(contrast.result, simulated=simulated)
    )
    return f"{told} {planned_late(contrast.counted_before)}".rstrip()
