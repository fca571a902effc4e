"""A kiosk takes its new version from the lab computer, and the watchdog starts it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from update_folders import UpdateMaker

from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_pin, pairing_code
from hcmd_lab.processes import with_code
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.stations import Stage
from hcmd_lab.updates.trust import trust

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the new version is a script")
PATIENCE_MS = 60_000
NEW = "9.8.7"

AS_NEW = """#!{python}
import sys
sys.path.insert(0, {sources!r})
import hcmd_lab
hcmd_lab.__version__ = {version!r}
import hcmd_lab.network.message_fields
hcmd_lab.network.message_fields.PROTOCOL = 99
import ui.kiosk.main
raise SystemExit(ui.kiosk.main.run())
"""
"""This very kiosk, which says that it is of another version and speaks another protocol."""


class Station:
    """A watched kiosk that was paired with the lab computer, whose session is over."""

    def __init__(self, qtbot: QtBot, folder: Path, name: str = "7") -> None:
        self.qtbot, self.folder, self.name = qtbot, folder, name
        self.state, self.identity = folder / "state", folder / "identity"
        kept, pin, owner = LabIdentity(self.identity), new_pin(), QObject()
        certificate = kept.certificate()
        host = LabHost(certificate, kept, "earlier", pin, parent=owner)
        self.port = host.listen(HOME, 0)
        self.program = subprocess.Popen(
            [
                sys.executable, "-m", "ui.kiosk", "--windowed", "--watchdog", "--server",
                f"{HOME}:{self.port}", "--station", name, "--state-dir", str(self.state),
            ],
            env=with_code(str(pairing_code(certificate.fingerprint, pin))),
        )  # fmt: skip
        qtbot.waitUntil(lambda: name in host.stations, timeout=PATIENCE_MS)
        host.close()

    def visit(self, maker: UpdateMaker) -> UpdateVisit:
        visit = UpdateVisit(open_offer(maker.into), HOME, self.port, identity=self.identity)
        visit.start()
        visit.begin()
        return visit

    def until(self, visit: UpdateVisit, stage: Stage) -> None:
        self.qtbot.waitUntil(lambda: visit.stations[self.name].stage is stage, timeout=PATIENCE_MS)


@pytest.fixture
def station(qtbot: QtBot, tmp_path: Path) -> Iterator[Station]:
    made = Station(qtbot, tmp_path)
    yield made
    made.program.terminate()
    made.program.wait()


def script(version: str) -> bytes:
    sources = str(Path(__file__).parents[2])
    return AS_NEW.format(python=sys.executable, sources=sources, version=version).encode()


def test_a_kiosk_restarts_as_its_new_version(station: Station, tmp_path: Path) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign(NEW, script(NEW))
    trust(maker.keys / "root.json", station.state)
    visit = station.visit(maker)
    station.until(visit, Stage.DONE)
    assert visit.stations["7"].version == NEW
    assert station.program.poll() is None  # the same watchdog
    visit.close()


def test_a_version_that_does_not_start_leaves_the_old_one_running(
    station: Station, tmp_path: Path
) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign(NEW, b"#!/bin/sh\nexit 3\n")
    trust(maker.keys / "root.json", station.state)
    visit = station.visit(maker)
    station.until(visit, Stage.NOT_TAKEN)
    known = visit.stations["7"]
    assert (known.why, known.detail) == (Why.NOT_STARTED, "it ended with 3")
    assert known.version != NEW
    assert station.program.poll() is None
    visit.close()


def test_a_package_that_holds_another_version_is_told(station: Station, tmp_path: Path) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign(NEW, script("9.8.6"))
    trust(maker.keys / "root.json", station.state)
    visit = station.visit(maker)
    station.until(visit, Stage.NOT_TAKEN)
    assert (visit.stations["7"].why, visit.stations["7"].version) == (Why.OTHER_VERSION, "9.8.6")
    visit.close()


def test_a_station_without_keys_takes_nothing(station: Station, tmp_path: Path) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign(NEW, script(NEW))
    visit = station.visit(maker)
    station.until(visit, Stage.NOT_TAKEN)
    assert visit.stations["7"].why == Why.NO_TRUST
    assert not list((station.state / "updates").glob("programs/*"))
    visit.close()
