"""Messages from the experimenter to one participant: they queue until each has been read."""

from dataclasses import replace
from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.group import require
from hcmd_lab.game.state import ParticipantState, SessionState

MAX_MESSAGE_CHARACTERS = 500
"""Longer messages are refused; this many fit on a screen."""

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
            require(bool(event.text.strip()), "a message needs some text")
            require(
                len(event.text) <= MAX_MESSAGE_CHARACTERS,
                "a message has at most {most} characters",
                most=MAX_MESSAGE_CHARACTERS,
            )
            require(
                all(character.isprintable() or character == "\n" for character in event.text),
                "a message is plain text without control characters",
            )
            person = replace(person, messages=(*person.messages, event.text))
        case ev.MessageRead():
            require(bool(person.messages), "this participant has no message to read")
            person = replace(person, messages=person.messages[1:], read_nonce=event.nonce)
        case _:  # pragma: no cover
            assert_never(event)
    return replace(state, participants={**state.participants, event.participant: person})


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
