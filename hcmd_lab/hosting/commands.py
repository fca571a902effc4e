"""Judges a station's command: an event, a repeated confirmation, or a rejection."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol, TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.labels import find_label, normal
from hcmd_lab.game.script import page_wait_ms, sheet_of
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import TookPartBefore
from hcmd_lab.game.state import READING, GroupState, ParticipantState, Phase, SessionState
from hcmd_lab.game.station_view import participant_page
from hcmd_lab.game.view import Page
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import (
    AnswerQuestion,
    CallHelp,
    CheckIn,
    Command,
    Continue,
    Decide,
    GiveConsent,
    HandIn,
    Read,
    TurnPage,
    Vote,
)
from hcmd_lab.typed_text import label_fault, tidied_label

_MOST_TURNED_BACK = 200
"""More than anybody who reads would; a program that does fills the log."""

NOT_SEATED = "Nobody at this station has a seat yet; check in first."
"""To a station at which nobody has a seat."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A rejected command: code and reason.

    Attributes:
        code: Code for programs.
        sentence: Sentence for people.
        final: Whether asking again cannot help.
        logged: What is noted in the log, if anything.
    """

    code: RejectionCode
    sentence: str
    final: bool = False
    logged: ev.CheckInRefused | None = None


class Recognition(Protocol):
    """Knows labels that are no longer readable."""

    def is_here(self, label: str) -> bool:
        """Whether somebody with this label has checked in to this session."""

    def took_part_before(self, label: str) -> bool | None:
        """Whether the label took part in another session; None if it is empty."""


def answer(
    state: SessionState,
    station: str,
    command: Command,
    now_ms: int,
    new_code: Callable[[], str],
    participant_list: Collection[str] = (),
    recognition: Recognition | None = None,
    *,
    bots_may_sit: bool = True,
) -> ev.SessionEvent | Rejection | None:
    """Accept or reject a command.

    Args:
        state: The session now.
        station: The station that sent it.
        command: The command.
        now_ms: On the session's clock.
        new_code: Makes a participant's code.
        participant_list: The session's participant list, if its settings ask for one.
        recognition: Recognises labels of other sessions; None recognises nobody.
        bots_may_sit: Whether a simulated participant may sit at this station.

    Returns:
        The event to apply; None if it was granted before (a station asks again when it has
        not heard the answer); or the rejection.
    """
    if isinstance(command, CheckIn):
        if command.is_bot and not bots_may_sit:
            return Rejection(
                RejectionCode.NO_BOTS,
                "People play in this session: a simulated participant sits only where the lab "
                "computer has said so.",
                final=True,
            )
        return _check_in(state, station, command, now_ms, new_code, participant_list, recognition)
    code = state.occupant(station)
    if code is None:
        return Rejection(RejectionCode.NOT_SEATED, NOT_SEATED)
    person = state.participants[code]
    if isinstance(command, Read):
        if not person.messages or command.nonce == person.read_nonce:
            return None
        return ev.MessageRead(now_ms, code, command.nonce)
    if participant_page(state, person) is Page.DROPPED:
        return Rejection(RejectionCode.PART_ENDED, "This participant was dropped.")
    if isinstance(command, GiveConsent | TurnPage | AnswerQuestion | CallHelp | HandIn):
        return answer_survey_command(state, code, person, command, now_ms)
    if person.group is None:
        return Rejection(RejectionCode.NOT_SEATED, NOT_SEATED)
    group = state.groups[person.group]
    match command:
        case Decide():
            return _decide(state, group, person, command, now_ms)
        case Vote():
            return _vote(group, person, command, now_ms)
        case Continue():
            return _continue(group, person, command, now_ms)
        case _:
            assert_never(command)


def _check_in(
    state: SessionState,
    station: str,
    command: CheckIn,
    now_ms: int,
    new_code: Callable[[], str],
    participant_list: Collection[str],
    recognition: Recognition | None,
) -> ev.SessionEvent | Rejection | None:
    if state.closed:
        return Rejection(RejectionCode.SESSION_CLOSED, "The session is over.", final=True)
    listed = state.plan.script.participant_list and not command.is_bot
    typed = tidied_label(command.label)
    if label_fault(typed):  # which no kiosk of ours sends
        return Rejection(RejectionCode.NOT_UNDERSTOOD, "This label cannot be one.")
    listed_label = find_label(typed, participant_list) if listed else typed
    occupant = state.occupant(station)
    if occupant is not None and not state.is_free(station):
        same = state.participants[occupant]
        if (same.label, same.is_bot) == (listed_label, command.is_bot):
            return None
        return Rejection(
            RejectionCode.STATION_OCCUPIED, "Someone has checked in at this station already."
        )
    if listed_label is None:
        return Rejection(
            RejectionCode.NOT_ON_LIST, "This label is not on the session's participant list."
        )
    before = None
    if recognition is not None and not command.is_bot:
        before = recognition.took_part_before(listed_label)
    why = None if command.is_bot else _why_refused(state, listed_label, before, recognition)
    if why is not None:
        code, sentence = _REFUSED[why]
        return Rejection(code, sentence, logged=ev.CheckInRefused(now_ms, station, why))
    if not state.free_seats:
        return Rejection(
            RejectionCode.SESSION_FULL, "Every seat of this session is taken.", final=True
        )
    return ev.CheckedIn(
        now_ms, new_code(), station, listed_label, command.is_bot, command.language, before
    )


_REFUSED: dict[ev.Refused, tuple[RejectionCode, str]] = {
    "label_taken": (
        RejectionCode.LABEL_TAKEN, "This label has been in this session already."
    ),
    "took_part_before": (
        RejectionCode.TOOK_PART_BEFORE,
        "This label has already taken part in another session of the study.",
    ),
}  # fmt: skip


def _why_refused(
    state: SessionState, label: str, before: bool | None, recognition: Recognition | None
) -> ev.Refused | None:
    """Why a person with this label may not check in; None if they may."""
    # One label, one seat: also of people who have left, were dropped or turned away, or have
    # finished. They are paid once, and who moves to another computer is moved by the experimenter.
    if normal(label):
        here = [p.label for p in state.participants.values() if not p.is_bot]
        known = recognition is not None and recognition.is_here(label)
        if known or find_label(label, here) is not None:
            return "label_taken"
    refuses = state.plan.settings.took_part_before is TookPartBefore.REFUSE
    return "took_part_before" if before and refuses else None


def _decide(
    state: SessionState, group: GroupState, person: ParticipantState, command: Decide, now_ms: int
) -> ev.SessionEvent | Rejection | None:
    number, seat = _place(person)
    own = group.seats[seat]
    if command.nonce == own.nonce:
        return None
    if group.phase is not Phase.DECIDE or (command.stage, command.round) != (
        group.stage,
        group.round,
    ):
        return Rejection(RejectionCode.TOO_LATE, "That round is over.")
    if own.contribution is not None:
        return Rejection(
            RejectionCode.ALREADY_DECIDED, "A contribution for this round is saved already."
        )
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[seat]
    return ev.Contributed(
        now_ms, number, command.stage, command.round, seat, endowment, command.contribution,
        "participant", command.nonce,
    )  # fmt: skip


def _vote(
    group: GroupState, person: ParticipantState, command: Vote, now_ms: int
) -> ev.SessionEvent | Rejection | None:
    number, seat = _place(person)
    own = group.seats[seat]
    if command.nonce == own.nonce:
        return None
    if group.phase is not Phase.VOTE:
        return Rejection(RejectionCode.TOO_LATE, "The vote is not open.")
    if own.voted:
        return Rejection(RejectionCode.ALREADY_DECIDED, "A vote is saved already.")
    return ev.VoteCast(now_ms, number, seat, command.choice, "participant", command.nonce)


def _continue(
    group: GroupState, person: ParticipantState, command: Continue, now_ms: int
) -> ev.SessionEvent | None:
    number, seat = _place(person)
    current = (group.phase.value, group.stage, group.round)
    if (command.page, command.stage, command.round) != current or group.phase not in READING:
        return None  # that page has been left already, as requested
    if group.seats[seat].continued:
        return None
    return ev.Continued(now_ms, number, seat)


def _place(person: ParticipantState) -> tuple[int, int]:
    if person.group is None or person.seat is None:
        raise ValueError("this participant has no seat")
    return person.group, person.seat


SurveyCommand: TypeAlias = GiveConsent | TurnPage | AnswerQuestion | CallHelp | HandIn

_OVER = Rejection(RejectionCode.TOO_LATE, "This part is over.")


def answer_survey_command(
    state: SessionState, code: str, person: ParticipantState, command: SurveyCommand, now_ms: int
) -> ev.SessionEvent | Rejection | None:
    """Accept or reject a command from the instruction and survey pages.

    Args:
        state: The session now.
        code: The participant's code.
        person: The participant.
        command: The command.
        now_ms: On the session's clock.

    Returns:
        The event to apply; None if it was granted before; or the rejection.
    """
    progress = person.progress
    if command.nonce == progress.nonce:
        return None
    match command:
        case GiveConsent():
            if progress.part is not Part.CONSENT:
                return _OVER
            return ev.ConsentAnswered(now_ms, code, command.agreed, command.version, command.nonce)
        case TurnPage():
            if progress.part is not Part.INSTRUCTIONS:
                return _OVER
            if command.page == progress.page:
                return None
            if command.page > progress.page and page_wait_ms(state, person, now_ms):
                return Rejection(RejectionCode.NOT_NOW, "This page cannot be turned yet.")
            if command.page < progress.page and progress.turned_back >= _MOST_TURNED_BACK:
                return Rejection(RejectionCode.NOT_NOW, "Pages were turned back often enough.")
            return ev.PageTurned(now_ms, code, command.page, command.nonce)
        case AnswerQuestion():
            questions = sheet_of(state, person).questions
            if (
                progress.part is not Part.QUESTIONS
                or questions[progress.page].name != command.question
            ):
                return _OVER
            correct = command.answer == questions[progress.page].answer
            return ev.QuestionAnswered(
                now_ms, code, command.question, command.answer, correct, command.nonce
            )
        case CallHelp():
            if progress.calls_help and not command.text:
                return None
            return ev.HelpCalled(now_ms, code, command.nonce, command.text)
        case HandIn():
            if progress.part is not Part.QUESTIONNAIRE:
                return _OVER
            return ev.QuestionnaireAnswered(now_ms, code, command.answers, command.nonce)
        case _:  # pragma: no cover
            assert_never(command)
