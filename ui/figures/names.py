"""Names of mechanisms as a reader sees them."""

import re
from collections.abc import Sequence

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def pretty_name(name: str) -> str:
    """`theta_0` becomes `θ₀` and `liberal_egalitarian` becomes `Liberal egalitarian`."""
    trained = re.fullmatch(r"theta_?(\d+)", name, re.ASCII)
    if trained:
        return "θ" + trained[1].translate(_SUBSCRIPTS)
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def with_pretty_names(text: str) -> str:
    """A sentence with `theta_1` in it as `θ₁`."""
    return re.sub(r"\btheta_\d+\b", lambda found: pretty_name(found[0]), text, flags=re.ASCII)


def checkpoint_names(count: int) -> tuple[str, ...]:
    """Names of the first `count` checkpoints, from the random one on, as a reader sees them."""
    return tuple(pretty_name(f"theta_{number}") for number in range(count))


def role_of_row(name: str, names: Sequence[str]) -> str:
    """What a mechanism is in a list of mechanisms, in a few words; empty if nothing special."""
    if re.fullmatch(r"theta_?0", name):
        return "random start"
    if not re.fullmatch(r"theta_?\d+", name):
        return "baseline"
    trained = [other for other in names if re.fullmatch(r"theta_?\d+", other)]
    return "newest" if name == trained[-1] else ""
