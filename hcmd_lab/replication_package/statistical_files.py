"""Tables for Stata and SPSS with labels of variables and values, where pyreadstat is installed."""

import importlib.util
import io
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.delimited import bounded_lines, split_rows
from hcmd_lab.export.table_schema import Column, Table
from hcmd_lab.export.value_labels import LABELS
from hcmd_lab.files import make_folder

STATA, SPSS = "stata", "spss"
TABLES = ("long", "wide", "participants", "groups", "votes", "payments", "sessions")
"""The tables of participants and groups; the others are small and are read as they are."""

MISSING = (
    "There are no files for Stata and SPSS: they are written where the extra `statistics` of HCMD "
    "Lab (pyreadstat) is installed."
)

_LONGEST_NAME = 32  # Stata's; SPSS takes 64
_LONGEST_TEXT = 2000  # Stata's; what is longer is in the CSV file


_CUT = "…"


@dataclass(frozen=True, slots=True)
class Form:
    """How long the labels of a kind of file may be; what is longer its program cuts or refuses.

    Attributes:
        ending: Of its files.
        label: Of a variable.
        file_label: Of the file.
        value_label: Of a value.
        measure: By what they are counted.
    """

    ending: str
    label: int
    file_label: int
    value_label: int
    measure: Callable[[str], int]

    def cut(self, text: str, most: int) -> str:
        """A text; where it is too long, its first words."""
        if self.measure(text) <= most:
            return text
        words = text.split(" ")
        while len(words) > 1 and self.measure(" ".join(words) + _CUT) > most:
            words.pop()
        begun = " ".join(words)
        while begun and self.measure(begun + _CUT) > most:  # a word longer than a label
            begun = begun[:-1]
        return begun.rstrip(" ,;:(") + _CUT

    def labels(self, columns: Sequence[Column], names: Sequence[str]) -> list[str]:
        """The label of each variable; those that would be alike end with their names."""
        cut = [self.cut(f"{column.meaning}", self.label) for column in columns]
        found = []
        for column, name, label in zip(columns, names, cut, strict=True):
            end = f" ({name})" if cut.count(label) > 1 else ""
            found.append(self.cut(f"{column.meaning}", self.label - self.measure(end)) + end)
        return found


FORMS = {
    STATA: Form("dta", 80, 80, 32_000, len),
    SPSS: Form("sav", 256, 64, 120, lambda text: len(text.encode())),
}
"""As Stata 14 and later, and SPSS, document them."""


def is_possible() -> bool:
    """Whether pyreadstat and pandas are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("pyreadstat", "pandas"))


def write_statistical_files(folder: Path, tables: Mapping[str, tuple[Table, Path]]) -> None:
    """Write the tables of people and groups as `.dta` and `.sav`.

    Words of coded columns become numbers with labels; dots in names become underscores. A label
    that is too long is told by its first words; the data dictionary has it whole.

    Args:
        folder: The package.
        tables: The tables with their CSV files, by name.

    Raises:
        OSError: They cannot be written.
    """
    for name in TABLES:
        table, file = tables[name]
        _write(folder, table, file)


def _write(folder: Path, table: Table, file: Path) -> None:
    import pandas as pd  # noqa: PLC0415 - only where they are installed
    import pyreadstat  # noqa: PLC0415

    with open_bounded(file, FileKind.EXPORT) as data:
        text = io.TextIOWrapper(data, "utf-8", newline="")
        lines = (row for _, row in split_rows(bounded_lines(text), ","))
        next(lines, None)
        cells = list(zip(*lines, strict=True))
    if not cells:
        return
    names = short_names([column.name for column in table.columns])
    values: dict[str, object] = {}
    labels: dict[str, dict[int, str]] = {}
    for column, name, given in zip(table.columns, names, cells, strict=True):
        coded = codes_of(column)
        if coded:
            labels[name] = dict(coded.values())
        if coded or column.kind in ("integer", "number", "boolean"):
            values[name] = [_as_number(column, coded, cell) for cell in given]
        else:
            values[name] = [cell[:_LONGEST_TEXT] for cell in given]
    frame = pd.DataFrame(values)
    writers = {STATA: pyreadstat.write_dta, SPSS: pyreadstat.write_sav}
    for place, form in FORMS.items():
        make_folder(folder / place)
        writers[place](
            frame,
            str(folder / place / f"{table.name}.{form.ending}"),
            file_label=form.cut(table.meaning, form.file_label),
            column_labels=form.labels(table.columns, names),
            variable_value_labels={
                name: {code: form.cut(told, form.value_label) for code, told in each.items()}
                for name, each in labels.items()
            },
        )


def _as_number(column: Column, coded: Mapping[str, tuple[int, str]], cell: str) -> float:
    """A cell as a number; the code of a word.

    Raises:
        ValueError: It is a word that the column is not said to hold.
    """
    if cell == "":
        return math.nan
    if cell in coded:
        return float(coded[cell][0])
    if column.kind == "string":
        raise ValueError(f"{column.name} has no code for {cell!r}")
    return float(cell)


def codes_of(column: Column) -> dict[str, tuple[int, str]]:
    """Code and label of each word in a coded column's cells; none of a column without codes."""
    known = LABELS.get(column.name.rsplit(".player.", 1)[-1], LABELS.get(_bare(column.name), {}))
    if column.kind == "boolean":
        return {"0": (0, "no"), "1": (1, "yes")}
    if column.kind == "integer":
        return {word: (int(word), label) for word, label in known.items()}
    if column.kind == "string" and column.allowed:
        words = [word.strip() for word in column.allowed.split(",")]
        return {word: (code, known.get(word, word)) for code, word in enumerate(words, start=1)}
    return {}


def _bare(name: str) -> str:
    return re.sub(r"^pig\.\d+\.", "", name)


def short_names(names: Sequence[str]) -> list[str]:
    """Names that both programs take, each once."""
    found: list[str] = []
    for name in names:
        short = re.sub(r"[^A-Za-z0-9_]", "_", _shorter(name)).lstrip("_") or "v"
        if not short[0].isalpha():
            short = f"v{short}"
        short, number = short[:_LONGEST_NAME], 1
        while short.lower() in {each.lower() for each in found}:
            number += 1
            ending = f"_{number}"
            short = short[: _LONGEST_NAME - len(ending)] + ending
        found.append(short)
    return found


def _shorter(name: str) -> str:
    """A name without what all of a kind have in common."""
    match = re.fullmatch(r"pig\.(\d+)\.(?:player|group|subsession)\.(.+)", name)
    if match:
        return f"r{match[1]}_{match[2]}"
    return re.sub(r"^session\.config\.", "config_", name)
