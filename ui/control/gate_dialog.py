"""The gate before people: what is known of a mechanism, and the decision to go on nevertheless."""

from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.hosting.preflight import Verdict
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import ForeseeJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing
from hcmd_lab.study.gate import Answer, GateFinding, Question
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling.gate import finding_sentence, title, verdict
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, Cancelled, OnProgress, with_store
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.mechanism_choice import mechanism_choice
from ui.control.session.ask_text import ask_text
from ui.control.session.finding_rows import FindingRows
from ui.control.session.wizard_page import scrolled
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

Foreseen = tuple[tuple[ForeseeJob, Path], ForeseeResult]

_SIZE_PX = (860, 680)


class GateDialog(QDialog):
    """Tells what is known of a mechanism; the experimenter may pass over what stops it.

    Attributes:
        mechanism: Which one.
        rows: A row for each finding.
        verdict: What follows, in a sentence.
        look: The button that plays the mechanism with the fitted models.
    """

    def __init__(self, desk: Desk, name: str = "", parent: QWidget | None = None) -> None:
        """Tell of a mechanism of the study, by its name; by default of the newest."""
        super().__init__(parent)
        self._desk = desk
        self._ahead: Background[Foreseen] | None = None
        self.setWindowTitle(translate("Before people meet a mechanism"))
        self.mechanism = mechanism_choice(desk.study, name)
        self.mechanism.currentIndexChanged.connect(self._tell)
        self.verdict = label("")
        self.rows = FindingRows(is_loud=False)
        self.look = button(translate("&Look ahead"), "primary", clicked=self._look_ahead)
        self.close_button = button(translate("&Close"), clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), self.mechanism, self.verdict,
            (scrolled(self.rows), 1),
            dialog_foot(self.look, self.close_button),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._tell()

    def done(self, result: int) -> None:
        """Close; what is still being computed is not wanted any more."""
        if self._ahead is not None:
            self._ahead.let_go()
            self._ahead = None
        super().done(result)

    def _table(self) -> FrozenPolicy:
        return self._desk.study.mechanisms.table(str(self.mechanism.currentData()))

    def _tell(self) -> None:
        gate = foreseeing.gate(self._desk.study, self._table())
        self.rows.clear()
        for finding in gate.findings:
            act = None
            if finding.stops and finding.question is not Question.FORESEEN:
                act = button(
                    translate("Pass over…"), clicked=partial(self._pass_over, finding.question)
                )
                act.setAccessibleName(
                    translate("Pass over: {finding}", finding=title(finding.question))
                )
            self.rows.add(
                _verdict(finding, prevents=not self._desk.study.settings.simulated),
                title(finding.question),
                finding_sentence(gate, finding),
                act,
            )
        self.verdict.setText(verdict(gate))
        set_role(self.verdict, "good" if gate.is_open else "danger")
        self.look.setVisible(gate.model is not None and gate.prospect is None)

    def _pass_over(self, question: Question) -> None:
        reason = ask_text(
            self,
            translate("Go on nevertheless"),
            translate(
                "Why may people meet this mechanism although it goes past a limit of the study? "
                "The reason is kept with the study and stands in its report."
            ),
            translate("&Go on nevertheless"),
        )
        if reason is None:
            return
        try:
            foreseeing.pass_over(self._desk.study, self._table(), question, reason)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
        self._tell()

    def _look_ahead(self) -> None:
        going_on = translate("The models play the mechanism; this takes some seconds.")
        self._allow(why_not=going_on)
        self.verdict.setText(going_on)
        set_role(self.verdict, "body")
        folder = self._desk.study.store.folder.path
        self._ahead = Background(with_store(folder, partial(_foreseen, self._table())), self)
        self._ahead.hand_to(self._on_foreseen)

    def _allow(self, *, why_not: str) -> None:
        for each in (self.look, self.mechanism):
            allow_unless(each, why_not)

    def _on_foreseen(self, ahead: Background[Foreseen]) -> None:
        self._ahead = None
        self._allow(why_not="")
        if ahead.result is not None:
            foreseeing.keep(self._desk.study, *ahead.result)
        self._tell()
        if ahead.sentence:
            self.verdict.setText(ahead.sentence)
            set_role(self.verdict, "danger")


def _foreseen(table: FrozenPolicy, store: Store, on_progress: OnProgress) -> Foreseen:
    """Prepare the job and run it; nothing is written to the study."""

    def is_unwanted() -> bool:
        try:
            on_progress(0, 0)
        except Cancelled:
            return True
        return False

    study = ReadOnlyStudy(store)
    prepared = foreseeing.prepare(study, table)
    for report in foreseeing.look_ahead(study, prepared, is_unwanted):
        match report:
            case ForeseeResult():
                return prepared, report
            case Progress(step=step, total=total):
                on_progress(step, total)
            case Stopped():
                break
            case _:
                assert_never(report)
    raise Cancelled


def _verdict(finding: GateFinding, *, prevents: bool) -> Verdict:
    """How a finding is shown; sessions of simulated participants are never prevented."""
    if finding.stops and prevents:
        return Verdict.STOPS
    return Verdict.OK if finding.answer is Answer.WELL else Verdict.ATTENTION
