"""Territory of a study's mechanisms: what was known of people when each was trained."""

from collections.abc import Sequence

from hcmd_lab.game.mechanism_names import variation_of
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.insight.territory import Cells, known_cells
from hcmd_lab.study.reader import ReadOnlyStudy, mechanism_name


def known_at(groups: Sequence[PlayedGroup], iteration: int) -> Cells:
    """The situations that MODEL of an iteration knew from a study's groups of ACQUIRE."""
    return known_cells(group for group in groups if group.iteration <= iteration)


def territories(study: ReadOnlyStudy, names: Sequence[str]) -> dict[str, Cells]:
    """The situations that were known when mechanisms were trained, by name.

    Mechanisms that the study's people had no part in are left out: the one that a study begins
    with, closed forms, and those of other studies.

    Args:
        study: The study.
        names: Names of its mechanisms; a variation rests on what its mechanism rests on.
    """
    trained = {mechanism_name(s): s for s in range(1, len(study.trained_tables()))}
    iterations = {name: trained[of] for name in names if (of := _varied(name)) in trained}
    if not iterations:
        return {}
    groups = study.played(("acquire",))
    known = {iteration: known_at(groups, iteration) for iteration in set(iterations.values())}
    return {name: known[iteration] for name, iteration in iterations.items()}


def _varied(name: str) -> str:
    """The mechanism that a name is a variation of; the name itself if it is of none."""
    of, *_ = variation_of(name) or (name,)
    return of
