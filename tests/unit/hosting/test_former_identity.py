"""Studies of earlier versions had an identity each; kiosks that know one stay paired with it."""

from pathlib import Path

import pytest
from network_lab import HOME, Log
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.former_identity import FORMER_FILE, lend_identity
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.certificate import make_certificate, parse_host_certificate
from hcmd_lab.network.credentials import Credentials, save_credentials
from hcmd_lab.network.lab_identity import LabIdentity, PairedStation, identity_folder
from hcmd_lab.network.pairing import parse_code, token_sha256
from hcmd_lab.network.station import StationLink
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study

TOKEN = "a" * 64
PAIRED = PairedStation("7", token_sha256(TOKEN), "2026-01-01T10:00:00.000+00:00")


def earlier_study(folder: Path, participants: str = "people") -> tuple[Path, bytes]:
    """A study with a certificate of its own that station 7 is paired with."""
    study = playable_study(folder, 4, participants)
    pem = make_certificate()
    (study / "keys").mkdir()
    (study / "keys" / FORMER_FILE).write_bytes(pem)
    with Store.open(study) as store:
        store._database.sqlite.execute(
            "INSERT INTO station VALUES (?, ?, ?)",
            (PAIRED.name, PAIRED.token_sha256, PAIRED.paired_utc),
        )
    return study, pem


def test_the_first_study_whose_stations_are_paired_lends_its_identity(tmp_path: Path) -> None:
    study, pem = earlier_study(tmp_path / "study")
    identity = LabIdentity(tmp_path / "identity")
    with Store.open(study) as store:
        lend_identity(Study(store), identity)
        assert store.stations.all() == []
    assert identity.certificate() == parse_host_certificate(pem, tmp_path)
    assert identity.stations() == (PAIRED,)
    assert list((study / "keys").iterdir()) == [], "a study that is passed on has no key in it"


def test_a_computer_that_has_an_identity_keeps_it(tmp_path: Path) -> None:
    study, _ = earlier_study(tmp_path / "study")
    identity = LabIdentity(identity_folder())
    before = identity.certificate()
    with Store.open(study) as store:
        lend_identity(Study(store), identity)
        assert len(store.stations.all()) == 1
    assert (identity.certificate(), identity.stations()) == (before, ())
    assert not identity.adopt(make_certificate(), ()), "also where another program was faster"
    assert identity.certificate() == before


def test_a_study_that_no_station_knows_lends_nothing(tmp_path: Path) -> None:
    study, _ = earlier_study(tmp_path / "study")
    identity = LabIdentity(tmp_path / "identity")
    with Store.open(study) as store:
        store.stations.forget()
        lend_identity(Study(store), identity)
    assert not identity.exists


def test_a_study_of_simulated_participants_lends_nothing(tmp_path: Path) -> None:
    study, _ = earlier_study(tmp_path / "study", "simulated")
    identity = LabIdentity(tmp_path / "identity")
    with Store.open(study) as store:
        lend_identity(Study(store), identity)
    assert not identity.exists


def test_a_damaged_key_is_told_and_not_replaced(tmp_path: Path) -> None:
    study, pem = earlier_study(tmp_path / "study")
    (study / "keys" / FORMER_FILE).write_bytes(pem[:900])
    identity = LabIdentity(tmp_path / "identity")
    with Store.open(study) as store:
        host = SessionHost(Study(store), HOME, identity=tmp_path / "identity")
        with pytest.raises(OperatorError, match=r"lab-server\.pem is damaged"):
            host.open_session("acquire", 1, GAME_ALONE, 0)
    assert not identity.exists


def test_a_kiosk_of_an_earlier_study_comes_in_without_a_code(tmp_path: Path, qtbot: QtBot) -> None:
    study, pem = earlier_study(tmp_path / "study")
    der = parse_host_certificate(pem, tmp_path).certificate_der
    save_credentials(tmp_path / "7", Credentials(der, TOKEN))
    with Store.open(study) as store:
        host = SessionHost(Study(store), HOME, identity=tmp_path / "identity")
        host.open_session("acquire", 1, GAME_ALONE, 0)
        link = StationLink(HOME, host.port, "7", tmp_path / "7")
        with qtbot.waitSignal(link.connected):
            link.start()
        link.stop()
        host.close()


def test_a_kiosk_of_another_earlier_study_is_told_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    study, pem = earlier_study(tmp_path / "study")
    der = parse_host_certificate(pem, tmp_path).certificate_der
    save_credentials(tmp_path / "7", Credentials(der, TOKEN))
    with Store.open(study) as store:
        host = SessionHost(Study(store), HOME)
        host.open_session("acquire", 1, GAME_ALONE, 0)
        link = StationLink(HOME, host.port, "7", tmp_path / "7")
        log = Log(link, "untrusted", "rejected")
        with qtbot.waitSignal(link.untrusted):
            link.start()
        assert "pair the station again" in str(log.of("untrusted")[0][0])
        assert not log.of("rejected"), "it tries again: the rightful host may come back"
        link.stop()
        host.close()


def test_a_kiosk_stays_paired_when_another_study_is_opened(tmp_path: Path, qtbot: QtBot) -> None:
    port, code = 0, None
    link = None
    for name in ("one", "two"):
        with Store.open(playable_study(tmp_path / name, 4)) as store:
            host = SessionHost(Study(store), HOME)
            host.open_session("acquire", 1, GAME_ALONE, port)
            port, code = host.port, code or parse_code(host.pairing_code)
            if link is None:
                link = StationLink(HOME, port, "7", tmp_path / "7", code=code)
                link.start()
            seen = link
            qtbot.waitUntil(lambda seen=seen: seen.is_connected, timeout=10_000)
            assert host.runner.state.stations == {"7"}
            host.close()
            qtbot.waitUntil(lambda seen=seen: not seen.is_connected)
    assert link is not None
    link.stop()
