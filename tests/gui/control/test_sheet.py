"""A picture is whole where its letters can be read; only then is it scrolled."""

import figure_records as records
import pytest
from pytestqt.qtbot import QtBot

from hcmd_lab.figures.figure import sheet_size
from hcmd_lab.figures.predictive import PredictivePicture
from ui.control.data.sheet import PictureView


@pytest.mark.parametrize(
    ("part", "is_whole"), [(1.1, True), (0.84, True), (0.78, True), (0.6, False)]
)
def test_no_scroll_bar_for_the_sake_of_a_little(
    qtbot: QtBot, part: float, *, is_whole: bool
) -> None:
    figure = PredictivePicture(records.model_result(1))
    size = sheet_size(figure)
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(round(1.3 * size.width()), round(part * size.height()) + 12)
    view.show()
    view.show_picture(figure, "Picture", simulated=False)
    qtbot.waitUntil(lambda: view.sheet.image is not None)
    assert (view.verticalScrollBar().maximum() == 0) == is_whole
    assert view.horizontalScrollBar().maximum() == 0
    assert view.zoom >= 0.75
