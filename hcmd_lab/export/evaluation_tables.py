"""What EVALUATE has found beside its verdicts, and how predictions have come true."""

from collections.abc import Iterator

from hcmd_lab.export.result_data import Results, bounded, number
from hcmd_lab.export.table_schema import Column, Link, Row, Table
from hcmd_lab.game.played import PURPOSES
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import Checked

_CONTRAST = Column("contrast.number", "integer", "Number of the contrast.")
_TO_CONTRAST = Link(("contrast.number",), "contrasts", ("contrast.number",))
_TAIL = Column("group.tail_endowment", "integer", "The condition; empty for all.", "coins")


def evaluation_tables(found: Results) -> tuple[Table, ...]:
    """All of them, with their rows."""
    return _shares(found), _contributions(found), _surplus(found), _predictions(found)


def _counted(found: Results) -> Iterator[tuple[int, EvaluateResult]]:
    for each in found.contrasts:
        if each.result is not None:
            yield each.number, each.result


def _shares(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for contrast, result in _counted(found):
            every = [
                *(("all", tail, None, None, share)
                  for tail, share in sorted(result.by_tail_endowment.items())),
                ("all", None, result.groups, result.votes, result.share),
            ]  # fmt: skip
            roles = [
                (each.role, each.tail_endowment, each.groups, each.votes, each.share)
                for each in result.by_role
            ]
            for role, tail, groups, votes, share in (*every, *roles):
                yield {
                    "contrast.number": contrast,
                    "contrast.role": role,
                    "group.tail_endowment": tail,
                    "contrast.groups": groups,
                    "contrast.votes": votes,
                    **bounded("contrast.share", share),
                }

    return Table(
        "vote_shares",
        "The share of votes for a contrast's mechanism, by role and condition (paper, Fig. 3).",
        (
            _CONTRAST,
            Column("contrast.role", "string", "Who voted.", allowed="all, head, tail"),
            _TAIL,
            Column(
                "contrast.groups",
                "integer",
                "Groups in which the role voted; empty for all in one condition.",
                "groups",
            ),
            Column("contrast.votes", "integer", "Votes that it cast; empty likewise.", "votes"),
            Column(
                "contrast.share",
                "number",
                "Share for the mechanism, by the plan; an order that a role's votes do not tell is "
                "not taken out.",
                most=1,
            ),
            Column(
                "contrast.share_low",
                "number",
                "Lower end of its interval; those of a role's conditions hold together.",
                most=1,
            ),
            Column("contrast.share_high", "number", "Upper end.", most=1),
        ),
        (),
        rows,
        (_TO_CONTRAST,),
        is_of_sessions=False,
    )


def _contributions(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for contrast, result in _counted(found):
            for mechanism, roles in result.contributions.items():
                for role, curves in roles.items():
                    for tail, curve in curves.items():
                        for place, fraction in enumerate(curve, start=1):
                            yield {
                                "contrast.number": contrast,
                                "group.mechanism": mechanism,
                                "player.role": role,
                                "group.tail_endowment": tail,
                                "subsession.round_number": place,
                                "contrast.fraction": number(fraction),
                            }

    return Table(
        "contributions_compared",
        "The mean share of the endowment that participants themselves contributed in a round of a "
        "contrast's first two stages (paper, Fig. 3). What time-outs and stand-ins contributed is "
        "left out, unless there is nothing else.",
        (
            _CONTRAST,
            Column("group.mechanism", "string", "Name of the mechanism that was played."),
            Column(
                "player.role", "string", "The role; everyone where all have the same coins.",
                allowed="head, tail, everyone",
            ),
            Column("group.tail_endowment", "integer", "The condition.", "coins"),
            Column("subsession.round_number", "integer", "The round in the stage, from 1."),
            Column("contrast.fraction", "number", "Mean over the decisions of all groups.", most=1),
        ),
        (
            "contrast.number", "group.mechanism", "player.role", "group.tail_endowment",
            "subsession.round_number",
        ),
        rows,
        (_TO_CONTRAST,),
        is_of_sessions=False,
    )  # fmt: skip


def _surplus(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for contrast, result in _counted(found):
            for mechanism, groups in result.surplus.items():
                for place, (logs, gini) in enumerate(groups, start=1):
                    yield {
                        "contrast.number": contrast,
                        "group.mechanism": mechanism,
                        "contrast.place": place,
                        "contrast.log_rewards": number(logs),
                        "contrast.gini": number(gini),
                    }

    return Table(
        "reward_and_inequality",
        "A group of a contrast under one of its mechanisms (paper, Fig. 3).",
        (
            _CONTRAST,
            Column("group.mechanism", "string", "Name of the mechanism that was played."),
            Column("contrast.place", "integer", "Counts the groups, from 1."),
            Column(
                "contrast.log_rewards",
                "number",
                "Sum over the seats of the logarithm of the coins that each earned in the stage; a "
                "seat that earned less than 0.01 coins counts as if it had earned 0.01.",
                is_signed=True,
            ),
            Column("contrast.gini", "number", "Gini coefficient of the seats' rewards.", most=1),
        ),
        ("contrast.number", "group.mechanism", "contrast.place"),
        rows,
        (_TO_CONTRAST,),
        is_of_sessions=False,
    )


def _predictions(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for check in found.checks:
            yield {
                "prediction.of": check.quantity.value,
                "session.purpose": check.purpose,
                "session.iteration": check.iteration,
                "prediction.mechanism": check.first,
                "prediction.other": check.second or None,
                "prediction.groups": check.groups,
                **bounded("prediction.expected", check.expected),
                **bounded("prediction.observed", check.seen),
                "prediction.held": check.held,
            }

    return Table(
        "predictions",
        "What the models had expected of groups before they played, and what these did.",
        (
            Column("prediction.of", "string", "What was predicted.", allowed=", ".join(Checked)),
            Column(
                "session.purpose",
                "string",
                "Of the sessions that were played.",
                allowed=", ".join(PURPOSES),
            ),
            Column("session.iteration", "integer", "In which they were played."),
            Column("prediction.mechanism", "string", "Name of the mechanism."),
            Column("prediction.other", "string", "Of the one compared with; of votes alone."),
            Column("prediction.groups", "integer", "Groups observed.", "groups"),
            Column("prediction.expected", "number", "As it was predicted.", most=1),
            Column("prediction.expected_low", "number", "Lower end of its 95% interval.", most=1),
            Column("prediction.expected_high", "number", "Upper end.", most=1),
            Column("prediction.observed", "number", "As it came.", most=1),
            Column("prediction.observed_low", "number", "Lower end of its 95% interval.", most=1),
            Column("prediction.observed_high", "number", "Upper end.", most=1),
            Column("prediction.held", "boolean", "Both agree, given the 95% errors of both."),
        ),
        (),
        rows,
        is_of_sessions=False,
    )
