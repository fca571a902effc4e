"""Checks the pictures of votes."""

from remade import votes
from remade.groups import Group
from remade.outcome import Numbers, Outcome
from remade.study import Study, plan_of
from remade.tables import Row, decimal, whole


def check_votes(study: Study, outcome: Outcome, name: str, row: Row) -> None:
    """Shares of votes by condition."""
    groups = study.of_contrast(row)
    if isinstance(groups, str):
        outcome.pass_over(name, groups)
        return
    shares(study, outcome, name, study.package.picture(name), row, groups, "")


def check_votes_by_role(study: Study, outcome: Outcome, name: str) -> None:
    """Shares of votes of heads and tails."""
    lines = study.package.picture(name)
    sides = (study.package.study["explained"], study.package.study["baseline"])
    for row in study.contrasts:
        if (row["contrast.mechanism"], row["contrast.other"]) == sides:
            groups = study.of_contrast(row) if row["contrast.share"] else "it is not counted"
            if isinstance(groups, str):
                outcome.pass_over(name, groups)
                return
            for role in ("head", "tail"):
                mine = [line for line in lines if line["role"] == role]
                if mine:
                    shares(study, outcome, f"{name}, {role}", mine, row, groups, role)
            return
    outcome.pass_over(name, "its contrast is not in the package")


def shares(
    study: Study,
    outcome: Outcome,
    what: str,
    lines: list[Row],
    row: Row,
    groups: list[Group],
    role: str,
) -> None:
    """Compare shares of votes, by condition and together, with their intervals."""
    if not row["contrast.looks"]:
        outcome.pass_over(what, "an earlier version made the intervals")
        return
    seats = {"": slice(None), "head": slice(0, 1), "tail": slice(1, None)}[role]
    plan, found = plan_of(row), votes.ballots(groups, row["contrast.mechanism"], seats)
    order = study.order_of(row, found, role, seats)
    if order is None:
        outcome.pass_over(what, "somebody has withdrawn whose vote told what the order does")
        return
    overall = votes.judge(found, plan, order)
    freed = order.freed(overall[0])
    tails = sorted(set(found.tails.tolist()))
    level = votes.simultaneous(votes.LEVEL, len(tails))
    made: Numbers = {}
    for tail in tails:
        made[int(tail),] = votes.judge(found.of(found.tails == tail), plan, freed, level)[:3]
    made[None,] = overall[:3]
    told: Numbers = {
        (whole(line["tail_endowment"]),): tuple(
            decimal(line[each]) for each in ("share", "share_low", "share_high")
        )
        for line in lines
    }
    outcome.compare(what, told, made)
