"""Checks the pictures of what mechanisms do."""

import numpy as np

from remade import mechanisms
from remade.outcome import Numbers, Outcome
from remade.study import Study
from remade.tables import decimal


def check_policies(study: Study, outcome: Outcome, name: str) -> None:
    """The head's share of the fund under each mechanism."""
    told: Numbers = {}
    made: Numbers = {}
    for row in study.package.picture(name):
        place = (int(row["head_contribution"]), int(row["tails_mean"]))
        key = (row["mechanism"], int(row["tail_endowment"]), *place)
        told[key] = (decimal(row["head_share"]),)
    for mechanism, tail in sorted({key[:2] for key in told}):
        cells = mechanisms.head_map(study.table_of(mechanism)[tail], study.game["tails"])
        made |= {(mechanism, tail, *cell): (share,) for cell, share in cells.items()}
    outcome.compare(name, told, made)


def check_rule(study: Study, outcome: Outcome, name: str) -> None:
    """Shares by a seat's contribution, under the mechanism and under its rule."""
    made: Numbers = {}
    if study.withdrawn:
        outcome.pass_over(name, "somebody has withdrawn")
        return
    for tail, role, weight, *by_table in study.explained:
        parameters = next(
            row
            for row in study.package.picture("rule_parameters")
            if int(row["tail_endowment"]) == tail
        )
        endowments = [study.game["head_endowment"], *[tail] * study.game["tails"]]
        by_rule = mechanisms.rule(parameters, endowments)
        divided = mechanisms.by_contribution(weight, by_rule, tail, study.game, role)
        columns = [
            [paid / fund if fund > 0 else None for paid, fund in zip(received, funds, strict=True)]
            for received, funds in (by_table, divided)
        ]
        for given, pair in enumerate(zip(*columns, strict=True)):
            made[tail, role, given] = pair
    told: Numbers = {
        (int(row["tail_endowment"]), row["role"], int(row["contribution"])): (
            decimal(row["share"]),
            decimal(row["share_by_rule"]),
        )
        for row in study.package.picture(name)
    }
    outcome.compare(name, told, made)


def check_incentives(study: Study, outcome: Outcome, name: str) -> None:
    """What each coin returns to its giver."""
    made: Numbers = {}
    if study.withdrawn:
        outcome.pass_over(name, "somebody has withdrawn")
        return
    for tail, role, _, received, _ in study.explained:
        for coin, returned in enumerate(np.diff(received).tolist(), start=1):
            made[tail, role, coin] = (returned, mechanisms.best(received))
    told: Numbers = {
        (int(row["tail_endowment"]), row["role"], int(row["coin"])): (
            decimal(row["returned"]),
            decimal(row["best"]),
        )
        for row in study.package.picture(name)
    }
    outcome.compare(name, told, made)
