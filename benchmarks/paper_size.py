"""OPTIMIZE at the paper's size: the game, participants and a policy to begin with.

`hcmd_lab.learning` is imported before torch, because it tells OpenMP how to wait.
"""

from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels  # isort: skip

import torch

from hcmd_lab.game.rules import PAPER_GAME as GAME
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork

GAMES_PER_CONDITION = 200

__all__ = ["GAME", "GAMES_PER_CONDITION", "people", "policy"]


def people() -> ParticipantModels:
    """Participants of size 32/8, frozen, who respond to what they are paid and vote by it."""
    dice = torch.Generator().manual_seed(0)
    made = ParticipantModels(
        ParticipantArchitecture(linear_size=32, lstm_size=8, vote_inputs=Inputs.FULL, one_hot=True)
    )
    made.contribution.reset_parameters(dice)
    assert made.contribution.last_choice is not None
    assert made.contribution.again is not None
    assert made.contribution.most_paid is not None
    tables = (made.contribution.last_choice, made.contribution.again)
    for parameter in (*tables, *made.vote.parameters()):
        torch.nn.init.normal_(parameter, std=0.1, generator=dice)
    made.contribution.most_paid.fill_(3.0)
    return made.requires_grad_(False)


def policy() -> PolicyNetwork:
    """A policy of width 32."""
    made = PolicyNetwork(PolicyArchitecture(width=32))
    made.reset_parameters(torch.Generator().manual_seed(1))
    return made
