"""Checks that exported tables join: keys are unique and links resolve."""

from collections.abc import Mapping, Sequence

from hcmd_lab.export.table_schema import Link, Row, Table

Key = tuple[object, ...]


def check_joins(tables: Mapping[str, Table], rows: Mapping[str, Sequence[Row]]) -> None:
    """Check every key and every link.

    Args:
        tables: By name.
        rows: Rows of each table.

    Raises:
        ValueError: A key is there twice, or a link leads nowhere: the study contradicts itself.
    """
    keys = {name: _keys(table, rows[name]) for name, table in tables.items()}
    for name, table in tables.items():
        for link in table.links:
            wanted = {tuple(row[column] for column in link.columns) for row in rows[name]}
            for missing in wanted - keys[link.table]:
                if None not in missing:
                    raise ValueError(f"{name}: no row of {link.table} has the key {missing}")


def is_whole(link: Link, rows: Sequence[Row]) -> bool:
    """Whether each row has all columns of a link or none of them.

    A seat of an imported group has a session and no participant. Readers of data packages take a
    key that is empty in part for one that leads nowhere.
    """
    return all(len({row[column] is None for column in link.columns}) == 1 for row in rows)


def _keys(table: Table, rows: Sequence[Row]) -> set[Key]:
    found: set[Key] = set()
    for row in rows:
        key = tuple(row[column] for column in table.key)
        if key in found:
            raise ValueError(f"{table.name}: two rows have the key {key}")
        found.add(key)
    return found
