import numpy as np
import pytest

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.people_traits import draw_traits
from hcmd_lab.game.playout import Playout, play
from hcmd_lab.game.rules import Game

GAME = Game(rounds=3, head_endowment=4, tail_endowments=(2, 3), tails=2)
FIRST = freeze(ClosedForm("first", 0.8, 0.3), GAME)
SECOND = freeze(ClosedForm("second", 0.2, 0.9), GAME)
CONDITIONS = [3, 2, 2, 3, 2]


def played(seed: int = 4) -> Playout:
    rng = np.random.default_rng(seed)
    return play(draw_traits(rng, (5, 3)), [FIRST, SECOND], CONDITIONS, rng)


def test_every_payout_is_what_the_table_says() -> None:
    result = played()
    assert result.contributions.shape == result.payouts.shape == (2, 3, 5, 3)
    for stage, policy in enumerate((FIRST, SECOND)):
        for turn in range(GAME.rounds):
            for group, tail in enumerate(CONDITIONS):
                given = result.contributions[stage, turn, group].astype(int)
                weights = policy.weights(GAME.endowments(tail), given.tolist())
                expected = np.array(weights) * GAME.multiplier * given.sum()
                assert result.payouts[stage, turn, group] == pytest.approx(expected)


def test_groups_have_the_endowments_of_their_conditions() -> None:
    result = played()
    assert result.endowments.tolist() == [list(GAME.endowments(tail)) for tail in CONDITIONS]
    assert (result.contributions <= result.endowments).all()


def test_the_same_seed_plays_the_same_games() -> None:
    one, again, other = played(), played(), played(5)
    assert (one.contributions == again.contributions).all()
    assert (one.votes == again.votes).all()
    assert (one.contributions != other.contributions).any()


def test_votes_need_two_stages() -> None:
    assert set(np.unique(played().votes)) <= {1, 2}
    rng = np.random.default_rng(1)
    alone = play(draw_traits(rng, (5, 3)), [FIRST], CONDITIONS, rng)
    assert (alone.votes == 0).all()
