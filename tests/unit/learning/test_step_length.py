import copy
import math
from itertools import pairwise

import pytest
import torch

from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.requests import StepRule
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.step_length import (
    LOOK_GROUPS,
    LOOKS,
    StepLength,
    look_groups,
    looks,
    verdict,
)

GAME = Game(rounds=3, head_endowment=4, tail_endowments=(2, 4), tails=2)
AGREED = torch.tensor([0.52, 0.53, 0.54])
DISPUTED = torch.tensor([0.40, 0.56, 0.72])


def test_a_cautious_verdict_takes_off_what_the_members_disagree_on() -> None:
    assert verdict(AGREED, StepRule.CAUTIOUS, 2.0) == pytest.approx(0.53 - 2 * 0.01)
    for caution, better in ((0.0, DISPUTED), (1.0, AGREED)):
        found = {
            verdict(shares, StepRule.CAUTIOUS, caution): shares for shares in (AGREED, DISPUTED)
        }
        assert found[max(found)] is better


def test_the_best_and_the_worst_need_no_caution() -> None:
    assert verdict(DISPUTED, StepRule.BEST, 9.0) == pytest.approx(0.56)
    assert verdict(DISPUTED, StepRule.WORST, 9.0) == pytest.approx(0.40)
    assert verdict(torch.tensor([0.6]), StepRule.CAUTIOUS, 9.0) == pytest.approx(0.6), "one model"


@pytest.mark.parametrize("updates", [1, 2, 30, 120, 300, 2000, 10_000])
def test_the_looks_lie_closest_together_at_the_beginning_and_end_at_the_end(updates: int) -> None:
    places = looks(StepRule.CAUTIOUS, updates)
    assert places[-1] == updates
    assert places[0] >= 1
    assert len(places) <= min(LOOKS, max(1, updates // 25))
    gaps = [later - sooner for sooner, later in pairwise(places)]
    assert all(later >= sooner - 1 for sooner, later in pairwise(gaps))
    assert looks(StepRule.WHOLE, updates) == ()


def test_looking_takes_a_small_part_of_the_games() -> None:
    for updates, games, members in ((2000, 1000, 8), (10_000, 1000, 8), (2000, 1000, 64)):
        groups = look_groups(updates, games, members, conditions=5, most=400)
        assert 2 <= groups <= LOOK_GROUPS
        assert LOOKS * 2 * members * 5 * groups <= 0.031 * updates * games
    assert look_groups(2000, 1000, 8, 5, most=4) == 4, "no more than the study takes"
    assert look_groups(1, 10, 8, 5, most=400) == 2


class Room:
    """A path of mechanisms of which one wins the votes of people who vote for what they earn."""

    def __init__(self) -> None:
        architecture = ParticipantArchitecture(6, 4, max_endowment=4, rounds=3, seats=3)
        people = ParticipantModels(architecture)
        people.contribution.reset_parameters(torch.Generator().manual_seed(8))
        with torch.no_grad():
            people.vote.weight[:, 0, 2] = 5
        self.people = ParticipantSet.of(people)
        self.contest = Contest(self.people, GAME, 100, torch.Generator().manual_seed(3))
        self.policies = [self._policy(seed) for seed in range(6)]
        entered = [self.contest.enter(policy) for policy in self.policies]
        self.shares = [float(self.contest.expected(each, entered[0]).mean) for each in entered]

    def _policy(self, seed: int) -> PolicyNetwork:
        policy = PolicyNetwork(PolicyArchitecture(6))
        policy.reset_parameters(torch.Generator().manual_seed(seed))
        with torch.no_grad():  # far from equal shares, each in another direction
            for parameter in policy.parameters():
                parameter.mul_(3)
        return policy

    def follow(self, order: list[int], rule: StepRule = StepRule.CAUTIOUS) -> StepLength:
        """Look at these policies one after the other, 25 updates apart."""
        updates = 25 * len(order)
        length = StepLength(self.policies[0], self.contest, rule, 1.0, updates)
        for place, number in zip(looks(StepRule.BEST, updates), order, strict=True):
            length.follow(self.policies[number], place)
        return length


@pytest.fixture(scope="module")
def room() -> Room:
    made = Room()
    assert max(made.shares[1:]) > 0.5 > min(made.shares[1:])
    return made


def same(one: PolicyNetwork, other: PolicyNetwork) -> bool:
    pairs = zip(one.parameters(), other.parameters(), strict=True)
    return all(torch.equal(a, b) for a, b in pairs)


def test_the_best_on_the_way_is_kept_and_not_the_last(room: Room) -> None:
    best = max(range(1, 6), key=room.shares.__getitem__)
    worst = min(range(1, 6), key=room.shares.__getitem__)
    length = room.follow([worst, best, worst])
    assert same(length.chosen(room.policies[worst]), room.policies[best])
    assert length.kept_at == looks(StepRule.BEST, 75)[1]


def test_a_step_is_refused_where_nothing_on_the_way_wins(room: Room) -> None:
    losing = [number for number in range(1, 6) if room.shares[number] < 0.5]
    length = room.follow(losing)
    assert length.kept_at == 0
    assert same(length.chosen(room.policies[losing[-1]]), room.policies[0])


def test_a_step_whose_end_is_best_goes_the_whole_way(room: Room) -> None:
    best = max(range(1, 6), key=room.shares.__getitem__)
    length = room.follow([0, best])
    assert length.kept_at is None
    assert same(length.chosen(room.policies[1]), room.policies[best])


def test_the_whole_way_looks_at_nothing(room: Room) -> None:
    length = room.follow([1, 2], StepRule.WHOLE)
    assert length.chosen(room.policies[2]) is room.policies[2]
    assert (length.kept_at, length.tensors()) == (None, {})


def test_what_was_kept_is_restored(room: Room) -> None:
    best = max(range(1, 6), key=room.shares.__getitem__)
    length = room.follow([best, 0])
    other = StepLength(room.policies[0], room.contest, StepRule.CAUTIOUS, 1.0, 50)
    other.restore(copy.deepcopy(length.tensors()))
    other.follow(room.policies[0], 50)
    assert other.kept_at == length.kept_at
    assert same(other.chosen(room.policies[0]), room.policies[best])
    assert math.isclose(float(other.tensors()["kept_best"]), room.shares[best], abs_tol=1e-6)
