"""Kiosks in this process take presses at once; a hand is slower (`ui.kiosk.press_guard`)."""

import pytest

from ui.kiosk import press_guard


@pytest.fixture(autouse=True)
def _pages_take_presses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_guard, "SETTLE_MS", 0)
