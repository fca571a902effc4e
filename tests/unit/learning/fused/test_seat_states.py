from itertools import product

import numpy as np
import pytest
import torch

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.fused.arithmetic import Reals
from hcmd_lab.learning.fused.rating import Rating, pull_sums, rate
from hcmd_lab.learning.fused.seat_states import Others, SeatStates, add_up, states_of
from hcmd_lab.learning.fused.share_tables import ShareTables
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork

GAME = Game(rounds=2, head_endowment=4, tail_endowments=(2, 6), tails=3)
GAMES = 70


@pytest.fixture(scope="module")
def tables() -> ShareTables:
    policy = PolicyNetwork(PolicyArchitecture.of(9, PolicyArchitecture().restriction, GAME))
    policy.reset_parameters(torch.Generator().manual_seed(2))
    return ShareTables(policy, GAME)


def choices(condition: int) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    dice = np.random.default_rng(condition)
    endowment = np.repeat(GAME.endowments(GAME.tail_endowments[condition]), GAMES)
    return dice.integers(0, endowment + 1, (GAME.rounds, len(endowment))).astype(np.int32)


def rating(tables: ShareTables, condition: int, states: SeatStates | None) -> Rating:
    nothing = np.zeros(0, np.int32)
    return Rating(
        tables.alone[condition], tables.heard[condition], tables.readout,
        nothing.astype(np.float32) if states is None else states.logits[condition],
        nothing if states is None else states.head.rank,
        nothing if states is None else states.tail.rank,
        GAME.max_endowment + 1,
        0 if states is None else states.head.multisets,
        0 if states is None else states.tail.multisets,
    )  # fmt: skip


def rated(
    made: Rating, condition: int
) -> tuple[Reals, np.ndarray[tuple[int, int], np.dtype[np.int32]]]:
    chosen = choices(condition)
    state, logit = np.zeros_like(chosen), np.zeros(chosen.shape, np.float32)
    for t in range(GAME.rounds):
        rate(made, chosen[t], GAME.seats, state[t], logit[t])
    return logit, state


@pytest.mark.parametrize("tails", [0, 1, 2, 3])
def test_coins_in_any_order_have_the_number_of_their_multiset(tails: int) -> None:
    others, most = Others.of(GAME, tails), GAME.max_endowment
    found: dict[tuple[int, ...], int] = {}
    for place, coins in enumerate(product(range(most + 1), repeat=tails)):
        number = others.rank[place]
        assert found.setdefault(tuple(sorted(coins)), number) == number
        for condition, counts in enumerate(others.counts):
            if max(coins, default=0) <= GAME.tail_endowments[condition]:
                expected = [coins.count(coin) for coin in range(len(counts))]
                assert counts[:, number].tolist() == expected
            else:
                assert number >= counts.shape[1]
    assert sorted(found.values()) == list(range(others.multisets))


@pytest.mark.parametrize("game", [GAME, Game(1, 1, (1,), 1), Game(1, 3, (2, 5), 2)])
def test_states_are_counted_rightly(game: Game) -> None:
    states = {
        (tail, kind, coins[kind], coins[0] if kind else None, tuple(sorted(coins[1 + kind :])))
        for tail in game.tail_endowments
        for coins in product(*(range(coin + 1) for coin in game.endowments(tail)))
        for kind in (0, 1)  # the first of the tails stands for all of them
    }
    assert states_of(game) == len(states)


def test_the_papers_states_are_fewer_than_its_batch() -> None:
    assert 20_000 < states_of(PAPER_GAME) < 40_000


@pytest.mark.parametrize("condition", [0, 1])
def test_looking_up_gives_what_summing_gives_and_so_does_its_derivative(
    tables: ShareTables, condition: int
) -> None:
    states = SeatStates(GAME)
    states.fill(condition, tables.alone[condition], tables.heard[condition], tables.readout)
    looked_up, summed = rating(tables, condition, states), rating(tables, condition, None)
    logit, state = rated(looked_up, condition)
    expected, _ = rated(summed, condition)
    np.testing.assert_allclose(logit, expected, rtol=1e-5, atol=1e-6)
    assert len(np.unique(state)) > 20

    by_logit = np.random.default_rng(5).normal(size=logit.shape).astype(np.float32)
    found, exact = (
        [np.zeros_like(each) for each in looked_up[:3]],
        [np.zeros_like(each) for each in looked_up[:3]],
    )
    by_state = np.zeros_like(states.logits[condition])
    add_up(state, by_logit, by_state)
    states.pull(condition, *looked_up[:3], by_state, *found)
    pull_sums(summed, choices(condition), GAME.seats, by_logit, *exact)
    for one, other in zip(found, exact, strict=True):
        assert np.abs(other).max() > 1e-2
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=2e-5)
