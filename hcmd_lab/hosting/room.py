"""The kiosks of the room as one instrument: what is asked of them, and what they answer."""

import logging
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import (
    ENDS_KIOSK,
    IDENTIFY_S,
    Interruption,
    Order,
    Outcome,
    may_follow,
    still_so,
)
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_messages import (
    Identify,
    QuitKiosk,
    RestartKiosk,
    ShowNotice,
    ShutDown,
    ToKiosk,
    Visit,
)
from hcmd_lab.network.message_fields import new_nonce
from hcmd_lab.network.room_check import Reported
from hcmd_lab.network.station_messages import Interrupted, KioskReport, OrderAnswer

log = logging.getLogger(__name__)

_ANSWER_MS = 8000  # a system may take seconds to refuse a shutdown
_LOGGED = frozenset(Order) - {Order.IDENTIFY, Order.VISIT}


@dataclass(frozen=True, slots=True)
class Told:
    """The last order to a station, and what has become of it.

    Attributes:
        order: The order.
        outcome: What has become of it.
        detail: The system's own words, if it refused.
        nonce: Under which it was sent; empty if it was not.
        sent_s: When, on a clock that never runs backwards.
        is_end: Whether a message or a name was to be taken away.
    """

    order: Order
    outcome: Outcome
    detail: str = ""
    nonce: str = ""
    sent_s: float = 0.0
    is_end: bool = False


class Room(QObject):
    """Asks something of chosen kiosks, and keeps what each has answered.

    Args:
        host: The host that the kiosks are connected to.
        runner: Its session, whose log keeps what was asked and answered.
        utc_s: The lab computer's time of day, in seconds since 1970.

    Attributes:
        told: The last order to each station.
        reported: The last report of each station that is connected.
        interrupted: What each station's computer has told and not taken back.

    Signals:
        changed(): One of these has changed, or which stations are connected.
    """

    changed = Signal()

    def __init__(
        self, host: LabHost, runner: SessionRunner, utc_s: Callable[[], float] = time.time
    ) -> None:
        super().__init__(runner)
        self._host = host
        self._runner = runner
        self._utc_s = utc_s
        self.told: dict[str, Told] = {}
        self.reported: dict[str, Reported] = {}
        self.interrupted: dict[str, frozenset[Interruption]] = {}
        self._patience = QTimer(self, singleShot=True, interval=_ANSWER_MS)
        self._patience.timeout.connect(self._give_up)
        host.kiosk_told.connect(self._on_told)
        host.station_connected.connect(self._on_connected)
        host.station_lost.connect(self._on_lost)

    @property
    def stations(self) -> frozenset[str]:
        """The connected stations."""
        return self._host.stations

    def order(
        self,
        order: Order,
        stations: Iterable[str],
        *,
        text: str = "",
        seconds: int = IDENTIFY_S,
        confirmed: Collection[str] = (),
    ) -> None:
        """Ask something of kiosks; `told` says at once what could not be asked, and why.

        Args:
            order: What is asked.
            stations: Of whom.
            text: The message; an empty one takes the last one away.
            seconds: How long a station shows its name; 0 takes it away.
            confirmed: The stations that were named in a confirmation: their kiosks may be ended in
                the middle of a group.
        """
        is_end = (order is Order.MESSAGE and not text) or (order is Order.IDENTIFY and not seconds)
        for station in stations:
            obstacle = self._obstacle(order, station, confirmed)
            if obstacle is not None:
                self.told[station] = Told(order, obstacle, is_end=is_end)
                continue
            nonce = new_nonce()
            now_s = time.monotonic()
            self.told[station] = Told(order, Outcome.SENT, "", nonce, now_s, is_end)
            if order in _LOGGED:
                self._runner.note(ev.KioskOrdered, station, order, text)
            self._host.send(station, _message(order, nonce, text, seconds))
        self._patience.start()
        self.changed.emit()

    def _obstacle(self, order: Order, station: str, confirmed: Collection[str]) -> Outcome | None:
        if station not in self._host.stations:
            return Outcome.NOT_CONNECTED
        if order is Order.SHUT_DOWN and self._host.is_of_this_computer(station):
            return Outcome.LAB_COMPUTER
        in_group = is_in_group(self._runner.state, station)
        if order in ENDS_KIOSK and in_group and station not in confirmed:
            return Outcome.IN_GROUP
        return None

    def _on_told(self, station: str, message: OrderAnswer | KioskReport | Interrupted) -> None:
        match message:
            case Interrupted():
                self._runner.note_news(
                    ev.KioskInterrupted, station, message.what, message.lasted_ms
                )
                self._note_interruption(station, message.what)
            case KioskReport():
                told = self._of_nonce(station, message.nonce)
                if told is None or told.order is not Order.VISIT:
                    return
                if told.outcome in may_follow(Outcome.DONE):
                    self.reported[station] = reported_after(message, told.sent_s, self._utc_s())
                    self._settle(station, told, Outcome.DONE)
            case OrderAnswer():
                told = self._of_nonce(station, message.nonce)
                if told is not None and told.outcome in may_follow(message.outcome):
                    self._settle(station, told, message.outcome, message.detail)
            case _:
                assert_never(message)

    def _note_interruption(self, station: str, what: Interruption) -> None:
        before = self.interrupted.get(station, frozenset())
        self.interrupted[station] = still_so(before, what)
        self.changed.emit()

    def _of_nonce(self, station: str, nonce: str) -> Told | None:
        told = self.told.get(station)
        if told is None or told.nonce != nonce:
            log.info("station %s answers what was not asked last", station)
            return None
        return told

    def _settle(self, station: str, told: Told, outcome: Outcome, detail: str = "") -> None:
        self.told[station] = replace(told, outcome=outcome, detail=detail)
        if told.order in _LOGGED:
            self._runner.note(ev.KioskAnswered, station, told.order, outcome, detail)
        self.changed.emit()

    def _on_connected(self, station: str) -> None:
        kept = self.interrupted.get(station, frozenset())
        self.interrupted[station] = kept - {Interruption.ENDING}  # it is back, or still there
        told = self.told.get(station)
        if told is not None and (told.order, told.outcome) == (Order.RESTART, Outcome.DONE):
            self._settle(station, told, Outcome.BACK)
        self.changed.emit()

    def _on_lost(self, station: str) -> None:
        self.reported.pop(station, None)
        told = self.told.get(station)
        if told is not None and told.outcome is Outcome.SENT:
            self._settle(station, told, Outcome.NO_ANSWER)
        self.changed.emit()

    def _give_up(self) -> None:
        """Stop waiting for answers that do not come."""
        waiting = [(s, told) for s, told in self.told.items() if told.outcome is Outcome.SENT]
        for station, told in waiting:
            self.reported.pop(station, None)
            self._settle(station, told, Outcome.NO_ANSWER)


def reported_after(report: KioskReport, sent_s: float, utc_s: float) -> Reported:
    """A report that has just come, with how far the kiosk's time of day is ahead.

    Args:
        report: It was made halfway between the question and now.
        sent_s: Time of the question, on the clock that never runs backwards.
        utc_s: The lab computer's time of day.
    """
    took_s = time.monotonic() - sent_s
    return Reported(report, round(report.utc_ms - 1000 * (utc_s - took_s / 2)))


def is_in_group(state: SessionState, station: str) -> bool:
    """Whether the participant at a station has a seat in a group that has not ended."""
    code = state.occupant(station)
    person = None if code is None else state.participants[code]
    if person is None or person.group is None or person.seat is None:
        return False
    group = state.groups[person.group]
    return not group.ended and not group.seats[person.seat].dropped


def _message(order: Order, nonce: str, text: str, seconds: int) -> ToKiosk:
    match order:
        case Order.MESSAGE:
            return ShowNotice(nonce, text)
        case Order.IDENTIFY:
            return Identify(nonce, seconds)
        case Order.RESTART:
            return RestartKiosk(nonce)
        case Order.QUIT:
            return QuitKiosk(nonce)
        case Order.SHUT_DOWN:
            return ShutDown(nonce)
        case Order.VISIT:
            return Visit(nonce)
        case _:
            assert_never(order)
