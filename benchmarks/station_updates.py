"""A room of stations takes a new version: time, memory, and how late the window's event loop was.

    python -m benchmarks.station_updates [--stations N] [--package FILE] [--json]

The real dialog gives a package to stations on real, encrypted connections of this computer. Each
station is the kiosk's own connector and taking: it verifies the signatures, unpacks the package
into a folder of its own and comes back as the new version; its windows alone are left out, so that
many fit into few processes. Without `--package` it is 45 MB that cannot be compressed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.stalls import StallProbe
from hcmd_lab.figures.application import choose_platform
from hcmd_lab.network.credentials import Credentials, save_credentials
from hcmd_lab.network.discovery import HostFinder
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.updates.keys import new_keys
from hcmd_lab.updates.releases import own_system
from hcmd_lab.updates.signing import sign_packages
from hcmd_lab.updates.stations import Stage
from hcmd_lab.updates.trust import trust
from ui.control import update_dialog
from ui.control.desk import Desk
from ui.kiosk.connector import Connector
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import Address
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.options import Options, parse_options
from ui.kiosk.remembered import Place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station
from ui.kiosk.update_taking import UpdateTaking

NEW = "9.8.7"
PROCESSES = 4
MEGABYTES = 45
PATIENCE_MS = 1_800_000


class Taker(QObject):
    """A station that takes the update, and is the new version then.

    Args:
        place: Its lab computer and its name.
        state: Its computer's folder.
    """

    def __init__(self, place: Place, state: Path, parent: QObject) -> None:
        super().__init__(parent)
        options = parse_options(["--windowed", "--state-dir", str(state), "--child", "first"])
        gate = ExitGate(ExitTries(state), KeptPin(state), self)
        self._connector = Connector(
            state, Station(ParticipantScreen(), self), gate, HostFinder(self)
        )
        self._place = place
        taking = _Versioned(options, self._connector)
        taking.ended.connect(self._restart)
        self._taking = taking
        self._connector.connect_to(place, None)

    def _restart(self, _status: int) -> None:
        self._taking.version = NEW
        self._connector.connect_to(self._place, None)


class _Versioned(UpdateTaking):
    """Tells the version that it was given, as if the program had been started again."""

    version = "0.0.1"

    def __init__(self, options: Options, connector: Connector) -> None:
        super().__init__(options, connector, lambda: False)

    def _introduce(self) -> None:
        self._connector.show_token(own_system(), self.version, False, ("", ""))


def run_takers(port: int, names: list[str], folder: Path) -> None:
    """Be some of the stations until this process is ended."""
    application = QApplication([])
    for name in names:
        Taker(Place(Address("127.0.0.1", port), name), folder / name, application)
    application.exec()


def make_room(folder: Path, stations: int, package: Path | None) -> None:
    """Keys, an update, and stations that are paired and trust it."""
    new_keys(folder / "keys")
    made = folder / f"hcmd-kiosk-{NEW}-{own_system()}.tar.gz"
    if package is None:
        _write_package(made)
    else:
        shutil.copyfile(package, made)
    sign_packages([made], folder / "keys", folder / "update")
    identity = LabIdentity(folder / "identity")
    certificate = identity.certificate()
    for number in range(1, stations + 1):
        name, token = str(number), new_token()
        identity.claim(name, token_sha256(token))
        state = folder / "stations" / name
        (state / name).mkdir(parents=True)
        save_credentials(state / name, Credentials(certificate.certificate_der, token))
        trust(folder / "keys" / "root.json", state)


def _write_package(path: Path) -> None:
    with tarfile.open(path, "w:gz", compresslevel=1) as tar:
        for name, data in (("hcmd-kiosk", b"#!/bin/sh\n"), ("more", os.urandom(MEGABYTES << 20))):
            about = tarfile.TarInfo(f"hcmd-kiosk/{name}")
            about.size, about.mode = len(data), 0o755
            tar.addfile(about, BytesIO(data))


def run(folder: Path, stations: int) -> dict[str, object]:
    """Give the update to the room; returns what was measured."""
    choose_platform()
    application = QApplication([])
    vars(update_dialog)["DEFAULT_PORT"] = 0  # any free one
    desk = Desk()
    desk.identity = folder / "identity"
    dialog = update_dialog.UpdateDialog(desk)
    dialog.show()
    dialog.choose(folder / "update")
    _until(application, dialog.begin.isEnabled)
    visit = dialog._visit
    assert visit is not None
    names = [*visit.stations]
    takers = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.station_updates", "--port", str(visit.port),
             "--folder", str(folder / "stations"), "--names", *names[first::PROCESSES]],
        )
        for first in range(PROCESSES)
    ]  # fmt: skip
    try:
        _until(application, lambda: len(visit.of(Stage.HERE)) == stations)
        before_mb, began_s, probe = _memory_mb(), time.monotonic(), StallProbe(application)
        most = 0

        def count() -> None:
            nonlocal most
            most = max(most, len(visit.of(Stage.FETCHING)))

        visit.changed.connect(count)
        dialog.begin.click()
        _until(application, lambda: not visit.has_open)
        took_s = time.monotonic() - began_s
        told = probe.summary()
        return {
            "stations": stations,
            "package_mb": round(_package_bytes(folder) / 1e6, 1),
            "took_s": round(took_s, 1),
            "done": len(visit.of(Stage.DONE)),
            "at_once": most,
            "memory_mb": {"before": before_mb, "most": _memory_mb("VmHWM")},
            "late": told,
            "said": dialog.words.text(),
        }
    finally:
        for taker in takers:
            taker.terminate()
        for taker in takers:
            taker.wait()
        dialog.done(0)


def _until(application: QApplication, is_so: object) -> None:
    assert callable(is_so)
    look = QTimer(application, interval=50)
    look.timeout.connect(lambda: is_so() and application.exit(0))
    look.start()
    patience = QTimer(application, singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(lambda: application.exit(1))
    patience.start()
    status = application.exec()
    look.stop()
    patience.stop()
    if status:
        raise SystemExit("The stations have not come, or did not take the update.")


def _package_bytes(folder: Path) -> int:
    return max(each.stat().st_size for each in (folder / "update").iterdir())


def _memory_mb(what: str = "VmRSS") -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (line,) = [line for line in lines if line.startswith(what)]
    return round(int(line.split()[1]) / 1000)


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="A room of stations takes a new version.")
    parser.add_argument("--stations", type=int, default=48)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--names", nargs="*", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.port:
        run_takers(given.port, given.names, given.folder)
        return
    with tempfile.TemporaryDirectory(prefix="hcmd-updates-") as folder:
        make_room(Path(folder), given.stations, given.package)
        measured = run(Path(folder), given.stations)
    if given.json:
        print(json.dumps(measured, indent=2))
        return
    late, memory = measured["late"], measured["memory_mb"]
    assert isinstance(late, dict)
    assert isinstance(memory, dict)
    print(
        f"{measured['done']} of {measured['stations']} stations run the new version "
        f"({measured['package_mb']} MB) after {measured['took_s']} s, at most "
        f"{measured['at_once']} at once. The window's event loop: half of the rings at most "
        f"{late['median_ms']} ms late, 99 % at most {late['p99_ms']} ms, the worst "
        f"{late['max_ms']} ms; its memory {memory['before']} MB before, {memory['most']} at most."
    )


if __name__ == "__main__":
    main()
