"""The numbers of each picture of the report, as a table of the same name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hcmd_lab.export.result_data import bounded, number
from hcmd_lab.export.table_schema import Column, Row
from hcmd_lab.export.training_tables import FEATURE_COLUMNS, feature_cells
from hcmd_lab.figures.acquired import curves
from hcmd_lab.figures.behaviour_shift import differences
from hcmd_lab.figures.head_maps import head_map, known_in
from hcmd_lab.figures.report.report_pictures import of_contrast
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import BehaviourShift, ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.study.report import StudyReport


@dataclass(frozen=True, slots=True)
class PictureTable:
    """The numbers of a picture.

    Attributes:
        columns: In order.
        rows: With exactly these columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


_TAIL = Column("tail_endowment", "integer", "Coins of each tail; empty for all.", "coins")
_ROLE = Column("role", "string", "The role.", allowed="head, tail")
_MECHANISM = Column("mechanism", "string", "Name of the mechanism.")
_ROUND = Column("round", "integer", "The round in the stage, from 1.")


def picture_tables(report: StudyReport) -> dict[str, PictureTable]:
    """The numbers of every picture that `report_pictures.pictures` draws, by its name."""
    found: dict[str, PictureTable] = {}
    for place, result in enumerate(report.evaluations, start=1):
        for name, table in _of_evaluation(result).items():
            found[of_contrast(name, place)] = table
    if report.policies:
        found["policies"] = _policies(report)
    if report.explanation is not None:
        found |= _of_explanation(report.explanation)
    models = [(step.iteration, step.model) for step in report.iterations if step.model]
    if models:
        found["cross_entropies"] = _losses(models)
        newest = models[-1][1]
        if newest.features:
            cells = [feature_cells(check) for check in (*newest.features, *newest.curve)]
            found["predictive_checks"] = PictureTable(FEATURE_COLUMNS, tuple(cells))
        if newest.shift is not None and len(newest.shift.contribution) > 1:
            found["behaviour_shift"] = _shift(newest.shift)
    if report.checks:
        found["predictions"] = _predictions(report)
    compared = [step.convergence for step in report.iterations if step.convergence]
    if compared:
        found["meta_game"] = _meta_game(compared[-1])
    acquired = tuple(_acquired(report))
    if acquired:
        found["contributions_acquired"] = PictureTable(_ACQUIRED, acquired)
    return found


def _of_evaluation(result: EvaluateResult) -> dict[str, PictureTable]:
    shares = [*sorted(result.by_tail_endowment.items()), (None, result.share)]
    found = {
        "votes": PictureTable(
            (_TAIL, *_interval("share", "Share of votes for the mechanism.")),
            tuple({"tail_endowment": tail, **bounded("share", each)} for tail, each in shares),
        )
    }
    if any(result.surplus.values()):
        found["reward_and_inequality"] = PictureTable(
            (
                _MECHANISM,
                Column("log_rewards", "number", "Sum of log rewards of a group.", is_signed=True),
                Column("gini", "number", "Gini coefficient of its seats' rewards.", most=1),
            ),
            tuple(
                {"mechanism": name, "log_rewards": number(logs), "gini": number(gini)}
                for name, groups in result.surplus.items()
                for logs, gini in groups
            ),
        )
    rows = tuple(
        {
            "mechanism": name, "role": role, "tail_endowment": tail, "round": place,
            "fraction": number(fraction),
        }
        for name, roles in result.contributions.items()
        for role, by_tail in roles.items()
        for tail, curve in by_tail.items()
        for place, fraction in enumerate(curve, start=1)
    )  # fmt: skip
    if rows:
        fraction = Column("fraction", "number", "Mean share of the endowment.", most=1)
        columns = (_MECHANISM, _ROLE, _TAIL, _ROUND, fraction)
        found["contributions_compared"] = PictureTable(columns, rows)
    return found


def _policies(report: StudyReport) -> PictureTable:
    rows: list[Row] = []
    for policy in report.compared:
        game = policy.game
        grids = {tail: head_map(policy, tail).cells for tail in game.tail_endowments}
        known = known_in(grids, game.seats, report.territories.get(policy.name))
        for tail, grid in grids.items():
            for head, line in enumerate(grid.tolist()):
                for mean, share in enumerate(line):
                    rows.append(
                        {
                            "mechanism": policy.name,
                            "tail_endowment": tail,
                            "head_contribution": head,
                            "tails_mean": mean,
                            "head_share": number(share),
                            "known": bool(known[tail][head, mean]) if tail in known else None,
                        }
                    )
    return PictureTable(
        (
            _MECHANISM,
            _TAIL,
            Column("head_contribution", "integer", "Of the head.", "coins"),
            Column("tails_mean", "integer", "Mean of the tails, halves rounded up.", "coins"),
            Column("head_share", "number", "The head's share of the fund.", most=1),
            Column(
                "known",
                "boolean",
                "People had been seen deciding there when the mechanism was trained: the others "
                "are hatched; empty where nothing is told.",
            ),
        ),
        tuple(rows),
    )


def _of_explanation(explanation: Explanation) -> dict[str, PictureTable]:
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
                _TAIL, _ROLE, coins,
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
                _TAIL, _ROLE,
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
                _MECHANISM, _TAIL,
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
                _ROLE, _TAIL,
                Column("groups", "integer", "Groups in which the role voted.", "groups"),
                Column("votes", "integer", "Votes that it cast.", "votes"),
                *_interval("share", "Share of votes for the mechanism."),
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
            _MECHANISM,
            _TAIL,
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


def _losses(models: Iterable[tuple[int, ModelResult]]) -> PictureTable:
    rows: list[Row] = []
    for iteration, model in models:
        for of, found in (("contribution", model.contribution), ("vote", model.vote)):
            named: Mapping[str, float] = {
                "held_out": found.held_out, "training": found.training, **found.references,
            }  # fmt: skip
            rows += [
                {"iteration": iteration, "of": of, "predictor": name, "nats": number(nats)}
                for name, nats in named.items()
            ]
    return PictureTable(
        (
            Column("iteration", "integer", "Iteration of the study."),
            Column("of", "string", "What is predicted.", allowed="contribution, vote"),
            Column("predictor", "string", "The model, on groups new or known to it, or a guess."),
            Column("nats", "number", "Cross-entropy.", "nats"),
        ),
        tuple(rows),
    )


def _shift(shift: BehaviourShift) -> PictureTable:
    tables = {"contribution": differences(shift.contribution), "vote": differences(shift.vote)}
    return PictureTable(
        (
            Column("of", "string", "What is predicted.", allowed="contribution, vote"),
            Column("fitted_to", "integer", "The models saw iterations 1 to this one."),
            Column("people_of", "integer", "Iteration of the people."),
            Column("surprise", "number", "Cross-entropy beyond that of models fitted to them, as "
                   "a part of it.", is_signed=True),
        ),
        tuple(
            {"of": of, "fitted_to": fitted, "people_of": people, "surprise": number(value)}
            for of, table in tables.items()
            for fitted, line in enumerate(table, start=1)
            for people, value in enumerate(line, start=1)
        ),
    )  # fmt: skip


def _predictions(report: StudyReport) -> PictureTable:
    return PictureTable(
        (
            Column("of", "string", "What was predicted."),
            Column("purpose", "string", "Of the sessions."),
            Column("iteration", "integer", "In which they were played."),
            _MECHANISM,
            Column("other", "string", "The mechanism compared with."),
            *_interval("expected", "As it was predicted."),
            *_interval("observed", "As it came."),
            Column("held", "boolean", "Both agree."),
        ),
        tuple(
            {"of": each.quantity.value, "purpose": each.purpose, "iteration": each.iteration,
             "mechanism": each.first, "other": each.second or None,
             **bounded("expected", each.expected), **bounded("observed", each.seen),
             "held": each.held}
            for each in report.checks
        ),
    )  # fmt: skip


def _meta_game(compared: ConvergenceResult) -> PictureTable:
    return PictureTable(
        (
            Column("mechanism", "integer", "Iteration after which the mechanism was made."),
            Column("other", "integer", "The same of the one that it is played against."),
            *_interval("share", "Expected share of votes."),
            Column("nash", "number", "The mechanism's part of the equilibrium.", most=1),
            Column("alpha_rank", "number", "Its mass under α-rank.", most=1),
        ),
        tuple(
            {"mechanism": row, "other": column, **bounded("share", share),
             "nash": number(compared.nash[row]), "alpha_rank": number(compared.alpha_rank[row])}
            for row, line in enumerate(compared.intervals)
            for column, share in enumerate(line)
        ),
    )  # fmt: skip


_ACQUIRED = (
    Column("iteration", "integer", "Iteration of the study."),
    Column("stage", "integer", "The stage.", allowed="1, 2, 3"),
    _ROLE,
    _ROUND,
    Column("fraction", "number", "Mean over groups of the share of the endowment.", most=1),
    Column("standard_error", "number", "Over groups; empty with one group."),
)


def _acquired(report: StudyReport) -> Iterator[Row]:
    for iteration in sorted({group.iteration for group in report.played}):
        groups = [
            group
            for group in report.played
            if group.iteration == iteration and group.purpose == "acquire" and group.stages
        ]
        for curve in curves(groups) if groups else ():
            pairs = zip(curve.means, curve.standard_errors, strict=True)
            for place, (mean, error) in enumerate(pairs, start=1):
                yield {
                    "iteration": iteration, "stage": curve.stage, "role": curve.role,
                    "round": place, "fraction": number(mean), "standard_error": number(error),
                }  # fmt: skip


def _interval(name: str, meaning: str) -> tuple[Column, ...]:
    return (
        Column(name, "number", meaning, most=1),
        Column(f"{name}_low", "number", "Lower end of its interval.", most=1),
        Column(f"{name}_high", "number", "Upper end.", most=1),
    )
