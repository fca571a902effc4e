"""Names of questions and items, which become export columns."""

import re

from hcmd_lab.errors import OperatorError
from hcmd_lab.texts.toml_table import TomlTable

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def checked_name(table: TomlTable, taken: list[str]) -> str:
    """The validated name of an entry.

    Args:
        table: The entry.
        taken: Names of those before it.

    Raises:
        OperatorError: There is none, it is not one, or another entry has it.
    """
    name = table.need("name", str)
    if not _NAME.fullmatch(name):
        raise OperatorError(
            "{place}: a name begins with a lower-case letter and has at most 40 lower-case "
            "letters, digits and underscores; {name} does not.",
            place=table.place,
            name=name,
        )
    if name in taken:
        raise OperatorError(
            "{place}: the name {name} is already used by an earlier entry.",
            place=table.place,
            name=name,
        )
    return name
