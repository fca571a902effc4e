"""Kiosks in this process take presses at once; a hand is slower (`ui.kiosk.press_guard`)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attacked_host import Lab
from pytestqt.qtbot import QtBot

from ui.kiosk import press_guard


@pytest.fixture(autouse=True)
def _pages_take_presses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_guard, "SETTLE_MS", 0)


@pytest.fixture
def open_lab(qtbot: QtBot) -> Iterator[Callable[..., Lab]]:
    opened: list[Lab] = []

    def open_one(**details: Any) -> Lab:
        opened.append(Lab(qtbot, **details))
        return opened[-1]

    yield open_one
    for lab in opened:
        lab.close()


@pytest.fixture
def lab(open_lab: Callable[..., Lab]) -> Lab:
    return open_lab()
