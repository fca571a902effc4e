import math
from pathlib import Path

import numpy as np
import pytest
import torch

from benchmarks.calibration import calibration
from benchmarks.human_data import Trial, human_groups
from benchmarks.human_game import in_coins, play
from benchmarks.human_quality import behaviour, over_seeds, played, predictions
from benchmarks.people_measures import persistence
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import (
    ContributionModel,
    LSTMState,
    ParticipantArchitecture,
    ParticipantModels,
)
from hcmd_lab.learning.sequences import Sequences

GMTV = Path(__file__).parents[3] / ".." / "shared" / "data" / "gaechter2017_gmtv" / "gmtv.csv"

ARCHITECTURE = ParticipantArchitecture(linear_size=4, lstm_size=3)


def always(share: float) -> ContributionModel:
    """Contributes nothing (0) or as much as possible (1), whatever happens."""
    people = ContributionModel(ARCHITECTURE)
    with torch.no_grad():
        for parameter in people.parameters():
            parameter.zero_()
        people.decoder.bias.copy_(100 * share * torch.arange(11.0))
        if share == 0:
            people.decoder.bias[0] = 100
    return people


def test_right_predictions_are_calibrated_and_bold_ones_are_not() -> None:
    rng = np.random.default_rng(1)
    truth = rng.uniform(size=40_000)
    happened = rng.uniform(size=truth.size) < truth
    group = np.arange(truth.size) % 200
    right = calibration(truth, happened, group)
    assert right.error < 0.01
    assert np.all((right.low <= right.observed) & (right.observed <= right.high))
    assert np.mean((right.low <= right.predicted) & (right.predicted <= right.high)) >= 0.7
    # Twice as far from one half as it should be: by a quarter on average.
    bold = calibration((truth > 0.5).astype(float), happened, group, bins=2)
    assert bold.error == pytest.approx(0.25, abs=0.01)


def test_calibration_error_counted_by_hand() -> None:
    found = calibration(
        np.array([0.1, 0.3, 0.7, 0.9]),
        np.array([False, True, True, True]),
        np.zeros(4, dtype=np.int64),
        bins=2,
    )
    assert found.predicted == pytest.approx([0.2, 0.8])
    assert found.observed == pytest.approx([0.5, 1.0])
    assert found.error == pytest.approx(0.25)
    assert found.error_interval == pytest.approx((0.25, 0.25))  # a single group cannot vary


def test_groups_that_hang_together_widen_the_interval() -> None:
    happened = np.repeat([True, False], 500)
    even = np.full(1000, 0.5)
    together = calibration(even, happened, np.repeat([0, 1, 2, 3], 250), bins=1)
    apart = calibration(even, happened, np.arange(1000), bins=1)
    assert together.high - together.low > 5 * (apart.high - apart.low)


@pytest.mark.parametrize("length", [10, 15])
def test_persistence_finds_the_coefficients_that_made_the_data(length: int) -> None:
    rng = np.random.default_rng(length)
    blocks = []
    for groups in (5000, 3000):
        fraction = [rng.uniform(size=(groups, 4))]
        for _ in range(length - 1):
            last = fraction[-1]
            others = (last.sum(1, keepdims=True) - last) / 3
            noise = 0.02 * rng.standard_normal(last.shape)
            fraction.append(0.1 + 0.5 * last + 0.3 * others + noise)
        blocks.append(np.stack(fraction))
    found = persistence(blocks)
    assert found["own_lag"] == pytest.approx(0.5, abs=0.01)
    assert found["others_lag"] == pytest.approx(0.3, abs=0.01)


def test_persistence_counts_heaps_and_groups_of_a_kind() -> None:
    alike = np.zeros((10, 2, 4))
    alike[:, 1] = 1
    assert persistence([alike])["person_mean_correlation"] == pytest.approx(1)
    mixed = np.zeros((10, 6, 4))
    mixed[..., 1] = 0.5
    mixed[:, :, 2:] = 1
    found = persistence([alike, mixed])
    shares = [found[f"share_{name}"] for name in ("nothing", "half", "all")]
    assert shares == pytest.approx([10 / 32, 6 / 32, 16 / 32])


def test_behaviour_averages_a_round_over_those_who_still_play() -> None:
    found = behaviour([np.full((2, 1, 4), 0.25), np.concatenate([np.ones((3, 3, 4))])])
    assert found.curve == pytest.approx([13 / 16, 13 / 16, 1])
    assert found.measures["mean"] == pytest.approx((8 * 0.25 + 36) / 44)


def test_over_seeds_tells_the_middle_of_the_seeds() -> None:
    found = over_seeds([float(number) for number in range(101)])
    assert found == pytest.approx({"mean": 50, "low": 2.5, "high": 97.5})


def test_who_gives_nothing_keeps_everything() -> None:
    endowment, contribution, payout = play(always(0), 10, 3, torch.Generator().manual_seed(1))
    assert endowment.shape == contribution.shape == (10, 3, 4)
    assert bool((endowment == 10).all())
    assert bool((contribution == 0).all())
    assert bool((payout == 0).all())


def test_who_gives_everything_stays_equal() -> None:
    endowment, contribution, payout = play(always(1), 10, 3, torch.Generator().manual_seed(1))
    assert bool((endowment == 10).all())
    assert bool((contribution == 10).all())
    assert payout.flatten().tolist() == pytest.approx([15] * 120)


class Listening(ContributionModel):
    """Notes what it says while it plays."""

    def __init__(self) -> None:
        super().__init__(ARCHITECTURE)
        self.said: list[torch.Tensor] = []

    def step(
        self, features: torch.Tensor, forbidden: torch.Tensor, state: LSTMState
    ) -> tuple[torch.Tensor, LSTMState]:
        logits, state = super().step(features, forbidden, state)
        self.said.append(logits)
        return logits, state


def test_it_plays_with_what_it_would_predict_from_the_record() -> None:
    people = Listening()
    people.reset_parameters(torch.Generator().manual_seed(3))
    endowment, contribution, payout = (
        quantity.transpose(0, 1) for quantity in play(people, 12, 40, torch.Generator())
    )
    assert endowment.min() < 5
    everyone = torch.ones(endowment.shape, dtype=torch.bool)
    data = arrays.Contributions(
        endowment, contribution, payout, everyone, torch.arange(40), groups=40
    )
    seen = Sequences.of(data, "full", torch.device("cpu"))
    with torch.no_grad():
        predicted = people(seen.features, seen.endowment)
    torch.testing.assert_close(torch.stack(people.said).permute(2, 0, 1), predicted)


def test_coins_are_those_of_the_importer() -> None:
    tokens = torch.tensor([[31.0, 15.0, 26.0, 25.0], [100.0, 4.0, 5.0, 45.0]])
    endowment, coin = in_coins(tokens)
    expected = [
        [max(1, math.floor(10 * token / max(row) + 0.5)) for token in row]
        for row in tokens.tolist()
    ]
    assert endowment.tolist() == expected
    assert coin.flatten().tolist() == pytest.approx([3.1, 10])


@pytest.mark.skipif(not GMTV.exists(), reason="the human data may not be shipped")
def test_every_possible_choice_of_people_set_aside_is_predicted() -> None:
    data = arrays.contributions(human_groups(GMTV), PAPER_GAME)
    models = ParticipantModels(ARCHITECTURE)
    models.contribution = always(0)
    found = predictions(Trial(ParticipantSet.of(models), data, data))
    assert found.chosen.sum() == data.decisions
    possible = data.endowment[data.counted] + 1
    assert len(found.probability) == int(possible.sum())
    assert found.probability.sum() == pytest.approx(data.decisions, rel=1e-6)
    # A model that always says 0 is right as often as people gave nothing.
    nothing = found.chosen[found.probability > 0.5].mean()
    blocks = played(data)
    assert sorted(len(block) for block in blocks) == [10, 15]
    assert nothing == pytest.approx(behaviour(blocks).measures["share_nothing"])
