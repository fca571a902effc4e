"""Drives the demo through the steps of the loop."""

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.state import Phase
from hcmd_lab.jobs import Failure, Stopped
from hcmd_lab.study.status import Step, StudyStatus, played_in
from hcmd_lab.telling.translate import translate
from ui.control.demo.kiosks import DemoKiosks
from ui.control.desk import Desk
from ui.look.tokens import is_dark
from ui.training_thread import TrainingOutcome

PAUSE_MS = 2500
"""Between two steps: long enough to see what has come out."""


class DemoPilot(QObject):
    """Runs sessions and training steps until the study is complete.

    Signals:
        translate(str): What is going on, for the bar.
        panel_requested(str): Where it can be seen.
        finished(): The study is complete.
    """

    told = Signal(str)
    panel_requested = Signal(str)
    finished = Signal()

    def __init__(
        self,
        desk: Desk,
        kiosks: DemoKiosks,
        seed: int,
        *,
        pause_ms: int = PAUSE_MS,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the pilot; `start` starts it.

        Args:
            desk: With the study open.
            kiosks: Kiosks of this computer.
            seed: Seed of the simulated people's choices.
            pause_ms: Between two steps.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._desk = desk
        self._kiosks = kiosks
        self._seed = seed
        self._next = QTimer(self, singleShot=True, interval=pause_ms)
        self._next.timeout.connect(self._take_step)
        self._waits = False
        self._is_alone = False
        desk.session_changed.connect(self._bring_company)
        desk.session_ended.connect(self._on_session_ended)
        desk.training_ended.connect(self._on_training_ended)
        kiosks.failed.connect(self._on_kiosk_failed)

    @property
    def waits(self) -> bool:
        """Whether the demo is on hold until told to continue."""
        return self._waits

    def start(self) -> None:
        """Take the first step as soon as the windows are in place."""
        self._next.start()

    def wait(self, wait: bool) -> None:
        """Hold the demo after the current step, or continue."""
        self._waits = wait
        if not wait and not self._desk.session_is_running and self._desk.training is None:
            self._next.start()

    def end(self) -> None:
        """Stop taking steps and end the kiosks."""
        self._next.stop()
        self._waits = True
        self._kiosks.end()

    def _take_step(self) -> None:
        if self._waits:
            return
        try:
            self._take(self._desk.study.status())
        except OperatorError as error:
            self.told.emit(translate(error))

    def _take(self, now: StudyStatus) -> None:
        step = now.step
        if step is Step.DONE:
            self.told.emit(translate("The study is complete. Its pictures are under Data."))
            self.panel_requested.emit("data")
            self.finished.emit()
        elif now.groups_missing and (purpose := played_in(step)) is not None:
            self._play(purpose, now.groups_missing, now.iteration)
        else:
            self.told.emit(
                translate(
                    "Iteration {iteration}: {step} runs in the background.",
                    iteration=now.iteration,
                    step=step.upper(),
                )
            )
            self.panel_requested.emit("training")
            self._desk.start_training(step)

    def _play(self, purpose: Purpose, groups: int, iteration: int) -> None:
        desk = self._desk
        unfinished = desk.unfinished_session()
        if unfinished is not None:
            desk.resume_session(unfinished, address="127.0.0.1", port=0, exit_pin="")
        else:
            desk.open_session(purpose, groups, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
        if desk.host is None:
            raise OperatorError("The session could not be opened; start the demo again.")
        self._is_alone = True
        self._kiosks.start(
            desk.host.port,
            desk.host.pairing_code,
            self._seed_of(iteration),
            "dark" if is_dark() else "light",
        )
        self.told.emit(
            translate(
                "Iteration {iteration}: simulated participants play at four stations. Take over a "
                "seat to play yourself.",
                iteration=iteration,
            )
        )
        self.panel_requested.emit("session")

    def _bring_company(self) -> None:
        """Start other players for the other groups once the four windows have a group."""
        state, host = self._desk.session_state, self._desk.host
        if not self._is_alone or state is None or host is None:
            return
        seated = sum(person.group is not None for person in state.participants.values())
        waiting = [group for group in state.groups.values() if group.phase is Phase.SEATING]
        if seated % state.plan.game.seats == 0 and seated and waiting:
            self._is_alone = False
            self._kiosks.start_company(
                host.port, host.pairing_code, self._seed_of(state.plan.iteration)
            )

    def _seed_of(self, iteration: int) -> int:
        return 1000 * (self._seed + iteration)

    def _on_session_ended(self) -> None:
        self._next.start()

    def _on_training_ended(self, _step: Step, outcome: TrainingOutcome) -> None:
        if isinstance(outcome.report, Failure):
            self.told.emit(translate(outcome.report.sentence))
        elif not isinstance(outcome.report, Stopped):
            self._next.start()

    def _on_kiosk_failed(self, sentence: str) -> None:
        self.told.emit(translate("A kiosk has ended: {reason}", reason=sentence))
