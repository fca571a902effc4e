"""Versions in order, and the names that an update's files may have."""

from itertools import pairwise
from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.updates.releases import is_newer, is_served, order_of, told_by_name

IN_ORDER = (
    "0.1.9", "0.2.0.dev0", "0.2.0.dev3", "0.2.0a1", "0.2.0b1", "0.2.0rc1", "0.2.0rc2", "0.2.0",
    "0.2.1", "0.10.0", "1.0.0",
)  # fmt: skip


def test_versions_are_in_order() -> None:
    assert sorted(set(IN_ORDER), key=order_of) == list(IN_ORDER)
    for former, later in pairwise(IN_ORDER):
        assert is_newer(later, former)
        assert not is_newer(former, later)
        assert not is_newer(later, later)


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3/..", "../1.2.3", "1.2.3 ", "1.2.3x1"])
def test_what_is_no_version_is_never_newer(version: str) -> None:
    assert not is_newer(version, "0.0.1")
    assert not is_newer("9.9.9", version)
    with pytest.raises(ValueError, match="no version"):
        order_of(version)


def test_the_names_of_an_update_are_few() -> None:
    assert is_served("timestamp.json")
    assert is_served("12.root.json")
    assert is_served(f"{'0' * 64}.hcmd-kiosk-windows-x64.tar.gz")
    for name in ("root.json", "0.root.json", "1.keys.json", f"{'0' * 64}.tar.gz", "signed.json"):
        assert not is_served(name)


def test_a_package_tells_version_and_system_by_its_name() -> None:
    made = Path("out") / "hcmd-kiosk-0.2.0.dev0-linux-x86_64.tar.gz"
    assert told_by_name(made) == ("0.2.0.dev0", "linux-x86_64")
    with pytest.raises(UsageError, match=r"hcmd-kiosk_0.2.0_amd64.deb is no kiosk’s package"):
        told_by_name(Path("hcmd-kiosk_0.2.0_amd64.deb"))
