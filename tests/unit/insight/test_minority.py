"""Figures of the least served against small groups that were counted by hand."""

import pytest

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.minority import least_served

TWO_ROUNDS = Game(rounds=2, tail_endowments=(2, 4))


def stage(
    number: int, mechanism: str, tail: int, given: tuple[int, ...], paid: tuple[float, ...]
) -> PlayedStage:
    """Two rounds that are alike."""
    return PlayedStage(
        number, mechanism, ((10, tail, tail, tail),) * 2, (given,) * 2, (paid,) * 2,
        ((True,) * 4,) * 2,
    )  # fmt: skip


def group(
    *stages: PlayedStage, votes: tuple[int | None, ...] = (None, None, None, None)
) -> PlayedGroup:
    return PlayedGroup("S-1", 1, "human", "evaluate", stages, votes)


ALL_IN = (10, 2, 2, 2)
HEAD_LOSES = group(
    stage(1, "theta_1", 2, ALL_IN, (8.6, 6.0, 6.0, 5.0)),
    stage(2, "libertarian", 2, ALL_IN, (16.0, 3.2, 3.2, 3.2)),
    votes=(2, 1, 1, None),
)
ALL_GAIN = group(
    stage(1, "libertarian", 4, (0, 4, 4, 4), (0.0, 6.4, 6.4, 6.4)),
    stage(2, "theta_1", 4, (0, 4, 4, 4), (1.2, 6.0, 6.0, 6.0)),
    votes=(2, 2, 1, 2),
)
GROUPS = (HEAD_LOSES, ALL_GAIN)


def test_the_least_served_seat_of_each_group() -> None:
    two, four, overall = least_served(GROUPS, "theta_1", TWO_ROUNDS)
    assert (two.tail_endowment, four.tail_endowment, overall.tail_endowment) == (2, 4, None)
    # Rewards 8.6 6 6 5: a tail earns least, and the head, who received 10 coins, gained least.
    assert two.lowest_reward == pytest.approx(5.0)
    assert two.lowest_gain == pytest.approx(-1.4)
    assert (two.somebody_lost, two.heads_among_least) == (1, 1)
    assert two.gini == pytest.approx((2.6 * 2 + 3.6 + 1 * 2) / (4 * 25.6))
    # Rewards 11.2 6 6 6: everybody gained, the head least.
    assert four.lowest_gain == pytest.approx(1.2)
    assert (four.somebody_lost, four.heads_among_least) == (0, 1)
    assert overall.groups == 2
    assert overall.lowest_gain == pytest.approx(-0.1)
    assert overall.lowest_gain_tenth == pytest.approx(-1.4 + 0.1 * 2.6)
    assert overall.somebody_lost == 0.5


def test_keeping_everything_is_no_loss_and_equal_gains_are_shared() -> None:
    nothing = group(stage(1, "theta_1", 2, (0, 0, 0, 0), (0.0, 0.0, 0.0, 0.0)))
    (found, _) = least_served([nothing], "theta_1", TWO_ROUNDS)
    assert (found.lowest_gain, found.somebody_lost) == (0, 0)
    assert found.heads_among_least == 0.25


def test_a_group_that_met_a_mechanism_twice_counts_once() -> None:
    twice = group(
        stage(1, "theta_1", 2, ALL_IN, (8.6, 6.0, 6.0, 5.0)),
        stage(2, "theta_1", 2, ALL_IN, (16.6, 3.0, 3.0, 3.0)),
        stage(3, "theta_1", 2, ALL_IN, (0.0, 0.0, 0.0, 25.6)),
    )
    (found, _) = least_served([twice], "theta_1", TWO_ROUNDS)
    assert found.groups == 1
    assert found.lowest_reward == pytest.approx(4.0)
    assert found.lowest_gain == pytest.approx(2.0)


def test_incomplete_stages_and_other_mechanisms_do_not_count() -> None:
    longer = Game(rounds=3, tail_endowments=(2, 4))
    assert least_served(GROUPS, "theta_1", longer) == []
    assert least_served(GROUPS, "theta_2", TWO_ROUNDS) == []
