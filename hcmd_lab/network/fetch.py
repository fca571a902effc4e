"""Fetches a host's certificate before anything is trusted."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkProxy, QSslSocket


class CertificateFetch(QObject):
    """A TLS connection that sends nothing, trusts nothing and keeps the host's certificate.

    Any host may answer with any certificate: the caller compares it with the pairing code.

    Signals:
        fetched(bytes): The certificate as DER.
        failed(): No certificate arrived in time.
    """

    fetched = Signal(bytes)
    failed = Signal()

    def __init__(self, host: str, port: int, timeout_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self._port = port
        self._done = False
        self._socket = QSslSocket(self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyNone)
        self._socket.encrypted.connect(self._on_encrypted)
        self._socket.errorOccurred.connect(self._give_up)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(timeout_ms)
        self._timer.timeout.connect(self._give_up)

    def start(self) -> None:
        """Connect."""
        self._timer.start()
        self._socket.connectToHostEncrypted(self._host, self._port)

    def abort(self) -> None:
        """End without emitting a signal."""
        self._done = True
        self._timer.stop()
        self._socket.abort()

    def _on_encrypted(self) -> None:
        certificate = bytes(self._socket.peerCertificate().toDer().data())
        if not self._done:
            self.abort()
            self.fetched.emit(certificate)

    def _give_up(self) -> None:
        if not self._done:
            self.abort()
            self.failed.emit()
