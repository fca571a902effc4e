"""What the models had expected of groups before they played, and what these did."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import nice_ticks
from hcmd_lab.figures.check_rows import CheckRow, CheckRows, agreement_keys
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import Key, below_title, draw_keys, draw_title
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.theme import PRINT, Theme
from hcmd_lab.jobs.modelled import PredictionCheck
from hcmd_lab.telling.checks import check_words, prediction_told
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.statistics import share, short_interval
from hcmd_lab.telling.translate import translate

_KEYS = 30.0


@dataclass(frozen=True, slots=True)
class PredictedPicture:
    """A row for each prediction: its interval, and what came with its own.

    Attributes:
        checks: The predictions, at least one.
        theme: Its colours.
    """

    checks: Sequence[PredictionCheck]
    theme: Theme = PRINT

    @property
    def title(self) -> str:
        """Title of the figure."""
        return translate("Predicted before these groups played, and observed")

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""
        return translate(
            "Bars: 95% intervals that the models had given before. Dots: the groups, with the 95% "
            "interval of what they did"
        )

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, self._area(QRectF(0, 0, WIDTH, 0)).bottom())

    @property
    def words(self) -> str:
        """Every prediction with what came."""
        return " ".join(map(prediction_told, self.checks))

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: every row."""
        return self._rows.spots(self._area(rect))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(painter, rect, self.title, self.subtitle, self.theme)
        predicted = Key(translate("Predicted"), self.theme.ink, band=True)
        keys = [*agreement_keys(self.theme), predicted]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys, self.theme, rest.width())
        self._rows.paint(painter, self._area(rect))

    def _area(self, rect: QRectF) -> QRectF:
        area = below_title(rect, self.theme).adjusted(0, _KEYS, 0, 0)
        area.setHeight(self._rows.height)
        return area

    @property
    def _rows(self) -> CheckRows:
        ends = [
            end for check in self.checks
            for each in (check.expected, check.seen)
            for end in (each.low, each.high)
        ]  # fmt: skip
        sessions = {(check.purpose, check.iteration) for check in self.checks}
        rows = [_row(check, with_session=len(sessions) > 1) for check in self.checks]
        ticks = nice_ticks(min(ends), max(ends))
        return CheckRows(rows, translate("Predicted"), ticks, percent, self.theme)


def _row(check: PredictionCheck, *, with_session: bool) -> CheckRow:
    name = check_words(check)
    label = name[:1].upper() + name[1:]
    if with_session:
        session = f"{purpose_words(check.purpose)} {check.iteration}"
        label = f"{session}: {name}"
    return CheckRow(
        label=label,
        expected=check.expected,
        observed=check.seen,
        is_inside=check.held,
        number=share(check.observed),
        reach=short_interval(check.expected),
        words=prediction_told(check),
    )
