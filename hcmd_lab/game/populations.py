"""The constants of the simulated people that a study can choose from.

The calibrated one is fitted to human figures. The others are variations of it, to see how far a
result hangs on who plays: nobody has measured such people.
"""

from dataclasses import replace
from typing import assert_never

from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import CALIBRATED, FIRST, Population


def population_of(people: People, spread: float = 1.0) -> Population:
    """The constants of a population.

    Args:
        people: Which one.
        spread: How far persons differ from each other, 0 to
            `people_choice.MAX_SPREAD`: a factor of the
            standard deviations between them.
    """
    chosen = _chosen(people)
    return replace(
        chosen,
        warmth_sd=chosen.warmth_sd * spread,
        responsiveness_sd=chosen.responsiveness_sd * spread,
        vote_equality_sd=chosen.vote_equality_sd * spread,
    )


def _chosen(people: People) -> Population:
    usual = CALIBRATED
    match people:
        case People.CALIBRATED:
            return usual
        case People.FIRST:
            return FIRST
        case People.STEADIER:
            return replace(usual, slip_sd=usual.slip_sd / 1.5, vote_lapse=usual.vote_lapse / 2)
        case People.NOISIER:
            return replace(usual, slip_sd=usual.slip_sd * 1.5, vote_lapse=usual.vote_lapse * 1.5)
        case People.SELF_RELIANT:
            return replace(usual, reciprocity=0.0)
        case People.RECIPROCAL:
            return replace(usual, reciprocity=2 * usual.reciprocity)
        case People.EQUALITY_MINDED:
            return replace(usual, vote_equality=10 * usual.vote_equality)
        case _:
            assert_never(people)
