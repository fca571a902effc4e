from pathlib import Path

import pytest
import torch
from played_groups import played_groups

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays, checkpoints
from hcmd_lab.learning.contest import Contest, Contestant
from hcmd_lab.learning.contribution_fit import (
    Sequences,
    cross_entropies,
    mean_cross_entropy_of_set,
)
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient, member_of_pool
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms

ARCHITECTURE = ParticipantArchitecture(6, 4)


def member(seed: int) -> ParticipantModels:
    made = ParticipantModels(ARCHITECTURE)
    dice = torch.Generator().manual_seed(seed)
    made.contribution.reset_parameters(dice)
    torch.nn.init.normal_(made.vote.weight, std=0.1, generator=dice)
    return made


def policy(seed: int = 1) -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(8))
    made.reset_parameters(torch.Generator().manual_seed(seed))
    return made


@pytest.fixture
def three() -> ParticipantSet:
    return ParticipantSet.of(*map(member, range(3))).requires_grad_(False)


def test_a_set_is_rebuilt_from_its_file_alone(tmp_path: Path, three: ParticipantSet) -> None:
    loaded = ParticipantSet.load(tmp_path, three.save(tmp_path))
    assert loaded.architecture == SetArchitecture(6, 4, members=3)
    assert len(loaded) == 3
    for one, other in zip(three, loaded, strict=True):
        assert one.architecture == other.architecture == ARCHITECTURE
        for name, tensor in one.state_dict().items():
            assert torch.equal(other.state_dict()[name], tensor)


def test_models_of_one_fit_that_an_earlier_version_wrote_are_a_set_of_one(tmp_path: Path) -> None:
    fit = member(5)
    sha256 = checkpoints.save(tmp_path, "participants", ARCHITECTURE, fit)
    loaded = ParticipantSet.load(tmp_path, sha256)
    assert len(loaded) == 1
    assert torch.equal(loaded[0].vote.weight, fit.vote.weight)


def test_a_set_holds_models_of_one_architecture() -> None:
    with pytest.raises(ValueError, match="one architecture"):
        ParticipantSet.of()
    with pytest.raises(ValueError, match="one architecture"):
        ParticipantSet.of(member(1), ParticipantModels(ParticipantArchitecture(5, 4)))


def test_a_set_predicts_the_mean_of_its_members_probabilities(three: ParticipantSet) -> None:
    data = arrays.contributions(played_groups(3), PAPER_GAME)
    sequences = Sequences.of(data, ARCHITECTURE.inputs, torch.device("cpu"))
    of_members = [cross_entropies(one.contribution, sequences).mean().item() for one in three]
    of_set = mean_cross_entropy_of_set(three, sequences)
    assert of_set < sum(of_members) / 3  # the logarithm of a mean exceeds the mean of logarithms
    alone = ParticipantSet.of(three[1])
    assert mean_cross_entropy_of_set(alone, sequences) == pytest.approx(of_members[1])


def test_shares_in_a_contest_are_the_mean_over_the_members(three: ParticipantSet) -> None:
    def share(people: ParticipantSet) -> torch.Tensor:
        contest = Contest(people, PAPER_GAME, 20, torch.Generator().manual_seed(4))
        met = contest.enter(policy(1)), contest.enter(policy(2))
        return contest.shares_by_member(*met).mean(0)

    alone = torch.stack([share(ParticipantSet.of(one)) for one in three])
    torch.testing.assert_close(share(three), alone.mean(0))
    assert (alone[0] - alone[1]).abs().max() > 1e-4


@pytest.mark.parametrize("threads", [2, 3, 8])
def test_members_that_play_side_by_side_play_the_same(three: ParticipantSet, threads: int) -> None:
    def met(threads: int) -> Contestant:
        dice = torch.Generator().manual_seed(4)
        return Contest(three, PAPER_GAME, 20, dice, threads=threads).enter(policy(1))

    alone, beside = met(1), met(threads)
    assert torch.equal(alone.u, beside.u)
    assert torch.equal(alone.v, beside.v)
    assert torch.equal(alone.fraction, beside.fraction)
    assert not beside.u.requires_grad


def test_each_member_plays_each_condition_in_turn() -> None:
    played = {(pool, member_of_pool(pool, turn, 3)) for turn in range(3) for pool in range(5)}
    assert len(played) == 15


def test_the_gradient_is_that_of_the_members_whose_turn_it_is(three: ParticipantSet) -> None:
    games = 12
    endowment = condition_endowments(PAPER_GAME, games, three[0].vote.weight)
    uniforms = draw_uniforms(PAPER_GAME.rounds, endowment, torch.Generator().manual_seed(1))
    flat = [
        torch.cat([part.flatten() for part in gradient(uniforms, turn)])
        for gradient in (
            FusedGradient(policy(), three, PAPER_GAME, games, threads=1),
            TorchGradient(policy(), three, PAPER_GAME, games),
        )
        for turn in (0, 1)
    ]
    (fused, fused_next), (slow, slow_next) = flat[:2], flat[2:]
    assert (fused - slow).norm() < 1e-4 * slow.norm()
    assert (fused_next - slow_next).norm() < 1e-4 * slow_next.norm()
    assert (fused - fused_next).norm() > 1e-2 * fused.norm()
