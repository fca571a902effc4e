"""Bounds of what a station may be shown; they stand in the annotations of the views' fields.

A number outside of them, or a longer text or list, is damage or an attack: the network refuses it.
They are wide enough for everything that a session can come to.
"""

from dataclasses import dataclass
from typing import Annotated, TypeAlias


@dataclass(frozen=True, slots=True)
class Between:
    """Inclusive bounds of a number."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class AtMost:
    """Maximum number of characters of a text, or of entries of a list."""

    count: int


StageNumber: TypeAlias = Annotated[int, Between(0, 3)]
VotedStage: TypeAlias = Annotated[int, Between(1, 2)]
SmallCount: TypeAlias = Annotated[int, Between(0, 1000)]
"""Rounds, pages, votes or whole coins."""

Percent: TypeAlias = Annotated[int, Between(0, 1_000_000)]
Hundredths: TypeAlias = Annotated[int, Between(-(10**12), 10**12)]
"""Of a coin or of the currency."""

Duration: TypeAlias = Annotated[int, Between(0, 10**9)]
"""Milliseconds."""

AnswerNumber: TypeAlias = Annotated[int, Between(-(10**9), 10**9)]
Worth: TypeAlias = Annotated[float, Between(0, 10**6)]
Name: TypeAlias = Annotated[str, AtMost(64)]
ShortText: TypeAlias = Annotated[str, AtMost(1000)]
LongText: TypeAlias = Annotated[str, AtMost(32_768)]
"""A page in Markdown."""

MAX_PLAYERS = AtMost(8)
MAX_LINES = AtMost(10)
MAX_ROUNDS = AtMost(3010)
MAX_ITEMS = AtMost(40)
MAX_OPTIONS = AtMost(100)
MAX_PAGES = AtMost(100)
MAX_LANGUAGES = AtMost(100)
