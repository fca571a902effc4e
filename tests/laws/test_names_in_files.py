"""A mechanism's name in an imported file is no fact about the mechanism that has this name here.

Another study's `theta_1` is another network, and where a file names no mechanism the fund may have
been divided by anything. So the same groups tell of the study's mechanisms when they were played
here, and tell nothing of them when they were imported.
"""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from plain_tables import HEADER, two_groups, write
from played_groups import played_groups
from studies import playable_study

from hcmd_lab.codes import new_code
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import STRICT_EGALITARIAN
from hcmd_lab.game.played import UNKNOWN_MECHANISM, PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import votes_for_second
from hcmd_lab.insight.condition import play_counts
from hcmd_lab.insight.explanation import explain
from hcmd_lab.insight.minority import least_served
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.adding import groups_that_met
from hcmd_lab.study.library import library
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

NAME = "theta_0"
TABLE = dataclasses.replace(freeze(STRICT_EGALITARIAN, PAPER_GAME), name=NAME)

Groups = Sequence[PlayedGroup]


def here() -> Groups:
    """Groups that were played in this study with its mechanism `NAME`."""
    return played_groups(10, stages=3)


def elsewhere(groups: Groups, mechanism: str | None = None) -> Groups:
    """The same decisions and votes, out of a file."""
    return [
        dataclasses.replace(
            group,
            source="imported",
            stages=tuple(
                dataclasses.replace(stage, mechanism=mechanism or stage.mechanism)
                for stage in group.stages
            ),
        )
        for group in groups
    ]


TOLD: dict[str, Callable[[Groups], object]] = {
    "rounds played": lambda groups: sum(
        int(np.sum(counts)) for counts in play_counts(groups, NAME, PAPER_GAME).values()
    ),
    "least served": lambda groups: len(least_served(groups, NAME, PAPER_GAME)),
    "explanation": lambda groups: len(explain(TABLE, groups, "libertarian").least_served),
}


@pytest.mark.parametrize("what", TOLD)
def test_imported_groups_tell_nothing_of_the_study_s_mechanisms(what: str) -> None:
    tell, groups = TOLD[what], here()
    assert tell(groups)
    assert not tell(elsewhere(groups))
    assert tell([*groups, *elsewhere(groups)]) == tell(groups)


def test_what_one_file_calls_alike_tells_of_the_order_and_what_it_does_not_name_does_not() -> None:
    groups = here()
    assert len(votes_for_second(groups, PAPER_GAME)[0])
    assert len(votes_for_second(elsewhere(groups), PAPER_GAME)[0])
    assert not len(votes_for_second(elsewhere(groups, UNKNOWN_MECHANISM), PAPER_GAME)[0])


def test_the_library_counts_no_group_of_a_file_as_having_met_a_mechanism_of_that_name(
    tmp_path: Path,
) -> None:
    rows = [[*row, NAME] for row in two_groups()]
    file = write(tmp_path / "theirs.csv", rows, [*HEADER, "mechanism"])
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        study = Study(store)
        import_csv(store, file, "plain", study.game, 1, utc_now(), new_code())
        assert any(NAME in row.mechanisms for row in store.tables.groups())
        assert set(groups_that_met(study, library(study)).values()) == {0}
