"""Findings about a mechanism in sentences."""

from collections.abc import Iterable, Sequence

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.insight.explanation import ConditionInsight, Explanation
from hcmd_lab.insight.incentives import Incentive
from hcmd_lab.insight.minority import LeastServed
from hcmd_lab.insight.rule import Rule
from hcmd_lab.jobs.evaluated import RoleShare
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.counts import groups
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import number, percent, signed
from hcmd_lab.telling.statistics import share

SUPPORTED = 0.9
"""Below this fidelity no rule is put into words: it would describe another mechanism."""

_NEARLY = 0.05
_A_TENTH = 0.1
_HARDLY = 0.1
"""What the head gives is not spoken of where it counts less beside a tail's."""


def rule_sentences(found: ConditionInsight) -> list[Sentence]:
    """The rule of one condition, ending with its fidelity."""
    where = _where(found)
    faithful = _faithful(found)
    if found.fidelity.fund < SUPPORTED:
        return [
            Sentence(
                "{where}, no short rule describes the mechanism well enough to be put into words.",
                where=where,
            ),
            faithful,
        ]
    head = found.head_share_at["everything"]
    tail = (1 - head) / (len(found.endowments) - 1)
    values = {"where": where, "head": percent(head), "tail": percent(tail)}
    if found.has_roles:
        whole = Sentence(
            "{where} and everyone contributes everything, the head receives {head} of the fund "
            "and each tail {tail}.",
            **values,
        )
    elif percent(head) == percent(tail):
        whole = Sentence(
            "{where} and everyone contributes everything, everyone receives {head} of the fund.",
            where=where,
            head=percent(head),
        )
    else:
        whole = Sentence(
            "{where} and everyone contributes everything, seat 1 receives {head} of the fund and "
            "each other seat {tail}.",
            **values,
        )
    division = _division(found.rule, found.endowments, has_roles=found.has_roles)
    return [whole, division, *_thresholds(found.rule, has_roles=found.has_roles), faithful]


def _where(found: ConditionInsight) -> Sentence:
    """The condition, as the beginning of a sentence; who has as many coins is not told apart."""
    coins = coin_count(found.tail_endowment)
    if len(set(found.endowments)) == 1:
        return Sentence("Where everyone has {coins}", coins=coins)
    return Sentence("Where each tail has {coins}", coins=coins)


def _division(rule: Rule, endowments: Sequence[int], *, has_roles: bool) -> Sentence:
    fixed = _fixed_parts(rule.fixed_head, len(endowments), has_roles=has_roles)
    if rule.by_giving < _NEARLY:
        return Sentence("Whatever is contributed, the fund is divided in {parts}.", parts=fixed)
    by_giving = _by_giving(rule, endowments, has_roles=has_roles)
    if rule.by_giving > 1 - _NEARLY:
        return Sentence("The fund is divided {by_giving}.", by_giving=by_giving)
    return Sentence(
        "{percent} of the fund is divided {by_giving}, and the rest in {parts}.",
        percent=percent(rule.by_giving),
        by_giving=by_giving,
        parts=fixed,
    )


def _fixed_parts(head: float, seats: int, *, has_roles: bool) -> Sentence:
    if abs(head - 1 / seats) < 0.02:
        return Sentence("equal parts")
    parts = {"head": percent(head), "tail": percent((1 - head) / (seats - 1))}
    if not has_roles:
        return Sentence("fixed parts ({head} to seat 1, {tail} to each other seat)", **parts)
    return Sentence("fixed parts ({head} to the head, {tail} to each tail)", **parts)


def _by_giving(rule: Rule, endowments: Sequence[int], *, has_roles: bool) -> Sentence:
    if abs(rule.head_counts - 1) < _A_TENTH:
        return Sentence("in proportion to the fraction of the endowment that each seat contributes")
    # A coin of the head counts as much as one of a tail.
    if abs(rule.head_counts * endowments[1] / endowments[0] - 1) < _A_TENTH:
        return Sentence("in proportion to the coins that each seat contributes")
    if not has_roles and rule.head_counts < _HARDLY:
        return Sentence(
            "in proportion to what each seat but seat 1 contributes (the contribution of seat 1 "
            "hardly counts)"
        )
    if not has_roles:
        return Sentence(
            "in proportion to the coins that each seat contributes, those of seat 1 counting "
            "{percent} as much as those of another seat",
            percent=percent(rule.head_counts),
        )
    if rule.head_counts < _HARDLY:
        return Sentence(
            "in proportion to the fraction of the endowment that each tail contributes (the "
            "head's contribution hardly counts)"
        )
    return Sentence(
        "in proportion to the fraction of the endowment that each seat contributes, the head's "
        "counting {percent} as much as a tail's",
        percent=percent(rule.head_counts),
    )


def _thresholds(rule: Rule, *, has_roles: bool) -> list[Sentence]:
    head, tail = (round(t, 2) for t in (rule.head_threshold, rule.tail_threshold))
    if rule.head_counts < _HARDLY:
        head = 0.0
    if rule.by_giving < _NEARLY or max(head, tail) < _NEARLY:
        return []
    if not has_roles:
        return [_thresholds_of_seats(head, tail)]
    if tail < _NEARLY:
        return [Sentence("The head's contribution counts only beyond {percent} of its endowment.",
                         percent=percent(head))]  # fmt: skip
    if head < _NEARLY:
        return [Sentence("A tail's contribution counts only beyond {percent} of its endowment.",
                         percent=percent(tail))]  # fmt: skip
    return [
        Sentence(
            "Contributions count only beyond a threshold: {head} of the endowment for the head, "
            "{tail} for a tail.",
            head=percent(head),
            tail=percent(tail),
        )
    ]


def _thresholds_of_seats(first: float, other: float) -> Sentence:
    """The same where nobody has a role: mostly one threshold for everyone."""
    if abs(first - other) < _NEARLY:
        return Sentence(
            "Contributions count only beyond {percent} of the endowment.",
            percent=percent((first + other) / 2),
        )
    return Sentence(
        "Contributions count only beyond a threshold: {head} of the endowment for seat 1, {tail} "
        "for another seat.",
        head=percent(first),
        tail=percent(other),
    )


def _faithful(found: ConditionInsight) -> Sentence:
    best = max(reference.fund for reference in found.references.values())
    values = {
        "percent": share(found.fidelity.fund),
        "best": share(best),
        "equal": share(found.references[BaselineName.STRICT_EGALITARIAN].fund),
    }
    if found.as_played:
        return Sentence(
            "The rule divides {percent} of the fund as the mechanism does in the rounds that "
            "were played (the best closed form {best}, equal shares {equal}).",
            **values,
        )
    return Sentence(
        "The rule divides {percent} of the fund as the mechanism does, all contributions "
        "counting alike (the best closed form {best}, equal shares {equal}).",
        **values,
    )


def minority_sentences(found: Explanation) -> list[Sentence]:
    """Outcome of the least-served in all conditions pooled, and votes by role."""
    overall = [row for row in found.least_served if row.tail_endowment is None]
    least = [_least_served(row) for row in overall]
    return [*least, *_votes(found.votes, spoken_name(found.mechanism))]


def nobody_played(found: Explanation) -> Sentence:
    """Notice that no complete stage was played with the mechanism or its baseline."""
    return Sentence(
        "No group has played a whole stage with {mechanism} yet, so nothing is known about its "
        "least-served seats.",
        mechanism=spoken_name(found.mechanism),
    )


def votes_not_told(found: Explanation) -> Sentence:
    """Notice that nobody has voted on both mechanisms, or that the votes are not counted yet."""
    if found.compared:
        return Sentence(
            "{n} group(s) (has|have) compared {mechanism} with {baseline}; what they voted is told "
            "once EVALUATE has counted the votes.",
            n=found.compared,
            mechanism=spoken_name(found.mechanism),
            baseline=spoken_name(found.baseline),
        )
    return Sentence(
        "No group has played both {mechanism} and {baseline} and voted; EVALUATE compares these "
        "two.",
        mechanism=spoken_name(found.mechanism),
        baseline=spoken_name(found.baseline),
    )


def _least_served(row: LeastServed) -> Sentence:
    return Sentence(
        "Under {mechanism}, the seat that gained least in its group gained {gain} coins per round "
        "over keeping everything (10th percentile: {tenth}); in {percent} of {groups} someone "
        "earned less than by keeping everything.",
        mechanism=spoken_name(row.mechanism),
        gain=signed(row.lowest_gain, 1),
        tenth=signed(row.lowest_gain_tenth, 1),
        percent=percent(row.somebody_lost),
        groups=groups(row.groups),
    )


def _votes(votes: Iterable[RoleShare], name: Sentence) -> list[Sentence]:
    overall = {row.role: row for row in votes if row.tail_endowment is None}
    if set(overall) != {"head", "tail"}:
        return []
    head, tail = overall["head"].share, overall["tail"].share
    return [
        Sentence(
            "The share of votes for {mechanism} is {head} among heads ({head_low} to {head_high}) "
            "and {tail} among tails ({tail_low} to {tail_high}); 95% intervals over {groups}.",
            mechanism=name,
            head=percent(head.estimate),
            head_low=percent(head.low),
            head_high=percent(head.high),
            tail=percent(tail.estimate),
            tail_low=percent(tail.low),
            tail_high=percent(tail.high),
            groups=groups(overall["tail"].groups),
        )
    ]


def incentive_sentences(found: ConditionInsight) -> list[Sentence]:
    """Returns of another coin for the head and for a tail in one condition."""
    if not found.has_roles:
        return [_incentive_of_seats(found)]
    return [
        Sentence("{where}: {head}; {tail}.",
                 where=_where(found), head=_incentive_of_head(found.head),
                 tail=_incentive_of_tail(found.tail))
    ]  # fmt: skip


def _incentive_of_seats(found: ConditionInsight) -> Sentence:
    """The same where nobody has a role."""
    returns = (*found.head.returns, *found.tail.returns)
    values = {
        "where": _where(found),
        "low": number(min(returns), 1),
        "high": number(max(returns), 1),
        "best": found.head.best,
        "endowment": len(found.head.returns),
    }
    if found.head.best == found.tail.best:
        return Sentence(
            "{where}: another coin returns {low} to {high} coins to its giver, who does best to "
            "contribute {best} of {endowment}.",
            **values,
        )
    return Sentence(
        "{where}: another coin returns {low} to {high} coins to its giver; seat 1 does best to "
        "contribute {best} of {endowment}, another seat {other}.",
        **values,
        other=found.tail.best,
    )


def _incentive_of_head(head: Incentive) -> Sentence:
    low, high = number(min(head.returns), 1), number(max(head.returns), 1)
    return Sentence(
        "another coin returns {low} to {high} coins to the head, who does best to contribute "
        "{best} of {endowment}",
        low=low,
        high=high,
        best=head.best,
        endowment=len(head.returns),
    )


def _incentive_of_tail(tail: Incentive) -> Sentence:
    low, high = number(min(tail.returns), 1), number(max(tail.returns), 1)
    return Sentence(
        "it returns {low} to {high} to a tail, who does best to contribute {best} of {endowment}",
        low=low,
        high=high,
        best=tail.best,
        endowment=len(tail.returns),
    )
