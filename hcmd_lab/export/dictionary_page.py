"""The data dictionary as a page of the documentation."""

import re
from collections.abc import Iterator, Sequence

from hcmd_lab.export.table_schema import Table

_ROUND = re.compile(r"pig\.[0-9]+\.")


def as_markdown(tables: Sequence[Table]) -> str:
    """One section per table; the repeated round columns of the wide table appear once."""
    return "\n".join(_page(tables)) + "\n"


def _page(tables: Sequence[Table]) -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield (
        "Made from the declarations in the code by `hcmd-lab dictionary`. How the tables are "
        "written and read is told in [Data](data.md)."
    )
    yield ""
    yield (
        "Text in a table is never a formula: wherever a spreadsheet could begin a cell within it "
        "(at its begin, or after `,` `;` `|`, a tab or a line break, blanks and quotation marks), "
        "an apostrophe stands before `=`, `+`, `-` or `@`, of whatever width. HCMD Lab takes it "
        "away when it reads such a table; `events.jsonl` and the Parquet files have none."
    )
    for table in tables:
        yield ""
        yield f"## `{table.file}`"
        yield ""
        key = f" Key: {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
        yield f"{table.meaning}{key}"
        yield ""
        yield "| Column | Type | Unit | Allowed | Meaning |"
        yield "|---|---|---|---|---|"
        yield from _columns(table)


def _columns(table: Table) -> Iterator[str]:
    told: set[str] = set()
    for column in table.columns:
        name = _ROUND.sub("pig.<round>.", column.name)
        if name not in told:
            told.add(name)
            meaning = column.meaning.removeprefix("Round 1: ")
            cells = (f"`{name}`", column.kind, column.unit, column.allowed, meaning)
            yield f"| {' | '.join(cells)} |"
