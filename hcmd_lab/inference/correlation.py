"""How alike the votes of one group are."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcmd_lab.inference.sign_flips import Counts


def within_group_correlation(won: Counts, cast: Counts) -> float | None:
    """The intraclass correlation of votes by analysis of variance (Donner 1986).

    Unbiased, hence negative at times. None where it cannot be known: with a single group, with one
    vote a group, or if all votes are the same.

    Args:
        won: `[G]` votes for the mechanism.
        cast: `[G]` votes cast.
    """
    groups, votes = len(won), int(cast.sum())
    if groups < 2 or votes <= groups or won.sum() in (0, votes):
        return None
    shares, overall = won / cast, won.sum() / votes
    between = float((cast * (shares - overall) ** 2).sum() / (groups - 1))
    within = float((cast * shares * (1 - shares)).sum() / (votes - groups))
    size = (votes - (cast**2).sum() / votes) / (groups - 1)
    return float((between - within) / (between + (size - 1) * within))


@dataclass(frozen=True, slots=True)
class PooledCorrelation:
    """The correlation within groups over several comparisons.

    Attributes:
        estimate: The mean over those that tell it, weighed by groups.
        groups: Their groups.
    """

    estimate: float
    groups: int


def pooled_correlation(comparisons: Iterable[tuple[Counts, Counts]]) -> PooledCorrelation | None:
    """The mean over comparisons of different mechanisms, weighed by groups; None if none knows it.

    Groups that compared other mechanisms have another share to vary around.

    Args:
        comparisons: Of each, `[G]` votes for one of its two mechanisms and `[G]` votes cast.
    """
    known = [
        (len(won), found)
        for won, cast in comparisons
        if (found := within_group_correlation(won, cast)) is not None
    ]
    groups = sum(many for many, _ in known)
    if not groups:
        return None
    return PooledCorrelation(sum(many * found for many, found in known) / groups, groups)
