"""Assembles the demo: windows, kiosks, driver, bar."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from hcmd_lab.demo_options import DemoOptions
from hcmd_lab.errors import OperatorError
from hcmd_lab.study.presets import Preset, make_settings
from hcmd_lab.telling.translate import translate
from ui.control.demo.bar import DemoBar
from ui.control.demo.demo_driver import READING_MS, DemoPilot
from ui.control.demo.kiosks import DemoKiosks
from ui.control.demo.places import arrange
from ui.control.desk import Desk
from ui.control.preferences import Preferences, usual_file
from ui.control.window import ControlWindow


def start_demo(window: ControlWindow, desk: Desk, options: DemoOptions) -> DemoPilot:
    """Play the open study automatically in this window and at kiosks.

    Args:
        window: Is moved to its place on the screen.
        desk: With the study open.
        options: How it is to be shown.
    """
    places = arrange(window.screen().availableGeometry())
    _lay(window, places.control)
    desk.identity = desk.study.store.folder.keys  # its kiosks are not those of the lab
    state = desk.identity / "stations"
    kiosks = DemoKiosks(places, state, watch=options.watch, parent=window)
    pilot = DemoPilot(
        desk, kiosks, options.seed, reading_ms=READING_MS if options.watch else 0, parent=window
    )
    bar = DemoBar(pilot)
    window.add_notice(bar)
    pilot.panel_requested.connect(
        lambda panel: window.show_panel(panel) if bar.follow.isChecked() else None
    )
    pilot.kiosks_shown.connect(
        lambda shown: _lay(window, places.control if shown else places.screen)
    )
    if not places.beside:
        pilot.front_requested.connect(lambda: _bring_to_front(window))
    bar.seat_requested.connect(pilot.play_a_seat)
    bar.whole_requested.connect(lambda: _watch_whole_study(desk, pilot, options.seed))
    bar.study_requested.connect(window.menus.new_requested)
    demos = desk.study.store.folder.path.parent
    desk.study_opened.connect(lambda: _remember(desk, demos))
    if options.close:
        pilot.finished.connect(window.close)
    application = QApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(pilot.end)
    pilot.start()
    return pilot


def _lay(window: ControlWindow, outer: QRect) -> None:
    """Put the window with its frame into a part of the screen."""
    frame, inner = window.frameGeometry(), window.geometry()
    window.setGeometry(
        outer.adjusted(
            inner.left() - frame.left(), inner.top() - frame.top(),
            inner.right() - frame.right(), inner.bottom() - frame.bottom(),
        )
    )  # fmt: skip


def _bring_to_front(window: ControlWindow) -> None:
    window.raise_()
    window.activateWindow()


def _watch_whole_study(desk: Desk, pilot: DemoPilot, seed: int) -> None:
    """Play a study of the quick preset beside the demo's."""
    demos = desk.study.store.folder.path.parent
    number = sum(1 for _ in demos.glob("whole-study-*")) + 1
    changes = {"seed": seed, "name": "Demo", "participants": "simulated"}
    pilot.end()
    try:
        desk.create_study(demos / f"whole-study-{number}", make_settings(Preset.QUICK, changes))
    except OperatorError as error:
        desk.failed.emit(translate(error))
    else:
        pilot.start()


def _remember(desk: Desk, demos: Path) -> None:
    """Treat a study that the viewer makes as theirs: in their list, with the kiosks of the lab."""
    if desk.opened is not None and desk.opened.store.folder.path.parent != demos:
        desk.identity = None
        own = Preferences(usual_file())
        own.note_study(desk.opened.store.folder.path)
        own.save()
