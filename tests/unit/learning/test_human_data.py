from pathlib import Path

import pytest

from benchmarks.human_data import human_groups, predict
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob

GMTV = Path(__file__).parents[3] / ".." / "shared" / "data" / "gaechter2017_gmtv" / "gmtv.csv"


@pytest.mark.skipif(not GMTV.exists(), reason="the human data may not be shipped")
def test_people_are_predicted_better_than_by_simple_rules() -> None:
    job = ModelJob(
        game=PAPER_GAME,
        seed=1,
        sizes=((32, 8),),
        splits=2,
        max_epochs=150,
        members=4,
        compute=Compute(device=DeviceKind.CPU, threads=1),
    )
    found = predict(human_groups(GMTV), job, with_rivals=False)
    assert found["model"] < found["repeat_last"] - 0.05
    assert found["repeat_last"] < found["endowment_marginal"] < found["uniform"]
    assert found["model"] < found["member"]
    # Nobody in these data has seen such payouts.
    assert found["model_overpaid"] < found["repeat_last"]
