"""An open study: takes the steps of the loop, keeps results, plans more groups and iterations.

It joins the study's store with the training jobs. `hcmd_lab.study.status` says whether a step may
be taken; the job runner that is passed in computes it: the supervised process of
`hcmd_lab.training` unless a caller computes in its own process.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import msgspec

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.setting_values import parse
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Report, Result, Stopped
from hcmd_lab.jobs.requests import EvaluateJob, Job
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.arena import (
    contrast_to_extend,
    require_groups,
    set_groups,
    settle_rule,
)
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.made_tables import MadeTables, load_tables
from hcmd_lab.study.making import added_iteration
from hcmd_lab.study.order_of_runs import note_run
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import PreparedStep
from hcmd_lab.study.study_log import ADDED_FACT, LogKind, add_to_log
from hcmd_lab.study.study_sessions import StudySessions
from hcmd_lab.study.table_rows import table_rows
from hcmd_lab.study.trained_names import table_fact
from hcmd_lab.timestamps import utc_now
from hcmd_lab.training import run_job


class Runner(Protocol):
    """Runs a job: reports its progress, then exactly one outcome (see `training.run_job`)."""

    def __call__(
        self, job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
    ) -> Iterator[Report]:
        """Yield `Progress` records and last a result, `Stopped` or `Failure`."""


class Study(StudySessions):
    """A study opened for changes in this process.

    Attributes:
        store: The open study.
        settings: The study's settings.
    """

    def __init__(self, store: Store, runner: Runner = run_job) -> None:
        """Read the study's settings.

        Args:
            store: The open study.
            runner: Runs the training jobs.

        Raises:
            OperatorError: The settings in the study are not valid.
        """
        super().__init__(store)
        self._runner = runner

    # --- plans -------------------------------------------------------------------------------

    def add_iteration(self, groups: int, updates: int) -> None:
        """Plan one more iteration, because training is not at its end in the last one.

        It is noted when and by whom; the mechanism that comes of it tells so too.

        Args:
            groups: Groups to acquire in it.
            updates: Updates of OPTIMIZE in it.

        Raises:
            OperatorError: The study does not improve any more, is not at its last iteration, or new
                participants compare its mechanism already.
            UsageError: A number is not allowed.
        """
        if not self.can_add_iteration:
            raise OperatorError(
                "An iteration can be added only where CONVERGENCE of the last planned iteration "
                "has not found that training is at its end, and before a session of EVALUATE. "
                "{status}",
                status=self.status().sentence,
            )
        now = self.settings
        changed = replace(now, groups=(*now.groups, groups), updates=(*now.updates, updates))
        values = msgspec.to_builtins(changed)
        self.settings = parse(StudySettings, values)
        note = added_iteration(now.iterations + 1, groups, updates)
        with self.store.transaction():
            self.store.facts.set("settings", values)
            self.store.facts.set(ADDED_FACT, [*self.added_iterations(), note])

    def add_evaluation_groups(self, groups: int, contrast: int | None = None) -> None:
        """Plan more groups for a contrast, which a sequential plan allows; it is logged.

        Args:
            groups: How many more.
            contrast: Its number; None for the only one that is undecided.

        Raises:
            OperatorError: The plan does not allow it, or the votes have decided already.
            UsageError: There is no such contrast, several are undecided and none is named, or the
                number is not allowed.
        """
        wanted = contrast_to_extend(self, contrast)
        planned = wanted.target + groups
        if groups < 1:
            raise UsageError("Give a number of groups to add, at least 1.")
        require_groups(planned)
        noted: dict[str, object] = {}
        if self.planned_contrasts():
            noted = {"mechanism": wanted.mechanism, "baseline": wanted.other}
        with self.store.transaction():
            if self.planned_contrasts():
                set_groups(self, wanted.number, planned)
            else:
                values = msgspec.to_builtins(replace(self.settings, evaluation_groups=planned))
                self.settings = parse(StudySettings, values)
                self.store.facts.set("settings", values)
            add_to_log(
                self.store.facts,
                LogKind.GROUPS_ADDED,
                added=groups,
                before=wanted.target,
                planned=planned,
                played=wanted.played,
                **noted,
            )

    # --- training ----------------------------------------------------------------------------

    def perform(
        self,
        step: Step,
        should_stop: Callable[[], bool] = lambda: False,
        anew: steps.Anew | None = None,
    ) -> Iterator[Progress | Result | Stopped]:
        """Run a training step and store its result in the study.

        A step that was stopped or killed resumes when it is performed again. Whether it is possible
        is known at once, not with the first report.

        Args:
            step: The step.
            should_stop: Asked several times a second.
            anew: How it is taken anew, as for `steps.prepare`.

        Returns:
            Progress, and last the result (already stored) or `Stopped`. It raises what `_run` does.

        Raises:
            OperatorError: The step is not possible now.
        """
        return self._run(steps.prepare(self, step, anew), should_stop)

    def _run(
        self, prepared: PreparedStep, should_stop: Callable[[], bool]
    ) -> Iterator[Progress | Result | Stopped]:
        """Run a prepared step.

        Raises:
            OperatorError: It failed for a reason that the operator can mend.
            RuntimeError: It failed by a bug; the text is the traceback.
        """
        checkpoints = self.store.folder.checkpoints
        for report in self._runner(prepared.job, prepared.folder, checkpoints, should_stop):
            if isinstance(report, Failure):
                if report.operator:
                    raise OperatorError.of(report.sentence)
                raise RuntimeError(report.traceback or str(report.sentence))
            if not isinstance(report, Progress | Stopped):
                self.keep(prepared, report)
            yield report

    def keep(
        self, prepared: PreparedStep, result: Result, tables: MadeTables | None = None
    ) -> None:
        """Store a step's result in the study and remove its job folder.

        Args:
            prepared: The computed step.
            result: Its result.
            tables: The mechanism it made, if it has been read already (`load_tables`).

        Raises:
            OperatorError: The mechanism cannot be read, or the study cannot be written.
        """
        made = tables or load_tables(prepared, result)
        step, iteration, job = prepared.step, prepared.iteration, prepared.job
        looked = self._looked_at(job)
        is_again = self.status().again is step
        with self.store.transaction():
            if made is not None:
                self.store.facts.set(table_fact(prepared.name), made.mechanism.sha256)
                for table, provenance in table_rows(self, prepared, made):
                    self.store.learned.add_mechanism(table, provenance)
            run = self.store.learned.add_run(
                step.value, iteration, job, result, prepared.started_utc, utc_now()
            )
            note_run(self.store, run)
            if is_again:
                add_to_log(
                    self.store.facts,
                    LogKind.TAKEN_AGAIN,
                    run=run,
                    step=step.value,
                    iteration=iteration,
                )
            if isinstance(result, EvaluateResult):
                add_to_log(
                    self.store.facts,
                    LogKind.LOOKED,
                    run=run,
                    played=looked.played if looked else 0,
                    groups=result.groups,
                    planned=looked.target if looked else 0,
                    mechanism=result.mechanism,
                    baseline=result.baseline,
                    preferred=result.preferred.value,
                )
        with suppress(OperatorError):  # what is missing is a mark; the result is stored
            self.store.settle()
        settle_rule(self)
        # A job's saved state is useless once its result is stored, and so is that of a step that
        # had begun to build on the earlier one, or begun anew and cannot be taken any more.
        shutil.rmtree(prepared.folder, ignore_errors=True)
        now = self.status()
        self.discard_begun(each for each in Step if is_again or not now.allows(each))

    def _looked_at(self, job: Job) -> Contrast | None:
        """The contrast whose votes a job counts, as it stands now."""
        if not isinstance(job, EvaluateJob):
            return None
        pair = {job.mechanism, job.baseline}
        found = (each for each in self.contrasts() if {each.mechanism, each.other} == pair)
        return next(found, None)

    def discard_begun(self, of: Iterable[Step] = tuple(Step)) -> None:
        """Delete the saved state of begun steps: what they would rest on has changed."""
        for step in of:
            for folder in self.store.folder.jobs.glob(f"{step.value}-*"):
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self, step: Step) -> None:
        """Delete the saved state of a started step; it will start again from the beginning."""
        shutil.rmtree(steps.job_folder(self, step), ignore_errors=True)
