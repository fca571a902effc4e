"""A visit to the stations between sessions that gives them the kiosk's new version."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.update_host import UpdateHost
from hcmd_lab.network.update_messages import PART_BYTES, UpdateHello, UpdateState
from hcmd_lab.updates.offer import OfferedUpdate
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.releases import is_newer, target_name
from hcmd_lab.updates.stations import OPEN, Stage, Updated

AT_ONCE = 4
"""Stations that fetch at the same time: a network of 100 Mbit/s and its disk bear that."""

_TRIES = 3


class UpdateVisit(QObject):
    """Waits for paired stations and gives each of them the update, a few at once.

    Nothing is given before `begin`, which the experimenter asks for and nothing else. It listens
    where a session listens, so that neither can be there while the other is.

    Args:
        offer: The update.
        address: Network address to listen on.
        port: Port that the kiosks know.
        identity: Folder of the lab computer's identity; None for the usual one.
        limits: Limits on stations.

    Signals:
        changed(): Something is known anew of a station.
        ended(): No station is left that could take it.

    Attributes:
        stations: What is known of each paired station, by its name.
        port: The port, once it listens.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        offer: OfferedUpdate,
        address: str,
        port: int,
        *,
        identity: Path | None = None,
        limits: HostLimits | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        kept = LabIdentity(identity or identity_folder())
        self._offer = offer
        self._address = address
        self.port = port
        self._tries: dict[str, int] = {}
        self._is_told = False
        self.stations = {each.name: Updated(each.name) for each in kept.stations()}
        self._host = UpdateHost(
            kept.certificate(),
            kept,
            lambda name, part: offer.part_of(name, part, PART_BYTES),
            limits,
            self,
        )
        self._host.came.connect(self._on_came)
        self._host.fetched.connect(self._on_fetched)
        self._host.told.connect(self._on_told)
        self._host.left.connect(self._on_left)

    def start(self) -> int:
        """Let stations come and say what they have; returns the port.

        Raises:
            OperatorError: The port is taken, perhaps by a session.
        """
        self.port = self._host.listen(self._address, self.port)
        return self.port

    def begin(self) -> None:
        """Give the update to the stations from now on."""
        self._is_told = True
        for station in self.of(Stage.HERE):
            self._note(replace(self.stations[station], stage=Stage.WAITING))
        self._begin_some()
        if not self.stations:
            QTimer.singleShot(0, self, self.ended.emit)

    def close(self) -> None:
        """Stop offering it; stations wait for the lab computer again."""
        self._host.close()

    def of(self, stage: Stage) -> Collection[str]:
        """The stations at a stage."""
        return [each.station for each in self.stations.values() if each.stage is stage]

    def _on_came(self, hello: UpdateHello) -> None:
        station, offered = hello.station, self._offer.versions.get(hello.system, "")
        stage = Stage.WAITING if self._is_told else Stage.HERE
        known = Updated(station, stage, hello.version, hello.system, offered)
        tried = self._tries.get(station, 0)
        was = self.stations[station].stage if station in self.stations else Stage.AWAY
        if not offered:
            known = _not_taken(known, Why.OTHER_SYSTEM, hello.system)
        elif not is_newer(offered, hello.version):
            known = replace(known, stage=Stage.DONE)
        elif hello.busy:
            known = _not_taken(known, Why.IN_SESSION)
        elif tried and hello.failed == offered:
            known = _not_taken(known, Why.NOT_STARTED, hello.detail)
        elif was is Stage.RESTARTING:
            known = _not_taken(known, Why.OTHER_VERSION)
        elif tried >= _TRIES:
            known = _not_taken(known, Why.CUT)
        self._note(known)
        if known.stage is not stage:
            self._host.end(station, known.stage.value)
        self._begin_some()

    def _begin_some(self) -> None:
        for station in list(self.of(Stage.WAITING))[: AT_ONCE - len(self.of(Stage.FETCHING))]:
            self._tries[station] = self._tries.get(station, 0) + 1
            self._note(replace(self.stations[station], stage=Stage.FETCHING))
            self._host.begin(station)

    def _on_fetched(self, station: str, name: str, part: int, parts: int) -> None:
        known = self.stations[station]
        if known.stage is Stage.FETCHING and name.endswith(tuple(map(target_name, self._systems))):
            percent = 100 * (part + 1) // parts
            if percent != known.percent:
                self._note(replace(known, percent=percent))

    @property
    def _systems(self) -> Collection[str]:
        return self._offer.versions.keys()

    def _on_told(self, station: str, told: UpdateState) -> None:
        known = self.stations[station]
        if known.stage is not Stage.FETCHING:
            return
        if told.state == "taken":
            self._note(replace(known, stage=Stage.RESTARTING, percent=100))
        else:
            self._note(_not_taken(known, told.why, told.detail))
            self._host.end(station, Stage.NOT_TAKEN.value)
        self._begin_some()

    def _on_left(self, station: str) -> None:
        known = self.stations[station]
        if known.stage in (Stage.HERE, Stage.WAITING, Stage.FETCHING):
            self._note(replace(known, stage=Stage.AWAY, percent=0))
        self._begin_some()

    def _note(self, known: Updated) -> None:
        self.stations[known.station] = known
        self.changed.emit()
        if all(each.stage not in OPEN for each in self.stations.values()):
            self.ended.emit()


def _not_taken(known: Updated, why: str, detail: str = "") -> Updated:
    return replace(known, stage=Stage.NOT_TAKEN, why=str(why), detail=detail)
