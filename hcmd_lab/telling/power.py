"""How many groups an evaluation needs, and what a number of them can find, in words."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from hcmd_lab.inference.simulated_votes import Rehearsal
from hcmd_lab.inference.vote_power import DesignPower, ExpectedPower
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts, statistics
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.numbers import decimals_for, number, percent
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import Looks, VotePlan

MAX_GROUPS = 4000
"""As many are tried."""

_MOST_TYPED = 4
"""Decimals that anybody types."""


def power_in_words(plan: Mapping[str, object]) -> list[str]:
    """What `hcmd-lab power --json` has found, line by line."""
    share, correlation = float(str(plan["share"])), float(str(plan["correlation"]))
    wanted, seats = float(str(plan["wanted_power"])), int(str(plan["seats"]))
    assumed = translate(
        "Assumed: a true vote share of {share}, and a correlation of {correlation} between votes "
        "within a group.",
        share=_as_asked(share, 1),
        correlation=number(correlation, _decimals(correlation, 2)),
    )
    judged = VotePlan(
        looks=Looks(str(plan.get("looks", Looks.FIXED))),
        order_adjusted=bool(plan.get("order_adjusted", False)),
    )
    looked = translate(_looks(judged))
    assumed = f"{assumed} {looked}"
    needed = plan["groups"]
    if needed is None:
        too_many = translate(
            "More than {groups} would be needed; consider a share further from one half.",
            groups=counts.groups(MAX_GROUPS),
        )
        return [too_many, assumed]
    groups = int(str(needed))
    lines = [
        translate(
            "Needed: {groups} ({people}) for a power of {power}.",
            groups=counts.groups(groups),
            people=counts.people(groups * seats),
            power=_as_asked(wanted),
        ),
        assumed,
    ]
    curve = plan["curve"]
    if isinstance(curve, Mapping):
        lines += [
            translate(
                "{groups}: detected with a power of {power}",
                groups=counts.groups(int(many)),
                power=statistics.chance(float(chance)),
            )
            for many, chance in curve.items()
        ]
    return lines


def expected_in_words(found: ExpectedPower, wanted_power: float) -> str:
    """What the models expect of the vote that is planned, and the groups that find it."""
    told = translate(
        "The newest models expect {mechanism} to win {share} of the votes against {baseline}.",
        mechanism=in_sentence(found.mechanism),
        share=statistics.with_interval(found.share),
        baseline=in_sentence(found.baseline),
    )
    values = {
        "power": _as_asked(wanted_power),
        "groups": counts.groups(MAX_GROUPS),
        "estimate": _so_many(found.estimate),
        "least": _so_many(found.least),
        "most": _so_many(found.most),
    }
    if found.estimate is None:
        needed = translate(
            "{groups} are too few to find that share with a power of {power}.", **values
        )
    elif found.share.low <= 0.5 <= found.share.high:
        needed = translate(
            "To find that share with a power of {power} takes {estimate}; but the interval holds "
            "one half, so that no number of groups is sure to do.",
            **values,
        )
    else:
        needed = translate(
            "To find that share with a power of {power} takes {estimate}; over the interval it "
            "takes from {least} to {most}.",
            **values,
        )
    return f"{told} {needed}"


def rehearsals_in_words(rehearsals: Sequence[Rehearsal], wanted_power: float) -> list[str]:
    """How far the number of groups hangs on who plays, a line for each kind of people."""
    told = [
        translate(
            "Groups needed to find, with a power of {power}, that these simulated people prefer "
            "liberal egalitarian to libertarian, and the share of votes that it wins, with its 95% "
            "interval and the correlation of the votes of a group. No people were asked: this "
            "shows how far the answer hangs on who plays.",
            power=_as_asked(wanted_power),
        )
    ]
    told += [
        translate(
            "{people}: {groups}; {share}, correlation {correlation}",
            people=translate(each.people.label),
            groups=_so_many(each.groups),
            share=statistics.in_brief(each.share),
            correlation=number(each.correlation, 2),
        )
        for each in rehearsals
    ]
    known = [each.groups for each in rehearsals if each.groups is not None]
    if len(known) == len(rehearsals):
        told.append(
            translate(
                "From {least} to {most}: plan with those who need the most.",
                least=number(min(known)),
                most=counts.groups(max(known)),
            )
        )
    return told


def _as_asked(share: float, least: int = 0) -> str:
    """A share that was asked for, in percent with the decimals that it was given with."""
    return percent(share, _decimals(100 * share, least))


def _decimals(value: float, least: int) -> int:
    """Decimals of a number that somebody typed; the least of one that was computed."""
    typed = decimals_for(value)
    return max(least, typed) if typed <= _MOST_TYPED else least


def _so_many(groups: int | None) -> str:
    if groups is None:
        return translate("more than {groups}", groups=counts.groups(MAX_GROUPS))
    return translate(counts.groups(groups))


def _looks(plan: VotePlan) -> Sentence:
    match plan.looks:
        case Looks.FIXED if plan.order_adjusted:
            return Sentence(
                "The votes are looked at once, when all groups have played, and adjusted for the "
                "order."
            )
        case Looks.FIXED:
            return Sentence("The votes are looked at once, when all groups have played.")
        case Looks.SEQUENTIAL:
            return Sentence("The votes are looked at after every group.")
        case _:
            assert_never(plan.looks)


def designs_in_words(designs: Sequence[tuple[Sequence[int], DesignPower]]) -> str:
    """What the groups of each contrast can find, a line for each number of groups.

    Args:
        designs: Numbers of the contrasts that have so many groups, and what these can find.
    """
    (numbers, first), *others = designs
    if not others and len(numbers) < 2:
        return design_in_words(first)
    assumed = simulated_with(first.correlation, first.plan)
    if not others:
        told = translate("In each contrast: {found}", found=_can_find(first))
        return f"{told} {assumed}"
    lines = [
        translate(
            "Contrast {numbers}: {found}",
            numbers=", ".join(number(each) for each in contrasts),
            found=_can_find(found),
        )
        for contrasts, found in designs
    ]
    return "\n".join([*lines, assumed])


def design_in_words(found: DesignPower) -> str:
    """What a planned number of groups can find, and what that assumes."""
    return f"{_can_find(found)} {simulated_with(found.correlation, found.plan)}"


def _can_find(found: DesignPower) -> str:
    values = {
        "groups": counts.groups(found.groups),
        "paper": statistics.share(PAPER_SHARE),
        "power": statistics.chance(found.paper),
        "usual": percent(WANTED_POWER),
    }
    if found.smallest is None:
        return translate(
            "{groups} would find the paper’s vote share of {paper} with a chance of {power}, and "
            "no share with a chance of {usual}.",
            **values,
        )
    return translate(
        "{groups} would find the paper’s vote share of {paper} with a chance of {power}; with "
        "a chance of {usual} they find {smallest} or more.",
        smallest=statistics.share(found.smallest),
        **values,
    )


def simulated_with(correlation: float, plan: VotePlan) -> str:
    """What a simulation of power assumes, in two sentences."""
    assumed = translate(
        "Simulated with a correlation of {correlation} between votes within a group.",
        correlation=number(correlation, 2),
    )
    return f"{translate(_looks(plan))} {assumed}"
