"""The frame that makes the window look like a pilot."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.control.pilot_mark import FRAME_PX, PilotFrame
from ui.look import tokens


def framed(qtbot: QtBot) -> PilotFrame:
    frame = PilotFrame()
    qtbot.addWidget(frame)
    frame.body.addWidget(QWidget())
    frame.resize(400, 300)
    frame.set_on(True)
    frame.grab()  # lays it out
    return frame


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_stripes_surround_the_content_and_leave_it_free(qtbot: QtBot) -> None:
    frame = framed(qtbot)
    inside = frame.body.contentsRect()
    stripes = {QColor(tokens().pilot).name(), QColor(tokens().pilot_ink).name()}
    for edge in (
        QRect(0, inside.top(), FRAME_PX, inside.height()),
        QRect(inside.right() + 1, inside.top(), FRAME_PX, inside.height()),
        QRect(0, inside.bottom() + 1, frame.width(), FRAME_PX),
    ):
        assert stripes <= colours(frame.grab(edge).toImage())
    assert len(colours(frame.grab(inside).toImage())) == 1


def test_a_part_painted_by_itself_continues_the_stripes(qtbot: QtBot) -> None:
    frame = framed(qtbot)
    part = QRect(0, 150, 40, 60)
    whole = frame.grab().toImage().copy(part)
    assert frame.grab(part).toImage() == whole
