import dataclasses
import itertools

import numpy as np
import pytest
import torch
from played_groups import played_groups, played_stage

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning import arrays
from hcmd_lab.learning.participants import (
    Inputs,
    ParticipantArchitecture,
    VoteModel,
    vote_quantities,
)
from hcmd_lab.learning.vote_fit import fit_votes


def group(*stages: object, votes: tuple[int | None, ...] = (None,) * 4) -> PlayedGroup:
    return PlayedGroup("S-1", 1, "human", "acquire", stages, votes)  # type: ignore[arg-type]


def test_shorter_stages_are_padded_and_the_padding_does_not_count() -> None:
    dice = np.random.default_rng(2)
    short, long = played_stage(dice, 1, rounds=6), played_stage(dice, 2)
    data = arrays.contributions([group(short, long)], PAPER_GAME)
    assert data.endowment.shape == (2, 10, 4)
    assert data.decisions == (6 + 10) * 4
    assert not data.counted[0, 6:].any()
    torch.testing.assert_close(data.contribution[0, :6], torch.tensor(short.contributions).float())
    assert data.group.tolist() == [0, 0]


def test_what_people_did_not_choose_stays_in_the_history_but_does_not_count() -> None:
    stage = played_stage(np.random.default_rng(3))
    own = ((True, False, True, True), *stage.own_choice[1:])
    stage = dataclasses.replace(stage, own_choice=own)
    data = arrays.contributions([group(stage)], PAPER_GAME)
    assert data.decisions == 39
    assert not data.counted[0, 0, 1]
    assert data.contribution[0, 0, 1] == stage.contributions[0][1]


def test_groups_without_a_choice_of_their_own_are_left_out() -> None:
    stage = played_stage(np.random.default_rng(3))
    absent = dataclasses.replace(stage, own_choice=((False,) * 4,) * 10)
    data = arrays.contributions([group(absent), group(), group(stage)], PAPER_GAME)
    assert data.groups == 1
    assert data.group.tolist() == [0]


def test_no_groups_at_all() -> None:
    data = arrays.contributions([], PAPER_GAME)
    assert (data.groups, data.decisions) == (0, 0)


def test_a_selection_of_groups_keeps_their_sequences() -> None:
    data = arrays.contributions(played_groups(5), PAPER_GAME)
    some = data.of_groups(torch.tensor([3, 1]))
    assert some.group.tolist() == [1, 1, 3, 3]
    torch.testing.assert_close(some.payout, data.payout[[2, 3, 6, 7]])
    assert some.groups == 2


@pytest.mark.parametrize("endowment", [0, 11])
def test_endowments_that_the_game_does_not_have_are_refused(endowment: int) -> None:
    stage = played_stage(np.random.default_rng(3))
    first = (endowment, *stage.endowments[0][1:])
    wrong = dataclasses.replace(stage, endowments=(first, *stage.endowments[1:]))
    with pytest.raises(OperatorError, match="Group S-1, stage 1, round 1"):
        arrays.contributions([group(wrong)], PAPER_GAME)


def test_groups_of_another_size_are_refused() -> None:
    with pytest.raises(OperatorError, match="3 seats where the game has 4"):
        arrays.contributions([group(votes=(1, 2, 1))], PAPER_GAME)


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
    votes = arrays.votes(groups, PAPER_GAME, "paper")
    assert (votes.groups, votes.votes) == (1, 3)


def test_equal_others_are_interchanged_and_each_vote_weighs_one() -> None:
    dice = np.random.default_rng(6)
    stages = played_stage(dice, 1), played_stage(dice, 2)
    votes = arrays.votes([group(*stages, votes=(1, 2, 1, 1))], PAPER_GAME, "paper")
    # The head may order three equal tails in 6 ways, a tail its two equal others in 2.
    assert len(votes.weight) == 6 + 3 * 2
    assert votes.weight.sum().item() == pytest.approx(4)
    assert votes.first.tolist() == [1.0] * 6 + [0.0] * 2 + [1.0] * 4

    alike = played_stage(dice, 1, tail=10), played_stage(dice, 2, tail=10)
    assert len(arrays.votes([group(*alike, votes=(1, 2, 1, 1))], PAPER_GAME, "paper").weight) == 24


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
    few = arrays.votes(groups, game, Inputs.FULL)
    # The head has its five tails in 5 * 4 orders, a tail its four equal others in 4 * 3.
    assert len(few.weight) == 6 * (20 + 5 * 12)
    assert few.weight.sum().item() == pytest.approx(36)
    every = itertools.permutations
    monkeypatch.setattr(arrays, "_turned", lambda seats: list(map(list, every(seats))))
    all_orders = arrays.votes(groups, game, Inputs.FULL)
    assert len(all_orders.weight) == 6 * (120 + 5 * 24)
    fit = fit_votes(few, 0.05)
    torch.testing.assert_close(fit, fit_votes(all_orders, 0.05), rtol=1e-6, atol=1e-9)
    assert fit.abs().max() > 0.01


@pytest.mark.parametrize("inputs", ["paper", "full"])
def test_differences_are_what_the_vote_model_compares(inputs: Inputs) -> None:
    dice = np.random.default_rng(7)
    stages = played_stage(dice, 1), played_stage(dice, 2)
    votes = arrays.votes([group(*stages, votes=(1, 1, 1, 1))], PAPER_GAME, inputs)
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
