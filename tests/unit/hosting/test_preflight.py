"""What is found before a session is opened, in a study that can acquire and around it."""

import shutil
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import studies
from pytestqt.qtbot import QtBot

from hcmd_lab.computer import PowerSource, of_linux
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting import preflight
from hcmd_lab.hosting.preflight import Check, Finding, Verdict
from hcmd_lab.network.addresses import NetworkAddress
from hcmd_lab.network.lab_identity import FILE_NAME, LabIdentity, identity_folder
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import LOW_DISK_BYTES
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now
from ui.control.session.preflight_words import finding_sentence


@pytest.fixture
def study(tmp_path: Path, qtbot: QtBot) -> Iterator[Study]:
    store = Store.open(studies.playable_study(tmp_path / "study", 4))
    yield Study(store)
    store.close()


def find(study: Study, check: Check, **changes: object) -> Finding:
    commands: dict[str, object] = {
        "purpose": "acquire",
        "address": "127.0.0.1",
        "port": 0,
    } | changes
    purpose = commands.pop("purpose")
    findings = preflight.examine(study, purpose, **commands)
    (found,) = (finding for finding in findings if finding.check is check)
    return found


def open_session(study: Study, utc: str) -> None:
    plan, _ = study.plan_session("acquire", 1, GAME_ALONE)
    study.store.log.append("abcd1234", [SessionOpened(0, plan)], utc)


def test_a_sound_lab_has_nothing_that_stops(study: Study) -> None:
    findings = preflight.examine(study, "acquire", address="127.0.0.1", port=0)
    assert not preflight.blocks(findings)
    assert {Check.STEP, Check.PORT, Check.NETWORK, Check.DISK, Check.CLOCK} <= {
        finding.check for finding in findings
    }


def test_a_port_that_is_taken_stops(study: Study) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = find(study, Check.PORT, port=port)
    assert found.verdict is Verdict.STOPS
    assert found.facts["port"] == str(port)
    assert find(study, Check.PORT, port=port).verdict is Verdict.OK


def test_an_address_of_another_computer_stops(study: Study) -> None:
    found = find(study, Check.PORT, address="192.0.2.1")
    assert found.verdict is Verdict.STOPS
    assert "this computer has no such address" in finding_sentence(found)
    assert "lose the program" not in finding_sentence(found)


@pytest.mark.parametrize(
    ("free", "verdict"),
    [
        (LOW_DISK_BYTES - 1, Verdict.STOPS),
        (LOW_DISK_BYTES, Verdict.ATTENTION),
        (100 * LOW_DISK_BYTES, Verdict.OK),
    ],
)
def test_a_full_disk_stops(
    study: Study, monkeypatch: pytest.MonkeyPatch, free: int, verdict: Verdict
) -> None:
    usage = shutil.disk_usage(".")._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    assert find(study, Check.DISK).verdict is verdict


def test_a_session_that_the_study_does_not_play_stops(study: Study) -> None:
    found = find(study, Check.STEP, purpose="evaluate")
    assert found.verdict is Verdict.STOPS
    assert "EVALUATE is not possible now" in str(found.facts["sentence"])
    assert find(study, Check.STEP, purpose="pilot").verdict is Verdict.OK


def test_a_session_that_waits_stops_another(study: Study) -> None:
    assert find(study, Check.UNFINISHED).verdict is Verdict.OK
    open_session(study, utc_now())
    found = find(study, Check.UNFINISHED)
    assert (found.verdict, found.facts["session"]) == (Verdict.STOPS, "abcd1234")


def test_a_clock_that_went_back_needs_attention(study: Study) -> None:
    now = datetime.now(UTC)
    open_session(study, (now + timedelta(hours=1)).isoformat(timespec="milliseconds"))
    assert find(study, Check.CLOCK, now=now).verdict is Verdict.ATTENTION
    assert find(study, Check.CLOCK, now=now + timedelta(hours=2)).verdict is Verdict.OK


def test_another_version_of_the_program_needs_attention(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_session(study, utc_now())
    assert find(study, Check.VERSION).verdict is Verdict.OK
    monkeypatch.setattr(preflight, "__version__", "99.0")
    found = find(study, Check.VERSION)
    assert (found.verdict, found.facts["now"]) == (Verdict.ATTENTION, "99.0")


def test_training_that_runs_is_named(study: Study) -> None:
    assert find(study, Check.TRAINING).verdict is Verdict.OK
    found = find(study, Check.TRAINING, training="optimize")
    assert (found.verdict, found.facts["step"]) == (Verdict.ATTENTION, "OPTIMIZE")


def test_listening_to_this_computer_alone_needs_attention(study: Study) -> None:
    assert find(study, Check.NETWORK).verdict is Verdict.ATTENTION


def test_addresses_come_with_their_interfaces(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [NetworkAddress("192.168.1.10", "Ethernet")]
    monkeypatch.setattr(preflight, "network_addresses", lambda: known)
    found = find(study, Check.NETWORK, address="0.0.0.0")  # noqa: S104
    assert found.facts["addresses"] == "192.168.1.10 (Ethernet)"
    monkeypatch.setattr(preflight, "network_addresses", list)
    assert find(study, Check.NETWORK, address="0.0.0.0").verdict is Verdict.ATTENTION  # noqa: S104


def test_power_is_told_by_the_mains_adapter(tmp_path: Path) -> None:
    assert of_linux(tmp_path / "nowhere") is PowerSource.UNKNOWN
    for name, kind in (("AC", "Mains"), ("BAT0", "Battery")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text(f"{kind}\n")
    (tmp_path / "AC" / "online").write_text("0\n")
    assert of_linux(tmp_path) is PowerSource.BATTERY
    (tmp_path / "AC" / "online").write_text("1\n")
    assert of_linux(tmp_path) is PowerSource.MAINS


def test_kiosks_know_this_computer_for_a_while(study: Study) -> None:
    identity = LabIdentity(identity_folder())
    identity.claim("7", "0" * 64)
    found = find(study, Check.IDENTITY)
    assert found.verdict is Verdict.OK
    assert str(found.facts["kiosks"]) == "1 kiosk"
    expires = identity.certificate().expires_utc
    later = find(study, Check.IDENTITY, now=expires - timedelta(days=59))
    assert (later.verdict, later.facts) == (Verdict.ATTENTION, {"day": f"{expires:%Y-%m-%d}"})
    (identity_folder() / FILE_NAME).write_text("{")
    broken = find(study, Check.IDENTITY)
    assert broken.verdict is Verdict.STOPS
    assert "is damaged" in str(broken.facts["sentence"])
    (identity_folder() / FILE_NAME).unlink()
    assert find(study, Check.IDENTITY).verdict is Verdict.OK
    assert not identity.exists, "a look makes none"


class Through:
    """As much of a session's host as the firewall's check asks for."""

    def __init__(self, port: int, *stations: str) -> None:
        self.port = port
        self.stations_elsewhere = frozenset(stations)


@pytest.mark.parametrize(
    ("hosted", "verdict"),
    [
        (None, Verdict.ATTENTION),
        (Through(8765), Verdict.ATTENTION),
        (Through(8765, "3", "7"), Verdict.OK),
        # Another port may be closed.
        (Through(9000, "3"), Verdict.ATTENTION),
    ],
)
def test_a_connected_kiosk_settles_what_the_firewall_does(
    hosted: Through | None, verdict: Verdict
) -> None:
    found = preflight.firewall(8765, hosted)  # type: ignore[arg-type]
    assert found.verdict is verdict
    words = finding_sentence(found)
    if verdict is Verdict.OK:
        assert words == "The firewall lets kiosks through on port 8765: 2 kiosks."
    else:
        assert words.startswith("If Windows asks")
