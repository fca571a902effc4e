"""The host's certificate: self-signed, made once, kept with its private key.

RSA-2048, because Schannel on Windows is unhappy with self-signed P-256 certificates. The life of
820 days and the extended key usage are what macOS asks of any server certificate.

Only the host imports this module: stations have no need for `cryptography`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.pairing import certificate_fingerprint
from hcmd_lab.network.tls import HOST_NAME
from hcmd_lab.timestamps import local_day

_LIFE = timedelta(days=820)
_BACKDATED = timedelta(days=20)  # a kiosk's clock may be behind


@dataclass(frozen=True, slots=True)
class HostCertificate:
    """A certificate and its private key.

    Attributes:
        certificate_der: The certificate.
        key_pem: The private key; never shown or sent.
        expires_utc: When stations stop trusting the certificate.
    """

    certificate_der: bytes
    key_pem: bytes
    expires_utc: datetime

    @property
    def fingerprint(self) -> str:
        """The part of the pairing code that stands for this certificate."""
        return certificate_fingerprint(self.certificate_der)

    def __repr__(self) -> str:
        return f"HostCertificate({self.fingerprint})"


def parse_host_certificate(pem: bytes, path: Path) -> HostCertificate:
    """Read a private key with its certificate.

    Args:
        pem: Both, as `make_certificate` makes them.
        path: The file that they come from, for error messages.

    Raises:
        OperatorError: They are damaged, or the certificate has expired.
    """
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        # The file is this program's own: that its key works is proved below, in a twentieth of
        # the time that it takes to check the key's primes.
        key = load_pem_private_key(pem, password=None, unsafe_skip_rsa_key_validation=True)
        _prove(certificate, key)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm) as error:
        raise damaged(path) from error
    if certificate.not_valid_after_utc < datetime.now(UTC):
        raise OperatorError(
            "The lab computer's certificate in {path} expired on {day}, and this computer's date "
            "is {today}. If that is wrong, set it; otherwise delete the file to get a new "
            "certificate and pair the stations again.",
            path=path,
            day=f"{certificate.not_valid_after_utc:%Y-%m-%d}",
            today=local_day(),
        )
    return HostCertificate(
        certificate.public_bytes(Encoding.DER),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        certificate.not_valid_after_utc,
    )


def damaged(path: Path) -> OperatorError:
    """The error for a file whose key, certificate or stations cannot be made out."""
    return OperatorError(
        "The lab computer's identity {path} is damaged; put it back from a backup, or delete it "
        "to get a new one and pair the stations again.",
        path=path,
    )


def _prove(certificate: x509.Certificate, key: object) -> None:
    """Sign data with the private key and verify it with the certificate's public key."""
    public_key = certificate.public_key()
    if not isinstance(key, rsa.RSAPrivateKey) or not isinstance(public_key, rsa.RSAPublicKey):
        raise TypeError("only RSA keys are made here")
    signature = key.sign(b"", PKCS1v15(), hashes.SHA256())
    public_key.verify(signature, b"", PKCS1v15(), hashes.SHA256())


def make_certificate() -> bytes:
    """A new private key with its self-signed certificate, as PEM."""
    now_utc = datetime.now(UTC)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST_NAME)])
    usage = x509.KeyUsage(
        digital_signature=True,
        key_encipherment=True,
        content_commitment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now_utc - _BACKDATED)
        .not_valid_after(now_utc - _BACKDATED + _LIFE)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST_NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + certificate.public_bytes(Encoding.PEM)
