import numpy as np
import pytest

from hcmd_lab.learning.fused.arithmetic import Reals, add_product, exponential, sigmoid, tangent
from hcmd_lab.learning.fused.compiler import compiled


@compiled
def curves(x: Reals, out: Reals) -> None:
    """The three functions of each number, into the columns of `out`."""
    for i in range(len(x)):
        out[i, 0] = exponential(x[i])
        out[i, 1] = sigmoid(x[i])
        out[i, 2] = tangent(x[i])


def of(x: Reals) -> Reals:
    out = np.empty((len(x), 3), np.float32)
    curves(x, out)
    return out


def test_curves_are_as_exact_as_their_floats() -> None:
    x = np.linspace(-80, 80, 200_001).astype(np.float32)
    found, exact = of(x), x.astype(np.float64)
    assert np.abs(found[:, 0] / np.exp(exact) - 1).max() < 3e-7
    assert np.abs(found[:, 1] - 1 / (1 + np.exp(-exact))).max() < 3e-7
    assert np.abs(found[:, 2] - np.tanh(exact)).max() < 3e-7


def test_curves_end_where_floats_end() -> None:
    found = of(np.array([-1e30, 1e30, -np.inf, np.inf], np.float32))
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found[:, 1], [0, 1, 0, 1], atol=1e-30)
    np.testing.assert_allclose(found[:, 2], [-1, 1, -1, 1])


def test_what_is_no_number_stays_none() -> None:
    assert np.isnan(of(np.array([np.nan], np.float32))).all()


@pytest.mark.parametrize("shape", [(4, 4, 64), (7, 5, 33), (1, 1, 1), (11, 8, 160), (3, 9, 7)])
def test_products_of_any_size(shape: tuple[int, int, int]) -> None:
    rows, inputs, lanes = shape
    dice = np.random.default_rng(1)
    weight = dice.normal(size=(rows, inputs)).astype(np.float32)
    columns = dice.normal(size=(inputs, lanes)).astype(np.float32)
    out = dice.normal(size=(rows, lanes)).astype(np.float32)
    expected = out + weight.astype(np.float64) @ columns
    add_product(out, weight, columns)
    np.testing.assert_allclose(out, expected, rtol=1e-5, atol=1e-5)
