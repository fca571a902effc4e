"""How many groups an evaluation needs, in words."""

from collections.abc import Mapping

from hcmd_lab.telling import counts, statistics
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

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
