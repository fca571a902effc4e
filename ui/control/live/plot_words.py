"""The live plots in words, for readers who cannot look."""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import assert_never

from hcmd_lab.game.roles import EVERYONE
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.live.rounds import PaidRound, Quantity


def number(value: float) -> str:
    """A number with at most one decimal."""
    decimals = 0 if abs(value - round(value)) < 0.05 else 1
    return numbers.number(value, decimals)


def quantity_title(quantity: Quantity) -> str:
    """Title of an axis."""
    match quantity:
        case Quantity.SHARE:
            return translate("Share given")
        case Quantity.COINS:
            return translate("Contribution (coins)")
        case Quantity.REWARD:
            return translate("Reward (coins)")
        case _:
            assert_never(quantity)


def amount(value: float, quantity: Quantity) -> str:
    """A number in the unit of a plot."""
    if quantity is Quantity.SHARE:
        return percent(value)
    return coins_in_words(10 * round(10 * value))


def amounts(values: Mapping[str, float], quantity: Quantity) -> dict[str, str]:
    """Numbers beside each other in the unit of a plot, with the same decimals."""
    if quantity is not Quantity.SHARE and any(round(10 * value) % 10 for value in values.values()):
        return {
            name: translate("{amount} coins", amount=numbers.number(value, 1))
            for name, value in values.items()
        }
    return {name: amount(value, quantity) for name, value in values.items()}


def round_in_words(
    rounds: Sequence[PaidRound], quantity: Quantity, roles: Mapping[str, slice]
) -> str:
    """One round of one or more groups.

    Args:
        rounds: The same round of every group; at least one.
        quantity: The quantity to describe.
        roles: The game's roles.
    """
    values: dict[str, object] = {"stage": rounds[0].stage, "round": rounds[0].round}
    means = {
        role: fmean(quantity.mean_of(paid, seats) for paid in rounds)
        for role, seats in roles.items()
    }
    values |= amounts(means, quantity)
    if EVERYONE in roles:
        if quantity is Quantity.REWARD:
            return translate(
                "Stage {stage}, round {round}: everyone earned {everyone} on average", **values
            )
        return translate(
            "Stage {stage}, round {round}: everyone gave {everyone} on average", **values
        )
    if quantity is Quantity.REWARD:
        return translate(
            "Stage {stage}, round {round}: the head earned {head}, the tails {tail} on average",
            **values,
        )
    return translate(
        "Stage {stage}, round {round}: the head gave {head}, the tails {tail} on average", **values
    )
