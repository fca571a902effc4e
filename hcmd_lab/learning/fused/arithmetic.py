"""Exponentials and matrix products of the compiled loops.

Everything is 32-bit floats. Numbers in the loops are written as such, because one Python float in
an expression would make it, and all that follows, one of 64 bits.
"""

import numpy as np
import numpy.typing as npt

from hcmd_lab.learning.fused.compiler import compiled, exactly, inlined

Real: type[np.float32] = np.float32
Reals = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int32]

ZERO, HALF, ONE, TWO = Real(0), Real(0.5), Real(1), Real(2)
_LOWEST, _HIGHEST = Real(-87), Real(88)
_LOG2_E = Real(1.4426950408889634)
# ln 2 in two parts, of which the first has few digits, so that n * ln 2 is exact enough.
_LN2_HIGH, _LN2_LOW = Real(0.693359375), Real(-2.1219444e-4)
_TAYLOR = tuple(Real(1 / k) for k in (5040, 720, 120, 24, 6, 2))
_BIAS, _MANTISSA = np.int32(127), np.int32(23)
_C7, _C6, _C5, _C4, _C3, _C2 = _TAYLOR


def in_fours(rows: int) -> int:
    """Rows up to whole fours: what `add_product` takes in one go."""
    return -(-rows // 4) * 4


@exactly
def exponential(x: np.float32) -> np.float32:
    """`exp(x)` with a relative error below 3e-7, at least e^-87 and at most e^88.

    `x = n ln 2 + r` with |r| <= ln(2)/2: the series of exp(r), times 2^n by its exponent's bits.
    The library's function would be called for one number at a time.
    """
    x = min(max(x, _LOWEST), _HIGHEST)
    n = np.floor(x * _LOG2_E + HALF)
    r = x - n * _LN2_HIGH - n * _LN2_LOW
    series = (((((_C7 * r + _C6) * r + _C5) * r + _C4) * r + _C3) * r + _C2) * r * r + r + ONE
    power: np.float32 = np.int32((np.int32(n) + _BIAS) << _MANTISSA).view(np.float32)
    result: np.float32 = series * power
    return result


@inlined
def sigmoid(x: np.float32) -> np.float32:
    """`1 / (1 + exp(-x))`."""
    return ONE / (ONE + exponential(-x))


@inlined
def tangent(x: np.float32) -> np.float32:
    """`tanh(x)`, with an absolute error below 3e-7."""
    return ONE - TWO / (ONE + exponential(TWO * x))


@compiled
def add_product(out: Reals, weight: Reals, columns: Reals) -> None:
    """`out += weight @ columns` for `[n, L]`, `[n, k]` and `[k, L]`.

    Four by four at a time: four rows of `columns`, once read, serve four rows of `out`.
    """
    rows, inputs = weight.shape
    lanes = columns.shape[1]
    whole_rows, whole_inputs = rows - rows % 4, inputs - inputs % 4
    for o in range(0, whole_rows, 4):
        y0, y1, y2, y3 = out[o], out[o + 1], out[o + 2], out[o + 3]
        for i in range(0, whole_inputs, 4):
            x0, x1, x2, x3 = columns[i], columns[i + 1], columns[i + 2], columns[i + 3]
            a0, a1, a2, a3 = weight[o, i], weight[o, i + 1], weight[o, i + 2], weight[o, i + 3]
            p = o + 1
            b0, b1, b2, b3 = weight[p, i], weight[p, i + 1], weight[p, i + 2], weight[p, i + 3]
            p = o + 2
            c0, c1, c2, c3 = weight[p, i], weight[p, i + 1], weight[p, i + 2], weight[p, i + 3]
            p = o + 3
            d0, d1, d2, d3 = weight[p, i], weight[p, i + 1], weight[p, i + 2], weight[p, i + 3]
            for lane in range(lanes):
                s0, s1, s2, s3 = x0[lane], x1[lane], x2[lane], x3[lane]
                y0[lane] += a0 * s0 + a1 * s1 + a2 * s2 + a3 * s3
                y1[lane] += b0 * s0 + b1 * s1 + b2 * s2 + b3 * s3
                y2[lane] += c0 * s0 + c1 * s1 + c2 * s2 + c3 * s3
                y3[lane] += d0 * s0 + d1 * s1 + d2 * s2 + d3 * s3
    for o in range(rows):
        row = out[o]
        for i in range(whole_inputs if o < whole_rows else 0, inputs):
            factor, column = weight[o, i], columns[i]
            for lane in range(lanes):
                row[lane] += factor * column[lane]
