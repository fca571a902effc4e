"""The one next thing to do, and why nothing else is possible."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from hcmd_lab.study import Step
from ui.control.study.story import StudyStory
from ui.control.study.words import purpose

if TYPE_CHECKING:
    from ui.control.desk import Desk

translate = QCoreApplication.translate

Act = Literal["train", "session", "training", "data"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered.

    Attributes:
        title: What there is to do.
        explanation: Why this, and what waits for it.
        action_text: What the button is called.
        act: `train` starts the training step that is possible; the others name a panel to show.
    """

    title: str
    explanation: str
    action_text: str
    act: Act


def next_offer(desk: "Desk", story: StudyStory) -> Offer:
    """What to do next at a desk with an open study."""
    return _going_on(desk) or _unfinished(desk) or _by_status(story)


def _going_on(desk: "Desk") -> Offer | None:
    if desk.session_is_running:
        return Offer(
            translate("Offer", "A session is running"),
            translate(
                "Offer", "Training waits until it has ended, so that the session stays calm."
            ),
            translate("Offer", "Go to the session"),
            "session",
        )
    if desk.training is not None:
        title = translate("Offer", "{step} is being computed")
        if desk.training.step is Step.INITIALISE:
            title = translate("Offer", "The first mechanism is being made")
        return Offer(
            title.format(step=desk.training.step.upper()),
            translate(
                "Offer", "A session that is opened meanwhile makes it pause; nothing is lost."
            ),
            translate("Offer", "Watch the training"),
            "training",
        )
    return None


def _unfinished(desk: "Desk") -> Offer | None:
    session = desk.unfinished_session()
    if session is None:
        return None
    return Offer(
        translate("Offer", "Resume session {session}").format(session=session),
        translate(
            "Offer",
            "It was interrupted. Everyone goes on at their own screen with the time that was left. "
            "No other session is possible until it has ended.",
        ),
        translate("Offer", "Resume the session"),
        "session",
    )


def _by_status(story: StudyStory) -> Offer:
    now = story.now
    if now.step is Step.DONE:
        return Offer(
            translate("Offer", "The study is complete"),
            translate("Offer", "Look at its figures, write the report, export the data."),
            translate("Offer", "Results and report"),
            "data",
        )
    if now.groups_missing:
        return _session(story)
    if story.was_paused and now.step is not Step.INITIALISE:
        return Offer(
            translate("Offer", "Go on with {step}").format(step=now.step.upper()),
            translate("Offer", "It was paused and goes on where it was."),
            translate("Offer", "Go on with {step}").format(step=now.step.upper()),
            "train",
        )
    if now.step is Step.INITIALISE:
        return Offer(
            translate("Offer", "Make the first mechanism"),
            translate(
                "Offer", "It is random; the first groups play it. Sessions are possible afterwards."
            ),
            translate("Offer", "Make the first mechanism"),
            "train",
        )
    return Offer(
        translate("Offer", "Start {step}").format(step=now.step.upper()),
        translate(
            "Offer", "{purpose}. It runs in the background; sessions are possible afterwards."
        ).format(purpose=purpose(now.step)),
        translate("Offer", "Start {step}").format(step=now.step.upper()),
        "train",
    )


def _session(story: StudyStory) -> Offer:
    now = story.now
    if now.step is Step.ACQUIRE:
        played = translate(
            "Offer", "{groups} of {target} groups have played in iteration {iteration}."
        )
        after = translate("Offer", "MODEL is possible when all have played.")
    else:
        played = translate("Offer", "{groups} of {target} groups have compared the mechanism.")
        after = translate(
            "Offer", "EVALUATE is possible when all have played. New people are needed."
        )
    told = played.format(groups=now.groups, target=now.groups_target, iteration=now.iteration)
    return Offer(
        translate("Offer", "Run a session"),
        f"{told} {after}",
        translate("Offer", "Run a session…"),
        "session",
    )
