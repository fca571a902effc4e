"""A study opened for reading: where it stands, what it compares, what of it may be seen.

It writes nothing, so that a thread may read a study beside the one that changes it.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.contrasts import Contrast, ContrastCount
from hcmd_lab.study.counted_votes import CountedVotes
from hcmd_lab.study.lacking import lacking
from hcmd_lab.study.model_data import ModelData, count_model_data
from hcmd_lab.study.next_step import status
from hcmd_lab.study.recommendation import Recommendation, recommend
from hcmd_lab.study.recorded import RecordedStudy
from hcmd_lab.study.resting import resting
from hcmd_lab.study.standing_contrasts import standing_contrasts
from hcmd_lab.study.status import Modelled, Step, StudyFacts, StudyStatus
from hcmd_lab.typed_text import can_be_seen
from hcmd_lab.vote_plan import Looks

_VOTED_ON = 3
"""The stage whose mechanism is the one that the group voted for."""


class ReadOnlyStudy(RecordedStudy):
    """A study opened for reading in this thread.

    Attributes:
        store: The open study.
        settings: The study's settings.
        mechanisms: Those it has trained, others of its library, baselines.
    """

    # --- status ------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The study's name; that of its folder if it was made without one."""
        given = self.settings.name
        return given if can_be_seen(given) else self.store.folder.path.absolute().name

    def status(self) -> StudyStatus:
        """The study's current step and what may be done next."""
        return status(self.settings, self.facts())

    def facts(self) -> StudyFacts:
        """Counts of what has happened so far."""
        played: Counter[tuple[str, int]] = Counter()
        for kind in self.counting_kinds():
            played[kind.purpose, kind.iteration] += kind.groups
        runs, counted = self.store.learned.runs(), CountedVotes(self)
        target = self.settings.evaluation_groups
        looks = {run.id for run in counted.runs if not counted.is_final(run, target)}
        done = {
            step: frozenset(
                run.iteration for run in runs if run.kind == step and run.id not in looks
            )
            for step in Step
        }
        return StudyFacts(
            acquired={
                iteration: played["acquire", iteration]
                for iteration in range(1, self.settings.iterations + 1)
            },
            runs=done,
            converged={
                run.iteration: run.result.converged
                for run in runs
                if isinstance(run.result, ConvergenceResult)
            },
            evaluation_groups=sum(
                groups for (purpose, _), groups in played.items() if purpose == "evaluate"
            ),
            contrasts=tuple(
                ContrastCount(each.mechanism, each.other, each.played, each.target, each.is_final)
                for each in standing_contrasts(self, counted)
            ),
            modelled=self._modelled(runs, done[Step.OPTIMIZE]),
            free=self._free(runs),
            looked_at=max(map(counted.played_at, counted.runs), default=0),
        )

    def lacking(self) -> list[Sentence]:
        """What the next training steps would lack, as far as it is certain now."""
        now = self.status()
        if now.step not in (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE):
            return []
        return lacking(now, self.model_data(now.iteration), self.game.rounds)

    def _free(self, runs: Sequence[RunRow]) -> tuple[Step, int] | None:
        """The newest run, if it is one of OPTIMIZE or CONVERGENCE that nothing rests on."""
        if not runs or runs[-1].kind not in (Step.OPTIMIZE, Step.CONVERGENCE):
            return None
        rests = next(resting(self.store, runs[-1]), None)
        return None if rests is not None else (Step(runs[-1].kind), runs[-1].iteration)

    def _modelled(self, runs: Sequence[RunRow], optimized: Set[int]) -> Modelled | None:
        """The newest MODEL that no OPTIMIZE rests on, and what has changed in its data since."""
        models = [run for run in runs if isinstance(run.result, ModelResult)]
        if not models or models[-1].iteration in optimized:
            return None
        run, result = models[-1], models[-1].result
        if not isinstance(result, ModelResult):
            return None
        kinds = self._to_model(run.iteration)
        now = sum(kind.groups for kind in kinds)
        # What an earlier version modelled is known by its number alone.
        used, left = result.groups, 0
        if isinstance(run.job, ModelJob) and run.job.data:
            used = len(run.job.data)
            # No other way leads out of the data: what is set aside without it stays in them.
            gone = self.store.tables.unusable_groups()
            names = {f"{session}-{number}" for session, number in gone}
            left = len(names.intersection(run.job.data)) if names else 0
        data = ModelData()
        if not result.votes:
            data = count_model_data(self.store.tables, kinds, self.game)
        came = max(0, now - (used - left))
        return Modelled(result.votes, came, left, data.voting_groups, data.votes)

    def require(self, step: Step) -> None:
        """Check that a training step may be taken now.

        Raises:
            OperatorError: It may not; the sentence says what comes first.
        """
        now = self.status()
        now.require(step)
        if step is now.step and now.groups_missing and not self.may_look:
            raise OperatorError(
                "{step} is not possible now. {status}",
                step=step.upper(),
                status=now.sentence,
            )

    @property
    def hides_votes(self) -> bool:
        """Whether votes of EVALUATE may not be seen, because they have not been counted.

        With several contrasts planned, all are hidden until the last one has been counted; under a
        sequential plan until the votes decide or all planned groups have played: what is seen of
        them meanwhile is a look, which is logged.
        """
        return any(not each.is_final for each in self.contrasts())

    @property
    def has_counted(self) -> bool:
        """Whether EVALUATE has counted any votes."""
        return bool(self.store.learned.runs(Step.EVALUATE))

    @property
    def uncounted_groups(self) -> int:
        """Groups of EVALUATE that have played and whose votes have not been counted."""
        return sum(each.uncounted for each in self.contrasts())

    @property
    def may_look(self) -> bool:
        """Whether the votes may be looked at before all planned groups have played."""
        now = self.status()
        if self.settings.looks is not Looks.SEQUENTIAL or now.step is not Step.EVALUATE:
            return False
        if self.planned_contrasts():
            return any(each.may_look for each in self._standing())
        return now.groups > self.facts().looked_at

    @property
    def extensible_contrasts(self) -> tuple[Contrast, ...]:
        """The contrasts that may get more groups: by a sequential plan, while undecided."""
        match self.settings.looks:
            case Looks.FIXED:
                return ()
            case Looks.SEQUENTIAL:
                return tuple(each for each in self.contrasts() if not each.is_decided)
            case _:
                assert_never(self.settings.looks)

    @property
    def can_add_iteration(self) -> bool:
        """Whether one more iteration may be planned: the last one may not be the end."""
        last = self.recommendations().get(self.settings.iterations)
        begun = self.store.sessions.has("evaluate")
        return last is Recommendation.STOP_AT_LAST and not begun

    # --- contrasts ---------------------------------------------------------------------------

    def contrasts(self) -> tuple[Contrast, ...]:
        """The contrasts that new groups compare by vote, in the order of planning."""
        now = self.status()
        is_final = now.step in (Step.EVALUATE, Step.DONE)
        planned = self.planned_contrasts()
        if not planned:
            newest = self.mechanisms.resolved(NEWEST) if is_final else NEWEST
            result = self.find_result(Step.EVALUATE, now.iteration, EvaluateResult)
            if result is not None:
                newest = result.mechanism
            return (
                Contrast(
                    1, newest, self.settings.baseline, self.settings.evaluation_groups,
                    self.facts().evaluation_groups, result=result,
                    is_final=now.step is Step.DONE, seen=self.facts().looked_at,
                ),
            )  # fmt: skip
        if is_final:
            return self._standing()
        return tuple(
            replace(each, mechanism=plan.mechanism, other=plan.other)
            for each, plan in zip(self._standing(), planned, strict=True)
        )

    @property
    def groups_wanted(self) -> int:
        """Groups that the study still needs now: in EVALUATE, those of all contrasts."""
        now = self.status()
        if now.step is Step.EVALUATE and self.planned_contrasts():
            return sum(each.missing for each in self.contrasts())
        return now.groups_missing

    def groups_of_contrasts(self, number: int | None = None) -> dict[int, list[int]]:
        """The contrasts by the groups that each is to have, the fewest first.

        Args:
            number: Of the only one that is asked for; None for all.
        """
        found: dict[int, list[int]] = {}
        for each in sorted(self.contrasts(), key=lambda each: each.target):
            if number in (None, each.number):
                found.setdefault(each.target, []).append(each.number)
        return found

    def evaluations(self) -> list[EvaluateResult]:
        """Results of EVALUATE, one for each contrast that has one, in the order of planning."""
        return [each.result for each in self.contrasts() if each.result is not None]

    @property
    def lacks_newest_rule(self) -> bool:
        """Whether training has ended and the newest mechanism's rule is not in the library."""
        if self.status().step not in (Step.EVALUATE, Step.DONE):
            return False
        known = {row.name for row in self.store.learned.mechanisms()}
        return self.mechanisms.resolved(NEWEST_RULE) not in known

    def _standing(self) -> tuple[Contrast, ...]:
        """The planned contrasts with the newest mechanism as it is now."""
        return standing_contrasts(self, CountedVotes(self))

    def contrast_to_evaluate(self) -> Contrast:
        """The contrast whose votes EVALUATE counts next.

        Raises:
            OperatorError: There is none whose votes may be counted.
        """
        found = self.contrasts()
        if not self.planned_contrasts():
            return found[0]
        ready = [each for each in found if each.is_ready]
        if self.may_look:
            ready += [each for each in found if each.may_look]
        if not ready:
            self.require(Step.EVALUATE)
            raise OperatorError("The groups of no contrast have played.")
        return ready[0]

    # --- played groups -----------------------------------------------------------------------

    def shown_groups(self) -> list[PlayedGroup]:
        """Complete groups of ACQUIRE and EVALUATE, as far as they may be shown.

        While votes are hidden, what groups of EVALUATE played after theirs is left out: it tells
        for which mechanism they voted.
        """
        groups = self.played(("acquire", "evaluate"))
        if not self.hides_votes:
            return groups
        return [
            replace(group, stages=tuple(each for each in group.stages if each.stage < _VOTED_ON))
            if group.purpose == "evaluate"
            else group
            for group in groups
        ]

    def recommendations(self) -> dict[int, Recommendation]:
        """The recommendation after each CONVERGENCE, by iteration."""
        facts = self.facts()
        return {
            iteration: recommend(
                self.settings,
                iteration,
                converged=converged,
                evaluated=facts.is_evaluated(iteration),
            )
            for iteration, converged in facts.converged.items()
        }
