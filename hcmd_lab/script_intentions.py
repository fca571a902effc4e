"""What a participant's wish beside the game becomes: an event, a repetition, or a refusal."""

from typing import TypeAlias, assert_never

from hcmd_lab.denial import Denial
from hcmd_lab.game import events as ev
from hcmd_lab.game.parts import Part
from hcmd_lab.game.script import sheet_of
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.network.messages import (
    AnswerQuestion,
    CallHelp,
    GiveConsent,
    HandIn,
    Refusal,
    TurnPage,
)

ScriptWish: TypeAlias = GiveConsent | TurnPage | AnswerQuestion | CallHelp | HandIn

_OVER = Denial(Refusal.TOO_LATE, "This part is over.")


def answer_beside_game(
    state: SessionState, code: str, person: ParticipantState, wish: ScriptWish, now_ms: int
) -> ev.SessionEvent | Denial | None:
    """Judge a wish.

    Args:
        state: The session now.
        code: Of the participant.
        person: The participant.
        wish: What is wished for.
        now_ms: On the session's clock.

    Returns:
        The event to apply; None if the wish was granted before; or the refusal.
    """
    progress = person.progress
    if wish.nonce == progress.nonce:
        return None
    match wish:
        case GiveConsent():
            if progress.part is not Part.CONSENT:
                return _OVER
            return ev.ConsentAnswered(now_ms, code, wish.agreed, wish.version, wish.nonce)
        case TurnPage():
            if progress.part is not Part.INSTRUCTIONS:
                return _OVER
            if wish.page == progress.page:
                return None
            return ev.PageTurned(now_ms, code, wish.page, wish.nonce)
        case AnswerQuestion():
            questions = sheet_of(state, person).questions
            if (
                progress.part is not Part.QUESTIONS
                or questions[progress.page].name != wish.question
            ):
                return _OVER
            correct = wish.answer == questions[progress.page].answer
            return ev.QuestionAnswered(
                now_ms, code, wish.question, wish.answer, correct, wish.nonce
            )
        case CallHelp():
            return None if progress.calls_help else ev.HelpCalled(now_ms, code, wish.nonce)
        case HandIn():
            if progress.part is not Part.QUESTIONNAIRE:
                return _OVER
            return ev.QuestionnaireAnswered(now_ms, code, wish.answers, wish.nonce)
        case _:  # pragma: no cover
            assert_never(wish)
