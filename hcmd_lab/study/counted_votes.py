"""The votes that EVALUATE has counted: of how many groups, before what, and whether for good."""

from collections.abc import Iterable
from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.storage.intake import NewRun
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.contrasts import PlannedContrast
from hcmd_lab.study.order_of_plans import place_of_plan
from hcmd_lab.study.recorded import RecordedStudy
from hcmd_lab.study.study_log import look_places
from hcmd_lab.vote_plan import Looks


class CountedVotes:
    """What a study's results of EVALUATE and its log tell of counted votes; both are read once.

    Attributes:
        runs: The results, in the order in which their votes were counted.
    """

    def __init__(self, study: RecordedStudy) -> None:
        """Read what has been counted.

        Args:
            study: The open study.
        """
        self.runs = study.vote_counts()
        self._study = study
        self._entries = study.log()
        self._looks = look_places(self._entries)

    def played_at(self, run: RunRow) -> int:
        """Groups that had played when the votes of a result were counted.

        The log does not tell it of a count that came with a bundle, which tells its groups.
        """
        if run.id in self._looks:
            return int(self._entries[self._looks[run.id]].details["played"])
        return run.result.groups if isinstance(run.result, EvaluateResult) else 0

    def is_final(self, run: RunRow, target: int) -> bool:
        """Whether nothing more has to be played for a result.

        A look at the votes of a sequential plan is not, until the votes decide or all planned
        groups have played.

        Args:
            run: The result.
            target: Groups that its contrast is to have.
        """
        match self._study.settings.looks:
            case Looks.FIXED:
                return True
            case Looks.SEQUENTIAL:
                result = run.result
                if not isinstance(result, EvaluateResult):
                    return True
                is_decided = result.preferred is not Preferred.UNDECIDED
                return is_decided or self.played_at(run) >= target
            case _:
                assert_never(self._study.settings.looks)

    def others(self, plan: PlannedContrast) -> int:
        """Other contrasts than this one whose votes have been counted."""
        return self._others(plan, self.runs)

    def others_before(self, plan: PlannedContrast, new: Iterable[NewRun] = ()) -> int:
        """Other contrasts whose votes had been counted when a contrast was planned.

        Args:
            plan: The contrast.
            new: Training steps that are about to be stored.
        """
        place = place_of_plan(self._entries, plan)
        before: list[RunRow | NewRun] = [
            run for run in self.runs if self._is_before(run, plan, place)
        ]
        before += [run for run in new if run.finished_utc <= plan.planned_utc]
        return self._others(plan, before)

    def _is_before(self, run: RunRow, plan: PlannedContrast, place: int | None) -> bool:
        """Whether votes had been counted when a contrast was planned, at this place of the log."""
        look = self._looks.get(run.id)
        if place is None or look is None:
            return run.finished_utc <= plan.planned_utc
        return look < place

    def _others(self, plan: PlannedContrast, runs: Iterable[RunRow | NewRun]) -> int:
        """Contrasts that results count, but for one."""
        own = frozenset(map(self._study.mechanisms.resolved, (plan.mechanism, plan.other)))
        counted = {
            frozenset((run.result.mechanism, run.result.baseline))
            for run in runs
            if isinstance(run.result, EvaluateResult)
        }
        return len(counted - {own})
