"""The mirror's picture of a station's screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walks import Walk, small_plan

from hcmd_lab.game.station_view import station_view
from ui.control.session.screen_picture import ScreenPicture
from ui.look import tokens
from ui.look.style import apply_look


@pytest.mark.parametrize("size", [(320, 180), (312, 112), (200, 400)])
def test_a_screen_is_in_its_proportions_whatever_room_there_is(
    qapp: QApplication, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """In a low window its height is short: coins were ovals."""
    apply_look(qapp, "light")
    walk = Walk(small_plan(1))
    walk.check_in(4)
    picture = ScreenPicture(lambda _: None)
    qtbot.addWidget(picture)
    picture.show_view(station_view(walk.state, "1", 0))
    picture.resize(*size)
    picture.show()
    frame = _framed(picture)
    assert frame.width() / frame.height() == pytest.approx(1280 / 720, rel=0.03)
    assert frame.width() >= size[0] - 2 or frame.height() >= size[1] - 2, "as large as it can be"


def _framed(picture: ScreenPicture) -> QRect:
    """What lies within the frame, which is a line of its own colour."""
    drawn = picture.grab().toImage()
    edge = QColor(tokens().edge)
    places = [
        (x, y)
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y) == edge
    ]
    columns, rows = [x for x, _ in places], [y for _, y in places]
    return QRect(min(columns), min(rows), max(columns) - min(columns), max(rows) - min(rows))
