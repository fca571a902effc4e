"""One step of the LSTM (`ContributionModel.step`) and its way back, for OPTIMIZE and MODEL alike.

Shapes: `E` units of the encoder, `H` of the LSTM, `L` lanes.
"""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, add_product, sigmoid, tangent
from hcmd_lab.learning.fused.compiler import compiled


@compiled
def remember(
    weights: tuple[Reals, Reals, Reals],
    encoded: Reals,
    hidden_before: Reals,
    cell_before: Reals,
    gates: Reals,
    cell: Reals,
    bent: Reals,
    hidden: Reals,
) -> None:
    """Take one step.

    Args:
        weights: `[4H]` biases of the gates, `[4H, E]` from the encoder, `[4H, H]` from the state.
        encoded: `[E, L]`.
        hidden_before: `[H, L]`.
        cell_before: `[H, L]`.
        gates: `[4H, L]`, to be filled: the gates i, f, g, o, opened.
        cell: `[H, L]`, to be filled.
        bent: `[H, L]`, to be filled: the tangent of the cell.
        hidden: `[H, L]`, to be filled.
    """
    bias, input_weight, state_weight = weights
    for row in range(len(gates)):
        gates[row, :] = bias[row]
    add_product(gates, input_weight, encoded)
    add_product(gates, state_weight, hidden_before)
    size, lanes = cell.shape
    for unit in range(size):
        for lane in range(lanes):
            i = sigmoid(gates[unit, lane])
            f = sigmoid(gates[size + unit, lane])
            g = tangent(gates[2 * size + unit, lane])
            o = sigmoid(gates[3 * size + unit, lane])
            inside = f * cell_before[unit, lane] + i * g
            curve = tangent(inside)
            gates[unit, lane] = i
            gates[size + unit, lane] = f
            gates[2 * size + unit, lane] = g
            gates[3 * size + unit, lane] = o
            cell[unit, lane] = inside
            bent[unit, lane] = curve
            hidden[unit, lane] = o * curve


@compiled
def pull_memory(
    state_back: Reals,
    cell_before: Reals,
    gates: Reals,
    bent: Reals,
    by_hidden: Reals,
    by_cell: Reals,
    by_gates: Reals,
) -> None:
    """Backpropagate one step; `by_hidden` and `by_cell` become those of the step before.

    Args:
        state_back: `[H, 4H]`, the weight from the state to the gates, transposed.
        cell_before: `[H, L]`.
        gates: `[4H, L]` as `remember` filled them.
        bent: `[H, L]` as `remember` filled it.
        by_hidden: `[H, L]`.
        by_cell: `[H, L]`.
        by_gates: `[4H, L]`, to be filled: the derivative by the gates before they are opened.
    """
    size, lanes = bent.shape
    for unit in range(size):
        for lane in range(lanes):
            i, f = gates[unit, lane], gates[size + unit, lane]
            g, o = gates[2 * size + unit, lane], gates[3 * size + unit, lane]
            curve, incoming = bent[unit, lane], by_hidden[unit, lane]
            inner = by_cell[unit, lane] + incoming * o * (ONE - curve * curve)
            by_gates[unit, lane] = inner * g * i * (ONE - i)
            by_gates[size + unit, lane] = inner * cell_before[unit, lane] * f * (ONE - f)
            by_gates[2 * size + unit, lane] = inner * i * (ONE - g * g)
            by_gates[3 * size + unit, lane] = incoming * curve * o * (ONE - o)
            by_cell[unit, lane] = inner * f
            by_hidden[unit, lane] = ZERO
    add_product(by_hidden, state_back, by_gates)


@compiled
def add_outer(out: Reals, left: Reals, right: Reals) -> None:
    """`out += left @ right.T` for `[n, k]`, `[n, L]` and `[k, L]`.

    Two rows of each at a time: what is read serves two sums.
    """
    rows, columns = out.shape
    lanes = left.shape[1]
    whole_rows, whole_columns = rows - rows % 2, columns - columns % 4
    for n in range(0, whole_rows, 2):
        x0, x1 = left[n], left[n + 1]
        for k in range(0, whole_columns, 4):
            y0, y1, y2, y3 = right[k], right[k + 1], right[k + 2], right[k + 3]
            a0, a1, a2, a3 = ZERO, ZERO, ZERO, ZERO
            b0, b1, b2, b3 = ZERO, ZERO, ZERO, ZERO
            for lane in range(lanes):
                p, q = x0[lane], x1[lane]
                a0 += p * y0[lane]
                a1 += p * y1[lane]
                a2 += p * y2[lane]
                a3 += p * y3[lane]
                b0 += q * y0[lane]
                b1 += q * y1[lane]
                b2 += q * y2[lane]
                b3 += q * y3[lane]
            out[n, k] += a0
            out[n, k + 1] += a1
            out[n, k + 2] += a2
            out[n, k + 3] += a3
            out[n + 1, k] += b0
            out[n + 1, k + 1] += b1
            out[n + 1, k + 2] += b2
            out[n + 1, k + 3] += b3
    for n in range(rows):
        for k in range(whole_columns if n < whole_rows else 0, columns):
            total = np.float32(0)
            x, y = left[n], right[k]
            for lane in range(lanes):
                total += x[lane] * y[lane]
            out[n, k] += total
