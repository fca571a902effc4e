import stat
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from filelock import FileLock

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import lab_identity as module
from hcmd_lab.network.lab_identity import FILE_NAME, VARIABLE, LabIdentity, identity_folder

TOKEN = "0" * 64
OTHER = "1" * 64
MAC = "02:00:00:ab:cd:ef"


@pytest.fixture
def identity() -> LabIdentity:
    """That of a computer with a certificate and without stations."""
    return LabIdentity(identity_folder())


def claim(folder: Path, name: str) -> bytes:
    identity = LabIdentity(folder)
    certificate = identity.certificate().certificate_der
    identity.claim(name, TOKEN)
    return certificate


def names(identity: LabIdentity) -> list[str]:
    return [each.name for each in identity.stations()]


def test_it_is_made_once(tmp_path: Path) -> None:
    identity = LabIdentity(tmp_path / "new")
    assert not identity.exists
    assert identity.stations() == ()
    assert identity.find("1") is None
    assert not (tmp_path / "new").exists()
    made = identity.certificate()
    assert LabIdentity(tmp_path / "new").certificate() == made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    claim(folder, "1")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_stations_are_paired_and_released(identity: LabIdentity) -> None:
    for name in ("pc1", "pc0"):
        identity.claim(name, TOKEN)
    with pytest.raises(OperatorError, match="A station pc1 is already paired"):
        identity.claim("pc1", OTHER)
    again = LabIdentity(identity_folder())
    assert again.stations()[0].token_sha256 == TOKEN
    assert names(again) == ["pc1", "pc0"]
    again.release("pc1")
    again.release("pc1")
    assert identity.find("pc1") is None
    assert names(identity) == ["pc0"]


def test_another_folder_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert identity_folder() == tmp_path
    monkeypatch.delenv(VARIABLE)
    assert identity_folder().is_absolute()
    assert identity_folder() != tmp_path


@pytest.mark.parametrize("keep", [0, 1, 900, -1])
def test_a_damaged_file_is_explained_and_kept(identity: LabIdentity, keep: int) -> None:
    """Never a new identity in its place: the stations would not know it."""
    identity.claim("1", TOKEN)
    path = identity_folder() / FILE_NAME
    path.write_bytes(damage := path.read_bytes()[:keep])
    for use in (
        identity.certificate,
        identity.stations,
        lambda: identity.find("1"),
        lambda: identity.claim("2", TOKEN),
        lambda: identity.release("1"),
    ):
        with pytest.raises(OperatorError, match=r"lab-identity\.json is damaged; put it back"):
            use()
    assert path.read_bytes() == damage


def test_a_key_that_does_not_work_is_damage(identity: LabIdentity) -> None:
    path = identity_folder() / FILE_NAME
    path.write_text(path.read_text().replace("A", "B"))
    with pytest.raises(OperatorError, match="damaged"):
        identity.certificate()


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    with pytest.raises(OperatorError, match="give this user access"):
        LabIdentity(tmp_path / "file").certificate()


def test_a_file_that_is_locked_for_long_is_explained(
    identity: LabIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LOCKED_S", 0.01)
    with (
        FileLock(identity_folder() / FILE_NAME.replace("json", "lock")),
        pytest.raises(OperatorError, match="in use by another program"),
    ):
        identity.claim("1", TOKEN)


def test_programs_at_once_have_one_identity_and_lose_no_station(tmp_path: Path) -> None:
    folder, stations = tmp_path / "new", [f"s{number}" for number in range(8)]
    with ProcessPoolExecutor(4, get_context("spawn")) as pool:
        certificates = list(pool.map(claim, [folder] * 8, stations))
    assert len(set(certificates)) == 1
    assert sorted(names(LabIdentity(folder))) == stations


def test_the_network_card_of_a_paired_station_is_kept(identity: LabIdentity) -> None:
    identity.claim("1", TOKEN)
    identity.note({"2": {"mac": MAC}})
    assert [each.mac for each in identity.stations()] == [""]
    identity.note({"1": {"mac": MAC}})
    written = (identity_folder() / FILE_NAME).stat().st_mtime_ns
    identity.note({"1": {"mac": MAC}})
    assert (identity_folder() / FILE_NAME).stat().st_mtime_ns == written, "nothing is new"
    assert [each.mac for each in identity.stations()] == [MAC]
    assert identity.stations()[0].token_sha256 == TOKEN
