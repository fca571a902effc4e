"""The dialog for a new study: the main choices, and a page with every setting."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import Game
from hcmd_lab.game.settings import describe
from hcmd_lab.storage.file_system import concerns
from hcmd_lab.study.presets import Preset, make_settings, shared_batch
from hcmd_lab.study.settings import GAME_SETTINGS, ParticipantKind, StudySettings, game_of
from hcmd_lab.study.warm_start import checked
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import Looks, VotePlan
from ui.control.enter_presses import let_enter_press
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.setting_groups import STUDY
from ui.control.settings_form import MARK_PX, SettingsForm
from ui.control.study.game_line import GameLine
from ui.control.study.power_dialog import PowerDialog
from ui.control.study.power_line import PowerLine
from ui.control.study_place import checked_folder, suggested_folder
from ui.look import SPACE
from ui.look.layouts import Spare, fill, in_column, in_row, scrolled
from ui.look.one_of import OneOf
from ui.look.widgets import button, label
from ui.look.windows import open_at

_FIRST_PAGE = ("name", "participants", "groups", "evaluation_groups")
_SIZE_PX = (860, 840)


class NewStudyDialog(QDialog):
    """Dialog for the folder and settings of a new study.

    Signals:
        study_described(Path, StudySettings): A study with these settings is to be made there. The
            dialog stays, with all that was typed, until whoever makes it accepts it.

    Attributes:
        power: Says what the groups of EVALUATE can find.
        game: Says what the chosen game is.
    """

    study_described = Signal(Path, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the dialog with the standard preset chosen."""
        super().__init__(parent)
        self.setWindowTitle(translate("New study"))
        declared = list(describe(StudySettings))
        self.basic = SettingsForm(each for each in declared if each.name in _FIRST_PAGE)
        self.all = SettingsForm((each for each in declared if each.name not in _FIRST_PAGE), STUDY)
        if self.all.search is not None:
            first = [field.setting for field in self.basic.fields.values()]
            self.all.search.look_elsewhere(first, translate("The study"))
        self.basic.edited.connect(self._on_edited)
        self.all.edited.connect(self._on_edited)
        self._preset = Preset.STANDARD
        self._edited: set[str] = set()
        self._folder_is_chosen = False
        self.folder = QLineEdit()
        self.folder.setAccessibleName(translate("Folder of the study"))
        self.folder.textEdited.connect(self._on_folder_edited)
        self.place = label("", "caption")
        self.folder.textChanged.connect(self._tell_place)
        self.presets = OneOf(self)
        self.power = PowerLine()
        self.game = GameLine()
        self._problem = label("", "danger")
        self._problem.hide()
        self._tabs = QTabWidget()
        self._lay_out()
        self._show_preset(Preset.STANDARD)
        self.presets.buttons()[0].setFocus()  # which is chosen
        open_at(self, *_SIZE_PX)

    @property
    def problem(self) -> str:
        """The problem with the combined settings; empty if there is none."""
        return self._problem.text()

    def _lay_out(self) -> None:
        self._tabs.addTab(self._scrolled(self._first_page()), translate("The study"))
        self._tabs.addTab(self._scrolled(self.all), translate("All settings"))
        self.create_button = button(translate("&Create the study"), "primary")
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._describe)
        cancel = button(translate("Cancel"), clicked=self.reject)
        power = icon_button(
            Icon.GROUPS, translate("How many &groups?…"), "quiet", clicked=self._ask_for_power
        )
        power.setAutoDefault(False)
        buttons = in_row(power, (self._problem, 1), Spare(), cancel, self.create_button, gap=3)
        let_enter_press(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        layout.setSpacing(SPACE[3])
        layout.addWidget(label(translate("New study"), "title"))
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.game)
        layout.addLayout(buttons)

    def _ask_for_power(self) -> None:
        try:
            game = self._chosen_game()
        except UsageError as error:
            self.tell(translate(error))
            return
        dialog = PowerDialog(game, self, plan=self._vote_plan())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _first_page(self) -> QWidget:
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SPACE[3])
        for preset in Preset:
            choice = QRadioButton(translate(preset.label))
            choice.setObjectName(preset)
            choice.setAccessibleDescription(translate(preset.sentence))
            choice.clicked.connect(lambda _checked, preset=preset: self._show_preset(preset))
            self.presets.add(choice)
            explained = label(translate(preset.sentence), "caption")
            explained.setContentsMargins(SPACE[5], 0, 0, 0)
            body.addLayout(in_column(choice, explained, gap=0))
        self.presets.buttons()[0].setChecked(True)
        browse = button(translate("&Browse…"), clicked=self._browse)
        browse.setAutoDefault(False)
        where = in_row(label(translate("Folder"), wrap=False), (self.folder, 1), browse, gap=2)
        where.insertSpacing(0, MARK_PX)
        body.addSpacing(SPACE[2])
        fill(
            body, self.basic, where, self.place, self.power, Spare()
        )  # the folder follows the name
        return page

    def _scrolled(self, page: QWidget) -> QScrollArea:
        around = QWidget()
        around.setProperty("role", "clear")
        in_column(page, of=around, margins=(1, 3, 3, 3))
        return scrolled(around)

    def _show_preset(self, preset: Preset) -> None:
        """Show a preset's values, except where the user has typed something else."""
        self._preset = preset
        usual_is = translate("the preset “{preset}”", preset=translate(preset.label))
        for form in (self.basic, self.all):
            usual = {name: self._usual(name) for name in form.fields}
            form.show_values(
                {name: value for name, value in usual.items() if name not in self._edited},
                tinted=True,
            )
            usual.pop("name", None)  # every study has one of its own
            form.compare_with(usual, usual_is)
        self._fit_updates()
        self._suggest_folder()
        self._follow_game()

    def _usual(self, name: str) -> object:
        """What the preset makes of a setting."""
        return getattr(make_settings(self._preset, {}), name)

    def _on_edited(self, name: str) -> None:
        """Remember what was typed; what has been reset follows the preset again."""
        form = self.basic if name in self.basic.fields else self.all
        if form.fields[name].equals(self._usual(name)):
            self._edited.discard(name)
        else:
            self._edited.add(name)
        if name in ("groups", "updates"):
            self._fit_updates()
        elif name == "name":
            self._suggest_folder()
        elif name in ("evaluation_groups", "looks", "order_adjusted"):
            self._tell_power()
        elif name in GAME_SETTINGS or name == "participants":
            self._follow_game()

    def _chosen_game(self) -> Game:
        """The game of the values that stand in the form.

        Raises:
            UsageError: One of them is not valid, or no such game can be played.
        """
        chosen = {name: self.all.fields[name].value() for name in GAME_SETTINGS}
        return game_of(make_settings(self._preset, chosen))

    def _follow_game(self) -> None:
        """Say what is played, and let a batch be one that its conditions can share."""
        try:
            game = self._chosen_game()
        except UsageError as error:
            self.game.show_problem(error)
            return
        who = self.basic.fields["participants"].value()
        self.game.show_game(game, simulated=who != ParticipantKind.PEOPLE)
        batch = self._usual("games")
        if "games" not in self._edited and isinstance(batch, int):
            self.all.show_values({"games": shared_batch(batch, game)})
        self._tell_power()

    def _tell_power(self) -> None:
        """Say what the groups of EVALUATE can find, as far as they are a number."""
        groups = self.basic.fields["evaluation_groups"]
        try:
            planned, seats = int(str(groups.value())), self._chosen_game().seats
        except UsageError:
            return
        self.power.show_design(planned, seats, self._vote_plan())

    def _vote_plan(self) -> VotePlan:
        """How the votes are judged by the values that stand in the form."""
        looks, adjusted = (self.all.fields[name].value() for name in ("looks", "order_adjusted"))
        return VotePlan(looks=Looks(str(looks)), order_adjusted=bool(adjusted))

    def _fit_updates(self) -> None:
        """Match the number of OPTIMIZE entries to the iterations, unless they were typed."""
        if "updates" in self._edited or not self.basic.fields["groups"].check():
            return
        groups = self.basic.fields["groups"].value()
        updates = self._usual("updates")
        if isinstance(groups, tuple) and isinstance(updates, tuple):
            padded = updates + updates[-1:] * max(0, len(groups) - len(updates))
            self.all.show_values({"updates": padded[: len(groups)]})

    def _suggest_folder(self) -> None:
        name = self.basic.fields["name"]
        if not self._folder_is_chosen and name.check():
            self.folder.setText(str(suggested_folder(str(name.value()))))

    def _on_folder_edited(self) -> None:
        self._folder_is_chosen = True

    def _tell_place(self, text: str) -> None:
        """Say what speaks against the folder."""
        found = concerns(Path(text.strip())) if text.strip() else []
        self.place.setText(" ".join(translate(each.sentence) for each in found))
        self.place.setVisible(bool(found))

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, translate("An empty folder for the study"))
        if chosen:
            self.folder.setText(chosen)
            self._folder_is_chosen = True

    def _describe(self) -> None:
        """Validate everything; problems are shown at the fields they belong to."""
        for page, form in enumerate((self.basic, self.all)):
            wrong = form.first_wrong()
            if wrong is not None:
                self._tabs.setCurrentIndex(page)
                form.lead_to(wrong.setting.name)
                self.tell(translate("One of the settings is not valid; it is marked."))
                return
        try:
            folder = checked_folder(self.folder.text())
            asked = make_settings(self._preset, self.basic.values() | self.all.values())
            settings = checked(asked)
        except OperatorError as error:
            self.tell(translate(error))
            return
        self.study_described.emit(folder, settings)

    def tell(self, sentence: str) -> None:
        """Say why the study is not made."""
        self._problem.setText(sentence)
        self._problem.show()
