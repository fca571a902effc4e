"""Tables that are read whole in a narrow terminal: no number and no word is ever cut."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import OverflowMethod
from rich.table import Table

_SPLIT: OverflowMethod = "fold"
"""By default rich cuts a line that is full of wide letters, for the space behind its last word."""


def fitted(table: Table, width: int) -> Table:
    """The table; its columns as rows, or each row as lines of its own, where it is too wide.

    Args:
        table: Of plain texts.
        width: Columns of the terminal.
    """
    if _fit(table, width):
        return table
    heads = [str(column.header) for column in table.columns]
    rows = list(zip(*(map(str, column.cells) for column in table.columns), strict=True))
    turned = _turned(table, heads, rows)
    return turned if _fit(turned, width) else _listed(table, heads, rows)


def _fit(table: Table, width: int) -> bool:
    """Give columns widths at which their words are whole; rich would cut those of the widest."""
    least, natural = [], []
    for column in table.columns:
        texts = [str(column.header), *map(str, column.cells)]
        words = texts if column.no_wrap else [word for text in texts for word in text.split()]
        least.append(max(map(cell_len, words), default=0))
        natural.append(max(map(cell_len, texts), default=0))
    count = len(table.columns)
    around = 2 * count if table.pad_edge else 2 * (count - 1)
    room = width - around - (count + 1 if table.box is not None else 0)
    if sum(natural) <= room:
        return True
    if sum(least) > room:
        return False
    spare = room - sum(least)
    wishes = sorted(range(count), key=lambda place: natural[place] - least[place])
    for done, place in enumerate(wishes):  # small wishes are met, the largest share the rest
        given = min(natural[place] - least[place], spare // (count - done))
        table.columns[place].width = least[place] + given
        table.columns[place].overflow = _SPLIT
        spare -= given
    return True


def _turned(table: Table, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    made = Table(title=table.title, box=table.box, pad_edge=table.pad_edge)
    made.add_column(heads[0], no_wrap=True)
    for row in rows:
        made.add_column(row[0], justify="right")
    for place, head in enumerate(heads[1:], start=1):
        made.add_row(head, *(row[place] for row in rows))
    return made


def _listed(table: Table, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    made = Table(title=table.title, box=None, pad_edge=False, show_header=False)
    made.add_column(overflow=_SPLIT)
    made.add_column(overflow=_SPLIT)
    for number, row in enumerate(rows):
        if number:
            made.add_row()
        for head, text in zip(heads, row, strict=True):
            made.add_row(head, text)
    return made
