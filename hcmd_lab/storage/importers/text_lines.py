"""The rows of a text table, read line by line and never held as a whole."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.delimited import (
    LongRowError,
    QuotationError,
    bounded_lines,
    declared_separator,
    find_separator,
    split_rows,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.files import encoding_name, find_encoding, unreadable
from hcmd_lab.formula_guard import unguarded
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.source import Source

_SAMPLE_CHARACTERS = 1 << 16
_ROWS_AT_ONCE = 1000
_MARK = "\ufeff"
"""Where files were joined, a byte order mark stands before the first row of each."""


def text_lines(path: Path, source: Source) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of the rows with anything in them.

    Raises:
        UsageError: The file cannot be read, or a row does not end.
    """
    shown = Sentence("The file {path}", path=path)
    try:
        encoding = find_encoding(path, shown, FileKind.TABLE)
        with open_bounded(path, FileKind.TABLE) as file:
            text = io.TextIOWrapper(file, encoding, newline="")
            sample = text.read(_SAMPLE_CHARACTERS).splitlines(keepends=True)
        whole = sample[:-1] if len(sample) > 1 and not sample[-1].endswith(("\r", "\n")) else sample
        declared = declared_separator(sample[0]) if sample else ""
        source.encoding = encoding_name(encoding)
        source.separator = declared or _separator(whole)
        with open_bounded(path, FileKind.TABLE) as file:
            text = io.TextIOWrapper(file, encoding, newline="")
            rows = split_rows(bounded_lines(text), source.separator)
            source.size = path.stat().st_size
            for number, cells in itertools.islice(rows, bool(declared), None):
                if number % _ROWS_AT_ONCE == 0:
                    source.done = file.tell()
                if "\0" in "".join(cells):
                    raise UsageError(
                        "{name}, row {line}: the row holds bytes of zero, which no text has; the "
                        "file is damaged, so save the table again. Nothing was imported.",
                        name=path.name,
                        line=number,
                    )
                cells[0:1] = [cell.removeprefix(_MARK) for cell in cells[0:1]]
                if any(cell.strip() for cell in cells):
                    yield number, [unguarded(cell) for cell in cells]
    except OSError as error:
        raise unreadable(shown, error) from error
    except QuotationError as error:
        raise UsageError(
            "{name}, row {line}: a quotation mark has no partner; remove it, or save the table "
            "again. Nothing was imported.",
            name=path.name,
            line=error.line,
        ) from error
    except LongRowError as error:
        raise UsageError(
            "{name}, row {line}: the row or a cell of it is longer than any table's; save the "
            "table again as CSV. Nothing was imported.",
            name=path.name,
            line=error.line,
        ) from error


def _separator(lines: list[str]) -> str:
    """What separates the cells; spaces only where nothing else does: texts have them too."""
    return find_separator(lines) or _tab(lines) or find_separator(lines, " ") or ","


def _tab(lines: list[str]) -> str:
    """A tab where every row has one: tables of different widths below one another."""
    rows = [line for line in lines if line.strip()]
    return "\t" if rows and all("\t" in line for line in rows) else ""
