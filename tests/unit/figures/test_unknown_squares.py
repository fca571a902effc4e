"""A square in which people were seen is painted plainly; one beyond is hatched, and says so."""

import figure_records as records
import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from hcmd_lab.figures.head_share import hatched
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, PolicyRow, policy_rows
from hcmd_lab.figures.layout import panels
from hcmd_lab.figures.theme import PRINT, Theme
from hcmd_lab.insight.territory import known_cells
from hcmd_lab.jobs.record import SEEN_OFTEN

pytestmark = pytest.mark.usefixtures("qapp")

CARD = Theme(on_sheet=False, is_dark=True, paper="#14171c", ink="#ffffff")


def figure(known: np.ndarray | None, share: float = 0.25, theme: Theme = PRINT) -> PolicyHeatMaps:
    grid = np.full((11, 5), share)
    return PolicyHeatMaps(
        [PolicyRow("θ₁", "", {4: grid}, {} if known is None else {4: known})], 0.25, theme
    )


def grey(picture: PolicyHeatMaps) -> tuple[np.ndarray, list[QRectF]]:
    """Brightness of a painted picture, 0 to 255, and its squares, the lowest row last."""
    rect = QRectF(QPointF(), picture.size).adjusted(0, 0, 0, 120)
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.paint(painter, rect)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return pixels[:, : plain.width()].astype(int), panels(picture.cells(rect)[0], 11, 5, 0, 0)


def within(pixels: np.ndarray, square: QRectF) -> np.ndarray:
    inner = square.adjusted(2, 2, -2, -2).toRect()
    return pixels[inner.top() : inner.bottom(), inner.left() : inner.right()]


@pytest.mark.parametrize("theme", [PRINT, CARD])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.6, 1.0])
def test_squares_without_data_are_hatched_and_those_with_data_are_not(
    share: float, theme: Theme
) -> None:
    known = np.ones((11, 5), bool)
    known[:, 3:] = False
    pixels, squares = grey(figure(known, share, theme))
    for index, square in enumerate(squares):
        spread = np.ptp(within(pixels, square))
        if index % 5 < 3:
            assert spread == 0
        else:  # seen by brightness alone, whatever colours somebody can tell apart
            assert spread > 40


def test_the_key_stands_only_where_something_is_hatched() -> None:
    every, none = np.ones((11, 5), bool), np.zeros((11, 5), bool)
    assert not figure(every).has_unknown
    assert not figure(None).has_unknown
    assert figure(none).has_unknown
    assert figure(none).size.height() > figure(every).size.height() == figure(None).size.height()


def test_a_hatched_square_says_what_hatching_means() -> None:
    known = np.ones((11, 5), bool)
    known[10, 4] = False
    picture = figure(known)
    said = [spot.words for spot in picture.spots(QRectF(QPointF(), picture.size))]
    told = [words for words in said if hatched() in words]
    assert len(told) == 1
    assert "the head gives 10 and the tails give about 4" in told[0]
    assert str(SEEN_OFTEN) in hatched()


def test_rows_of_mechanisms_without_a_territory_tell_nothing() -> None:
    policies = records.policies(2)
    known = known_cells(records.played_groups(2))
    rows = policy_rows(policies, {"theta_1": known})
    assert [bool(row.known) for row in rows] == [False, True, False]
    assert rows[1].known[4].shape == rows[1].grids[4].shape
