import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import certificate as module
from hcmd_lab.network.certificate import make_certificate, parse_host_certificate
from hcmd_lab.timestamps import local_day

FILE = Path("identity")
BEGIN = b"-----BEGIN CERTIFICATE-----"


@pytest.fixture(scope="module")
def pem() -> bytes:
    return make_certificate()


def test_what_is_made_is_read(pem: bytes) -> None:
    made = parse_host_certificate(pem, FILE)
    assert parse_host_certificate(pem, FILE) == made
    assert made.fingerprint in repr(made)
    assert "PRIVATE" not in repr(made)


def test_it_is_what_the_stations_expect(pem: bytes) -> None:
    der = parse_host_certificate(pem, FILE).certificate_der
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


@pytest.mark.parametrize("keep", [0, 10, 900, 1800])
def test_a_part_of_it_is_damaged(pem: bytes, keep: int) -> None:
    with pytest.raises(OperatorError, match="damaged"):
        parse_host_certificate(pem[:keep], FILE)


def test_any_changed_byte_gives_a_working_certificate_or_a_sentence(pem: bytes) -> None:
    for at in range(0, len(pem), 37):
        changed = b"B" if pem[at : at + 1] == b"A" else b"A"
        with contextlib.suppress(OperatorError):
            parse_host_certificate(pem[:at] + changed + pem[at + 1 :], FILE)


def test_a_key_of_another_kind_is_not_this_programs(pem: bytes) -> None:
    other = ec.generate_private_key(ec.SECP256R1())
    key = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(OperatorError, match="damaged"):
        parse_host_certificate(key + BEGIN + pem.partition(BEGIN)[2], FILE)


def test_a_key_of_another_certificate_is_noticed(pem: bytes) -> None:
    mixed = make_certificate().partition(BEGIN)[0] + BEGIN + pem.partition(BEGIN)[2]
    with pytest.raises(OperatorError, match="damaged"):
        parse_host_certificate(mixed, FILE)


def test_an_expired_certificate_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIFE", timedelta(days=19))
    with pytest.raises(
        OperatorError, match=rf"expired on .* date is {local_day()}\. If that is wrong, set it"
    ):
        parse_host_certificate(make_certificate(), FILE)
