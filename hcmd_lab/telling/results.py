"""Results and conclusions in sentences.

The conclusions themselves are data: `preferred` of EVALUATE's result, the `Recommendation` after
CONVERGENCE. What is said of them is said here alone; every surface quotes it.
"""

import math
from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.modelled import Against, CrossEntropies, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Origin
from hcmd_lab.jobs.trained import (
    NEGLIGIBLE,
    ConvergenceResult,
    Improvement,
    InitialiseResult,
    OptimizeResult,
)
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling import counts
from hcmd_lab.telling.checks import came_true, checked
from hcmd_lab.telling.library import contrast_name, contrast_standing
from hcmd_lab.telling.mechanism_names import device_name, in_sentence, theta
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.statistics import nats, share, with_interval
from hcmd_lab.telling.study_log import planned_late
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import evaluation_figures

TELLS_NOTHING = 0.5
"""Width of an interval of a share beyond which the estimate in its middle is but a guess."""


def headline(report: StudyReport) -> str:
    """The main result in one sentence."""
    if report.evaluations:
        return " ".join(evaluated(each, simulated=report.simulated) for each in report.evaluations)
    trained = [step for step in report.iterations if step.optimize is not None]
    if trained and trained[-1].optimize is not None:
        last = trained[-1].iteration
        return " ".join(
            [
                expected_of(trained[-1].optimize, last, report.trained_names),
                translate("EVALUATE has not yet counted votes of new participants."),
            ]
        )
    played = sum(step.groups for step in report.iterations)
    return translate(
        "{n} group(s) (has|have) played so far; no mechanism has been trained yet.", n=played
    )


def result_in_words(
    result: Result,
    iteration: int,
    *,
    simulated: bool,
    recommendation: Recommendation | None = None,
    origin: Origin | None = None,
    names: Sequence[str] = (),
) -> str:
    """A step's result in a few sentences.

    Args:
        result: Result of the step.
        iteration: The study's iteration.
        simulated: Whether simulated participants play in it.
        recommendation: After CONVERGENCE, what to do.
        origin: Origin of the first mechanism, if from another study.
        names: Names of the trained mechanisms by iteration, as for `theta`.
    """
    match result:
        case InitialiseResult():
            return first_mechanism(origin)
        case ModelResult():
            return modelled(result)
        case OptimizeResult():
            return f"{expected_of(result, iteration, names)} {training_speed(result)}"
        case ConvergenceResult():
            if recommendation is None:
                return reasons(result, names)
            return verdict(result, recommendation, names)
        case EvaluateResult():
            return evaluated(result, simulated=simulated)
        case ForeseeResult():
            return translate(
                "The models have played the mechanism; the gate says what they expect."
            )
        case _:
            assert_never(result)


def first_mechanism(origin: Origin | None) -> str:
    """INITIALISE's result in one sentence."""
    if origin is None:
        return translate("The first mechanism is random.")
    if origin.simulated:
        return translate(
            "The first mechanism comes from “{study}”, which is simulated.", study=origin.study
        )
    return translate("The first mechanism comes from “{study}”.", study=origin.study)


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


def model_in_words(model: ModelResult) -> str:
    """A cross-entropy expressed as a probability."""
    right = share(math.exp(-model.contribution.held_out))
    uniform = model.contribution.references.get("uniform")
    if uniform is None:
        return translate(
            "Fitted to a part of the groups, the newest model gave each contribution of the others "
            "a probability of {right} (geometric mean).",
            right=right,
        )
    return translate(
        "Fitted to a part of the groups, the newest model gave each contribution of the others a "
        "probability of {right} (geometric mean), where a uniform guess gives {guess}.",
        right=right,
        guess=share(math.exp(-uniform)),
    )


def is_better_than_guessing(found: CrossEntropies) -> bool:
    """Whether a model beats every simple reference, beyond what the choice of groups explains."""
    return found.against(found.references) is Against.BETTER


def modelled(result: ModelResult) -> str:
    """MODEL's data and predictive performance, in sentences."""
    said = [
        translate(
            "Fitted to {decisions} and {votes} of {groups}; model size {size}, {epochs}.",
            decisions=counts.decisions(result.decisions),
            votes=counts.votes(result.votes),
            groups=counts.groups(result.groups),
            size=f"{result.linear_size}/{result.lstm_size}",
            epochs=counts.epochs(result.epochs),
        ),
        pretrained(result.pretrained),
        _against_guesses(result.contribution, translate("Contributions")),
    ]
    if result.votes:
        said.append(_against_guesses(result.vote, translate("Votes")))
    return " ".join(filter(None, [*said, came_true(result.checks), checked(result.features)]))


def pretrained(groups: int) -> str:
    """Whom the models of contributions knew before the study's groups; empty if nobody.

    Args:
        groups: Simulated groups.
    """
    if not groups:
        return ""
    return translate(
        "The models of contributions had first learned to predict {n} simulated group(s): what the "
        "study’s groups leave open, they take from those.",
        n=groups,
    )


def _against_guesses(found: CrossEntropies, what: str) -> str:
    values = {
        "what": what,
        "model": nats(found.held_out),
        "guess": nats(min(found.references.values())),
    }
    if not found.leads:
        return translate(
            "{what}: {model} nats on groups left out, where the best simple rule has {guess}; the "
            "error of this difference is not known.",
            **values,
        )
    stands = found.against(found.references)
    match stands:
        case Against.BETTER:
            return translate(
                "{what}: predicted better than by every simple rule that was tried ({model} "
                "against {guess} nats).",
                **values,
            )
        case Against.WORSE:
            return translate(
                "{what}: predicted worse than by a simple rule ({model} against {guess} nats).",
                **values,
            )
        case Against.OPEN:
            return translate(
                "{what}: these groups do not tell whether they are predicted better than by a "
                "simple rule ({model} against {guess} nats).",
                **values,
            )
        case _:
            assert_never(stands)


def training_speed(result: OptimizeResult) -> str:
    """OPTIMIZE's computing effort, in one sentence."""
    return translate(
        "{updates} at {ms} ms each on {device}; the gradient's signal-to-noise ratio ended at "
        "{noise}.",
        updates=counts.updates(result.updates),
        ms=number(result.ms_per_update, 1),
        device=device_name(result.device),
        noise=number(result.signal_to_noise, 2),
    )


def expected_of(result: OptimizeResult, iteration: int, names: Sequence[str] = ()) -> str:
    """The vote share that OPTIMIZE expects for its mechanism, as `expected_share`."""
    return expected_share(result.vote_share, iteration, result.against, result.kept_at, names)


def expected_share(
    won: Interval,
    iteration: int,
    against: int | None,
    kept_at: int | None,
    names: Sequence[str] = (),
) -> str:
    """The vote share OPTIMIZE expects for its mechanism, and whether a step was rejected.

    Args:
        won: The share.
        iteration: Of the mechanism.
        against: Of the mechanism that it was trained from; None for the one before.
        kept_at: Updates after which the mechanism was kept; None for the whole way.
        names: Names of the trained mechanisms by iteration, as for `theta`.
    """
    before = iteration - 1 if against is None else against
    said = _expected(won, theta(iteration, names), theta(before, names), kept_at)
    if before == iteration - 1:
        return said
    rejected = translate(
        "It was trained from {before} again: the newest models expect {rejected} to lose against "
        "it.",
        before=theta(before, names),
        rejected=theta(iteration - 1, names),
    )
    return f"{said} {rejected}"


def _expected(won: Interval, mechanism: str, before: str, kept_at: int | None) -> str:
    names = {"mechanism": mechanism, "before": before}
    if kept_at == 0:
        return translate(
            "{before} was kept: the models’ verdict on no step was better.", before=before
        )
    said = translate(
        "{mechanism} is expected to win {share} of the votes against {before}.",
        share=with_interval(won),
        **names,
    )
    if won.high - won.low > TELLS_NOTHING:
        said += " " + translate(
            "So wide an interval tells next to nothing; it narrows with groups that vote between "
            "different mechanisms."
        )
    if kept_at is None:
        return said
    shortened = translate(
        "The step was shortened to {kept}, where the models’ verdict was best.",
        kept=counts.updates(kept_at),
    )
    return f"{said} {shortened}"


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
    now, then = (100 * (each.high - each.low) for each in (result.advantage, result.doubled))
    return translate(
        "With twice as many groups this interval would be about {then} percentage points wide "
        "instead of {now}.",
        then=number(then, 1),
        now=number(now, 1),
    )


def _share(advantage: Interval) -> Interval:
    """The share of votes behind an advantage."""
    return Interval(
        estimate=0.5 + advantage.estimate, low=0.5 + advantage.low, high=0.5 + advantage.high
    )


def reasons(result: ConvergenceResult, names: Sequence[str] = ()) -> str:
    """CONVERGENCE's results, in sentences."""
    said = [_improvement(result, names), advantage(result, names)]
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
    return " ".join(said)


def _improvement(result: ConvergenceResult, names: Sequence[str]) -> str:
    mechanism = theta(len(result.nash) - 1, names)
    match result.improvement:
        case Improvement.IMPROVES:
            return translate(
                "By the newest models, {mechanism} beats every earlier mechanism with confidence.",
                mechanism=mechanism,
            )
        case Improvement.CUT_SHORT if result.advantage.low == result.advantage.high:
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
    """The mechanisms of some iterations."""
    return ", ".join(theta(each, names) for each in iterations)


def verdict(
    result: ConvergenceResult, recommendation: Recommendation, names: Sequence[str] = ()
) -> str:
    """The recommendation after CONVERGENCE, with reasons."""
    return f"{recommended(recommendation, len(result.nash) - 1)} {reasons(result, names)}"
