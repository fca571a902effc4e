"""The training panel's headline and the action it offers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hcmd_lab.jobs.report import Failure
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.telling.going_on import going_on
from hcmd_lab.telling.times import clock
from hcmd_lab.telling.translate import translate
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story
from ui.control.training.progress_words import done_text, explanation, phase_text
from ui.control.training.stopping import stopping_words

if TYPE_CHECKING:
    from ui.control.desk import Desk

_SILENT_S = 2.0
"""After so long without a report, the time since is told: whoever waits sees that it is alive."""

Act = Literal["start", "session", "data"]


@dataclass(frozen=True, slots=True)
class Headline:
    """Content of the panel's header.

    Attributes:
        title: Current activity.
        words: More about it.
        action_text: Label of the primary button; empty for none.
        act: The button's action: start or continue `step`, or show another panel.
        why_not: Why the action is not possible now; empty if it is.
        step: The running step, or the one that the action starts.
        can_pause: Whether it can be paused.
        can_cancel: Whether there is something to forget.
        failure: The latest failure.
    """

    title: str
    words: str
    action_text: str = ""
    act: Act = "start"
    why_not: str = ""
    step: Step | None = None
    can_pause: bool = False
    can_cancel: bool = False
    failure: Failure | None = None


def headline(desk: "Desk") -> Headline:
    """The headline for a desk's training."""
    if desk.opened is None:
        return Headline(
            translate("No study is open"),
            translate("Open a study or make a new one; its training is shown here."),
        )
    if desk.training.running is not None:
        return running(desk)
    now = desk.opened.status()
    failure = desk.training.last_outcome.report if desk.training.last_outcome is not None else None
    if not isinstance(failure, Failure):
        failure = None
    paused = desk.training.paused_step
    if paused is not None and desk.training.begun == "unstored":
        return _unkept(paused, _title(paused, now.iteration))
    if paused is not None:
        return _paused(desk, paused, _title(paused, now.iteration), failure)
    return _idle(desk, now, failure)


def running(desk: "Desk") -> Headline:
    """The headline while a step is running; needs nothing from the store."""
    thread, history = desk.training.running, desk.training.history
    if thread is None or history is None:
        raise ValueError("no training step is running")
    title = _title(history.step, history.iteration)
    if stopping := stopping_words(desk):
        return Headline(title, stopping, step=thread.step)
    progress = history.latest
    if progress is None:
        words = translate(
            "The training process is starting ({time}).", time=clock(round(1000 * history.silent_s))
        )
    else:
        silent = history.silent_s
        waited = f"({clock(round(1000 * silent))})" if silent >= _SILENT_S else ""
        phase = " ".join(part for part in (phase_text(progress), waited) if part)
        words = " · ".join(part for part in (phase, done_text(history)) if part)
    return Headline(title, words, step=thread.step, can_pause=True, can_cancel=True)


def _unkept(step: Step, title: str) -> Headline:
    return Headline(
        translate("{step} has finished but is not stored", step=title),
        translate("The study could not be written. Fix that, then store the result."),
        action_text=translate("Sto&re the result"),
        step=step,
        can_cancel=True,
    )


def _paused(desk: "Desk", step: Step, title: str, failure: Failure | None) -> Headline:
    saved = desk.training.begun == "saved"
    if failure is not None:
        heading = translate("{step} has failed", step=title)
        goes_on = (
            translate("Its last save is kept: it can continue from there.")
            if saved
            else translate("Nothing had been saved yet: it will start over.")
        )
    else:
        heading = translate("{step} is paused", step=title)
        goes_on = going_on(step, saved=saved)
    return Headline(
        heading,
        goes_on,
        action_text=_again_text(step, saved=saved),
        why_not=_session_sentence(desk),
        step=step,
        can_cancel=True,
        failure=failure,
    )


def _idle(desk: "Desk", now: StudyStatus, failure: Failure | None) -> Headline:
    if now.step is Step.DONE:
        return Headline(
            translate("The study is complete"),
            translate("Everything it learned is shown below."),
            action_text=translate("Figures &and report"),
            act="data",
        )
    if now.groups_missing or now.step is Step.ACQUIRE:
        offer = next_offer(desk, read_story(desk.study))
        return Headline(
            offer.title, offer.explanation, action_text=offer.action_text, act="session"
        )
    lacking = desk.study.lacking() if now.step is Step.MODEL else []
    return Headline(
        translate("Next: {step}", step=_title(now.step, now.iteration)),
        " ".join([explanation(now.step), *map(translate, lacking)]),
        action_text=_start_text(now.step),
        why_not=_session_sentence(desk),
        step=now.step,
        failure=failure,
    )


def _start_text(step: Step) -> str:
    if step is Step.INITIALISE:
        return translate("&Make the first mechanism")
    return translate("Sta&rt {step}", step=step.upper())


def _again_text(step: Step, *, saved: bool) -> str:
    """What the button of a stopped step does: without a save there is nothing to continue."""
    if saved:
        return translate("&Continue {step}", step=step.upper())
    if step is Step.INITIALISE:
        return _start_text(step)
    return translate("Sta&rt {step} over", step=step.upper())


def _session_sentence(desk: "Desk") -> str:
    if not desk.session_is_running:
        return ""
    return translate(
        "A session is running. Training waits until it has ended, so as not to disturb it."
    )


def _title(step: Step, iteration: int) -> str:
    if step is Step.INITIALISE:
        return translate("The first mechanism")
    return translate("{step}, iteration {iteration}", step=step.upper(), iteration=iteration)
