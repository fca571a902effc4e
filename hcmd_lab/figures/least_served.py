"""Rewards of the worst-off seat under the mechanism and under the baseline."""

import math

from hcmd_lab.figures.axes import nice_ticks, plain
from hcmd_lab.figures.estimates import Estimates, Mark
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.insight.minority import LeastServed
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.translate import translate


def least_served_picture(explanation: Explanation) -> Estimates:
    """Coins per round above keeping everything, for the seat that gained least in its group.

    Args:
        explanation: The explanation; its `least_served` has at least one entry.
    """
    rows = explanation.least_served
    if len(explanation.conditions) == 1:  # that of all groups
        rows = tuple(row for row in rows if row.tail_endowment is None)
    low = min(0.0, *(row.lowest_gain_tenth for row in rows))
    ticks = nice_ticks(low, max(0.5, *(row.lowest_gain for row in rows)))
    ordered = sorted(rows, key=lambda row: row.tail_endowment or math.inf)
    return Estimates(
        translate("Gain of the least-served seats"),
        translate("Coins per round over keeping all; lines to the 10th percentile"),
        [_mark(row, is_own=row.mechanism == explanation.mechanism) for row in ordered],
        ticks,
        plain(ticks),
        reference=0.0,
        total=translate("All groups"),
    )


def _mark(row: LeastServed, *, is_own: bool) -> Mark:
    mean, tenth = number(row.lowest_gain, 2), number(row.lowest_gain_tenth, 2)
    return Mark(
        row.tail_endowment,
        value=row.lowest_gain,
        low=row.lowest_gain_tenth,
        high=row.lowest_gain,
        number=mean,
        reach=tenth,
        words=translate("{mean} coins (10th percentile {tenth})", mean=mean, tenth=tenth),
        colour="win" if is_own else "lose",
        key=pretty_name(row.mechanism),
    )
