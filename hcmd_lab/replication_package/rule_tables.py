"""The numbers of the pictures of an explanation: rule, incentives, who is served least."""

from hcmd_lab.export.result_data import bounded, number
from hcmd_lab.export.table_schema import Column
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.replication_package.picture_table import MECHANISM, ROLE, TAIL, PictureTable, interval


def of_explanation(explanation: Explanation) -> dict[str, PictureTable]:
    """The table of each of its pictures, by name."""
    by_role = [
        (found.tail_endowment, role, incentive, by_rule)
        for found in explanation.conditions
        for role, incentive, by_rule in (
            ("head", found.head, found.head_by_rule),
            ("tail", found.tail, found.tail_by_rule),
        )
    ]
    coins = Column("contribution", "integer", "Coins that the seat contributes.", "coins")
    found = {
        "rule": PictureTable(
            (
                TAIL, ROLE, coins,
                Column("share", "number", "Its share under the mechanism.", most=1),
                Column("share_by_rule", "number", "Its share under the rule.", most=1),
            ),
            tuple(
                {"tail_endowment": tail, "role": role, "contribution": given,
                 "share": number(share), "share_by_rule": number(other)}
                for tail, role, incentive, by_rule in by_role
                for given, (share, other) in enumerate(zip(incentive.share, by_rule, strict=True))
            ),
        ),
        "incentives": PictureTable(
            (
                TAIL, ROLE,
                Column("coin", "integer", "The first, second, … coin.", "coins"),
                Column("returned", "number", "Coins it returns to its giver.", "coins",
                       is_signed=True),
                Column("best", "integer", "Contribution that earns the seat most.", "coins"),
            ),
            tuple(
                {"tail_endowment": tail, "role": role, "coin": coin,
                 "returned": number(back), "best": incentive.best}
                for tail, role, incentive, _ in by_role
                for coin, back in enumerate(incentive.returns, start=1)
            ),
        ),
    }  # fmt: skip
    if explanation.least_served:
        found["least_served"] = PictureTable(
            (
                MECHANISM, TAIL,
                Column("groups", "integer", "Groups counted.", "groups"),
                Column("gain", "number", "Mean over groups of what the seat that gained least "
                       "earned a round beyond its endowment.", "coins", is_signed=True),
                Column("gain_tenth", "number", "The same, 10th percentile.", "coins",
                       is_signed=True),
            ),
            tuple(
                {"mechanism": each.mechanism, "tail_endowment": each.tail_endowment,
                 "groups": each.groups, "gain": number(each.lowest_gain),
                 "gain_tenth": number(each.lowest_gain_tenth)}
                for each in explanation.least_served
            ),
        )  # fmt: skip
    if explanation.votes:
        found["votes_by_role"] = PictureTable(
            (
                ROLE, TAIL,
                Column("groups", "integer", "Groups in which the role voted.", "groups"),
                Column("votes", "integer", "Votes that it cast.", "votes"),
                *interval("share", "Share of votes for the mechanism."),
            ),
            tuple(
                {"role": each.role, "tail_endowment": each.tail_endowment, "groups": each.groups,
                 "votes": each.votes, **bounded("share", each.share)}
                for each in explanation.votes
            ),
        )  # fmt: skip
    return found


def rule_parameters(explanation: Explanation) -> PictureTable:
    """The parameters of the rule that the picture `rule` shows, by condition."""
    return PictureTable(
        (
            MECHANISM,
            TAIL,
            Column("by_giving", "number", "Part of the fund divided by what is given.", most=1),
            Column("fixed_head", "number", "The head's part of the rest.", is_signed=True),
            Column("head_counts", "number", "What a fraction given by the head counts."),
            Column("head_threshold", "number", "Fraction up to which nothing counts.", most=1),
            Column("tail_threshold", "number", "The same of a tail.", most=1),
            Column("fidelity", "number", "Part of the fund that both divide alike.", most=1),
        ),
        tuple(
            {
                "mechanism": explanation.mechanism,
                "tail_endowment": found.tail_endowment,
                "by_giving": number(found.rule.by_giving),
                "fixed_head": number(found.rule.fixed_head),
                "head_counts": number(found.rule.head_counts),
                "head_threshold": number(found.rule.head_threshold),
                "tail_threshold": number(found.rule.tail_threshold),
                "fidelity": number(found.fidelity.fund),
            }
            for found in explanation.conditions
        ),
    )
