"""Only the pinned certificate is trusted, whatever TLS the system has.

Windows reports of every certificate that signs itself that it does (`SelfSignedCertificate`), even
of one that it was told to trust; OpenSSL and Apple do not.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QSslCertificate, QSslError

from hcmd_lab.network.certificate import make_certificate, parse_host_certificate
from hcmd_lab.network.host_line import HostLine, LinkTiming
from hcmd_lab.network.tls import parse_certificate

KINDS = [kind for kind in QSslError.SslError if kind is not QSslError.SslError.NoError]
SELF_SIGNED = QSslError.SslError.SelfSignedCertificate
DATES = QSslError.SslError.CertificateNotYetValid, QSslError.SslError.CertificateExpired


@pytest.fixture(scope="module")
def pinned() -> QSslCertificate:
    return made()


def made() -> QSslCertificate:
    return parse_certificate(
        parse_host_certificate(make_certificate(), Path("host.pem")).certificate_der
    )


def told(pinned: QSslCertificate, *errors: QSslError) -> list[str]:
    """What a line says of a host of which TLS reports these errors."""
    application = QCoreApplication.instance()
    assert application is not None
    line = HostLine("127.0.0.1", 1, bytes(pinned.toDer().data()), LinkTiming(), application)
    said: list[str] = []
    line.untrusted.connect(said.append)
    line.misdated.connect(lambda _: said.append("misdated"))
    line._on_ssl_errors(list(errors))
    line.deleteLater()
    return said


@pytest.mark.usefixtures("qapp")
def test_that_the_pinned_certificate_signs_itself_is_expected(pinned: QSslCertificate) -> None:
    assert told(pinned, QSslError(SELF_SIGNED, pinned)) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_else_is(pinned: QSslCertificate, kind: QSslError.SslError) -> None:
    of_pinned, of_another = QSslError(kind, pinned), QSslError(kind, made())
    if kind in DATES:
        assert told(pinned, of_pinned) == ["misdated"]
        assert told(pinned, QSslError(SELF_SIGNED, pinned), of_pinned) == ["misdated"]
        assert told(pinned, of_pinned, of_another) == [of_pinned.errorString()]
    elif kind is not SELF_SIGNED:
        assert told(pinned, of_pinned) == [of_pinned.errorString()]
        assert told(pinned, QSslError(SELF_SIGNED, pinned), of_pinned) == [of_pinned.errorString()]
    assert told(pinned, of_another) == [of_another.errorString()]
    assert told(pinned, QSslError(kind)) == [QSslError(kind).errorString()]
