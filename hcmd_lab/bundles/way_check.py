"""Checks that two studies have gone back to the same steps; finds what rests on a step."""

from collections import Counter
from collections.abc import Iterable

from hcmd_lab.bundles.bundle_records import Bundle, RunLine
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import SessionOpened, SessionSetAside
from hcmd_lab.game.played import Aside
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step

_ORDER = (Step.INITIALISE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)


def require_same_way(study: ReadOnlyStudy, bundle: Bundle) -> None:
    """Check that what both sides have, both have set aside, or neither.

    Raises:
        UsageError: One side has gone back and the other has not; the sentence says what to do.
    """
    ours = _numbered(study.store.learned.every_run())
    theirs = _numbered(bundle.runs)
    for key in sorted(ours.keys() & theirs.keys(), key=lambda key: (key[1], _ORDER.index(key[0]))):
        _require_same(bundle, key[0], key[1], here=ours[key], there=theirs[key])
    aside_there = {
        code: next((e.event for e in events if isinstance(e.event, SessionSetAside)), None)
        for code, events in bundle.sessions.items()
    }
    for session in study.store.tables.sessions():
        if session.code in aside_there:
            told = aside_there[session.code]
            step, iteration = (Step.EVALUATE, session.iteration)
            if told is not None:
                step, iteration = Step(told.step), told.iteration
            here = session.set_aside is not Aside.NO
            _require_same(bundle, step, iteration, here=here, there=told is not None)


def _require_same(bundle: Bundle, step: Step, iteration: int, *, here: bool, there: bool) -> None:
    if here == there:
        return
    values = {"name": bundle.name, "step": step.upper(), "to": step.value, "iteration": iteration}
    if there:
        raise UsageError(
            "The study of the bundle {name} has gone back to {step} of iteration {iteration} and "
            "this study has not; go back here too before merging (Training, Go back to a step, or: "
            "hcmd-lab study back STUDY --to {to} --iteration {iteration}).",
            **values,
        )
    raise UsageError(
        "This study has gone back to {step} of iteration {iteration} and that of the bundle {name} "
        "has not; let that lab go back too (Training, Go back to a step, or: hcmd-lab study back "
        "STUDY --to {to} --iteration {iteration}) and send its bundle again.",
        **values,
    )


def _numbered(runs: Iterable[RunRow | RunLine]) -> dict[tuple[Step, int, int], bool]:
    """Whether each result of a step was set aside; results of a step are numbered in order."""
    seen: Counter[tuple[Step, int]] = Counter()
    found = {}
    for run in runs:
        step = Step(run.kind)
        seen[step, run.iteration] += 1
        found[step, run.iteration, seen[step, run.iteration]] = bool(run.set_aside_utc)
    return found


def rests_here(study: ReadOnlyStudy, bundle: Bundle, step: Step, iteration: int) -> bool:
    """Whether something in the study rests on its result of a step."""
    del bundle
    runs = study.store.learned.runs()
    played = (
        (session.purpose, session.iteration)
        for session in study.store.tables.sessions()
        if session.set_aside is Aside.NO and not session.imported
    )
    return _rest(((Step(run.kind), run.iteration) for run in runs), played, step, iteration)


def rests_there(study: ReadOnlyStudy, bundle: Bundle, step: Step, iteration: int) -> bool:
    """Whether something in the study of a bundle rests on its result of a step."""
    del study
    runs = ((line.kind, line.iteration) for line in bundle.runs if not line.set_aside_utc)
    played = (
        (events[0].event.plan.purpose, events[0].event.plan.iteration)
        for events in bundle.sessions.values()
        if isinstance(events[0].event, SessionOpened)
        and not any(isinstance(each.event, SessionSetAside) for each in events)
    )
    return _rest(runs, played, step, iteration)


def _rest(
    runs: Iterable[tuple[Step, int]],
    played: Iterable[tuple[str, int]],
    step: Step,
    iteration: int,
) -> bool:
    """Whether a later step, or a session that followed from the step, is among these."""
    when = (iteration, _ORDER.index(step))
    if any(kind is Step.EVALUATE or (it, _ORDER.index(kind)) > when for kind, it in runs):
        return step is not Step.EVALUATE
    if step is Step.MODEL:
        return False  # groups may play while it is taken again
    return any(purpose == "evaluate" or it > iteration for purpose, it in played)
