import pytest

from benchmarks.true_votes import expected_true_share, true_share
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.people_traits import CALIBRATED
from hcmd_lab.game.rules import Game

GAME = Game(rounds=2, head_endowment=4, tail_endowments=(2, 4), tails=2)
GROUPS = 50


def mechanism(name: str) -> FrozenPolicy:
    return freeze(BASELINES[name], GAME)


@pytest.mark.parametrize("name", BASELINES)
def test_a_mechanism_has_exactly_one_half_against_itself(name: str) -> None:
    found = true_share(mechanism(name), mechanism(name), GROUPS)
    assert found.share == pytest.approx(0.5, abs=1e-12)
    assert (found.head, found.tails) == pytest.approx((0.5, 0.5), abs=1e-12)
    assert found.error == pytest.approx(0, abs=1e-12)
    expected = expected_true_share(mechanism(name), mechanism(name), GROUPS, CALIBRATED)
    assert expected == pytest.approx(0.5, abs=1e-12)


def test_the_shares_of_a_pair_sum_to_one() -> None:
    one, other = mechanism("libertarian"), mechanism("strict_egalitarian")
    there, back = true_share(one, other, GROUPS), true_share(other, one, GROUPS)
    assert there.share + back.share == pytest.approx(1)
    assert there.share != pytest.approx(0.5, abs=0.01)
    assert there.error == pytest.approx(back.error)
    assert there.error > 0
    expected = [
        expected_true_share(*pair, GROUPS, CALIBRATED) for pair in ((one, other), (other, one))
    ]
    assert sum(expected) == pytest.approx(1)


def test_the_error_says_how_far_other_people_would_vote_otherwise() -> None:
    one, other = mechanism("libertarian"), mechanism("strict_egalitarian")
    found = [true_share(one, other, GROUPS, seed) for seed in range(40)]
    mean = sum(each.share for each in found) / len(found)
    spread = (sum((each.share - mean) ** 2 for each in found) / (len(found) - 1)) ** 0.5
    told = sum(each.error for each in found) / len(found)
    assert 0.6 * told < spread < 1.6 * told
