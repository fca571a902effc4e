"""What to say about a name that is no setting."""

from collections.abc import Iterable
from difflib import get_close_matches

from hcmd_lab.errors import UsageError

_ALIKE = 0.75
"""How alike, from 0 to 1, a name is that can have been meant."""


def unknown_setting(name: str, known: Iterable[str]) -> UsageError:
    """The error for a name that is no setting: the one that was meant, or else all there are.

    Args:
        name: What was given.
        known: The settings there are.
    """
    names = list(known)
    near = get_close_matches(name.lower(), names, n=1, cutoff=_ALIKE)
    if near:
        return UsageError(
            "There is no setting {name}; did you mean {near}?", name=name, near=near[0]
        )
    return UsageError(
        "There is no setting {name}; the settings are {names}.", name=name, names=", ".join(names)
    )
