"""What different values an indexed column has, found without reading the rows."""


def different(table: str, column: str) -> str:
    """A query for each value of a column once, in ascending order.

    SQLite reads every row for `SELECT DISTINCT`; this asks the index once a value for the next
    greater one ("Emulating a loose index scan", https://wiki.postgresql.org/wiki/Loose_indexscan).

    Args:
        table: The table's name, one of ours.
        column: Its column, the first of an index, which is never NULL.

    Returns:
        The query; its result has one column, named as this one.
    """
    return f"""
        WITH RECURSIVE found ({column}) AS (
            SELECT min({column}) FROM {table}
            UNION ALL
            SELECT (SELECT min({column}) FROM {table} WHERE {table}.{column} > found.{column})
            FROM found WHERE {column} IS NOT NULL
        )
        SELECT {column} FROM found WHERE {column} IS NOT NULL
    """  # noqa: S608 - names of ours
