"""The numbers of the pictures of what training found."""

from collections.abc import Iterable, Mapping

from hcmd_lab.export.result_data import bounded, number
from hcmd_lab.export.table_schema import Column, Row
from hcmd_lab.figures.behaviour_shift import differences
from hcmd_lab.jobs.modelled import BehaviourShift, ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.replication_package.picture_table import MECHANISM, PictureTable, interval
from hcmd_lab.study.report import StudyReport


def losses(models: Iterable[tuple[int, ModelResult]]) -> PictureTable:
    """Cross-entropies by iteration."""
    rows: list[Row] = []
    for iteration, model in models:
        for of, found in model.predicted:
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


def shift_table(shift: BehaviourShift) -> PictureTable:
    """How much more surprised models are by people of another iteration."""
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


def predictions(report: StudyReport) -> PictureTable:
    """What models had expected, beside what came."""
    return PictureTable(
        (
            Column("of", "string", "What was predicted."),
            Column("purpose", "string", "Of the sessions."),
            Column("iteration", "integer", "In which they were played."),
            MECHANISM,
            Column("other", "string", "The mechanism compared with."),
            *interval("expected", "As it was predicted."),
            *interval("observed", "As it came."),
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


def meta_game(compared: ConvergenceResult) -> PictureTable:
    """Expected shares of votes between mechanisms."""
    return PictureTable(
        (
            Column("mechanism", "integer", "Iteration after which the mechanism was made."),
            Column("other", "integer", "The same of the one that it is played against."),
            *interval("share", "Expected share of votes."),
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
