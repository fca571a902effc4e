"""Names of mechanisms for readers."""

import re
from collections.abc import Sequence

from hcmd_lab.game.mechanism_names import spoken_name, variation_of
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.translate import translate


def in_sentence(name: str) -> str:
    """`spoken_name` in the reader's language."""
    return translate(spoken_name(name))


def pretty_name(name: str) -> str:
    """A mechanism's name in a table or at the start of a sentence: capitalised."""
    shown = in_sentence(name)
    return shown if shown.startswith("θ") else shown[:1].upper() + shown[1:]


def theta(number: int, names: Sequence[str] = ()) -> str:
    """The mechanism trained in an iteration; 0 is the random one.

    Args:
        number: The iteration.
        names: Names of the trained mechanisms by iteration (`names_at`), where a step may have
            been taken anew; none where it cannot.
    """
    return in_sentence(names[number] if number < len(names) else f"theta_{number}")


def checkpoint_names(count: int, names: Sequence[str] = ()) -> tuple[str, ...]:
    """Display names of the first `count` checkpoints, from the random one on; see `theta`."""
    return tuple(theta(number, names) for number in range(count))


def role_of_row(name: str, names: Sequence[str], *, almost_equal: bool) -> str:
    """A mechanism's role in a list of mechanisms, in a few words; empty if nothing special.

    Args:
        name: The mechanism.
        names: All of the list, oldest first.
        almost_equal: Whether it divides every fund almost equally.
    """
    if name in ("theta_0", "theta0"):
        return start_words(almost_equal=almost_equal)
    if variation_of(name) is not None:
        return translate("variation")
    if not re.fullmatch(r"theta_?[\d.]+", name):
        return translate("baseline") if name in BASELINES else ""
    trained = [other for other in names if re.fullmatch(r"theta_?[\d.]+", other)]
    return translate("newest") if trained and name == trained[-1] else ""


def start_words(*, almost_equal: bool) -> str:
    """What the first mechanism is.

    Args:
        almost_equal: Whether it divides every fund almost equally, as a random network does;
            one of another study need not.
    """
    if almost_equal:
        return translate("random start, divides almost equally")
    return translate("start of the training")


def each_tail_has(tail_endowment: int, *, is_first: bool, head_endowment: int = 0) -> str:
    """Heading of a condition; the first in a row explains the number.

    Args:
        tail_endowment: Coins of each tail.
        is_first: Whether it is the first in a row.
        head_endowment: Coins of the head, where it is known; who has as many is not told apart.
    """
    if is_first and head_endowment == tail_endowment:
        return translate("Everyone has {n} coin(s)", n=tail_endowment)
    if is_first:
        return translate("Each tail has {n} coin(s)", n=tail_endowment)
    return translate(coin_count(tail_endowment))


def device_name(device: str) -> str:
    """A computing device's display name."""
    cpu = re.fullmatch(r"CPU, (\d+) threads?", device, re.ASCII)
    return translate("CPU, {n} thread(s)", n=int(cpu[1])) if cpu else device
