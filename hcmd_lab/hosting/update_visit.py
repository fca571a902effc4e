"""A visit to the stations between sessions that gives them the kiosk's new version."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.hosting.host_announcement import HostAnnouncement
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.update_host import UpdateHost
from hcmd_lab.network.update_messages import PART_BYTES, UpdateHello, UpdateState
from hcmd_lab.updates.offer import OfferedUpdate
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.releases import is_at_least, target_name
from hcmd_lab.updates.stations import OPEN, Stage, Updated

AT_ONCE = 4
"""Stations that fetch at the same time: a network of 100 Mbit/s and its disk bear that."""

_TRIES = 3
_BUSY_TRIES = 150
"""Of a station whose computer is taking the update for another station."""

_BUSY_MS = 2000
_FINAL = frozenset({Why.NOT_STARTED, Why.OTHER_VERSION, Why.RETURNED})
"""Why a station that has taken the update is not given it again by the same visit."""


class UpdateVisit(QObject):
    """Waits for paired stations and gives each of them the update, a few at once.

    Nothing is given before `begin`, which the experimenter asks for and nothing else. It listens
    where a session listens, so that neither can be there while the other is.

    Args:
        offer: The update.
        address: Network address to listen on.
        port: Port that the kiosks know.
        identity: Folder of the lab computer's identity; None for the usual one.
        announce: Whether kiosks that miss this computer find it at another address or port.

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
        announce: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        kept = LabIdentity(identity or identity_folder())
        certificate = kept.certificate()
        self._announcement = HostAnnouncement(certificate.fingerprint, wanted=announce, parent=self)
        self._offer = offer
        self._address = address
        self.port = port
        self._tries: dict[str, int] = {}
        self._busy: dict[str, int] = {}
        self._held_back: set[str] = set()
        self._again = QTimer(self, singleShot=True, interval=_BUSY_MS)
        self._again.timeout.connect(self._begin_held_back)
        self._is_told = False
        self.stations = {each.name: Updated(each.name) for each in kept.stations()}
        self._host = UpdateHost(
            certificate,
            kept,
            lambda name, part: offer.part_of(name, part, PART_BYTES),
            parent=self,
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
        self._announcement.begin(self._address, self.port)
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
        """Stop offering it; stations wait for the lab computer again.

        Those that have not fetched all of it stay at their version, and are noted as such.
        """
        self._again.stop()
        self._announcement.stop()
        self._host.close()
        for each in [*self.stations.values()]:
            if each.stage in (Stage.WAITING, Stage.FETCHING):
                self.stations[each.station] = _not_taken(each, Why.ENDED)

    @property
    def has_open(self) -> bool:
        """Whether something may still come of a station."""
        return any(each.stage in OPEN for each in self.stations.values())

    @property
    def are_all_new(self) -> bool:
        """Whether all stations run the very version that they are offered; not without any."""
        known = self.stations.values()
        return bool(known) and all(
            each.stage is Stage.DONE and each.version == each.offered for each in known
        )

    def of(self, stage: Stage) -> Collection[str]:
        """The stations at a stage."""
        return [each.station for each in self.stations.values() if each.stage is stage]

    def _on_came(self, hello: UpdateHello) -> None:
        station, offered = hello.station, self._offer.versions.get(hello.system, "")
        stage = Stage.WAITING if self._is_told else Stage.HERE
        known = Updated(station, stage, hello.version, hello.system, offered)
        if self._is_current(hello, offered):
            known = replace(known, stage=Stage.DONE)
        elif not offered:
            known = _not_taken(known, Why.OTHER_SYSTEM, hello.system)
        elif hello.busy:
            known = _not_taken(known, Why.IN_SESSION)
        else:
            known = self._judged(known, hello)
        self._note(known)
        if known.stage is not stage:
            self._host.end(station, known.stage.value)
        self._begin_some()

    def _is_current(self, hello: UpdateHello, offered: str) -> bool:
        """Whether a station has what it is offered, or what all others are, or something newer."""
        asked = [offered] if offered else [*self._offer.versions.values()]
        return all(is_at_least(hello.version, version) for version in asked)

    def _judged(self, known: Updated, hello: UpdateHello) -> Updated:
        """What a station is that could take the update, by what it has done so far."""
        former = self.stations.get(known.station, Updated(known.station))
        if former.stage is Stage.RESTARTING:
            if hello.failed == known.offered:
                return _not_taken(known, Why.NOT_STARTED, hello.detail)
            is_as_before = hello.version == former.version
            return _not_taken(known, Why.RETURNED if is_as_before else Why.OTHER_VERSION)
        if former.stage is Stage.NOT_TAKEN and former.why in _FINAL:
            return replace(known, stage=former.stage, why=former.why, detail=former.detail)
        if self._tries.get(known.station, 0) < _TRIES:
            return known
        if hello.failed == known.offered:
            return _not_taken(known, Why.NOT_STARTED, hello.detail)
        return _not_taken(known, Why.CUT)

    def _begin_held_back(self) -> None:
        self._held_back.clear()
        self._begin_some()

    def _begin_some(self) -> None:
        waiting = [each for each in self.of(Stage.WAITING) if each not in self._held_back]
        for station in waiting[: AT_ONCE - len(self.of(Stage.FETCHING))]:
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
        elif told.why == Why.BUSY and self._busy.get(station, 0) < _BUSY_TRIES:
            self._busy[station] = self._busy.get(station, 0) + 1
            self._tries[station] -= 1
            self._held_back.add(station)
            self._again.start()
            self._note(replace(known, stage=Stage.WAITING, percent=0))
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
        if not self.has_open:
            self.ended.emit()


def _not_taken(known: Updated, why: str, detail: str = "") -> Updated:
    return replace(known, stage=Stage.NOT_TAKEN, why=str(why), detail=detail)
