"""A station played by simulated participants: sees what a person would see, does what they do."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.messages import RejectionCode
from hcmd_lab.network.station import StationLink
from ui.kiosk.person import Player
from ui.kiosk.survey_answers import control_answer, questionnaire_answers

_READING = frozenset({Page.STAGE_INTRO, Page.OUTCOME, Page.VOTE_RESULT})
_ENDINGS = frozenset({Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.PAYMENT, Page.GOODBYE})
_TRY_AGAIN_MS = 1000


class Bot(QObject):
    """Plays one participant after another through a station's link.

    Args:
        link: The station's connection; started by the caller.
        player: Makes the choices.
        label: Under which the participants check in; None at a spare station, which plays for
            whoever is moved there.
        repeat: How many participants play; 0 goes on until the session is over.
        think_ms: Before each choice.

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
        """Do what the screen asks for, once for each screen."""
        view = self._view
        if view is None or view.paused or view.continued or view == self._acted_on:
            return
        if view.page in _READING:
            sent = self._link.proceed(view)
        elif view.page is Page.DECIDE:
            sent = self._link.decide(view.stage, view.round, self._player.contribute(view))
        elif view.page is Page.VOTE:
            sent = self._link.vote(self._player.vote(view))
        elif view.page is Page.CHECK_IN or view.page in _ENDINGS:
            if self._label is None:
                return
            sent = self._link.check_in(self._label, is_bot=True)
        else:
            sent = self._act_beside_game(view)
        if sent is not None:
            self._acted_on = view

    def _act_beside_game(self, view: SeatView) -> str | None:
        script = view.script
        if script is None or script.must_wait:
            return None
        match view.page:
            case Page.CONSENT:
                return self._link.give_consent(True, script.version)
            case Page.INSTRUCTIONS:
                return self._link.turn_page(script.page + 1)
            case Page.QUESTIONS:
                answer = control_answer(script, view.participant)
                return self._link.answer_question(script.question, answer)
            case Page.QUESTIONNAIRE:
                return self._link.hand_in(questionnaire_answers(script.items, view.participant))
            case (
                Page.CHECK_IN | Page.SEATING | Page.STAGE_INTRO | Page.DECIDE | Page.WAIT
                | Page.OUTCOME | Page.VOTE | Page.VOTE_RESULT | Page.FINISHED | Page.ENDED_EARLY
                | Page.VOID | Page.CLOSED | Page.GATE | Page.PAYMENT | Page.GATHER | Page.GOODBYE
            ):  # fmt: skip
                return None
            case _:
                assert_never(view.page)

    def _on_accepted(self, _: str) -> None:
        """Answer again what was answered wrong: the view came before the station was free."""
        if self._view is not None and self._view.script is not None:
            self._act()

    def _on_rejected(self, code: str, sentence: str, final: bool) -> None:
        if code in (RejectionCode.SESSION_CLOSED, RejectionCode.SESSION_FULL):
            self._leave(sentence)
        elif final:
            self.failed.emit(sentence)
        else:
            self._acted_on = None
            self._thinking.start(_TRY_AGAIN_MS)

    def _leave(self, sentence: str) -> None:
        """Nobody can play here any more; that is an end unless a number of them was asked for."""
        if self._repeat:
            self.failed.emit(sentence)
        else:
            self.done.emit()
