"""What simulated participants pair is forgotten with the program that they are part of."""

from pathlib import Path

import pytest

from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.session_registry import SessionRegistry


@pytest.fixture
def kept(tmp_path: Path) -> LabIdentity:
    identity = LabIdentity(tmp_path)
    identity.certificate()
    identity.claim("1", "a" * 64)
    return identity


def test_a_simulated_station_is_paired_and_not_kept(kept: LabIdentity) -> None:
    registry = SessionRegistry(kept)
    registry.expect_simulated("sim-1")
    assert registry.find("sim-1") is None
    registry.claim("sim-1", "b" * 64)
    registry.note({"sim-1": {"confirmed": 2}, "1": {"address": "10.0.0.7"}})
    found = registry.find("sim-1")
    assert found is not None
    assert (found.token_sha256, found.confirmed) == ("b" * 64, 2)
    assert [(each.name, each.address) for each in kept.stations()] == [("1", "10.0.0.7")]
    assert SessionRegistry(kept).find("sim-1") is None, "as after a kill"
    registry.release("sim-1")
    registry.note({"sim-1": {"confirmed": 3}})
    assert registry.find("sim-1") is None


def test_all_other_stations_are_the_lab_computers(kept: LabIdentity) -> None:
    registry = SessionRegistry(kept)
    registry.claim("2", "c" * 64)
    assert registry.find("2") == kept.find("2")
    assert registry.token_key() == kept.token_key()
    registry.release("1")
    assert [each.name for each in kept.stations()] == ["2"]


def test_what_an_earlier_version_has_left_is_released(kept: LabIdentity) -> None:
    kept.claim("sim-1", "d" * 64)
    SessionRegistry(kept).expect_simulated("sim-1")
    assert [each.name for each in kept.stations()] == ["1"]
