"""Behaviour shift between iterations (paper section 4.2, Fig. 4).

People meet another mechanism in each iteration and behave differently under it. Models that were
fitted before then predict them worse than models that have seen them.
"""

from collections.abc import Sequence

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.modelled import BehaviourShift
from hcmd_lab.learning import arrays, vote_arrays
from hcmd_lab.learning.contribution_fit import mean_cross_entropy_of_set
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.learning.vote_fit import vote_cross_entropy_of_set


def behaviour_shift(
    models: Sequence[ParticipantSet], groups: Sequence[PlayedGroup], game: Game
) -> BehaviourShift:
    """The cross-entropies of each iteration's models on each iteration's people.

    Args:
        models: Models of iterations 1 to K, in order.
        groups: Data of the last of them: the groups of iterations 1 to K.
        game: The game they played.
    """
    of_iteration = [
        [group for group in groups if group.iteration == iteration]
        for iteration in range(1, len(models) + 1)
    ]
    return BehaviourShift(
        contribution=[
            [_contribution(row, people, game) for people in of_iteration] for row in models
        ],
        vote=[[_vote(row, people, game) for people in of_iteration] for row in models],
    )


def _contribution(
    models: ParticipantSet, groups: Sequence[PlayedGroup], game: Game
) -> float | None:
    data = arrays.contributions(groups, game)
    if not data.decisions:
        return None
    device = models[0].contribution.decoder.weight.device
    sequences = Sequences.of(
        data, models.architecture.inputs, device, models.architecture.max_endowment
    )
    return mean_cross_entropy_of_set(models, sequences)


def _vote(models: ParticipantSet, groups: Sequence[PlayedGroup], game: Game) -> float | None:
    votes = vote_arrays.votes(groups, game, models.architecture.vote_inputs)
    if not votes.votes:
        return None
    return vote_cross_entropy_of_set([member.vote.flat_weights() for member in models], votes)
