"""The contrasts of a study with their results: votes, and the objectives beside them."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.jobs.evaluated import EvaluateResult, ObjectiveKind, Preferred
from hcmd_lab.jobs.record import Interval
from hcmd_lab.storage.tablefile import Number, Value
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.vote_plan import Looks, Weighting

_SIDES = (
    ("mechanism", "Under the mechanism."),
    ("other", "Under the other one."),
    ("difference", "The first less the second, within groups; empty with one group."),
    ("difference_low", "Lower end of its 95% interval; the difference if all groups have it."),
    ("difference_high", "Upper end."),
)

_OBJECTIVES = {
    ObjectiveKind.TOTAL_REWARD: ("Coins that a group earned together, a round", "coins"),
    ObjectiveKind.GINI: ("Gini coefficient of its members' rewards", ""),
    ObjectiveKind.WORST_OFF: ("Coins of the seat that earned least, a round", "coins"),
}
"""What each is, as a mean over groups, and its unit."""


def contrast_table(contrasts: Sequence[Contrast]) -> Table:
    """The contrasts of EVALUATE, in the order of planning."""

    def rows(_: Sequence[SessionData]) -> Iterator[Row]:
        for each in contrasts:
            yield {
                "contrast.number": each.number,
                "contrast.mechanism": each.mechanism,
                "contrast.other": each.other,
                "contrast.target": each.target,
                "contrast.played": each.played,
                "contrast.time_planned_utc": each.planned_utc or None,
                "contrast.counted_before": each.counted_before,
                **_result(each.result),
            }

    return Table(
        "contrasts",
        "Two mechanisms that groups of EVALUATE compare, and their votes once counted.",
        _COLUMNS,
        ("contrast.number",),
        rows,
        is_of_sessions=False,
    )


_COLUMNS = (
    Column("contrast.number", "integer", "In the order of planning, from 1."),
    Column(
        "contrast.mechanism",
        "string",
        "Name of the mechanism whose votes are counted; while training goes on, the newest one is "
        "called newest and its readable rule newest_rule.",
    ),
    Column("contrast.other", "string", "Name of the one that it is compared with; likewise."),
    Column("contrast.target", "integer", "Groups that it is to have.", "groups"),
    Column("contrast.played", "integer", "Groups that have played and count.", "groups"),
    Column(
        "contrast.time_planned_utc",
        "datetime",
        "When it was planned; empty for that of the study's settings.",
        "UTC",
    ),
    Column(
        "contrast.counted_before",
        "integer",
        "Other contrasts whose votes had been counted when it was planned.",
    ),
    Column("contrast.groups", "integer", "Groups whose votes were counted.", "groups"),
    Column("contrast.votes", "integer", "Votes that they cast.", "votes"),
    Column("contrast.won", "integer", "Votes for the mechanism, as they were cast.", "votes"),
    Column(
        "contrast.share", "number", "Share of votes for the mechanism, by the study's plan.", most=1
    ),
    Column("contrast.share_low", "number", "Lower end of its interval.", most=1),
    Column("contrast.share_high", "number", "Upper end.", most=1),
    Column("contrast.p_value", "number", "Two-sided, of the same test.", most=1),
    Column(
        "contrast.preferred",
        "string",
        "What the test concludes.",
        allowed=", ".join(Preferred),
    ),
    Column(
        "contrast.looks", "string", "When the votes may be looked at.", allowed=", ".join(Looks)
    ),
    Column(
        "contrast.weighting",
        "string",
        "What the share is a mean over; groups alike where looks are sequential.",
        allowed=", ".join(Weighting),
    ),
    Column("contrast.order_adjusted", "boolean", "The preference for an order is taken out."),
    Column("contrast.head_votes", "integer", "Votes that heads cast.", "votes"),
    Column(
        "contrast.second_share",
        "number",
        "Share of votes for the stage played second that is taken out; empty where none is.",
        most=1,
    ),
    Column(
        "contrast.head_share",
        "number",
        "Share of heads' votes for the mechanism, by the study's plan; an order that heads' votes "
        "do not tell is not taken out.",
        most=1,
    ),
    Column("contrast.head_share_low", "number", "Lower end of its interval.", most=1),
    Column("contrast.head_share_high", "number", "Upper end.", most=1),
    *(
        Column(
            f"contrast.{kind}_{side}",
            "number",
            f"{what}. {meaning}",
            unit,
            is_signed=side.startswith("difference"),
        )
        for kind, (what, unit) in _OBJECTIVES.items()
        for side, meaning in _SIDES
    ),
)

_NAMES = tuple(column.name for column in _COLUMNS)


def _result(result: EvaluateResult | None) -> dict[str, Value]:
    known = ("contrast.number", "contrast.mechanism", "contrast.other", "contrast.target",
             "contrast.played", "contrast.time_planned_utc", "contrast.counted_before")  # fmt: skip
    row: dict[str, Value] = {name: None for name in _NAMES if name not in known}
    if result is None:
        return row
    row |= {
        "contrast.groups": result.groups,
        "contrast.votes": result.votes,
        "contrast.won": result.won,
        **_interval("contrast.share", result.share),
        "contrast.p_value": _number(result.p_value),
        "contrast.preferred": result.preferred.value,
    }
    if result.plan is not None:
        row |= {
            "contrast.looks": result.plan.looks.value,
            "contrast.weighting": result.plan.weighting.value,
            "contrast.order_adjusted": result.plan.order_adjusted,
        }
    if result.second_stage is not None and row["contrast.order_adjusted"]:
        row["contrast.second_share"] = _number(result.second_stage.used)
    for each in result.by_role:
        if each.role == "head" and each.tail_endowment is None:
            row["contrast.head_votes"] = each.votes
            row |= _interval("contrast.head_share", each.share)
    for objective in result.objectives:
        name = f"contrast.{objective.kind}"
        row[f"{name}_mechanism"] = _number(objective.mechanism)
        row[f"{name}_other"] = _number(objective.baseline)
        if objective.difference is not None:
            row |= _interval(f"{name}_difference", objective.difference)
    return row


def _interval(name: str, found: Interval) -> dict[str, Value]:
    return {
        name: _number(found.estimate),
        f"{name}_low": _number(found.low),
        f"{name}_high": _number(found.high),
    }


def _number(value: float) -> Number:
    return Number(repr(float(value)))
