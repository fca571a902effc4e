"""All votes of one seat in one pool: `gradient.pool_votes` and the history baseline together."""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, exponential, sigmoid
from hcmd_lab.learning.fused.compiler import compiled, inlined

_FACTORS_HOLD = np.float32(40)


@inlined
def _sums(
    own: np.float32, total: Reals, falling: Reals, spread: np.float32
) -> tuple[np.float32, np.float32]:
    """Sums over b of the probability of beating b, and of its square.

    Compiled into its caller: of a function with a symbol of its own another version, whose sums are
    taken in another order, would serve the process that compiles and those that find it compiled.
    """
    chance, square = ZERO, ZERO
    if max(spread, abs(own)) <= _FACTORS_HOLD:
        rising = exponential(-own)
        for b in range(len(total)):
            each = ONE / (ONE + rising * falling[b])
            chance += each
            square += each * each
    else:
        for b in range(len(total)):
            each = sigmoid(own - total[b])
            chance += each
            square += each * each
    return chance, square


@compiled
def compare_seat(score: Reals, value: Reals, slope: Reals, baseline: Reals) -> None:
    """Compare every episode of a pool with every other by one seat's vote.

    Args:
        score: `[T, m]` each round's part of the seat's vote score.
        value: `[m]`, to be filled: the mean chance of its vote.
        slope: `[m]`, to be filled: the derivative of `value` by the seat's own score.
        baseline: `[T, m]`, to be filled: the chance expected before round t was played; row 0 is
            left alone.
    """
    rounds, episodes = score.shape
    others = np.float32(episodes - 1)
    total = np.zeros(episodes, np.float32)
    for t in range(rounds):
        for a in range(episodes):
            total[a] += score[t, a]
    middle = total.mean()
    for a in range(episodes):
        total[a] -= middle
    falling = np.empty(episodes, np.float32)  # exp(S[b])
    spread = ZERO
    for b in range(episodes):
        falling[b] = exponential(total[b])
        spread = max(spread, abs(total[b]))
    for a in range(episodes):
        chance, square = _sums(total[a], total, falling, spread)
        # An episode's probability against itself is exactly 1/2.
        half = np.float32(0.5)
        value[a] = (chance - half) / others
        slope[a] = (chance - square - half * half) / others
    so_far, rest = np.zeros(episodes, np.float32), total.copy()
    for t in range(1, rounds):
        sum_of_rest = ZERO
        for a in range(episodes):
            so_far[a] += score[t - 1, a]
            rest[a] -= score[t - 1, a]
            sum_of_rest += rest[a]
        for a in range(episodes):
            expected = so_far[a] + (sum_of_rest - rest[a]) / others
            chance, _ = _sums(expected, total, falling, spread)
            baseline[t, a] = (chance - sigmoid(expected - total[a])) / others
