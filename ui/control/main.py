"""Starts the control window.

The window is on the screen before the database, the network and the study are loaded; they follow
as soon as its first frame has been drawn.
"""

import gc
import importlib
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hcmd_lab import __version__
from hcmd_lab.collector import Collector
from hcmd_lab.demo_options import DemoOptions
from hcmd_lab.errors import OperatorError
from hcmd_lab.log_folder import CRASH_LOG, WINDOW_LOG, log_folder
from hcmd_lab.standard_streams import say
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.language import best_language, install_language
from hcmd_lab.telling.translate import translate
from ui.control import preferences
from ui.control.answering import DiskQuestion
from ui.control.asked_to_end import AskedToEnd
from ui.control.gc_tuning import tune_for_ui
from ui.control.log_setup import set_up_log
from ui.control.preferences import Preferences
from ui.control.uncaught import Faults
from ui.control.window import ControlWindow
from ui.log_file import native_faults_logged
from ui.look.program_icon import Program, identify
from ui.look.style import Mode, apply_look

PLOTS_AFTER_MS = 1500
"""After the window can be used."""


def run_window(
    study: Path | None = None,
    *,
    language: str | None = None,
    theme: Mode | None = None,
    demo: DemoOptions | None = None,
) -> int:
    """Show the control window until it is closed.

    Args:
        study: To open; None opens the one that was open last.
        language: Code of the window's language; None takes the chosen one.
        theme: Look of this start; None takes the chosen one.
        demo: Options of the demo; None leaves the study to the experimenter.

    Returns:
        The program's exit code: not 0 where `study` could not be opened, whatever else was then,
        nor where a signal ended the window.

    Raises:
        UsageError: The program does not speak the language.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("HCMD Lab")
    application.setApplicationVersion(__version__)
    identify(application, Program.LAB)
    Collector(application)
    # The demo is not one of the experimenter's studies and leaves their recent ones unchanged.
    own = preferences.usual_file() if demo is None or study is None else study / "window.ini"
    remembered = Preferences(own)
    set_up_log(log_folder() / WINDOW_LOG)
    spoken = lab_languages()
    chosen = language or remembered.language or best_language(spoken)
    install_language(application, chosen, spoken)
    window = make_window(application, remembered, theme or remembered.theme)
    faults = Faults(log_folder() / CRASH_LOG, window)
    faults.quit_requested.connect(window.close)
    faults.install()
    asked = AskedToEnd(application, window)
    wanted = study or remembered.last_study
    if wanted is not None:
        window.say_opening(wanted)
    unopened: list[OperatorError] = []
    window.painted.connect(lambda: begin(window, wanted, demo, unopened))
    window.show()
    with native_faults_logged(log_folder() / CRASH_LOG):
        code = application.exec()
    faults.uninstall()
    if asked.exit_code:
        return asked.exit_code
    if study is not None and unopened:  # what somebody has asked for, and not the last one
        return code or unopened[0].exit_code
    return code


def make_window(application: QApplication, remembered: Preferences, theme: Mode) -> ControlWindow:
    """The control window, with a look that can be changed from its menu."""
    tune_for_ui()
    apply_look(application, theme)
    window = ControlWindow(remembered)

    def follow_system() -> None:
        if remembered.theme == "system":
            apply_look(application, "system")

    window.theme_chosen.connect(lambda mode: apply_look(application, mode))
    application.styleHints().colorSchemeChanged.connect(follow_system)
    return window


def begin(
    window: ControlWindow,
    study: Path | None,
    demo: DemoOptions | None = None,
    unopened: list[OperatorError] | None = None,
) -> None:
    """Give the visible window its desk, and open a study, at once or when its disk answers.

    Args:
        window: The window.
        study: The study; None opens none.
        demo: Options of the demo, which plays the study.
        unopened: Takes why the study could not be opened; the window and the terminal tell it.
    """
    from ui.control.desk import Desk  # noqa: PLC0415 - see the top of this file

    desk = Desk(window, loads_ahead=True)
    whys = [] if unopened is None else unopened

    def note(why: OperatorError) -> None:
        whys.append(why)
        say(f"hcmd-lab: {why}")

    def open_it(folder: Path) -> None:
        try:
            desk.open_study(folder)
        except OperatorError as error:
            note(error)

    def tell() -> None:
        for why in whys:
            window.tell_of_study(translate(why))
        if demo is not None and desk.opened is not None:
            from ui.control.demo.start import start_demo  # noqa: PLC0415 - nobody else needs it

            start_demo(window, desk, demo)

    def open_late(folder: Path) -> None:
        open_it(folder)
        tell()

    if study is None:
        window.take(desk)
    elif (question := DiskQuestion(study)).answers_soon():
        open_it(study)  # before the window is drawn for no study
        window.take(desk)
        tell()
    else:
        window.take(desk)
        given_up = OperatorError("{study} was not opened; its disk did not answer.", study=study)
        window.opening.wait_for(study, question, partial(open_late, study), partial(note, given_up))
    QTimer.singleShot(PLOTS_AFTER_MS, window, _finish_start)


def _finish_start() -> None:
    """Preload in idle time what the first plot would otherwise have to wait for."""
    # In this thread: pyqtgraph touches Qt's classes while it is imported, and two threads that
    # make their Python halves at the same time can wait for each other for ever.
    importlib.import_module("pyqtgraph")
    # What is loaded now stays, so the collector need not scan it again and again.
    gc.collect()
    gc.freeze()
