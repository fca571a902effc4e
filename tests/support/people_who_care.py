"""Participant models for tests, drawn at random."""

from hcmd_lab.learning.participant_inputs import COINS
from hcmd_lab.learning.participants import ParticipantModels

_IN_UNITS = (0, 1, 3, 5)
"""Columns of the contribution model's inputs that are coins in units; the others are fractions."""


def as_if_in_tens(made: ParticipantModels) -> ParticipantModels:
    """Give what was drawn for coins in tens the same effect in the unit of the models."""
    scale = made.contribution.unit / COINS
    weight = made.contribution.encoder.weight
    for column in _IN_UNITS:
        if column < weight.shape[1]:
            weight[:, column] *= scale
    made.vote.weight *= scale
    return made
