"""Session host: sockets and session runner, opened and closed together.

Used by `hcmd-lab serve` and by the control window.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hcmd_lab.codes import new_code
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.events import GroupEnded, PartSkipped, SessionOpened
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.regroup import ending_now
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.hosting.alarm_log import AlarmLog
from hcmd_lab.hosting.former_identity import lend_identity
from hcmd_lab.hosting.host_announcement import HostAnnouncement
from hcmd_lab.hosting.room import Room
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.keep_awake import KeepAwake
from hcmd_lab.network.alarm import Alarms
from hcmd_lab.network.door import Door, Knock, WhyKnocks
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.pairing import new_pin, pairing_code
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.session_registry import SessionRegistry
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.study import Study

_ABANDONED = str(Sentence("the session was abandoned"))


_PROBES = frozenset(
    {RejectionCode.NOT_ON_LIST, RejectionCode.LABEL_TAKEN, RejectionCode.TOOK_PART_BEFORE}
)
_MISTAKES = 3
"""Labels at one station that are refused before it looks like somebody who tries them out."""


@dataclass(frozen=True, slots=True)
class DoorRules:
    """Who may come in to a session.

    Attributes:
        expected: Stations after which the door closes by itself, and that may come from this
            computer; None for as many as seats. A resumed session expects as many as before.
        per_address: Stations that may be paired from one address of another computer.
        any_address: Whether a paired station is let in also where it was not last time.
        bots: Stations at which simulated participants may sit; None for all. Where all people are
            simulated, they may sit anywhere.
    """

    expected: int | None = None
    per_address: int = 1
    any_address: bool = False
    bots: frozenset[str] | None = frozenset()


class SessionHost(QObject):
    """Hosts one session of a study.

    Signals:
        all_stations_left: The session is closed and its last station has disconnected.
        door_changed(): A station waits at the door, or an alarm was raised.

    Attributes:
        session: The session's code.
        address: Network address to listen on.
        port: The port it listens on.
        pairing_code: Code for pairing new stations.
        runner: The running session.
        room: The kiosks that are connected to it.
    """

    all_stations_left = Signal()
    door_changed = Signal()

    session: str
    port: int
    pairing_code: str
    runner: SessionRunner
    room: Room
    _alarm_log: AlarmLog
    _expected: int | None

    def __init__(
        self,
        study: Study,
        address: str,
        *,
        exit_pin_hash: str = "",
        identity: Path | None = None,
        announce: bool = True,
        rules: DoorRules | None = None,
        is_attended: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the host without opening a session.

        Args:
            study: The open study.
            address: Network address to listen on.
            exit_pin_hash: Hash of the PIN for leaving kiosks (see `exit_pin`); empty for none.
            identity: Folder of the lab computer's identity; None for the usual one.
            announce: Whether kiosks can find this computer by themselves while it listens.
            rules: Who may come in; None for the usual ones.
            is_attended: Whether an experimenter sits at this computer and leads people on who were
                dropped; otherwise they go on to the payment page by themselves.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._study = study
        self._store = study.store
        self.address = address
        self._exit_pin_hash = exit_pin_hash
        self._identity = LabIdentity(identity or identity_folder())
        self._registry = SessionRegistry(self._identity)
        self._host: LabHost | None = None
        self._announce = announce
        self._rules = rules or DoorRules()
        self._is_attended = is_attended
        self._refused: Counter[str] = Counter()
        self._announcement: HostAnnouncement | None = None
        self._awake = KeepAwake(self, display=False, why="A session is open.")

    @property
    def stations(self) -> frozenset[str]:
        """The stations that are connected now, also after the session has closed."""
        return frozenset() if self._host is None else self._host.stations

    @property
    def stations_elsewhere(self) -> frozenset[str]:
        """Those of them that run on other computers."""
        host = self._host
        here = () if host is None else filter(host.is_of_this_computer, self.stations)
        return self.stations.difference(here)

    @property
    def door(self) -> Door:
        """Who may come in to the hosted session, and who waits.

        Raises:
            OperatorError: No session is hosted.
        """
        return self._hosting().door

    @property
    def alarms(self) -> Alarms:
        """What looked like an attack on the hosted session.

        Raises:
            OperatorError: No session is hosted.
        """
        return self._hosting().alarms

    @property
    def stations_gone(self) -> frozenset[str]:
        """Stations that have a place at the door and are not connected now."""
        return self.door.inside - self.stations

    def free_places(self) -> None:
        """Give away the places of stations that have gone; they come in again if they come back."""
        for station in self.stations_gone:
            self.door.leave(station)

    def address_of(self, station: str) -> str:
        """Where a connected station is; empty if it is not connected."""
        return "" if self._host is None else self._host.address_of(station)

    def expect_simulated(self, station: str, address: str) -> None:
        """Let a simulated participant sit at a station that this program starts itself.

        Args:
            station: Its name.
            address: The address of this computer at which it will connect.
        """
        if self.runner.bots is not None:
            self.runner.bots |= {station}
        self._registry.expect_simulated(station)
        self.door.let_in(Knock(station, address, WhyKnocks.CLOSED))

    @property
    def people(self) -> tuple[People, float]:
        """The study's simulated people, and how far they differ from each other."""
        return self._study.settings.people, self._study.settings.people_spread

    def unfinished_session(self) -> str | None:
        """Code of a session that was not closed, if there is one."""
        return self._store.sessions.unfinished()

    def open_session(
        self,
        purpose: Purpose,
        groups: int,
        rules: SessionRules,
        port: int,
        participant_list: Sequence[str] = (),
        contrast: int | None = None,
    ) -> None:
        """Plan a new session and host it.

        Args:
            purpose: The session's purpose.
            groups: Number of groups.
            rules: All settings of the session.
            port: Port to listen on; 0 chooses a free one.
            participant_list: The participant list, if the settings ask for one.
            contrast: Number of the contrast that its groups play; None balances those that need
                groups.

        Raises:
            UsageError: The settings require a participant list, and it is empty.
            OperatorError: The study does not play such a session now, a text of the session is not
                right, or the port is taken.
        """
        if rules.script.participant_list and not participant_list:
            raise UsageError(
                "The session admits only labels on its participant list (participant_list), but "
                "the list is empty; give one with --participant-list, or switch participant_list "
                "off."
            )
        plan, policies = self._study.plan_session(purpose, groups, rules, contrast)
        session = new_code()
        if rules.script.participant_list:
            self._store.private.add_participant_list(session, participant_list)
        self._start(session, policies, port, plan)

    def resume_session(self, session: str, port: int) -> None:
        """Resume a session that was not closed.

        Args:
            session: Its code.
            port: Port to listen on, unless the session already has one.

        Raises:
            OperatorError: It cannot be read, another program has changed its log, or the port is
                taken.
        """
        opened = self._store.log.first_event(session)
        if not isinstance(opened, SessionOpened):
            raise OperatorError(
                "Session {session} was imported and cannot be played.",
                session=session,
            )
        policies = {
            sha256: self._store.learned.mechanism(sha256) for sha256 in opened.plan.mechanisms
        }
        known = self._store.facts.get(f"port of {session}", port)
        self._start(session, policies, known if isinstance(known, int) else port, None)

    def abandon(self) -> None:
        """End every unfinished group with pay to this point, skipping the remaining pages.

        Groups in which nobody is are closed unfilled: nobody is paid for them.
        """
        for number, group in self.runner.state.groups.items():
            if not group.ended:
                self.runner.do(GroupEnded, number, ending_now(group), _ABANDONED)
        for code, person in self.runner.state.participants.items():
            if person.progress.part is Part.QUESTIONNAIRE:
                self.runner.do(PartSkipped, code, Part.QUESTIONNAIRE, _ABANDONED)

    def release_station(self, station: str) -> None:
        """Forget a station's pairing, so that another computer can be paired under its name."""
        if self._host is None:
            self._identity.release(station)
        else:
            self._host.revoke(station)

    def close(self) -> None:
        """Stop the session's clock, stop listening and disconnect all stations."""
        if self._host is not None:
            self._alarm_log.close()
            self.runner.close()
            self._stop_listening()

    def _stop_listening(self) -> None:
        if self._host is not None:
            self._host.close()
            self._host = None
        self._awake.stop()
        if self._announcement is not None:
            self._announcement.stop()

    def _start(
        self,
        session: str,
        policies: Mapping[str, FrozenPolicy],
        port: int,
        plan: SessionPlan | None,
    ) -> None:
        lend_identity(self._study, self._identity)
        certificate = self._identity.certificate()
        pin = new_pin()
        # Simulated participants decide faster than any person could.
        rehearsal = self._study.settings.simulated
        limits = HostLimits(messages_per_s=1000) if rehearsal else HostLimits()
        rules = self._rules
        host = LabHost(
            certificate,
            self._registry,
            session,
            pin,
            limits=limits,
            exit_hash=self._exit_pin_hash,
            per_address=None if rehearsal else rules.per_address,
            any_address=rules.any_address,
            parent=self,
        )
        self.port = host.listen(self.address, port)
        self._host = host
        self._awake.start()
        self._announcement = HostAnnouncement(
            certificate.fingerprint, wanted=self._announce, parent=self
        )
        self._announcement.begin(self.address, self.port)
        self.session = session
        self.pairing_code = pairing_code(certificate.fingerprint, pin)
        try:
            # Before the session exists: a host killed in between would come back on another port.
            self._store.facts.set(f"port of {session}", self.port)
            self.runner = SessionRunner(
                self._store,
                host,
                session,
                policies,
                plan=plan,
                leads_on=not self._is_attended,
                parent=self,
            )
        except OperatorError:
            self._stop_listening()
            raise
        self._expected = self._remember_expected(session)
        self._set_expected()
        self.runner.happened.connect(self._set_expected)
        self.runner.bots = None if rehearsal else rules.bots
        self.room = Room(host, self.runner)
        self._alarm_log = AlarmLog(host.alarms, self.runner.note, self.runner)
        self.runner.command_refused.connect(self._on_refused)
        host.exit_tried.connect(self._on_exit_tried)
        host.knocked.connect(self.door_changed)
        host.alarms.raised.connect(lambda _: self.door_changed.emit())
        self.runner.session_ended.connect(host.renew_tokens)
        self.runner.session_ended.connect(self._stop_when_left)
        host.station_lost.connect(self._stop_when_left)

    def _remember_expected(self, session: str) -> int | None:
        """The number of stations that was given for a session, now or before it was resumed."""
        fact = f"stations of {session}"
        if self._rules.expected is not None:
            self._store.facts.set(fact, self._rules.expected)
        known = self._store.facts.get(fact, None)
        return known if isinstance(known, int) else None

    def _set_expected(self) -> None:
        """Expect a station for each seat, unless a number was given."""
        state = self.runner.state
        seats = state.plan.game.seats * len(state.groups)
        # With simulated people one station plays group after group, as many as come.
        is_rehearsal = self._study.settings.simulated
        self.door.expected = None if is_rehearsal else self._expected or seats

    def _hosting(self) -> LabHost:
        if self._host is None:
            raise OperatorError("No session is hosted.")
        return self._host

    def _on_refused(self, station: str, code: RejectionCode) -> None:
        """Raise an alarm for what people do not do by mistake."""
        address = self.address_of(station)
        if code is RejectionCode.NO_BOTS:
            self.alarms.sound(AlarmKind.BOT, station, address)
        elif code in _PROBES:
            self._refused[station] += 1
            if self._refused[station] > _MISTAKES:
                self.alarms.sound(AlarmKind.LIST_PROBED, station, address)

    def _on_exit_tried(self, station: str, succeeded: bool) -> None:
        if not succeeded:
            self.alarms.sound(AlarmKind.WRONG_EXIT_PIN, station, self.address_of(station))

    def _stop_when_left(self) -> None:
        if self.runner.state.closed and self._host is not None and not self._host.stations:
            self.all_stations_left.emit()
