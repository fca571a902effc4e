"""The one next thing to do, and why nothing else is possible."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import comes_next
from hcmd_lab.telling.going_on import going_on, if_stopped
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import Looks
from ui.control.study.step_words import work
from ui.control.study.study_history import StudyStory
from ui.control.training.stopping import stopping_words

if TYPE_CHECKING:
    from ui.control.desk import Desk

Act = Literal["train", "new session", "session", "training", "data"]


@dataclass(frozen=True, slots=True)
class Offer:
    """The next action offered.

    Attributes:
        title: The action.
        explanation: The reason for it, and what depends on it.
        action_text: Label of the button.
        act: `train` starts the training step that is possible, `new session` prepares a session;
            the others name a panel to show.
        step: The step to start; None for the others.
    """

    title: str
    explanation: str
    action_text: str
    act: Act
    step: Step | None = None


def next_offer(desk: "Desk", story: StudyStory) -> Offer:
    """The next action at a desk with an open study."""
    return (
        _going_on(desk, story) or _unfinished(desk) or _unstored(desk, story) or _by_status(story)
    )


def _going_on(desk: "Desk", story: StudyStory) -> Offer | None:
    if desk.session_is_running:
        return Offer(
            translate("A session is running"),
            translate("Training waits until it has ended, so as not to disturb the session."),
            translate("Go to the session"),
            "session",
        )
    if desk.training.running is not None:
        title = translate("{step} is being computed", step=desk.training.running.step.upper())
        pauses = translate("Opening a session pauses it.")
        meanwhile = f"{pauses} {if_stopped(desk.training.running.step)}"
        if _ends_with_a_session(story, desk.training.running.step):
            meanwhile = translate(
                "Opening a session ends it: sessions then rest on the result that it has already."
            )
        if desk.training.running.step is Step.INITIALISE:
            title = translate("The first mechanism is being made")
            meanwhile = translate("Sessions can be opened as soon as it is done.")
        if stopping := stopping_words(desk):
            title = translate("{step} is stopping", step=desk.training.running.step.upper())
            meanwhile = stopping
        return Offer(
            title,
            meanwhile,
            translate("Watch the training"),
            "training",
        )
    return None


def _ends_with_a_session(story: StudyStory, step: Step) -> bool:
    """Whether a step is being taken again that cannot be once a session has been opened since."""
    now = story.now
    return now.again is step and step is not now.step and step is not Step.MODEL


def _unfinished(desk: "Desk") -> Offer | None:
    session = desk.unfinished_session()
    if session is None:
        return None
    return Offer(
        translate("Resume session {session}", session=session),
        translate(
            "It was interrupted. Everyone continues at their own screen with the time that was "
            "left. No other session is possible until it has ended."
        ),
        translate("Resume the session…"),
        "session",
    )


def _unstored(desk: "Desk", story: StudyStory) -> Offer | None:
    if desk.training.begun != "unstored":
        return None
    return Offer(
        translate("Store the result"),
        translate("The study could not be written. Fix that, then store the result."),
        translate("Store the result"),
        "train",
        story.paused,
    )


def _by_status(story: StudyStory) -> Offer:
    now = story.now
    if now.step is Step.DONE:
        return Offer(
            translate("The study is complete"),
            translate("Look at its figures, write the report, export the data."),
            translate("Results and report"),
            "data",
        )
    paused = story.paused
    if paused is not None and comes_next(now, paused):
        saved = story.paused_is_saved
        act = (
            translate("Continue {step}", step=paused.upper())
            if saved
            else translate("Start {step} over", step=paused.upper())
        )
        return Offer(act, going_on(paused, saved=saved), act, "train", paused)
    if now.groups_missing:
        return _session(story)
    if now.step is Step.INITIALISE:
        return Offer(
            translate("Make the first mechanism"),
            translate("It is random; the first groups play it. Sessions are possible afterwards."),
            translate("Make the first mechanism"),
            "train",
            now.step,
        )
    explained = translate(
        "{purpose}. It runs in the background; opening a session stops it.",
        purpose=work(now.step),
    )
    return Offer(
        translate("Start {step}", step=now.step.upper()),
        " ".join([explained, *_lacking(story)]),
        translate("Start {step}", step=now.step.upper()),
        "train",
        now.step,
    )


def _lacking(story: StudyStory) -> list[str]:
    """What the next steps would lack; the commands say the same."""
    return [translate(each) for each in story.lacking]


def _session(story: StudyStory) -> Offer:
    now = story.now
    return Offer(
        translate("Run a session"),
        " ".join([translate(now.sentence), *_then(story), *_lacking(story)]),
        translate("Run a session…"),
        "new session",
    )


def _then(story: StudyStory) -> list[str]:
    """What becomes possible after the session, unless the status tells it."""
    return [] if story.now.again is not None else [_computed_next(story)]


def _computed_next(story: StudyStory) -> str:
    """The step that becomes possible after the current groups, in a sentence."""
    if story.now.step is Step.ACQUIRE:
        return translate("MODEL is possible when all of them have.")
    match story.looks:
        case Looks.FIXED if story.open_contrasts > 1:
            return translate(
                "The votes of a contrast can be evaluated when all of its groups have. New "
                "participants are needed."
            )
        case Looks.FIXED:
            return translate(
                "The votes can be evaluated when all of them have. New participants are needed."
            )
        case Looks.SEQUENTIAL:
            return translate(
                "The votes may be looked at after any group: “Look at the votes” below. New "
                "participants are needed."
            )
        case _:
            assert_never(story.looks)
