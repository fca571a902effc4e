"""What the experimenter and one participant write to each other, and the experimenter's notes.

Messages to a participant queue until each has been read; all that was written stays as a thread.
"""

from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_moves import require
from hcmd_lab.game.records import replace
from hcmd_lab.game.state import ParticipantState, SessionState, TalkLine
from hcmd_lab.typed_text import control_character

MAX_MESSAGE_CHARACTERS = 500
"""Longer texts are refused, in either direction; this many fit on a screen."""

MAX_LINES_WRITTEN = 100
"""A participant writes no more lines in a session."""

MailEvent: TypeAlias = ev.MessageSent | ev.MessageRead
"""What can happen to a participant's messages, in any phase and after the session's close."""


def apply_to_mailbox(state: SessionState, event: MailEvent) -> SessionState:
    """The session after a message was sent or read.

    Raises:
        IllegalEventError: There is no such participant, nothing to read, or the text is no
            message.
    """
    person = participant(state, event.participant)
    match event:
        case ev.MessageSent():
            check_text(event.text)
            line = TalkLine(event.at_ms, by_participant=False, text=event.text)
            person = replace(
                person, messages=(*person.messages, event.text), talk=(*person.talk, line)
            )
        case ev.MessageRead():
            require(bool(person.messages), "this participant has no message to read")
            person = replace(person, messages=person.messages[1:], read_nonce=event.nonce)
        case _:  # pragma: no cover
            assert_never(event)
    return replace(state, participants={**state.participants, event.participant: person})


def written(person: ParticipantState, event: ev.HelpCalled) -> ParticipantState:
    """A participant after writing a line with a call for help.

    Raises:
        IllegalEventError: The text is no message, or there are too many.
    """
    check_text(event.text)
    require(
        sum(line.by_participant for line in person.talk) < MAX_LINES_WRITTEN,
        "a participant writes at most {most} lines",
        most=MAX_LINES_WRITTEN,
    )
    return replace(person, talk=(*person.talk, TalkLine(event.at_ms, True, event.text)))


def check_text(text: str) -> None:
    """Check a text that one person writes to another, or to the log.

    Raises:
        IllegalEventError: It is empty, too long or not plain text.
    """
    require(bool(text.strip()), "a message needs some text")
    require(
        len(text) <= MAX_MESSAGE_CHARACTERS,
        "a message has at most {most} characters",
        most=MAX_MESSAGE_CHARACTERS,
    )
    place, code = control_character(text) or (0, "")
    require(
        not code,
        "a message is plain text, but its character {place} is a control character ({code})",
        place=place,
        code=code,
    )


def participant(state: SessionState, code: str) -> ParticipantState:
    """A participant by code.

    Raises:
        IllegalEventError: There is none.
    """
    require(
        code in state.participants,
        "there is no participant {code}",
        code=code,
    )
    return state.participants[code]
