"""How many groups an evaluation needs, and what a number of them can find, in words."""

from collections.abc import Mapping
from typing import assert_never

from hcmd_lab.inference.vote_power import DesignPower
from hcmd_lab.jobs import PAPER_SHARE, WANTED_POWER
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts, statistics
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import Looks

MAX_GROUPS = 4000
"""As many are tried."""


def power_in_words(plan: Mapping[str, object]) -> list[str]:
    """What `hcmd-lab power --json` has found, line by line."""
    share, correlation = float(str(plan["share"])), float(str(plan["correlation"]))
    wanted, seats = float(str(plan["wanted_power"])), int(str(plan["seats"]))
    assumed = translate(
        "Assumed: a true vote share of {share}, and a correlation of {correlation} between votes "
        "within a group.",
        share=statistics.share(share),
        correlation=number(correlation, 2),
    )
    looked = translate(_looks(Looks(str(plan.get("looks", Looks.FIXED)))))
    assumed = f"{assumed} {looked}"
    needed = plan["groups"]
    if needed is None:
        too_many = translate(
            "More than {groups} would be needed; consider a larger share.",
            groups=counts.groups(MAX_GROUPS),
        )
        return [too_many, assumed]
    groups = int(str(needed))
    lines = [
        translate(
            "Needed: {groups} ({people}) for a power of {power}.",
            groups=counts.groups(groups),
            people=counts.people(groups * seats),
            power=percent(wanted),
        ),
        assumed,
    ]
    curve = plan["curve"]
    if isinstance(curve, Mapping):
        lines += [
            translate(
                "{groups}: detected with a power of {power}",
                groups=counts.groups(int(many)),
                power=percent(float(chance)),
            )
            for many, chance in curve.items()
        ]
    return lines


def _looks(looks: Looks) -> Sentence:
    match looks:
        case Looks.FIXED:
            return Sentence("The votes are looked at once, when all groups have played.")
        case Looks.SEQUENTIAL:
            return Sentence("The votes are looked at after every group.")
        case _:
            assert_never(looks)


def design_in_words(found: DesignPower) -> str:
    """What a planned number of groups can find, in two sentences."""
    values = {
        "groups": counts.groups(found.groups),
        "paper": statistics.share(PAPER_SHARE),
        "power": percent(found.paper),
        "usual": percent(WANTED_POWER),
    }
    if found.smallest is None:
        told = translate(
            "{groups} would find the paper’s vote share of {paper} with a chance of {power}, and "
            "no share with a chance of {usual}.",
            **values,
        )
    else:
        told = translate(
            "{groups} would find the paper’s vote share of {paper} with a chance of {power}; with "
            "a chance of {usual} they find {smallest} or more.",
            smallest=statistics.share(found.smallest),
            **values,
        )
    assumed = translate(
        "Simulated with a correlation of {correlation} between votes within a group.",
        correlation=number(found.correlation, 2),
    )
    return f"{told} {translate(_looks(found.looks))} {assumed}"
