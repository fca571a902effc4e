"""The quick computation says what the plain one says."""

import numpy as np
import pytest

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.heatmap import head_share
from hcmd_lab.game.mechanisms import BASELINES, ClosedForm
from hcmd_lab.game.rules import Game

GAME = Game(head_endowment=5, tail_endowments=(2, 3))
MIXED = ClosedForm("mixed", 0.4, 0.7)


@pytest.mark.parametrize("mechanism", [*BASELINES.values(), MIXED], ids=lambda m: m.name)
@pytest.mark.parametrize("tail", GAME.tail_endowments)
def test_cells_are_those_of_the_game(mechanism: ClosedForm, tail: int) -> None:
    policy = freeze(mechanism, GAME)
    np.testing.assert_allclose(head_map(policy, tail).cells, head_share(policy, tail), rtol=1e-12)


def test_sums_are_finer_than_cells() -> None:
    policy = freeze(MIXED, GAME)
    shares = head_map(policy, 2).by_sum
    assert shares.shape == (6, 7)
    alike = [policy.weights((5, 2, 2, 2), (3, *tails))[0] for tails in ((1, 0, 0), (0, 1, 0))]
    assert alike[0] == pytest.approx(shares[3, 1])
    assert alike[1] == pytest.approx(shares[3, 1])


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="no condition with tail endowment 7"):
        head_map(freeze(MIXED, GAME), 7)
