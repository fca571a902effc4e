"""Refuses a merge that would add data to a computed step."""

from collections.abc import Iterable

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupImported, SessionOpened
from hcmd_lab.game.played import Purpose
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step, data_of


def require_same_data(study: ReadOnlyStudy, bundle: Bundle) -> None:
    """Check that every step computed from data saw all the data the merged study will hold.

    A MODEL that nothing rests on yet need not: the merged study says that it may be taken again.

    Raises:
        UsageError: One side computed a step without a session that the other side has for it.
    """
    here = {(row.code, row.purpose, row.iteration) for row in study.store.tables.sessions()}
    there = {_kind(bundle, code) for code in bundle.sessions}
    ours = _settled((run.kind, run.iteration) for run in study.store.learned.runs())
    theirs = _settled((line.kind, line.iteration) for line in bundle.runs)
    for step, iteration in ours:
        if missing := _data(there - here, step, iteration):
            raise UsageError(
                "Session {session} of the bundle {name} belongs to the data for {step} of "
                "iteration {iteration}, which this study computed without it; merge all data "
                "before training.",
                session=missing[0],
                name=bundle.name,
                step=step.upper(),
                iteration=iteration,
            )
    for step, iteration in theirs:
        if missing := _data(here - there, step, iteration):
            raise UsageError(
                "Session {session} of this study belongs to the data for {step} of iteration "
                "{iteration}, which the study of the bundle {name} computed without it; send that "
                "lab a bundle of this study before training.",
                session=missing[0],
                name=bundle.name,
                step=step.upper(),
                iteration=iteration,
            )


def _settled(runs: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """The computed steps that cannot be taken again: a MODEL can, until OPTIMIZE rests on it."""
    computed = set(runs)
    return {
        (kind, iteration)
        for kind, iteration in computed
        if kind != Step.MODEL or (Step.OPTIMIZE, iteration) in computed
    }


def _data(sessions: Iterable[tuple[str, Purpose, int]], step: str, iteration: int) -> list[str]:
    """The sessions whose data a step of an iteration uses."""
    purpose = data_of(Step(step))
    return sorted(
        code for code, played, earlier in sessions if played == purpose and earlier <= iteration
    )


def _kind(bundle: Bundle, code: str) -> tuple[str, Purpose, int]:
    first = bundle.sessions[code][0].event
    if isinstance(first, SessionOpened):
        return code, first.plan.purpose, first.plan.iteration
    if isinstance(first, GroupImported):
        return code, first.played.purpose, first.played.iteration
    raise UsageError(
        "Session {session} of the bundle {name} has no valid beginning; create the bundle again.",
        session=code,
        name=bundle.name,
    )
