"""A study and what can be done with it: plan sessions, run the steps of the loop, keep results.

It joins the study's store with the training jobs. Whether a step may be taken is `hcmd_lab.study`'s
to say; how it is computed is the business of the job runner that is passed in, which is the
supervised process of `hcmd_lab.training` unless a caller computes in its own process.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.played import PlayedGroup, Purpose, Source
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.settings import SessionSettings, parse
from hcmd_lab.jobs import (
    DATASET_FILE,
    Compute,
    ConvergenceJob,
    ConvergenceResult,
    EvaluateJob,
    Failure,
    InitialiseJob,
    InitialiseResult,
    Job,
    ModelJob,
    ModelResult,
    OptimizeJob,
    OptimizeResult,
    Progress,
    Report,
    Result,
    Stopped,
)
from hcmd_lab.storage.store import Store
from hcmd_lab.study import Step, StudyFacts, StudyStatus, status
from hcmd_lab.study_settings import StudySettings
from hcmd_lab.timestamps import utc_now
from hcmd_lab.training import run_job

R = TypeVar("R", bound=Result)


class Runner(Protocol):
    """Runs a job: reports its progress, then exactly one outcome (see `training.run_job`)."""

    def __call__(
        self, job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
    ) -> Iterator[Report]:
        """Yield `Progress` records and last a result, `Stopped` or `Failure`."""


class Laboratory:
    """A study that is open in this process.

    Attributes:
        store: The open study.
        settings: What the study was made with.
    """

    def __init__(self, store: Store, runner: Runner = run_job) -> None:
        """Read the study's settings.

        Args:
            store: The open study.
            runner: Runs the training jobs.

        Raises:
            OperatorError: The settings in the study are not valid.
        """
        self.store = store
        self.settings = parse(StudySettings, store.fact("settings", {}))
        self._runner = runner

    @property
    def game(self) -> Game:
        """The parameters of the game; this version plays the paper's."""
        return PAPER_GAME

    # --- where the study is ------------------------------------------------------------------

    def status(self) -> StudyStatus:
        """Where the study is and what may be done next."""
        return status(self.settings, self.facts())

    def facts(self) -> StudyFacts:
        """What has happened so far, counted."""
        counted = Counter(
            (group.purpose, group.iteration)
            for group in self.store.groups()
            if group.status == "complete" and group.source in self._sources
        )
        runs = self.store.runs()
        return StudyFacts(
            acquired={
                iteration: counted["acquire", iteration]
                for iteration in range(1, self.settings.iterations + 1)
            },
            runs={
                step: frozenset(run.iteration for run in runs if run.kind == step) for step in Step
            },
            converged={
                run.iteration: run.result.converged
                for run in runs
                if isinstance(run.result, ConvergenceResult)
            },
            evaluation_groups=sum(
                groups for (purpose, _), groups in counted.items() if purpose == "evaluate"
            ),
        )

    @property
    def _sources(self) -> frozenset[Source]:
        """Whose games count: the study's kind of participants, or imported ones."""
        simulated = self.settings.participants == "simulated"
        return frozenset({"imported", "simulated" if simulated else "human"})

    def played(self, purposes: tuple[Purpose, ...]) -> list[PlayedGroup]:
        """Complete groups that count, with everything they played."""
        groups = self.store.played_groups(purposes=purposes)
        return [group for group in groups if group.source in self._sources]

    def result(self, step: Step, iteration: int, kind: type[R]) -> R:
        """The result of a training step.

        Raises:
            OperatorError: The step has none in that iteration.
        """
        result = self.find_result(step, iteration, kind)
        if result is None:
            raise OperatorError(
                f"Iteration {iteration} has no result of {step.upper()} yet; run it first."
            )
        return result

    def find_result(self, step: Step, iteration: int, kind: type[R]) -> R | None:
        """The result of a training step, if it has one."""
        for run in self.store.runs(step):
            if run.iteration == iteration and isinstance(run.result, kind):
                return run.result
        return None

    def verdict(self, iteration: int) -> str:
        """What CONVERGENCE said, and what the settings make of it."""
        result = self.result(Step.CONVERGENCE, iteration, ConvergenceResult)
        least = self.settings.least_iterations
        if result.converged and iteration < least:
            return f"{result.verdict} The settings ask for at least {least} iterations: go on."
        return result.verdict

    # --- sessions ----------------------------------------------------------------------------

    def plan_session(
        self, purpose: Purpose, groups: int, settings: SessionSettings
    ) -> tuple[SessionPlan, dict[str, FrozenPolicy]]:
        """Plan a session: conditions and orders balanced over all sessions of the same purpose.

        Args:
            purpose: Acquire plays the newest mechanism against itself, evaluate plays it against
                the baseline; a pilot plays what the study would play now and counts for nothing.
            groups: How many groups.
            settings: How the session is run.

        Returns:
            The plan, and the tables that it names by their SHA-256.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        now = self.status()
        playing = Step(purpose) if purpose != "pilot" else now.step
        if purpose != "pilot":
            now.require(playing)
        newest = self.newest_mechanism()
        pair = (newest, newest)
        if playing is Step.EVALUATE:
            pair = (newest, self._baseline())
        played_before = [
            (group.tail_endowment, group.mechanisms)
            for group in self.store.groups()
            if group.purpose == purpose and group.iteration == now.iteration
            if group.status not in ("void", "ended_early")
        ]
        seed = self._seed(f"session {len(self.store.sessions()) + 1}")
        plans = plan_groups(self.game, groups, pair, seed, played_before)
        plan = SessionPlan(purpose, now.iteration, seed, self.game, settings, plans)
        return plan, {sha256: self.store.mechanism(sha256) for sha256 in pair}

    def newest_mechanism(self) -> str:
        """SHA-256 of the newest mechanism's table.

        Raises:
            OperatorError: The study has no mechanism yet.
        """
        tables = self.trained_tables()
        if not tables:
            raise OperatorError(
                "The study has no mechanism yet; make one with: hcmd-lab study begin."
            )
        return tables[-1]

    def trained_tables(self) -> list[str]:
        """SHA-256 of the tables of theta_0, theta_1, ..., as far as they are trained."""
        runs = [*self.store.runs(Step.INITIALISE), *self.store.runs(Step.OPTIMIZE)]
        return [self.store.fact(_table_fact(run.iteration)) for run in runs]

    def _baseline(self) -> str:
        table = freeze(BASELINES[self.settings.baseline], self.game)
        self.store.add_mechanism(table, {"closed_form": self.settings.baseline})
        return table.sha256

    # --- training ----------------------------------------------------------------------------

    def perform(
        self, step: Step, should_stop: Callable[[], bool] = lambda: False
    ) -> Iterator[Progress | Result | Stopped]:
        """Take a training step and keep its result in the study.

        A step that was stopped or killed goes on where it was when it is performed again.

        Yields:
            Progress, and last the result (already stored) or `Stopped`.

        Raises:
            OperatorError: The step is not possible now, or it failed for a reason that the operator
                can mend.
            RuntimeError: It failed by a bug; the text is the traceback.
        """
        now = self.status()
        now.require(step)
        if now.groups_missing:
            raise OperatorError(f"{step.upper()} is not possible now. {now.sentence}")
        iteration = 0 if step is Step.INITIALISE else now.iteration
        folder = self.store.folder.jobs / f"{step.value}-{iteration}"
        folder.mkdir(parents=True, exist_ok=True)
        job = self._job(step, iteration, folder)
        started_utc = utc_now()
        for report in self._runner(job, folder, self.store.folder.checkpoints, should_stop):
            if isinstance(report, Failure):
                if report.operator:
                    raise OperatorError(report.sentence)
                raise RuntimeError(report.traceback or report.sentence)
            if not isinstance(report, Progress | Stopped):
                self._keep(step, iteration, folder, job, report, started_utc)
            yield report

    def _job(self, step: Step, iteration: int, folder: Path) -> Job:
        settings = self.settings
        seed = self._seed(f"{step.value} {iteration}")
        compute = Compute(device=settings.device, threads=settings.threads)
        match step:
            case Step.INITIALISE:
                return InitialiseJob(seed=seed, width=settings.policy_width, compute=compute)
            case Step.MODEL:
                groups = [g for g in self.played(("acquire",)) if g.iteration <= iteration]
                write_dataset(folder / DATASET_FILE, groups)
                return ModelJob(
                    seed=seed,
                    sizes=tuple(zip(settings.linear_sizes, settings.lstm_sizes, strict=True)),
                    l2_grid=settings.vote_penalties,
                    max_epochs=settings.max_epochs,
                    splits=settings.splits,
                    inputs=settings.inputs,
                    compute=compute,
                )
            case Step.OPTIMIZE:
                model = self.result(Step.MODEL, iteration, ModelResult)
                if not model.votes:
                    raise OperatorError(
                        "OPTIMIZE needs votes and the study's data have none; run sessions, or "
                        "import data with votes."
                    )
                return OptimizeJob(
                    seed=seed,
                    policy=self.checkpoint(iteration - 1),
                    participants=model.checkpoint,
                    games=settings.games,
                    updates=settings.updates[iteration - 1],
                    learning_rate=settings.learning_rate,
                    evaluation_games=settings.repetitions,
                    compute=compute,
                )
            case Step.CONVERGENCE:
                return ConvergenceJob(
                    seed=seed,
                    policies=tuple(self.checkpoint(s) for s in range(iteration + 1)),
                    participants=self.result(Step.MODEL, iteration, ModelResult).checkpoint,
                    repetitions=settings.repetitions,
                    compute=compute,
                )
            case Step.EVALUATE:
                write_dataset(folder / DATASET_FILE, self.played(("evaluate",)))
                return EvaluateJob(
                    seed=seed,
                    mechanism=self.store.mechanism(self.newest_mechanism()).name,
                    baseline=settings.baseline,
                    compute=compute,
                )
            case _:
                raise ValueError(f"{step} is not computed by a training job")

    def checkpoint(self, iteration: int) -> str:
        """SHA-256 of the policy's checkpoint after an iteration (0: the random one)."""
        if iteration == 0:
            return self.result(Step.INITIALISE, 0, InitialiseResult).checkpoint
        return self.result(Step.OPTIMIZE, iteration, OptimizeResult).checkpoint

    def _keep(
        self, step: Step, iteration: int, folder: Path, job: Job, result: Result, started_utc: str
    ) -> None:
        if isinstance(result, InitialiseResult | OptimizeResult):
            name = mechanism_name(iteration)
            table = FrozenPolicy.from_bytes(
                (folder / result.frozen).read_bytes(), name, result.checkpoint
            )
            provenance = {"step": step.value, "iteration": iteration, "seed": job.seed}
            self.store.add_mechanism(table, provenance)
            self.store.set_fact(_table_fact(iteration), table.sha256)
        self.store.add_run(step.value, iteration, job, result, started_utc, utc_now())
        # What a job needed to go on after a stop is of no use once its result is stored.
        shutil.rmtree(folder, ignore_errors=True)

    def _seed(self, purpose: str) -> int:
        """A seed of its own for every purpose, from the study's seed."""
        digest = hashlib.sha256(f"{self.settings.seed}/{purpose}".encode()).digest()
        return int.from_bytes(digest[:4], "big") >> 1


def mechanism_name(iteration: int) -> str:
    """The name of the policy that an iteration trained; `theta_0` is the random one."""
    return f"theta_{iteration}"


def _table_fact(iteration: int) -> str:
    """Where the study keeps which table an iteration's policy was frozen into."""
    return f"table of {mechanism_name(iteration)}"
