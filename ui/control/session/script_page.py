"""The wizard's page of instructions and surveys."""

import os

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import NO_MATERIALS, Materials
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.settings import describe
from hcmd_lab.telling.language import language_name
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.shipped import FOLDER, copy_texts, text_folder
from ui.control.desk import Desk
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.session.draft import Draft
from ui.control.session.script_preview import ScriptPreview
from ui.control.session.text_editor import TextEditor
from ui.control.session.wizard_page import WizardPage, clear
from ui.control.setting_groups import SCRIPT
from ui.control.setting_help import help_for
from ui.control.settings_form import SettingsForm
from ui.control.shown_file import show_file
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, label, set_role

_COURSE = (
    ("consent", "instructions", "control_questions", "practice_rounds"),
    ("questionnaire", "payment_screen"),
)
"""What participants see only if its setting is on: before the game, and after it."""

_SETTLE_MS = 150
"""An editor that saves changes a folder several times at once."""


class ScriptPage(WizardPage):
    """Switches the script's parts on, names their texts, and previews them.

    Attributes:
        form: The settings.
        preview: Shows the texts.
        edit: Edits the study's own texts; it gets copies of the shipped ones first.
        folder: Opens the folder of the study's own texts.
        editor: Where they are edited; hidden unless it is used.
        languages: Switches for the languages of the texts, by code.
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
        self.form = SettingsForm(describe(ScriptSettings), SCRIPT)
        self.form.compare_with_defaults()
        self.form.edited.connect(self._read)
        self.form.edited.connect(self._tell_course)
        self.course = label("", "heading")
        self.absent = label("")
        self._state = label("")
        self.preview = icon_button(
            Icon.PREVIEW, translate("&Preview the texts…"), clicked=self._show_preview
        )
        self.edit = icon_button(Icon.EDIT, translate("&Edit the texts"), clicked=self._edit)
        self.languages: dict[str, QCheckBox] = {}
        self._choices = in_row(Spare(), gap=4)
        self.folder = icon_button(
            Icon.FOLDER, translate("&Open the folder"), "quiet", clicked=self._open_folder
        )
        buttons = in_row(self.preview, self.edit, self.folder, Spare(), gap=3)
        self._texts = Card(translate("Texts"))
        languages = in_row((self._choices, 1), help_for(ScriptSettings, "languages"), gap=2)
        fill(self._texts.body, languages, self._state, buttons)
        self._card = Card()
        self._card.body.addWidget(self.form)
        self.editor = TextEditor()
        self.editor.saved.connect(self._read)
        desk.study_closing.connect(self.editor.save)
        self.editor.closed.connect(lambda: self._show_editor(False))
        fill(self.body, self.editor, self.course, self.absent, self._card, self._texts, Spare())
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._read_again)
        for changed in (self._watcher.fileChanged, self._watcher.directoryChanged):
            changed.connect(lambda _: self._settling.start())
        self._show_editor(False)

    def enter(self, draft: Draft) -> None:
        """Show the draft's settings, and read the texts again in case they were edited."""
        self._draft = draft
        names = self.form.fields
        self.form.show_values({name: getattr(draft.script, name) for name in names})
        self._offer_languages(draft.script.language_codes)
        self._read()
        self._tell_course()
        next(iter(names.values())).editor.setFocus()

    def leave(self, draft: Draft) -> None:
        """Apply the settings; what is being edited is saved."""
        self.editor.save()
        draft.script = self._script(draft)

    @property
    def problem(self) -> str:
        """What is wrong with a setting or with the texts."""
        return self._problem

    def _offer_languages(self, chosen: tuple[str, ...]) -> None:
        """Offer the languages that there are texts in."""
        clear(self._choices)
        try:
            known = text_folder(self._desk.study.store.folder.path).languages()
        except OperatorError:
            known = chosen  # what is wrong with the folder is told when the texts are read
        self.languages = {}
        for code in known:
            choice = self.languages[code] = QCheckBox(language_name(code))
            choice.setChecked(not chosen or code in chosen)
            choice.toggled.connect(self._read)
            self._choices.addWidget(choice)
        self._choices.addStretch()

    @property
    def _chosen(self) -> tuple[str, ...]:
        return tuple(code for code, choice in self.languages.items() if choice.isChecked())

    def _read(self) -> None:
        """Read the texts as the session would, and again when they change."""
        draft, self._problem, self._materials = self._draft, "", NO_MATERIALS
        if draft is None:
            return
        self._watch()
        if self.languages and not self._chosen:
            self._problem = translate("Choose at least one language.")
        self._problem = self._problem or self.form.problem
        if not self._problem:
            try:
                self._materials = self._read_materials(draft)
            except OperatorError as error:
                self._problem = translate(error)
        self._tell()
        if self.editor.isVisible() and not self.form.problem:
            rules = SessionRules(draft.settings, self._script(draft), draft.payment)
            game = self._desk.study.game
            self.editor.show_texts(self._materials, rules, game, self._pictures, self._problem)
        self.changed.emit()

    def _read_again(self) -> None:
        """Read texts that have changed outside, in languages that may be others now."""
        if self._draft is not None:
            every = len(self._chosen) == len(self.languages)
            self._offer_languages(() if every else self._chosen)
            self._read()

    def _watch(self) -> None:
        """Watch the study's own texts; files that were replaced have to be named again."""
        own = self._desk.study.store.folder.path / FOLDER
        paths = [own, *own.rglob("*")] if os.path.isdir(own) else []
        new = {str(path) for path in paths} - {*self._watcher.files(), *self._watcher.directories()}
        if new:
            self._watcher.addPaths(sorted(new))

    def _read_materials(self, draft: Draft) -> Materials:
        study = self._desk.study
        rules = SessionRules(draft.settings, self._script(draft), draft.payment)
        self._pictures = {}
        tails = study.conditions(draft.purpose, draft.groups, draft.contrast)
        return study.materials(rules, tails, self._pictures)

    def _script(self, draft: Draft) -> ScriptSettings:
        every = len(self._chosen) == len(self.languages)
        elsewhere = {
            "participant_list": draft.script.participant_list,
            "languages": "" if every else ", ".join(self._chosen),
        }
        return parse(ScriptSettings, self.form.values() | elsewhere)

    def _tell(self) -> None:
        own = os.path.isdir(self._desk.study.store.folder.path / FOLDER)
        source = (
            translate("The study has its own texts.")
            if own
            else translate("The study uses the texts that come with the program.")
        )
        self._state.setText(self._problem or source)
        set_role(self._state, "danger" if self._problem else "body")
        none = "" if self._materials.sheets else translate("There are no texts to show.")
        allow_unless(self.preview, self._problem or none)
        self.folder.setVisible(own)
        self.edit.setText(
            translate("&Edit the texts") if own else translate("Make your o&wn texts")
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
        game = self._desk.study.game
        ScriptPreview(self._materials, rules, game, self._pictures, self).exec()

    def _edit(self) -> None:
        """Edit the study's own texts; copies are made of the session's languages alone."""
        study = self._desk.study.store.folder.path
        if not os.path.isdir(study / FOLDER):
            try:
                copy_texts(study, self._chosen)
            except OperatorError as error:
                self._problem = translate(error)
                self._tell()
                self.changed.emit()
                return
            self._offer_languages(self._chosen)
        self._show_editor(True)
        self.editor.open(study / FOLDER, tuple(self.languages))

    def _open_folder(self) -> None:
        """Open the folder, for pictures and for another editor; changes are seen at once."""
        folder = self._desk.study.store.folder.path / FOLDER
        show_file(folder)

    def _show_editor(self, shown: bool) -> None:
        """Show the editor in place of the settings, or these again."""
        self.editor.setVisible(shown)
        for each in (self.course, self._card, self._texts):
            each.setVisible(not shown)
        if shown:
            self.absent.hide()
        elif self._draft is not None:
            self._tell_course()
