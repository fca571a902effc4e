"""The line above every page of the game: where one is, what one has, how long one has."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.parts.clock import Clock
from ui.kiosk.parts.round_dots import RoundDots
from ui.kiosk.parts.words import coins_in_words
from ui.look import SPACE, numbers
from ui.look.parts import button, label

STAGES = 3
"""Stages of a session."""

_ENDED = frozenset({Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.CLOSED, Page.CHECK_IN})


class Header(QWidget):
    """Stage and round in words and dots, the total so far, earlier rounds, time left.

    Signals:
        history_requested(): The earlier rounds are to be shown.
    """

    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = label("", "heading", wrap=False)
        self._dots = RoundDots()
        self._total = label("", "body", wrap=False)
        self.history = button(self.tr("Earlier rounds"))
        self.history.setObjectName("show_history")
        self.history.clicked.connect(self.history_requested)
        self.clock = Clock()
        place = QVBoxLayout()
        place.setSpacing(SPACE[1])
        place.addWidget(self._where)
        place.addWidget(self._dots)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[4])
        row.addLayout(place)
        row.addStretch()
        row.addWidget(self._total)
        row.addWidget(self.history)
        row.addWidget(self.clock)

    def show_view(self, view: SeatView) -> None:
        """Show where this view is in the session."""
        playing = view.stage > 0 and view.page not in _ENDED
        self.setVisible(playing or view.time_left_ms is not None)
        words = self.tr("Stage {stage} of {stages}").format(
            stage=numbers.whole(view.stage), stages=numbers.whole(STAGES)
        )
        if view.round and view.page in (Page.DECIDE, Page.WAIT, Page.OUTCOME):
            words = self.tr("{stage} · Round {round} of {rounds}").format(
                stage=words, round=numbers.whole(view.round), rounds=numbers.whole(view.rounds)
            )
        elif view.page in (Page.VOTE, Page.VOTE_RESULT):
            words = self.tr("The vote")
        self._where.setText(words if playing else "")
        in_rounds = view.page in (Page.DECIDE, Page.WAIT, Page.OUTCOME, Page.STAGE_INTRO)
        self._dots.setVisible(playing and in_rounds)
        self._dots.set_round(view.round, view.rounds)
        self._dots.setAccessibleName(words)
        # The outcome page tells the total itself, and only at the end of its story.
        told_elsewhere = view.page is Page.OUTCOME
        self._total.setVisible(playing and bool(view.history) and not told_elsewhere)
        self._total.setText(
            self.tr("So far: {coins}").format(coins=coins_in_words(view.total_hundredths))
        )
        self.history.setVisible(playing and bool(view.history))
        self.clock.set_left(view.time_left_ms, still=view.paused)
