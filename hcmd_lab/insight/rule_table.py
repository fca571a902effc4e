"""A rule that people can read, frozen as a table that a session can play."""

from array import array
from collections.abc import Mapping

import numpy as np

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profile_arrays import table_rows
from hcmd_lab.game.rules import Game
from hcmd_lab.game.unit_rows import to_units_by_row
from hcmd_lab.insight.rule import Rule


def freeze_rules(rules: Mapping[int, Rule], game: Game, name: str) -> FrozenPolicy:
    """The table of a mechanism that follows a rule in each condition.

    Args:
        rules: One rule for each condition of the game, by tail endowment.
        game: The game.
        name: Name of the mechanism.

    Raises:
        KeyError: A condition has no rule.
    """
    tables: dict[int, array[int]] = {}
    for tail_endowment in game.tail_endowments:
        endowments = np.array(game.endowments(tail_endowment))
        shares = rules[tail_endowment].shares(endowments, table_rows(game, tail_endowment))
        # The fit may leave a fixed part of nothing, or of all, a rounding beyond its end.
        units = to_units_by_row(np.maximum(shares, 0.0))
        tables[tail_endowment] = array("I", units.astype(np.uint32).tobytes())
    return FrozenPolicy(name, game, tables)
