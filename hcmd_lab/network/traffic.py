"""What a session says to its stations and hears of them, whatever carries it."""

from PySide6.QtCore import QObject, Signal

from hcmd_lab.network.host_messages import ToStation


class StationTraffic(QObject):
    """The stations of a session, as the session knows them.

    Signals:
        station_connected(str): A station was let in; it waits for its first snapshot.
        station_lost(str, int): A station's connection has gone, after so many milliseconds of
            silence.
        command_received(str, object): A station and the `Command` it sent.
        exit_tried(str, bool): At a station somebody entered a PIN to leave the kiosk; whether it
            was the right one.
        kiosk_told(str, FromKiosk): A station, and what its kiosk says of itself.
        picture_wanted(str, str, int): A station, the SHA-256 of a picture, and the number of the
            part that it lacks.
        answered(str, int): A station has answered the question with this number.
    """

    station_connected = Signal(str)
    station_lost = Signal(str, int)
    command_received = Signal(str, object)
    exit_tried = Signal(str, bool)
    kiosk_told = Signal(str, object)
    picture_wanted = Signal(str, str, int)
    answered = Signal(str, object)

    def send(self, station: str, message: ToStation) -> None:
        """Send a message; without effect if the station is not connected."""
        raise NotImplementedError

    def ask(self, station: str, number: int) -> None:
        """Ask a station for a sign of life; `answered` follows all that it has sent before.

        Without effect if it is not connected.
        """
        raise NotImplementedError
