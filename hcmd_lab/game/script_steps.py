"""The steps of a session's script, and a participant's progress through them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from hcmd_lab.game.materials import Answer
from hcmd_lab.game.plan import SessionPlan


class Part(StrEnum):
    """A part of the script; each participant goes through the parts in this order."""

    CONSENT = "consent"
    INSTRUCTIONS = "instructions"
    QUESTIONS = "questions"
    GAME = "game"  # in a group: the practice, the three stages and the vote
    QUESTIONNAIRE = "questionnaire"
    PAYMENT = "payment"
    DONE = "done"
    DECLINED = "declined"  # no consent: instead of everything after it
    TURNED_AWAY = "turned_away"  # came when every seat was taken


BEFORE_GAME = (Part.CONSENT, Part.INSTRUCTIONS, Part.QUESTIONS)
"""What a participant goes through alone before taking a seat in a group."""

RESTING = frozenset({Part.PAYMENT, Part.DONE, Part.DECLINED, Part.TURNED_AWAY})
"""Parts in which nothing more is expected of a participant."""

GATED = frozenset({Part.INSTRUCTIONS, Part.QUESTIONNAIRE})
"""Parts that can be made to wait for the experimenter; the game has a start of its own."""


@dataclass(frozen=True)  # without slots: see `records.replace`
class ScriptProgress:
    """A participant's position in the script.

    Attributes:
        part: The part.
        page: Page of the instructions or number of the control question, from 0.
        attempts: Wrong answers to the present control question.
        last_answer: The last wrong one to it, or None.
        agreed: Whether the participant has agreed to take part; None so far.
        calls_help: Whether the participant waits for the experimenter's help.
        answers: To the questionnaire, by item.
        nonce: Nonce of the last survey command accepted from the participant's station.
        since_ms: Time on the session's clock at which this page of this part appeared.
        page_ms: Time spent on each page of the instructions that was left, all visits together.
        turned_back: How often a page of the instructions was turned back.
    """

    part: Part
    page: int = 0
    attempts: int = 0
    last_answer: int | None = None
    agreed: bool | None = None
    calls_help: bool = False
    answers: dict[str, Answer] | None = None
    nonce: str = ""
    since_ms: int = 0
    page_ms: tuple[int, ...] = ()
    turned_back: int = 0


IN_GAME = ScriptProgress(Part.GAME)
"""Where everyone is in a session that is the game alone."""


def parts_of(plan: SessionPlan) -> tuple[Part, ...]:
    """The parts of a session in order; the game is always one of them."""
    settings = plan.script
    wanted = {
        Part.CONSENT: settings.consent,
        Part.INSTRUCTIONS: settings.instructions,
        Part.QUESTIONS: settings.control_questions,
        Part.GAME: True,
        Part.QUESTIONNAIRE: settings.questionnaire,
        Part.PAYMENT: settings.payment_screen,
        Part.DONE: False,
        Part.DECLINED: False,
        Part.TURNED_AWAY: False,
    }
    return tuple(part for part, is_on in wanted.items() if is_on)


def first_progress(plan: SessionPlan) -> ScriptProgress:
    """A participant's initial position."""
    return ScriptProgress(parts_of(plan)[0])


def next_part(plan: SessionPlan, progress: ScriptProgress) -> ScriptProgress:
    """A participant's progress at the start of the next part."""
    parts = parts_of(plan)
    after = parts.index(progress.part) + 1
    part = parts[after] if after < len(parts) else Part.DONE
    return replace(progress, part=part, page=0, attempts=0, last_answer=None)
