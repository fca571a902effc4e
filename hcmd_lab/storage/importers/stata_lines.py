"""The rows of a Stata file, read with pandas part by part."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.files import unreadable
from hcmd_lab.formula_guard import unguarded
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.workbook_lines import lacks_library

_NEW_FORMATS = b"<stata_dta>"
_OLD_FORMATS = range(104, 116)
_ROWS_AT_ONCE = 20_000


def is_stata(first: bytes) -> bool:
    """Whether a file's first bytes are those of a Stata file, of formats 104 to 119."""
    is_old = len(first) > 2 and first[0] in _OLD_FORMATS and first[1] in (1, 2) and first[2] == 1
    return first.startswith(_NEW_FORMATS) or is_old


def stata_lines(path: Path, source: Source) -> Iterator[tuple[int, list[str]]]:
    """The names of the variables as row 1, then the observations as Stata counts them, plus 1.

    Values are the stored ones, not their labels. Missing values are empty.

    Raises:
        UsageError: It is damaged, or pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - only where it is installed
    except ImportError as error:
        raise lacks_library(path, Sentence("a Stata file")) from error
    line = 1
    try:
        with (
            open_bounded(path, FileKind.TABLE) as file,
            pd.read_stata(file, convert_categoricals=False, chunksize=_ROWS_AT_ONCE) as parts,
        ):
            for part in parts:
                if line == 1:
                    source.kind = Sentence(
                        "The file is a Stata file; the numbers in it were read, not their labels."
                    )
                    yield line, [str(name) for name in part.columns]
                columns = [_texts(part[name]) for name in part.columns]
                for cells in zip(*columns, strict=True):
                    line += 1
                    if any(cell.strip() for cell in cells):
                        yield line, [unguarded(cell) for cell in cells]
        if line == 1:
            raise UsageError(
                "{name} is a Stata file without observations. Nothing was imported.", name=path.name
            )
    except UsageError:
        raise
    except OSError as error:
        raise unreadable(Sentence("The file {path}", path=path), error) from error
    except Exception as error:
        raise UsageError(
            "{name} is a damaged Stata file, or of a version that is not read; export the table "
            "from Stata with export delimited. Nothing was imported.",
            name=path.name,
        ) from error


def _texts(column: Any) -> list[str]:  # noqa: ANN401 - a series of pandas
    """A variable's values as text: numbers in as many digits as they were stored with."""
    missing = column.isna()
    texts = column.astype(str)
    return [
        "" if gone else text.removesuffix(".0") for text, gone in zip(texts, missing, strict=True)
    ]
