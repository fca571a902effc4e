"""A mechanism's variations as frozen tables: what they change, and what they keep to."""

import pytest
import torch

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.profiles import profiles
from hcmd_lab.game.rules import WEIGHT_UNITS, Game
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.restriction_check import judge

SMALL = Game(head_endowment=5, tail_endowments=(2, 3))
RESTRICTIONS = [
    Restriction(minimum_share=0.05),
    Restriction(monotone=True),
    Restriction(0, False, Reference.LIBERTARIAN, 0.2),
    Restriction(0.2, True, Reference.STRICT_EGALITARIAN, 0.1),
]


def network(restriction: Restriction = Restriction(), seed: int = 1) -> PolicyNetwork:  # noqa: B008
    made = PolicyNetwork(PolicyArchitecture(8, restriction))
    made.reset_parameters(torch.Generator().manual_seed(seed))
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.mul_(4)
    return made


@pytest.mark.parametrize("variation", Variation)
def test_the_head_is_tilted_and_the_tails_keep_their_proportions(variation: Variation) -> None:
    policy = network()
    plain = freeze_network(policy, SMALL, "plain")
    tilted = freeze_network(policy, SMALL, "tilted", variation=variation)
    factor = variation.factor
    for tail in SMALL.tail_endowments:
        for profile in profiles(SMALL, tail):
            before = [unit / WEIGHT_UNITS for unit in plain.units(tail, profile)]
            after = [unit / WEIGHT_UNITS for unit in tilted.units(tail, profile)]
            total = 1 + (factor - 1) * before[0]
            expected = [factor * before[0] / total, *(share / total for share in before[1:])]
            assert after == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("variation", Variation)
@pytest.mark.parametrize("restriction", RESTRICTIONS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_variation_keeps_to_the_restriction(
    variation: Variation, restriction: Restriction, seed: int
) -> None:
    table = freeze_network(network(restriction, seed), SMALL, "d", variation=variation)
    verdicts = judge(table, restriction)
    assert verdicts
    assert all(verdict.kept for verdict in verdicts), [str(each.sentence) for each in verdicts]
