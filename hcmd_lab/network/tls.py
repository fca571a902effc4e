"""TLS configuration of both sides: one certificate, pinned by the stations."""

from PySide6.QtNetwork import (
    QSsl,
    QSslCertificate,
    QSslConfiguration,
    QSslError,
    QSslKey,
    QSslSocket,
)

HOST_NAME = "lab-server"
"""The name in the host's certificate, whatever address the host has."""


def host_configuration(certificate_der: bytes, key_pem: bytes) -> QSslConfiguration:
    """TLS 1.2 or later with the host's own certificate; stations show none."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setLocalCertificate(parse_certificate(certificate_der))
    configuration.setCaCertificates([])  # the system's hundreds are read for each connection else
    configuration.setPrivateKey(QSslKey(key_pem, QSsl.KeyAlgorithm.Rsa))
    configuration.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyNone)
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_2OrLater)
    return configuration


def pinned_configuration(certificate_der: bytes) -> QSslConfiguration:
    """TLS 1.2 or later that trusts only this certificate and no authority."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setCaCertificates([parse_certificate(certificate_der)])
    configuration.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_2OrLater)
    return configuration


def expected_errors(certificate_der: bytes) -> list[QSslError]:
    """What TLS may complain of although the host shows the pinned certificate.

    Windows complains of every certificate that signs itself and is no authority, even of one that
    it was told to trust. Of any other certificate the complaint is another one.
    """
    pinned = parse_certificate(certificate_der)
    return [QSslError(QSslError.SslError.SelfSignedCertificate, pinned)]


def date_errors(certificate_der: bytes) -> list[QSslError]:
    """What TLS complains of where the host shows the pinned certificate on a day that is not its.

    A lab computer does not serve with a certificate that has ended: the clock here is wrong.
    """
    pinned = parse_certificate(certificate_der)
    return [
        QSslError(QSslError.SslError.CertificateNotYetValid, pinned),
        QSslError(QSslError.SslError.CertificateExpired, pinned),
    ]


def parse_certificate(der: bytes) -> QSslCertificate:
    """Read a certificate.

    Raises:
        ValueError: The bytes are none.
    """
    certificate = QSslCertificate(der, QSsl.EncodingFormat.Der)
    if certificate.isNull():
        raise ValueError("these bytes are no certificate")
    return certificate
