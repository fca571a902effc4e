"""Freezes a policy network into the table that sessions play (see `hcmd_lab.game.frozen`).

The table is computed in 64-bit floats, by the path that trains the network. The network's defining
path gives the same shares; they are added up in another order there, so that about one entry in a
million differs, by one part per billion.

Relabelling the seats relabels the shares (see `hcmd_lab.learning.policy`) and the tails of a group
have equal endowments, so the network is asked only for profiles whose tails are in ascending order;
the others' shares are found by relabelling.
"""

import copy
import math
from array import array
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profile_arrays import table_rows
from hcmd_lab.game.rules import Game
from hcmd_lab.game.unit_rows import to_units_by_row
from hcmd_lab.learning.policy import PolicyNetwork

_ASKED_AS_A_WHOLE = 4096
"""Profiles that are asked for at once, as all of the paper's game are: a hash names that table."""

_ASKED_AT_ONCE = 2048
"""Of more, so many at once: their layers stay in the processor's memory, which is ten times as
fast."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How far a table is.

    Attributes:
        done: Profiles that the network has been asked for.
        total: Those that it will be asked for.
    """

    done: int
    total: int


def freeze_network(
    policy: PolicyNetwork,
    game: Game,
    name: str,
    checkpoint: str = "",
    variation: Variation | None = None,
) -> FrozenPolicy:
    """Evaluate a network on every contribution profile of every condition, as `freezing` does."""
    for report in freezing(policy, game, name, checkpoint, variation):
        if isinstance(report, FrozenPolicy):
            return report
    raise RuntimeError("the freezing ended without a table")


def freezing(
    policy: PolicyNetwork,
    game: Game,
    name: str,
    checkpoint: str = "",
    variation: Variation | None = None,
) -> Iterator[Asked | FrozenPolicy]:
    """Evaluate a network on every contribution profile of every condition, part by part.

    Args:
        policy: The network; it is left as it is.
        game: The game whose profiles the table covers.
        name: A short name for tables and plots.
        checkpoint: SHA-256 of the network's checkpoint.
        variation: Freeze this variation of it instead. The study's restriction is applied after
            the tilt, so a variation keeps to it as the policy does: a constant on the head's logit
            changes neither what a coin more does to the logits nor the map into the bounds.

    Yields:
        How far it is; in the end the table.
    """
    exact = copy.deepcopy(policy).cpu().double()
    tilt = torch.zeros(game.seats, dtype=torch.float64)
    tilt[0] = 0.0 if variation is None else variation.log_factor
    tables: dict[int, array[int]] = {}
    done, total = 0, profiles_asked(game)
    for tail_endowment in game.tail_endowments:
        asking = _shares(exact, game, tail_endowment, tilt)
        units = to_units_by_row((yield from _counted(asking, done, total)))
        done += _profiles_asked(game, tail_endowment)
        tables[tail_endowment] = array("I", units.astype(np.uint32).tobytes())
    yield FrozenPolicy(name, game, tables, checkpoint)


def profiles_asked(game: Game) -> int:
    """Profiles that a network is asked for: those whose tails are in ascending order."""
    return sum(_profiles_asked(game, tail_endowment) for tail_endowment in game.tail_endowments)


def _profiles_asked(game: Game, tail_endowment: int) -> int:
    return (game.head_endowment + 1) * math.comb(game.tails + tail_endowment, game.tails)


Shares = npt.NDArray[np.float64]
Asking = Generator[int, None, Shares]
"""Yields how many profiles it has asked for, and returns their shares."""


def _counted(asking: Asking, before: int, total: int) -> Generator[Asked, None, Shares]:
    """The shares of a condition, told as a part of the whole table."""
    while True:
        try:
            yield Asked(before + next(asking), total)
        except StopIteration as end:
            shares: Shares = end.value
            return shares


def _shares(exact: PolicyNetwork, game: Game, tail_endowment: int, tilt: torch.Tensor) -> Asking:
    """`[G, N]` shares of every row of a condition, in the order of `game.profiles.profiles`."""
    endowments = game.endowments(tail_endowment)
    choices = [endowment + 1 for endowment in endowments]
    contribution = table_rows(game, tail_endowment).T
    order = np.argsort(contribution[1:], 0, kind="stable")
    ascending = np.vstack([contribution[:1], np.take_along_axis(contribution[1:], order, 0)])
    asked, answer = np.unique(np.ravel_multi_index(tuple(ascending), choices), return_inverse=True)
    games = torch.from_numpy(np.stack(np.unravel_index(asked, choices), 1).astype(np.float64))
    shares_asked = yield from _asked(exact, endowments, games, tilt)
    answers: npt.NDArray[np.float64] = shares_asked[answer]
    shares = np.empty_like(answers)
    shares[:, 0] = answers[:, 0]
    np.put_along_axis(shares[:, 1:], order.T, answers[:, 1:], 1)
    return shares


def _asked(
    exact: PolicyNetwork, endowments: Sequence[int], games: torch.Tensor, tilt: torch.Tensor
) -> Asking:
    """`[G, N]` shares of games `[G, N]`; of many, part by part and by one thread.

    More threads wait for one another longer than so small a part takes.
    """
    if len(games) <= _ASKED_AS_A_WHOLE:
        yield 0
        return _asked_at_once(exact, endowments, games, tilt)
    parts: list[Shares] = []
    for number, part in enumerate(torch.split(games, _ASKED_AT_ONCE)):
        yield number * _ASKED_AT_ONCE
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            parts.append(_asked_at_once(exact, endowments, part, tilt))
        finally:
            torch.set_num_threads(threads)
    return np.concatenate(parts)


def _asked_at_once(
    exact: PolicyNetwork, endowments: Sequence[int], games: torch.Tensor, tilt: torch.Tensor
) -> Shares:
    # A generator must not hold the mode of its thread while it waits.
    with torch.no_grad():
        shares: Shares = exact(games.new_tensor(endowments).expand_as(games), games, tilt).numpy()
    return shares
