import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.collector import Collector, collect_if_due


class Knot(QObject):
    """Refers to itself: only the collector can free it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_nothing_is_freed_inside_of_other_code(qtbot: QtBot, thresholds: None) -> None:
    gc.enable()
    gc.set_threshold(5, 2, 2)
    collector = Collector()
    knot = weakref.ref(Knot())
    kept = [[] for _ in range(1000)]
    assert knot() is not None
    assert len(kept) == 1000
    qtbot.waitUntil(lambda: knot() is None)
    collector.deleteLater()


def test_it_keeps_to_the_interpreters_thresholds(thresholds: None) -> None:
    gc.collect()
    gc.set_threshold(10**6, 10**6, 10**6)
    knot = weakref.ref(Knot())
    collect_if_due()
    assert knot() is not None
    gc.set_threshold(1, 10**6, 10**6)
    collect_if_due()
    assert knot() is None


def test_a_threshold_of_zero_means_never(thresholds: None) -> None:
    gc.collect()
    gc.set_threshold(0)
    knot = weakref.ref(Knot())
    collect_if_due()
    assert knot() is not None
