"""Checks the pictures of what people contributed and earned."""

from remade import rewards
from remade.groups import stage_of
from remade.outcome import Numbers, Outcome
from remade.study import Study
from remade.tables import Row, decimal, whole


def check_reward_and_inequality(study: Study, outcome: Outcome, name: str, row: Row) -> None:
    """Sum of log rewards and Gini coefficient of each group."""
    groups = study.of_contrast(row)
    if isinstance(groups, str):
        outcome.pass_over(name, groups)
        return
    told: Numbers = {}
    made: Numbers = {}
    for side in (row["contrast.mechanism"], row["contrast.other"]):
        lines = [each for each in study.package.picture(name) if each["mechanism"] == side]
        dots = [rewards.surplus(group.stages[stage_of(group, side)]) for group in groups]
        for place, line in enumerate(sorted(lines, key=_dot)):
            told[side, place] = _dot(line)
        for place, dot in enumerate(sorted(dots)):
            made[side, place] = dot
    outcome.compare(name, told, made)


def check_contributions_compared(study: Study, outcome: Outcome, name: str, row: Row) -> None:
    """Mean fractions by round under the two mechanisms."""
    groups = study.of_contrast(row)
    if isinstance(groups, str):
        outcome.pass_over(name, groups)
        return
    made: Numbers = {}
    for side in (row["contrast.mechanism"], row["contrast.other"]):
        for tail in sorted({group.tail_endowment for group in groups}):
            stages = [
                group.stages[stage_of(group, side)]
                for group in groups
                if group.tail_endowment == tail
            ]
            for role, curve in rewards.fractions(stages, study.game).items():
                for place, fraction in enumerate(curve, start=1):
                    made[side, role, tail, place] = (fraction,)
    told: Numbers = {
        (line["mechanism"], line["role"], int(line["tail_endowment"]), int(line["round"])): (
            decimal(line["fraction"]),
        )
        for line in study.package.picture(name)
    }
    outcome.compare(name, told, made)


def check_contributions_acquired(study: Study, outcome: Outcome, name: str) -> None:
    """Mean fractions by round in each iteration."""
    acquired = [each for each in study.groups if each.purpose == "acquire"]
    if any(group.withdrawn for group in acquired):
        outcome.pass_over(name, "somebody has withdrawn from a group of ACQUIRE")
        return
    made: Numbers = {
        (iteration, *key): pair
        for iteration in sorted({group.iteration for group in acquired})
        for key, pair in rewards.curves(
            [group for group in acquired if group.iteration == iteration], study.game
        ).items()
    }
    told: Numbers = {
        (int(row["iteration"]), int(row["stage"]), row["role"], int(row["round"])): (
            decimal(row["fraction"]),
            decimal(row["standard_error"]),
        )
        for row in study.package.picture(name)
    }
    outcome.compare(name, told, made)


def check_least_served(study: Study, outcome: Outcome, name: str) -> None:
    """What the seat that gained least earned beyond its endowment."""
    if study.withdrawn:
        outcome.pass_over(name, "somebody has withdrawn")
        return
    lines = study.package.picture(name)
    made: Numbers = {}
    for mechanism in dict.fromkeys(row["mechanism"] for row in lines):
        made |= rewards.least_served(study.groups, mechanism, study.game)
    told: Numbers = {
        (row["mechanism"], whole(row["tail_endowment"])): tuple(
            decimal(row[each]) for each in ("groups", "gain", "gain_tenth")
        )
        for row in lines
    }
    outcome.compare(name, told, made)


def _dot(row: Row) -> tuple[float, float]:
    return float(row["log_rewards"]), float(row["gini"])
