"""The results of training and EVALUATE that an export tells, read once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hcmd_lab.export.table_schema import Column, Link
from hcmd_lab.jobs.modelled import PredictionCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Result
from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.tablefile import Number, Value
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.reader import ReadOnlyStudy

R = TypeVar("R", bound=Result)


@dataclass(frozen=True, slots=True)
class Results:
    """What a study has computed.

    Attributes:
        runs: Every training step, oldest first, also those that were set aside.
        newest: Numbers of the runs whose results hold: the newest of each step and iteration (of
            EVALUATE of each contrast), of those that were not set aside.
        contrasts: The contrasts of EVALUATE.
        checks: What the models expected of each session, and what came.
    """

    runs: Sequence[RunRow] = ()
    newest: frozenset[int] = frozenset()
    contrasts: Sequence[Contrast] = ()
    checks: Sequence[PredictionCheck] = ()

    def of(self, kind: type[R]) -> Iterator[tuple[RunRow, R]]:
        """The runs that ended in a result of a kind."""
        for run in self.runs:
            if isinstance(run.result, kind):
                yield run, run.result


def read_results(study: ReadOnlyStudy) -> Results:
    """Read what a study has computed.

    Raises:
        OperatorError: A record of another version cannot be read.
    """
    runs = study.store.learned.every_run()
    latest: dict[tuple[object, ...], int] = {}
    for run in runs:
        if not run.set_aside_utc:
            sides = (getattr(run.result, "mechanism", ""), getattr(run.result, "baseline", ""))
            latest[run.kind, run.iteration, *sides] = run.id
    return Results(runs, frozenset(latest.values()), study.contrasts(), study.checks())


RUN = Column("run.id", "integer", "Number of the training step; later ones have larger numbers.")
TO_RUN = Link(("run.id",), "runs", ("run.id",))


def number(value: float | None) -> Number | None:
    """A number with all its digits; None and what is no number become an empty cell."""
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return None
    return Number(repr(float(value)))


def bounded(name: str, found: Interval | None) -> dict[str, Value]:
    """An estimate and the ends of its interval as cells."""
    return {
        name: number(found.estimate) if found else None,
        f"{name}_low": number(found.low) if found else None,
        f"{name}_high": number(found.high) if found else None,
    }
