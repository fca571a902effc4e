"""Heartbeat: notices that the other side has gone silent.

TCP alone tells only of a peer that says goodbye: a cable pulled out or a computer switched off is
never noticed without asking.
"""

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtWebSockets import QWebSocket
from shiboken6 import isValid


def is_up(socket: QWebSocket) -> bool:
    """Whether a socket can be spoken to: PySide has been seen to lose one that was in use."""
    return isValid(socket) and socket.isValid()


class Heartbeat(QObject):
    """Pings a socket and watches for any sign of life.

    Silence is counted in this timer's own ticks and not by the clock: when this program itself
    stood still for a while, the peer's answers wait unread, and it must not be blamed for that.

    Args:
        socket: A connected socket.
        ping_ms: Between two pings.
        give_up_ms: Silence after which the peer counts as gone.

    Signals:
        peer_silent(): Nothing was heard for `give_up_ms`; emitted once.
        answered(int): The peer has answered a question of `ask`.
    """

    peer_silent = Signal()
    answered = Signal(object)  # a number of any size

    def __init__(self, socket: QWebSocket, ping_ms: int, give_up_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._give_up_ms = give_up_ms
        self._tick_ms = max(1, ping_ms // 2)
        self._ticks = 0
        self._silent_ms = 0
        self._pings = self._pongs = 0
        self._timer = QTimer(self)
        self._timer.setInterval(self._tick_ms)
        self._timer.timeout.connect(self._tick)
        socket.pong.connect(self._on_pong)

    @property
    def silent_ms(self) -> int:
        """How long the peer has been silent while this program was running."""
        return self._silent_ms

    @property
    def pings(self) -> int:
        """How many pings have been sent."""
        return self._pings

    @property
    def pongs(self) -> int:
        """How many of them have been answered, one after the other."""
        return self._pongs

    def start(self) -> None:
        """Start pinging."""
        self._timer.start()

    def ask(self, number: int) -> None:
        """Ask for a sign of life now; `answered` repeats the number.

        All that the peer has sent before it was asked arrives before its answer.
        """
        self._ping(str(number).encode())

    def _ping(self, payload: bytes = b"") -> None:
        # A closing socket reports it only when closed, and until then accepts no ping.
        if is_up(self._socket):
            self._pings += 1
            self._socket.ping(payload)

    def _on_pong(self, _elapsed_ms: int, payload: QByteArray) -> None:
        self.heard()
        self._pongs += 1
        number = bytes(payload.data())
        if number.isdigit():
            self.answered.emit(int(number))

    def stop(self) -> None:
        """Stop for good."""
        self._timer.stop()

    def heard(self) -> None:
        """Note a sign of life from the peer."""
        self._silent_ms = 0

    def _tick(self) -> None:
        self._silent_ms += self._tick_ms
        if self._silent_ms >= self._give_up_ms:
            self.stop()
            self.peer_silent.emit()
            return
        if self._ticks % 2 == 0:
            self._ping()
        self._ticks += 1
