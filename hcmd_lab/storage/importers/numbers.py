"""Numbers as people and spreadsheets write them."""

import functools
import math
import re
from typing import NamedTuple

_GAP = "[ \u00a0\u2009\u202f'’]"
_COMMA = re.compile(r"[+-]?\d+,\d+")
_POINTS_AND_COMMA = re.compile(rf"[+-]?\d{{1,3}}(?:\.\d{{3}}|{_GAP}\d{{3}})+,\d+")
_COMMAS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_GAPS = re.compile(rf"[+-]?\d{{1,3}}(?:{_GAP}\d{{3}})+(?:\.\d+)?")


class FoundNumber(NamedTuple):
    """A number, and how it was written.

    Attributes:
        value: Finite.
        decimal_comma: Whether it had a comma for a decimal point.
        grouped: Whether it had separators of thousands.
        decimals: Digits behind the decimal point.
    """

    value: float
    decimal_comma: bool = False
    grouped: bool = False
    decimals: int = 0


@functools.lru_cache(maxsize=4096)  # a file has few different numbers
def read_number(text: str) -> FoundNumber | None:
    """Read a number; None if it is none, or not finite.

    A single comma is a decimal comma, so `1,234` is a little more than one. The underscores that
    Python allows within numbers are a slip in a table.
    """
    text = text.strip()
    decimal_comma = grouped = False
    if _COMMA.fullmatch(text):
        text, decimal_comma = text.replace(",", "."), True
    elif _POINTS_AND_COMMA.fullmatch(text):
        whole, _, decimals = text.rpartition(",")
        text, decimal_comma, grouped = f"{_digits(whole)}.{decimals}", True, True
    elif _COMMAS.fullmatch(text) or _GAPS.fullmatch(text):
        whole, point, decimals = text.partition(".")
        text, grouped = f"{_digits(whole)}{point}{decimals}", True
    text = text.replace("\u066b", ".")  # the decimal point of Arabic numerals
    try:
        value = float(text)
    except ValueError:
        return None
    if "_" in text or not math.isfinite(value):
        return None
    return FoundNumber(value, decimal_comma, grouped, len(text.partition(".")[2]))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit() or character in "+-")
