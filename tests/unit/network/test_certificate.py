import contextlib
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import certificate as module
from hcmd_lab.network.certificate import FILE_NAME, load_or_make_certificate


def test_it_is_made_once(tmp_path: Path) -> None:
    made = load_or_make_certificate(tmp_path / "keys")
    assert load_or_make_certificate(tmp_path / "keys") == made
    assert made.fingerprint in repr(made)
    assert "PRIVATE" not in repr(made)


def test_it_is_what_the_stations_expect(tmp_path: Path) -> None:
    der = load_or_make_certificate(tmp_path).certificate_der
    parsed = x509.load_der_x509_certificate(der)
    key = parsed.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    assert key.key_size == 2048
    names = parsed.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["lab-server"]
    now = datetime.now(UTC)
    assert parsed.not_valid_before_utc < now - timedelta(days=7)
    assert now + timedelta(days=730) < parsed.not_valid_after_utc
    assert parsed.not_valid_after_utc - parsed.not_valid_before_utc <= timedelta(days=825)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    load_or_make_certificate(tmp_path / "keys")
    assert stat.S_IMODE((tmp_path / "keys" / FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "keys").iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("keep", [0, 10, 900, 1800])
def test_a_damaged_file_is_explained_and_kept(tmp_path: Path, keep: int) -> None:
    load_or_make_certificate(tmp_path)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(OperatorError, match="damaged"):
        load_or_make_certificate(tmp_path)
    assert len(path.read_bytes()) == keep


def test_any_changed_byte_gives_a_working_certificate_or_a_sentence(tmp_path: Path) -> None:
    load_or_make_certificate(tmp_path)
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    for at in range(0, len(whole), 37):
        path.write_bytes(
            whole[:at] + (b"B" if whole[at : at + 1] == b"A" else b"A") + whole[at + 1 :]
        )
        with contextlib.suppress(OperatorError):
            load_or_make_certificate(tmp_path)


def test_a_key_of_another_kind_is_not_this_programs(tmp_path: Path) -> None:
    load_or_make_certificate(tmp_path)
    path = tmp_path / FILE_NAME
    _, begin, certificate = path.read_text().partition("-----BEGIN CERTIFICATE-----")
    other = ec.generate_private_key(ec.SECP256R1())
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    path.write_text(pem + begin + certificate)
    with pytest.raises(OperatorError, match="damaged"):
        load_or_make_certificate(tmp_path)


def test_a_key_of_another_certificate_is_noticed(tmp_path: Path) -> None:
    pems = []
    for name in ("one", "two"):
        load_or_make_certificate(tmp_path / name)
        pems.append((tmp_path / name / FILE_NAME).read_text())
    begin = "-----BEGIN CERTIFICATE-----"
    mixed = pems[0].partition(begin)[0] + begin + pems[1].partition(begin)[2]
    (tmp_path / "one" / FILE_NAME).write_text(mixed)
    with pytest.raises(OperatorError, match="damaged"):
        load_or_make_certificate(tmp_path / "one")


def test_an_expired_certificate_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LIFE", timedelta(days=19))
    with pytest.raises(OperatorError, match="expired"):
        load_or_make_certificate(tmp_path)


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where the folder should be")
    with pytest.raises(OperatorError, match="access to the folder"):
        load_or_make_certificate(tmp_path / "keys")
