"""Pending commands: sent to the host and not answered yet."""

from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game.view import Page, SeatView
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


@dataclass(frozen=True, slots=True)
class PendingCommand:
    """A command that is resent, under the same nonce, until it is answered.

    Attributes:
        command: The command as first sent.
        participant: The participant at the station then; empty for nobody.
    """

    command: Command
    participant: str

    def is_moot(self, view: SeatView) -> bool:
        """Whether the latest screen from the host makes the command unnecessary."""
        if view.participant != self.participant:
            return True
        match self.command:
            case CheckIn():
                return view.page is Page.CLOSED
            case Decide(stage=stage, round=round_number):
                here = (view.page, view.stage, view.round)
                return here != (Page.DECIDE, stage, round_number)
            case Vote():
                return view.page is not Page.VOTE
            case Continue(page=page, stage=stage, round=round_number):
                here = (view.page, view.stage, view.round)
                return view.continued or here != (page, stage, round_number)
            case Read():
                return not view.message
            case GiveConsent():
                return view.page is not Page.CONSENT
            case TurnPage(page=page):
                return (
                    view.script is None
                    or page == view.script.page
                    or (view.page is not Page.INSTRUCTIONS)
                )
            case AnswerQuestion(question=question):
                return view.script is None or view.script.question != question
            case CallHelp(text=text):
                return view.calls_help and not text  # a line is sent until it is saved
            case HandIn():
                return view.page is not Page.QUESTIONNAIRE
            case _:
                assert_never(self.command)
