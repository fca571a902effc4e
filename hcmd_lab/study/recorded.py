"""What an open study holds: the groups that played, the results of its steps, what was noted.

`hcmd_lab.study.reader` says what follows from it.
"""

import hashlib
from typing import Any, TypeVar

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup, Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import Checked, ModelResult, PredictionCheck
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.prediction_checks import widening
from hcmd_lab.storage.facts import LABS_FACT
from hcmd_lab.storage.group_tally import GroupTally
from hcmd_lab.storage.records import GroupRow, RunRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.contrasts import CONTRASTS_FACT, PlannedContrast, parse_contrasts
from hcmd_lab.study.counting import GroupCount, count_of
from hcmd_lab.study.model_data import ModelData, count_model_data
from hcmd_lab.study.own_order import in_own_order
from hcmd_lab.study.settings import game_of, stored_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import ADDED_FACT, LogEntry, look_places, read_log
from hcmd_lab.study.study_mechanisms import StudyMechanisms

R = TypeVar("R", bound=Result)

_ACQUIRED: tuple[Purpose, ...] = ("acquire",)

COPY_FACT = "copy"
"""Where a study that was made from a bundle keeps what tells it from the others."""

LAB_FACT = "lab name"
"""Where a study keeps the lab's name, for its receipts and for merged results."""


class RecordedStudy:
    """What a study that is open in this thread holds.

    Attributes:
        store: The open study.
        settings: The study's settings.
        mechanisms: Those it has trained, others of its library, baselines.
    """

    def __init__(self, store: Store) -> None:
        """Read the study's settings.

        Raises:
            OperatorError: The settings in the study are not valid.
        """
        self.store = store
        self.settings = stored_settings(store.facts.get("settings", {}))
        self.mechanisms = StudyMechanisms(store, self.game)

    @property
    def game(self) -> Game:
        """The parameters of the game."""
        return game_of(self.settings)

    # --- played groups -----------------------------------------------------------------------

    def played(self, purposes: tuple[Purpose, ...]) -> list[PlayedGroup]:
        """Complete groups that count as data, with everything they played."""
        counted = {group.name for group, count in self.group_counts() if count.counts}
        groups = self.store.tables.played_groups(purposes=purposes)
        return [group for group in groups if group.group in counted]

    def to_model(self, iteration: int | None = None) -> list[PlayedGroup]:
        """The groups that MODEL of an iteration would read now; of all iterations if None."""
        wanted = {
            group.name
            for group, count in self.group_counts()
            if _is_modelled(group, count, iteration)
        }
        groups = self.store.tables.played_groups(purposes=_ACQUIRED)
        return [group for group in groups if group.group in wanted]

    def data_of(self, run: RunRow) -> list[PlayedGroup]:
        """The groups that a MODEL used, in its order, as far as they are usable."""
        if not isinstance(run.job, ModelJob) or not run.job.data:  # of earlier versions
            return self.to_model(run.iteration)
        groups = self.store.tables.played_groups(purposes=_ACQUIRED)
        by_name = {each.group: each for each in groups}
        return [by_name[name] for name in run.job.data if name in by_name]

    def known_to_model(self, iteration: int) -> list[PlayedGroup]:
        """The groups that the newest MODEL of an iteration used, or would use now without one."""
        runs = [run for run in self.store.learned.runs(Step.MODEL) if run.iteration == iteration]
        return self.data_of(runs[-1]) if runs else self.to_model(iteration)

    def group_counts(self, session: str | None = None) -> list[tuple[GroupRow, GroupCount]]:
        """The groups of a session, or of all sessions, and whether each counts."""
        return [(group, self._count(group)) for group in self.store.tables.groups(session)]

    def model_data(self, iteration: int) -> ModelData:
        """The data that MODEL of an iteration would read now, counted."""
        return count_model_data(self.store.tables, self._to_model(iteration), self.game)

    def counting_kinds(self) -> list[GroupTally]:
        """The kinds of groups that count."""
        return [kind for kind in self.store.tables.tally() if self._count(kind).counts]

    def _count(self, group: GroupRow | GroupTally) -> GroupCount:
        return count_of(group, simulated=self.settings.simulated)

    def _to_model(self, iteration: int) -> list[GroupTally]:
        return [
            kind
            for kind in self.store.tables.tally()
            if _is_modelled(kind, self._count(kind), iteration)
        ]

    # --- results -----------------------------------------------------------------------------

    def result(self, step: Step, iteration: int, kind: type[R]) -> R:
        """The result of a training step.

        Raises:
            OperatorError: The step has none in that iteration.
        """
        result = self.find_result(step, iteration, kind)
        if result is None:
            raise OperatorError(
                "Iteration {iteration} has no result of {step} yet; run it first.",
                iteration=iteration,
                step=step.upper(),
            )
        return result

    def find_result(self, step: Step, iteration: int, kind: type[R]) -> R | None:
        """The newest result of a training step, if it has one."""
        runs = self.vote_counts() if step is Step.EVALUATE else self.store.learned.runs(step)
        for run in reversed(runs):
            if run.iteration == iteration and isinstance(run.result, kind):
                return run.result
        return None

    def vote_counts(self) -> list[RunRow]:
        """Results of EVALUATE, in the order in which their votes were counted.

        Those of another lab come with a bundle, and may be older than some of this one. A clock
        that was set back does not change the order of this lab's own.
        """
        counted_here = look_places(self.log())
        return in_own_order(
            self.store.learned.runs(Step.EVALUATE),
            lambda run: run.id in counted_here,
            lambda run: run.finished_utc,
        )

    def checks(self, before: int | None = None) -> tuple[PredictionCheck, ...]:
        """What the models expected of each session that followed, and what came, oldest first.

        A MODEL that was taken again checks the same sessions anew: its newest result counts.

        Args:
            before: Only what the iterations before this one knew; None for all.
        """
        runs = self.store.learned.runs()
        if before is not None:
            runs = [run for run in runs if run.iteration < before]
        newest = {run.iteration: run.id for run in runs if isinstance(run.result, ModelResult)}
        return tuple(
            check
            for run in runs
            if isinstance(run.result, EvaluateResult)
            or (isinstance(run.result, ModelResult) and newest[run.iteration] == run.id)
            for check in run.result.checks
        )

    def widening(self, quantity: Checked, before: int | None = None) -> float:
        """The factor by which the models' errors in a quantity are widened, by `checks`."""
        return widening(self.checks(before), quantity)

    def checkpoint(self, iteration: int) -> str:
        """SHA-256 of the policy's checkpoint after an iteration (0: the first one)."""
        if iteration == 0:
            return self.result(Step.INITIALISE, 0, InitialiseResult).checkpoint
        return self.result(Step.OPTIMIZE, iteration, OptimizeResult).checkpoint

    def seed(self, purpose: str) -> int:
        """A separate seed for every purpose, derived from the study's seed."""
        digest = hashlib.sha256(f"{self.settings.seed}/{purpose}".encode()).digest()
        return int.from_bytes(digest[:4], "big") >> 1

    # --- what was noted ----------------------------------------------------------------------

    def log(self) -> list[LogEntry]:
        """What was decided or seen that is no event of a session, oldest first."""
        return read_log(self.store.facts)

    def planned_contrasts(self) -> tuple[PlannedContrast, ...]:
        """The contrasts as they were planned; none where that of the settings holds."""
        return parse_contrasts(self.store.facts.get(CONTRASTS_FACT, []))

    def added_iterations(self) -> list[dict[str, Any]]:
        """Iterations that were added later: number, groups, updates, when and by whom."""
        added: list[dict[str, Any]] = self.store.facts.get(ADDED_FACT, [])
        return added

    def labs(self) -> dict[str, str]:
        """The other labs whose sessions were merged into the study, by session."""
        found: dict[str, str] = self.store.facts.get(LABS_FACT, {})
        return found

    @property
    def lab_name(self) -> str:
        """What other labs call this one; empty if it has no name."""
        return str(self.store.facts.get(LAB_FACT, "") or self.store.facts.get(COPY_FACT, ""))


def _is_modelled(group: GroupRow | GroupTally, count: GroupCount, iteration: int | None) -> bool:
    """Whether MODEL of an iteration, or of any if None, reads a group, or a kind of groups."""
    if count.is_data:
        return True
    is_of_iteration = iteration is None or group.iteration <= iteration
    return count.counts and group.purpose == "acquire" and is_of_iteration
