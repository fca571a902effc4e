"""The wizard's last page: preflight findings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.preflight import Check, Finding, Verdict, blocks, examine
from hcmd_lab.study.session_contents import Content, SessionContents, session_contents
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.session_contents import content_title, content_words, gap_words
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.session.draft import Draft
from ui.control.session.finding_rows import FindingRows
from ui.control.session.preflight_words import check_title, finding_sentence
from ui.control.session.wizard_page import WizardPage
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import button


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
        self.warnings = FindingRows()
        self._listed = FindingRows(translate("This session"))
        self._checked = FindingRows(translate("Checked"))
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
        draft, training = self._draft, self._desk.training.running
        if draft is None:
            return
        self.findings = examine(
            self._desk.study,
            draft.purpose,
            address=draft.address,
            port=draft.port,
            contrast=draft.contrast,
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
            act = None
            if finding.check is Check.GATE:
                name = str(finding.facts["mechanism"])
                look = partial(self._look_closer, name)
                act = button(translate("Look closer…"), clicked=look)  # one for each mechanism
                act.setAccessibleName(
                    translate("Look closer: {mechanism}", mechanism=pretty_name(name))
                )
            rows.add(finding.verdict, check_title(finding.check), finding_sentence(finding), act)
        if self.contents is not None:
            self._list(self.contents)
        self.changed.emit()

    def _look_closer(self, name: str) -> None:
        dialog = GateDialog(self._desk, name, self)
        dialog.finished.connect(self.examine)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_contents(self, draft: Draft) -> None:
        self.contents, self._flaw = None, ""
        try:
            self.contents = session_contents(
                self._desk.study,
                draft.purpose,
                draft.groups,
                draft.rules,
                draft.participant_list,
                draft.contrast,
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
