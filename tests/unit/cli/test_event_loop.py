"""The event loop of commands that host."""

import gc
import os
import signal

import pytest
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


@pytest.mark.skipif(os.name != "posix", reason="a signal of other systems")
@pytest.mark.parametrize(("before", "is_ended"), [(signal.SIG_DFL, True), (signal.SIG_IGN, False)])
def test_a_terminal_that_is_lost_ends_it_unless_that_is_ignored(
    qapp: QApplication, before: signal.Handlers, is_ended: bool
) -> None:
    """As a connection to the lab computer breaks, in which `hcmd-lab serve` runs."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGINT,
                                                            signal.SIGTERM)}  # fmt: skip
    signal.signal(signal.SIGHUP, before)
    late: list[bool] = []
    other_end = QTimer(singleShot=True, interval=2000)
    other_end.timeout.connect(lambda: late.append(True))
    other_end.timeout.connect(qapp.quit)
    try:
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGHUP))
        other_end.start()
        run_event_loop(qapp)
    finally:
        other_end.stop()
        for number, handler in kept.items():
            signal.signal(number, handler)
    assert late == ([] if is_ended else [True])
    for collector in qapp.findChildren(Collector):
        collector.deleteLater()
