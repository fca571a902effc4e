"""Refuses a merge that would add data to a computed step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupAdded, GroupImported, SessionOpened
from hcmd_lab.game.played import Purpose
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.report import Result
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step, data_of
from hcmd_lab.vote_plan import Looks

Pair = frozenset[str]
"""Names of the mechanisms that a group met."""


@dataclass(frozen=True, slots=True)
class _Computed:
    """A computed step that cannot be computed anew with more data.

    Attributes:
        step: The step.
        iteration: The study's iteration.
        pair: The mechanisms whose votes EVALUATE has counted; none of other steps.
    """

    step: Step
    iteration: int
    pair: Pair = frozenset()


@dataclass(frozen=True, slots=True)
class _Session:
    """What a session is data for.

    Attributes:
        code: Its code.
        purpose: Its purpose.
        iteration: The study's iteration.
        pairs: The mechanisms that its groups met.
    """

    code: str
    purpose: Purpose
    iteration: int
    pairs: frozenset[Pair]

    def is_data_of(self, computed: _Computed) -> bool:
        """Whether a step used this session, or would have."""
        if self.purpose != data_of(computed.step) or self.iteration > computed.iteration:
            return False
        return not computed.pair or computed.pair in self.pairs


def require_same_data(
    study: ReadOnlyStudy, bundle: Bundle, there: Iterable[tuple[Step, int, Result]]
) -> None:
    """Check that every step computed from data saw all the data the merged study will hold.

    A MODEL that nothing rests on yet need not, nor a look at votes that have not decided under a
    sequential plan: the merged study says that they may be taken again. The votes of a contrast are
    those of its own groups.

    Args:
        study: The study.
        bundle: The bundle.
        there: Step, iteration and result of each run in the bundle.

    Raises:
        UsageError: One side computed a step without a session that the other side has for it.
    """
    ours = _settled(
        study, ((Step(run.kind), run.iteration, run.result) for run in study.store.learned.runs())
    )
    theirs = _settled(study, there)
    sessions_here, sessions_there = _sessions(study), _sessions_of(bundle)
    known = {each.code for each in sessions_here}
    their_codes = {each.code for each in sessions_there}
    for computed in ours:
        for session in sessions_there:
            if session.code not in known and session.is_data_of(computed):
                raise UsageError(
                    "Session {session} of the bundle {name} belongs to the data for {step} of "
                    "iteration {iteration}, which this study computed without it; merge all data "
                    "before training.",
                    session=session.code,
                    name=bundle.name,
                    step=computed.step.upper(),
                    iteration=computed.iteration,
                )
    for computed in theirs:
        for session in sessions_here:
            if session.code not in their_codes and session.is_data_of(computed):
                raise UsageError(
                    "Session {session} of this study belongs to the data for {step} of iteration "
                    "{iteration}, which the study of the bundle {name} computed without it; send "
                    "that lab a bundle of this study before training.",
                    session=session.code,
                    name=bundle.name,
                    step=computed.step.upper(),
                    iteration=computed.iteration,
                )


def _settled(study: ReadOnlyStudy, runs: Iterable[tuple[Step, int, Result]]) -> list[_Computed]:
    """The computed steps that cannot be taken again, oldest first.

    A MODEL can, until OPTIMIZE rests on it, and a look at votes can while they have not decided.
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
        is_look = study.settings.looks is Looks.SEQUENTIAL
        if is_look and result.preferred is Preferred.UNDECIDED:
            continue
        pair = frozenset((result.mechanism, result.baseline))
        found.append(_Computed(step, iteration, pair))
    return found


def _sessions(study: ReadOnlyStudy) -> list[_Session]:
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    pairs: dict[str, set[Pair]] = {}
    for group in study.store.tables.groups():
        pairs.setdefault(group.session, set()).add(_named(group.mechanisms, names))
    return [
        _Session(row.code, row.purpose, row.iteration, frozenset(pairs.get(row.code, ())))
        for row in sorted(study.store.tables.sessions(), key=lambda row: row.code)
    ]


def _sessions_of(bundle: Bundle) -> list[_Session]:
    names = {table.sha256: table.name for table, _ in bundle.mechanisms}
    found = []
    for code in sorted(bundle.sessions):
        purpose, iteration = _kind(bundle, code)
        pairs = frozenset(_pairs(bundle, code, names))
        found.append(_Session(code, purpose, iteration, pairs))
    return found


def _pairs(bundle: Bundle, code: str, names: Mapping[str, str]) -> Iterator[Pair]:
    for told in bundle.sessions[code]:
        event = told.event
        if isinstance(event, SessionOpened):
            for group in event.plan.groups:
                yield _named(group.mechanisms, names)
        elif isinstance(event, GroupAdded):
            yield _named(event.plan.mechanisms, names)
        elif isinstance(event, GroupImported):
            yield frozenset(stage.mechanism for stage in event.played.stages)


def _named(mechanisms: Iterable[str], names: Mapping[str, str]) -> Pair:
    return frozenset(names.get(each, each) for each in mechanisms)


def _kind(bundle: Bundle, code: str) -> tuple[Purpose, int]:
    first = bundle.sessions[code][0].event
    if isinstance(first, SessionOpened):
        return first.plan.purpose, first.plan.iteration
    if isinstance(first, GroupImported):
        return first.played.purpose, first.played.iteration
    raise UsageError(
        "Session {session} of the bundle {name} has no valid beginning; create the bundle again.",
        session=code,
        name=bundle.name,
    )
