"""The preference for the stage played second, and taking it out of a comparison.

Groups that played one mechanism twice show it clean: nothing but the order differs. Groups of the
comparison show it too, because half of them met the mechanism second. All their votes for the
second stage together give the effect that is taken out; they do not say which mechanism came
second, so that flipping which one it was leaves the effect as it is: the sign-flip test of the
adjusted votes is as exact as that of the others.

Where orders are unequal, part of a preference for a mechanism is in that effect too. The share
counts each group by what of its votes is left then (`counted_votes`): the estimate of least
squares; where all groups met the mechanisms in one order nothing is left.
"""

import numpy as np

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.sign_flips import Counts, Floats
from hcmd_lab.inference.vote_shares import scores, share_interval, share_intervals
from hcmd_lab.jobs.evaluated import SecondStage
from hcmd_lab.jobs.record import Interval

_NO_VOTES: Counts = np.array([], dtype=np.int64)


def second_stage(compared: Ballots, won_twice: Counts, cast_twice: Counts) -> SecondStage:
    """The share of votes for the stage played second.

    Args:
        compared: Groups of the comparison.
        won_twice: `[H]` votes for the second stage, of groups that played one mechanism twice.
        cast_twice: `[H]` votes cast by them, each at least 1.
    """
    twice = share_interval(won_twice, cast_twice) if len(won_twice) else None
    return SecondStage(
        twice=twice,
        twice_groups=len(won_twice),
        compared=_in_comparison(compared),
        compared_groups=compared.groups,
        used=second_share(compared, won_twice, cast_twice),
        imbalance=imbalance(compared, cast_twice),
        mechanism_second=int((compared.second > 0).sum()),
    )


def second_share(compared: Ballots, won_twice: Counts, cast_twice: Counts) -> float:
    """The share of all votes for the stage played second; arguments as in `second_stage`."""
    won = int(compared.for_second_stage.sum() + won_twice.sum())
    return won / int(compared.cast.sum() + cast_twice.sum())


def imbalance(compared: Ballots, cast_twice: Counts) -> float:
    """Votes cast where the mechanism was second, less the others, as a part of all votes."""
    unequal = int((compared.second * compared.cast).sum())
    return unequal / int(compared.cast.sum() + cast_twice.sum())


def freed_share(share: float, preference: float, unequal: float) -> float:
    """The share for the second stage, without the part that a preference for a mechanism has in it.

    Args:
        share: As `second_share` gives it.
        preference: The adjusted share of votes for the mechanism.
        unequal: The `imbalance` of the same votes.
    """
    return share - (preference - 0.5) * unequal


def counted_votes(compared: Ballots, unequal: float) -> Floats:
    """`[G]` votes by which a group counts in an adjusted share.

    Args:
        compared: Groups of the comparison.
        unequal: The `imbalance` of what the order effect was computed from.
    """
    return np.asarray(compared.cast * (1 - unequal * compared.second), dtype=np.float64)


def shifts(compared: Ballots, share: float) -> Floats:
    """`[G]` surplus of the mechanism that comes of the order alone.

    Args:
        compared: Groups of the comparison.
        share: Share of votes for the second stage that is to be taken out.
    """
    return np.asarray((2 * share - 1) * compared.second * compared.cast, dtype=np.float64)


def _in_comparison(compared: Ballots) -> Interval | None:
    """The share in the comparison, freed of the preference for a mechanism; None in one order.

    The preference is taken out of the order as the order is taken out of the preference: where
    orders are unequal, a group counts by what the preference leaves of its votes.
    """
    unequal = imbalance(compared, _NO_VOTES)
    if abs(unequal) == 1:
        return None
    preference = float(compared.won.sum() / compared.cast.sum())
    scored = scores(
        compared.for_second_stage,
        compared.cast,
        shifts=shifts(compared, preference),
        counted=counted_votes(compared, unequal),
    )
    (found,) = share_intervals([scored])
    return found
