"""A bot station: simulated participants answer what they are sent."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import (
    UNSENT,
    AnswerQuestion,
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
from ui.kiosk.person import Player
from ui.kiosk.survey_answers import control_answer, questionnaire_answers

_ENDINGS = frozenset(
    {Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.PAYMENT, Page.GOODBYE, Page.DROPPED}
)
_TRY_AGAIN_MS = 1000


class Bot(QObject):
    """Plays one participant after another through a station's link.

    Args:
        link: The station's connection; started by the caller.
        player: The player who makes the choices.
        label: Under which the participants check in; None at a spare station, which plays for
            whoever is moved there.
        repeat: Number of participants to play; 0 continues until the session is over.
        think_ms: Thinking time before each choice.

    Signals:
        done(): All have played, or the session is over.
        failed(str): They cannot play; a sentence that says why.
    """

    done = Signal()
    failed = Signal(str)

    def __init__(
        self,
        link: StationLink,
        player: Player,
        label: str | None,
        *,
        repeat: int = 1,
        think_ms: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._player = player
        self._label = label
        self._repeat = repeat
        self._think_ms = think_ms
        self._view: SeatView | None = None
        self._acted_on: SeatView | None = None
        self._finished: set[str] = set()
        self._thinking = QTimer(self)
        self._thinking.setSingleShot(True)
        self._thinking.timeout.connect(self._act)
        link.snapshot_received.connect(self._on_snapshot)
        link.rejected.connect(self._on_rejected)
        link.accepted.connect(self._on_accepted)

    def _on_snapshot(self, view: SeatView) -> None:
        self._view = replace(view, time_left_ms=None)
        self._thinking.stop()
        if view.message:
            self._link.send(Read(UNSENT))
        if view.page is Page.CLOSED:
            self._leave("The session is over.")
        elif view.page in _ENDINGS:
            self._finished.add(view.participant)
            if self._repeat and len(self._finished) >= self._repeat:
                self.done.emit()
            else:
                self._act()
        elif view.page in (Page.DECIDE, Page.VOTE):
            self._thinking.start(self._think_ms)
        else:
            self._act()

    def _act(self) -> None:
        """Do what the screen asks for, once per screen."""
        view = self._view
        if view is None or view.paused or view.continued or view == self._acted_on:
            return
        command = self._command(view)
        if command is not None and self._link.send(command) is not None:
            self._acted_on = view

    def _command(self, view: SeatView) -> Command | None:
        """The command a screen asks for; None if the participant can only wait."""
        script = view.script or ScriptView()
        if script.must_wait:
            return None
        match view.page:
            case Page.STAGE_INTRO | Page.OUTCOME | Page.VOTE_RESULT:
                return Continue(UNSENT, view.page, view.stage, view.round)
            case Page.DECIDE:
                return Decide(UNSENT, view.stage, view.round, self._player.contribute(view))
            case Page.VOTE:
                return Vote(UNSENT, self._player.vote(view))
            case Page.CONSENT:
                return GiveConsent(UNSENT, True, script.version)
            case Page.INSTRUCTIONS:
                return TurnPage(UNSENT, script.page + 1)
            case Page.QUESTIONS:
                answer = control_answer(script, view.participant)
                return AnswerQuestion(UNSENT, script.question, answer)
            case Page.QUESTIONNAIRE:
                return HandIn(UNSENT, questionnaire_answers(script.items, view.participant))
            case (
                Page.CHECK_IN | Page.FINISHED | Page.ENDED_EARLY | Page.VOID | Page.PAYMENT
                | Page.GOODBYE | Page.DROPPED
            ):  # fmt: skip
                return None if self._label is None else CheckIn(UNSENT, self._label, is_bot=True)
            case Page.SEATING | Page.WAIT | Page.GATHER | Page.GATE | Page.CLOSED:
                return None
            case _:
                assert_never(view.page)

    def _on_accepted(self, _: str) -> None:
        """Act again after a wrong answer, as its view came while the station was still busy."""
        if self._view is not None and self._view.page is Page.QUESTIONS:
            self._act()

    def _on_rejected(self, code: str, sentence: str, final: bool) -> None:
        if code == RejectionCode.KNOCKING:
            return  # the link goes on trying
        if code in (RejectionCode.SESSION_CLOSED, RejectionCode.SESSION_FULL):
            self._leave(sentence)
        elif final:
            self.failed.emit(sentence)
        else:
            self._acted_on = None
            self._thinking.start(_TRY_AGAIN_MS)

    def _leave(self, sentence: str) -> None:
        """End when nobody can play here any more; a failure if a number was asked for."""
        if self._repeat:
            self.failed.emit(sentence)
        else:
            self.done.emit()
