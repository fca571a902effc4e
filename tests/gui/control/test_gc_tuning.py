"""The interpreter's settings under a window."""

import gc
import sys
from collections.abc import Iterator

import pytest

from ui.control.gc_tuning import tune_for_ui


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    switch_s, thresholds = sys.getswitchinterval(), gc.get_threshold()
    yield
    sys.setswitchinterval(switch_s)
    gc.set_threshold(*thresholds)


def test_threads_give_way_sooner_than_usual() -> None:
    sys.setswitchinterval(0.005)
    tune_for_ui()
    assert sys.getswitchinterval() < 0.005


def test_everything_that_lives_is_seldom_looked_through() -> None:
    gc.set_threshold(700, 10, 10)
    tune_for_ui()
    young, middle, old = gc.get_threshold()
    assert young * middle * old > 1_000_000
