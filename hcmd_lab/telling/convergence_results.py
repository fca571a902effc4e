"""What CONVERGENCE has found and what follows for the study, in sentences."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import NEGLIGIBLE, ConvergenceResult, Improvement
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.telling.mechanism_names import theta
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.statistics import with_interval
from hcmd_lab.telling.translate import translate


def recommended(recommendation: Recommendation, iteration: int) -> str:
    """The recommendation after an iteration's CONVERGENCE, in one sentence."""
    match recommendation:
        case Recommendation.GO_ON:
            return translate("Continue with iteration {iteration}.", iteration=iteration + 1)
        case Recommendation.GO_ON_AS_ASKED:
            return translate(
                "Continue with iteration {iteration}, as the study's settings ask for more "
                "iterations.",
                iteration=iteration + 1,
            )
        case Recommendation.STOP:
            return translate("Stop training: let new participants compare mechanisms by vote.")
        case Recommendation.STOP_AT_LAST:
            return translate(
                "The last iteration is done: let new participants compare mechanisms by vote."
            )
        case Recommendation.NOTHING:
            return translate(
                "Nothing more to do: new participants have compared the mechanisms by vote."
            )
        case _:
            assert_never(recommendation)


def recommended_in_brief(recommendation: Recommendation) -> str:
    """The recommendation in a word or two."""
    match recommendation:
        case Recommendation.GO_ON | Recommendation.GO_ON_AS_ASKED:
            return translate("Continue")
        case Recommendation.STOP:
            return translate("Stop")
        case Recommendation.STOP_AT_LAST:
            return translate("Last iteration")
        case Recommendation.NOTHING:
            return translate("Compared")
        case _:
            assert_never(recommendation)


def advantage(result: ConvergenceResult, names: Sequence[str] = ()) -> str:
    """The newest mechanism's advantage over the one before, in one sentence."""
    if result.advantage.low == result.advantage.high == 0:  # no game of any model ended otherwise
        return translate(
            "It plays as {before} does: votes between the two would be even.",
            before=theta(result.compared_with, names),
        )
    return translate(
        "Against {before} it would win {share} of the votes.",
        before=theta(result.compared_with, names),
        share=with_interval(_share(result.advantage), 0.5 + NEGLIGIBLE),
    )


def more_groups(result: ConvergenceResult) -> str:
    """What more groups would tell of the advantage, in one sentence; empty if it is not known."""
    if result.doubled is None:
        return ""
    widths = (100 * (each.high - each.low) for each in (result.advantage, result.doubled))
    now, then = (number(width, 1) for width in widths)
    if now == then:  # both as wide as an interval of shares can be
        return ""
    return translate(
        "With twice as many groups this interval would be about {then} percentage points wide "
        "instead of {now}.",
        then=then,
        now=now,
    )


def _share(advantage: Interval) -> Interval:
    """The share of votes behind an advantage."""
    return Interval(
        estimate=0.5 + advantage.estimate, low=0.5 + advantage.low, high=0.5 + advantage.high
    )


def reasons(result: ConvergenceResult, names: Sequence[str] = ()) -> str:
    """CONVERGENCE's results, in sentences."""
    said = [_improvement(result, names)]
    if not _kept(result):  # nothing is compared with itself
        said.append(advantage(result, names))
    match result.improvement:
        case Improvement.NEGLIGIBLE if result.advantage.high >= 0:
            said.append(translate("That is too little to be worth another iteration."))
        case Improvement.CUT_SHORT:
            said.append(
                translate(
                    "Its training was shortened or refused, so this does not tell what could still "
                    "be won."
                )
            )
        case Improvement.UNDECIDED:
            said.append(more_groups(result))
        case (
            Improvement.NEGLIGIBLE
            | Improvement.IMPROVES
            | Improvement.BEATEN
            | Improvement.UNPROVEN
        ):
            pass
        case _:
            assert_never(result.improvement)
    if result.cycles:
        said.append(translate("Some mechanisms beat each other in a cycle."))
    return " ".join(filter(None, said))


def _kept(result: ConvergenceResult) -> bool:
    """Whether training kept the mechanism that it began with."""
    is_the_same = result.advantage.low == result.advantage.high == 0
    return result.improvement is Improvement.CUT_SHORT and is_the_same


def _improvement(result: ConvergenceResult, names: Sequence[str]) -> str:
    mechanism = theta(len(result.nash) - 1, names)
    match result.improvement:
        case Improvement.IMPROVES:
            return translate(
                "By the newest models, {mechanism} beats every earlier mechanism with confidence.",
                mechanism=mechanism,
            )
        case Improvement.CUT_SHORT if _kept(result):
            return translate(
                "Training kept {before}, the mechanism that it began with.",
                before=theta(result.compared_with, names),
            )
        case Improvement.NEGLIGIBLE | Improvement.CUT_SHORT if result.advantage.high < 0:
            return translate(
                "By the newest models, {mechanism} is behind the mechanism it was trained from, "
                "with confidence.",
                mechanism=mechanism,
            )
        case Improvement.NEGLIGIBLE | Improvement.CUT_SHORT:
            return translate(
                "By the newest models, {mechanism} is less than one percentage point ahead of the "
                "mechanism it was trained from, with confidence.",
                mechanism=mechanism,
            )
        case Improvement.BEATEN:
            return translate(
                "By the newest models, {mechanism} does not beat every earlier mechanism: with "
                "confidence it is behind {others}.",
                mechanism=mechanism,
                others=_listed(result.beaten_by, names),
            )
        case Improvement.UNDECIDED:
            return translate(
                "The models do not know people well enough to tell whether {mechanism} beats "
                "{others}.",
                mechanism=mechanism,
                others=_listed(result.open_against, names),
            )
        case Improvement.UNPROVEN:
            return translate(
                "By the newest models, {mechanism} does not beat every earlier mechanism with "
                "confidence.",
                mechanism=mechanism,
            )
        case _:
            assert_never(result.improvement)


def _listed(iterations: Sequence[int], names: Sequence[str]) -> str:
    """The mechanisms of some iterations, each once: a step may have kept that of another."""
    return ", ".join(dict.fromkeys(theta(each, names) for each in iterations))


def verdict(
    result: ConvergenceResult, recommendation: Recommendation, names: Sequence[str] = ()
) -> str:
    """The recommendation after CONVERGENCE, with reasons."""
    return f"{recommended(recommendation, len(result.nash) - 1)} {reasons(result, names)}"
