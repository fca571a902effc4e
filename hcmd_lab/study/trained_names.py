"""Names of the mechanisms that a study trains; none is ever given to another mechanism."""

from collections import Counter

from hcmd_lab.storage.learned import Learned
from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step


def trained_name(iteration: int, number: int = 1) -> str:
    """The name of a trained mechanism; `theta_0` is the one that a study begins with.

    Args:
        iteration: Whose OPTIMIZE makes it.
        number: Which result of that OPTIMIZE: `theta_1.2` is made when it is taken anew.
    """
    later = f".{number}" if number > 1 else ""
    return f"theta_{iteration}{later}"


def trained_names(learned: Learned) -> dict[int, str]:
    """The name of what each INITIALISE and OPTIMIZE made, by the number of the run."""
    made: Counter[int] = Counter()
    names = {}
    for run in learned.every_run():
        if run.kind in (Step.INITIALISE, Step.OPTIMIZE):
            made[run.iteration] += 1
            names[run.id] = trained_name(run.iteration, made[run.iteration])
    return names


def names_at(store: Store, run: RunRow) -> tuple[str, ...]:
    """Names of the mechanisms of iterations 0, 1, ... when a run had its result.

    A step that kept the mechanism that it began with made none: its name is that mechanism's.
    """
    learned = store.learned
    known = {row.sha256: row.name for row in learned.mechanisms()}
    names = {
        number: known.get(store.facts.get(table_fact(name), ""), name)
        for number, name in trained_names(learned).items()
    }
    newest = {
        each.iteration: names[each.id]
        for each in learned.every_run()
        if each.id in names and each.id <= run.id and each.iteration <= run.iteration
    }
    return tuple(newest[iteration] for iteration in sorted(newest))


def next_name(learned: Learned, iteration: int) -> str:
    """The name of what an INITIALISE or OPTIMIZE makes now."""
    kind = Step.OPTIMIZE if iteration else Step.INITIALISE
    before = [run for run in learned.every_run(kind) if run.iteration == iteration]
    return trained_name(iteration, len(before) + 1)


def table_fact(name: str) -> str:
    """Name of the fact that records which table a trained mechanism was frozen into."""
    return f"table of {name}"
