"""`hcmd-lab room`: paired kiosks come by themselves, are judged, and are let go."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab import __version__
from hcmd_lab.cli import room
from hcmd_lab.game.room import Interruption
from hcmd_lab.hosting.room_visit import RoomVisit
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_pin, pairing_code
from hcmd_lab.network.room_check import Trouble
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options


class PairedKiosk:
    """A kiosk that was paired with the lab computer, whose session is over."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.identity = folder / "identity"
        kept, pin, owner = LabIdentity(self.identity), new_pin(), QObject()
        certificate = kept.certificate()
        host = LabHost(certificate, kept, "earlier", pin, parent=owner)
        self.port = host.listen(HOME, 0)
        self.kiosk = Kiosk(
            parse_options([
                "--server", f"{HOME}:{self.port}", "--station", "7", "--windowed",
                "--code", str(pairing_code(certificate.fingerprint, pin)),
                "--state-dir", str(folder / "state"),
            ])
        )  # fmt: skip
        self.kiosk.start()
        qtbot.waitUntil(lambda: "7" in host.stations, timeout=10_000)
        host.close()


@pytest.fixture
def paired(qtbot: QtBot, tmp_path: Path) -> Iterator[PairedKiosk]:
    made = PairedKiosk(qtbot, tmp_path)
    yield made
    made.kiosk.stop()
    made.kiosk.station.screen.deleteLater()
    made.kiosk.deleteLater()
    made.kiosk.window.deleteLater()


def visit(paired: PairedKiosk, patience_s: float = 30) -> RoomVisit:
    return RoomVisit(HOME, paired.port, patience_s, identity=paired.identity)


def test_it_ends_as_soon_as_all_have_reported(qtbot: QtBot, paired: PairedKiosk) -> None:
    going = visit(paired)
    with qtbot.waitSignal(going.ended, timeout=20_000):
        going.start()
    (found,) = going.results()
    assert found.station == "7"
    assert found.reported is not None
    assert abs(found.reported.clock_off_ms) < 5_000
    assert Trouble.WINDOW in found.troubles  # an ordinary window is no kiosk
    assert going.missing == []
    going.close()


def test_a_kiosk_that_does_not_come_is_named(qtbot: QtBot, paired: PairedKiosk) -> None:
    LabIdentity(paired.identity).claim("8", "0" * 64)
    going = visit(paired, patience_s=8)
    with qtbot.waitSignal(going.ended, timeout=20_000):
        going.start()
    assert [each.station for each in going.results()] == ["7"]
    assert going.missing == ["8"]
    going.close()


def test_a_locked_screen_counts_without_a_new_report(qtbot: QtBot, paired: PairedKiosk) -> None:
    LabIdentity(paired.identity).claim("8", "0" * 64)
    going = visit(paired)
    going.start()
    qtbot.waitUntil(lambda: [each.reported is not None for each in going.results()] == [True],
                    timeout=20_000)  # fmt: skip
    paired.kiosk.interruptions.tell(Interruption.LOCKED)
    qtbot.waitUntil(lambda: Trouble.LOCKED in going.results()[0].troubles)
    going.close()


def test_nobody_is_waited_for_where_no_kiosk_is_paired(qtbot: QtBot, tmp_path: Path) -> None:
    going = RoomVisit(HOME, 0, 600, identity=tmp_path / "identity")
    with qtbot.waitSignal(going.ended, timeout=5_000):
        going.start()
    assert (going.results(), going.missing) == ([], [])
    going.close()


def test_the_facts_are_plain_and_whole(qtbot: QtBot, paired: PairedKiosk) -> None:
    going = visit(paired)
    with qtbot.waitSignal(going.ended, timeout=20_000):
        going.start()
    facts = json.loads(json.dumps(room._facts(going.results()[0])))
    assert facts["station"] == "7"
    assert facts["ready"] is False
    assert "window" in facts["troubles"]
    assert facts["version"] == __version__
    assert {"width", "height", "sound", "keyboard", "disk_free_mb", "clock_off_ms"} <= set(facts)
    assert "nonce" not in facts
    going.close()
