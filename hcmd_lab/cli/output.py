"""Command output: what a command found or did on stdout; progress, notes and errors on stderr.

With `--json`, stdout holds the result as JSON and nothing else.
"""

import errno
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Annotated, Any, cast

import msgspec
import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from hcmd_lab.cli.fitted_tables import fitted
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import parse_toml, read_toml
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Result, Stopped
from hcmd_lab.sentence import Sentence
from hcmd_lab.standard_streams import StandardError
from hcmd_lab.storage.file_system import concerns
from hcmd_lab.system_faults import reason_of
from hcmd_lab.typed_text import printable, quoted


class _TextConsole(Console):
    """A console in which texts are text: no name or reason moves the cursor or colours a line."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Leave out what a terminal obeys, but for what is of the console itself."""
        for each in super().render(renderable, options):
            yield each if each.control else each._replace(text=printable(each.text))

    def on_broken_pipe(self) -> None:
        """Leave a reader that is gone to the caller: rich would end the program here."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


people = _TextConsole(
    file=cast("IO[str]", StandardError()), highlight=False, markup=False, emoji=False
)
"""For what is no result: progress, notes and errors; brackets in a name are part of the name."""

_WIDE = 10_000  # columns: a file has no right edge at which a table would be cut

StudyArgument = Annotated[Path, typer.Argument(help="The study's folder.", show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", help="Change a setting of the study, as in seed=7. May be repeated."),
]
GameSetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="Without a study: change the paper's game, as in tails=2. May be repeated.",
    ),
]
SessionSetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", help="Change a setting of the session, as in decide_s=30. May be repeated."
    ),
]


def print_json(value: object) -> None:
    """Print a record or plain data as indented JSON on stdout; a number that is none is null."""
    encoded = msgspec.json.encode(value, enc_hook=os.fspath)
    write_out(json.dumps(json.loads(encoded), indent=2) + "\n")


def tell(result: RenderableType, style: str | None = None) -> None:
    """Print a result for people on stdout: a sentence that is not broken, or a table.

    Raises:
        OperatorError: Nothing can be written there.
    """
    is_text = isinstance(result, str | Text)
    with _writable():
        width = None if sys.stdout.isatty() else _WIDE
        console = _TextConsole(highlight=False, markup=False, emoji=False, width=width)
        if isinstance(result, Table):
            result = fitted(result, console.width)
        console.print(result, style=style, soft_wrap=is_text)


def write_out(text: str) -> None:
    """Write lines of text to stdout.

    Raises:
        OperatorError: Nothing can be written there.
    """
    with _writable():
        typer.echo(printable(text), nl=False)


def end_of_output(sentence: Sentence, error: BrokenPipeError | OperatorError) -> None:
    """Write nothing to stdout any more, and tell people so; the program goes on.

    Args:
        sentence: What follows, with `reason`.
        error: Why nothing can be written.
    """
    with suppress(OSError, ValueError):  # what is in the buffer would be tried again at the end
        sys.stdout.close()
    cause = error if isinstance(error, OSError) else error.__cause__
    reason = reason_of(cause) if isinstance(cause, OSError) else error
    with suppress(OSError):  # whoever read both is gone
        told = Sentence(sentence.template, reason=reason)
        people.print(str(told), style="yellow", soft_wrap=True)


def require_output() -> None:
    """Check that the standard output is open.

    Raises:
        OperatorError: It is closed.
    """
    if sys.stdout is None or sys.stdout.closed:
        raise OperatorError(
            "The result cannot be told: the standard output is closed; leave it open, or send it "
            "to a file."
        )


def require_written() -> None:
    """Check that the standard output has taken what was written there.

    Raises:
        OperatorError: It has not.
        BrokenPipeError: Whoever read has read enough; typer ends the program quietly.
    """
    with _writable():
        sys.stdout.flush()


@contextmanager
def _writable() -> Iterator[None]:
    require_output()
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read has read enough; typer ends the program quietly
    except OSError as error:
        # What is left in Python's buffer would be tried again when the program ends.
        with suppress(OSError):
            sys.stdout.close()
        raise OperatorError(
            "The result cannot be written to standard output ({reason}); send it elsewhere.",
            reason=reason_of(error),
        ) from error


def parse_changes(changes: Iterable[str] | None) -> dict[str, object]:
    """Parse `name=value` pairs; values are written as in TOML, a bare word is a string.

    Raises:
        UsageError: One of them is not a pair.
    """
    parsed: dict[str, object] = {}
    for change in changes or ():
        name, equals, text = change.partition("=")
        if not equals or not name:
            raise UsageError(
                "{change} is not a change to a setting; write it as name=value.",
                change=quoted(change),
            )
        try:
            parsed[name.strip()] = parse_toml(f"value = {text}")["value"]
        except tomllib.TOMLDecodeError:
            parsed[name.strip()] = text.strip()
    return parsed


def show_progress(
    title: str, reports: Iterable[Progress | Result | Stopped]
) -> Result | Stopped | None:
    """Show a job's progress as a bar and return its outcome."""
    outcome: Result | Stopped | None = None
    with Bars(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("[dim]{task.fields[device]}[/dim]"),
        console=people,
    ) as bars:
        task = bars.add_task(title, total=None, device="")
        for report in reports:
            if isinstance(report, Progress):
                bars.update(
                    task,
                    description=f"{title}: {report.phase}",
                    completed=report.step,
                    total=report.total,
                    device=report.device,
                )
            else:
                outcome = report
                if not isinstance(outcome, Stopped):
                    total = bars.tasks[task].total or 1
                    bars.update(task, description=title, completed=total, total=total)
    return outcome


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for work that tells how much is done; it goes when the work ends.

    Args:
        title: What is being done.
    """
    with Bars(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=people,
        transient=True,
        disable=not people.is_terminal,
    ) as bars:
        task = bars.add_task(title, total=None)

        def tell(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total)

        yield tell


def read_settings(path: Path) -> dict[str, Any]:
    """Read a settings file.

    Raises:
        UsageError: It cannot be read or is not TOML.
    """
    return read_toml(path, Sentence("The settings file {path}", path=path))


def warn_of_place(folder: Path) -> None:
    """Tell people what speaks against the folder of a study."""
    for found in concerns(folder):
        people.print(str(found.sentence), style="yellow", soft_wrap=True)
