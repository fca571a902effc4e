"""Tables of survey answers and page times."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import PARTICIPANT, TO_PARTICIPANT, Column, Link, Row, Table
from hcmd_lab.game import events as ev
from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.game.script import sheet_of
from hcmd_lab.game.view import Page
from hcmd_lab.storage.tablefile import Number, Value


def _attempts(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        counts: dict[tuple[str, str], int] = {}
        for logged in data.log:
            event = logged.event
            if not isinstance(event, ev.QuestionAnswered):
                continue
            key = (event.participant, event.question)
            counts[key] = counts.get(key, 0) + 1
            yield {
                "session.code": data.row.code,
                "participant.code": event.participant,
                "question.name": event.question,
                "question.attempt": counts[key],
                "question.answer": event.answer,
                "question.correct": event.correct,
                "question.time_utc": logged.utc,
            }


CONTROL_ANSWERS = Table(
    "control_answers",
    "An attempt at a control question.",
    (
        shared.SESSION_CODE,
        shared.PARTICIPANT_CODE,
        Column("question.name", "string", "Of the question."),
        Column("question.attempt", "integer", "1 for the first.", "attempts"),
        Column("question.answer", "integer", "Number of the option from 1, or the number typed."),
        Column("question.correct", "boolean", "Whether it was right."),
        Column("question.time_utc", "datetime", "When it was answered.", "UTC"),
    ),
    (*PARTICIPANT, "question.name", "question.attempt"),
    _attempts,
    (TO_PARTICIPANT,),
)


def answers_of(data: SessionData, code: str) -> dict[str, tuple[Item, Answer]]:
    """A participant's answers to the questionnaire, by item."""
    if data.state is None or code not in data.state.participants:
        return {}
    person = data.state.participants[code]
    given = person.progress.answers
    if given is None:
        return {}
    items = sheet_of(data.state, person).questionnaire
    return {item.name: (item, given.get(item.name)) for item in items}


def answer_value(answer: Answer) -> Value:
    """An answer as a table cell."""
    return answer if isinstance(answer, str) else None if answer is None else Number(answer)


def _answers(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        for person in data.participants:
            for name, (item, answer) in answers_of(data, person.code).items():
                chosen = item.kind == "choice" and isinstance(answer, int)
                yield {
                    "session.code": data.row.code,
                    "participant.code": person.code,
                    "item.name": name,
                    "item.kind": item.kind,
                    "item.text": item.text,
                    "item.answer": answer_value(answer),
                    "item.option": item.options[int(answer) - 1] if chosen and answer else None,
                }


QUESTIONNAIRE = Table(
    "questionnaire",
    "An answer to the questionnaire.",
    (
        shared.SESSION_CODE,
        shared.PARTICIPANT_CODE,
        Column("item.name", "string", "Of the item."),
        Column("item.kind", "string", "What was asked.", allowed="likert, number, choice, text"),
        Column("item.text", "string", "The question as it was shown."),
        Column(
            "item.answer",
            "string",
            "A number, the number of the option from 1, or a text; empty if it was left out.",
        ),
        Column("item.option", "string", "The chosen option as it was shown."),
    ),
    (*PARTICIPANT, "item.name"),
    _answers,
    (TO_PARTICIPANT,),
)


def _page_times(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        for each in data.page_times:
            yield {
                "session_code": data.row.code,
                "participant_code": each.participant,
                "page_index": each.index,
                "page_name": each.page.value,
                "page_step": each.step or None,
                "stage": each.stage or None,
                "round_number": each.round or None,
                "epoch_time_entered": Number(f"{each.entered:.3f}"),
                "epoch_time_completed": Number(f"{each.completed:.3f}"),
                "page_time_ms": each.open_ms,
                "timeout_happened": each.timed_out,
                "is_wait_page": each.is_wait_page,
            }


PAGE_TIMES = Table(
    "page_times",
    "A page that a participant has left; practice is not in it.",
    (
        Column("session_code", "string", "Names the session."),
        Column("participant_code", "string", "Names the participant."),
        Column("page_index", "integer", "Counts the pages that the participant has left, from 1."),
        Column("page_name", "string", "The page.", allowed=", ".join(Page)),
        Column("page_step", "integer", "Page of the instructions or number of the question."),
        Column("stage", "integer", "The stage; empty outside of the stages.", allowed="1, 2, 3"),
        Column("round_number", "integer", "In the stage; empty outside of rounds."),
        Column("epoch_time_entered", "number", "When the page appeared, since 1970.", "s"),
        Column(
            "epoch_time_completed",
            "number",
            "When it was left, since 1970; like the column before by the time of day: if that was "
            "set meanwhile, their difference is not how long the page was open.",
            "s",
        ),
        Column(
            "page_time_ms",
            "integer",
            "How long the page was open, on the session's clock, which stands while the session is "
            "not hosted; no setting of the time of day changes it.",
            "ms",
        ),
        Column(
            "timeout_happened",
            "boolean",
            "The page ended, by its time limit or by the experimenter: a default was made, or it "
            "was left unread.",
        ),
        Column("is_wait_page", "boolean", "Nothing could be done on it but wait."),
    ),
    ("session_code", "participant_code", "page_index"),
    _page_times,
    (Link(("session_code", "participant_code"), "participants", PARTICIPANT),),
)
