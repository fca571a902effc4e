"""Findings about a mechanism in sentences."""

from collections.abc import Sequence
from math import isclose

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.insight.explanation import ConditionInsight, Explanation
from hcmd_lab.insight.minority import LeastServed
from hcmd_lab.insight.rule import Rule
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.counts import groups
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import apart, number, percent, signed
from hcmd_lab.telling.statistics import end, share
from hcmd_lab.telling.votes import estimand
from hcmd_lab.vote_plan import VotePlan

SUPPORTED = 0.9
"""Below this fidelity no rule is put into words: it would describe another mechanism."""

_TIMES = 2.0
"""From here on it is told how many times as much the head's fraction counts, not in percent."""


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
    if not rule.by_giving:
        return Sentence(
            "By the rule that comes closest, the fund is divided in {parts}, whatever is "
            "contributed.",
            parts=fixed,
        )
    by_giving = _by_giving(rule, endowments, has_roles=has_roles)
    if rule.by_giving == 1:
        return Sentence(
            "By the rule that comes closest, the fund is divided {by_giving}.", by_giving=by_giving
        )
    return Sentence(
        "By the rule that comes closest, {percent} of the fund is divided {by_giving}, and the "
        "rest in {parts}.",
        percent=percent(rule.by_giving),
        by_giving=by_giving,
        parts=fixed,
    )


def _fixed_parts(head: float, seats: int, *, has_roles: bool) -> Sentence:
    if isclose(head, 1 / seats):
        return Sentence("equal parts")
    shares = {"head": head, "tail": (1 - head) / (seats - 1)}
    decimals = 0 if all(isclose(100 * each, round(100 * each)) for each in shares.values()) else 1
    parts = {name: percent(share, decimals) for name, share in shares.items()}
    if not has_roles:
        return Sentence("fixed parts ({head} to seat 1, {tail} to each other seat)", **parts)
    return Sentence("fixed parts ({head} to the head, {tail} to each tail)", **parts)


def _by_giving(rule: Rule, endowments: Sequence[int], *, has_roles: bool) -> Sentence:
    counts = rule.head_counts
    if counts == 1:
        return Sentence("in proportion to the fraction of the endowment that each seat contributes")
    # A coin of the head counts as much as one of a tail.
    if isclose(counts, endowments[0] / endowments[1]):
        return Sentence("in proportion to the coins that each seat contributes")
    values = {
        "percent": percent(counts),
        "times": number(counts, 0 if counts.is_integer() else 2),
    }
    if not counts:
        return _without_head(has_roles=has_roles)
    if counts < _TIMES and has_roles:
        return Sentence(
            "in proportion to the fraction of the endowment that each seat contributes, the head's "
            "counting {percent} as much as a tail's",
            **values,
        )
    if has_roles:
        return Sentence(
            "in proportion to the fraction of the endowment that each seat contributes, the head's "
            "counting {times} times as much as a tail's",
            **values,
        )
    if counts < _TIMES:
        return Sentence(
            "in proportion to the coins that each seat contributes, those of seat 1 counting "
            "{percent} as much as those of another seat",
            **values,
        )
    return Sentence(
        "in proportion to the coins that each seat contributes, those of seat 1 counting {times} "
        "times as much as those of another seat",
        **values,
    )


def _without_head(*, has_roles: bool) -> Sentence:
    if has_roles:
        return Sentence(
            "in proportion to the fraction of the endowment that each tail contributes (the "
            "head's contribution does not count)"
        )
    return Sentence(
        "in proportion to what each seat but seat 1 contributes (the contribution of seat 1 does "
        "not count)"
    )


def _thresholds(rule: Rule, *, has_roles: bool) -> list[Sentence]:
    head, tail = rule.head_threshold, rule.tail_threshold
    if not rule.by_giving or not (head or tail):
        return []
    said = _of_roles(head, tail) if has_roles else _of_seats(head, tail)
    return [said, Sentence("Where nothing counts, the parts are equal.")]


def _of_roles(head: float, tail: float) -> Sentence:
    if not tail:
        return Sentence(
            "The head's contribution counts only beyond {percent} of its endowment.",
            percent=percent(head),
        )
    if not head:
        return Sentence(
            "A tail's contribution counts only beyond {percent} of its endowment.",
            percent=percent(tail),
        )
    return Sentence(
        "Contributions count only beyond a threshold: {head} of the endowment for the head, "
        "{tail} for a tail.",
        head=percent(head),
        tail=percent(tail),
    )


def _of_seats(first: float, other: float) -> Sentence:
    """The same where nobody has a role: mostly one threshold for everyone."""
    if first == other:
        return Sentence(
            "Contributions count only beyond {percent} of the endowment.", percent=percent(first)
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
    return [*least, *_votes(found)]


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
        "No group has played both {mechanism} and {baseline} and voted: which of the two wins "
        "votes is not known.",
        mechanism=spoken_name(found.mechanism),
        baseline=spoken_name(found.baseline),
    )


def _least_served(row: LeastServed) -> Sentence:
    return Sentence(
        "Under {mechanism}, the seat that gained least in its group gained on average {gain} coins "
        "per round over keeping everything (10th percentile: {tenth}); in {n} of {groups} someone "
        "earned less than by keeping everything.",
        mechanism=spoken_name(row.mechanism),
        gain=signed(row.lowest_gain, 1),
        tenth=signed(row.lowest_gain_tenth, 1),
        n=round(row.somebody_lost * row.groups),
        groups=groups(row.groups),
    )


def _votes(found: Explanation) -> list[Sentence]:
    """Shares of heads and of tails, against the baseline: other contrasts have other shares."""
    overall = {row.role: row for row in found.votes if row.tail_endowment is None}
    if set(overall) != {"head", "tail"}:
        return []
    head, tail = overall["head"].share, overall["tail"].share
    figures = {
        "mechanism": spoken_name(found.mechanism),
        "baseline": spoken_name(found.baseline),
        "head": share(head.estimate),
        "head_low": end(head.low),
        "head_high": end(head.high),
        "tail": share(tail.estimate),
        "tail_low": end(tail.low),
        "tail_high": end(tail.high),
    }
    voted, others = overall["head"].groups, overall["tail"].groups
    means = _means(overall["head"].plan, overall["tail"].plan)
    if voted == others:
        return [
            Sentence(
                "The share of votes for {mechanism} against {baseline} is {head} among heads "
                "({head_low} to {head_high}) and {tail} among tails ({tail_low} to {tail_high}); "
                "95% intervals over {groups}.",
                **figures,
                groups=groups(others),
            ),
            *means,
        ]
    return [
        Sentence(
            "The share of votes for {mechanism} against {baseline} is {head} among heads "
            "({head_low} to {head_high}, {voted}) and {tail} among tails ({tail_low} to "
            "{tail_high}, {groups}); 95% intervals over groups in which the role voted.",
            **figures,
            voted=groups(voted),
            groups=groups(others),
        ),
        *means,
    ]


def _means(head: VotePlan | None, tail: VotePlan | None) -> list[Sentence]:
    """What the shares of the roles are means over, so that nobody takes them for votes counted."""
    if head is None or tail is None:
        return []
    if head == tail:
        return [Sentence("In these shares {estimand}.", estimand=estimand(head))]
    return [
        Sentence(
            "In the heads' share {heads}; in the tails' share {tails}.",
            heads=estimand(head),
            tails=estimand(tail),
        )
    ]


def incentive_sentences(found: ConditionInsight) -> list[Sentence]:
    """Returns of another coin for the head and for a tail in one condition."""
    values = {
        "where": _where(found),
        "told": _incentive_of_roles(found) if found.has_roles else _incentive_of_seats(found),
    }
    if found.as_played:
        return [
            Sentence(
                "{where} and the others contribute as in the rounds that were played: {told}.",
                **values,
            )
        ]
    return [Sentence("{where} and all contributions of the others count alike: {told}.", **values)]


def _incentive_of_roles(found: ConditionInsight) -> Sentence:
    head, tail = found.head, found.tail
    return Sentence(
        "another coin returns {to_head} coins to the head, who earns most in the round by "
        "contributing {best_head} of {head}; it returns {to_tail} to a tail, who earns most by "
        "contributing {best_tail} of {tail}",
        to_head=_returns(head.returns),
        best_head=head.best,
        head=len(head.returns),
        to_tail=_returns(tail.returns),
        best_tail=tail.best,
        tail=len(tail.returns),
    )


def _incentive_of_seats(found: ConditionInsight) -> Sentence:
    """The same where nobody has a role."""
    values = {
        "returns": _returns([*found.head.returns, *found.tail.returns]),
        "best": found.head.best,
        "endowment": len(found.head.returns),
    }
    if found.head.best == found.tail.best:
        return Sentence(
            "another coin returns {returns} coins to its giver, who earns most in the round by "
            "contributing {best} of {endowment}",
            **values,
        )
    return Sentence(
        "another coin returns {returns} coins to its giver; seat 1 earns most in the round by "
        "contributing {best} of {endowment}, another seat by contributing {other}",
        **values,
        other=found.tail.best,
    )


def _returns(returns: Sequence[float]) -> str | Sentence:
    """From the lowest to the highest, never rounded to the coin itself: that decides if it pays."""
    low, high = (apart(end, 1.0, number, 1)[0] for end in (min(returns), max(returns)))
    return low if low == high else Sentence("{low} to {high}", low=low, high=high)
