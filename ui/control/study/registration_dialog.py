"""The registration of the comparison: its text, freezing it, and what became of it."""

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.study.audit import audit
from hcmd_lab.study.registration import plan_now, preregister
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.telling.registration import registries
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.sections import Section, SectionsView
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label
from ui.look.windows import open_at

_SIZE_PX = (820, 620)


class RegistrationDialog(QDialog):
    """Shows the plan as OSF and AsPredicted ask for it, and the audit of the study.

    Attributes:
        words: The audit, then the text of the plan, frozen or as it would be.
        freeze: Freezes the plan.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the desk's study."""
        super().__init__(parent)
        self.setWindowTitle(translate("Registration and audit"))
        self._desk = desk
        self.words = SectionsView(self.windowTitle())
        self.freeze = button(translate("&Freeze the plan…"), clicked=self._freeze)
        close = button(translate("&Close"), "primary", clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), (self.words, 1),
            dialog_foot(self.freeze, close),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._tell()

    def _tell(self) -> None:
        study = self._desk.study
        found = audit(study)
        frozen = found.registration
        self.freeze.setVisible(frozen is None)
        counted = ""
        if study.has_counted:
            counted = translate("The votes have been counted; a plan is registered before that.")
        allow_unless(self.freeze, counted)
        plan = plan_now(study) if frozen is None else frozen.plan
        self.words.show_sections(
            [
                Section(translate("Audit"), audit_in_words(found)),
                *(
                    Section(registry, within=[Section(asked, [told]) for asked, told in answers])
                    for registry, answers in registries(plan)
                ),
            ]
        )

    def _freeze(self) -> None:
        sentence = translate(
            "The plan is kept in the study’s log with its hash and can never be changed. Copy the "
            "text into a registry, such as OSF or AsPredicted, to show it to others."
        )
        title = translate("Freeze the plan of the comparison?")
        if not confirm(self, title, sentence, translate("&Freeze"), danger=False):
            return
        try:
            preregister(self._desk.study)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
        else:
            self._desk.study_changed.emit()  # other panels tell that the plan is registered
        self._tell()
