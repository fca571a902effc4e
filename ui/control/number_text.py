"""Numbers of a form as their reader writes them: shown so, and read so."""

import re
from collections.abc import Sequence

from hcmd_lab.game.settings import plain
from hcmd_lab.telling.numbers import spoken_locale, whole

_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}([.,]\d{3})+")
"""1,000 is a thousand to one reader, and one to another."""

_BY_SPACE, _BY_COMMA = re.compile(r"[;\s]+"), re.compile(r"[;,]")


def shown_number(number: float) -> str:
    """A number that can be typed again, with the reader's decimal point."""
    return plain(number).replace(".", _point())


def shown_limit(limit: float) -> str:
    """A number that is read and not typed: a large one has its thousands apart."""
    return whole(int(limit)) if limit == int(limit) else shown_number(limit)


def shown_numbers(numbers: Sequence[float]) -> str:
    """Several, apart from each other in a way that is no decimal point."""
    return _apart(numbers).join(map(shown_number, numbers))


def read_number(text: str, kind: type) -> object:
    """The number in a text; the text itself, which no setting takes, if it is none, or unclear."""
    typed = text.strip()
    other = "." if _point() == "," else ","
    if kind is float:
        if other in typed and _GROUPED.fullmatch(typed):
            return typed
        typed = typed.replace(",", ".")
    try:
        return kind(typed)
    except ValueError:
        return text.strip()


def read_numbers(text: str, kind: type) -> list[object]:
    """The numbers of a list; a comma parts them unless it is the decimal point of its reader."""
    has_commas = kind is float and _point() == ","
    parts = (_BY_SPACE if has_commas else _BY_COMMA).split(text)
    read = [part.strip().removesuffix(",") for part in parts]
    return [read_number(part, kind) for part in read if part]


def _apart(numbers: Sequence[float]) -> str:
    is_fraction = any(isinstance(each, float) for each in numbers)
    return "; " if is_fraction and _point() == "," else ", "


def _point() -> str:
    return spoken_locale().decimalPoint()
