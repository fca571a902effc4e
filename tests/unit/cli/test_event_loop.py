"""The event loop of commands that host."""

import gc

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hcmd_lab.cli.event_loop import run_event_loop
from hcmd_lab.collector import Collector


def test_garbage_is_collected_between_its_events_alone(qapp: QApplication) -> None:
    """The thread that announces a host would else free timers of the session."""
    gc.enable()
    seen: list[bool] = []

    def look() -> None:
        seen.append(gc.isenabled())
        qapp.quit()

    QTimer.singleShot(0, look)
    run_event_loop(qapp)
    assert seen == [False]
    for collector in qapp.findChildren(Collector):
        collector.deleteLater()
