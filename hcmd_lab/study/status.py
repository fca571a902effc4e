"""Study status: the steps of Algorithm 1 of the paper, and where a study stands in them.

What is next is derived from facts (`next_step.py`), never from the database itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.usable_votes import MIN_GROUPS
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.contrasts import ContrastCount


class Step(StrEnum):
    """A step of the loop."""

    INITIALISE = "initialise"  # make the first policy theta_0
    ACQUIRE = "acquire"  # people play the newest mechanism, against itself or variations
    MODEL = "model"  # fit how people contribute and vote
    OPTIMIZE = "optimize"  # train the mechanism to win votes
    CONVERGENCE = "convergence"  # does it still improve?
    EVALUATE = "evaluate"  # new people compare mechanisms by vote
    DONE = "done"  # everything is played and computed


def played_in(step: Step) -> Purpose | None:
    """The purpose of the sessions that a step needs; None for a computed step."""
    match step:
        case Step.ACQUIRE:
            return "acquire"
        case Step.EVALUATE:
            return "evaluate"
        case Step.INITIALISE | Step.MODEL | Step.OPTIMIZE | Step.CONVERGENCE | Step.DONE:
            return None
        case _:
            assert_never(step)


def data_of(step: Step) -> Purpose | None:
    """The purpose of the sessions whose data a step uses; None if it uses none."""
    match step:
        case Step.MODEL:
            return "acquire"
        case Step.EVALUATE:
            return "evaluate"
        case Step.INITIALISE | Step.ACQUIRE | Step.OPTIMIZE | Step.CONVERGENCE | Step.DONE:
            return None
        case _:
            assert_never(step)


class StudyStanding(StrEnum):
    """A study's stage in the loop, and whether it is waiting for groups."""

    NEW = "new"  # it has no mechanism yet
    ACQUIRING = "acquiring"  # groups play the newest mechanism
    ACQUIRED = "acquired"  # they have played: MODEL
    MODELLED = "modelled"  # OPTIMIZE
    OPTIMIZED = "optimized"  # CONVERGENCE
    COMPARING = "comparing"  # new groups compare mechanisms by vote
    COMPARED = "compared"  # they have: EVALUATE
    COMPLETE = "complete"  # everything is played and computed


@dataclass(frozen=True, slots=True)
class Modelled:
    """The newest MODEL of an iteration without a result of OPTIMIZE, and the data since.

    Attributes:
        votes: Votes that it used.
        came: Groups that have come since.
        left: Groups that it used and that do not count any more.
        voting_groups: Groups with votes that MODEL could use now.
        votes_now: Those votes.
    """

    votes: int
    came: int = 0
    left: int = 0
    voting_groups: int = 0
    votes_now: int = 0

    @property
    def has_votes_now(self) -> bool:
        """Whether MODEL could use votes now."""
        return self.voting_groups >= MIN_GROUPS


@dataclass(frozen=True, slots=True)
class StudyFacts:
    """Counts of what has happened in a study.

    Attributes:
        acquired: Complete groups that count, by iteration.
        runs: Iterations for which each training step has a result (`INITIALISE` has iteration 0).
        converged: Results of CONVERGENCE, by iteration.
        evaluation_groups: Complete groups of EVALUATE that count.
        contrasts: The contrasts that were planned; none where that of the settings holds.
        modelled: The newest MODEL, while nothing rests on it; None where something does.
        free: The newest OPTIMIZE or CONVERGENCE and its iteration, while nothing rests on it; None
            where something does.
        looked_at: Groups that had played when the votes were counted last; 0 before.
    """

    acquired: Mapping[int, int]
    runs: Mapping[Step, frozenset[int]]
    converged: Mapping[int, bool]
    evaluation_groups: int
    contrasts: tuple[ContrastCount, ...] = ()
    modelled: Modelled | None = None
    free: tuple[Step, int] | None = None
    looked_at: int = 0

    def has(self, step: Step, iteration: int) -> bool:
        """Whether a training step has a result in an iteration."""
        return iteration in self.runs.get(step, frozenset())

    def is_evaluated(self, iteration: int) -> bool:
        """Whether EVALUATE has a result of every contrast, after an iteration."""
        if self.contrasts:
            return all(each.is_evaluated for each in self.contrasts)
        return self.has(Step.EVALUATE, iteration)


@dataclass(frozen=True, slots=True)
class StudyStatus:
    """A study's current step and what it still needs.

    Attributes:
        iteration: 1 for the first.
        step: The step that comes next.
        groups: Groups played so far in a step that plays.
        groups_target: Groups that the step needs; 0 for a step that computes.
        sentence: The same for a reader, with what to do; every surface quotes it.
        again: The step with a result that nothing rests on yet, so that it may be taken anew; None
            if there is none.
        again_iteration: Its iteration, which may be the one before; 0 if there is none.
        news: What has changed in the data of that step since; None if nothing.
    """

    iteration: int
    step: Step
    groups: int
    groups_target: int
    sentence: Sentence
    again: Step | None = None
    news: Sentence | None = None
    again_iteration: int = 0

    def iteration_of(self, step: Step) -> int:
        """The iteration in which a step would be taken now."""
        if step is Step.INITIALISE:
            return 0
        is_before = step is self.again and step is not self.step
        return self.again_iteration if is_before else self.iteration

    @property
    def standing(self) -> StudyStanding:
        """The status as a single enum value."""
        match self.step:
            case Step.INITIALISE:
                return StudyStanding.NEW
            case Step.ACQUIRE:
                return StudyStanding.ACQUIRING
            case Step.MODEL:
                return StudyStanding.ACQUIRED
            case Step.OPTIMIZE:
                return StudyStanding.MODELLED
            case Step.CONVERGENCE:
                return StudyStanding.OPTIMIZED
            case Step.EVALUATE:
                return StudyStanding.COMPARING if self.groups_missing else StudyStanding.COMPARED
            case Step.DONE:
                return StudyStanding.COMPLETE
            case _:
                assert_never(self.step)

    @property
    def groups_missing(self) -> int:
        """Number of groups still to be played before the next step."""
        return max(0, self.groups_target - self.groups)

    def allows(self, step: Step) -> bool:
        """Whether a step may be taken now: the next one, or one that nothing rests on yet.

        More groups may be acquired until OPTIMIZE has made the next mechanism.
        """
        more = step is Step.ACQUIRE and self.step in (Step.MODEL, Step.OPTIMIZE)
        return step in (self.step, self.again) or more

    def require(self, step: Step) -> None:
        """Check that a step may be taken now.

        Raises:
            OperatorError: It may not; the sentence says what comes first.
        """
        if self.allows(step):
            return
        if step is Step.ACQUIRE and self.step is Step.CONVERGENCE:
            raise OperatorError(
                "{step} is not possible now. {status} To acquire more groups before, go back to "
                "OPTIMIZE (menu Training, or hcmd-lab study back STUDY --to optimize).",
                step=step.upper(),
                status=self.sentence,
            )
        raise OperatorError(
            "{step} is not possible now. {status}", step=step.upper(), status=self.sentence
        )
