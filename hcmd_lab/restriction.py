"""Restrictions of a study's mechanisms, fixed before data are collected.

Of the shares w that the network gives, the restricted mechanism makes, for N participants,

    w' = s + (1 - N s) [ (1 - p) r + p w ]

with the minimum share s and the shares r of a reference mechanism. Whatever the network has learned
or not, every share is then at least s. How much is left to the network, p, is the largest number
that keeps the distance (total variation: the part of the fund that is divided otherwise) from r at
most d in every state:

    |w' - r| <= N s |1/N - r| + (1 - N s) p <= N s D + (1 - N s) p = d

where D is the greatest distance of the reference from equal shares, |own_weight - 1/N| for the
closed forms, reached where one participant alone contributes. Both maps keep a mechanism monotone
if w and r are; that w is, the network itself sees to (`hcmd_lab.learning.monotone`).
"""

from dataclasses import dataclass
from typing import Annotated

import msgspec

from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.game.settings import Choice


class Reference(Choice):
    """A baseline that trained mechanisms must stay close to."""

    NONE = "none", "None", "Mechanisms are free."
    STRICT_EGALITARIAN = BaselineName.STRICT_EGALITARIAN.declaration
    LIBERTARIAN = BaselineName.LIBERTARIAN.declaration
    LIBERAL_EGALITARIAN = BaselineName.LIBERAL_EGALITARIAN.declaration


MIN_ROOM = 0.01
"""The smallest part of the fund that has to be left for the network to divide."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """The map above as numbers, for one number of seats.

    The share of seat i is

        floor + by_coin c_i / sum c + by_fraction rho_i / sum rho + room w_i

    with contributions c and contributed fractions rho; where nobody contributes, c_i / sum c and
    rho_i / sum rho stand for 1/N.

    Attributes:
        floor: Share that each seat gets in any case.
        by_coin: Share divided in proportion to coins.
        by_fraction: Share divided in proportion to contributed fractions.
        room: Share divided by the network.
    """

    floor: float = 0.0
    by_coin: float = 0.0
    by_fraction: float = 0.0
    room: float = 1.0


UNRESTRICTED = Mixture()
"""Leaves shares as they are."""


class Restriction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Restriction on every mechanism of a study.

    Attributes:
        minimum_share: Minimum share of the fund for each participant.
        monotone: Whether a participant who gives more, the others unchanged, never gets a smaller
            share.
        reference: A closed form to stay close to, or none.
        reference_distance: The largest part of the fund that may be divided otherwise than the
            reference would; without one it means nothing.
    """

    minimum_share: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    monotone: bool = False
    reference: Reference = Reference.NONE
    reference_distance: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0

    @property
    def has_reference(self) -> bool:
        """Whether the distance from a reference is bounded."""
        return self.reference is not Reference.NONE

    @property
    def is_free(self) -> bool:
        """Whether nothing is restricted."""
        return not (self.minimum_share or self.monotone or self.has_reference)

    def mixture(self, seats: int) -> Mixture:
        """The map of a network's shares into the restriction.

        Raises:
            UsageError: No mechanism can keep to it, or hardly anything is left to be learned.
        """
        equal = 1 / seats
        free = 1 - seats * self.minimum_share
        if free < MIN_ROOM:
            raise UsageError(
                "A minimum share of {share} for each of {seats} participants leaves nothing to "
                "learn; choose a smaller minimum share.",
                share=self.minimum_share,
                seats=seats,
            )
        if not self.has_reference:
            return Mixture(floor=self.minimum_share, room=free)
        form = BASELINES[self.reference]
        own_weight = form.own_weight_among(seats)
        away = (1 - free) * abs(own_weight - equal)
        room = min(free, self.reference_distance - away)
        if room < MIN_ROOM:
            raise UsageError(
                "A minimum share of {share} alone can take a mechanism {away} away from the "
                "reference {reference}, so a distance of {distance} leaves too little to learn; "
                "choose a distance of at least {least}, or a smaller minimum share.",
                share=self.minimum_share,
                away=round(away, 4),
                reference=BaselineName(self.reference).spoken,
                distance=self.reference_distance,
                least=round(away + MIN_ROOM, 4),
            )
        # The reference is own * q + others * (1 - q) with q the proportion that counts for it.
        others = (1 - own_weight) / (seats - 1)
        own = (seats * own_weight - 1) / (seats - 1)
        part = free - room
        return Mixture(
            floor=self.minimum_share + part * others,
            by_coin=part * own * (1 - form.relative_weight),
            by_fraction=part * own * form.relative_weight,
            room=room,
        )
