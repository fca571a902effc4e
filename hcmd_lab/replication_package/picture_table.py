"""The numbers of a picture as a table, and the columns that several pictures share."""

from dataclasses import dataclass

from hcmd_lab.export.table_schema import Column, Row


@dataclass(frozen=True, slots=True)
class PictureTable:
    """The numbers of a picture.

    Attributes:
        columns: In order.
        rows: With exactly these columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


TAIL = Column("tail_endowment", "integer", "Coins of each tail; empty for all.", "coins")
ROLE = Column(
    "role",
    "string",
    "The role; everyone where all have the same coins.",
    allowed="head, tail, everyone",
)
MECHANISM = Column("mechanism", "string", "Name of the mechanism.")
ROUND = Column("round", "integer", "The round in the stage, from 1.")


def interval(name: str, meaning: str) -> tuple[Column, ...]:
    """A share with the ends of its interval."""
    return (
        Column(name, "number", meaning, most=1),
        Column(f"{name}_low", "number", "Lower end of its interval.", most=1),
        Column(f"{name}_high", "number", "Upper end.", most=1),
    )
