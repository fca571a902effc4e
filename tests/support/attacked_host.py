"""A host that listens, and clients of their own that come to it from any address."""

from typing import Any

from attacker import Attacker, beside
from network_lab import PIN, Log, MemoryRegistry, lab_certificate
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.network.host import LabHost

ELSEWHERE = "127.0.0.2"
"""Another address of this computer."""


class Lab:
    """A host that listens, with a memory of what it told."""

    def __init__(
        self, qtbot: QtBot, registry: MemoryRegistry | None = None, **details: Any
    ) -> None:
        self.qtbot = qtbot
        self.parent = QObject()
        self.registry = registry or MemoryRegistry()
        self.host = LabHost(
            lab_certificate(), self.registry, "session", PIN, parent=self.parent, **details
        )
        self.port = self.host.listen("127.0.0.1", 0)
        self.log = Log(self.host, "station_connected", "station_lost")
        self.attackers: list[Attacker] = []

    def come(self, address: str = "127.0.0.1") -> Attacker:
        """A connection from an address; to be called beside the host."""
        attacker = Attacker(self.port, address)
        self.attackers.append(attacker)
        return attacker

    def enter(self, station: str, address: str = "127.0.0.1") -> str:
        return beside(self.qtbot, lambda: self.come(address).enter(station, PIN))

    def answer_to_pair(self, station: str, address: str, pin: str = PIN) -> dict[str, Any]:
        answer = beside(self.qtbot, lambda: self.come(address).pair(station, pin))
        assert answer is not None
        return answer

    def answer_to_hello(self, station: str, token: str, address: str) -> dict[str, Any]:
        answer = beside(self.qtbot, lambda: self.come(address).hello(station, token))
        assert answer is not None
        return answer

    def kinds(self) -> set[AlarmKind]:
        return {alarm.kind for alarm in self.host.alarms.all}

    def leave(self, station: str) -> None:
        for attacker in self.attackers:
            attacker.close()
        self.qtbot.waitUntil(lambda: station not in self.host.stations, timeout=10_000)

    def close(self) -> None:
        for attacker in self.attackers:
            attacker.close()
        self.host.close()
