"""Votes of groups whose members resemble each other, as power analyses draw them."""

import math
from collections.abc import Mapping

import numpy as np

from hcmd_lab.inference.sign_flips import Floats

Design = Mapping[int, int]
"""Number of groups by the votes that a group casts."""


def vote_chances(share: float, cast: int, correlation: float) -> Floats:
    """Chances of 0, 1, ... of the votes that a group casts (beta-binomial)."""
    won = np.arange(cast + 1)
    ways = np.array([math.comb(cast, int(k)) for k in won], dtype=float)
    if correlation <= 0:
        return np.asarray(ways * share**won * (1 - share) ** (cast - won), dtype=np.float64)
    if correlation >= 1:  # one vote tells all of its group
        return np.asarray([1 - share, *[0.0] * (cast - 1), share], dtype=np.float64)
    # Each factor is a drawing from an urn that grows, divided by its scale: no scale overflows.
    grown = correlation / (1 - correlation)
    up = np.cumprod(np.concatenate([[1.0], share + grown * np.arange(cast)]))
    down = np.cumprod(np.concatenate([[1.0], 1 - share + grown * np.arange(cast)]))
    both = np.prod(1 + grown * np.arange(cast))
    return np.asarray(ways * up[won] * down[cast - won] / both, dtype=np.float64)
