"""The wizard's page of instructions and surveys."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import NO_MATERIALS, Materials
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.settings import describe, parse
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.shipped import FOLDER, copy_texts
from ui.control.desk import Desk
from ui.control.session.draft import Draft
from ui.control.session.script_preview import ScriptPreview
from ui.control.session.wizard_page import WizardPage
from ui.control.settings_form import SettingsForm
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, button, label, set_role

_COURSE = (
    ("consent", "instructions", "control_questions", "practice_rounds"),
    ("questionnaire", "payment_screen"),
)
"""What participants see only if its setting is on: before the game, and after it."""


class ScriptPage(WizardPage):
    """Switches the script's parts on, names their texts, and previews them.

    Attributes:
        form: The settings.
        preview: Shows the texts.
        edit: Gives the study its own texts, or opens their folder.
        course: Says what participants go through.
        absent: Says what they do not.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the form."""
        super().__init__(parent)
        self.title = translate("Instructions and surveys")
        self._desk = desk
        self._draft: Draft | None = None
        self._materials = NO_MATERIALS
        self._pictures: dict[str, bytes] = {}
        self._problem = ""
        self.form = SettingsForm(
            # The participant list is chosen with the groups.
            each
            for each in describe(ScriptSettings)
            if each.name != "participant_list"
        )
        self.form.edited.connect(self._read)
        self.form.edited.connect(self._tell_course)
        self.course = label("", "heading")
        self.absent = label("")
        self._state = label("")
        self.preview = button(translate("Pre&view the texts…"), clicked=self._show_preview)
        self.edit = button("", clicked=self._edit)
        buttons = in_row(self.preview, self.edit, Spare(), gap=3)
        texts = Card()
        fill(texts.body, label(translate("Texts"), "heading"), self._state, buttons)
        card = Card()
        card.body.addWidget(self.form)
        fill(self.body, self.course, self.absent, card, texts, Spare())

    def enter(self, draft: Draft) -> None:
        """Show the draft's settings, and read the texts again in case they were edited."""
        self._draft = draft
        names = self.form.fields
        self.form.show_values({name: getattr(draft.script, name) for name in names})
        self._read()
        self._tell_course()
        next(iter(names.values())).editor.setFocus()

    def leave(self, draft: Draft) -> None:
        """Apply the settings."""
        draft.script = self._script(draft)

    @property
    def problem(self) -> str:
        """What is wrong with a setting or with the texts."""
        return self._problem

    def _read(self) -> None:
        """Read the texts as the session would."""
        draft, self._problem, self._materials = self._draft, "", NO_MATERIALS
        if draft is None:
            return
        self._problem = self.form.problem
        if not self._problem:
            try:
                self._materials = self._read_materials(draft)
            except OperatorError as error:
                self._problem = translate(error)
        self._tell()
        self.changed.emit()

    def _read_materials(self, draft: Draft) -> Materials:
        study = self._desk.study
        rules = SessionRules(draft.settings, self._script(draft), draft.payment)
        self._pictures = {}
        tails = study.conditions(draft.purpose, draft.groups)
        return study.materials(rules, tails, self._pictures)

    def _script(self, draft: Draft) -> ScriptSettings:
        listed = {"participant_list": draft.script.participant_list}
        return parse(ScriptSettings, self.form.values() | listed)

    def _tell(self) -> None:
        own = (self._desk.study.store.folder.path / FOLDER).is_dir()
        source = (
            translate("The study has its own texts.")
            if own
            else translate("The study uses the texts that come with the program.")
        )
        languages = ", ".join(self._materials.sheets)
        if languages:
            source = f"{source} {translate('Languages: {codes}.', codes=languages)}"
        self._state.setText(self._problem or source)
        set_role(self._state, "danger" if self._problem else "body")
        self.preview.setEnabled(bool(self._materials.sheets))
        self.edit.setText(
            translate("Open the &texts folder") if own else translate("Make your own &texts…")
        )

    def _tell_course(self) -> None:
        """State plainly what participants will see and what they will not."""
        fields = self.form.fields
        before, after = _COURSE
        shown = {name: bool(fields[name].value()) for name in (*before, *after)}
        names = {name: translate(fields[name].setting.title) for name in shown}
        parts = [
            translate("Check-in"),
            *(names[name] for name in before if shown[name]),
            translate("Game"),
            *(names[name] for name in after if shown[name]),
        ]
        off = [names[name] for name in shown if not shown[name]]
        self.course.setText(translate("Participants go through: {parts}", parts=" → ".join(parts)))
        self.absent.setText(
            translate("Switched off, participants will not see: {parts}", parts=", ".join(off))
        )
        self.absent.setVisible(bool(off))

    def _show_preview(self) -> None:
        draft = self._draft
        if draft is None:
            return
        rules = SessionRules(draft.settings, self._script(draft), draft.payment)
        players = self._desk.study.game.seats
        ScriptPreview(self._materials, rules, players, self._pictures, self).exec()

    def _edit(self) -> None:
        study = self._desk.study.store.folder.path
        if not (study / FOLDER).is_dir():
            try:
                copy_texts(study)
            except OperatorError as error:
                self._problem = translate(error)
                self._tell()
                return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(study / FOLDER)))
        self._read()
