import dataclasses

import pytest
import torch
from played_groups import played_groups

from benchmarks.torch_fit import TorchFit
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import (
    BATCH_GROUPS,
    ContributionFit,
    cross_entropies,
)
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ContributionModel, ParticipantArchitecture
from hcmd_lab.learning.sequences import Sequences

ARCHITECTURE = ParticipantArchitecture(8, 4, one_hot=True)
ARCHITECTURES = [
    ARCHITECTURE,
    ParticipantArchitecture(7, 5),
    ParticipantArchitecture(5, 3, inputs=Inputs.PAPER),
]


def sequences(
    groups: int, seed: int = 1, rounds: int = 10, inputs: Inputs = Inputs.FULL
) -> Sequences:
    data = arrays.contributions(played_groups(groups, seed, stages=1, rounds=rounds), PAPER_GAME)
    return Sequences.of(data, inputs, torch.device("cpu"))


def fit(
    data: Sequences, seed: int = 3, architecture: ParticipantArchitecture = ARCHITECTURE
) -> ContributionFit:
    groups = torch.unique(data.group)
    dice = torch.Generator().manual_seed(seed)
    return ContributionFit(architecture, Lanes(data, 11), groups, dice)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_training_is_what_torch_makes_of_the_same_loss(
    architecture: ParticipantArchitecture,
) -> None:
    data = sequences(2 * BATCH_GROUPS, rounds=4, inputs=architecture.inputs)
    some = data.counted.clone()
    some[::7, 1:3] = False
    lanes = Lanes(dataclasses.replace(data, counted=some), 11)
    groups, left_out = torch.arange(40), torch.arange(40, 2 * BATCH_GROUPS)
    weights = torch.rand(2 * BATCH_GROUPS, generator=torch.Generator().manual_seed(1)) + 0.5
    compiled, slow = (
        kind(architecture, lanes, groups, torch.Generator().manual_seed(3), weights)
        for kind in (ContributionFit, TorchFit)
    )
    for _ in range(3):
        assert compiled.epoch() == pytest.approx(slow.epoch(), abs=1e-4)
    assert compiled.held_out(left_out) == pytest.approx(slow.held_out(left_out), abs=1e-4)
    for one, other in zip(compiled.model.parameters(), slow.model.parameters(), strict=True):
        torch.testing.assert_close(one, other, atol=2e-3, rtol=0)


def test_training_predicts_what_was_seen_better() -> None:
    data = sequences(5)
    training = fit(data)
    before = cross_entropies(training.model, data).mean().item()
    for _ in range(60):
        training.epoch()
    assert cross_entropies(training.model, data).mean().item() < before - 0.3


def test_the_compiled_loops_and_the_model_agree_on_the_cross_entropy() -> None:
    data = sequences(5)
    training = fit(data)
    training.epoch()
    everyone = training.held_out(torch.arange(5))
    assert everyone == pytest.approx(cross_entropies(training.model, data).mean().item(), abs=1e-5)


def test_batches_leave_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = sequences(3 * BATCH_GROUPS, rounds=2)
    training = fit(data)
    seen: list[int] = []
    played = Lanes.played

    def noticing(lanes: Lanes, groups: torch.Tensor, *more: object) -> object:
        seen.extend(groups.tolist())
        return played(lanes, groups, *more)  # type: ignore[arg-type]  # whatever it is given

    monkeypatch.setattr(Lanes, "played", noticing)
    training.epoch()
    assert sorted(seen) == list(range(3 * BATCH_GROUPS))


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
    training = fit(data)
    padded = Sequences(
        torch.cat([data.features, torch.ones(12, 2, 6)], 1),
        torch.cat([data.endowment, torch.ones(12, 2)], 1),
        torch.cat([data.contribution, torch.zeros(12, 2, dtype=torch.int64)], 1),
        torch.cat([data.counted, torch.zeros(12, 2, dtype=torch.bool)], 1),
        data.group,
    )
    model = training.model
    torch.testing.assert_close(cross_entropies(model, padded), cross_entropies(model, data))
    longer = fit(padded)
    for _ in range(2):
        assert longer.epoch() == pytest.approx(training.epoch(), abs=1e-5)


def test_a_model_takes_payouts_as_far_as_the_data_went_and_no_further() -> None:
    data = sequences(6)
    training = fit(data)
    model = training.model
    assert model.most_paid is not None
    paid = data.features[..., 3]
    assert 0 < model.most_paid <= paid.max()
    for _ in range(20):
        training.epoch()
    features = data.features.clone()
    features[..., 3] = model.most_paid + 0.1
    with torch.no_grad():
        just_above = model(features, data.endowment)
        features[..., 3] = 1000.0
        torch.testing.assert_close(model(features, data.endowment), just_above)


def test_tables_shrink_unless_the_data_hold_them() -> None:
    data = sequences(6)
    training = fit(data)
    model: ContributionModel = training.model
    assert model.again is not None
    with torch.no_grad():
        model.again.fill_(1.0)
    nobody = torch.bincount(data.contribution.flatten(), minlength=11) == 0
    for _ in range(30):
        training.epoch()
    if nobody.any():
        assert model.again[:11][nobody].abs().max() < 0.2
    assert model.again.abs().max() < 1.0
