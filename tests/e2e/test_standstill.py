"""A host that is stopped as a whole, as by a computer that sleeps, takes no time from anybody."""

import signal
import sys
from pathlib import Path

import pytest
from four_deciding import FourDeciding
from network_lab import Cable
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.view import Page
from hcmd_lab.processes import HostProcess
from hcmd_lab.storage.store import Store

STATIONS = ("1", "2", "3", "4")
STOPPED_MS = 7000
OFF = ("consent", "instructions", "control_questions", "questionnaire", "payment_screen")
RULES = ("intro_s=0", "decide_s=6", *(f"{part}=false" for part in OFF))


@pytest.mark.skipif(sys.platform == "win32", reason="no program can be stopped by a signal there")
@pytest.mark.parametrize("fault", ["the host is stopped", "the switch is unplugged"])
def test_a_standstill_is_nobodys_time(qtbot: QtBot, tmp_path: Path, fault: str) -> None:
    study = playable_study(tmp_path / "study", 4)
    parent = QObject()
    options = ["--port", "0", "--purpose", "pilot", "--groups", "1"]
    options += [word for rule in RULES for word in ("--set", rule)]
    with HostProcess(study, options) as host:
        cable = Cable(host.listening["port"], parent)
        four = FourDeciding(qtbot, STATIONS, cable.port, host.listening["code"], tmp_path, parent)
        if fault == "the host is stopped":
            host.process.send_signal(signal.SIGSTOP)
            qtbot.wait(STOPPED_MS)
            host.process.send_signal(signal.SIGCONT)
        else:
            cable.is_cut = True
            qtbot.wait(STOPPED_MS)
            cable.is_cut = False
        four.views.clear()
        four.until_all_see(Page.DECIDE)
        assert all((view.time_left_ms or 0) > 3000 for view in four.views.values())
        four.until_all_see(Page.OUTCOME)
        four.stop()
    with Store.read(study) as store:
        events = store.log.events(store.tables.sessions()[0].code)
    stalled = [event.stalled_ms for event in events if isinstance(event, ev.HostStalled)]
    # A host that shares its computer with other tests may also be late by itself.
    assert (max(stalled, default=0) > 5000) == (fault == "the host is stopped")
    begun = next(event.at_ms for event in events if isinstance(event, ev.Advanced))
    late = [e.at_ms for e in events if isinstance(e, ev.Contributed) and e.by == "timeout"]
    assert len(late) == 4
    assert min(late) >= begun + 6000
