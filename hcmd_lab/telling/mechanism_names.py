"""Names of mechanisms as a reader sees them."""

import re
from collections.abc import Sequence

from hcmd_lab.telling.translate import translate

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def pretty_name(name: str) -> str:
    """`theta_0` becomes `θ₀` and `liberal_egalitarian` becomes `Liberal egalitarian`."""
    trained = re.fullmatch(r"theta_?(\d+)", name, re.ASCII)
    if trained:
        return "θ" + trained[1].translate(_SUBSCRIPTS)
    match name:
        case "strict_egalitarian":
            return translate("Strict egalitarian")
        case "libertarian":
            return translate("Libertarian")
        case "liberal_egalitarian":
            return translate("Liberal egalitarian")
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def checkpoint_names(count: int) -> tuple[str, ...]:
    """Names of the first `count` checkpoints, from the random one on, as a reader sees them."""
    return tuple(pretty_name(f"theta_{number}") for number in range(count))


def role_of_row(name: str, names: Sequence[str]) -> str:
    """What a mechanism is in a list of mechanisms, in a few words; empty if nothing special."""
    if re.fullmatch(r"theta_?0", name):
        return translate("random start")
    if not re.fullmatch(r"theta_?\d+", name):
        return translate("baseline")
    trained = [other for other in names if re.fullmatch(r"theta_?\d+", other)]
    return translate("newest") if name == trained[-1] else ""


def tails_receive(tail_endowment: int, *, is_first: bool) -> str:
    """Heading of a condition; the first in a row says what the number means."""
    if is_first:
        return translate("Tails receive {coins} coins", coins=tail_endowment)
    return translate("{coins} coins", coins=tail_endowment)


def device_name(device: str) -> str:
    """A computing device as a reader sees it."""
    cpu = re.fullmatch(r"CPU, (\d+) threads?", device, re.ASCII)
    if cpu is None:
        return device
    return (
        translate("CPU, 1 thread")
        if cpu[1] == "1"
        else translate("CPU, {threads} threads", threads=cpu[1])
    )
