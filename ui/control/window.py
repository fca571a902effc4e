"""The control window: rail, panels, menus, banners."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.log_folder import log_folder
from hcmd_lab.telling.translate import translate
from ui.control.about import AboutDialog
from ui.control.alarm import Alarm
from ui.control.banner import Banner
from ui.control.enter_presses import let_enter_press
from ui.control.lab_computer import LabComputer
from ui.control.manual import manual_page, open_page
from ui.control.menus import Menus
from ui.control.navigation import NavigationRail
from ui.control.news import News
from ui.control.opening import OpeningPage
from ui.control.panels import PANELS, PanelFactory, panel_names
from ui.control.pilot_mark import PilotFrame
from ui.control.preferences import Preferences
from ui.control.shown_file import show_file
from ui.control.status_line import StatusLine
from ui.control.study_actions import StudyActions
from ui.control.top_strip import TopStrip
from ui.control.welcome import WelcomePage
from ui.look.focus import focus_first, tab_as_read
from ui.look.layouts import in_column, in_row
from ui.look.style import Mode
from ui.look.windows import open_at

if TYPE_CHECKING:  # the window is shown before the database is loaded
    from hcmd_lab.study.study import Study
    from ui.control.desk import Desk

_SIZE_PX = (1180, 720)


class ControlWindow(QMainWindow):
    """The window; `take` gives it the desk that it controls.

    Signals:
        painted(): The first frame has been drawn.
        theme_chosen(str): `light`, `dark` or `system`.

    Attributes:
        banner: Shows what went wrong.
        opening: The page of a study whose disk does not answer yet.
        rail: The buttons of the panels.
        welcome: The page without a study.
        computer: Notices what happens to the lab computer.
    """

    painted = Signal()
    theme_chosen = Signal(str)

    def __init__(
        self, preferences: Preferences, panels: Mapping[str, PanelFactory] = PANELS
    ) -> None:
        """Create the window as it was last left.

        Args:
            preferences: The user's preferences.
            panels: Factories of the panels, called when each is first shown.
        """
        super().__init__()
        self._preferences = preferences
        self._factories = panels
        self._panels: dict[str, QWidget] = {}
        self._desk: Desk | None = None
        self._actions: StudyActions | None = None
        self._news: News | None = None
        self.computer: LabComputer | None = None
        self.alarm: Alarm | None = None
        self._is_painted = False
        self._may_close = False
        self.setWindowTitle(translate("HCMD Lab"))
        self.frame = PilotFrame()
        self.rail = NavigationRail(panel_names())
        self.strip = TopStrip()
        self.banner = Banner()
        self._told_of_study = ""
        self._changed = ""
        self.welcome = WelcomePage()
        self.status = StatusLine()
        self.menus = Menus(self, preferences.theme, preferences.language, sound=preferences.sound)
        self._stack = QStackedWidget()
        self.opening = OpeningPage()
        self._lay_out()
        let_enter_press(self)
        self._connect()
        self._list_recent()
        open_at(self, *_SIZE_PX)
        self.restoreGeometry(preferences.geometry)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.opening)
        self._notices = in_column(self.banner, margins=(4, 0, 4, 0))
        column = in_column(self.strip, self._notices, (self._stack, 1), gap=0)
        row = in_row(self.rail, (column, 1), gap=0)
        self.frame.body.addLayout(row)
        self.rail.hide()
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        menus = self.menus
        self.banner.left.connect(self._lead_to_page)
        self.rail.panel_requested.connect(self.show_panel)
        menus.panel_requested.connect(self.show_panel)
        menus.quit_requested.connect(self.close)
        menus.theme_chosen.connect(self._choose_theme)
        menus.language_chosen.connect(self._choose_language)
        menus.sound_toggled.connect(self._choose_sound)
        menus.full_screen_toggled.connect(self._fill_screen)
        menus.docs_requested.connect(self._show_documentation)
        menus.logs_requested.connect(self._show_logs)
        menus.support_requested.connect(self._save_support_file)
        menus.about_requested.connect(self._show_about)
        menus.docs.setVisible(manual_page() is not None)
        self.opening.shown.connect(lambda: self._stack.setCurrentWidget(self.opening))
        self.opening.left.connect(self._show_what_is_open)

    def take(self, desk: "Desk") -> None:
        """Control this desk from now on."""
        from ui.control.backup_keeper import BackupKeeper  # noqa: PLC0415 - as late as the desk
        from ui.control.changes_look import ChangesLook  # noqa: PLC0415 - as late as the desk

        self._desk = desk
        actions = self._actions = StudyActions(desk, self._preferences, self.opening, self)
        self._keeper = BackupKeeper(desk, self)
        actions.failed.connect(self.tell_of_study)
        actions.listing_changed.connect(self._list_recent)
        self.welcome.act_requested.connect(actions.do)
        for asking in (self.welcome, self.menus):
            asking.new_requested.connect(actions.make)
            asking.open_requested.connect(actions.choose)
            asking.study_requested.connect(actions.open)
        self.menus.bundle_requested.connect(actions.start_from_bundle)
        self.menus.backups_requested.connect(actions.show_backups)
        self.menus.close_requested.connect(actions.leave)
        self.menus.next_step_requested.connect(self._take_next_step)
        self.menus.pause_requested.connect(desk.training.pause)
        self.menus.back_requested.connect(actions.go_back)
        self.menus.update_requested.connect(self._update_stations)
        desk.study_opened.connect(self._on_study_opened)
        desk.failed.connect(self.banner.tell)
        desk.mended.connect(self.banner.take_back)
        self._news = News(desk, self)
        self._news.changed.connect(self.refresh)
        self.computer = LabComputer(desk, self)
        self.computer.noticed.connect(self.banner.tell)
        self.computer.watch()
        self.alarm = Alarm(desk, self._preferences, self)
        self.alarm.changed.connect(self.refresh)
        self.status.follow(desk)
        self.changes = ChangesLook(desk, self)
        self.changes.found.connect(self._tell_of_log)
        self._on_study_opened()

    def add_notice(self, notice: QWidget) -> None:
        """Add a notice above the panels."""
        self._notices.addWidget(notice)

    # --- display -----------------------------------------------------------------------------

    @property
    def panel(self) -> str:
        """Name of the panel shown; empty without a study."""
        shown = self._stack.currentWidget()
        return next((name for name, panel in self._panels.items() if panel is shown), "")

    def show_panel(self, name: str) -> None:
        """Show a panel, created now if necessary; without effect without a study."""
        if self._desk is None or self._desk.opened is None:
            return
        if name not in self._panels:
            panel = self._factories[name](self._desk, self)
            if hasattr(panel, "panel_requested"):
                panel.panel_requested.connect(self.show_panel)
            if hasattr(panel, "act_requested") and self._actions is not None:
                panel.act_requested.connect(self._actions.do)
            self._panels[name] = panel
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(self._panels[name])
        self.rail.choose(name)
        # The keyboard must not stay at another panel's button, nor be nowhere.
        if self.focusWidget() is None or self.rail.is_at_another(name):
            focus_first(self._panels[name])

    def _lead_to_page(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None:
            focus_first(shown)

    def say_opening(self, folder: Path) -> None:
        """Show that a study is being opened, in place of the welcome page."""
        self.opening.say(folder)
        self._stack.setCurrentWidget(self.opening)

    def refresh(self) -> None:
        """Show the study's current state: marks, badges and status line."""
        if self._desk is None or self._news is None:
            return
        self.strip.show_study(self._desk.opened)
        self.status.show_state(self._desk)
        self.frame.set_on(self._news.is_pilot)
        alarm = None if self.alarm is None else self.alarm.badge
        self.rail.set_badge("session", alarm or self._news.session_badge)
        self.rail.set_badge("training", self._news.training_badge)
        step, training = self._news.next_training, self._desk.training
        self.menus.show_training(
            step,
            begun=training.begun if step is training.paused_step else None,
            is_running=training.running is not None,
        )

    def _on_study_opened(self) -> None:
        study = None if self._desk is None else self._desk.opened
        is_open = study is not None
        if study is not None:
            self._preferences.note_study(study.store.folder.path)
        self._list_recent()
        self.rail.setVisible(is_open)
        self.menus.show_study(is_open=is_open)
        title = translate("HCMD Lab")
        self.setWindowTitle(f"{study.name} – {title}" if study else title)
        self.refresh()
        self._tell_of_changes(study)
        self._show_what_is_open()

    def _show_what_is_open(self) -> None:
        """Show the open study, or the way to one."""
        if self._desk is not None and self._desk.opened is not None:
            self.show_panel("study")
        else:
            self._stack.setCurrentWidget(self.welcome)
            if self._desk is None or not self._desk.is_restoring:  # its files are being exchanged
                self.welcome.look_into_recent()

    def tell_of_study(self, sentence: str) -> None:
        """Show what is wrong with a study, until it or another one is opened or closed."""
        self._told_of_study = sentence
        self.banner.tell(sentence)

    def _tell_of_changes(self, study: "Study | None") -> None:
        """Say what another program has changed in a study, before its figures are believed."""
        from hcmd_lab.storage.unseen_changes import require_unchanged  # noqa: PLC0415 - see above

        self.banner.take_back(self._told_of_study)
        self._told_of_study = self._changed = ""
        try:
            require_unchanged([] if study is None else study.store.changed())
        except OperatorError as error:
            self._changed = translate(error)
            self.tell_of_study(self._changed)

    def _tell_of_log(self, altered: str) -> None:
        """Say what another program has changed in the log, beside what was found at once."""
        self.tell_of_study(" ".join(each for each in (self._changed, altered) if each))

    def _list_recent(self) -> None:
        recent = self._preferences.recent_studies
        self.welcome.show_recent(recent)
        self.menus.show_recent(recent)

    # --- menu actions ------------------------------------------------------------------------

    def _take_next_step(self) -> None:
        if self._desk is None or self._news is None:
            return
        try:
            self._desk.training.start(self._news.next_training or self._desk.study.status().step)
        except OperatorError as error:
            self.banner.tell(translate(error))
        else:
            self.show_panel("training")

    def _choose_theme(self, theme: Mode) -> None:
        self._preferences.theme = theme
        self.theme_chosen.emit(theme)

    def _choose_language(self, code: str) -> None:
        self._preferences.language = code
        self.banner.tell(translate("The language changes when you restart the program."))

    def _choose_sound(self, wanted: bool) -> None:
        self._preferences.sound = wanted

    def _fill_screen(self, wanted: bool) -> None:
        before, whole = self.windowState(), Qt.WindowState.WindowFullScreen
        # Beside that it stays what it was: a maximized window is maximized again afterwards.
        self.setWindowState(before | whole if wanted else before & ~whole)

    def _show_documentation(self) -> None:
        open_page(manual_page(self.panel))

    def _show_logs(self) -> None:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        show_file(folder)

    def _save_support_file(self) -> None:
        from ui.control.support_dialog import SupportDialog  # noqa: PLC0415 - seldom needed

        study = None if self._desk is None else self._desk.opened
        dialog = SupportDialog(None if study is None else study.store.folder.path, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _update_stations(self) -> None:
        from ui.control.update_dialog import UpdateDialog  # noqa: PLC0415 - seldom needed

        if self._desk is not None:
            dialog = UpdateDialog(self._desk, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _show_about(self) -> None:
        about = AboutDialog(self)
        about.finished.connect(about.deleteLater)
        about.open()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab follows the order of reading, whatever has appeared meanwhile."""
        tab_as_read(self)
        return super().focusNextPrevChild(forwards)

    # --- the window itself -------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the menu when the window begins to fill the screen, or no longer does."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.menus.show_full_screen(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask if something is running, and close once it is saved."""
        self._remember()
        if self._actions is None or self._may_close:
            event.accept()
        else:
            event.ignore()
            self._actions.quit(self._close_now)

    def end(self, say: Callable[[str], None], then: Callable[[], None]) -> None:
        """Close what is open without asking, as when the system ends the program.

        Args:
            say: Told what happens to whatever runs; not called if nothing does.
            then: Called when everything is closed.
        """
        self._remember()
        if self._actions is None:
            then()
        else:
            self._actions.end(say, then)

    def _remember(self) -> None:
        self._preferences.geometry = self.saveGeometry()
        self._preferences.save()

    def _close_now(self) -> None:
        self._may_close = True
        # Qt ignores a second request while it still handles the first.
        QTimer.singleShot(0, self.close)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as usual, and announce the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
