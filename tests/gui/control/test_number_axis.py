"""Numbers at the axes of training plots can be read, whatever is drawn and however small."""

import math
from itertools import pairwise

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hcmd_lab.telling.numbers import decimals_for, number, whole
from ui.control.live.plot import tick_font
from ui.control.training.labelled_plot import LabelledPlot, LineNames
from ui.control.training.lines import Picture, PlotLine
from ui.control.training.number_axis import NumberAxis, thinned


def written(value: float, spacing: float) -> str:
    return number(value, decimals_for(spacing))


@pytest.mark.usefixtures("qapp")
@example(side="bottom", low=991.0, span=9.0, size=157.0, is_whole=True)
@given(
    side=st.sampled_from(["left", "bottom"]),
    low=st.floats(-1e4, 1e4),
    span=st.floats(1e-3, 1e4),
    size=st.floats(100, 2000),
    is_whole=st.booleans(),
)
def test_numbers_do_not_touch(
    side: str, low: float, span: float, size: float, *, is_whole: bool
) -> None:
    axis = NumberAxis(
        side, (lambda value, _: whole(round(value))) if is_whole else written, is_whole=is_whole
    )
    [(step, start)] = axis.tickSpacing(low, low + span, size)
    assert start == 0
    first, last = math.ceil(low / step), math.floor((low + span) / step)
    ticks = [index * step for index in range(first, last + 1)]
    texts = axis.tickStrings(ticks, 1, step)
    assert len(ticks) <= 7
    for one, other in pairwise(ticks):
        assert (other - one) / span * size >= 0.99 * axis.room_px(texts)
    if is_whole:
        assert all(tick == round(tick) for tick in ticks)
    assert len(set(texts)) == len(texts), "two numbers that read alike"


def numbers_of(axis: NumberAxis) -> list[tuple[QRectF, str]]:
    """The numbers that an axis writes, and where."""
    painter = QPainter(picture := QPicture())
    painter.setFont(tick_font())
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    del picture
    return [(rect, text) for rect, _, text in texts]


PICTURES = {
    "one place": [PlotLine("", [3.64], [4])],
    "two places": [PlotLine("Share", [0.523, 0.6], [0, 4], band=[0.5, 0.2])],
    "one number": [PlotLine("", [0.5, 0.5, 0.5], [10, 20, 30])],
    "many": [PlotLine("", [0.5 + place / 1e5 for place in range(400)], list(range(1, 401)))],
}


@pytest.mark.parametrize("lines", PICTURES.values(), ids=PICTURES)
@pytest.mark.parametrize("width", [200, 420, 1200])
def test_the_smallest_plot_has_numbers_at_both_axes(
    lines: list[PlotLine], width: int, qtbot: QtBot, qapp: QApplication
) -> None:
    shown = LabelledPlot("Share of votes", "Share", "Update")
    qtbot.addWidget(shown)
    shown.resize(width, shown.minimumSizeHint().height())
    shown.show()
    shown.show_picture(Picture(lines, str, written, min_span=0.02))
    qapp.processEvents()
    box = shown.plot.getViewBox()
    for axis, size in zip(shown.plot.axes, (box.height(), box.width()), strict=True):
        levels = axis.tickValues(*axis.range, size)
        [(step, ticks)] = levels
        texts = axis.tickStrings(ticks, 1, step)
        assert texts
        length = size / (axis.range[1] - axis.range[0])
        for one, other in pairwise(sorted(ticks)):
            assert (other - one) * length >= 0.99 * axis.room_px(texts)


@pytest.mark.parametrize("width", [300, 420, 1200])
def test_the_first_and_the_last_number_of_an_axis_are_written_and_whole(
    width: int, qtbot: QtBot, qapp: QApplication
) -> None:
    """The ends of a share's interval and the last update were those that had no number."""
    shown = LabelledPlot("Share of votes", "Share", "Update")
    qtbot.addWidget(shown)
    shown.resize(width, shown.minimumSizeHint().height())
    shown.show()
    line = PlotLine("Share", [0.5, 0.52, 0.5], [0, 20, 40], band=[0.5, 0.5, 0.5])
    shown.show_picture(Picture([line], str, written, within=(0.0, 1.0), reach=40.0))
    qapp.processEvents()
    left, bottom = shown.plot.axes
    assert {0.0, 1.0} <= {float(text) for _, text in numbers_of(left)}
    assert {0.0, 40.0} <= {float(text) for _, text in numbers_of(bottom)}
    whole_plot = shown.plot.viewport().rect()
    for axis in (left, bottom):
        for rect, text in numbers_of(axis):
            place = shown.plot.mapFromScene(axis.mapRectToScene(rect)).boundingRect()
            assert whole_plot.contains(place), text


def test_a_mark_at_the_end_of_an_axis_is_whole(qtbot: QtBot, qapp: QApplication) -> None:
    """What is drawn is cut at the axes: the marks stand in by half their size, at any size."""
    shown = LabelledPlot("Signal to noise", "Ratio", "Update")
    qtbot.addWidget(shown)
    line = PlotLine("", [1.5, 1.2, 0.9], [40, 20, 0], "two", dots=True)
    shown.show_picture(Picture([line], str, written, reach=40.0))
    shown.show()
    for width, height in ((420, shown.minimumSizeHint().height()), (900, 400), (240, 130)):
        shown.resize(width, height)
        for _ in range(3):
            qapp.processEvents()
        box = shown.plot.getViewBox()
        marks = [each for each in shown.plot.items() if isinstance(each, pg.ScatterPlotItem)]
        half = max(each.opts["size"] for each in marks if len(each.data)) / 2
        room = box.sceneBoundingRect().adjusted(half, half, -half, -half)
        for x, y in zip(line.xs, line.ys, strict=True):
            assert room.contains(box.mapViewToScene(QPointF(x, y))), (width, height, x)


@pytest.mark.parametrize("width", [420, 700])
def test_names_of_lines_have_the_room_that_there_is_once_a_page_is_laid_out(
    width: int, qtbot: QtBot, qapp: QApplication
) -> None:
    """A page is filled before it is laid out, when nobody knows yet how wide it will be."""
    shown = LabelledPlot("Prediction", "Nats", "Epoch")
    qtbot.addWidget(shown)
    lines = [PlotLine("Marginal per endowment", [2.153]), PlotLine("Uniform", [2.247])]
    shown.show_picture(Picture(lines, lambda value, _=0: f"{value:.3f}", written))
    shown.resize(width, 200)
    shown.show()
    qapp.processEvents()
    [names] = shown.findChildren(LineNames)
    assert names.shown == ["Marginal per endowment  2.153", "Uniform  2.247"]
    assert names.width() <= width // 2


def test_a_caption_of_two_lines_takes_nothing_from_the_curves(qtbot: QtBot) -> None:
    shown = LabelledPlot("Share of votes", "Share", "Update")
    qtbot.addWidget(shown)
    caption = "Bars: 95% interval over 50 groups played by the models; in the end over 50 groups."
    shown.show_picture(Picture(PICTURES["one place"], str, written), caption)
    shown.resize(240, 10)
    shown.show()
    qtbot.waitUntil(lambda: shown.height() >= shown.minimumSizeHint().height())
    [below] = [each for each in shown.findChildren(QLabel) if each.text() == caption]
    assert below.geometry().top() >= shown.plot.geometry().bottom()
    assert below.height() >= below.heightForWidth(below.width()) > below.fontMetrics().height()
    assert shown.plot.height() >= shown.plot.minimumHeight()
    layout = shown.layout()
    assert layout is not None
    wanted, least = layout.heightForWidth(240), layout.minimumHeightForWidth(240)
    assert wanted >= least, "a page that scrolls gives what is wanted"


def test_a_few_places_by_name_are_evenly_apart() -> None:
    places = [0.001, 0.01, 0.1, 1.0, 10.0]
    assert thinned(places, 9) == places
    assert thinned(places, 3) == [0.001, 0.1, 10.0]
    assert thinned(places, 0) == [0.001]
    assert thinned([], 3) == []
