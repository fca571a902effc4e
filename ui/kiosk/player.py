"""A simulated person who plays at the real widgets."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias, assert_never

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSlider, QWidget

from hcmd_lab.game.materials import Answer
from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from hcmd_lab.telling.translate import translate
from ui.kiosk.person import Player
from ui.kiosk.reaction_time import BRISK, FAST, WATCHABLE, Pace
from ui.kiosk.simulated_input import fill, press, usable
from ui.kiosk.station import Station
from ui.kiosk.survey_answers import control_answer, questionnaire_answers
from ui.kiosk.widgets.item_card import ItemCard

_ENDINGS = frozenset(
    {Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.PAYMENT, Page.GOODBYE, Page.DROPPED}
)
_NO_PLACE = (RejectionCode.SESSION_FULL, RejectionCode.SESSION_CLOSED)
_AFTER_REJECTION_MS = 1000
_STORIES_SKIPPED = 0.2
_ROUNDS_AT_LEISURE = 3
"""After them an onlooker knows what a round is."""

_SurveyPage: TypeAlias = Literal[
    Page.CONSENT, Page.INSTRUCTIONS, Page.QUESTIONS, Page.QUESTIONNAIRE
]
"""A page on which something is read or answered before or after the game."""


class ScreenPlayer(QObject):
    """Plays one participant after another through the widgets of a station's screen.

    What it does for a view is a generator of pauses, and every view begins a new one. So a pause,
    a lost connection or another participant at the station need no special care: whatever cannot
    be used now is looked at again a little later, and what is half done is finished from there.

    Args:
        station: Whose screen it plays at.
        player: The player who makes the choices.
        label: Under which the participants check in.
        seed: Seed of its timing.
        repeat: Number of participants to play; 0 continues until the session is over.
        watch: Number that play at watchable speed, the others fast; None for all.
        think_ms: Before each choice; None leaves it to the pace.

    Signals:
        done(): All have played, or the session is over.
        failed(str): They cannot play; a sentence that says why.
        playing_changed(bool): Whether the simulated person plays.
    """

    done = Signal()
    failed = Signal(str)
    playing_changed = Signal(bool)

    def __init__(
        self,
        station: Station,
        player: Player,
        label: str,
        *,
        seed: int = 0,
        repeat: int = 1,
        watch: int | None = None,
        think_ms: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._player = player
        self._label = label
        self._seed = seed
        self._repeat = repeat
        self._watch = watch
        self._think_ms = think_ms
        self._is_playing = True
        self._view: SeatView | None = None
        self._seen: list[str] = []
        self._ended: set[str] = set()
        self._script: Iterator[int] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        station.is_simulated = True
        station.simulated_label = label
        station.shown.connect(self._on_shown)
        station.rejected.connect(self._on_rejected)

    @property
    def is_playing(self) -> bool:
        """Whether the simulated person is playing, rather than somebody who took over."""
        return self._is_playing

    def set_playing(self, playing: bool) -> None:
        """Hand the seat to a person at once, or take it back and finish what is half done."""
        if playing == self._is_playing:
            return
        self._is_playing = playing
        self._station.is_simulated = playing
        self._begin()
        self.playing_changed.emit(playing)

    @property
    def is_watched(self) -> bool:
        """Whether the current or next participant plays at watchable speed."""
        if self._watch is None:
            return True
        code = self._view.participant if self._view is not None else ""
        before = self._seen.index(code) if code in self._seen else len(self._seen)
        return before < self._watch

    def _on_shown(self, view: SeatView) -> None:
        lasting = replace(view, time_left_ms=None)
        if lasting == self._view:
            return
        self._view = lasting
        if view.participant and view.participant not in self._seen:
            self._seen.append(view.participant)
        self._begin()

    def _on_rejected(self, code: str, sentence: str) -> None:
        if not self._is_playing:
            return
        if code in _NO_PLACE:
            self._leave(sentence)
        else:
            self._begin(_AFTER_REJECTION_MS)

    def _begin(self, after_ms: int = 0) -> None:
        """Start again with the current screen."""
        self._next.stop()
        if self._is_playing and self._view is not None:
            self._script = self._play(self._view)
            self._next.start(after_ms)

    def _go_on(self) -> None:
        pause_ms = next(self._script, None)
        if pause_ms is not None and self._is_playing and not self._next.isActive():
            self._next.start(pause_ms)

    def _play(self, view: SeatView) -> Iterator[int]:
        """Play a view; yields the milliseconds to wait between actions."""
        pace = self._pace(view)
        dice = self._dice(view)
        if view.message:
            yield pace.about(pace.read_ms, dice)
            while True:  # until the host shows the next view
                yield from self._click("message_read", pace)
                yield pace.again_ms
        if view.page in _ENDINGS:
            yield from self._end(view, pace)
        elif view.page is Page.CLOSED:
            self._leave(translate("The session is over."))
        elif not (view.paused or view.continued):
            yield from self._use(view, pace, dice)

    def _pace(self, view: SeatView) -> Pace:
        if not self.is_watched:
            return FAST
        of_rounds = view.page in (Page.DECIDE, Page.OUTCOME)
        is_known = view.stage > 1 or len(view.history) > _ROUNDS_AT_LEISURE
        return BRISK if of_rounds and is_known else WATCHABLE

    def _use(self, view: SeatView, pace: Pace, dice: np.random.Generator) -> Iterator[int]:
        match view.page:
            case Page.CHECK_IN:
                yield pace.about(pace.settle_ms, dice)
                if view.label_required or view.label_asked:
                    yield from self._type_label(pace)
                yield from self._click("check_in", pace)
            case Page.STAGE_INTRO | Page.VOTE_RESULT:
                yield pace.about(pace.read_ms, dice)
                yield from self._click("proceed", pace)
            case Page.OUTCOME:
                yield from self._see_outcome(pace, dice)
            case Page.DECIDE:
                yield self._thinking_ms(pace, dice)
                yield from self._move_slider(self._player.contribute(view), pace)
                yield pace.about(pace.settle_ms, dice)
                yield from self._click("confirm_contribution", pace)
            case Page.VOTE:
                yield self._thinking_ms(pace, dice)
                on_left = self._player.vote(view) == view.left_stage
                yield from self._click("vote_left" if on_left else "vote_right", pace)
                yield pace.about(pace.settle_ms, dice)
                yield from self._click("confirm_vote", pace)
            case Page.CONSENT | Page.INSTRUCTIONS | Page.QUESTIONS | Page.QUESTIONNAIRE:
                if view.script is not None and not view.script.must_wait:
                    yield pace.about(pace.read_ms, dice)
                    yield from self._use_survey_page(view.page, view.script, view.participant, pace)
            case (
                Page.SEATING | Page.WAIT | Page.GATHER | Page.GATE | Page.FINISHED
                | Page.ENDED_EARLY | Page.VOID | Page.CLOSED | Page.PAYMENT | Page.GOODBYE
                | Page.DROPPED
            ):  # fmt: skip
                pass
            case _:
                assert_never(view.page)

    def _use_survey_page(
        self, page: _SurveyPage, script: ScriptView, participant: str, pace: Pace
    ) -> Iterator[int]:
        match page:
            case Page.CONSENT:
                yield from self._click("agree", pace)
            case Page.INSTRUCTIONS:
                yield from self._click("next_page", pace)
            case Page.QUESTIONS:
                yield from self._fill(QWidget, "", control_answer(script, participant), pace)
                yield from self._click("confirm_answer", pace)
            case Page.QUESTIONNAIRE:
                for name, answer in questionnaire_answers(script.items, participant).items():
                    yield from self._fill(ItemCard, f"item_{name}", answer, pace)
                yield from self._click("hand_in", pace)
            case _:
                assert_never(page)

    def _fill(self, kind: type[QWidget], name: str, answer: Answer, pace: Pace) -> Iterator[int]:
        """Answer on the page, or in the item with the given name."""
        while True:
            page: QWidget | None = self._station.screen.page
            place = usable(self._station.screen, kind, name) if name else page
            if place is not None and fill(place, answer):
                yield pace.settle_ms
                return
            yield pace.again_ms

    def _type_label(self, pace: Pace) -> Iterator[int]:
        screen = self._station.screen
        while (field := usable(screen, QLineEdit, "check_in_label")) is None:
            yield pace.again_ms
        field.clear()
        for character in self._label:
            press(field, Qt.Key.Key_unknown, character)
            yield pace.step_ms
        yield pace.settle_ms

    def _see_outcome(self, pace: Pace, dice: np.random.Generator) -> Iterator[int]:
        skips = not pace.watches or dice.random() < _STORIES_SKIPPED
        yield pace.settle_ms
        while (skip := usable(self._station.screen, QPushButton, "skip_animation")) is not None:
            if skips:
                skip.click()
            yield pace.again_ms
        yield pace.about(pace.read_ms, dice)
        yield from self._click("proceed", pace)

    def _move_slider(self, coins: int, pace: Pace) -> Iterator[int]:
        """Move the slider key by key, from its current position or from none."""
        screen = self._station.screen
        while True:
            slider = usable(screen, QSlider, "contribution_slider")
            if slider is None:
                yield pace.again_ms
            elif slider.value() == coins:
                return
            else:
                press(slider, Qt.Key.Key_Up if slider.value() < coins > 0 else Qt.Key.Key_Down)
                yield pace.step_ms

    def _click(self, name: str, pace: Pace) -> Iterator[int]:
        while (button := usable(self._station.screen, QAbstractButton, name)) is None:
            yield pace.again_ms
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        yield pace.step_ms
        if button.isEnabled():
            button.click()
        else:
            yield from self._click(name, pace)

    def _end(self, view: SeatView, pace: Pace) -> Iterator[int]:
        self._ended.add(view.participant)
        if self._repeat and len(self._ended) >= self._repeat:
            self.done.emit()
            return
        yield pace.read_ms
        # In the lab somebody else sits down; no page asks for it.
        self._station.send(CheckIn(UNSENT, self._label, is_bot=True))

    def _leave(self, sentence: str) -> None:
        """End when nobody can play here any more; a failure if a number was asked for."""
        if self._repeat:
            self.failed.emit(sentence)
        else:
            self.done.emit()

    def _thinking_ms(self, pace: Pace, dice: np.random.Generator) -> int:
        if self._think_ms is not None:
            return self._think_ms
        return pace.about(pace.think_ms, dice)

    def _dice(self, view: SeatView) -> np.random.Generator:
        name = f"{self._seed}/{view.participant}/{view.page}/{view.stage}/{view.round}"
        return np.random.default_rng(list(hashlib.sha256(name.encode()).digest()))
