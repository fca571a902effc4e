"""Keys are made, replaced and hidden; packages are signed into a folder of their own."""

import os
from pathlib import Path

import pytest
from update_folders import SYSTEM, UpdateMaker, package, packed

from hcmd_lab.errors import UsageError
from hcmd_lab.updates.keys import PASSPHRASE, new_keys
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.releases import SYSTEMS
from hcmd_lab.updates.signing import sign_packages
from hcmd_lab.updates.trust import SHIPPED, fingerprint, trust, trusted_root


@pytest.fixture
def maker(tmp_path: Path) -> UpdateMaker:
    return UpdateMaker(tmp_path / "maker")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
def test_private_keys_are_their_owners_alone(maker: UpdateMaker) -> None:
    for name in ("root.pem", "release.pem"):
        assert (maker.keys / name).stat().st_mode & 0o077 == 0
    assert maker.keys.stat().st_mode & 0o077 == 0


def test_keys_are_not_written_over(maker: UpdateMaker) -> None:
    before = maker.root
    with pytest.raises(UsageError, match="is not empty"):
        new_keys(maker.keys)
    assert maker.root == before


def test_a_passphrase_is_asked_of_the_environment(
    maker: UpdateMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "correct horse")
    new_keys(tmp_path / "hidden")
    assert b"ENCRYPTED" in (tmp_path / "hidden" / "release.pem").read_bytes()
    made = [package(tmp_path, "1.2.3")]
    sign_packages(made, tmp_path / "hidden", tmp_path / "update")
    for other in ("", "wrong"):
        monkeypatch.setenv(PASSPHRASE, other)
        with pytest.raises(UsageError, match=f"passphrase .* {PASSPHRASE}"):
            sign_packages(made, tmp_path / "hidden", tmp_path / "update")


def test_an_update_says_what_it_is_for(maker: UpdateMaker) -> None:
    maker.sign("1.2.3", systems=SYSTEMS)
    offer = open_offer(maker.into)
    assert offer.versions == dict.fromkeys(SYSTEMS, "1.2.3")
    assert offer.keys == fingerprint(maker.root)


def test_signing_again_replaces_the_update(maker: UpdateMaker) -> None:
    maker.sign("1.2.3")
    maker.sign("1.2.4")
    assert open_offer(maker.into).versions == {SYSTEM: "1.2.4"}
    assert len(list(maker.into.glob("*.gz"))) == 1


def test_nothing_else_is_replaced(maker: UpdateMaker) -> None:
    maker.into.mkdir()
    (maker.into / "thesis.tex").write_text("x")
    with pytest.raises(UsageError, match=r"other files in it, such as thesis\.tex"):
        maker.sign("1.2.3")
    assert (maker.into / "thesis.tex").exists()


def test_packages_are_of_one_version(maker: UpdateMaker, tmp_path: Path) -> None:
    made = [
        package(tmp_path, "1.2.3", system=SYSTEMS[0]),
        package(tmp_path, "1.2.4", system=SYSTEMS[1]),
    ]
    with pytest.raises(UsageError, match="packages of one version"):
        sign_packages(made, maker.keys, maker.into)


def test_a_package_without_the_program_is_not_signed(maker: UpdateMaker, tmp_path: Path) -> None:
    made = packed(tmp_path / f"hcmd-kiosk-1.2.3-{SYSTEM}.tar.gz", ("hcmd-kiosk/readme", b"x"))
    with pytest.raises(UsageError, match="does not hold the kiosk’s program"):
        sign_packages([made], maker.keys, maker.into)
    made.write_bytes(b"no archive")
    with pytest.raises(UsageError, match="cannot be read"):
        sign_packages([made], maker.keys, maker.into)


def test_keys_of_two_folders_do_not_sign_together(maker: UpdateMaker, tmp_path: Path) -> None:
    new_keys(tmp_path / "others")
    (maker.keys / "release.pem").write_bytes((tmp_path / "others" / "release.pem").read_bytes())
    with pytest.raises(UsageError, match="do not belong together"):
        maker.sign("1.2.3")


@pytest.mark.parametrize("name", ["timestamp.json", "1.targets.json", "1.root.json"])
def test_an_update_that_is_not_whole_is_not_offered(maker: UpdateMaker, name: str) -> None:
    maker.sign("1.2.3")
    (maker.into / name).unlink()
    with pytest.raises(UsageError, match=r"not whole|holds no update"):
        open_offer(maker.into)


def test_a_changed_package_is_not_offered(maker: UpdateMaker) -> None:
    maker.sign("1.2.3")
    (packed_file,) = maker.into.glob("*.gz")
    packed_file.write_bytes(packed_file.read_bytes() + b"x")
    with pytest.raises(UsageError, match="is not whole"):
        open_offer(maker.into)


@pytest.mark.parametrize("data", [b"", b"{}", b"not json", b"\xff"])
def test_a_station_trusts_keys_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "root.json").write_bytes(data)
    with pytest.raises(UsageError, match=r"root\.json holds no keys"):
        trust(tmp_path / "root.json", tmp_path / "state")
    assert trusted_root(tmp_path / "state") is None


def test_a_station_keeps_the_keys_that_it_was_told(maker: UpdateMaker, tmp_path: Path) -> None:
    assert trust(maker.keys / "root.json", tmp_path / "state") == fingerprint(maker.root)
    assert trusted_root(tmp_path / "state") == maker.root


def test_what_the_lab_has_told_counts_before_what_was_shipped(
    maker: UpdateMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hcmd_lab.updates.trust.RESOURCES", tmp_path)
    state = tmp_path / "state"
    assert trusted_root(state) is None
    (tmp_path / SHIPPED).write_bytes(b"shipped")
    assert trusted_root(state) == b"shipped"
    trust(maker.keys / "root.json", state)
    assert trusted_root(state) == maker.root
