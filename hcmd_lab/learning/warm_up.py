"""Loads and compiles ahead of time what every training step needs."""

import torch

from hcmd_lab.game.rules import Game
from hcmd_lab.learning import evaluation, fit, initialise, metagame, optimize
from hcmd_lab.learning.contribution_fit import ContributionFit
from hcmd_lab.learning.fused.seat_states import states_of
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.sequences import Sequences

STEPS = (initialise, fit, optimize, metagame, evaluation)
"""Named so that they are loaded."""

_GAME = Game(rounds=1, head_endowment=1, tail_endowments=(1,), tails=1)


def load() -> None:
    """Load the libraries and take one step of each training, which compiles the loops."""
    torch.set_num_threads(1)
    for games in (2, 2 * states_of(_GAME)):  # too few for their states to be looked up, and enough
        SelfPlay(
            PolicyNetwork(PolicyArchitecture(2)),
            ParticipantSet(SetArchitecture(2, 2)),
            _GAME,
            games_per_condition=games,
            learning_rate=0.0,
            generator=torch.Generator(),
        ).update()
    one_person = Sequences(
        torch.zeros(1, 1, 6), torch.ones(1, 1), torch.zeros(1, 1, dtype=torch.int64),
        torch.ones(1, 1, dtype=torch.bool), torch.zeros(1, dtype=torch.int64),
    )  # fmt: skip
    ContributionFit(
        ParticipantArchitecture(2, 2, max_endowment=1, one_hot=True),
        Lanes(one_person, contributions=2),
        torch.zeros(1, dtype=torch.int64),
        torch.Generator(),
    ).epoch()
