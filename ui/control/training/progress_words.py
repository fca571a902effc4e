"""Training steps and their progress in words."""

from typing import assert_never

from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.status import Step
from hcmd_lab.telling import counts
from hcmd_lab.telling.numbers import percent, whole
from hcmd_lab.telling.times import time_left
from hcmd_lab.telling.translate import translate
from ui.control.training.history import TrainingHistory

COMPUTED = (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
"""Steps whose results are looked at, in the order of the loop."""

WITH_COURSE = frozenset({Step.MODEL, Step.OPTIMIZE})
"""Of these there is something to see before they have a result."""

_EXPLANATIONS = {
    Step.INITIALISE: Sentence(
        "The first mechanism is random, unless the study starts from another study's mechanism. "
        "It takes a moment, and sessions follow."
    ),
    Step.MODEL: Sentence(
        "Fits two models to everything played so far: how people contribute and how they vote."
    ),
    Step.OPTIMIZE: Sentence(
        "Trains the mechanism by self-play, so that the modelled participants vote for it."
    ),
    Step.CONVERGENCE: Sentence(
        "Compares all mechanisms so far and checks whether another iteration is worth it."
    ),
    Step.EVALUATE: Sentence(
        "Counts the votes of new participants for one mechanism against another."
    ),
}

_PHASES = {
    JobPhase.CROSS_VALIDATION: Sentence("Cross-validation"),
    JobPhase.REFIT: Sentence("Fit to all groups"),
    JobPhase.VOTES: Sentence("Fit to the votes"),
    JobPhase.SELF_PLAY: Sentence("Self-play"),
    JobPhase.META_GAME: Sentence("Every mechanism meets every other"),
    JobPhase.COUNTING: Sentence("Counting votes"),
    JobPhase.FORESEEING: Sentence("Simulated games"),
    JobPhase.FREEZING: Sentence("Tables for sessions"),
}

_ALMOST = 0.99
"""The most that is said to be done of what still runs; it does not become 100% by rounding."""


def explanation(step: Step) -> str:
    """A step's purpose in a sentence."""
    return translate(_EXPLANATIONS[step])


def phase_text(progress: Progress) -> str:
    """Current activity in words."""
    words = translate(_PHASES[progress.phase])
    sizes = round(progress.metrics.get("sizes", 1))
    if progress.phase is JobPhase.CROSS_VALIDATION and sizes > 1:
        size = round(progress.metrics["size"])
        words += " · " + translate("model size {size} of {sizes}", size=size, sizes=sizes)
    return words


def is_counted(progress: Progress) -> bool:
    """Whether it is known how much of a step there is; votes are counted in one go."""
    return bool(progress.total) and progress.phase is not JobPhase.COUNTING


def share_done(step: Step, progress: Progress | None) -> float:
    """How much of a step that runs is done: of OPTIMIZE the training; never quite all."""
    if progress is None or not is_counted(progress):
        return 0.0
    if _makes_tables(step, progress):
        return _ALMOST
    return min(progress.step / progress.total, _ALMOST)


def share_in_words(step: Step, progress: Progress | None) -> str:
    """How much of a step that runs is done: of OPTIMIZE the training, then the tables."""
    if progress is None or not progress.total:
        return translate("{step} is starting", step=step.upper())
    if not is_counted(progress):
        return translate("{step}: {activity}", step=step.upper(), activity=phase_text(progress))
    if _makes_tables(step, progress):
        share = percent(min(progress.step / progress.total, _ALMOST))
        return translate(
            "{step}: trained, {share} of its tables for sessions done",
            step=step.upper(),
            share=share,
        )
    share = percent(share_done(step, progress))
    return translate("{step}: {share} done", step=step.upper(), share=share)


def _makes_tables(step: Step, progress: Progress) -> bool:
    return step is Step.OPTIMIZE and progress.phase is JobPhase.FREEZING


def done_text(history: TrainingHistory) -> str:
    """A step's progress and remaining time; empty before the first report."""
    progress = history.latest
    if progress is None:
        return ""
    done, total = whole(progress.step), progress.total
    if progress.phase is JobPhase.FREEZING:
        text = translate("{done} of {n} contribution profile(s)", done=done, n=total)
        return ", ".join(part for part in (text, time_left(history.pace.left_s)) if part)
    match history.step:
        case Step.OPTIMIZE:
            text = translate("{done} of {n} update(s)", done=done, n=total)
        case Step.MODEL:
            text = translate("{done} of at most {n} epoch(s)", done=done, n=total)
        case Step.CONVERGENCE:
            text = translate(
                "{done} of {n} mechanism(s) played, {pairs} compared",
                done=done,
                n=total,
                pairs=counts.pairs(round(progress.metrics.get("pairs", 0))),
            )
        case Step.INITIALISE | Step.ACQUIRE | Step.EVALUATE | Step.DONE:
            return ""
        case _:
            assert_never(history.step)
    return ", ".join(part for part in (text, time_left(history.pace.left_s)) if part)


def why_nothing(step: Step, iteration: int, *, is_next: bool) -> tuple[str, str]:
    """A title and a sentence for a step without a result.

    Args:
        step: One of `COMPUTED`.
        iteration: The study's iteration.
        is_next: Whether it may be computed now.
    """
    if is_next:
        return translate("{step} has no result yet", step=step.upper()), explanation(step)
    if step is Step.MODEL:
        first = translate("It is possible when the groups of this iteration have played.")
    elif step is Step.EVALUATE:
        first = translate("It is possible when new groups have compared mechanisms by vote.")
    else:
        before = COMPUTED[COMPUTED.index(step) - 1]
        first = translate("It is possible after {step}.", step=before.upper())
    title = translate(
        "{step} has no result in iteration {iteration}", step=step.upper(), iteration=iteration
    )
    return title, f"{explanation(step)} {first}"
