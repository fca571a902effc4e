import torch
from played_groups import played_groups

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import (
    BATCH_GROUPS,
    ContributionFit,
    Sequences,
    cross_entropies,
    mean_cross_entropy,
)
from hcmd_lab.learning.participants import ParticipantArchitecture

ARCHITECTURE = ParticipantArchitecture(8, 4)
CPU = torch.device("cpu")


def sequences(groups: int, seed: int = 1, rounds: int = 10) -> Sequences:
    data = arrays.contributions(played_groups(groups, seed, stages=1, rounds=rounds), PAPER_GAME)
    return Sequences.of(data, "full", CPU)


def fit(data: Sequences, seed: int = 3) -> ContributionFit:
    return ContributionFit(ARCHITECTURE, data, torch.Generator().manual_seed(seed))


def test_people_are_rows_seat_by_seat() -> None:
    groups = played_groups(2, stages=1)
    data = Sequences.of(arrays.contributions(groups, PAPER_GAME), "full", CPU)
    assert data.features.shape == (8, 10, 6)
    assert data.group.tolist() == [0] * 4 + [1] * 4
    second_tail = [row[2] for row in groups[1].stages[0].contributions]
    assert data.contribution[4 + 2].tolist() == second_tail
    own_previous = data.features[4 + 2, :, 1] * 10
    torch.testing.assert_close(own_previous, torch.tensor([0.0, *second_tail[:-1]]))


def test_training_predicts_what_was_seen_better() -> None:
    data = sequences(5)
    training = fit(data)
    before = mean_cross_entropy(training.model, data)
    for _ in range(60):
        training.epoch()
    assert mean_cross_entropy(training.model, data) < before - 0.3


def test_batches_leave_nobody_out() -> None:
    data = sequences(3 * BATCH_GROUPS, rounds=2)
    training = fit(data)
    seen: list[int] = []
    training.model.register_forward_hook(lambda _, given, __: seen.append(len(given[0])))
    training.epoch()
    assert len(seen) == 3
    assert sum(seen) == len(data.features)


def test_the_same_seed_gives_the_same_parameters_whatever_else_is_drawn() -> None:
    data = sequences(40, rounds=3)
    runs = []
    for _ in range(2):
        torch.rand(1)  # the global generator moves on
        training = fit(data)
        training.epoch()
        training.epoch()
        runs.append(training.model.state_dict())
    assert all(torch.equal(runs[0][name], runs[1][name]) for name in runs[0])
    other = fit(data, seed=4)
    assert not torch.equal(other.model.encoder.weight, runs[0]["encoder.weight"])


def test_padding_and_defaults_cost_nothing() -> None:
    data = sequences(3, rounds=6)
    model = fit(data).model
    padded = Sequences(
        torch.cat([data.features, torch.ones(12, 2, 6)], 1),
        torch.cat([data.endowment, torch.ones(12, 2)], 1),
        torch.cat([data.contribution, torch.zeros(12, 2, dtype=torch.int64)], 1),
        torch.cat([data.counted, torch.zeros(12, 2, dtype=torch.bool)], 1),
        data.group,
    )
    torch.testing.assert_close(cross_entropies(model, padded), cross_entropies(model, data))


def test_a_previous_fraction_is_of_the_previous_endowment() -> None:
    stage = PlayedStage(
        stage=1,
        mechanism="imported",
        endowments=((10, 4, 4, 4), (5, 8, 8, 8)),
        contributions=((10, 1, 1, 1), (1, 8, 8, 8)),
        payouts=((5.2, 5.2, 5.2, 5.2), (10.0, 10.0, 10.0, 10.0)),
        own_choice=((True,) * 4, (True,) * 4),
    )
    group = PlayedGroup("g-1", 1, "imported", "acquire", (stage,), (None,) * 4)
    data = Sequences.of(arrays.contributions([group], PAPER_GAME), "full", CPU)
    own, others = data.features[:, 1, 2], data.features[:, 1, 4]
    torch.testing.assert_close(own, torch.tensor([1.0, 0.25, 0.25, 0.25]))
    torch.testing.assert_close(others, torch.tensor([0.25, 0.5, 0.5, 0.5]))
