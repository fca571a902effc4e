"""What is said of a comparison is true, also of odd ones: ties, one group, missing votes.

The comparisons are judged as EVALUATE judges them. What is said of them is held against a reckoning
of its own here: fractions, every flip counted one by one, none of the program's inference.
"""

import itertools
import math
import re
from fractions import Fraction
from statistics import mean

import pytest
from odd_results import ODD, Odd

from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.telling.evaluation_results import evaluated
from hcmd_lab.telling.votes import evaluation_statistics
from hcmd_lab.vote_plan import Looks, Weighting

CASES = pytest.mark.parametrize("name", ODD)


@pytest.fixture(scope="module")
def results() -> dict[str, EvaluateResult]:
    return {name: odd.result() for name, odd in ODD.items()}


def told(result: EvaluateResult) -> str:
    return " ".join([evaluated(result, simulated=False), *evaluation_statistics(result)])


# --- a reckoning of its own -------------------------------------------------------------------


class Reckoned:
    """A comparison, reckoned by hand: one group after another, in fractions."""

    def __init__(self, odd: Odd) -> None:
        count = len(odd.votes)
        self.odd, self.groups = odd, count
        self.tails = [odd.tails[n % len(odd.tails)] for n in range(count)]
        self.sign = [1 if odd.second[n % len(odd.second)] else -1 for n in range(count)]
        self.surplus = [Fraction(2 * won - cast) for won, cast in odd.votes]
        self.cast = [Fraction(cast) for _, cast in odd.votes]
        self.is_sequential = odd.plan.looks is Looks.SEQUENTIAL
        twice = sum(cast for _, cast in odd.twice)
        self.known = Fraction(sum(2 * won - cast for won, cast in odd.twice))
        self.all_votes = sum(self.cast) + twice
        one_order = len(set(self.sign)) == 1
        self.can_tell_order = bool(odd.twice) or (not one_order and not self.is_sequential)
        self.adjusts = odd.plan.order_adjusted and self.can_tell_order

    @property
    def weights(self) -> list[Fraction]:
        if self.is_sequential:
            return [1 / cast for cast in self.cast]
        if self.odd.plan.weighting is Weighting.VOTES:
            return [Fraction(1)] * self.groups
        by_tail = {t: sum(c for c, u in zip(self.cast, self.tails, strict=True) if u == t)
                   for t in self.tails}  # fmt: skip
        return [1 / by_tail[tail] for tail in self.tails]

    def order_if(self, preference: Fraction) -> Fraction:
        """The surplus of the second stage, a vote, if the mechanism's surplus is that, a vote."""
        if self.is_sequential:
            return self.known / sum(cast for _, cast in self.odd.twice)
        ours = sum(s * (x - preference * c)
                   for s, x, c in zip(self.sign, self.surplus, self.cast, strict=True))  # fmt: skip
        return (ours + self.known) / self.all_votes

    def left_over(self, preference: Fraction) -> Fraction:
        """What the votes have more for the mechanism than a preference and the order explain."""
        order = self.order_if(preference) if self.adjusts else Fraction(0)
        return sum(
            (w * (x - order * s * c - preference * c)
             for w, x, s, c in zip(self.weights, self.surplus, self.sign, self.cast, strict=True)),
            Fraction(0),
        )  # fmt: skip

    @property
    def share(self) -> float:
        """Where nothing is left over: it falls in a straight line."""
        at_none, at_all = self.left_over(Fraction(0)), self.left_over(Fraction(1))
        preference = at_none / (at_none - at_all)
        return float(min(Fraction(1), max(Fraction(0), (1 + preference) / 2)))

    @property
    def p_value(self) -> float:
        """Every flip of every group's score, counted."""
        order = self.order_if(Fraction(0)) if self.adjusts else Fraction(0)
        scores = [w * (x - order * s * c) for w, x, s, c in
                  zip(self.weights, self.surplus, self.sign, self.cast, strict=True)]  # fmt: skip
        seen, size = abs(sum(scores)), math.lcm(*(each.denominator for each in scores))
        whole = [int(each * size) for each in scores]
        sums = {0: 1}
        for each in whole:
            grown: dict[int, int] = {}
            for total, ways in sums.items():
                for flipped in (total + each, total - each):
                    grown[flipped] = grown.get(flipped, 0) + ways
            sums = grown
        as_far = sum(ways for total, ways in sums.items() if abs(total) >= seen * size)
        return as_far / 2**self.groups


def printed(share: float) -> str:
    return f"{100 * share:.1f}%"


# --- the laws ---------------------------------------------------------------------------------


@CASES
def test_the_share_is_the_one_reckoned(results: dict[str, EvaluateResult], name: str) -> None:
    result, reckoned = results[name], Reckoned(ODD[name])
    assert result.share.estimate == pytest.approx(reckoned.share)
    votes = f"of {sum(cast for _, cast in ODD[name].votes)} votes in {reckoned.groups} group"
    assert f"is {printed(reckoned.share)} (95% interval" in told(result)
    assert votes in told(result)


@CASES
def test_the_test_is_the_one_reckoned(results: dict[str, EvaluateResult], name: str) -> None:
    result, reckoned = results[name], Reckoned(ODD[name])
    if reckoned.is_sequential:
        order = float(reckoned.order_if(Fraction(0))) if reckoned.adjusts else 0.0
        shares = [
            (1 + float(x / c) - order * s) / 2
            for x, c, s in zip(reckoned.surplus, reckoned.cast, reckoned.sign, strict=True)
        ]
        assert result.p_value == pytest.approx(by_betting(shares, abs(order) / 2))
    else:
        assert result.p_value == pytest.approx(reckoned.p_value)
    assert ("People preferred" in told(result)) == (result.p_value < 0.05)
    assert ("do not decide" in told(result)) == (result.p_value >= 0.05)


def by_betting(shares: list[float], reach: float) -> float:
    """One over the richer of two purses, each bet in eleven parts on one side.

    Args:
        shares: Of each group's votes, adjusted.
        reach: How far the order may have moved them beyond 0 and 1.
    """
    parts = (0.02, 0.04, 0.08, 0.12, 0.16, 0.24, 0.32, 0.48, 0.64, 0.8, 0.95)
    purses = [
        mean(
            math.prod(1 + part * side * (each - 0.5) / (0.5 + reach) for each in shares)
            for part in parts
        )
        for side in (1, -1)
    ]
    return min(1.0, 2 / max(purses))


@CASES
def test_what_is_said_of_the_order_is_so(results: dict[str, EvaluateResult], name: str) -> None:
    reckoned, said = Reckoned(ODD[name]), told(results[name])
    assert (", adjusted for the order" in said) == reckoned.adjusts
    second = reckoned.sign.count(1)
    is_in = not reckoned.adjusts and 2 * second != reckoned.groups
    assert ("It is not taken out of the share" in said) == (not reckoned.adjusts)
    assert ("what the order does is in the share" in said) == is_in
    assert (f"share, and {second} of {reckoned.groups} group" in said) == is_in
    assert ("in the same order" in said) == (len(set(reckoned.sign)) == 1)
    assert ("No group played one mechanism twice" in said) == (not ODD[name].twice)
    if reckoned.adjusts:
        preference = Fraction(2 * reckoned.share - 1)
        out = (1 + float(reckoned.order_if(preference))) / 2
        assert (
            f"the stage played second has {printed(out)} of the votes, whichever it is, is taken"
            in said
        )
        assert "preference of" not in said, "with less than half of the votes there is none"


@CASES
def test_the_share_is_the_mean_that_is_said(results: dict[str, EvaluateResult], name: str) -> None:
    result, plan = results[name], ODD[name].plan
    by_tail = [each.estimate for each in result.by_tail_endowment.values()]
    if plan.weighting is Weighting.CONDITIONS and plan.looks is Looks.FIXED:
        assert "every tail endowment counts alike" in told(result)
        assert result.share.estimate == pytest.approx(mean(by_tail))


@CASES
def test_the_correlation_is_told_only_where_votes_tell_it(
    results: dict[str, EvaluateResult], name: str
) -> None:
    odd, said = ODD[name], told(results[name])
    votes = [[1] * won + [0] * (cast - won) for won, cast in odd.votes]
    varies = len({vote for group in votes for vote in group}) == 2
    are_pairs = any(len(group) > 1 for group in votes)
    is_known = varies and are_pairs and len(votes) > 1
    assert ("their correlation here is" in said) == is_known
    assert ("these votes do not tell how alike they are" in said) == (not is_known)
    found = re.search(r"their correlation here is ([−\d.]+)\)", said)
    if found is not None:
        reckoned = _correlation(votes)
        assert float(found[1].replace("−", "-")) == pytest.approx(reckoned, abs=0.006)


def _correlation(votes: list[list[int]]) -> float:
    """Analysis of variance, square by square."""
    flat = list(itertools.chain.from_iterable(votes))
    middle, groups, total = mean(flat), len(votes), len(flat)
    between = sum(len(g) * (mean(g) - middle) ** 2 for g in votes) / (groups - 1)
    within = sum((v - mean(g)) ** 2 for g in votes for v in g) / (total - groups)
    size = (total - sum(len(g) ** 2 for g in votes) / total) / (groups - 1)
    return (between - within) / (between + (size - 1) * within)


@CASES
def test_no_share_is_promised_that_so_few_groups_cannot_find(
    results: dict[str, EvaluateResult], name: str
) -> None:
    result, said = results[name], told(results[name])
    unanimous = 2 * 0.5**result.groups
    if ODD[name].plan.looks is Looks.FIXED and unanimous >= 0.05:
        assert "no vote share would be detected with 80% power" in said
        assert result.preferred is Preferred.UNDECIDED


def test_labs_are_told_with_the_share_of_each(results: dict[str, EvaluateResult]) -> None:
    said = told(results["two labs"])
    assert "Basel (4 groups) 87.5% (" in said
    assert "Haifa (4 groups) 31.3% (" in said
    assert sum("By lab" in told(each) for each in results.values()) == 1
