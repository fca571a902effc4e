"""Results of replications as a table and as figures per grid point."""

import csv
import io
import json
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from hcmd_lab.bounded_reader import decode_record
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.formula_guard import guarded
from hcmd_lab.jobs.record import Interval, student_quantile
from hcmd_lab.replications.replication_plan import Replication
from hcmd_lab.replications.run_folder import ReplicationFolder
from hcmd_lab.study.summary import StudySummary
from hcmd_lab.system_faults import reason_of, remedy_of


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A finished replication.

    Attributes:
        name: Name of its folder and result.
        seed: Seed of every random draw.
        values: The grid's settings at its point, by name.
        iterations: Complete turns of the loop.
        converged: Whether the last CONVERGENCE said to stop.
        evaluation: Share of the votes for the mechanism against the baseline, in EVALUATE.
        evaluation_votes: Number of votes cast there.
        last_vote_share: Expected share against the mechanism that training began with, in the last
            iteration.
    """

    name: str
    seed: int
    values: dict[str, object]
    iterations: int
    converged: bool
    evaluation: Interval
    evaluation_votes: int
    last_vote_share: Interval


@dataclass(frozen=True, slots=True)
class Point:
    """A grid point, summarised over its finished replications.

    Attributes:
        values: The grid's settings, by name.
        replications: Number of finished replications.
        mean: Mean of the evaluation's vote share.
        low: Lower end of its 95% interval, cut at 0; None for one replication. It is Student's
            over the replications, but no narrower than their own intervals make it.
        high: Upper end, cut at 1.
    """

    values: dict[str, object]
    replications: int
    mean: float
    low: float | None
    high: float | None


def make_row(replication: Replication, result: bytes) -> ResultRow:
    """The row of a replication, from its result file.

    Raises:
        OperatorError: It is not the result of a replication.
    """
    try:
        summary: StudySummary = decode_record(result, StudySummary)
        if summary.evaluation is None or not summary.iterations:
            raise ValueError("the study is not complete")
    except (ValueError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "The result of the replication {name} cannot be read ({error}); delete its file, and "
            "run the same command again: it is recreated from the study.",
            name=replication.name,
            error=error,
        ) from error
    last = summary.iterations[-1]
    return ResultRow(
        replication.name,
        summary.seed,
        replication.values,
        last.iteration,
        last.converged,
        summary.evaluation.share,
        summary.evaluation.votes,
        last.vote_share,
    )


def summarise_points(rows: Sequence[ResultRow]) -> list[Point]:
    """Mean and interval of the evaluation's share at each point, in the order of the rows."""
    shares: dict[str, list[Interval]] = {}
    values: dict[str, dict[str, object]] = {}
    for row in rows:
        key = json.dumps(msgspec.to_builtins(row.values))
        values[key] = row.values
        shares.setdefault(key, []).append(row.evaluation)
    return [_point(values[key], found) for key, found in shares.items()]


def write_tables(
    folder: ReplicationFolder, rows: Sequence[ResultRow], points: Sequence[Point]
) -> None:
    """Write the rows as CSV, and rows and points as JSON.

    Raises:
        OperatorError: The folder cannot be written.
    """
    try:
        atomic_write(folder.table, _as_csv(rows).encode())
        whole = json.dumps(as_plain(rows, points), indent=2)
        atomic_write(folder.report, f"{whole}\n".encode())
    except OSError as error:
        raise OperatorError(
            "The tables cannot be written to {folder} ({reason}); {remedy}, then run the same "
            "command again.",
            folder=folder.path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def as_plain(rows: Sequence[ResultRow], points: Sequence[Point]) -> Mapping[str, object]:
    """Rows and points as plain data."""
    plain: dict[str, object] = msgspec.to_builtins(
        {"replications": list(rows), "points": list(points)}
    )
    return plain


def _point(values: dict[str, object], shares: Sequence[Interval]) -> Point:
    estimates = [share.estimate for share in shares]
    mean = statistics.fmean(estimates)
    if len(shares) < 2:
        return Point(values, len(shares), mean, None, None)
    count = len(shares)
    half = student_quantile(count - 1) * statistics.stdev(estimates) / math.sqrt(count)
    # A few that happen to agree tell the mean no better than the votes of all of them do.
    below = math.hypot(*(share.estimate - share.low for share in shares)) / count
    above = math.hypot(*(share.high - share.estimate for share in shares)) / count
    # With few replications the interval may exceed the range of a share.
    low, high = max(0.0, mean - max(half, below)), min(1.0, mean + max(half, above))
    return Point(values, count, mean, low, high)


def _as_csv(rows: Sequence[ResultRow]) -> str:
    text = io.StringIO(newline="")
    varied = list(rows[0].values) if rows else []
    table = csv.writer(text, lineterminator="\n")
    table.writerow(
        [
            "replication", "seed", *varied, "iterations", "converged",
            "evaluation_share", "evaluation_low", "evaluation_high", "evaluation_votes",
            "last_vote_share", "last_vote_low", "last_vote_high",
        ]
    )  # fmt: skip
    for row in rows:
        values = [_cell(row.values[name]) for name in varied]
        won, last = row.evaluation, row.last_vote_share
        table.writerow(
            [
                row.name, row.seed, *values, row.iterations, str(row.converged).lower(),
                won.estimate, won.low, won.high, row.evaluation_votes,
                last.estimate, last.low, last.high,
            ]
        )  # fmt: skip
    return text.getvalue()


def _cell(value: object) -> object:
    value = json.dumps(value) if isinstance(value, tuple) else value
    return guarded(value) if isinstance(value, str) else value
