"""Shares with their intervals, p values and cross-entropies as a reader expects them."""

from hcmd_lab.jobs.record import LEVEL, Interval
from hcmd_lab.telling.numbers import apart, number, percent
from hcmd_lab.telling.translate import translate

_TIE = "\N{NO-BREAK SPACE}"
"""Within a figure, which no line may end in."""


def share(value: float) -> str:
    """A share as a percentage with one decimal."""
    return percent(value, 1)


def end(value: float, limit: float = 0.5) -> str:
    """An end of an interval of a share, never rounded to one half or a limit unless it is that."""
    told = (apart(value, each, percent, 1)[0] for each in (0.5, limit))
    return max(told, key=len)


def interval(found: Interval) -> str:
    """The ends of a 95% interval of a share."""
    return translate("{low} to {high}", low=end(found.low), high=end(found.high))


def short_interval(found: Interval) -> str:
    """The ends of an interval of a share beside other figures, where there is little room."""
    return f"{end(found.low)} – {end(found.high)}"


def with_interval(found: Interval, limit: float = 0.5) -> str:
    """An estimate of a share with its 95% interval, whose ends keep their side of a limit."""
    return translate(
        "{share} (95% interval {low} to {high})",
        share=share(found.estimate),
        low=end(found.low, limit),
        high=end(found.high, limit),
    )


def one_of_several(found: Interval) -> str:
    """A share with an interval that holds together with others, so is wider than one of 95%."""
    return translate(
        "{share} ({low} to {high})",
        share=share(found.estimate),
        low=end(found.low),
        high=end(found.high),
    )


def ends(found: Interval) -> str:
    """The ends of an interval of a share in percent, where there is little room."""
    low, high = (apart(100 * each, 50.0, number, 1)[0] for each in (found.low, found.high))
    return f"{low} – {high}"


def in_brief(found: Interval) -> str:
    """An estimate of a share with its 95% interval, where there is little room."""
    return f"{share(found.estimate)} ({ends(found)})"


def p_value(value: float) -> str:
    """A p value; very small ones are cut off at a bound, and none is rounded up to the level."""
    if value < 0.001:
        return f"p{_TIE}<{_TIE}{number(0.001, 3)}"
    return f"p{_TIE}={_TIE}{apart(value, LEVEL, number, 3)[0]}"


def chance(value: float) -> str:
    """A simulated chance in whole percents, of which none is sure and none impossible."""
    if value < 0.005:
        return translate("less than {chance}", chance=percent(0.01))
    if value > 0.995:
        return translate("more than {chance}", chance=percent(0.99))
    return percent(value)


def nats(value: float) -> str:
    """A cross-entropy."""
    return number(value, 3)
