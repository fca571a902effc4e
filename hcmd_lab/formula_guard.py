"""Text in tables that no spreadsheet takes for a formula, and back.

A spreadsheet may split a file at another separator than the one it was written with, forget the
quotation marks that do not begin a cell, and look past blanks. So an apostrophe goes in front of a
sign that begins a formula wherever a cell could begin within the text. One goes in front of
apostrophes before such a sign as well, so that exactly what was added can be taken away again.
"""

import re

_SEEN = ",;|"
_SEPARATORS = _SEEN + "\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_PASSED_OVER = (
    '\\s"'
    "\x00-\x1f\x7f-\x9f"  # control characters
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"  # format
    "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"  # private use
)
"""Blanks, quotation marks, and what need not be seen: by Unicode's categories, the same whatever
version of Unicode Python knows, so that what one has written another reads."""

_SIGNS = (
    "=+\\-@"
    "\uff1d\uff0b\uff0d\uff20"  # of full width
    "\ufe66\ufe62\ufe63\ufe6b"  # small
    "\u207c\u207a\u207b\u208c\u208a\u208b\u2212"  # raised, lowered, and the sign of mathematics
)
# From the end of a cell, or over a run of blanks with a line's end or a tab among them. A run is
# begun at its first character alone and never given back: it is looked at once, however long.
_BLANK = f"(?:(?![{_SEPARATORS}])[{_PASSED_OVER}])"
_BEGINS = (
    f"((?:^|[{_SEEN}])[{_PASSED_OVER}]*+"
    f"|(?<![{_PASSED_OVER}]){_BLANK}*+[{_SEPARATORS}][{_PASSED_OVER}]*+)"
)
_FORMULA = re.compile(f"{_BEGINS}(?='*[{_SIGNS}])")
_GUARDED = re.compile(f"{_BEGINS}'(?='*[{_SIGNS}])")


def guarded(text: str) -> str:
    """The text as a cell that is a formula in no spreadsheet."""
    return _FORMULA.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    # Few cells of a table have an apostrophe, and looking for one is much quicker.
    return _GUARDED.sub(r"\1", text) if "'" in text else text
