import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from played_groups import played_groups

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays, cross_validation
from hcmd_lab.learning.contribution_fit import ContributionFit
from hcmd_lab.learning.cross_validation import (
    Split,
    held_out_curve,
    lead,
    leads,
    lowest_point,
    random_splits,
)
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.sequences import Sequences

ARCHITECTURE = ParticipantArchitecture(8, 4)


@given(seed=st.integers(0, 2**31), groups=st.integers(2, 60), splits=st.integers(1, 4))
def test_splits_leave_out_thirty_percent_of_the_groups(seed: int, groups: int, splits: int) -> None:
    made = random_splits(seed, "votes", groups, splits)
    assert len(made) == splits
    for training, left_out in made:
        assert sorted([*training.tolist(), *left_out.tolist()]) == list(range(groups))
        assert len(left_out) == max(1, round(0.3 * groups))
        assert len(training) >= 1


def test_splits_depend_on_the_seed_and_the_purpose_alone() -> None:
    one, again = (random_splits(1, "votes", 20, 2)[1][1] for _ in range(2))
    assert torch.equal(one, again)
    assert not torch.equal(one, random_splits(2, "votes", 20, 2)[1][1])
    assert not torch.equal(one, random_splits(1, "contributions", 20, 2)[1][1])
    assert not torch.equal(one, random_splits(1, "votes", 20, 2)[0][1])


@pytest.fixture(scope="module")
def data() -> Lanes:
    groups = played_groups(6, stages=1, rounds=4)
    played = arrays.contributions(groups, PAPER_GAME)
    return Lanes(Sequences.of(played, "full", torch.device("cpu")), 11)


def test_a_curve_falls_and_can_be_drawn_again(data: Lanes) -> None:
    splits = random_splits(1, "contributions", 6, 2)
    curve = list(held_out_curve(ARCHITECTURE, data, splits, 5, 20))
    assert len(curve) == 20
    assert min(epoch.held_out for epoch in curve) < curve[0].held_out
    assert curve[-1].training < curve[0].training
    assert list(held_out_curve(ARCHITECTURE, data, splits, 5, 20)) == curve
    assert list(held_out_curve(ARCHITECTURE, data, splits, 6, 20)) != curve


def test_training_stops_when_it_no_longer_helps(
    data: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cross_validation, "PATIENCE", 5)
    values = itertools.chain([2.0, 1.5, 1.4995], itertools.repeat(1.6))
    monkeypatch.setattr(ContributionFit, "held_out", lambda *_: next(values))
    splits = random_splits(1, "contributions", 6, 1)
    curve = [epoch.held_out for epoch in held_out_curve(ARCHITECTURE, data, splits, 5, 100)]
    assert curve == [2.0, 1.5, 1.4995, 1.6, 1.6, 1.6, 1.6]


def test_the_lowest_point_of_all_curves() -> None:
    small, large = [(2.0, 2.0), (1.3, 1.1), (1.4, 1.2)], [(1.9, 1.9), (1.2, 1.0), (1.0, 1.3)]
    assert lowest_point({(8, 4): small, (32, 8): large}) == ((32, 8), 2, (1.2, 1.0))


def made_splits(*left_out: int, groups: int = 10) -> list[Split]:
    """Splits that leave out three groups, the first of which tells them apart."""
    everybody = set(range(groups))
    sets = [{each, each + 1, each + 2} for each in left_out]
    return [(torch.tensor(sorted(everybody - out)), torch.tensor(sorted(out))) for out in sets]


def test_a_lead_has_the_error_of_other_groups() -> None:
    found = lead([1.0, 1.1, 1.2], [1.5, 1.5, 1.5], made_splits(0, 1, 2))
    assert found is not None
    assert found.estimate == pytest.approx(0.4)
    # Student's t with two degrees, and a variance corrected for what splits share.
    error = 0.1 * (1 / 3 + 0.3 / 0.7) ** 0.5
    assert found.high - found.estimate == pytest.approx(4.302653 * error, rel=1e-6)
    assert found.estimate - found.low == pytest.approx(found.high - found.estimate)


def test_a_single_split_tells_no_error() -> None:
    assert lead([1.0], [1.5], made_splits(0)) is None
    assert lead([1.0, 1.0], [1.5, 1.5], made_splits(4, 4)) is None
    assert leads([1.0], {"uniform": [1.5]}, made_splits(0)) == {}
    guesses = {"uniform": [1.5, 1.6], "repeat_last": [1.0, 1.0]}
    assert set(leads([1.0, 1.2], guesses, made_splits(0, 1))) == set(guesses)


@pytest.mark.parametrize("splits", [2, 3, 20])
@pytest.mark.parametrize("groups", [4, 5, 8, 15])
def test_the_lead_over_a_guess_holds_the_truth_of_few_groups(groups: int, splits: int) -> None:
    """Groups that a fixed model predicts as well as a guess does, on average over all groups."""
    dice, found = np.random.default_rng(groups), []
    for seed in range(300):
        ahead = dice.standard_normal(groups)
        made = random_splits(seed, "votes", groups, splits)
        by_split = [float(ahead[left_out.numpy()].mean()) for _, left_out in made]
        found.append(lead([0.0] * splits, by_split, made))
    known = [each for each in found if each is not None]
    held = sum(each.low <= 0 <= each.high for each in known)
    assert held / len(known) >= 0.95 - 4 * (0.05 * 0.95 / len(known)) ** 0.5
