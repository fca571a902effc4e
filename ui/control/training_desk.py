"""Training at the experimenter's desk: at most one step, its curves, and what came of it."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, begun_step, is_saved
from hcmd_lab.telling.translate import translate
from ui.control.training.history import TrainingHistory
from ui.control.training.process_ahead import ProcessAhead
from ui.training_thread import TrainingOutcome, TrainingThread

if TYPE_CHECKING:
    from ui.control.desk import Desk

Begun = Literal["unsaved", "saved", "unstored"]
"""How far a stopped step has come: it starts over, it continues, or its result waits."""


class TrainingDesk(QObject):
    """Takes the training steps of the open study, and stores what comes of them.

    Args:
        desk: Has the study open.
        loads_ahead: Whether a process loads the learning libraries while no people play, so that a
            step shows a sign of life at once.

    Attributes:
        running: The training step that runs, or None.
        history: Progress of the latest step.
        last_outcome: Outcome of the latest step; None while one is running.
        unkept: A result that could not be stored yet.

    Signals:
        started(Step): `running` and `history` are set.
        progressed(Progress): At most five times a second.
        ended(Step, TrainingOutcome): A result is in the study already.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object, object)

    def __init__(self, desk: "Desk", *, loads_ahead: bool) -> None:
        """Start with nothing running."""
        super().__init__(desk)
        self._desk = desk
        self._loads_ahead = loads_ahead
        self._ahead = ProcessAhead()
        self._cancelled = False
        self.running: TrainingThread | None = None
        self.history: TrainingHistory | None = None
        self.last_outcome: TrainingOutcome | None = None
        self.unkept: TrainingOutcome | None = None

    @property
    def last_progress(self) -> Progress | None:
        """Training's latest progress report; None before the first."""
        return None if self.history is None else self.history.latest

    @property
    def is_cancelling(self) -> bool:
        """Whether the step that is running will be forgotten as soon as it has stopped."""
        return self.running is not None and self._cancelled

    @property
    def paused_step(self) -> Step | None:
        """The started training step that can be continued, also after a restart."""
        if self._desk.opened is None or self.running is not None:
            return None
        return begun_step(self._desk.opened)

    @property
    def begun(self) -> Begun | None:
        """How far the paused step has come; None if there is none."""
        step = self.paused_step
        if step is None:
            return None
        if self.unkept is not None:
            return "unstored"
        return "saved" if is_saved(self._desk.study, step) else "unsaved"

    @property
    def unkept_step(self) -> Step | None:
        """The step whose result could not be stored yet; None if all are."""
        prepared = None if self.unkept is None else self.unkept.prepared
        return None if prepared is None else prepared.step

    def start(self, step: Step, anew: Anew | None = None) -> None:
        """Start a training step in the background; a paused one is resumed.

        A result that could not be stored when it came is stored now, without computing it again.

        Args:
            step: The step.
            anew: How it is taken anew, if it is.

        Raises:
            OperatorError: It is not possible now, or the disk is full.
        """
        study = self._desk.study
        if self.running is not None:
            raise OperatorError("A training step is already running.")
        if self._desk.session_is_running:
            raise OperatorError(
                "Training waits until the session has ended, so as not to disturb it."
            )
        self._desk.require_no_import()
        study.require(step)
        if self.unkept is not None:
            self._keep(self.unkept)
            self._desk.study_changed.emit()
            return
        study.store.folder.require_space()
        iteration = study.status().iteration_of(step)
        before = self.history
        is_other = before is None or (before.step, before.iteration) != (step, iteration)
        if before is None or is_other or anew is not None:
            # A resumed step continues its curves.
            self.history = TrainingHistory(step, iteration)
        else:
            before.begin()
        self.last_outcome = None
        self._cancelled = False
        folder, process = study.store.folder.path, self._ahead.take()
        self.running = TrainingThread(folder, step, self, process, anew)
        self.running.progressed.connect(self._on_progress)
        self.running.ended.connect(self._on_ended)
        self.started.emit(step)
        self.running.start()

    def pause(self) -> None:
        """Ask training to save its state and stop; `ended` follows."""
        if self.running is not None:
            self.running.pause()
            self._desk.standing_changed.emit()

    def cancel(self, step: Step) -> None:
        """Stop a step, or discard it if it is paused, and delete its saved state.

        A result that came before it could be stopped is kept, and the desk's `failed` says so.
        """
        if self.running is not None and self.running.step is step:
            self._cancelled = True
            self.pause()
        elif self.paused_step is step:
            self._forget(step)
            self._desk.study_changed.emit()
        else:
            self._tell_too_late(step)

    def finish(self) -> None:
        """Have the running step, if there is one, save its state and end before this returns."""
        if self.running is not None:
            self.running.finish()
            self._settle(self.running)

    def forget(self) -> None:
        """Forget curves and outcome of the latest step: the study has no more use for them."""
        self.history = self.last_outcome = self.unkept = None

    def load_ahead(self) -> None:
        """Have a process ready for the next step, but not beside a session of people."""
        study = self._desk.opened
        self._ahead.keep(
            self._loads_ahead
            and study is not None
            and self.running is None
            and (study.settings.simulated or not self._desk.session_is_running)
            # The first mechanism needs so little that loading the rest would delay it.
            and study.status().step not in (Step.INITIALISE, Step.DONE)
        )

    def _tell_too_late(self, step: Step) -> None:
        self._desk.failed.emit(
            translate(
                "{step} had ended before it was cancelled; nothing was deleted.", step=step.upper()
            )
        )

    def _on_progress(self, progress: Progress) -> None:
        if self.running is not None and self.history is not None:
            self.history.add(progress)
            self.progressed.emit(progress)

    def _on_ended(self, outcome: TrainingOutcome) -> None:
        thread = self.running
        if thread is not None and thread.outcome is outcome:
            thread.wait()
            self._settle(thread)

    def _settle(self, thread: TrainingThread) -> None:
        """Store the result of a finished training thread, or discard it if cancelled."""
        self.running = None
        outcome = thread.outcome
        thread.deleteLater()
        if outcome is None:
            raise RuntimeError("the training thread ended without an outcome")
        self.last_outcome = outcome
        try:
            self._keep(outcome)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
        if self._cancelled and isinstance(outcome.report, Failure | Stopped):
            self._forget(thread.step)
        elif self._cancelled:
            self._tell_too_late(thread.step)
        self.ended.emit(thread.step, outcome)
        self._desk.study_changed.emit()

    def _keep(self, outcome: TrainingOutcome) -> None:
        """Store a result in the study; if that fails now, keep it for another attempt."""
        if isinstance(outcome.report, Failure | Stopped) or outcome.prepared is None:
            return
        self.unkept = outcome
        self._desk.study.keep(outcome.prepared, outcome.report, outcome.tables)
        self.unkept = None

    def _forget(self, step: Step) -> None:
        self._desk.study.discard(step)
        self.forget()
