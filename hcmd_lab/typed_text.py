"""What people type and paste: which characters a text and a label may have, and which go.

A script may need characters that cannot be seen: Hebrew and Arabic marks of direction, the joiners
of Persian, Hindi and emoji, soft hyphens. A control character is none of them.
"""

import re
import unicodedata
from datetime import date, time

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
"""Letters and accents without a shape: fillers and selectors of variants.

They are those of Unicode's `Default_Ignorable_Code_Point` that its categories do not tell apart
from what can be seen.
"""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates, which turn what comes after them as well."""

_TOWER = re.compile("M{9}|^M")
"""More marks in a row than letters of Tibetan have, or one that has no letter to stand at."""

_MAX_QUOTED = 80
"""Characters of what is quoted: a sentence stays one that can be read."""

_LABEL_MARKS = " ._@+-"
_NOT_FIRST = ("+", "-", "@")


def tidied(text: str) -> str:
    """The text with plain line ends and spaces for tabs, and without control characters."""
    lines = _LINE_END.sub("\n", text).replace("\t", " ")
    return "".join(each for each in lines if each == "\n" or not _is_control(each))


def tidied_line(text: str) -> str:
    """The text as a name or a word among others: one line that turns nothing around it."""
    return _TURNING.sub("", tidied(text).replace("\n", " "))


def tidied_label(text: str) -> str:
    """The text as a label: one line, single spaces, of the invisible characters joiners alone.

    They change how a name is written; a mark of direction or a soft hyphen comes along unseen
    when a label is copied, and two labels that look alike must be one.
    """
    shown = "".join(
        each for each in text if each in _JOINERS or each.isspace() or not is_unseen(each)
    )
    return " ".join(shown.split()).strip(f"{_JOINERS} ")


def as_keys_type_it(text: str) -> str:
    """A code, an address or another word of plain letters, as a keyboard would have given it.

    What is copied from a message or a page brings marks of direction along, dashes for hyphens and
    digits of another width, and what is read from a file its line end. None of them is meant.
    """
    plain = "".join(
        "-" if unicodedata.category(each) == "Pd" or each == "\N{MINUS SIGN}" else each
        for each in unicodedata.normalize("NFKC", text)
    )
    return "".join(each for each in plain if not is_unseen(each)).strip()


def quoted(value: object) -> str:
    """What somebody gave, as a file writes it; of long ones the beginning."""
    written = _written(value)
    return written if len(written) <= _MAX_QUOTED else f"{written[:_MAX_QUOTED]}…"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):  # of TOML, also with both
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name} = {_written(each)}' for name, each in value.items())}}}"
    return repr(value)


def shortened(text: str) -> str:
    """The text as a name among others in a sentence: one line, of a long one the beginning."""
    line = tidied_line(text)
    return line if len(line) <= _MAX_QUOTED else f"{line[:_MAX_QUOTED]}…"


def is_unseen(character: str) -> bool:
    """Whether a character has no shape of its own: a mark of direction, a joiner, a filler."""
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Cf") or _UNSEEN_LETTERS.match(character) is not None


def can_be_seen(text: str) -> bool:
    """Whether a text has anything that a reader sees."""
    return any(not is_unseen(each) and not each.isspace() for each in text)


def label_fault(label: str) -> str:
    """The first character that a label may not have; empty if it has none.

    A label may have letters of any script, digits, spaces and `._@+-`, and does not begin with
    `+`, `-` or `@`. So it is text wherever it is shown, never a formula or a tag. Of the marks that
    stand above or below a letter it has as many in a row as a script needs: a tower of them would
    cover what stands in the lines around it.

    Args:
        label: A tidied one.
    """
    if label[:1] in _NOT_FIRST:
        return label[:1]
    if (tower := _TOWER.search(_marks(label))) is not None:
        return label[tower.start()]
    return next((each for each in label if not _may_be_in_label(each)), "")


def _marks(label: str) -> str:
    """The label with M for each accent and other mark, and a point for all else."""
    return "".join("M" if unicodedata.category(each)[0] == "M" else "." for each in label)


def _may_be_in_label(character: str) -> bool:
    is_word = unicodedata.category(character)[0] in "LM" or unicodedata.category(character) == "Nd"
    return is_word or character in _LABEL_MARKS or character in _JOINERS


def printable(text: str) -> str:
    """The text without what a terminal obeys, and `?` for what it cannot write.

    Lines and tabs stay.
    """
    written = text.encode("utf-8", "replace").decode()
    return "".join(each for each in written if each in "\n\t" or not _is_control(each))


def control_character(text: str) -> tuple[int, str] | None:
    """The first control character that is no line break: its place, from 1, and its code."""
    for place, each in enumerate(text, start=1):
        if each != "\n" and _is_control(each):
            return place, f"U+{ord(each):04X}"
    return None


def _is_control(character: str) -> bool:
    # Half a surrogate pair is no character at all, and cannot be stored.
    return unicodedata.category(character) in ("Cc", "Cs")


def plain_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9, and the Arabic decimal separator as a point."""
    plain = (str(int(each)) if each.isdecimal() else each for each in text)
    return "".join(plain).replace("\N{ARABIC DECIMAL SEPARATOR}", ".")
