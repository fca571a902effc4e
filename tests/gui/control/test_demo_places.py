"""The windows of the demo fit on the screen and do not cover what is to be seen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from ui.control.demo.places import arrange

LARGE = [
    QRect(0, 0, 1366, 768), QRect(0, 0, 1920, 1040), QRect(0, 30, 2560, 1400),
    QRect(1280, 0, 1680, 1010), QRect(0, 0, 5120, 1400),
]  # fmt: skip


@pytest.mark.parametrize("screen", LARGE, ids=str)
def test_windows_stand_beside_each_other(screen: QRect) -> None:
    places = arrange(screen)
    assert places.beside
    windows = [places.control, *(kiosk.outer for kiosk in places.kiosks)]
    assert len(windows) == 5
    assert all(screen.contains(window) for window in windows)
    assert not any(one.intersects(other) for one, other in combinations(windows, 2))
    assert places.control.width() >= 920, "the panels are whole"
    assert all(kiosk.corner.y() >= screen.top() + 32 for kiosk in places.kiosks), "title bars"
    assert places.kiosks[0].scale >= 0.35, "the first kiosk can be read"


@pytest.mark.parametrize("screen", [QRect(0, 0, 1024, 768), QRect(0, 0, 1024, 730)], ids=str)
def test_on_a_small_screen_nothing_is_cut_off_and_kiosks_leave_the_bar_in_sight(
    screen: QRect,
) -> None:
    places = arrange(screen)
    assert not places.beside
    assert places.control == screen
    kiosks = [kiosk.outer for kiosk in places.kiosks]
    assert all(screen.contains(kiosk) and kiosk.top() >= 190 for kiosk in kiosks)
    assert not any(one.intersects(other) for one, other in combinations(kiosks, 2))
    assert places.kiosks[0].scale >= 0.35


@pytest.mark.parametrize("screen", [QRect(0, 0, 1024, 768), *LARGE], ids=str)
def test_the_kiosk_of_a_person_is_large_and_on_the_screen(screen: QRect) -> None:
    person = arrange(screen).person
    assert screen.contains(person.outer)
    assert 0.85 < person.scale <= 1.0


def test_a_large_screen_does_not_blow_them_up() -> None:
    assert arrange(QRect(0, 0, 5120, 2800)).kiosks[0].scale == 1.0
