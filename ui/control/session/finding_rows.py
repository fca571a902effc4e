"""Findings in rows: a sign, a title, a sentence and perhaps something to do."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hcmd_lab.hosting.preflight import Verdict
from ui.control.session.preflight_words import verdict_words
from ui.control.session.wizard_page import clear
from ui.look import SPACE, tokens
from ui.look.widgets import Card, label, set_role

_SIGN_PX = 20
_TITLE_PX = 150


class FindingRows(Card):
    """Rows of a sign, a title and a sentence; hidden while there are none."""

    def __init__(self, title: str = "", *, is_loud: bool = True) -> None:
        """Create it without rows.

        Args:
            title: Of all.
            is_loud: Whether the words of what stops something say so, beside the sign.
        """
        super().__init__(title)
        self._is_loud = is_loud
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, _TITLE_PX)
        self.body.addLayout(self._grid)
        self.body.addStretch()  # rows keep together where there is more room
        self.hide()

    def clear(self) -> None:
        """Remove all rows."""
        clear(self._grid)
        self.hide()

    def add(
        self, verdict: Verdict | None, title: str, sentence: str, act: QWidget | None = None
    ) -> None:
        """Add a row; one without a verdict is not there in the session and greyed.

        Args:
            verdict: The sign that stands before it.
            title: What was looked at, in a word or two.
            sentence: What was found.
            act: What can be done about it.
        """
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        name, words = label(title, "body", wrap=False), label(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | top)  # on the line of the title
        if verdict is None:
            for each in (name, words):
                set_role(each, "caption")
        else:
            self._grid.addWidget(_Sign(verdict), row, 0, top)
        if verdict is Verdict.STOPS and self._is_loud:
            words.setText(f"{verdict_words(verdict)}. {sentence}")
            set_role(words, "danger")
        self._grid.addWidget(name, row, 1, top)
        self._grid.addWidget(words, row, 2)
        if act is not None:
            self._grid.addWidget(act, row, 3, top)
        self.show()


class _Sign(QWidget):
    """A tick, an exclamation mark or a cross, each in a distinct shape."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict = verdict
        self.setAccessibleName(verdict_words(verdict))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square of line height."""
        return QSize(_SIGN_PX, _SIGN_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sign of the verdict."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2, 2, _SIGN_PX - 4, _SIGN_PX - 4)
        match self._verdict:
            case Verdict.OK:
                painter.setPen(QPen(QColor(tokens().good), 2.4))
                painter.drawPolyline(
                    [_at(box, 0.1, 0.55), _at(box, 0.4, 0.85), _at(box, 0.95, 0.2)]
                )
            case Verdict.ATTENTION:
                painter.setPen(QPen(QColor(tokens().head), 1.8))
                painter.drawPolygon([_at(box, 0.5, 0), _at(box, 1, 0.95), _at(box, 0, 0.95)])
                painter.drawLine(_at(box, 0.5, 0.35), _at(box, 0.5, 0.6))
                painter.drawPoint(_at(box, 0.5, 0.78))
            case Verdict.STOPS:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens().danger))
                painter.drawEllipse(box)
                painter.setPen(QPen(QColor(tokens().surface), 2.2))
                painter.drawLine(_at(box, 0.3, 0.3), _at(box, 0.7, 0.7))
                painter.drawLine(_at(box, 0.7, 0.3), _at(box, 0.3, 0.7))
            case _:
                assert_never(self._verdict)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())
