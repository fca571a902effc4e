"""Refuses a merge that would add data to a computed step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.bundles.session_uses import Pair, SessionUse, uses_here, uses_there
from hcmd_lab.errors import UsageError
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.report import Result
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step, data_of
from hcmd_lab.vote_plan import Looks


@dataclass(frozen=True, slots=True)
class _Computed:
    """A computed step that cannot be computed anew with more data.

    Attributes:
        step: The step.
        iteration: The study's iteration.
        pair: The mechanisms whose votes EVALUATE has counted; none of other steps.
        may_grow: Whether groups could still be added to these.
    """

    step: Step
    iteration: int
    pair: Pair = frozenset()
    may_grow: bool = False

    def used(self, session: SessionUse) -> bool:
        """Whether it used a session, or would have."""
        if session.purpose != data_of(self.step) or session.iteration > self.iteration:
            return False
        if self.step is Step.EVALUATE and session.is_set_aside:
            return False
        return not self.pair or self.pair in session.pairs


def require_same_data(
    study: ReadOnlyStudy,
    bundle: Bundle,
    there: Iterable[tuple[Step, int, Result]],
    planned: Mapping[Pair, int],
) -> None:
    """Check that every step computed from data saw all the data the merged study will hold.

    A MODEL that nothing rests on yet need not, nor a look at votes under a sequential plan before
    they decide or all planned groups have played: the merged study says that they may be taken
    again. The votes of a contrast are those of its own groups.

    Args:
        study: The study.
        bundle: The bundle.
        there: Step, iteration and result of each run in the bundle.
        planned: Groups that each comparison is to have in the merged study.

    Raises:
        UsageError: One side computed a step without a session that the other side has for it.
    """
    here = ((Step(run.kind), run.iteration, run.result) for run in study.store.learned.runs())
    ours, theirs = _settled(study, here, planned), _settled(study, there, planned)
    sessions_here, sessions_there = uses_here(study), uses_there(bundle)
    known = {each.code for each in sessions_here}
    their_codes = {each.code for each in sessions_there}
    for computed in ours:
        for session in sessions_there:
            if session.code not in known and computed.used(session):
                raise _unseen_there(bundle, session, computed)
    for computed in theirs:
        for session in sessions_here:
            if session.code not in their_codes and computed.used(session):
                raise _unseen_here(bundle, session, computed)


def _unseen_there(bundle: Bundle, session: SessionUse, computed: _Computed) -> UsageError:
    values = _values(bundle, session, computed)
    if computed.may_grow:
        return UsageError(
            "Session {session} of the bundle {name} belongs to the data for {step} of iteration "
            "{iteration}, which this study computed without it, when all planned groups had "
            "played; add groups to the comparison (Mechanisms, More groups, or: hcmd-lab study "
            "more-groups STUDY --groups NUMBER), then merge again.",
            **values,
        )
    if computed.step is Step.EVALUATE:
        return UsageError(
            "Session {session} of the bundle {name} belongs to the data for {step} of iteration "
            "{iteration}, which this study computed without it; votes that have been counted "
            "get no more. Merge all data before they are counted.",
            **values,
        )
    return UsageError(
        "Session {session} of the bundle {name} belongs to the data for {step} of "
        "iteration {iteration}, which this study computed without it; merge all data "
        "before training.",
        **values,
    )


def _unseen_here(bundle: Bundle, session: SessionUse, computed: _Computed) -> UsageError:
    values = _values(bundle, session, computed)
    if computed.may_grow:
        return UsageError(
            "Session {session} of this study belongs to the data for {step} of iteration "
            "{iteration}, which the study of the bundle {name} computed without it, when all "
            "planned groups had played; add groups to the comparison there (Mechanisms, More "
            "groups, or: hcmd-lab study more-groups STUDY --groups NUMBER), then make the bundle "
            "and merge it again.",
            **values,
        )
    if computed.step is Step.EVALUATE:
        return UsageError(
            "Session {session} of this study belongs to the data for {step} of iteration "
            "{iteration}, which the study of the bundle {name} computed without it; votes that "
            "have been counted get no more. Send that lab a bundle of this study before they are "
            "counted.",
            **values,
        )
    return UsageError(
        "Session {session} of this study belongs to the data for {step} of iteration "
        "{iteration}, which the study of the bundle {name} computed without it; send "
        "that lab a bundle of this study before training.",
        **values,
    )


def _values(bundle: Bundle, session: SessionUse, computed: _Computed) -> dict[str, object]:
    return {
        "session": session.code, "name": bundle.name, "step": computed.step.upper(),
        "iteration": computed.iteration,
    }  # fmt: skip


def _settled(
    study: ReadOnlyStudy, runs: Iterable[tuple[Step, int, Result]], planned: Mapping[Pair, int]
) -> list[_Computed]:
    """The computed steps that cannot be taken again, oldest first.

    A MODEL can, until OPTIMIZE rests on it.
    """
    computed = list(runs)
    optimized = {iteration for step, iteration, _ in computed if step is Step.OPTIMIZE}
    found = []
    for step, iteration, result in computed:
        if step is Step.MODEL and iteration not in optimized:
            continue
        if not isinstance(result, EvaluateResult):
            found.append(_Computed(step, iteration))
            continue
        pair = frozenset((result.mechanism, result.baseline))
        match study.settings.looks:
            case Looks.FIXED:
                found.append(_Computed(step, iteration, pair))
            case Looks.SEQUENTIAL:
                is_decided = result.preferred is not Preferred.UNDECIDED
                if is_decided or result.groups >= planned.get(pair, 0):
                    found.append(_Computed(step, iteration, pair, may_grow=not is_decided))
            case _:
                assert_never(study.settings.looks)
    return found
