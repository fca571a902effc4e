"""How alike the votes of one group are."""

from hcmd_lab.inference.sign_flips import Counts


def within_group_correlation(won: Counts, cast: Counts) -> float:
    """The intraclass correlation of votes by analysis of variance (Donner 1986).

    Unbiased, hence negative at times. 0 where it cannot be known: with a single group, with one
    vote a group, or if all votes are the same.

    Args:
        won: `[G]` votes for the mechanism.
        cast: `[G]` votes cast.
    """
    groups, votes = len(won), int(cast.sum())
    if groups < 2 or votes <= groups or won.sum() in (0, votes):
        return 0.0
    shares, overall = won / cast, won.sum() / votes
    between = float((cast * (shares - overall) ** 2).sum() / (groups - 1))
    within = float((cast * shares * (1 - shares)).sum() / (votes - groups))
    size = (votes - (cast**2).sum() / votes) / (groups - 1)
    return float((between - within) / (between + (size - 1) * within))
