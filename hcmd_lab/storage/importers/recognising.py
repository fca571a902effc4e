"""Which layout a file has, by its first row."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.importers import gmtv
from hcmd_lab.storage.importers.column_map import ColumnMap
from hcmd_lab.storage.importers.numbers import read_number
from hcmd_lab.storage.importers.otree import (
    app_table,
    is_own_wide,
    is_wide,
    own_long_table,
    wide_table,
)
from hcmd_lab.storage.importers.simple_tables import (
    empirica_table,
    is_empirica,
    is_plain,
    plain_table,
    telling_table,
)
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.table import Table
from hcmd_lab.storage.importers.table_lines import table_lines
from hcmd_lab.storage.importers.ztree import is_ztree, ztree_table

Rows = Iterator[tuple[int, list[str]]]


class Layout(StrEnum):
    """A layout of files that can be imported."""

    RECOGNISED = "auto"  # whichever the first row tells
    PLAIN = "plain"
    OWN_LONG = "hcmd-long"
    OWN_WIDE = "hcmd-wide"
    ZTREE = "ztree"
    OTREE_WIDE = "otree-wide"
    OTREE_APP = "otree-app"
    EMPIRICA = "empirica"
    MAPPED = "table"  # any other, by its headings or by what is said of them
    GMTV = "gmtv"
    DAI_1 = "dai-exp1"
    DAI_2 = "dai-exp2"
    DAI_4 = "dai-exp4"


def recognise(path: Path, asked: ColumnMap) -> Layout:
    """The layout of a file.

    Raises:
        UsageError: The file cannot be read, or has no headings.
    """
    rows = table_lines(path, Source())
    _, first = next(rows, (1, []))
    names = {name.strip().casefold() for name in first}
    if is_ztree(first):
        return Layout.ZTREE
    if is_plain(first):
        return Layout.PLAIN
    if is_own_wide(first):
        return Layout.OWN_WIDE
    if names >= {"player.payout", "subsession.stage", "group.mechanism_sha256"}:
        return Layout.OWN_LONG
    if is_wide(first):
        return Layout.OTREE_WIDE
    if names >= {"player.id_in_group", "subsession.round_number"}:
        return Layout.OTREE_APP
    if is_empirica(first):
        return Layout.EMPIRICA
    if names >= set(gmtv.COLUMNS) and not asked:
        return Layout.GMTV
    if first and all(read_number(cell) is not None for cell in first if cell.strip()):
        raise UsageError(
            "{name} has no headings in its first row; give it some. The raw files of Koster et al. "
            "(2022) have none: choose their layout, as with --layout {layout}. "
            "Nothing was imported.",
            name=path.name,
            layout=Layout.DAI_2,
        )
    return Layout.MAPPED


def tables_of(layout: Layout) -> Callable[[Path, Source], Table] | None:
    """How a file of a layout is brought into a row for each decision; None if it has a reader."""
    match layout:
        case Layout.PLAIN:
            return _with_header(plain_table)
        case Layout.OWN_LONG:
            return _with_header(own_long_table)
        case Layout.OTREE_APP:
            return _with_header(app_table)
        case Layout.EMPIRICA:
            return _with_header(empirica_table)
        case Layout.MAPPED:
            return _with_header(telling_table)
        case Layout.OWN_WIDE | Layout.OTREE_WIDE:
            return _wide
        case Layout.ZTREE:
            return lambda path, source: ztree_table(path.name, table_lines(path, source))
        case Layout.RECOGNISED | Layout.GMTV | Layout.DAI_1 | Layout.DAI_2 | Layout.DAI_4:
            return None
        case _:
            assert_never(layout)


def _with_header(
    make: Callable[[int, Sequence[str], Rows], Table],
) -> Callable[[Path, Source], Table]:
    def table(path: Path, source: Source) -> Table:
        rows = table_lines(path, source)
        line, header = next(rows, (1, []))
        return make(line, header, rows)

    return table


def _wide(path: Path, source: Source) -> Table:
    rows = table_lines(path, source)
    line, header = next(rows, (1, []))
    return wide_table(path.name, line, header, rows)
