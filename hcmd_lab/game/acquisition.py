"""Mechanisms that ACQUIRE lets a group compare: the newest twice, or beside variations of it.

A vote tells most about the models where the two stages differ visibly and yet stay near what people
will meet next. Tilting the head's weight by a constant factor does that: with `w` the shares that
the network gives, the head's becomes `k w / (1 + (k - 1) w)`, the tails keep their proportions.
"""

import math
from enum import StrEnum
from typing import assert_never

from hcmd_lab.game.settings import Choice

TILT = 0.8
"""Logarithm of the factor by which a variation changes the head's weight."""


class Acquire(Choice):
    """What the groups of ACQUIRE play in their first two stages."""

    PAPER = (
        "paper",
        "As in the paper",
        "The newest mechanism in both stages; a vote compares two runs of one mechanism.",
    )
    INFORMATIVE = (
        "informative",
        "Variations",
        "The newest mechanism in one stage; in the other a variation of it that gives seat 1 (the "
        "head, if there is one) a larger or a smaller share, each in both orders. "
        "A vote then tells more.",
    )


class Variation(StrEnum):
    """A variation of a mechanism."""

    HEAD_MORE = "head_more"  # the head's weight times e^TILT
    HEAD_LESS = "head_less"  # the head's weight times e^-TILT

    @property
    def log_factor(self) -> float:
        """Logarithm of the factor of the head's weight."""
        match self:
            case Variation.HEAD_MORE:
                return TILT
            case Variation.HEAD_LESS:
                return -TILT
            case _:
                assert_never(self)

    @property
    def factor(self) -> float:
        """The factor of the head's weight."""
        return math.exp(self.log_factor)


def variations(acquire: Acquire) -> tuple[Variation, ...]:
    """The variations that groups meet beside the newest mechanism."""
    match acquire:
        case Acquire.PAPER:
            return ()
        case Acquire.INFORMATIVE:
            return tuple(Variation)
        case _:
            assert_never(acquire)


def variation_name(mechanism: str, variation: Variation) -> str:
    """The name of a mechanism's variation, such as `theta_3_head_more`."""
    return f"{mechanism}_{variation.value}"
