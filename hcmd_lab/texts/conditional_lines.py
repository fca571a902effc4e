"""Lines of a text that begin with `{if NAME}` stand only where that is true."""

import re
from collections.abc import Mapping

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence

_CONDITION = re.compile(r"\{if (not )?([^{}]*)\}[ \t]*(.*)")


def true_lines(text: str, conditions: Mapping[str, bool], place: Sentence) -> str:
    """The text without the lines whose condition does not hold, and without the conditions.

    Args:
        text: Markdown; a line begins with `{if NAME}` or `{if not NAME}` to be conditional.
        conditions: Whether they hold, by name.
        place: Location of the text, for error messages.

    Raises:
        OperatorError: A condition is not known.
    """
    kept = []
    for line in text.splitlines():
        found = _CONDITION.fullmatch(line)
        if found is None:
            kept.append(line)
            continue
        negated, name, rest = found.groups()
        if name not in conditions:
            raise OperatorError(
                "{place}: {{if {name}}} is not a known condition; the known ones are: {names}.",
                place=place,
                name=name,
                names=", ".join(conditions),
            )
        if conditions[name] is not bool(negated):
            kept.append(rest)
    return "\n".join(kept)
