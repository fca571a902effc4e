"""Fills numbers into a text: `{rounds}` becomes 10, `{{` a brace."""

import re
from collections.abc import Mapping

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def filled(text: str, values: Mapping[str, str], place: Sentence) -> str:
    """The text with its numbers filled in.

    Args:
        text: With a `{name}` for each number.
        values: By name.
        place: Location of the text, for error messages.

    Raises:
        OperatorError: It names what there is not, or a brace stands alone.
    """

    def replacement(found: re.Match[str]) -> str:
        if found.group() in ("{{", "}}"):
            return found.group()[0]
        name = found.group(1)
        if name is None:
            raise OperatorError(
                "{place}: a brace has no partner; to show a brace, write it twice.", place=place
            )
        if name not in values:
            raise OperatorError(
                "{place}: {{{name}}} is not a known placeholder; the known ones are: {names}.",
                place=place,
                name=name,
                names=", ".join(values),
            )
        return values[name]

    return _PLACE.sub(replacement, text)
