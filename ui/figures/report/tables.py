"""The report's tables."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hcmd_lab.jobs import CrossEntropies
from ui.figures.names import pretty_name, with_pretty_names
from ui.figures.report.records import IterationReport, StudyReport
from ui.figures.report.words import share, theta


class Strong(str):
    """A cell that stands out."""

    __slots__ = ()


class Code(str):
    """A cell for comparing letter by letter."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the rows.

    Attributes:
        heads: Rows of column headings, each with the number of columns it spans.
        rows: The cells.
        kind: Columns of numbers; the same with a sentence in the last; or texts.
    """

    heads: Sequence[Sequence[tuple[str, int]]]
    rows: Sequence[Sequence[str]]
    kind: Literal["numbers", "verdicts", "provenance"] = "numbers"


_CONTRIBUTION_REFERENCES = ("repeat_last", "endowment_marginal", "uniform")


def model_table(iterations: Sequence[IterationReport]) -> Table:
    """What was acquired, and how well the models predict it."""
    rows = []
    for step in iterations:
        cells = [f"{step.iteration}", f"{step.groups:,}", f"{step.decisions:,}"]
        if step.model is not None:
            contribution, vote = step.model.contribution, step.model.vote
            guesses = [contribution.references.get(name) for name in _CONTRIBUTION_REFERENCES]
            cells += [
                _best(contribution.held_out, contribution),
                *(f"{guess:.3f}" if guess is not None else "–" for guess in guesses),
                _best(vote.held_out, vote),
                f"{math.log(2):.3f}",
                f"{step.model.linear_size} / {step.model.lstm_size}",
            ]
        else:
            cells += ["–"] * 7
        rows.append(cells)
    return Table(
        [
            [("", 1), ("Acquired", 2), ("Contributions", 4), ("Votes", 2), ("", 1)],
            [
                ("Iteration", 1), ("Groups", 1), ("Decisions", 1),
                ("Model", 1), ("Repeat last", 1), ("Marginal", 1), ("Uniform", 1),
                ("Model", 1), ("ln 2", 1), ("Size", 1),
            ],
        ],
        rows,
    )  # fmt: skip


def mechanism_table(iterations: Sequence[IterationReport]) -> Table:
    """What OPTIMIZE and CONVERGENCE found."""
    rows = []
    for step in iterations:
        if step.optimize is None:
            continue
        won = step.optimize.vote_share
        rows.append(
            [
                theta(step.iteration),
                f"{step.optimize.updates:,}",
                f"{step.optimize.ms_per_update:.1f}",
                share(won.estimate),
                f"{share(won.low)} to {share(won.high)}",
                with_pretty_names(step.convergence.verdict)
                if step.convergence is not None
                else "–",
            ]
        )
    heads = ("Mechanism", "Updates", "ms per update", "Votes", "95% interval", "Convergence")
    return Table([[(text, 1) for text in heads]], rows, "verdicts")


def about_table(rows: Sequence[Sequence[str]]) -> Table:
    """A table of what is known about the study: `about_rows`, `hash_rows` or both."""
    return Table([[("What", 1), ("Value", 1)]], rows, "provenance")


def about_rows(report: StudyReport) -> list[list[str]]:
    """What study this is, and with what it was made."""
    rows = [
        ["Study", report.name],
        ["Participants", "simulated" if report.simulated else "people"],
        ["Seed", f"{report.seed}"],
    ]
    if report.created_utc:
        rows.append(["Report made (UTC)", report.created_utc])
    if report.device:
        rows.append(["Trained on", report.device])
    rows += [[name, version] for name, version in report.versions.items()]
    return rows


def hash_rows(report: StudyReport) -> list[list[str]]:
    """Where every result came from: rows for `about_table` with the hashes that identify it."""
    rows: list[list[str]] = []
    for step in report.iterations:
        number = step.iteration
        if step.model is not None:
            rows.append([f"Data up to iteration {number}", Code(step.model.dataset_sha256)])
            rows.append([f"Participant models {number}", Code(step.model.checkpoint)])
        if step.optimize is not None:
            rows.append([f"Mechanism {theta(number)}", Code(step.optimize.checkpoint)])
    rows += [
        [f"Table of {pretty_name(policy.name)}", Code(policy.sha256)] for policy in report.policies
    ]
    return rows


def _best(value: float, entropies: CrossEntropies) -> str:
    """The model's figure, in bold where it beats every reference."""
    written = f"{value:.3f}"
    if all(value < guess for guess in entropies.references.values()):
        return Strong(written)
    return written
