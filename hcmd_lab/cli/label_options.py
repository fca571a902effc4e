"""Options that say how a participant list is read, where the file leaves it unclear."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.hosting.participant_file import ParticipantTable, read_table
from hcmd_lab.telling.participant_lists import layout_words

ColumnOption = Annotated[
    str,
    typer.Option(
        help="Heading or number of the column with the labels; by default it is recognised.",
    ),
]
HeadingOption = Annotated[
    bool | None,
    typer.Option(
        "--heading/--no-heading",
        help="Whether the first line is a heading; by default it is recognised.",
    ),
]


def table_words(table: ParticipantTable) -> str:
    """How a participant list was read, in one sentence."""
    return layout_words(
        encoding=table.encoding,
        separator=table.separator,
        has_heading=table.has_heading,
        column="" if table.column is None else table.columns[table.column],
    )


def read_with_options(path: Path, column: str, heading: bool | None) -> ParticipantTable:
    """Read a participant list, and let the options decide what is unclear.

    Raises:
        UsageError: It cannot be read, or has no such column.
    """
    table = read_table(path)
    if heading is not None:
        table = replace(table, has_heading=heading)
    return table.with_column(column) if column else table
