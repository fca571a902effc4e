"""A policy as a picture: the head's share of the fund over what head and tails put in.

This is the paper's section 4.4 and its figure 5, read from a frozen table.
"""

from hcmd_lab.game.frozen import FrozenPolicy, profiles


def head_share(policy: FrozenPolicy, tail_endowment: int) -> list[list[float]]:
    """The head's share of the fund by contributions.

    Args:
        policy: The frozen table.
        tail_endowment: The condition, in coins.

    Returns:
        Rows: the head's contribution, 0 to its endowment. Columns: the tails' mean contribution
        rounded to whole coins (halves up), 0 to their endowment. Each cell averages the head's
        share over all contribution profiles that fall into it.

    Raises:
        ValueError: The table has no such condition.
    """
    game = policy.game
    if tail_endowment not in policy.tables:
        raise ValueError(f"the table has no condition with tail endowment {tail_endowment}")
    rows, columns = game.head_endowment + 1, tail_endowment + 1
    total = [[0.0] * columns for _ in range(rows)]
    count = [[0] * columns for _ in range(rows)]
    endowments = game.endowments(tail_endowment)
    for head, *tails in profiles(game, tail_endowment):
        column = (2 * sum(tails) + game.tails) // (2 * game.tails)
        total[head][column] += policy.weights(endowments, (head, *tails))[0]
        count[head][column] += 1
    return [
        [cell / number for cell, number in zip(row, numbers, strict=True)]
        for row, numbers in zip(total, count, strict=True)
    ]
