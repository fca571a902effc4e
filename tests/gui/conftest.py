"""Garbage is collected between tests, as the programs do it between events (`ui.collector`)."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui.kiosk import press_guard


@pytest.fixture(autouse=True)
def _collection_between_tests() -> Iterator[None]:
    gc.disable()
    yield
    # Windows that are only due to go are styled with each change of the look until they have gone.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    gc.collect()


@pytest.fixture(autouse=True)
def _pages_take_presses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press as soon as they can; `test_press_guard.py` waits as a hand would."""
    monkeypatch.setattr(press_guard, "SETTLE_MS", 0)
