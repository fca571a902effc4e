"""The wizard's last page: preflight findings."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.preflight import Finding, Verdict, blocks, examine
from hcmd_lab.study.session_contents import Content, SessionContents, session_contents
from hcmd_lab.telling.session_contents import content_title, content_words, gap_words
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft
from ui.control.session.preflight_words import check_title, finding_sentence, verdict_words
from ui.control.session.wizard_page import WizardPage, clear
from ui.look import SPACE, tokens
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, button, label, set_role

_SIGN_PX = 20
_TITLE_PX = 150


class PreflightPage(WizardPage):
    """Lists what the session contains, what prevents it, and warnings.

    Attributes:
        findings: The latest findings, what stops first.
        warnings: What stops the session, and what needs attention; may be shown elsewhere.
        contents: What the session contains; None if a text is wrong or it cannot be played.
    """

    def __init__(
        self, desk: Desk, *, lists_contents: bool = True, parent: QWidget | None = None
    ) -> None:
        """Create the page without findings.

        Args:
            desk: The desk.
            lists_contents: Whether the contents are listed; warnings about them always are.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self._lists_contents = lists_contents
        self.findings: list[Finding] = []
        self.contents: SessionContents | None = None
        self._flaw = ""
        self.title = translate("Is everything ready?")
        again = button(translate("Check a&gain"), clicked=self.examine)
        self.warnings = _Rows()
        self._listed = _Rows(translate("This session"))
        self._checked = _Rows(translate("Checked"))
        foot = in_row(Spare(), again)
        fill(self.body, self.warnings, self._listed, self._checked, foot, Spare())

    def enter(self, draft: Draft) -> None:
        """Run all checks."""
        self._draft = draft
        self.examine()

    @property
    def problem(self) -> str:
        """The first finding that stops the session."""
        if self._flaw:
            return self._flaw
        stops = next((each for each in self.findings if each.verdict is Verdict.STOPS), None)
        return "" if stops is None else finding_sentence(stops)

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
            identity=self._desk.lab_identity,
        )
        order = [Verdict.STOPS, Verdict.ATTENTION, Verdict.OK]
        self.findings.sort(key=lambda finding: order.index(finding.verdict))
        self._read_contents(draft)
        for rows in (self.warnings, self._listed, self._checked):
            rows.clear()
        if self._flaw and not blocks(self.findings):
            self.warnings.add(Verdict.STOPS, translate("Contents"), self._flaw)
        for finding in self.findings:
            rows = self._checked if finding.verdict is Verdict.OK else self.warnings
            rows.add(finding.verdict, check_title(finding.check), finding_sentence(finding))
        if self.contents is not None:
            self._list(self.contents)
        self.changed.emit()

    def _read_contents(self, draft: Draft) -> None:
        self.contents, self._flaw = None, ""
        try:
            self.contents = session_contents(
                self._desk.study, draft.purpose, draft.groups, draft.rules, draft.participant_list
            )
        except OperatorError as error:
            self._flaw = translate(error)

    def _list(self, contents: SessionContents) -> None:
        for gap in contents.gaps:
            self.warnings.add(Verdict.ATTENTION, translate("Contents"), gap_words(contents, gap))
        if self._lists_contents:
            for content in Content:
                verdict = Verdict.OK if contents.includes(content) else None
                self._listed.add(verdict, content_title(content), content_words(contents, content))


class _Rows(Card):
    """Rows of a sign, a title and a sentence; hidden while there are none."""

    def __init__(self, title: str = "") -> None:
        super().__init__(title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, _TITLE_PX)
        self.body.addLayout(self._grid)
        self.hide()

    def clear(self) -> None:
        """Remove all rows."""
        clear(self._grid)
        self.hide()

    def add(self, verdict: Verdict | None, title: str, sentence: str) -> None:
        """Add a row; one without a verdict is not there in the session and greyed."""
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        name, words = label(title, "body", wrap=False), label(sentence)
        if verdict is None:
            for each in (name, words):
                set_role(each, "caption")
        else:
            self._grid.addWidget(_Sign(verdict), row, 0, top)
        if verdict is Verdict.STOPS:
            words.setText(f"{verdict_words(verdict)}. {sentence}")
            set_role(words, "danger")
        self._grid.addWidget(name, row, 1, top)
        self._grid.addWidget(words, row, 2)
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
