"""QThread that runs a training step and turns its progress into signals.

The thread prepares the job from a connection of its own, supervises the training process and reads
what it made. It changes nothing in the study: who hears of the result puts it there.
"""

import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QThread, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Result, Stopped
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study.made_tables import MadeTables, load_tables
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, PreparedStep, prepare
from hcmd_lab.training import TrainingProcess, run_job
from hcmd_lab.wanted import asked

PROGRESS_EVERY_S = 0.2
"""Least time between two `progressed` signals."""


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    """Outcome of a training step.

    Attributes:
        report: The result, `Stopped` if it was paused, or what went wrong.
        prepared: The prepared step; None if preparation failed.
        tables: The mechanism that it made, if it made one.
    """

    report: Result | Stopped | Failure
    prepared: PreparedStep | None = None
    tables: MadeTables | None = None


class TrainingThread(QThread):
    """One training step, from its preparation to its outcome.

    If its parent is destroyed meanwhile, the step is paused first.

    Attributes:
        step: The step being computed.
        outcome: Its outcome; None before it has ended.

    Signals:
        progressed(Progress): At most five times a second; what came between is joined.
        ended(TrainingOutcome): Exactly once, whatever happened.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        study: Path,
        step: Step,
        parent: QObject | None = None,
        process: TrainingProcess | None = None,
        anew: Anew | None = None,
    ) -> None:
        """Create the thread; `start` starts it.

        Args:
            study: The study's folder.
            step: The step to compute; a stopped or killed one is resumed.
            parent: Owner in the sense of Qt.
            process: One that was started ahead of time; used up.
            anew: How the step is taken anew, if it is.
        """
        super().__init__(parent)
        self.step = step
        self._process = process
        self._anew = anew
        self.outcome: TrainingOutcome | None = None
        self._study = study
        self._stop = threading.Event()
        if parent is not None:
            # Qt aborts the program when a running thread is destroyed.
            parent.destroyed.connect(self.finish)

    def pause(self) -> None:
        """Ask the step to save its state and end; may be called from any thread."""
        self._stop.set()

    @property
    def is_pausing(self) -> bool:
        """Whether the step was asked to stop."""
        return self._stop.is_set()

    def finish(self) -> None:
        """Pause, and wait until the thread has ended."""
        self.pause()
        self.wait()

    def run(self) -> None:
        """Run the step; called by Qt in the new thread."""
        try:
            outcome = self._run_step()
        except _Paused:
            outcome = TrainingOutcome(Stopped(step=0))
        except OperatorError as error:
            outcome = TrainingOutcome(Failure(sentence=error.sentence, operator=True))
        except Exception as error:  # noqa: BLE001 - whatever it is, who waits has to be told
            outcome = TrainingOutcome(_fault(error))
        self.outcome = outcome
        self.ended.emit(outcome)

    def _require_wanted(self) -> None:
        if self._stop.is_set():
            raise _Paused

    def _run_step(self) -> TrainingOutcome:
        try:
            with asked(self._require_wanted), Store.read(self._study) as store:
                prepared = prepare(ReadOnlyStudy(store), self.step, self._anew)
                checkpoints = store.folder.checkpoints
        except BaseException:
            if self._process is not None:
                self._process.discard()  # it has nothing to do
            raise
        joined = Joined(self.progressed.emit)
        ending: Result | Stopped | Failure | None = None
        reports = run_job(
            prepared.job, prepared.folder, checkpoints, self._stop.is_set, self._process
        )
        for report in reports:
            if isinstance(report, Progress):
                joined.add(report)
            else:
                joined.flush()
                ending = report
        if ending is None:
            raise RuntimeError("the training process reported no outcome")
        if isinstance(ending, Stopped | Failure):
            return TrainingOutcome(ending, prepared)
        return TrainingOutcome(ending, prepared, load_tables(prepared, ending))


class _Paused(Exception):  # noqa: N818 - not an error
    """The step was paused while it was being prepared."""


class Joined:
    """Forwards progress at most five times a second, merging what was reported in between."""

    def __init__(
        self, emit: Callable[[Progress], object], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._emit = emit
        self._clock = clock
        self._due_s = -float("inf")
        self._held: Progress | None = None

    def add(self, progress: Progress) -> None:
        """Forward a report, or hold it until it may be sent."""
        held = self._held
        if held is not None and held.phase == progress.phase:
            progress = msgspec.structs.replace(
                progress,
                metrics=held.metrics | progress.metrics,
                head_share=progress.head_share or held.head_share,
            )
        self._held = progress
        if self._clock() >= self._due_s:
            self.flush()

    def flush(self) -> None:
        """Forward the held report."""
        if self._held is not None:
            self._emit(self._held)
            self._held = None
            self._due_s = self._clock() + PROGRESS_EVERY_S


def _fault(error: Exception) -> Failure:
    sentence = Sentence(
        "Training failed because of a fault in this program ({kind}: {error}).",
        kind=type(error).__name__,
        error=error,
    )
    return Failure(
        sentence=sentence,
        operator=False,
        traceback="".join(traceback.format_exception(error)),
    )
