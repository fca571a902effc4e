"""One participant's part of the state machine: consent, instructions, questions, questionnaire.

A part of the state machine. A participant takes a seat in a group once the parts before the game
are done, and goes on alone when the group has ended.
"""

from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_moves import require
from hcmd_lab.game.mailbox import participant, written
from hcmd_lab.game.materials import Item, Sheet
from hcmd_lab.game.questionnaire import check_answers
from hcmd_lab.game.records import replace
from hcmd_lab.game.script_steps import BEFORE_GAME, GATED, RESTING, Part, ScriptProgress, next_part
from hcmd_lab.game.state import GroupState, IllegalEventError, ParticipantState, SessionState

ScriptEvent: TypeAlias = (
    ev.ConsentAnswered
    | ev.PageTurned
    | ev.QuestionAnswered
    | ev.HelpCalled
    | ev.HelpGiven
    | ev.QuestionnaireAnswered
    | ev.PartSkipped
    | ev.ParticipantLeft
)


def apply_to_script(state: SessionState, event: ScriptEvent) -> SessionState:
    """The session after an individual action of a participant.

    Raises:
        IllegalEventError: There is no such participant, or it cannot happen in this part.
    """
    person = participant(state, event.participant)
    before, progress = person.progress, _progress(state, person, event)
    if (progress.part, progress.page) != (before.part, before.page):
        progress = replace(progress, since_ms=event.at_ms, page_ms=page_ms(before, event.at_ms))
    person = replace(person, progress=progress)
    if isinstance(event, ev.HelpCalled) and event.text:
        person = written(person, event)
    return replace(state, participants={**state.participants, event.participant: person})


def sheet_of(state: SessionState, person: ParticipantState) -> Sheet:
    """The texts in a participant's language."""
    return state.plan.materials.sheet(person.language)


def items_for(state: SessionState, person: ParticipantState) -> tuple[Item, ...]:
    """The questionnaire without what a participant cannot be asked about, not having been there."""
    known = {""}
    if person.group is not None and person.seat is not None:
        group = state.groups[person.group]
        own = group.seats[person.seat]
        known |= {f"stage_{paid.stage}" for paid in group.history[: own.rounds_stayed]}
        known |= {"vote"} if own.vote is not None else set()
    return tuple(item for item in sheet_of(state, person).questionnaire if item.about in known)


def page_wait_ms(state: SessionState, person: ParticipantState, now_ms: int) -> int:
    """Milliseconds until a participant may turn to the next page of the instructions.

    Time on earlier visits to the page counts; simulated participants, who cannot read, never wait.
    """
    progress = person.progress
    if person.is_bot or progress.part is not Part.INSTRUCTIONS:
        return 0
    spent_ms = page_ms(progress, now_ms)[progress.page]
    return max(0, 1000 * state.plan.script.page_seconds - spent_ms)


def waits_at_gate(state: SessionState, progress: ScriptProgress) -> bool:
    """Whether a participant is waiting for the experimenter to open a gate."""
    settings = state.plan.script
    gated = {
        Part.INSTRUCTIONS: settings.gate_instructions,
        Part.QUESTIONNAIRE: settings.gate_questionnaire,
    }
    return gated.get(progress.part, False) and progress.part not in state.gates


def has_left_game(state: SessionState, person: ParticipantState) -> bool:
    """Whether a participant was dropped and has not been moved on to what follows the game."""
    return person.progress.part is Part.GAME and was_dropped(state, person)


def was_dropped(state: SessionState, person: ParticipantState) -> bool:
    """Whether a participant was dropped."""
    if person.group is None or person.seat is None:
        return False
    return state.groups[person.group].seats[person.seat].dropped


def open_gate(state: SessionState, event: ev.GateOpened) -> SessionState:
    """The session with a gate open for everyone.

    Raises:
        IllegalEventError: The part has no gate, or it is open.
    """
    require(event.part in GATED, "there is no gate before this part")
    require(event.part not in state.gates, "this gate is already open")
    people = {
        code: replace(person, progress=replace(person.progress, since_ms=event.at_ms))
        if person.progress.part is event.part
        else person
        for code, person in state.participants.items()
    }
    return replace(state, gates=state.gates | {event.part}, participants=people)


def after_game(state: SessionState, group: GroupState) -> SessionState:
    """The session after a group has ended: its people continue, except those who were dropped.

    One who was dropped may have been moved on before.
    """
    people = dict(state.participants)
    for seat in group.seats:
        if seat.participant is None:
            continue
        person = people[seat.participant]
        if person.progress.part is not Part.GAME:
            continue
        progress = next_part(state.plan, person.progress)
        if seat.dropped:
            progress = replace(progress, part=Part.DONE)
        people[seat.participant] = replace(person, progress=progress)
    return replace(state, participants=people)


def _progress(state: SessionState, person: ParticipantState, event: ScriptEvent) -> ScriptProgress:
    progress, plan = person.progress, state.plan
    match event:
        case ev.ConsentAnswered():
            _require_part(state, progress, Part.CONSENT)
            require(
                event.version == plan.materials.consent_version,
                "this is not the consent text of the session",
            )
            progress = replace(progress, agreed=event.agreed, nonce=event.nonce)
            if event.agreed:
                return next_part(plan, progress)
            return replace(progress, part=Part.DECLINED)
        case ev.PageTurned():
            _require_part(state, progress, Part.INSTRUCTIONS)
            pages = len(sheet_of(state, person).instructions)
            require(
                abs(event.page - progress.page) == 1 and 0 <= event.page <= pages,
                "the next page is the one before or after page {page}",
                page=progress.page + 1,
            )
            require(
                event.page < progress.page or not page_wait_ms(state, person, event.at_ms),
                "this page has not been open for long enough",
            )
            turned_back = progress.turned_back + (event.page < progress.page)
            progress = replace(
                progress, page=event.page, nonce=event.nonce, turned_back=turned_back
            )
            return next_part(plan, progress) if event.page == pages else progress
        case ev.QuestionAnswered():
            return _answer(state, person, event)
        case ev.HelpCalled():
            require(progress.part not in RESTING, "this participant has already finished")
            require(
                bool(event.text) or not progress.calls_help,
                "this participant has already called for help",
            )
            return replace(progress, calls_help=True, nonce=event.nonce)
        case ev.HelpGiven():
            return _help(state, person, event)
        case ev.QuestionnaireAnswered():
            _require_part(state, progress, Part.QUESTIONNAIRE)
            found = check_answers(items_for(state, person), event.answers)
            if found is not None:
                raise IllegalEventError(
                    "these answers to the questionnaire cannot be accepted: {flaw}",
                    flaw=found.sentence,
                )
            return next_part(plan, replace(progress, answers=event.answers, nonce=event.nonce))
        case ev.PartSkipped():
            require(event.part is progress.part, "this participant is in a different part")
            require(
                progress.part not in {Part.CONSENT, Part.GAME} | RESTING
                or has_left_game(state, person),
                "the experimenter cannot end this part",
            )
            return replace(next_part(plan, progress), calls_help=False)
        case ev.ParticipantLeft():
            require(
                progress.part in (*BEFORE_GAME, Part.GAME) and person.group is None,
                "this participant already has a seat; drop the seat instead",
            )
            return replace(progress, part=Part.DONE, calls_help=False)
        case _:  # pragma: no cover
            assert_never(event)


def page_ms(progress: ScriptProgress, now_ms: int) -> tuple[int, ...]:
    """Time spent on each page of the instructions so far, the present one included."""
    if progress.part is not Part.INSTRUCTIONS:
        return progress.page_ms
    spent = [*progress.page_ms, *[0] * (progress.page + 1 - len(progress.page_ms))]
    spent[progress.page] += now_ms - progress.since_ms
    return tuple(spent)


def _answer(
    state: SessionState, person: ParticipantState, event: ev.QuestionAnswered
) -> ScriptProgress:
    progress = person.progress
    _require_part(state, progress, Part.QUESTIONS)
    questions = sheet_of(state, person).questions
    question = questions[progress.page]
    require(event.question == question.name, "a different question is being asked")
    require(
        progress.attempts < state.plan.script.question_attempts,
        "this participant is waiting for the experimenter",
    )
    require(event.correct == (event.answer == question.answer), "this answer is marked differently")
    if event.correct:
        return _next_question(state, replace(progress, nonce=event.nonce), len(questions))
    attempts = progress.attempts + 1
    return replace(
        progress,
        attempts=attempts,
        last_answer=event.answer,
        calls_help=progress.calls_help or attempts >= state.plan.script.question_attempts,
        nonce=event.nonce,
    )


def _help(state: SessionState, person: ParticipantState, event: ev.HelpGiven) -> ScriptProgress:
    progress = person.progress
    require(progress.calls_help, "this participant has not called for help")
    helped = replace(progress, calls_help=False)
    if progress.part is not Part.QUESTIONS:
        require(not event.passed, "there is no control question to pass")
        return helped
    if event.passed:
        return _next_question(state, helped, len(sheet_of(state, person).questions))
    return replace(helped, attempts=0, last_answer=None)


def _next_question(state: SessionState, progress: ScriptProgress, questions: int) -> ScriptProgress:
    if progress.page + 1 == questions:
        return next_part(state.plan, progress)
    return replace(progress, page=progress.page + 1, attempts=0, last_answer=None)


def _require_part(state: SessionState, progress: ScriptProgress, part: Part) -> None:
    require(
        progress.part is part,
        "this needs the part {part}, but the participant is in {other}",
        part=part,
        other=progress.part,
    )
    require(not waits_at_gate(state, progress), "this participant is waiting for the experimenter")
