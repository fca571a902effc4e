"""What was found about a mechanism, in sentences that can be told in another language."""

from collections.abc import Callable, Iterable, Sequence

from hcmd_lab.insight.explanation import ConditionInsight, Explanation
from hcmd_lab.insight.incentives import Incentive
from hcmd_lab.insight.minority import LeastServed, RoleVotes
from hcmd_lab.insight.rule import Rule
from hcmd_lab.sentence import Sentence

SUPPORTED = 0.9
"""Below this fidelity no rule is put into words: it would describe another mechanism."""

_NEARLY = 0.05
_A_TENTH = 0.1
_HARDLY = 0.1
"""What the head gives is not spoken of where it counts less beside a tail's."""


def rule_sentences(found: ConditionInsight) -> list[Sentence]:
    """The rule of one condition, ending with how faithful it is."""
    coins = _coins(found.tail_endowment)
    faithful = _faithful(found)
    if found.fidelity.fund < SUPPORTED:
        return [
            Sentence(
                "Where tails receive {coins}, no short rule describes the mechanism well enough to "
                "be put into words.",
                coins=coins,
            ),
            faithful,
        ]
    head = found.head_share_at["everything"]
    tail = (1 - head) / (len(found.endowments) - 1)
    sentences = [
        Sentence(
            "Where tails receive {coins} and all give everything, the head receives {head}% of "
            "the fund and each tail {tail}%.",
            coins=coins,
            head=_percent(head),
            tail=_percent(tail),
        ),
        _division(found.rule, found.endowments),
    ]
    return [*sentences, *_thresholds(found.rule), faithful]


def _division(rule: Rule, endowments: Sequence[int]) -> Sentence:
    fixed = _fixed_parts(rule.fixed_head, len(endowments))
    if rule.by_giving < _NEARLY:
        return Sentence("Whatever is given, the fund is divided in {parts}.", parts=fixed)
    by_giving = _by_giving(rule, endowments)
    if rule.by_giving > 1 - _NEARLY:
        return Sentence("The fund is divided {by_giving}.", by_giving=by_giving)
    return Sentence(
        "Of the fund, {percent}% is divided {by_giving}, and the rest in {parts}.",
        percent=_percent(rule.by_giving),
        by_giving=by_giving,
        parts=fixed,
    )


def _fixed_parts(head: float, seats: int) -> Sentence:
    if abs(head - 1 / seats) < 0.02:
        return Sentence("equal parts")
    return Sentence(
        "fixed parts ({head}% to the head, {tail}% to each tail)",
        head=_percent(head),
        tail=_percent((1 - head) / (seats - 1)),
    )


def _by_giving(rule: Rule, endowments: Sequence[int]) -> Sentence:
    if abs(rule.head_counts - 1) < _A_TENTH:
        return Sentence("in proportion to the fraction of the endowment that each seat gives")
    # A coin of the head counts as much as one of a tail.
    if abs(rule.head_counts * endowments[1] / endowments[0] - 1) < _A_TENTH:
        return Sentence("in proportion to the coins that each seat gives")
    if rule.head_counts < _HARDLY:
        return Sentence(
            "in proportion to the fraction of the endowment that each tail gives (what the head "
            "gives hardly counts)"
        )
    return Sentence(
        "in proportion to the fraction of the endowment that each seat gives, the head's "
        "counting {percent}% as much as a tail's",
        percent=_percent(rule.head_counts),
    )


def _thresholds(rule: Rule) -> list[Sentence]:
    head, tail = (round(100 * t) for t in (rule.head_threshold, rule.tail_threshold))
    least = round(100 * _NEARLY)
    if rule.head_counts < _HARDLY:
        head = 0
    if rule.by_giving < _NEARLY or max(head, tail) < least:
        return []
    if tail < least:
        return [Sentence("What the head gives counts only beyond {percent}% of its endowment.",
                         percent=head)]  # fmt: skip
    if head < least:
        return [Sentence("What a tail gives counts only beyond {percent}% of its endowment.",
                         percent=tail)]  # fmt: skip
    return [
        Sentence(
            "What is given counts only beyond a threshold: {head}% of the endowment for the "
            "head, {tail}% for a tail.",
            head=head,
            tail=tail,
        )
    ]


def _faithful(found: ConditionInsight) -> Sentence:
    best = max(reference.fund for reference in found.references.values())
    values = {
        "percent": decimal(100 * found.fidelity.fund),
        "best": decimal(100 * best),
        "equal": decimal(100 * found.references["strict_egalitarian"].fund),
    }
    if found.as_played:
        return Sentence(
            "The rule divides {percent}% of the fund as the mechanism does in the rounds that "
            "were played (the best closed form {best}%, equal shares {equal}%).",
            **values,
        )
    return Sentence(
        "The rule divides {percent}% of the fund as the mechanism does, all contributions "
        "counting alike (the best closed form {best}%, equal shares {equal}%).",
        **values,
    )


def mechanism_name(name: str) -> Sentence:
    """What a mechanism is called in a sentence."""
    match name:
        case "strict_egalitarian":
            return Sentence("strict egalitarian")
        case "libertarian":
            return Sentence("libertarian")
        case "liberal_egalitarian":
            return Sentence("liberal egalitarian")
    return Sentence("{name}", name=name)


def minority_sentences(
    found: Explanation, name: Callable[[str], Sentence | str] = mechanism_name
) -> list[Sentence]:
    """How the worst-off fare in all conditions together, and who votes for what.

    Args:
        found: What was found.
        name: What a mechanism is called in a sentence.
    """
    overall = [row for row in found.least_served if row.tail_endowment is None]
    least = [_least_served(row, name(row.mechanism)) for row in overall]
    return [*least, *_votes(found.votes, name(found.mechanism))]


def nobody_played(found: Explanation) -> Sentence:
    """Said where no complete stage was played with the mechanism or its baseline."""
    return Sentence(
        "No group has played a whole stage with {mechanism} yet, so nobody knows how its "
        "least-served seat fares.",
        mechanism=mechanism_name(found.mechanism),
    )


def nobody_voted(found: Explanation) -> Sentence:
    """Said where no group met both mechanisms."""
    return Sentence(
        "No group has met both {mechanism} and {baseline} and voted; EVALUATE plays these two.",
        mechanism=mechanism_name(found.mechanism),
        baseline=mechanism_name(found.baseline),
    )


def _least_served(row: LeastServed, name: Sentence | str) -> Sentence:
    return Sentence(
        "Under {mechanism}, the seat that gained least in its group gained {gain} coins a round "
        "over keeping everything (10th percentile: {tenth}); in {percent}% of {groups} somebody "
        "earned less than by keeping everything.",
        mechanism=name,
        gain=decimal(row.lowest_gain, signed=True),
        tenth=decimal(row.lowest_gain_tenth, signed=True),
        percent=_percent(row.somebody_lost),
        groups=_groups(row.groups),
    )


def _votes(votes: Iterable[RoleVotes], name: Sentence | str) -> list[Sentence]:
    overall = {row.role: row for row in votes if row.tail_endowment is None}
    if set(overall) != {"head", "tail"}:
        return []
    head, tail = overall["head"].share, overall["tail"].share
    return [
        Sentence(
            "Of the heads, {head}% voted for {mechanism} ({head_low}% to {head_high}%), of the "
            "tails {tail}% ({tail_low}% to {tail_high}%); 95% intervals over {groups}.",
            mechanism=name,
            head=_percent(head.estimate),
            head_low=_percent(head.low),
            head_high=_percent(head.high),
            tail=_percent(tail.estimate),
            tail_low=_percent(tail.low),
            tail_high=_percent(tail.high),
            groups=_groups(overall["tail"].groups),
        )
    ]


def incentive_sentences(found: ConditionInsight) -> list[Sentence]:
    """What another coin brings to the head and to a tail in one condition."""
    return [
        Sentence("Where tails receive {coins}: {head}; {tail}.",
                 coins=_coins(found.tail_endowment), head=_incentive_of_head(found.head),
                 tail=_incentive_of_tail(found.tail))
    ]  # fmt: skip


def _incentive_of_head(head: Incentive) -> Sentence:
    low, high = decimal(min(head.returns)), decimal(max(head.returns))
    return Sentence(
        "another coin returns {low} to {high} coins to the head, who does best to give {best} "
        "of {endowment}",
        low=low,
        high=high,
        best=head.best,
        endowment=len(head.returns),
    )


def _incentive_of_tail(tail: Incentive) -> Sentence:
    low, high = decimal(min(tail.returns)), decimal(max(tail.returns))
    return Sentence(
        "it returns {low} to {high} to a tail, who does best to give {best} of {endowment}",
        low=low,
        high=high,
        best=tail.best,
        endowment=len(tail.returns),
    )


def decimal(value: float, places: int = 1, *, signed: bool = False) -> Sentence:
    """A number with its decimals, which languages set apart by different marks."""
    sign = "+" if signed else ""
    whole, _, part = f"{value:{sign}.{places}f}".replace("-", "−").partition(".")
    return Sentence("{whole}.{part}", whole=whole, part=part)


def _coins(number: int) -> Sentence:
    return Sentence("1 coin") if number == 1 else Sentence("{number} coins", number=number)


def _groups(number: int) -> Sentence:
    return Sentence("1 group") if number == 1 else Sentence("{number} groups", number=number)


def _percent(share: float) -> int:
    return round(100 * share)
