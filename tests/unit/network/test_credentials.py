import os
import stat
import sys
from pathlib import Path

import pytest
from network_lab import lab_certificate

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.credentials import (
    FILE_NAME,
    Credentials,
    load_credentials,
    save_credentials,
)

# Qt reads a certificate in peace only where there is an application.
pytestmark = pytest.mark.usefixtures("qapp")

PAIRED = Credentials(lab_certificate().certificate_der, "ab" * 32)


def test_a_pairing_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "stations" / "7"
    assert load_credentials(folder) is None
    save_credentials(folder, Credentials(PAIRED.certificate_der, "00" * 32))
    save_credentials(folder, PAIRED)
    assert load_credentials(folder) == PAIRED
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_a_pairing_of_the_first_versions_is_read(tmp_path: Path) -> None:
    save_credentials(tmp_path, PAIRED)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b',"exit_hash":""', b""))
    assert b"exit_hash" not in path.read_bytes()
    assert load_credentials(tmp_path) == PAIRED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    save_credentials(tmp_path / "7", PAIRED)
    assert stat.S_IMODE((tmp_path / "7" / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"token":"a"}',
        '{"certificate_der":"?"}',
        '{"certificate_der":"MDAw","token":"' + "ab" * 32 + '"}',
    ],
)
def test_a_damaged_pairing_is_explained(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(OperatorError, match="pair the station again"):
        load_credentials(tmp_path)


def test_a_failed_write_leaves_the_old_pairing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_credentials(tmp_path, PAIRED)

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OperatorError, match="No space left"):
        save_credentials(tmp_path, Credentials(PAIRED.certificate_der, "00" * 32))
    assert load_credentials(tmp_path) == PAIRED
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
