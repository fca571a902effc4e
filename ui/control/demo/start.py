"""Assembles the demo: windows, kiosks, driver, bar."""

from PySide6.QtWidgets import QApplication

from hcmd_lab.demo_options import DemoOptions
from ui.control.demo.bar import DemoBar
from ui.control.demo.demo_driver import PAUSE_MS, DemoPilot
from ui.control.demo.kiosks import DemoKiosks
from ui.control.demo.places import arrange
from ui.control.desk import Desk
from ui.control.window import ControlWindow


def start_demo(window: ControlWindow, desk: Desk, options: DemoOptions) -> DemoPilot:
    """Play the open study automatically in this window and four kiosks.

    Args:
        window: Is moved to its place on the screen.
        desk: With the study open.
        options: How it is to be shown.
    """
    places = arrange(window.screen().availableGeometry())
    window.setGeometry(places.control)
    desk.identity = desk.study.store.folder.keys  # its kiosks are not those of the lab
    state = desk.identity / "stations"
    kiosks = DemoKiosks(places, state, watch=options.watch, parent=window)
    pause_ms = PAUSE_MS if options.watch else 0
    pilot = DemoPilot(desk, kiosks, options.seed, pause_ms=pause_ms, parent=window)
    bar = DemoBar(pilot)
    window.add_notice(bar)
    pilot.panel_requested.connect(
        lambda panel: window.show_panel(panel) if bar.follow.isChecked() else None
    )
    if options.close:
        pilot.finished.connect(window.close)
    application = QApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(pilot.end)
    pilot.start()
    return pilot
