"""A kiosk takes its new version from the lab computer, and the watchdog starts it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from network_lab import HOME, PIN
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from update_folders import SYSTEM, UpdateMaker, packed

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_pin, pairing_code
from hcmd_lab.processes import with_code
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.signing import sign_packages
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

TELLING = """
import json, pathlib
from PySide6.QtCore import QTimer
import ui.kiosk.kiosk_program
Kiosk = ui.kiosk.kiosk_program.Kiosk

class Told(Kiosk):
    def __init__(self, options):
        super().__init__(options)
        self.form_was_seen = False
        self.place = options.state / "told.json"
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.tell)
        self.timer.start()

    def tell(self):
        self.form_was_seen |= self.window.face is self._setup and self._setup.is_form
        self._on_change_requested()  # as somebody who presses "Change the settings"
        known = {
            "free": self._gate.is_free, "open": self._guard.is_open, "form": self.form_was_seen,
            "asks": self._dialog._field.isVisible(), "knows": self._gate._kept.hash,
        }
        new = self.place.with_suffix(".new")
        new.write_text(json.dumps(known))
        new.replace(self.place)

ui.kiosk.kiosk_program.Kiosk = Told
"""
"""What makes it tell whether it is guarded by a PIN, again and again."""

EXIT_PIN = "2718"


class Station:
    """A watched kiosk that was paired with the lab computer, whose session is over."""

    def __init__(
        self, qtbot: QtBot, folder: Path, name: str = "7", exit_hash: str = "", *look: str
    ) -> None:
        self.qtbot, self.folder, self.name = qtbot, folder, name
        self.state, self.identity = folder / "state", folder / "identity"
        kept, pin, owner = LabIdentity(self.identity), new_pin(), QObject()
        certificate = kept.certificate()
        host = LabHost(certificate, kept, "earlier", pin, exit_hash=exit_hash, parent=owner)
        self.port = host.listen(HOME, 0)
        self.program = subprocess.Popen(
            [
                sys.executable, "-m", "ui.kiosk", *(look or ("--windowed", "--watchdog")),
                "--server", f"{HOME}:{self.port}", "--station", name,
                "--state-dir", str(self.state),
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

    def told(self) -> dict[str, Any]:
        """What the new version tells of itself."""
        told: dict[str, Any] = json.loads((self.state / "told.json").read_text())
        return told

    def child(self) -> int:
        """The kiosk that the watchdog looks after at the moment."""
        found = subprocess.run(
            ["pgrep", "-a", "-P", str(self.program.pid)],  # noqa: S607 - wherever it is
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        (child,) = [line for line in found.stdout.splitlines() if "--child curtain" not in line]
        return int(child.split()[0])

    def end(self) -> None:
        self.program.terminate()
        self.program.wait()


@pytest.fixture
def station(qtbot: QtBot, tmp_path: Path) -> Iterator[Station]:
    made = Station(qtbot, tmp_path)
    yield made
    made.end()


@pytest.fixture
def locked(qtbot: QtBot, tmp_path: Path) -> Iterator[Station]:
    """One that fills the screen, and was told a PIN."""
    made = Station(qtbot, tmp_path, "7", hash_pin(EXIT_PIN), "--theme", "light")
    yield made
    made.end()


def script(version: str, *, telling: str = "") -> bytes:
    sources = str(Path(__file__).parents[2])
    made = AS_NEW.format(python=sys.executable, sources=sources, version=version)
    return made.replace("raise SystemExit", telling + "raise SystemExit").encode()


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


def test_the_version_before_comes_back_not_the_installed_one(
    station: Station, tmp_path: Path
) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign("9.8.6", script("9.8.6"))
    trust(maker.keys / "root.json", station.state)
    visit = station.visit(maker)
    station.until(visit, Stage.DONE)
    visit.close()
    maker.sign(NEW, b"#!/bin/sh\nexit 3\n")
    visit = station.visit(maker)
    station.until(visit, Stage.NOT_TAKEN)
    known = visit.stations["7"]
    assert (known.why, known.version) == (Why.NOT_STARTED, "9.8.6")
    visit.close()
    # The same update may be offered again, also after it was mended.
    maker.sign(NEW, script(NEW))
    visit = station.visit(maker)
    station.until(visit, Stage.DONE)
    assert visit.stations["7"].version == NEW
    visit.close()


def big(folder: Path, version: str) -> Path:
    """A package that takes a while to fetch."""
    made = folder / "made" / f"hcmd-kiosk-{version}-{SYSTEM}.tar.gz"
    return packed(
        made, ("hcmd-kiosk/hcmd-kiosk", script(version)), ("hcmd-kiosk/more", os.urandom(60 << 20))
    )


def has_fetched_some(visit: UpdateVisit, name: str = "7") -> Callable[[], bool]:
    return lambda: 5 <= visit.stations[name].percent < 95


def in_the_middle(station: Station, folder: Path) -> tuple[UpdateMaker, UpdateVisit]:
    """A station that has fetched a part of an update."""
    maker = UpdateMaker(folder / "maker")
    sign_packages([big(folder, NEW)], maker.keys, maker.into)
    trust(maker.keys / "root.json", station.state)
    visit = station.visit(maker)
    station.qtbot.waitUntil(has_fetched_some(visit), timeout=PATIENCE_MS)
    return maker, visit


def test_a_lab_computer_that_goes_in_the_middle_leaves_the_station_as_it_is(
    station: Station, tmp_path: Path
) -> None:
    maker, visit = in_the_middle(station, tmp_path)
    child = station.child()
    visit.close()
    assert visit.stations["7"].why == Why.ENDED
    # A session may begin at once, and the station, of its former version, joins it.
    kept, owner = LabIdentity(station.identity), QObject()
    host = LabHost(kept.certificate(), kept, "now", PIN, parent=owner)
    assert host.listen(HOME, station.port) == station.port
    station.qtbot.waitUntil(lambda: "7" in host.stations, timeout=PATIENCE_MS)
    assert station.child() == child
    updates = station.state / "updates"
    assert not list(updates.glob("programs/*"))
    assert not (updates / "package.tar.gz").exists()
    # While it is hosted there is no update at its port.
    with pytest.raises(OperatorError, match="perhaps another session or an update"):
        station.visit(maker)
    host.close()
    visit = station.visit(maker)
    station.until(visit, Stage.DONE)
    with pytest.raises(OperatorError, match="an update of the stations"):
        LabHost(kept.certificate(), kept, "next", PIN, parent=owner).listen(HOME, station.port)
    visit.close()


def test_a_kiosk_that_is_killed_in_the_middle_takes_it_at_the_next_try(
    station: Station, tmp_path: Path
) -> None:
    _, visit = in_the_middle(station, tmp_path)
    os.kill(station.child(), signal.SIGKILL)
    station.until(visit, Stage.AWAY)
    station.until(visit, Stage.DONE)
    assert visit.stations["7"].version == NEW
    assert station.program.poll() is None
    visit.close()


def test_the_new_version_is_guarded_by_the_same_pin(locked: Station, tmp_path: Path) -> None:
    maker = UpdateMaker(tmp_path / "maker")
    maker.sign(NEW, script(NEW, telling=TELLING))
    trust(maker.keys / "root.json", locked.state)
    visit = locked.visit(maker)
    locked.until(visit, Stage.DONE)
    assert visit.stations["7"].version == NEW
    locked.qtbot.waitUntil((locked.state / "told.json").exists, timeout=PATIENCE_MS)
    locked.qtbot.waitUntil(lambda: locked.told()["asks"], timeout=PATIENCE_MS)
    told = locked.told()
    assert (told["free"], told["open"], told["form"]) == (False, False, False)
    assert pin_matches(EXIT_PIN, told["knows"])
    visit.close()
    # Nobody is there now: it looks for its lab computer, still behind the PIN; also started anew.
    os.kill(locked.child(), signal.SIGKILL)
    (locked.state / "told.json").unlink()
    locked.qtbot.waitUntil((locked.state / "told.json").exists, timeout=PATIENCE_MS)
    locked.qtbot.waitUntil(lambda: locked.told()["asks"], timeout=PATIENCE_MS)
    told = locked.told()
    assert (told["free"], told["open"], told["form"]) == (False, False, False)
    assert pin_matches(EXIT_PIN, told["knows"])
