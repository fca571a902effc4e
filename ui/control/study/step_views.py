"""Captions of the steps in the loop diagram."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.study.status import Step
from hcmd_lab.telling import counts
from hcmd_lab.telling.convergence_results import advantage, recommended_in_brief
from hcmd_lab.telling.evaluation_results import conclusion
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.optimize_results import expected_of
from hcmd_lab.telling.statistics import interval, nats, share
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import estimand_in_words
from ui.control.study.step_words import LOOP, purpose
from ui.control.study.study_history import IterationStory, StudyStory
from ui.control.training.progress_words import is_counted, phase_text, share_done


class Standing(Enum):
    """A step's state of completion."""

    DONE = "done"
    NOW = "now"
    RUNNING = "running"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Running:
    """The step in progress.

    Attributes:
        step: The step that is played or computed.
        progress: Training's progress; None during a session or before the first report.
        is_session: Whether it is played; EVALUATE is played and, later, computed.
    """

    step: Step
    progress: Progress | None = None
    is_session: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """Content of a step's card.

    Attributes:
        step: Which.
        standing: Its state of completion.
        figure: The one thing to know about it.
        note: Meaning of the figure, or what the step is waiting for.
        share: Fraction done.
    """

    step: Step
    standing: Standing
    figure: str
    note: str
    share: float


def step_views(
    story: StudyStory, number: int, running: Running | None = None
) -> tuple[StepView, ...]:
    """The steps of one iteration of the loop, in drawing order.

    Args:
        story: The study.
        number: Which turn, 1 for the first.
        running: The step in progress in the current iteration.
    """
    turn = story.iterations[number - 1]
    is_present = number == story.now.iteration
    views = []
    for step in LOOP:
        view = None
        if is_present and running is not None and running.step is step:
            view = _running(story, turn, running)
        elif not (is_present and _comes_again(story, step)):
            view = _done(story, turn, step)
        if view is None and is_present and story.now.step is step:
            view = _now(story, turn, step)
        views.append(view or StepView(step, Standing.LATER, "", _waits_for(story, turn, step), 0))
    return tuple(views)


def _comes_again(story: StudyStory, step: Step) -> bool:
    """Whether the next step is one that has a result, or leads to one that has."""
    return story.now.step is step and story.now.again is Step.MODEL


def _done(story: StudyStory, turn: IterationStory, step: Step) -> StepView | None:
    """The view of a step that is finished in this iteration."""
    told: tuple[str, str] | None = None
    match step:
        case Step.ACQUIRE if turn.model is not None or (
            turn.groups >= turn.target and story.now.step is not Step.INITIALISE
        ):
            told = translate(counts.groups_of_planned(turn.groups, turn.target)), purpose(step)
        case Step.MODEL if turn.model is not None:
            fit = turn.model.contribution
            told = (
                translate("{nats} nats", nats=nats(fit.held_out)),
                translate(
                    "Per decision; the best simple rule has {nats}.",
                    nats=nats(min(fit.references.values())),
                ),
            )
        case Step.OPTIMIZE if turn.optimized is not None:
            told = (
                translate("Not changed")
                if turn.optimized.kept_at == 0
                else translate("{share} of votes", share=interval(turn.optimized.vote_share)),
                expected_of(turn.optimized, turn.number, turn.names),
            )
        case Step.CONVERGENCE if turn.compared is not None and turn.recommendation is not None:
            told = (
                recommended_in_brief(turn.recommendation),
                advantage(turn.compared, turn.names),
            )
        case Step.EVALUATE if story.now.step is Step.DONE and turn is story.iterations[-1]:
            told = _evaluated(story.evaluations, simulated=story.simulated)
        case Step.ACQUIRE | Step.MODEL | Step.OPTIMIZE | Step.CONVERGENCE | Step.EVALUATE:
            pass  # not finished
        case Step.INITIALISE | Step.DONE:
            pass  # not in the picture
        case _:
            assert_never(step)
    return None if told is None else StepView(step, Standing.DONE, *told, share=1.0)


def _evaluated(results: Sequence[EvaluateResult], *, simulated: bool) -> tuple[str, str]:
    conclusions = " ".join(conclusion(each, simulated=simulated) for each in results)
    if len(results) > 1:
        return translate("{n} contrast(s)", n=len(results)), conclusions
    (result,) = results
    figure = translate("{share} of votes", share=share(result.share.estimate))
    return figure, f"{conclusions} {estimand_in_words(result)}"


def _running(story: StudyStory, turn: IterationStory, running: Running) -> StepView:
    if running.is_session:
        now = _now(story, turn, running.step)
        note = translate("A session is running.")
        return StepView(running.step, Standing.RUNNING, now.figure, note, now.share)
    progress = running.progress
    share = share_done(running.step, progress)
    note = translate("Is being computed.") if progress is None else phase_text(progress)
    # How far a step that is continued has come is not known before its process tells.
    figure = percent(share) if progress is not None and is_counted(progress) else ""
    return StepView(running.step, Standing.RUNNING, figure, note, share)


def _now(story: StudyStory, turn: IterationStory, step: Step) -> StepView:
    groups, target = turn.groups, turn.target
    if step is Step.EVALUATE or (story.now.step is step and story.now.groups_target):
        groups, target = story.now.groups, story.now.groups_target
    if step is Step.ACQUIRE or (step is Step.EVALUATE and groups < target):
        figure = translate(counts.groups_of_planned(groups, target))
        return StepView(step, Standing.NOW, figure, purpose(step), groups / target)
    figure = translate("Was paused") if story.paused is step else translate("Can start")
    return StepView(step, Standing.NOW, figure, purpose(step), 0.0)


def _waits_for(story: StudyStory, turn: IterationStory, step: Step) -> str:
    """The reason why a step is not possible yet."""
    match step:
        case Step.ACQUIRE:
            return translate("Not yet: there is no first mechanism.")
        case Step.MODEL:
            return translate("Not yet: needs {n} group(s).", n=turn.target)
        case Step.OPTIMIZE:
            return translate("Not yet: comes after MODEL.")
        case Step.CONVERGENCE:
            return translate("Not yet: comes after OPTIMIZE.")
        case Step.EVALUATE if turn.goes_on:
            return translate("Not in this iteration: the loop continued.")
        case Step.EVALUATE if turn.number == story.max_iterations:
            return translate("Not yet: comes after CONVERGENCE.")
        case Step.EVALUATE:
            return translate(
                "Not yet: when CONVERGENCE says stop, or after iteration {most}.",
                most=story.max_iterations,
            )
        case Step.INITIALISE | Step.DONE:
            raise ValueError(f"{step} is not in the picture of the loop")
        case _:
            assert_never(step)
