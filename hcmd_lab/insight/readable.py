"""Rules whose numbers are said as they are.

A search finds numbers with many digits, and who puts a rule into words rounds them: what is said
would then be another rule than the one whose fidelity is told. So a rule is rounded before it is
told, to whole percents and to the plainest numbers near by, and all that is said of it, its
fidelity first, is that of the rounded one.
"""

from dataclasses import replace

from hcmd_lab.insight.condition import Condition
from hcmd_lab.insight.rule import Rule, fidelity, known_rules

_NEARLY = 0.05
"""A part of the fund, or a threshold, that may be left out."""

_ABOUT = 0.1
"""How near to a plain number that of the head's fraction has to be, as a part of that."""

_HARDLY = 0.1
"""What the head's fraction may count and be left out."""

_LEVEL = 0.02
"""How near to an equal part the head's fixed one has to be."""


def readable(read: Condition, rule: Rule, cost: float) -> Rule:
    """The rule in whole percents, and plainer where that costs hardly any fidelity.

    Args:
        read: What it describes.
        rule: Any rule.
        cost: Part of the fund that all simplifications together may divide otherwise.
    """
    least = fidelity(read, rule).fund - cost
    for simpler in (_parts, _fixed, _counts, _head_threshold, _tail_threshold):
        tried = simpler(read, rule)
        if tried != rule and fidelity(read, tried).fund >= least:
            rule = tried
    return _in_percents(read, rule)


def _parts(read: Condition, rule: Rule) -> Rule:
    """All of the fund divided by giving, or none of it."""
    equal = 1 / read.game.seats
    if rule.by_giving > 1 - _NEARLY:
        return replace(rule, by_giving=1.0, fixed_head=equal)
    if rule.by_giving < _NEARLY:
        return Rule(0.0, rule.fixed_head)
    return rule


def _fixed(read: Condition, rule: Rule) -> Rule:
    """Fixed parts that are equal."""
    equal = 1 / read.game.seats
    return replace(rule, fixed_head=equal) if abs(rule.fixed_head - equal) < _LEVEL else rule


def _counts(read: Condition, rule: Rule) -> Rule:
    """The head counted like a tail, by fractions or by coins, or not at all."""
    if rule.head_counts < _HARDLY:
        return replace(rule, head_counts=0.0, head_threshold=0.0)
    nearest = min(_plain_counts(read), key=lambda count: abs(rule.head_counts / count - 1))
    near = abs(rule.head_counts / nearest - 1) < _ABOUT
    return replace(rule, head_counts=nearest) if near else rule


def _head_threshold(_: Condition, rule: Rule) -> Rule:
    return replace(rule, head_threshold=0.0) if rule.head_threshold < _NEARLY else rule


def _tail_threshold(_: Condition, rule: Rule) -> Rule:
    return replace(rule, tail_threshold=0.0) if rule.tail_threshold < _NEARLY else rule


def _in_percents(read: Condition, rule: Rule) -> Rule:
    equal = 1 / read.game.seats
    return Rule(
        round(rule.by_giving, 2),
        rule.fixed_head if rule.fixed_head == equal else round(rule.fixed_head, 2),
        rule.head_counts if rule.head_counts in _plain_counts(read) else round(rule.head_counts, 2),
        round(rule.head_threshold, 2),
        round(rule.tail_threshold, 2),
    )


def _plain_counts(read: Condition) -> list[float]:
    """What the head's fraction counts in the rules that everybody knows."""
    return [known.head_counts for known in known_rules(read).values()]
