"""Writes the tables of an export side by side, session by session."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from hcmd_lab.export import parquet
from hcmd_lab.export.event_log import FILE as EVENTS
from hcmd_lab.export.event_log import event_lines
from hcmd_lab.export.joins import check_joins, is_whole
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import Row, Table
from hcmd_lab.files import private_file
from hcmd_lab.storage.tablefile import TableFile
from hcmd_lab.wanted import wanted


class Tables:
    """The files of an export's tables and its event log, in a draft of the export.

    Attributes:
        rows: Rows of each table so far.
    """

    def __init__(self, draft: Path, tables: Sequence[Table]) -> None:
        """Create the files.

        Raises:
            OSError: They cannot be written.
        """
        self.rows = {table.name: 0 for table in tables}
        self._tables = {table.name: table for table in tables}
        self._whole = {table.name: list(table.links) for table in tables}
        self._open = ExitStack()
        self._csv: dict[str, TableFile] = {}
        self._parquet: dict[str, parquet.ParquetFile] = {}
        if parquet.is_possible():
            (draft / parquet.FOLDER).mkdir(mode=0o700)
        for table in tables:
            columns = [column.name for column in table.columns]
            made = self._csv[table.name] = TableFile(draft / table.file, columns)
            self._open.callback(made.close)
            if parquet.is_possible():
                typed = parquet.ParquetFile(draft / parquet.FOLDER, table)
                self._parquet[table.name] = typed
                self._open.callback(typed.close)
        self._events = self._open.enter_context(private_file(draft / EVENTS))

    @property
    def described(self) -> tuple[Table, ...]:
        """The tables with the links that the rows so far keep to, as readers understand links."""
        return tuple(
            replace(table, links=tuple(self._whole[table.name])) for table in self._tables.values()
        )

    def write_list(self) -> None:
        """Write the rows that belong to no session: those of mechanisms and contrasts.

        Raises:
            OSError: They cannot be written.
        """
        for name, table in self._tables.items():
            if not table.is_of_sessions:
                self._append(name, list(table.rows(())))

    def write(self, data: SessionData) -> None:
        """Write everything of one session.

        Raises:
            OSError: It cannot be written.
            ValueError: Its tables do not belong together.
        """
        rows = {
            name: list(table.rows([data])) if table.is_of_sessions else []
            for name, table in wanted(self._tables.items())
        }
        check_joins(self._tables, rows)
        for name, made in wanted(rows.items()):
            self._append(name, made)
        for line in wanted(event_lines([data])):
            self._events.write(line + b"\n")

    def _append(self, name: str, rows: Sequence[Row]) -> None:
        self._csv[name].write(rows)
        self._whole[name] = [link for link in self._whole[name] if is_whole(link, rows)]
        self.rows[name] += len(rows)
        if name in self._parquet:
            self._parquet[name].write(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._open.close()
