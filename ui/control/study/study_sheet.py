"""What a study is: who made it, where it lies, its settings and texts."""

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.study.making import MADE_FACT
from hcmd_lab.study.presets import nearest_preset
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.language import language_name
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.shipped import FOLDER
from hcmd_lab.vote_plan import Looks
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.session.script_preview import ScriptPreview
from ui.control.setting_groups import study_groups
from ui.control.settings_sheet import SettingsSheet
from ui.control.study.game_line import GameLine
from ui.control.study.power_dialog import PowerDialog
from ui.control.study.power_line import PowerLine
from ui.control.study.registration_dialog import RegistrationDialog
from ui.control.training.explain_dialog import open_explanation
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import Card, label, set_role


class StudyAct(StrEnum):
    """What can be done with a study as a whole."""

    DUPLICATE = "duplicate"  # settings and texts, not the data
    SHOW_FOLDER = "show_folder"
    DELETE = "delete"  # to the computer's bin


class StudySheet(Card):
    """The open study's origin, texts and settings.

    Signals:
        act_requested(StudyAct, Path): Do this with the study in that folder.

    Attributes:
        settings: The settings; None before a study is open.
        game: Says what game the study plays.
        power_line: Says what the planned groups of EVALUATE can find.
        register: Opens the registration and the audit.
        look: Counts the votes before all planned groups have played, by a sequential plan.
    """

    act_requested = Signal(StudyAct, Path)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show the desk's study."""
        super().__init__(translate("About this study"), parent)
        self._desk = desk
        desk.standing_changed.connect(self._follow)
        self._shown: StudySettings | None = None
        self.settings: SettingsSheet | None = None
        self._origin = label("", "caption")
        self._texts = label("")
        self.preview = icon_button(
            Icon.PREVIEW, translate("&Preview the texts…"), "quiet", clicked=self._preview
        )
        folder = icon_button(
            Icon.FOLDER, translate("&Open the folder"), "quiet", clicked=self._show_folder
        )
        self.duplicate = icon_button(
            Icon.DUPLICATE, translate("Dup&licate…"), "quiet", clicked=self._duplicate
        )
        self.delete = icon_button(Icon.DELETE, translate("&Delete…"), "quiet", clicked=self._delete)
        self.power = icon_button(
            Icon.GROUPS, translate("How many &groups?…"), "quiet", clicked=self._ask_for_power
        )
        self.explain = icon_button(
            Icon.EXPLAIN, translate("E&xplain the mechanism…"), "quiet", clicked=self._explain
        )
        self.gate = icon_button(
            Icon.EXPLAIN, translate("&Before people meet it…"), "quiet", clicked=self._ask_the_gate
        )
        self.look = icon_button(
            Icon.PREVIEW, translate("Loo&k at the votes"), "quiet", clicked=self._look
        )
        self.register = icon_button(
            Icon.REPORT, translate("&Registration and audit…"), "quiet", clicked=self._register
        )
        self.game = GameLine()
        self.power_line = PowerLine()
        files = in_row(folder, self.duplicate, self.delete, Spare(), gap=1)
        insights = in_row(self.preview, self.power, self.explain, Spare(), gap=1)
        verdict = in_row(self.gate, self.register, self.look, Spare(), gap=1)
        column = in_column(
            self._origin, files, self.game, self._texts, insights, self.power_line, verdict, gap=3
        )
        self.body.addLayout(column)

    def _follow(self) -> None:
        """Settings change seldom, and are many."""
        study = self._desk.opened
        if study is not None:
            self._offer_look(study)
            self._tell_power(study)  # contrasts are planned without settings
        if study is not None and self._shown is not None and study.settings != self._shown:
            self.read()

    def read(self) -> None:
        """Read the study again."""
        study = self._desk.opened
        if study is None:
            return
        self._shown = study.settings
        self._origin.setText(_origin(study))
        self.game.show_game(study.game, simulated=study.settings.simulated)
        self._tell_texts(study)
        self._offer_look(study)
        self._tell_power(study)
        preset = nearest_preset(study.settings)
        groups = study_groups(study.settings, preset)
        usual = translate("the preset “{preset}”", preset=translate(preset.label))
        if self.settings is not None:
            self.body.removeWidget(self.settings)
            self.settings.deleteLater()
        self.settings = SettingsSheet(groups, usual)
        self.body.addWidget(self.settings)

    def _tell_power(self, study: Study) -> None:
        contrasts, plan = study.groups_of_contrasts(), study.settings.vote_plan
        self.power_line.show_contrasts(contrasts, study.game.seats, plan)

    def _offer_look(self, study: Study) -> None:
        """Looking is possible while new groups have played that nobody has looked at."""
        self.look.setVisible(study.settings.looks is Looks.SEQUENTIAL)
        why_not = ""
        if not study.may_look:
            why_not = translate("No group has played whose votes have not been looked at.")
            if study.status().step is not Step.EVALUATE:
                why_not = translate("EVALUATE is not the next step.")
        allow_unless(self.look, why_not)

    def _register(self) -> None:
        dialog = RegistrationDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self) -> None:
        try:
            self._desk.training.start(Step.EVALUATE)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))

    def _tell_texts(self, study: Study) -> None:
        own = os.path.isdir(study.store.folder.path / FOLDER)
        words = (
            translate("The study has its own texts.")
            if own
            else translate("The study uses the texts that come with the program.")
        )
        try:
            spoken = [language_name(code) for code in self._materials(study, {}).sheets]
            words += " " + translate("Languages: {codes}.", codes=", ".join(spoken))
        except OperatorError as error:
            words = translate(error)
            spoken = []
        self._texts.setText(words)
        set_role(self._texts, "body" if spoken else "danger")
        allow_unless(self.preview, "" if spoken else words)

    def _materials(self, study: Study, pictures: dict[str, bytes]) -> Materials:
        return study.materials(_all_texts(study), study.game.tail_endowments, pictures)

    def _preview(self) -> None:
        study = self._desk.study
        pictures: dict[str, bytes] = {}
        materials = self._materials(study, pictures)
        preview = ScriptPreview(materials, _all_texts(study), study.game, pictures, self)
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def _ask_for_power(self) -> None:
        dialog = PowerDialog(
            self._desk.study.game,
            self,
            self._desk.study.store.folder.path,
            self._desk.study.settings.vote_plan,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _explain(self) -> None:
        open_explanation(self._desk, self)

    def _ask_the_gate(self) -> None:
        dialog = GateDialog(self._desk, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_folder(self) -> None:
        self._request(StudyAct.SHOW_FOLDER)

    def _duplicate(self) -> None:
        self._request(StudyAct.DUPLICATE)

    def _delete(self) -> None:
        self._request(StudyAct.DELETE)

    def _request(self, act: StudyAct) -> None:
        self.act_requested.emit(act, self._desk.study.store.folder.path)


def _all_texts(study: Study) -> SessionRules:
    """The rules of the study's last session, with every text shown."""
    rules = study.last_rules()
    script = replace(
        rules.script, consent=True, instructions=True, control_questions=True, questionnaire=True
    )
    return replace(rules, script=script)


def _origin(study: Study) -> str:
    """Who made the study, when, with which version, and where it lies."""
    made = study.store.facts.get(MADE_FACT) or {}
    parts = []
    if made.get("by"):
        parts.append(translate("Made by {user} on {when}", user=made["by"], when=when(made["utc"])))
    elif made:
        parts.append(translate("Made on {when}", when=when(made["utc"])))
    if made:
        parts.append(translate("version {version}", version=made["version"]))
    parts += [
        translate(
            "iteration {iteration} added on {when}",
            iteration=added["iteration"],
            when=when(added["utc"]),
        )
        for added in study.added_iterations()
    ]
    parts.append(str(study.store.folder.path))
    return " · ".join(parts)
