"""Drives the demo through its scenes: one short loop, and what the viewer chooses after it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.study.status import Step, StudyStatus, played_in
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.verdict import simulated_verdict
from ui.control.demo.kiosks import PERSON, DemoKiosks
from ui.control.demo.scenes import told_of_decisions, told_of_game, told_of_step
from ui.control.desk import Desk
from ui.control.session.experimenter_commands import Act, offer
from ui.control.session.grid_view import Selection
from ui.training_thread import TrainingOutcome

READING_MS = 3500
"""For one line of words and what it speaks of."""

_ROUNDS_SEEN = 2
"""After so many at the kiosks the live plots are spoken of."""

_ROUNDS_BEFORE_STOP = 6
"""After so many at the kiosks the session's host is stopped."""


class DemoPilot(QObject):
    """Runs sessions and training steps until the study is complete, and then what is asked for.

    Signals:
        told(str): What is going on, for the bar.
        panel_requested(str): Where it can be seen.
        kiosks_shown(bool): Kiosks with windows are being opened; none is left.
        front_requested(): The control window shows what is spoken of.
        begun(): Something goes on that can be held.
        finished(): The study is complete.
    """

    told = Signal(str)
    panel_requested = Signal(str)
    kiosks_shown = Signal(bool)
    front_requested = Signal()
    begun = Signal()
    finished = Signal()

    def __init__(
        self,
        desk: Desk,
        kiosks: DemoKiosks,
        seed: int,
        *,
        reading_ms: int = READING_MS,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the pilot; `start` starts it.

        Args:
            desk: With the study open.
            kiosks: Kiosks of this computer.
            seed: Seed of the simulated people's choices.
            reading_ms: Time for the viewer to read a line.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._desk = desk
        self._kiosks = kiosks
        self._seed = seed
        self._reading_ms = reading_ms
        self._then: Callable[[], None] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._study: Path | None = None
        self._waits = False
        self._stops_training = False
        self._is_alone = False
        self._plots_told = False
        self._host_was_stopped = False
        self._made = 0
        desk.study_opened.connect(self._on_study_opened)
        desk.session_changed.connect(self._on_session_changed)
        desk.session_ended.connect(self._on_session_ended)
        desk.training.ended.connect(self._on_training_ended)
        kiosks.failed.connect(self._on_kiosk_failed)
        kiosks.closed.connect(self._on_kiosk_closed)

    @property
    def waits(self) -> bool:
        """Whether the demo is on hold until told to continue."""
        return self._waits

    def start(self) -> None:
        """Take the first step as soon as the windows are in place."""
        self._study = self._desk.study.store.folder.path
        self.begun.emit()
        self._after(self._reading_ms // 2, self._take_step)

    def wait(self, wait: bool) -> None:
        """Hold the demo at once, whatever is going on, or continue."""
        self._waits = wait
        if wait:
            self._next.stop()
            self._stops_training = self._desk.training.running is not None
            self._desk.training.pause()
            self._hold_session(Act.PAUSE)
        else:
            self._hold_session(Act.RESUME)
            if self._then is not None:
                self._next.start(0)

    def end(self) -> None:
        """Stop taking steps and end the kiosks."""
        self._next.stop()
        self._study = self._then = None
        self._kiosks.end()

    def play_a_seat(self) -> None:
        """Let a person play at a kiosk, in a pilot with three simulated participants."""
        self._after(0, self._play_pilot)

    # --- steps -------------------------------------------------------------------------------

    def _after(self, ms: int, then: Callable[[], None]) -> None:
        """Do something a moment later, or when the demo goes on."""
        self._then = then
        if not self._waits:
            self._next.start(ms)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        try:
            then()
        except OperatorError as error:
            self.told.emit(translate(error))

    def _take_step(self) -> None:
        now = self._desk.study.status()
        self._kiosks.end()
        if now.groups_missing and (purpose := played_in(now.step)) is not None:
            self._play(purpose, now)
            return
        self.kiosks_shown.emit(False)
        if now.step is Step.DONE:
            self._tell_verdict()
        else:
            self.told.emit(told_of_step(now.step))
            self.panel_requested.emit("study" if now.step is Step.INITIALISE else "training")
            self._desk.training.start(now.step)

    def _tell_verdict(self) -> None:
        self.told.emit(simulated_verdict(self._desk.study))
        self.panel_requested.emit("training")
        self.finished.emit()

    def _play(self, purpose: Purpose, now: StudyStatus) -> None:
        self._host(purpose, now.groups_missing)
        self.panel_requested.emit("live")
        self.told.emit(told_of_game(purpose, self._desk.study.game.seats))
        self._is_alone = purpose == "acquire"
        self.kiosks_shown.emit(self._is_alone)
        if self._is_alone:
            self._kiosks.start_windows()
        else:
            self._kiosks.start_company()

    def _play_pilot(self) -> None:
        self._host("pilot", 1)
        self._is_alone = False
        self.begun.emit()
        self.told.emit(told_of_game("pilot", self._desk.study.game.seats))
        self.panel_requested.emit("live")
        self.kiosks_shown.emit(True)
        self._kiosks.start_person()
        self._kiosks.start_companions()

    def _host(self, purpose: Purpose, groups: int) -> None:
        """Host a session for the kiosks."""
        desk = self._desk
        unfinished = desk.unfinished_session()
        if unfinished is not None:
            desk.resume_session(unfinished, address="127.0.0.1", port=0, exit_pin="")
        else:
            desk.open_session(purpose, groups, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
        if desk.host is None:
            raise OperatorError("The session could not be opened; start the demo again.")
        self._kiosks.attend(desk.host, 1000 * (self._seed + desk.study.status().iteration))

    # --- the session's host ------------------------------------------------------------------

    def _stop_host(self) -> None:
        state = self._desk.session_state
        if state is None or state.closed:
            return
        self._made = decisions(state)
        self._desk.end_hosting()
        self.told.emit(
            translate(
                "The session’s host has been stopped in mid-game. The kiosks wait for it; the "
                "session is on the disk."
            )
        )
        self.panel_requested.emit("session")
        self._after(self._reading_ms, self._bring_host_back)

    def _bring_host_back(self) -> None:
        desk = self._desk
        unfinished = desk.unfinished_session()
        if unfinished is not None:  # or the viewer has brought it back
            desk.resume_session(unfinished, address="127.0.0.1", port=0, exit_pin="")
        if desk.session_state is not None:
            self.told.emit(told_of_decisions(decisions(desk.session_state), self._made))
        self.panel_requested.emit("live")

    # --- what happens ------------------------------------------------------------------------

    def _on_session_changed(self) -> None:
        state = self._desk.session_state
        if self._study is None or state is None or state.closed or state.plan.purpose == "pilot":
            return
        if self._waits:
            self._hold_session(Act.PAUSE)
        self._bring_company(state)
        group = _kiosks_group(state)
        rounds = 0 if group is None else len(group.history)
        if rounds >= _ROUNDS_SEEN and not self._plots_told:
            self._plots_told = True
            self.told.emit(
                translate(
                    "Live plots: every round appears as it is paid, a dot on the map of the "
                    "mechanism. Take over a seat to play yourself."
                )
            )
            self.front_requested.emit()
        if rounds >= _ROUNDS_BEFORE_STOP and not self._host_was_stopped:
            self._host_was_stopped = True
            self._after(0, self._stop_host)

    def _bring_company(self, state: SessionState) -> None:
        """Start other players for the other groups once the windows have a group."""
        if not self._is_alone:
            return
        seated = sum(person.group is not None for person in state.participants.values())
        waiting = [group for group in state.groups.values() if group.phase is Phase.SEATING]
        if seated % state.plan.game.seats == 0 and seated and waiting:
            self._is_alone = False
            self._kiosks.start_company()

    def _hold_session(self, act: Act) -> None:
        """Pause every group that plays, or let them go on."""
        host = self._desk.host
        if host is None or not self._desk.session_is_running:
            return
        reason = translate("The demo has been paused.")
        host.runner.do_together(
            lambda state, now_ms: [
                draft.at(now_ms) for draft in offer(act, state, now_ms, Selection(), reason).drafts
            ]
        )

    def _on_study_opened(self) -> None:
        """Leave every study but the demo's own alone."""
        opened = self._desk.opened
        if self._study is not None and (opened is None or opened.store.folder.path != self._study):
            self.end()
            self.told.emit(translate("The demo has ended, as another study was opened."))

    def _on_session_ended(self) -> None:
        if self._study is not None:
            self._after(self._reading_ms, self._take_step)

    def _on_training_ended(self, _step: Step, outcome: TrainingOutcome) -> None:
        if self._study is None:
            return
        if isinstance(outcome.report, Failure):
            self.told.emit(translate(outcome.report.sentence))
        elif not isinstance(outcome.report, Stopped):
            self._after(self._reading_ms // 2, self._take_step)
        elif self._stops_training:
            self._after(0, self._take_step)
        self._stops_training = False

    def _on_kiosk_failed(self, sentence: str) -> None:
        self.told.emit(translate("A kiosk has ended: {reason}", reason=sentence))

    def _on_kiosk_closed(self, station: str) -> None:
        """A participant whose window was closed plays on without it; a person's pilot ends."""
        state, host = self._desk.session_state, self._desk.host
        if self._study is None or state is None or host is None or state.closed:
            return
        if station == PERSON:
            host.abandon()
        elif not state.is_free(station):
            self._kiosks.go_on_without_window(station)


def decisions(state: SessionState) -> int:
    """Contributions made so far, also in rounds that are not paid yet."""
    return sum(
        sum(len(played.contributions) for played in group.history)
        + sum(seat.contribution is not None for seat in group.seats)
        * (group.phase in (Phase.DECIDE, Phase.DIVIDE))
        for group in state.groups.values()
    )


def _kiosks_group(state: SessionState) -> GroupState | None:
    """The group of those who play in windows."""
    code = state.occupant("1")
    number = None if code is None else state.participants[code].group
    return None if number is None else state.groups[number]
