"""A table with one row for each decision, whatever layout the file has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import NEEDED, Payouts, Role


@dataclass(frozen=True, slots=True)
class Table:
    """A table, not yet read.

    Attributes:
        line: Of the header in the file.
        header: Headings.
        rows: Line numbers and cells.
        known: By role the headings that this layout has for it.
        payouts: What the layout's payouts are.
        needed: Roles without which it cannot be read.
        advice: What else should be known about importing it.
    """

    line: int
    header: Sequence[str]
    rows: Iterator[tuple[int, list[str]]]
    known: Mapping[Role, Sequence[str]] = field(default_factory=dict)
    payouts: Payouts = Payouts.FOUND_OUT
    needed: tuple[Role, ...] = NEEDED
    advice: tuple[Sentence, ...] = ()
