"""Each mechanism's territory is what was known when it was trained."""

from pathlib import Path

import numpy as np
from step_results import store_turn
from studies import playable_study

from hcmd_lab.insight.territory import known_cells
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.territories import known_at, territories


def test_a_mechanism_rests_on_the_groups_before_it(tmp_path: Path) -> None:
    folder = playable_study(tmp_path / "study", 5)
    with Store.open(folder) as store:
        study = Study(store)
        play_simulated(study, "acquire", 5)
        store_turn(store)
        first = known_cells(study.played(("acquire",)))
        play_simulated(study, "acquire", 5)
        found = territories(
            study, ["theta_0", "theta_1", "theta_1_head_more", "libertarian", "mine", "theta_9"]
        )
        later, before_any = known_at(study, 2), known_at(study, 0)
    assert set(found) == {"theta_1", "theta_1_head_more"}
    np.testing.assert_array_equal(found["theta_1"], first)
    np.testing.assert_array_equal(found["theta_1_head_more"], first)
    assert len(later) > len(first) > 0
    assert len(before_any) == 0
