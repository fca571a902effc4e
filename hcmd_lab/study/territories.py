"""Territory of a study's mechanisms: what was known of people when each was trained."""

from collections.abc import Sequence

from hcmd_lab.game.mechanism_names import variation_of
from hcmd_lab.insight.territory import Cells, known_cells
from hcmd_lab.study.reader import ReadOnlyStudy


def known_at(study: ReadOnlyStudy, iteration: int) -> Cells:
    """The situations that the newest MODEL of an iteration knew from a study's groups."""
    return known_cells(study.known_to_model(iteration))


def territories(study: ReadOnlyStudy, names: Sequence[str]) -> dict[str, Cells]:
    """The situations that were known when mechanisms were trained, by name.

    Mechanisms that the study's people had no part in are left out: the one that a study begins
    with, closed forms, and those of other studies.

    Args:
        study: The study.
        names: Names of its mechanisms; a variation rests on what its mechanism rests on.
    """
    known = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    tables = enumerate(study.mechanisms.trained_tables())
    trained = {known[table]: iteration for iteration, table in tables if iteration}
    iterations = {name: trained[of] for name in names if (of := _varied(name)) in trained}
    if not iterations:
        return {}
    cells = {each: known_at(study, each) for each in set(iterations.values())}
    return {name: cells[iteration] for name, iteration in iterations.items()}


def _varied(name: str) -> str:
    """The mechanism that a name is a variation of; the name itself if it is of none."""
    of, *_ = variation_of(name) or (name,)
    return of
