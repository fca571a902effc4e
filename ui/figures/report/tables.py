"""The report's tables."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hcmd_lab.jobs import CrossEntropies
from ui.figures.names import device_name, pretty_name
from ui.figures.report.records import IterationReport, StudyReport
from ui.figures.report.words import share, theta, verdict
from ui.figures.say import number, say


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
        cells = [f"{step.iteration}", number(step.groups), number(step.decisions)]
        if step.model is not None:
            contribution, vote = step.model.contribution, step.model.vote
            guesses = [contribution.references.get(name) for name in _CONTRIBUTION_REFERENCES]
            cells += [
                _best(contribution.held_out, contribution),
                *(number(guess, 3) if guess is not None else "–" for guess in guesses),
                _best(vote.held_out, vote),
                number(math.log(2), 3),
                f"{step.model.linear_size} / {step.model.lstm_size}",
            ]
        else:
            cells += ["–"] * 7
        rows.append(cells)
    return Table(
        [
            [
                ("", 1), (say("Acquired"), 2), (say("Contributions"), 4), (say("Votes"), 2),
                ("", 1),
            ],
            [
                (say("Iteration"), 1), (say("Groups"), 1), (say("Decisions"), 1),
                (say("Model"), 1), (say("Repeat last"), 1), (say("Marginal"), 1),
                (say("Uniform"), 1), (say("Model"), 1), (say("ln 2"), 1), (say("Size"), 1),
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
                number(step.optimize.updates),
                number(step.optimize.ms_per_update, 1),
                share(won.estimate),
                say("{low} to {high}", low=share(won.low), high=share(won.high)),
                verdict(step.convergence, must_go_on=step.must_go_on)
                if step.convergence is not None
                else "–",
            ]
        )
    heads = (
        say("Mechanism"), say("Updates"), say("ms per update"), say("Votes"),
        say("95% interval"), say("Convergence"),
    )  # fmt: skip
    return Table([[(text, 1) for text in heads]], rows, "verdicts")


def about_table(rows: Sequence[Sequence[str]]) -> Table:
    """A table of what is known about the study: `about_rows`, `hash_rows` or both."""
    return Table([[(say("What"), 1), (say("Value"), 1)]], rows, "provenance")


def about_rows(report: StudyReport) -> list[list[str]]:
    """What study this is, and with what it was made."""
    rows = [
        [say("Study"), report.name],
        [say("Participants"), say("simulated") if report.simulated else say("people")],
        [say("Seed"), f"{report.seed}"],
    ]
    if report.created_utc:
        rows.append([say("Report made (UTC)"), report.created_utc])
    if report.device:
        rows.append([say("Trained on"), device_name(report.device)])
    rows += [[name, version] for name, version in report.versions.items()]
    return rows


def hash_rows(report: StudyReport) -> list[list[str]]:
    """Where every result came from: rows for `about_table` with the hashes that identify it."""
    rows: list[list[str]] = []
    for step in report.iterations:
        turn = step.iteration
        if step.model is not None:
            rows.append(
                [say("Data up to iteration {number}", number=turn), Code(step.model.dataset_sha256)]
            )
            rows.append(
                [say("Participant models {number}", number=turn), Code(step.model.checkpoint)]
            )
        if step.optimize is not None:
            rows.append([say("Mechanism {name}", name=theta(turn)), Code(step.optimize.checkpoint)])
    rows += [
        [say("Table of {name}", name=pretty_name(policy.name)), Code(policy.sha256)]
        for policy in report.policies
    ]
    return rows


def _best(value: float, entropies: CrossEntropies) -> str:
    """The model's figure, in bold where it beats every reference."""
    written = number(value, 3)
    if all(value < guess for guess in entropies.references.values()):
        return Strong(written)
    return written
