"""The wizard's last page: preflight findings."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hcmd_lab.hosting.preflight import Finding, Verdict, blocks, examine
from hcmd_lab.telling.counts import groups
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft
from ui.control.session.preflight_words import check_title, finding_sentence, verdict_words
from ui.control.session.state_words import purpose_words
from ui.control.session.wizard_page import WizardPage, clear
from ui.look import SPACE, tokens
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import Card, button, label

_SIGN_PX = 20


class PreflightPage(WizardPage):
    """Lists what prevents the session, and warnings.

    Attributes:
        findings: The latest findings.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the page without findings."""
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self.findings: list[Finding] = []
        self.title = translate("Is everything ready?")
        self._summary = label("")
        again = button(translate("Check a&gain"), clicked=self.examine)
        top = in_row((self._summary, 1), again, gap=4)
        self._card = Card()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE[3])
        self._rows.setVerticalSpacing(SPACE[3])
        self._rows.setColumnStretch(2, 1)
        self._card.body.addLayout(self._rows)
        fill(self.body, top, self._card, Spare())

    def enter(self, draft: Draft) -> None:
        """Run all checks."""
        self._draft = draft
        self._summary.setText(
            translate(
                "{purpose}, {groups}, port {port}",
                purpose=purpose_words(draft.purpose),
                groups=groups(draft.groups),
                port=str(draft.port) if draft.port else translate("chosen by the system"),
            )
        )
        self.examine()

    def is_complete(self) -> bool:
        """Whether nothing prevents the session."""
        return bool(self.findings) and not blocks(self.findings)

    def examine(self) -> None:
        """Run the checks again: a problem may have been fixed."""
        draft, training = self._draft, self._desk.training
        if draft is None:
            return
        self.findings = examine(
            self._desk.study,
            draft.purpose,
            address=draft.address,
            port=draft.port,
            training=training.step if training is not None else "",
            hosted=self._desk.host,
        )
        order = [Verdict.STOPS, Verdict.ATTENTION, Verdict.OK]
        self.findings.sort(key=lambda finding: order.index(finding.verdict))
        clear(self._rows)
        for row, finding in enumerate(self.findings):
            self._show(row, finding)
        self.changed.emit()

    def _show(self, row: int, finding: Finding) -> None:
        words = QWidget()
        lines = in_column(label(finding_sentence(finding)), of=words, gap=0)
        if finding.verdict is not Verdict.OK:
            stops = finding.verdict is Verdict.STOPS
            title = label(verdict_words(finding.verdict), "danger" if stops else "head")
            lines.insertWidget(0, title)
        top = Qt.AlignmentFlag.AlignTop
        self._rows.addWidget(_Sign(finding.verdict), row, 0, top)
        self._rows.addWidget(label(check_title(finding.check), "body", wrap=False), row, 1, top)
        self._rows.addWidget(words, row, 2, top)


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
