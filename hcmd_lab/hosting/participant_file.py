"""Files with participant lists, as recruitment systems, spreadsheets and editors write them.

What is recognised (encoding, separator, heading, the column with the labels) is kept with the
table, so that it can be shown, and changed, before the list holds.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import eq
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.delimited import (
    LongRowError,
    QuotationError,
    declared_separator,
    find_separator,
    split_rows,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.files import read_any_text, unreadable
from hcmd_lab.formula_guard import unguarded
from hcmd_lab.game.labels import MAX_CHARACTERS, normal
from hcmd_lab.hosting.participant_list import MAX_LABELS
from hcmd_lab.sentence import Sentence
from hcmd_lab.typed_text import control_character, label_fault, shortened, tidied_label

LABEL_HEADINGS = frozenset(
    {
        "label", "labels", "code", "codes", "id", "participant", "participants", "participant id",
        "participantid", "participant label", "participant code", "participant number", "subject",
        "subject id", "subject number", "user id", "user", "kennung", "kennungen", "teilnehmer",
        "teilnehmercode", "teilnehmer id", "teilnehmernummer", "teilnehmerkennung", "pseudonym",
        "versuchsperson", "תווית", "קוד", "מספר משתתף",
    }
)  # fmt: skip
"""Headings of a column that holds labels, normalised, with spaces for `.`, `_` and `-`."""

OTHER_HEADINGS = frozenset(
    {
        "name", "names", "lname", "fname", "last name", "first name", "lastname", "firstname",
        "surname", "nachname", "vorname", "email", "e mail", "mail", "phone", "phone number",
        "email address", "e mail address",
        "telefon", "gender", "geschlecht", "seat", "place", "station", "platz", "kabine", "group",
        "gruppe", "session", "sitzung", "date", "datum", "noshows", "field of studies", "matrikel",
        "seat nr", "showup", "noshow", "participated", "payment", "שם", "שם פרטי", "שם משפחה",
    }
)  # fmt: skip
"""Headings of columns that hold something else; such a column is taken only where it is chosen."""

_ARCHIVE, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What workbooks begin with: of today's spreadsheets, and of Excel 2003."""

_MAX_LINE = 100_000

_LONG_NUMBER = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{2,3}")

_MONTH = "(?:Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)"
_DATE = re.compile(rf"[0-3]?[0-9](?:-|\. ?){_MONTH}|{_MONTH}-[0-9]{{2}}")
"""What spreadsheets make of 1-2, 11-12 or MAR1, in English and in German."""


@dataclass(frozen=True, slots=True)
class ParticipantTable:
    """A participant list as it was found in a file, before it holds.

    Attributes:
        name: Name of the file.
        text: Its content.
        encoding: The encoding it was read in.
        separator: What separates its cells; empty if each line is one cell.
        rows: Line numbers and cells of all lines with anything in them.
        has_heading: Whether the first of them is a heading; None if that is unclear.
        column: The column with the labels, from 0; None if that is unclear.
    """

    name: str
    text: str
    encoding: str
    separator: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    has_heading: bool | None
    column: int | None

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns: the heading, or their numbers."""
        width = max(len(cells) for _, cells in self.rows)
        heading = self.rows[0][1] if self.has_heading else ()
        names = (*heading, *[""] * width)[:width]
        return tuple(name or str(number) for number, name in enumerate(names, start=1))

    @property
    def people(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Line numbers and cells without the heading."""
        return self.rows[1:] if self.has_heading else self.rows

    def with_column(self, wanted: str) -> "ParticipantTable":
        """The table with its labels in the column of a name, or of a number from 1.

        Raises:
            UsageError: It has no such column.
        """
        names = [_heading(name) for name in self.columns]
        if _heading(wanted) in names:
            return replace(self, column=names.index(_heading(wanted)))
        if wanted in map(str, range(1, len(names) + 1)):
            return replace(self, column=int(wanted) - 1)
        raise UsageError(
            "{name} has no column {column}; its columns are: {columns}.",
            name=self.name,
            column=shortened(wanted),
            columns=", ".join(map(shortened, self.columns)),
        )

    def labels(self) -> tuple[str, ...]:
        """The labels in order.

        Raises:
            UsageError: It is unclear where they are, one is missing, wrong or there twice, there
                are none or too many.
        """
        if self.has_heading is None:
            raise UsageError(
                "The first line of {name}, {first}, may be a heading or a participant; say which "
                "it is (on the command line with --heading or --no-heading).",
                name=self.name,
                first=", ".join(map(shortened, self.rows[0][1])),
            )
        if self.column is None:
            raise UsageError(
                "{name} has the columns {columns}; say which of them holds the labels that people "
                "type at check-in (on the command line with --label-column).",
                name=self.name,
                columns=", ".join(map(shortened, self.columns)),
            )
        lines: dict[str, int] = {}
        labels: list[str] = []
        heading = [_heading(each) for each in self.rows[0][1]] if self.has_heading else []
        for line, cells in self.people:
            if _is_heading(cells, heading):
                raise UsageError(
                    "{name}, line {line}: the heading of line {first} is there again, as in joined "
                    "lists; remove it.",
                    name=self.name, line=line, first=self.rows[0][0],
                )  # fmt: skip
            cell = cells[self.column] if self.column < len(cells) else ""
            self._check(line, cell)
            label = tidied_label(cell)
            earlier = lines.setdefault(normal(label), line)
            if earlier != line:
                raise UsageError(
                    "{name}, line {line}: the label {label} is already in line {earlier}.",
                    name=self.name, line=line, label=label, earlier=earlier,
                )  # fmt: skip
            labels.append(label)
        if not labels:
            raise _empty(self.name)
        if len(labels) > MAX_LABELS:
            raise UsageError(
                "{name} has {count} labels; a participant list has at most {most}.",
                name=self.name,
                count=len(labels),
                most=MAX_LABELS,
            )
        return tuple(labels)

    def _check(self, line: int, label: str) -> None:
        if not normal(label):
            raise UsageError(
                "{name}, line {line}: there is no label in the column {column}.",
                name=self.name,
                line=line,
                column=self.columns[self.column or 0],
            )
        control = control_character(label)
        if control is not None:
            raise UsageError(
                "{name}, line {line}: character {place} of the label is a control character "
                "({code}); remove it.",
                name=self.name,
                line=line,
                place=control[0],
                code=control[1],
            )
        if len(tidied_label(label)) > MAX_CHARACTERS:
            raise UsageError(
                "{name}, line {line}: a label has at most {most} characters.",
                name=self.name,
                line=line,
                most=MAX_CHARACTERS,
            )
        if _LONG_NUMBER.fullmatch(label.strip()):
            raise UsageError(
                "{name}, line {line}: {label} is how a spreadsheet writes a long number, whose "
                "digits are lost; format the column as text, enter the label anew, and save the "
                "list again.",
                name=self.name,
                line=line,
                label=label.strip(),
            )
        if _DATE.fullmatch(label.strip()):
            raise UsageError(
                "{name}, line {line}: {label} is how a spreadsheet writes a date, and it makes one "
                "of labels such as 1-2; format the column as text, enter the label anew, and save "
                "the list again. If the label is meant so, write {other}.",
                name=self.name,
                line=line,
                label=label.strip(),
                other=re.sub(r"[-. ]", "", label),
            )
        fault = label_fault(tidied_label(label))
        if fault:
            raise UsageError(
                "{name}, line {line}: a label has letters, digits, spaces and . _ @ + - only, and "
                "does not begin with + - or @; change or remove the {character} in it.",
                name=self.name,
                line=line,
                character=fault,
            )


def read_table(path: Path) -> ParticipantTable:
    """Read a participant list and recognise how it is written.

    Raises:
        UsageError: The file cannot be read, or has nothing in it.
    """
    shown = Sentence("The participant list {path}", path=path)
    try:
        with open_bounded(path, FileKind.TEXT) as file:
            is_workbook = file.read(len(_ARCHIVE)) in (_ARCHIVE, _OLD_WORKBOOK)
    except OSError as error:
        raise unreadable(shown, error) from error
    if is_workbook:
        raise UsageError(
            "{file} is a workbook of a spreadsheet; save the list in it as CSV.", file=shown
        )
    text, encoding = read_any_text(path, shown)
    return parse_table(text, path.name, encoding)


def parse_table(text: str, name: str, encoding: str = "UTF-8") -> ParticipantTable:
    """Recognise the separator, the heading and the label column of a text.

    Args:
        text: Content of the file.
        name: Name of the file, for error messages.
        encoding: The encoding it was read in.

    Raises:
        UsageError: It has nothing in it, a line is too long, or quotation marks do not match.
    """
    lines = io.StringIO(text, newline="").readlines()
    for number, line in enumerate(lines, start=1):
        if len(line) > _MAX_LINE:
            raise UsageError(
                "{name}, line {line}: a label has at most {most} characters.",
                name=name,
                line=number,
                most=MAX_CHARACTERS,
            )
    declared = declared_separator(lines[0]) if lines else ""
    separator = declared or find_separator(lines)
    rows = tuple(_rows(lines, separator, name))[bool(declared) :]
    if not rows:
        raise _empty(name)
    table = ParticipantTable(name, text, encoding, separator, rows, _has_heading(rows), None)
    return replace(table, column=_label_column(table))


def _rows(lines: list[str], separator: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        for line, row in split_rows(lines, separator):
            cells = tuple(" ".join(unguarded(cell).split()) for cell in row)
            if any(normal(cell) for cell in cells):
                yield line, cells
    except QuotationError as error:
        raise UsageError(
            "{name}, line {line}: a quotation mark has no partner; remove it, or save the list "
            "again.",
            name=name,
            line=error.line,
        ) from error
    except LongRowError as error:
        raise UsageError(
            "{name}, line {line}: the row is longer than any list's; save the list again.",
            name=name,
            line=error.line,
        ) from error


def _has_heading(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> bool | None:
    first = rows[0][1]
    if any(_heading(cell) in LABEL_HEADINGS | OTHER_HEADINGS for cell in first):
        return True
    for column, cell in enumerate(first):
        below = [cells[column] for _, cells in rows[1:] if column < len(cells) and cells[column]]
        for mark in (str.isdecimal, "@".__eq__):
            if below and not any(map(mark, cell)) and all(any(map(mark, each)) for each in below):
                return None  # unlike everything below it, but no word that is known
    return False


def _is_heading(cells: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether cells are those of a heading, however each is written; told mostly by the first."""
    return len(cells) == len(heading) and all(map(eq, map(_heading, cells), heading))


def _label_column(table: ParticipantTable) -> int | None:
    names = [_heading(name) for name in table.columns]
    if len(names) == 1:
        return 0
    known = [column for column, name in enumerate(names) if name in LABEL_HEADINGS]
    if known:
        return known[0] if len(known) == 1 else None
    possible = []
    for column, name in enumerate(names):
        cells = [row[column] if column < len(row) else "" for _, row in table.people]
        counts = cells == [str(number) for number in range(1, len(cells) + 1)]
        has_name = bool(table.has_heading and table.rows[0][1][column : column + 1] != ("",))
        if counts and table.has_heading and not has_name:
            continue  # as ORSEE and hroot number the rows of a list
        if name not in OTHER_HEADINGS and all(map(_is_possible, cells)):
            possible += [column] if len(set(map(normal, cells))) == len(cells) else []
    return possible[0] if len(possible) == 1 else None


def _is_possible(label: str) -> bool:
    within = len(tidied_label(label)) <= MAX_CHARACTERS
    is_plain = control_character(label) is None and not label_fault(tidied_label(label))
    return bool(normal(label)) and within and is_plain


def _heading(text: str) -> str:
    return normal(text.translate(str.maketrans("._-", "   ")))


def _empty(name: str) -> UsageError:
    return UsageError("{name} has no labels; write one per line.", name=name)
