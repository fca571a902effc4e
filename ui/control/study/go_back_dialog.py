"""The dialog that goes back to a step of the study: what that sets aside, and why it is done."""

from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import Backup, Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.going_back import Goal, WayBack, goals, plan_way_back
from hcmd_lab.telling.going_back import way_back_in_words
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.fields import ChoiceField
from ui.look.widgets import button, label

_WIDTH_PX = 560
_GO = Sentence("Set &aside and go back")


class GoBackDialog(QDialog):
    """Says exactly what going back sets aside, and asks for the reason.

    Attributes:
        goal: The steps that the study can go back to.
        words: What is set aside.
        keep_data: Whether what groups did in ACQUIRE stays data for MODEL.
        reason: Why; kept in the study's log.
        act: Goes back.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Offer the steps of the desk's study, the newest first."""
        super().__init__(parent)
        self._desk = desk
        self._way: WayBack | None = None
        self._copying: Background[Backup] | None = None
        self.setWindowTitle(translate("Go back to a step"))
        self.goal = ChoiceField()
        for goal in goals(desk.study):
            self.goal.addItem(_named(goal), goal)
        self.goal.currentIndexChanged.connect(self._plan)
        self.words = label("")
        self.keep_data = QCheckBox(
            translate("What the groups did in ACQUIRE stays &data for MODEL")
        )
        self.keep_data.setChecked(True)
        self.keep_data.toggled.connect(self._plan)
        self.reason = BoundedLine(200)
        self.reason.textChanged.connect(self._enable)
        self._fault = label("", "danger")
        rows = QFormLayout()
        rows.addRow(translate("&Step that comes next then"), self.goal)
        reason = QFormLayout()
        reason.addRow(translate("&Why? It is kept in the study’s log"), self.reason)
        self.cancel = button(translate("&Keep everything"), clicked=self.reject)
        self.cancel.setDefault(True)
        self.act = button(translate(_GO), "danger", clicked=self._go)
        self.act.setAutoDefault(False)
        dialog_column(
            self, label(self.windowTitle(), "heading"), rows, self.words, self.keep_data, reason,
            self.reason.told, self._fault, dialog_foot(self.cancel, self.act), width=_WIDTH_PX,
        )  # fmt: skip
        self._plan()

    def _plan(self) -> None:
        """Say what going back to the chosen step sets aside."""
        self._way = None
        goal = self.goal.currentData()
        words, fault = translate("No step has been taken that the study could go back to."), ""
        if isinstance(goal, Goal):
            try:
                self._way = plan_way_back(self._desk.study, goal)
            except OperatorError as error:
                words, fault = "", translate(error)
        if self._way is not None:
            told = way_back_in_words(self._way, keep_data=self.keep_data.isChecked())
            words = "\n".join([told.heading, *(f"•  {each}" for each in told.aside), *told.remains])
        self.keep_data.setVisible(self._way is not None and self._way.data > 0)
        self.words.setText(words)
        self._say(fault)
        self._enable()

    def _enable(self) -> None:
        copying = "" if self._copying is None else translate("A backup is being made…")
        for field in (self.goal, self.keep_data, self.reason):
            allow_unless(field, copying)
        no_way = "" if self._way is not None else self.words.text() or self._fault.text()
        reason = self.reason.why_not(translate("Type the reason."))
        allow_unless(self.act, copying or no_way or reason)

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _go(self) -> None:
        if self._way is None or self._copying is not None:
            return
        self._say("")
        self.act.setText(translate("A backup is being made…"))
        work = with_store(self._desk.study.store.folder.path, _copied)
        self._copying = Background(work, self)
        self._enable()
        self._copying.hand_to(self._on_copied)

    def _on_copied(self, made: Background[Backup]) -> None:
        """Go back, now that there is a backup; without one nothing is set aside."""
        self._copying = None
        self.act.setText(translate(_GO))
        self._enable()
        if made.result is None or self._way is None:
            self._say(made.sentence)
            return
        reason, keep_data = self.reason.line, self.keep_data.isChecked()
        try:
            self._desk.go_back(self._way, reason, keep_data=keep_data)
        except OperatorError as error:
            self._say(translate(error))
            return
        self.accept()

    def done(self, result: int) -> None:
        """Close; where a backup was still being made, nothing is set aside."""
        if self._copying is not None:
            self._copying.let_go()
            self._copying = None
        super().done(result)


def _copied(store: Store, _on_progress: OnProgress) -> Backup:
    return store.back_up(Occasion.GOING_BACK)


def _named(goal: Goal) -> str:
    return translate(
        "{step} of iteration {iteration}", step=goal.step.upper(), iteration=goal.iteration
    )
