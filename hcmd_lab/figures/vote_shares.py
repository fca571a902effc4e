"""Shares of votes with their intervals against one half, by tail endowment."""

import math
from collections.abc import Sequence
from dataclasses import replace

from hcmd_lab.figures.estimates import Estimates, Mark
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs.evaluated import EvaluateResult, RoleShare
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.statistics import ends, one_of_several, with_interval
from hcmd_lab.telling.translate import translate

_REACHES = ((0.05, 0.05), (0.1, 0.05), (0.2, 0.1), (0.3, 0.1), (0.4, 0.2), (0.5, 0.25))
"""How far the axis may go on either side of one half, and its step."""


def votes_by_endowment(result: EvaluateResult) -> Estimates:
    """EVALUATE's vote shares by tail endowment, as in the paper's Fig. 3, bottom left."""
    conditions = sorted(result.by_tail_endowment.items())
    # The only condition is that of all groups.
    shares = [*(conditions if len(conditions) > 1 else ()), (None, result.share)]
    together = result.plan is not None
    return _vote_shares(
        translate("Share of votes for {mechanism}", mechanism=in_sentence(result.mechanism)),
        _against(result),
        [_mark(tail, share, together=together and tail is not None) for tail, share in shares],
        translate("All groups"),
    )


def _against(result: EvaluateResult) -> str:
    baseline = in_sentence(result.baseline)
    if result.plan is None or len(result.by_tail_endowment) < 2:
        return translate("Against {baseline}, with 95% intervals over groups", baseline=baseline)
    return translate(
        "Against {baseline}, with 95% intervals over groups; those of the conditions hold together",
        baseline=baseline,
    )


def votes_by_role(explanation: Explanation) -> Estimates:
    """Votes of heads and of tails; the explanation's `votes` has at least one entry."""
    return _vote_shares(
        translate("Who prefers it"),
        _of_roles(explanation),
        [
            _mark(
                found.tail_endowment, found.share, found, together=found.tail_endowment is not None
            )
            for found in sorted(explanation.votes, key=lambda each: each.tail_endowment or math.inf)
            if found.tail_endowment is None or len(explanation.conditions) > 1
        ],
        translate("All groups"),
    )


def _of_roles(explanation: Explanation) -> str:
    names = {
        "mechanism": in_sentence(explanation.mechanism),
        "baseline": in_sentence(explanation.baseline),
    }
    if len(explanation.conditions) < 2:
        return translate("Share of votes for {mechanism} against {baseline}, 95% interval", **names)
    return translate(
        "Share of votes for {mechanism} against {baseline}, with 95% intervals; those of a role’s "
        "conditions hold together",
        **names,
    )


def votes_in_training(share: Interval) -> Estimates:
    """Modelled votes for OPTIMIZE's mechanism, against the one it started from."""
    return _vote_shares(
        translate("Votes against the mechanism that training began with"),
        translate("Expected share of the modelled votes, with its 95% interval"),
        [_mark(None, share)],
        translate("In the end"),
    )


def _vote_shares(title: str, subtitle: str, marks: Sequence[Mark], total: str) -> Estimates:
    furthest = max(abs(end - 0.5) for mark in marks for end in (mark.low, mark.high))
    reach, step = next(pair for pair in _REACHES if pair[0] >= min(0.5, furthest))
    sides = round(reach / step)
    ticks = [0.5 + count * step for count in range(-sides, sides + 1)]
    return Estimates(title, subtitle, marks, ticks, percent, 0.5, total)


def _mark(
    tail: int | None, share: Interval, role: RoleShare | None = None, *, together: bool = False
) -> Mark:
    """Args: `together`: whether its interval holds together with others, not alone with 95%."""
    mark = Mark(
        tail,
        value=share.estimate,
        low=share.low,
        high=share.high,
        number=percent(share.estimate, 1),
        reach=ends(share),
        words=one_of_several(share) if together else with_interval(share),
    )
    if role is None:
        return mark
    if role.role == "head":
        return replace(mark, colour="head", key=translate("Heads"))
    return replace(mark, colour="tail", key=translate("Tails"))
