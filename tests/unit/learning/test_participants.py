import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.learning.participant_inputs import (
    contribution_inputs,
    last_choice,
    previous,
    viewing_order,
    vote_quantities,
)
from hcmd_lab.learning.participants import ContributionModel, ParticipantArchitecture, VoteModel

SIZES = {"linear_size": 6, "lstm_size": 4}


def contribution_model(inputs: str = "full", one_hot: bool = False) -> ContributionModel:
    architecture = ParticipantArchitecture(**SIZES, inputs=inputs, one_hot=one_hot)
    model = ContributionModel(architecture).double()
    dice = torch.Generator().manual_seed(3)
    model.reset_parameters(dice)
    if one_hot:
        for table in (model.last_choice, model.again):
            torch.nn.init.normal_(table, generator=dice)
        model.most_paid.fill_(0.6)
    return model


def episodes(games: int, seed: int = 0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    dice = torch.Generator().manual_seed(seed)
    endowment = torch.tensor([10.0, 4, 4, 4], dtype=torch.float64).expand(games, 10, 4)
    share = torch.rand(games, 10, 4, generator=dice, dtype=torch.float64)
    contribution = (share * endowment).round()
    payout = 10 * torch.rand(games, 10, 4, generator=dice, dtype=torch.float64)
    return endowment, contribution, payout


def test_inputs_are_those_documented() -> None:
    endowment = torch.tensor([10.0, 2.0, 4.0])
    contribution = torch.tensor([5.0, 2.0, 1.0])
    payout = torch.tensor([3.0, 4.0, 5.8])
    full = contribution_inputs(endowment, contribution, payout, "full")
    torch.testing.assert_close(full[0], torch.tensor([1.0, 0.5, 0.5, 0.3, 0.625, 0.15]))
    torch.testing.assert_close(full[2], torch.tensor([0.4, 0.1, 0.25, 0.58, 0.75, 0.35]))
    paper = contribution_inputs(endowment, contribution, payout, "paper")
    assert torch.equal(paper, full[:, :3])
    with pytest.raises(ValueError, match="same shape"):
        contribution_inputs(endowment, contribution[:2], payout, "full")


def test_previous_shifts_by_one_round() -> None:
    rounds = torch.arange(1.0, 7).reshape(3, 2)
    assert torch.equal(previous(rounds), torch.tensor([[0.0, 0], [1, 2], [3, 4]]))


@pytest.mark.parametrize("inputs", ["full", "paper"])
@pytest.mark.parametrize("one_hot", [False, True])
def test_steps_equal_whole_sequences(inputs: str, one_hot: bool) -> None:
    model = contribution_model(inputs, one_hot)
    endowment, contribution, payout = episodes(5)
    features = contribution_inputs(endowment, previous(contribution), previous(payout), inputs)
    by_seat = features.transpose(1, 2).reshape(20, 10, -1)
    coins = endowment.transpose(1, 2).reshape(20, 10)
    whole = model(by_seat, coins)
    state = model.initial_state(20)
    for t in range(10):
        logits, state = model.step(by_seat[:, t].T, model.forbidden(coins[:, t]), state)
        torch.testing.assert_close(logits.T, whole[:, t])


def test_the_last_choice_counts_in_coins_of_todays_endowment() -> None:
    endowment, fraction = torch.tensor([1.0, 0.4, 0.8, 0.7]), torch.tensor([0.4, 0.0, 0.25, 0.5])
    assert last_choice(endowment, fraction).tolist() == [4, 0, 2, 4]
    for coins in range(1, 11):
        given = torch.arange(coins + 1.0)
        assert torch.equal(last_choice(torch.tensor(coins / 10), given / coins), given.long())


def test_each_last_choice_and_the_first_round_have_rows_of_their_own() -> None:
    model = contribution_model(one_hot=True)
    features = torch.zeros(11, 2, 6, dtype=torch.float64)
    features[..., 0] = 1
    features[:, 1, 2] = torch.arange(11) / 10  # nothing else tells them apart
    with torch.no_grad():
        model.encoder.weight.zero_()
        logits = model(features, torch.full((11, 2), 10.0, dtype=torch.float64))
        assert torch.equal(logits[:, 0], logits[:1, 0].expand(11, 11))
        assert len(logits[:, 1].unique(dim=0)) == 11
        model.again[-1] += 1
        moved = model(features, torch.full((11, 2), 10.0, dtype=torch.float64)) - logits
        torch.testing.assert_close(moved[:, 0], torch.ones_like(moved[:, 0]))
        assert not moved[:, 1].any()


def test_nothing_above_the_endowment_is_possible() -> None:
    model = contribution_model()
    endowment = torch.tensor([[10.0], [4.0], [1.0]], dtype=torch.float64)
    chances = model(torch.rand(3, 1, 6, dtype=torch.float64), endowment).softmax(-1)[:, 0]
    assert chances.shape == (3, 11)
    for seat, limit in enumerate((10, 4, 1)):
        assert (chances[seat, : limit + 1] > 0).all()
        assert (chances[seat, limit + 1 :] == 0).all()


def test_only_the_full_inputs_react_to_payouts() -> None:
    endowment, contribution, payout = episodes(2)
    for inputs, reacts in (("full", True), ("paper", False)):
        logits = [
            contribution_model(inputs)(
                contribution_inputs(endowment, previous(contribution), previous(p), inputs)
                .transpose(1, 2)
                .reshape(8, 10, -1),
                endowment.transpose(1, 2).reshape(8, 10),
            )
            for p in (payout, 2 * payout)
        ]
        assert torch.equal(*logits) != reacts


def test_initial_draws_come_from_the_generator() -> None:
    first, second = contribution_model(), contribution_model()
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)
        assert a.abs().max() <= 0.5 + 1e-9
        assert len(a.unique()) == a.numel()


def vote_model(seed: int = 0) -> VoteModel:
    model = VoteModel(ParticipantArchitecture(**SIZES)).double()
    dice = torch.Generator().manual_seed(seed)
    torch.nn.init.normal_(model.weight, generator=dice)
    return model


def test_viewers_see_themselves_first_and_the_head_next() -> None:
    assert viewing_order(4, 0) == [0, 1, 2, 3]
    assert viewing_order(4, 2) == [2, 0, 1, 3]


def test_score_is_the_linear_layer_on_the_reordered_episode() -> None:
    model = vote_model()
    quantities = vote_quantities(*episodes(3))
    assert quantities.shape == (3, 10, 4, 3)
    for viewer in range(4):
        seen = quantities[:, :, viewing_order(4, viewer)]
        expected = seen.reshape(3, -1) @ model.weight.reshape(-1)
        torch.testing.assert_close(model(quantities)[:, viewer], expected)


def test_round_scores_sum_to_the_score() -> None:
    model = vote_model()
    quantities = vote_quantities(*episodes(3))
    torch.testing.assert_close(model.round_scores(quantities).sum(1), model(quantities))
    with pytest.raises(ValueError, match="expected episodes of shape"):
        model(quantities[:, :9])


@given(seats=st.permutations([1, 2, 3]), seed=st.integers(0, 1000))
def test_relabelling_the_tails_relabels_scores_up_to_the_others_slots(
    seats: list[int], seed: int
) -> None:
    model = vote_model(seed)
    with torch.no_grad():  # tail slots seen alike: then only self and head can be told apart
        model.weight[:, 1:] = model.weight[:, 1:2]
    quantities = vote_quantities(*episodes(2, seed))
    relabelled = [0, *seats]
    torch.testing.assert_close(
        model(quantities[:, :, relabelled]), model(quantities)[:, relabelled]
    )


def test_untrained_votes_are_even() -> None:
    model = VoteModel(ParticipantArchitecture(**SIZES))
    a, b = (model(vote_quantities(*(x.float() for x in episodes(2, seed)))) for seed in (0, 1))
    assert torch.equal(torch.sigmoid(a - b), torch.full((2, 4), 0.5))
