"""The header of every page: stage, round, earnings, countdown, help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.page_words import stage_name, votes_are_awaited
from ui.kiosk.widgets.round_dots import RoundDots
from ui.look import SPACE
from ui.look.tips import set_tip
from ui.look.widgets import button, label

STAGES = 3
"""Stages of a session."""

_ROUND = frozenset({Page.DECIDE, Page.WAIT, Page.OUTCOME})
_VOTE = frozenset({Page.VOTE, Page.VOTE_RESULT})
_GAME = _ROUND | _VOTE | {Page.STAGE_INTRO}
_NOBODY_OR_DONE = frozenset(
    {
        Page.CHECK_IN,
        Page.FINISHED,
        Page.ENDED_EARLY,
        Page.VOID,
        Page.CLOSED,
        Page.PAYMENT,
        Page.GOODBYE,
        Page.DROPPED,
    }
)


class Header(QWidget):
    """Stage and round in words and dots, the total so far, earlier rounds, time left, help.

    Signals:
        history_requested(): The earlier rounds are to be shown.
        instructions_requested(): The instructions are to be shown once more.
        help_requested(): The experimenter is to come.
    """

    history_requested = Signal()
    instructions_requested = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = label("", "heading", wrap=False)
        self._dots = RoundDots()
        self._total = label("", "body", wrap=False)
        self.history = button(translate("Earlier rounds"))
        self.history.setObjectName("show_history")
        self.history.clicked.connect(self.history_requested)
        self.instructions = button(translate("Instructions"), "quiet")
        self.instructions.setObjectName("show_instructions")
        set_tip(self.instructions, translate("Read the instructions again (F3)"))
        self.instructions.clicked.connect(self.instructions_requested)
        self.help = button(translate("Call for help"), "quiet")
        self.help.setObjectName("call_help")
        set_tip(self.help, translate("Call the experimenter (F1)"))
        self.help.clicked.connect(self.help_requested)
        self.clock = Clock()
        place = QVBoxLayout()
        place.setSpacing(SPACE[1])
        place.addWidget(self._where)
        below = QHBoxLayout()
        below.setSpacing(SPACE[3])
        below.addWidget(self._dots)
        below.addWidget(self._total)
        below.addStretch()
        place.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[4])
        row.addLayout(place)
        row.addStretch()
        row.addWidget(self.instructions)
        row.addWidget(self.help)
        row.addWidget(self.history)
        row.addWidget(self.clock)

    def show_view(self, view: SeatView) -> None:
        """Show this view's position in the session."""
        playing = view.page in _GAME
        helps = self.may_call(view)
        self.setVisible(playing or helps or view.time_left_ms is not None)
        words = self._words(view)
        self._where.setText(words)
        self._show_dots(view, words)
        # The outcome page shows the total itself, and only at the end of its story.
        has_total = playing and bool(view.history) and view.stage > 0
        self._total.setVisible(has_total and view.page is not Page.OUTCOME)
        self._total.setText(
            translate("So far: {coins}", coins=coins_in_words(view.total_hundredths))
        )
        self.history.setVisible(playing and bool(view.history))
        self.instructions.setVisible(bool(view.instructions))
        self.help.setVisible(helps)
        self.help.setText(
            translate("Called for help") if view.calls_help else translate("Call for help")
        )
        self.clock.set_left(view.time_left_ms, still=view.paused or view.clock_waits)

    def may_call(self, view: SeatView) -> bool:
        """Whether the experimenter can be called from this page."""
        return bool(view.participant) and view.page not in _NOBODY_OR_DONE

    def _words(self, view: SeatView) -> str:
        if view.page in _VOTE or votes_are_awaited(view):
            return translate("The vote")
        if view.page in _GAME:
            return self._stage_words(view)
        parts = {
            Page.CONSENT: translate("Consent"),
            Page.INSTRUCTIONS: translate("Instructions"),
            Page.QUESTIONS: translate("Control questions"),
            Page.QUESTIONNAIRE: translate("Questionnaire"),
        }
        return parts.get(view.page, "")

    def _stage_words(self, view: SeatView) -> str:
        words = translate(
            "Stage {stage} of {stages}",
            stage=numbers.whole(view.stage),
            stages=numbers.whole(STAGES),
        )
        if not view.stage:
            words = translate("{practice}, not paid", practice=stage_name(0))
        if not view.round or view.page not in _ROUND:
            return words
        return translate(
            "{stage} · Round {round} of {rounds}",
            stage=words,
            round=numbers.whole(view.round),
            rounds=numbers.whole(view.rounds),
        )

    def _show_dots(self, view: SeatView, words: str) -> None:
        """Show rounds of a stage, pages of the instructions or control questions as dots."""
        script = view.script if view.page in (Page.INSTRUCTIONS, Page.QUESTIONS) else None
        in_stage = view.page in _ROUND | {Page.STAGE_INTRO} and not votes_are_awaited(view)
        self._dots.setVisible(in_stage or (script is not None and script.pages > 1))
        if script is None:
            self._dots.set_round(view.round, view.rounds)
        else:
            self._dots.set_round(script.page + 1, script.pages)
        self._dots.setAccessibleName(words)
