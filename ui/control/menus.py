"""The menu bar, with mnemonics and shortcuts."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from hcmd_lab.study.status import Step
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.language import language_name
from hcmd_lab.telling.translate import translate
from ui.control.panels import panel_names
from ui.control.training_desk import Begun
from ui.look.act_guard import ActGuard
from ui.look.allowing import allow_unless
from ui.look.tips import set_tip

_KEYS = QKeySequence.StandardKey


class Menus(QObject):
    """The menu bar of the control window.

    Signals:
        new_requested(): Make a study.
        bundle_requested(): Make a study from the bundle of another lab.
        open_requested(): Choose a study.
        study_requested(Path): Open this study.
        backups_requested(): Show the backups of the open study, or of one to be chosen.
        close_requested(): Close the study.
        quit_requested(): End the program.
        update_requested(): Give the stations a new version.
        panel_requested(str): Show a panel.
        next_step_requested(): Take the training step that is possible now.
        pause_requested(): Pause training.
        back_requested(): Go back to a step of the study.
        theme_chosen(str): `light`, `dark` or `system`.
        language_chosen(str): Code of a language.
        sound_toggled(bool): A sound is made when somebody waits, or not.
        full_screen_toggled(bool): Fill the screen, or not.
        docs_requested(): Show the documentation.
        logs_requested(): Show the folder of the crash log.
        support_requested(): Save a file for whoever helps.
        about_requested(): Show the versions.
    """

    new_requested = Signal()
    bundle_requested = Signal()
    open_requested = Signal()
    study_requested = Signal(Path)
    backups_requested = Signal()
    close_requested = Signal()
    quit_requested = Signal()
    update_requested = Signal()
    panel_requested = Signal(str)
    next_step_requested = Signal()
    pause_requested = Signal()
    back_requested = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    sound_toggled = Signal(bool)
    full_screen_toggled = Signal(bool)
    docs_requested = Signal()
    logs_requested = Signal()
    support_requested = Signal()
    about_requested = Signal()

    def __init__(self, window: QMainWindow, theme: str, language: str, *, sound: bool) -> None:
        """Fill the menu bar.

        Args:
            window: Whose menu bar it is.
            theme: The theme that is chosen.
            language: The language that is chosen.
            sound: Whether a sound is made when somebody waits for the experimenter.
        """
        super().__init__(window)
        self._window = window
        self._of_study: list[QAction] = []
        self._fill_file()
        self._fill_session(sound=sound)
        self._fill_training()
        self._fill_view(theme, language)
        self._fill_help()
        self.show_study(is_open=False)
        self.show_training(None, is_running=False)

    def show_study(self, *, is_open: bool) -> None:
        """Enable the actions on a study only while one is open."""
        why_not = "" if is_open else translate("Open a study first.")
        for action in self._of_study:
            allow_unless(action, why_not)

    def show_full_screen(self, fills: bool) -> None:
        """Tick whether the window fills the screen, also where the desktop made it."""
        self._full.setChecked(fills)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """List the recently open studies."""
        self.recent.clear()
        for number, folder in enumerate(folders, start=1):
            # An ampersand in a name would be taken for a mnemonic.
            text = f"&{number}  {folder.name}  ({folder.parent})".replace("&", "&&")[1:]
            action = self._add(self.recent, text, partial(self.study_requested.emit, folder))
            set_tip(action, str(folder))  # without one, an action's text is its tip
        none = "" if folders else translate("No study has been open yet.")
        allow_unless(self.recent.menuAction(), none)

    def show_training(
        self, step: Step | None, *, begun: Begun | None = None, is_running: bool
    ) -> None:
        """Offer the training step that is possible now; disabled if none is.

        Args:
            step: The step; None if none is possible.
            begun: How far it has come; None if it has not begun.
            is_running: Whether a step is running.
        """
        self.start.setText(_training_act(step, begun))
        self._training_guard.means(self.start.text())
        why_not = ""
        if is_running:
            why_not = translate("A training step is running.")
        elif step is None:
            why_not = translate("No training step is possible now.")
        allow_unless(self.start, why_not)
        nothing = "" if is_running else translate("No training step is running.")
        allow_unless(self.pause, nothing)

    # --- the menus ---------------------------------------------------------------------------

    def _fill_file(self) -> None:
        menu = self._menu(translate("&File"))
        self._add(menu, translate("&New study…"), self.new_requested.emit, _KEYS.New)
        self._add(menu, translate("New study &from a bundle…"), self.bundle_requested.emit)
        self._add(menu, translate("&Open study…"), self.open_requested.emit, _KEYS.Open)
        self.recent = menu.addMenu(translate("Open &recent"))
        self._add(menu, translate("Bac&kups…"), self.backups_requested.emit)
        menu.addSeparator()
        show_data = partial(self.panel_requested.emit, "data")
        export = self._add(menu, translate("&Export…"), show_data, "Ctrl+E")
        close = self._add(menu, translate("&Close study"), self.close_requested.emit, _KEYS.Close)
        self._of_study += [export, close]
        menu.addSeparator()
        leave = self._add(menu, translate("&Quit"), self.quit_requested.emit, "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_session(self, *, sound: bool) -> None:
        menu = self._menu(translate("&Session"))
        for name, text in (
            ("session", translate("Open or &resume a session…")),
            ("live", translate("Watch it in &live plots")),
        ):
            show = partial(self.panel_requested.emit, name)
            self._of_study.append(self._add(menu, text, show))
        menu.addSeparator()
        self._add(menu, translate("&Update stations…"), self.update_requested.emit)
        heard = self._add(menu, translate("&Sound when somebody waits for you"), lambda: None)
        heard.setCheckable(True)
        heard.setChecked(sound)
        heard.toggled.connect(self.sound_toggled)

    def _fill_training(self) -> None:
        menu = self._menu(translate("&Training"))
        self._training_guard = ActGuard(menu)
        self.start = self._add(menu, "", self.next_step_requested.emit, "Ctrl+T")
        self.pause = self._add(menu, translate("&Pause training"), self.pause_requested.emit)
        back = self._add(menu, translate("Go &back to a step…"), self.back_requested.emit)
        menu.addSeparator()
        show = partial(self.panel_requested.emit, "training")
        results = self._add(menu, translate("Show p&rogress and results"), show)
        self._of_study += [back, results]

    def _fill_view(self, theme: str, language: str) -> None:
        menu = self._menu(translate("&View"))
        for number, (name, text) in enumerate(panel_names().items(), start=1):
            show = partial(self.panel_requested.emit, name)
            self._of_study.append(self._add(menu, f"&{number}  {text}", show, f"Ctrl+{number}"))
        menu.addSeparator()
        themes = {
            "light": translate("&Light"),
            "dark": translate("&Dark"),
            "system": translate("As the &system has it"),
        }
        self._choices(menu.addMenu(translate("&Theme")), themes, theme, self.theme_chosen.emit)
        spoken = {code: language_name(code) for code in lab_languages()}
        self._choices(
            menu.addMenu(translate("L&anguage")), spoken, language, self.language_chosen.emit
        )
        menu.addSeparator()
        self._full = self._add(menu, translate("&Full screen"), lambda: None, "F11")
        self._full.setCheckable(True)
        self._full.toggled.connect(self.full_screen_toggled)

    def _fill_help(self) -> None:
        menu = self._menu(translate("&Help"))
        self.docs = self._add(menu, translate("&Documentation"), self.docs_requested.emit, "F1")
        self._add(menu, translate("Show the &log folder"), self.logs_requested.emit)
        self._add(menu, translate("Save a &support file…"), self.support_requested.emit)
        about = self._add(menu, translate("A&bout HCMD Lab"), self.about_requested.emit)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    # --- construction ------------------------------------------------------------------------

    def _menu(self, text: str) -> QMenu:
        menu = self._window.menuBar().addMenu(text)
        menu.setToolTipsVisible(True)  # why something is not possible stands there
        return menu

    def _add(
        self,
        menu: QMenu,
        text: str,
        act: Callable[[], None],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, menu)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: act())
        menu.addAction(action)
        return action

    def _choices(
        self, menu: QMenu, texts: dict[str, str], chosen: str, choose: Callable[[str], None]
    ) -> None:
        """Add exclusive choices to a menu, with a mark at the current one."""
        group = QActionGroup(menu)
        for name, text in texts.items():
            action = self._add(menu, text, partial(choose, name))
            action.setCheckable(True)
            action.setChecked(name == chosen)
            group.addAction(action)


def _training_act(step: Step | None, begun: Begun | None) -> str:
    if step is None:
        return translate("&Start the next step")
    match begun:
        case None:
            return translate("&Start {step}", step=step.upper())
        case "unsaved":
            return translate("&Start {step} over", step=step.upper())
        case "saved":
            return translate("&Continue {step}", step=step.upper())
        case "unstored":
            return translate("&Store the result")
        case _:
            assert_never(begun)
