"""Axes, ticks and layout."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hcmd_lab.figures.axes import Axes, nice_ticks, plain
from hcmd_lab.figures.layout import panels, spread
from hcmd_lab.telling.numbers import percent

numbers = st.floats(-1e6, 1e6).map(lambda value: round(value, 6))


@given(numbers, numbers, st.integers(2, 8))
def test_ticks_cover_the_range_in_equal_steps(one: float, other: float, count: int) -> None:
    low, high = min(one, other), max(one, other)
    ticks = nice_ticks(low, high, count)
    slack = 1e-6 * max(1.0, high - low)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    steps = [after - before for before, after in itertools.pairwise(ticks)]
    assert max(steps) == pytest.approx(min(steps), rel=1e-3, abs=1e-6)
    assert len(ticks) <= count + 2


def test_tick_labels_share_their_decimals() -> None:
    assert [plain([0.0, 0.25, 0.5])(tick) for tick in (0.0, 0.25, 0.5)] == ["0.00", "0.25", "0.50"]
    assert plain([1, 2, 3])(2) == "2"
    assert percent(0.543) == "54%"


def test_places_are_linear_and_y_goes_up() -> None:
    axes = Axes(QRectF(10, 20, 100, 50), (0, 4), (-1, 1))
    assert axes.point(0, -1) == QPointF(10, 70)
    assert axes.point(4, 1) == QPointF(110, 20)
    assert axes.point(2, 0) == QPointF(60, 45)


def test_a_number_that_is_missing_interrupts_the_line(qapp: object) -> None:
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    axes = Axes(QRectF(0, 0, 100, 20), (0, 10), (0, 1))
    axes.draw_line(painter, range(11), [0.5] * 4 + [math.nan] * 3 + [0.5] * 4, "#000000", width=4)
    painter.end()
    dark = [image.pixelColor(x, 10).lightness() < 128 for x in (15, 50, 85)]
    assert dark == [True, False, True]


def test_panels_fill_their_area() -> None:
    area = QRectF(5, 7, 100, 60)
    found = panels(area, 2, 3, 5, 10)
    assert len(found) == 6
    assert found[0].topLeft() == area.topLeft()
    assert found[-1].bottomRight() == area.bottomRight()
    assert not any(a.intersects(b) for i, a in enumerate(found) for b in found[:i])


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6))
def test_labels_that_fit_do_not_overlap_and_keep_their_order(places: list[float]) -> None:
    placed = spread(places, 15, 0, 300)
    order = sorted(range(len(places)), key=places.__getitem__)
    gaps = [placed[b] - placed[a] for a, b in itertools.pairwise(order)]
    assert all(gap >= 15 - 1e-6 for gap in gaps)
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in placed)


def test_labels_that_do_not_collide_stay() -> None:
    assert spread([200.0, 20.0, 100.0], 15, 0, 300) == [200.0, 20.0, 100.0]
