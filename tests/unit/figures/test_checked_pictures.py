"""Pictures of what was expected and what came: which number is which, and dots in their colour."""

import figure_records as records
import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hcmd_lab.figures import check_rows
from hcmd_lab.figures.figure import Figure
from hcmd_lab.figures.predicted import PredictedPicture
from hcmd_lab.figures.predictive import PredictivePicture
from hcmd_lab.jobs.modelled import Feature
from hcmd_lab.jobs.record import Interval

MODEL = records.model_result(1)


def painted(figure: Figure) -> QImage:
    image = QImage(figure.size.toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure.paint(painter, QRectF(QPointF(), figure.size))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("figure", "columns"),
    [
        (PredictivePicture(MODEL), ["Observed", "Expected"]),
        (PredictedPicture(records.predictions(2)), ["Observed", "Predicted"]),
    ],
)
def test_the_columns_of_numbers_are_named_above_them(
    figure: Figure, columns: list[str], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interval beside a number looks like that number's own, which it is not."""
    assert qapp
    told: list[tuple[str, float]] = []

    def note(_: QPainter, at: QPointF, text: str, *_style: object) -> None:
        told.append((text, at.y()))

    monkeypatch.setattr(check_rows, "put_text", note)
    painted(figure)
    assert [text for text, _ in told[:2]] == columns
    (above,) = {y for _, y in told[:2]}
    assert all(y > above + 10 for _, y in told[2:])


def test_no_band_tints_a_dot(qapp: QApplication) -> None:
    assert qapp
    curve = [
        msgspec.structs.replace(each, observed=0.5, expected=Interval(estimate=0.5, low=0, high=1))
        for each in MODEL.curve
    ]
    tails = [each for each in curve if each.feature is Feature.TAILS_GIVE]
    heads = [
        msgspec.structs.replace(each, observed=0.1)
        for each in curve if each.feature is Feature.HEADS_GIVE
    ]  # fmt: skip
    picture = PredictivePicture(msgspec.structs.replace(MODEL, curve=(*heads, *tails)))
    image = painted(picture)
    axes, _ = picture.axes(QRectF(QPointF(), picture.size))
    for check in tails:
        at = axes.point(float(check.round or 0), check.observed).toPoint()
        shown = tails[0].is_shown
        assert image.pixelColor(at) == QColor(picture.theme.tail if shown else picture.theme.paper)
