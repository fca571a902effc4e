import numpy as np
import pytest
import torch

from hcmd_lab.learning.fused.votes import compare_seat
from hcmd_lab.learning.gradient import history_baseline, pool_votes

ROUNDS, EPISODES, SEATS = 4, 33, 3


@pytest.mark.parametrize("scale", [0.01, 1.0, 30.0])
@pytest.mark.parametrize("level", [0.0, 100.0])
def test_votes_and_baseline_are_those_of_the_definition(scale: float, level: float) -> None:
    # Up to a spread of scores at which the product of two exponentials would leave their range.
    dice = torch.Generator().manual_seed(3)
    score = torch.randn(EPISODES, ROUNDS, SEATS, generator=dice, dtype=torch.float64) * scale
    score += level
    votes, expected = pool_votes(score), history_baseline(score)
    baselines = []
    for seat in range(SEATS):
        by_round = np.ascontiguousarray(score[..., seat].T.float().numpy())
        value, slope = np.zeros((2, EPISODES), np.float32)
        baseline = np.zeros((ROUNDS, EPISODES), np.float32)
        compare_seat(by_round, value, slope, baseline)
        one = pool_votes(score[..., seat : seat + 1])
        np.testing.assert_allclose(value, one.value, atol=2e-5)
        np.testing.assert_allclose(slope / SEATS, votes.slope[:, seat], atol=2e-5)
        baselines.append(baseline[1:])
    np.testing.assert_allclose(np.mean(baselines, 0).T, expected, atol=2e-5)
