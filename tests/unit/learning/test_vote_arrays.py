import itertools
from statistics import fmean

import numpy as np
import pytest
import torch
from played_groups import played_stage

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import vote_arrays, vote_orders
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.participant_inputs import vote_quantities
from hcmd_lab.learning.participants import ParticipantArchitecture, VoteModel
from hcmd_lab.learning.vote_fit import fit_votes, held_out_votes, vote_cross_entropy


def group(*stages: object, votes: tuple[int | None, ...] = (None,) * 4) -> PlayedGroup:
    return PlayedGroup("S-1", 1, "human", "acquire", stages, votes)  # type: ignore[arg-type]


def test_votes_need_two_complete_stages_and_a_voter() -> None:
    dice = np.random.default_rng(5)
    one, two, short = (
        played_stage(dice, 1),
        played_stage(dice, 2),
        played_stage(dice, 2, rounds=9),
    )
    voted = (1, 2, None, 2)
    groups = [
        group(one, two, votes=voted),
        group(one, two),
        group(one, short, votes=voted),
        group(one, votes=voted),
    ]
    votes = vote_arrays.votes(groups, PAPER_GAME, "paper")
    assert (votes.groups, votes.votes) == (1, 3)


def test_equal_others_are_interchanged_and_each_vote_weighs_one() -> None:
    dice = np.random.default_rng(6)
    stages = played_stage(dice, 1), played_stage(dice, 2)
    votes = vote_arrays.votes([group(*stages, votes=(1, 2, 1, 1))], PAPER_GAME, "paper")
    # The head may order three equal tails in 6 ways, a tail its two equal others in 2.
    assert len(votes.weight) == 6 + 3 * 2
    assert votes.weight.sum().item() == pytest.approx(4)
    assert votes.first.tolist() == [1.0] * 6 + [0.0] * 2 + [1.0] * 4

    alike = played_stage(dice, 1, tail=10), played_stage(dice, 2, tail=10)
    assert (
        len(vote_arrays.votes([group(*alike, votes=(1, 2, 1, 1))], PAPER_GAME, "paper").weight)
        == 24
    )


def six_alike(dice: np.random.Generator, number: int) -> PlayedStage:
    given = dice.integers(0, 7, (3, 6))
    return PlayedStage(
        number, "theta_0", ((9, 6, 6, 6, 6, 6),) * 3, tuple(map(tuple, given.tolist())),
        tuple(map(tuple, (given * 1.7).tolist())), ((True,) * 6,) * 3,
    )  # fmt: skip


def test_among_many_alike_few_orders_have_the_fit_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    game = Game(rounds=3, head_endowment=9, tail_endowments=(6,), tails=5)
    dice = np.random.default_rng(8)
    groups = [
        PlayedGroup(
            f"S-{number}", 1, "simulated", "acquire", (six_alike(dice, 1), six_alike(dice, 2)),
            tuple(dice.integers(1, 3, 6).tolist()),
        )
        for number in range(6)
    ]  # fmt: skip
    few = vote_arrays.votes(groups, game, Inputs.FULL)
    # The head has its five tails in 5 * 4 orders, a tail its four equal others in 4 * 3.
    assert len(few.weight) == 6 * (20 + 5 * 12)
    assert few.weight.sum().item() == pytest.approx(36)
    every = itertools.permutations
    monkeypatch.setattr(vote_orders, "_turned", lambda seats: list(map(list, every(seats))))
    all_orders = vote_arrays.votes(groups, game, Inputs.FULL)
    assert len(all_orders.weight) == 6 * (120 + 5 * 24)
    fit = fit_votes(few, 0.05)
    torch.testing.assert_close(fit, fit_votes(all_orders, 0.05), rtol=1e-6, atol=1e-9)
    assert fit.abs().max() > 0.01
    # Five others in one order of the other four: each of them in the slot of its own once.
    fewest = vote_arrays.votes_to_fit(groups, game, Inputs.FULL)
    assert len(fewest.weight) == 6 * (5 + 5)
    assert fewest.weight.sum().item() == pytest.approx(36)
    torch.testing.assert_close(fit_votes(fewest, 0.05), fit, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("inputs", [Inputs.PAPER, Inputs.FULL])
@pytest.mark.parametrize("tails", [(10,), (2, 10)])
def test_one_row_for_others_who_are_always_alike_has_the_fit_of_all(
    inputs: Inputs, tails: tuple[int, ...]
) -> None:
    dice = np.random.default_rng(10)
    groups = [
        group(
            *(played_stage(dice, stage, tail=tails[number % len(tails)]) for stage in (1, 2)),
            votes=tuple(dice.integers(1, 3, 4).tolist()),
        )
        for number in range(20)
    ]
    every = vote_arrays.votes(groups, PAPER_GAME, inputs)
    fewer = vote_arrays.votes_to_fit(groups, PAPER_GAME, inputs)
    assert len(fewer.weight) < len(every.weight) / 1.9
    assert fewer.votes == every.votes == 80
    assert fewer.groups == every.groups == 20
    fit = fit_votes(fewer, 0.02)
    torch.testing.assert_close(fit, fit_votes(every, 0.02), rtol=1e-6, atol=1e-9)
    assert fit.abs().max() > 0.01
    assert vote_cross_entropy(fit, fewer) == pytest.approx(vote_cross_entropy(fit, every))
    splits = random_splits(3, "votes", every.groups, 4)
    found = fmean(held_out_votes(fewer, splits, 0.02))
    assert found == pytest.approx(fmean(held_out_votes(every, splits, 0.02)), rel=1e-6)
    resample = torch.rand(20, generator=torch.Generator().manual_seed(4), dtype=torch.float64)
    by_resample = [fit_votes(data.weighted(resample), 0.02) for data in (fewer, every)]
    torch.testing.assert_close(*by_resample, rtol=1e-6, atol=1e-9)


def test_slots_are_alike_only_where_they_are_for_every_voter() -> None:
    some, others = ((1, 2, 3), (4,)), ((1,), (2, 3, 4))
    assert vote_orders.common_blocks([some, others]) == ((1,), (2, 3), (4,))
    assert vote_orders.common_blocks([some, some]) == some
    assert vote_orders.common_blocks([]) == ()


def test_what_orders_share_is_counted_once_with_all_of_its_weight() -> None:
    orders = vote_orders.equivalent_orders([0, 1, 2, 3], ((1, 2, 3),))
    found = vote_orders.merged(orders, ((1,), (2, 3)))
    assert [order[1] for order, _ in found] == [1, 2, 3]
    assert [share for _, share in found] == pytest.approx([1 / 3] * 3)
    assert found[0][0] == [0, 1, 2, 3]
    assert len(vote_orders.merged(orders, ((1,), (2,), (3,)))) == len(orders) == 6


@pytest.mark.parametrize("inputs", ["paper", "full"])
def test_differences_are_what_the_vote_model_compares(inputs: Inputs) -> None:
    dice = np.random.default_rng(7)
    stages = played_stage(dice, 1), played_stage(dice, 2)
    votes = vote_arrays.votes([group(*stages, votes=(1, 1, 1, 1))], PAPER_GAME, inputs)
    model = VoteModel(ParticipantArchitecture(1, 1, vote_inputs=inputs)).double()
    width = votes.difference.shape[-1]
    weights = torch.randn(width, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    model.set_weights(weights)
    assert width == 10 * (4 * 3 + (inputs == "full")) + 1
    # The last column is no part of what they compare, but that the one came first.
    assert votes.difference[:, -1].tolist() == [float(inputs == "full")] * len(votes.first)
    scores = [
        model(
            vote_quantities(
                *(
                    torch.tensor(table, dtype=torch.float64)
                    for table in (stage.endowments, stage.contributions, stage.payouts)
                )
            )
        )
        for stage in stages
    ]
    # The first order of each voter is the model's own.
    own_order = torch.tensor([0, 6, 8, 10])
    torch.testing.assert_close(
        (votes.difference[:, :-1] @ weights[:-1])[own_order],
        (scores[0] - scores[1]).detach(),
    )
