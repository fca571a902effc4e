"""The windows of the demo fit on the screen and do not cover each other."""

import pytest
from PySide6.QtCore import QRect, QSize

from ui.control.demo.places import KIOSK_SIZE, arrange


@pytest.mark.parametrize(
    "screen",
    [QRect(0, 0, 1920, 1040), QRect(0, 30, 2560, 1400), QRect(1280, 0, 1680, 1010)],
    ids=str,
)
def test_windows_stand_beside_each_other(screen: QRect) -> None:
    places = arrange(screen)
    size = QSize(
        round(places.scale * KIOSK_SIZE.width()), round(places.scale * (KIOSK_SIZE.height() + 44))
    )
    kiosks = [QRect(corner, size) for corner in places.kiosks]
    assert len(kiosks) == 4
    for index, kiosk in enumerate(kiosks):
        assert screen.contains(kiosk)
        assert not places.control.intersects(kiosk)
        assert not any(kiosk.intersects(other) for other in kiosks[:index])


def test_a_small_screen_keeps_kiosks_readable() -> None:
    assert arrange(QRect(0, 0, 1024, 740)).scale == 0.4


def test_a_large_screen_does_not_blow_them_up() -> None:
    assert arrange(QRect(0, 0, 5120, 2800)).scale == 1.0
