"""`hcmd-lab replicate`: the simulated loop over seeds and over a grid of settings."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, assert_never

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.output import JsonOption, SetOption, parse_changes, people, print_json, tell
from hcmd_lab.computer import usable_cores
from hcmd_lab.errors import UsageError
from hcmd_lab.jobs.record import Interval
from hcmd_lab.replications.dispatch import (
    Again,
    Failed,
    Finished,
    Halted,
    Idle,
    Moved,
    News,
    dispatch,
)
from hcmd_lab.replications.replication_plan import (
    Replication,
    parse_grid,
    parse_seeds,
    plan_replications,
)
from hcmd_lab.replications.results_table import (
    Point,
    ResultRow,
    as_plain,
    make_row,
    summarise_points,
    write_tables,
)
from hcmd_lab.replications.run_folder import ReplicationFolder, open_folder
from hcmd_lab.replications.workers import Workers, dask_workers, local_workers
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.presets import Preset
from hcmd_lab.telling.statistics import interval, share

_SAVING = "Saving what is being computed; Ctrl+C again leaves without waiting for it."


def replicate(
    folder: Annotated[
        Path, typer.Argument(help="Where the replications are kept.", show_default=False)
    ],
    preset: Annotated[str, typer.Option(help=f"The preset: {', '.join(Preset)}.")] = "quick",
    seeds: Annotated[str, typer.Option(help="Seeds, as in 1-5 or 1-3,7.")] = "1-5",
    changes: SetOption = None,
    grid: Annotated[
        list[str] | None,
        typer.Option(help="Vary a setting, as in learning_rate=1e-3,3e-3. May be repeated."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Number of processes on this computer.", show_default="cores"),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(help="Compute on the Dask cluster of this scheduler, as in tcp://host:8786."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Replicate the simulated loop; run it again to continue with unfinished replications."""
    if workers is not None and scheduler is not None:
        raise UsageError(
            "--workers sets the number of processes on this computer, and --scheduler names a "
            "cluster with its own workers; give only one of them."
        )
    settings = parse_changes(changes)
    planned = plan_replications(preset, settings, parse_seeds(seeds), parse_grid(grid or ()))
    place = open_folder(folder, preset, {k: v for k, v in settings.items() if k != "threads"})
    finished = _finished_before(place, planned)
    missing = [replication for replication in planned if replication.name not in finished]
    followed = _Followed(planned, finished)
    if missing:
        with (
            stops_on_interrupt(_SAVING) as stop,
            _workers(workers, scheduler, len(missing)) as there,
        ):
            followed.follow(dispatch(missing, place, there, stop.is_set))
    rows = [
        make_row(replication, followed.results[replication.name])
        for replication in planned
        if replication.name in followed.results
    ]
    points = summarise_points(rows)
    if rows:
        write_tables(place, rows, points)
    if as_json:
        print_json(as_plain(rows, points))
    else:
        _show(rows, points)
        if rows:
            tell(f"Tables: {place.table} and {place.report}")
    _end(followed)


class _Followed:
    """State of the replications, shown while they are computed and summarised afterwards.

    Attributes:
        count: Number of all replications.
        results: Results of finished replications, by name.
        failed: Reasons why others failed, by name.
        halted: Names of stopped replications.
    """

    def __init__(self, planned: Sequence[Replication], finished: dict[str, bytes]) -> None:
        self.results = dict(finished)
        self.failed: dict[str, str] = {}
        self.halted: list[str] = []
        self.count = len(planned)
        self._tasks: dict[str, TaskID] = {}
        self._at: dict[str, str] = {}
        self._bars = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TimeElapsedColumn(),
            console=people,
        )
        self._whole = self._bars.add_task(
            "Replications", total=len(planned), completed=len(finished)
        )

    def follow(self, news: Iterable[News]) -> None:
        """Show reports as they arrive, until there are no more."""
        with self._bars:
            for each in news:
                self._take(each)

    def _take(self, news: News) -> None:
        match news:
            case Moved(name, where):
                at = f"{name} on {where.computer}: iteration {where.iteration} {where.step.upper()}"
                if not people.is_terminal and self._at.get(name) != at:
                    people.print(at, soft_wrap=True)  # progress bars are useless in a file
                self._at[name] = at
                task = self._tasks.get(name) or self._bars.add_task(at)
                self._tasks[name] = task
                self._bars.update(
                    task,
                    description=f"{at} {where.phase}".rstrip(),
                    completed=where.done,
                    total=where.total or None,
                )
                self._bars.update(self._whole, description="Replications")
            case Finished(name, result):
                self.results[name] = result
                self._bars.advance(self._whole)
                self._leave(name, f"is finished ({len(self.results)} of {self.count}).")
            case Again(name):
                self._leave(name, "lost its worker and continues with another.")
            case Halted(name):
                self.halted.append(name)
                self._leave(name, "is stopped.")
            case Failed(name, sentence):
                self.failed[name] = str(sentence)
                self._leave(name, f"failed. {sentence}")
            case Idle():
                self._bars.update(self._whole, description="Waiting for the cluster's workers")
            case _:
                assert_never(news)

    def _leave(self, name: str, words: str) -> None:
        if name in self._tasks:
            self._bars.remove_task(self._tasks.pop(name))
        people.print(f"{name} {words}", soft_wrap=True)


def _finished_before(folder: ReplicationFolder, planned: Iterable[Replication]) -> dict[str, bytes]:
    return {
        replication.name: read_bounded(folder.result(replication.name), FileKind.RECORD)
        for replication in planned
        if folder.result(replication.name).exists()
    }


def _workers(
    count: int | None, scheduler: str | None, missing: int
) -> AbstractContextManager[Workers]:
    if scheduler is not None:
        return dask_workers(scheduler)
    count = min(missing, count or usable_cores())
    return local_workers(count, max(1, usable_cores() // count))


def _show(rows: Sequence[ResultRow], points: Sequence[Point]) -> None:
    if not rows:
        return
    varied = list(rows[0].values)
    table = Table(title="Replications")
    for heading in (*varied, "Seed", "Iterations", "Share in EVALUATE", "Share against start"):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(
            *(_value(row.values[name]) for name in varied),
            str(row.seed),
            str(row.iterations),
            _with_ends(row.evaluation),
            _with_ends(row.last_vote_share),
        )
    tell(table)
    over = Table(title="Share in EVALUATE over replications, with the mean's 95% interval")
    for heading in (*varied, "Replications", "Mean", "Interval"):
        over.add_column(heading, justify="right")
    for point in points:
        ends = ""
        if point.low is not None and point.high is not None:
            ends = interval(Interval(estimate=point.mean, low=point.low, high=point.high))
        over.add_row(
            *(_value(point.values[name]) for name in varied),
            str(point.replications),
            share(point.mean),
            ends,
        )
    tell(over)


def _with_ends(found: Interval) -> str:
    return f"{share(found.estimate)} ({interval(found)})"


def _value(value: object) -> str:
    return str(list(value)) if isinstance(value, tuple) else str(value)


def _end(followed: _Followed) -> None:
    """Say what is unfinished; exits with an error if anything is."""
    for sentence in dict.fromkeys(followed.failed.values()):
        names = [name for name, why in followed.failed.items() if why == sentence]
        people.print(f"Not finished: {'; '.join(names)}. {sentence}", soft_wrap=True)
    if followed.halted:
        people.print(
            str(
                Sentence(
                    "Stopped and saved with {done} of {n} replication(s) finished; the same "
                    "command continues with the rest.",
                    done=len(followed.results),
                    n=followed.count,
                )
            ),
            soft_wrap=True,
        )
        raise typer.Exit(130)
    if followed.failed:
        raise typer.Exit(1)
