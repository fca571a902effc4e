import os
import subprocess
import sys
from pathlib import Path

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


ANSWER = """
import hashlib
import numpy as np
from hcmd_lab.learning.fused.votes import compare_seat
score = np.random.default_rng(1).normal(size=(10, 200)).astype(np.float32)
found = np.zeros((12, 200), np.float32)
compare_seat(score, found[0], found[1], found[2:])
print(hashlib.sha256(found.tobytes()).hexdigest())
"""


def test_the_process_that_compiles_finds_the_same_bits_as_those_after_it(tmp_path: Path) -> None:
    """Otherwise a training that is resumed would not end in the same bytes."""
    cache = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "HOME": str(tmp_path)}
    found = [
        subprocess.run(
            [sys.executable, "-c", ANSWER],
            env=os.environ | cache, stdout=subprocess.PIPE, text=True, check=True,
        ).stdout
        for _ in range(2)
    ]  # fmt: skip
    assert list(tmp_path.rglob("*.nbc")), "nothing was kept for the second process"
    assert found[0] == found[1]
