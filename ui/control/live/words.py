"""What the plots show, in words: for those who read rather than look."""

from collections.abc import Sequence
from statistics import fmean

from PySide6.QtCore import QLocale

from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.live.rounds import PaidRound, Quantity


def number(value: float) -> str:
    """A number with at most one decimal."""
    decimals = 0 if abs(value - round(value)) < 0.05 else 1
    return QLocale().toString(float(value), "f", decimals)


def amount(value: float, quantity: Quantity) -> str:
    """A number in the unit of a plot."""
    if quantity is Quantity.SHARE:
        return percent(value)
    return translate("{coins} coins", coins=number(value))


def round_in_words(rounds: Sequence[PaidRound], quantity: Quantity) -> str:
    """One round of one or more groups.

    Args:
        rounds: The same round of every group; at least one.
        quantity: What to tell of it.
    """
    if quantity is Quantity.REWARD:
        sentence = translate(
            "Stage {stage}, round {round}: the head earned {head}, the tails {tails} on average"
        )
    else:
        sentence = translate(
            "Stage {stage}, round {round}: the head gave {head}, the tails {tails} on average"
        )
    return sentence.format(
        stage=rounds[0].stage,
        round=rounds[0].round,
        head=amount(fmean(quantity.of(paid, 0) for paid in rounds), quantity),
        tails=amount(fmean(quantity.of_tails(paid) for paid in rounds), quantity),
    )
