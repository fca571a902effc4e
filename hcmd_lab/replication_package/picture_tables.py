"""The numbers of each picture of the report, as a table of the same name."""

from collections.abc import Iterator

from hcmd_lab.export.result_data import bounded, number
from hcmd_lab.export.table_schema import Column, Row
from hcmd_lab.export.training_tables import FEATURE_COLUMNS, feature_cells
from hcmd_lab.figures.acquired import curves
from hcmd_lab.figures.head_maps import head_map, known_in
from hcmd_lab.figures.report.report_pictures import of_contrast
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.replication_package.picture_table import (
    MECHANISM,
    ROLE,
    ROUND,
    TAIL,
    PictureTable,
    interval,
)
from hcmd_lab.replication_package.rule_tables import of_explanation
from hcmd_lab.replication_package.training_picture_tables import (
    losses,
    meta_game,
    predictions,
    shift_table,
)
from hcmd_lab.study.report import StudyReport


def picture_tables(report: StudyReport) -> dict[str, PictureTable]:
    """The numbers of every picture that `report_pictures.pictures` draws, by its name."""
    found: dict[str, PictureTable] = {}
    for place, result in enumerate(report.evaluations, start=1):
        for name, table in _of_evaluation(result).items():
            found[of_contrast(name, place)] = table
    if report.policies:
        found["policies"] = _policies(report)
    if report.explanation is not None:
        found |= of_explanation(report.explanation)
    models = [(step.iteration, step.model) for step in report.iterations if step.model]
    if models:
        found["cross_entropies"] = losses(models)
        newest = models[-1][1]
        if newest.features:
            cells = [feature_cells(check) for check in (*newest.features, *newest.curve)]
            found["predictive_checks"] = PictureTable(FEATURE_COLUMNS, tuple(cells))
        if newest.shift is not None and len(newest.shift.contribution) > 1:
            found["behaviour_shift"] = shift_table(newest.shift)
    if report.checks:
        found["predictions"] = predictions(report)
    compared = [step.convergence for step in report.iterations if step.convergence]
    if compared:
        found["meta_game"] = meta_game(compared[-1])
    acquired = tuple(_acquired(report))
    if acquired:
        found["contributions_acquired"] = PictureTable(_ACQUIRED, acquired)
    return found


def _of_evaluation(result: EvaluateResult) -> dict[str, PictureTable]:
    shares = [*sorted(result.by_tail_endowment.items()), (None, result.share)]
    found = {
        "votes": PictureTable(
            (TAIL, *interval("share", "Share of votes for the mechanism.")),
            tuple({"tail_endowment": tail, **bounded("share", each)} for tail, each in shares),
        )
    }
    if any(result.surplus.values()):
        found["reward_and_inequality"] = PictureTable(
            (
                MECHANISM,
                Column(
                    "log_rewards",
                    "number",
                    "Sum of log rewards of a group, each at least that of 0.01 coins.",
                    is_signed=True,
                ),
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
        meaning = (
            "Mean share of the endowment; what time-outs and stand-ins contributed is left out, "
            "unless there is nothing else."
        )
        fraction = Column("fraction", "number", meaning, most=1)
        columns = (MECHANISM, ROLE, TAIL, ROUND, fraction)
        found["contributions_compared"] = PictureTable(columns, rows)
    return found


def _policies(report: StudyReport) -> PictureTable:
    rows: list[Row] = []
    for policy in {each.name: each for each in report.compared}.values():  # as they are drawn
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
            MECHANISM,
            TAIL,
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


_ACQUIRED = (
    Column("iteration", "integer", "Iteration of the study."),
    Column("stage", "integer", "The stage.", allowed="1, 2, 3"),
    ROLE,
    ROUND,
    Column(
        "fraction",
        "number",
        "Mean over groups of the share of the endowment, without what time-outs and stand-ins "
        "contributed.",
        most=1,
    ),
    Column("standard_error", "number", "Over groups; empty with one group."),
)


def _acquired(report: StudyReport) -> Iterator[Row]:
    for iteration in sorted({group.iteration for group in report.played}):
        groups = [
            group
            for group in report.played
            if group.iteration == iteration and group.purpose == "acquire" and group.stages
        ]
        for curve in curves(groups, report.game) if groups else ():
            pairs = zip(curve.means, curve.standard_errors, strict=True)
            for place, (mean, error) in enumerate(pairs, start=1):
                yield {
                    "iteration": iteration, "stage": curve.stage, "role": curve.role,
                    "round": place, "fraction": number(mean), "standard_error": number(error),
                }  # fmt: skip
