import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from network_lab import (
    HOME,
    PIN,
    Cable,
    Log,
    MemoryRegistry,
    lab_certificate,
    misdated_certificate,
)
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.room import Interruption
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network import entrance
from hcmd_lab.network.codec import MessageError
from hcmd_lab.network.credentials import Credentials, load_credentials, save_credentials
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.host_messages import Accepted, Rejected, Snapshot
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import new_nonce
from hcmd_lab.network.pairing import PairingCode
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import (
    UNSENT,
    AnswerQuestion,
    CallHelp,
    CheckIn,
    Continue,
    Decide,
    ExitReport,
    GiveConsent,
    HandIn,
    Interrupted,
    Read,
    TurnPage,
    Vote,
)

QUICK = LinkTiming(
    connect_ms=2000,
    ping_ms=40,
    give_up_ms=200,
    first_retry_ms=10,
    max_retry_ms=50,
    taken_ms=300,
    repeat_ms=60_000,
)
DECIDING = SeatView(Page.DECIDE, participant="p", stage=1, round=1)
WRITTEN_TO = dataclasses.replace(DECIDING, message="Please sit still.")
SIGNALS = (
    "connected", "connection_lost", "untrusted", "misdated", "snapshot_received", "accepted",
    "rejected",
)  # fmt: skip


def try_to_leave(succeeded: bool) -> ExitReport:
    return ExitReport(new_nonce(), succeeded)


class Lab:
    """A host that can be started again, and stations that connect to it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.parent = QObject()
        self.registry = MemoryRegistry()
        self.port = 0
        self.links: list[StationLink] = []
        self.start_host()

    def start_host(
        self,
        session: str = "session",
        certificate: int = 1,
        pin: str = PIN,
        exit_hash: str = "",
    ) -> None:
        limits = HostLimits(ping_ms=40, give_up_ms=200)
        self.host = LabHost(
            lab_certificate(certificate),
            self.registry,
            session,
            pin,
            limits=limits,
            exit_hash=exit_hash,
            parent=self.parent,
        )
        self.port = self.host.listen(HOME, self.port)
        self.code = PairingCode(lab_certificate(certificate).fingerprint, pin)
        self.heard = Log(
            self.host, "station_connected", "station_lost", "command_received", "exit_tried"
        )

    def link(
        self,
        name: str = "s1",
        *,
        code: PairingCode | None = None,
        port: int = 0,
        timing: LinkTiming = QUICK,
    ) -> tuple[StationLink, Log]:
        link = StationLink(
            HOME,
            port or self.port,
            name,
            self.folder / name,
            code=code,
            timing=timing,
            parent=self.parent,
        )
        self.links.append(link)
        return link, Log(link, *SIGNALS)

    def connected(
        self, name: str = "s1", port: int = 0, timing: LinkTiming = QUICK
    ) -> tuple[StationLink, Log]:
        """A station that is connected."""
        link, log = self.link(name, code=self.code, port=port, timing=timing)
        link.start()
        self.until(lambda: log.of("connected"))
        self.until(lambda: self.heard.of("station_connected"))
        return link, log

    def show(self, log: Log, view: SeatView) -> None:
        """Let the host show a screen and wait until the station has it."""
        before = len(log.of("snapshot_received"))
        self.host.send("s1", Snapshot(view))
        self.until(lambda: len(log.of("snapshot_received")) > before)

    def commands(self) -> list[object]:
        return [command for _, command in self.heard.of("command_received")]

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def rejection(self, log: Log) -> tuple[object, ...]:
        """The one refusal of a link."""
        self.until(lambda: log.of("rejected"))
        assert len(log.of("rejected")) == 1
        return log.of("rejected")[0]

    def end(self) -> None:
        for link in self.links:
            link.stop()
        self.host.close()


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(qtbot, tmp_path)
    yield lab
    lab.end()


# --- pairing -----------------------------------------------------------------------------------


def test_a_station_pairs_once_and_comes_back_without_the_code(lab: Lab) -> None:
    link, _ = lab.connected()
    assert link.is_connected
    kept = load_credentials(lab.folder / "s1")
    assert kept is not None
    assert kept.certificate_der == lab_certificate().certificate_der
    link.stop()
    assert not link.is_connected
    lab.until(lambda: lab.heard.of("station_lost"))
    again, log = lab.link()
    again.start()
    lab.until(lambda: log.of("connected"))
    renewed = load_credentials(lab.folder / "s1")
    assert renewed is not None
    assert renewed.certificate_der == kept.certificate_der
    assert renewed.token != kept.token, "a new one at each hello"


def test_a_wrong_pin_is_explained(lab: Lab) -> None:
    link, log = lab.link(code=PairingCode(lab.code.fingerprint, "0000"))
    link.start()
    code, sentence, final = lab.rejection(log)
    assert (code, final) == (RejectionCode.WRONG_PIN, True)
    assert "last four" in str(sentence)
    assert load_credentials(lab.folder / "s1") is None


def test_a_host_that_the_code_is_not_for_is_told_nothing(lab: Lab) -> None:
    link, log = lab.link(code=PairingCode(lab_certificate(2).fingerprint, PIN))
    link.start()
    assert lab.rejection(log)[0] == RejectionCode.WRONG_CODE
    assert load_credentials(lab.folder / "s1") is None
    assert lab.heard.entries == []


def test_too_many_wrong_pins_are_explained(lab: Lab) -> None:
    for number in range(6):
        link, log = lab.link(code=PairingCode(lab.code.fingerprint, "0000"))
        link.start()
        expected = RejectionCode.WRONG_PIN if number < 5 else RejectionCode.TOO_MANY_TRIES
        assert lab.rejection(log)[0] == expected


def test_a_name_of_another_computer_is_refused(lab: Lab) -> None:
    lab.connected()
    lab.folder = lab.folder / "another computer"
    link, log = lab.link(code=lab.code)
    link.start()
    assert lab.rejection(log)[0] == RejectionCode.STATION_TAKEN


def test_without_a_pairing_and_a_code_there_is_nothing_to_do(lab: Lab) -> None:
    link, _ = lab.link()
    with pytest.raises(UsageError, match="--code"):
        link.start()


def test_a_pairing_that_was_cut_short_is_made_again(lab: Lab) -> None:
    save_credentials(lab.folder / "s1", Credentials(lab_certificate().certificate_der, "ab" * 32))
    link, log = lab.link(code=lab.code)
    link.start()
    lab.until(lambda: log.of("connected"))
    assert log.of("rejected") == []


def test_an_unknown_token_without_a_code_is_explained(lab: Lab) -> None:
    save_credentials(lab.folder / "s1", Credentials(lab_certificate().certificate_der, "ab" * 32))
    link, log = lab.link()
    link.start()
    assert lab.rejection(log)[0] == RejectionCode.UNKNOWN_TOKEN


def test_the_next_session_needs_its_own_code(lab: Lab) -> None:
    link, _ = lab.connected()
    link.stop()
    lab.host.close()
    lab.registry.paired.clear()
    lab.start_host("session2", certificate=2, pin="C0DE")
    again, log = lab.link(code=lab.code)
    again.start()
    lab.until(lambda: log.of("connected"))
    kept = load_credentials(lab.folder / "s1")
    assert kept is not None
    assert kept.certificate_der == lab_certificate(2).certificate_der


@pytest.mark.parametrize("days", [30, -900])
def test_a_clock_that_is_wrong_is_not_taken_for_another_host(lab: Lab, days: int) -> None:
    """As after an empty battery: the certificate is the one of the code, only its days are not."""
    certificate = misdated_certificate(days)
    host = LabHost(certificate, lab.registry, "session", PIN, parent=lab.parent)
    code = PairingCode(certificate.fingerprint, PIN)
    link, log = lab.link(code=code, port=host.listen(HOME, 0))
    link.start()
    lab.until(lambda: len(log.of("misdated")) > 1)
    assert "set this computer's date" in str(log.of("misdated")[0])
    assert log.of("untrusted") == []
    assert log.of("rejected") == []


def test_another_host_at_the_same_address_is_not_spoken_to(lab: Lab) -> None:
    """It is told nothing, and the station is back as soon as the rightful one is."""
    _, log = lab.connected()
    lab.host.close()
    lab.start_host(certificate=2)
    lab.until(lambda: len(log.of("untrusted")) > 1)
    assert "check the address" in str(log.of("untrusted")[0])
    assert log.of("rejected") == []
    assert lab.heard.entries == []
    lab.host.close()
    lab.start_host()
    lab.until(lambda: len(log.of("connected")) == 2)


def test_a_pairing_that_cannot_be_kept_is_explained(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperatorError("The disk is full.")

    monkeypatch.setattr(entrance, "save_credentials", fail)
    link, log = lab.link(code=lab.code)
    link.start()
    assert lab.rejection(log) == (RejectionCode.NOT_SAVED, "The disk is full.", True)
    assert lab.registry.tokens == {}


# --- coming back -------------------------------------------------------------------------------


def test_a_station_finds_a_host_that_starts_later(lab: Lab) -> None:
    lab.host.close()
    link, log = lab.link(code=lab.code)
    link.start()
    with lab.qtbot.assertNotEmitted(link.rejected, wait=200):
        pass
    lab.start_host()
    lab.until(lambda: log.of("connected"))


def test_a_station_comes_back_to_a_host_that_was_started_again(lab: Lab) -> None:
    _, log = lab.connected()
    for times in (2, 3):
        lab.host.close()
        lab.until(lambda: len(log.of("connection_lost")) == times - 1)  # noqa: B023
        lab.start_host()
        lab.until(lambda: len(log.of("connected")) == times)  # noqa: B023
    assert log.of("rejected") == []


def test_a_killed_station_is_back_at_once(lab: Lab) -> None:
    link, _ = lab.connected()
    link.stop()  # closes the socket as the end of the process does
    again, log = lab.link()
    again.start()
    lab.until(lambda: log.of("connected"))


def test_a_second_program_for_a_seat_in_use_is_refused_after_a_while(lab: Lab) -> None:
    _, first = lab.connected()
    second, log = lab.link()
    second.start()
    code, _, final = lab.rejection(log)
    assert (code, final) == (RejectionCode.STATION_TAKEN, True)
    assert first.of("connection_lost") == []


def test_a_restart_gets_in_once_the_silent_death_is_noticed(lab: Lab) -> None:
    cable = Cable(lab.port, lab.parent)
    lab.connected(port=cable.port)
    cable.is_cut = True
    again, log = lab.link(timing=LinkTiming(first_retry_ms=10, max_retry_ms=50))
    again.start()
    lab.until(lambda: log.of("connected"))
    assert log.of("rejected") == []


def test_a_silent_host_is_noticed_and_left(lab: Lab) -> None:
    cable = Cable(lab.port, lab.parent)
    _, log = lab.connected(port=cable.port)
    cable.is_cut = True
    lab.until(lambda: log.of("connection_lost"))
    cable.is_cut = False
    lab.until(lambda: len(log.of("connected")) == 2)


@pytest.mark.parametrize("paired", [True, False])
def test_a_host_that_accepts_and_says_nothing_is_tried_again(lab: Lab, paired: bool) -> None:
    mute = QTcpServer(lab.parent)
    mute.listen(QHostAddress(HOME), 0)
    calls = Log(mute, "newConnection")
    if paired:
        der = lab_certificate().certificate_der
        save_credentials(lab.folder / "s1", Credentials(der, "ab" * 32))
    link, _ = lab.link(
        code=lab.code, port=mute.serverPort(), timing=LinkTiming(connect_ms=30, first_retry_ms=1)
    )
    link.start()
    lab.until(lambda: len(calls.entries) >= 3)


def test_a_message_that_is_none_ends_the_connection_and_not_the_station(
    lab: Lab, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, log = lab.connected()
    with monkeypatch.context() as patch:
        patch.setattr("hcmd_lab.network.station_connection.encode", lambda _: '{"type":"nonsense"}')
        lab.host.send("s1", Accepted("n"))
    lab.until(lambda: len(log.of("connected")) == 2)
    assert "no message of this protocol" in caplog.text


def test_a_refusal_that_is_not_final_is_told_and_overcome(lab: Lab) -> None:
    link, log = lab.connected()
    lab.host.send("s1", Rejected("", RejectionCode.TOO_FAST, "Too fast.", False))
    assert lab.rejection(log) == (RejectionCode.TOO_FAST, "Too fast.", False)
    assert link.is_connected


def test_a_released_station_stays_away(lab: Lab) -> None:
    link, log = lab.connected()
    lab.host.revoke("s1")
    assert lab.rejection(log)[0] == RejectionCode.RELEASED
    assert not link.is_connected
    with lab.qtbot.assertNotEmitted(lab.host.station_connected, wait=200):
        pass


# --- commands ------------------------------------------------------------------------------------


def test_commands_arrive_and_are_answered(lab: Lab) -> None:
    link, log = lab.connected()
    for command in (
        CheckIn(UNSENT, "K7", is_bot=True),
        Decide(UNSENT, 1, 2, 3),
        Vote(UNSENT, 2),
        Continue(UNSENT, Page.OUTCOME, 1, 1),
        GiveConsent(UNSENT, True, "v1"),
        TurnPage(UNSENT, 1),
        AnswerQuestion(UNSENT, "keep", 6),
        CallHelp(UNSENT, ""),
        CallHelp(UNSENT, "It is \u201eloud\u201c.\nVery."),
        HandIn(UNSENT, {"age": 30, "words": None}),
        Read(UNSENT),
    ):
        nonce = link.send(command)
        assert nonce is not None
        lab.until(lab.commands)
        assert lab.commands() == [msgspec.structs.replace(command, nonce=nonce)]
        lab.heard.entries.clear()
        lab.host.send("s1", Accepted(nonce))
        lab.until(lambda: log.of("accepted"))
        assert log.of("accepted") == [(nonce,)]
        log.entries.clear()


def test_one_command_at_a_time(lab: Lab) -> None:
    link, log = lab.connected()
    nonce = link.send(Decide(UNSENT, 1, 1, 5))
    assert link.send(Decide(UNSENT, 1, 1, 6)) is None
    assert link.send(Vote(UNSENT, 1)) is None
    lab.until(lab.commands)
    lab.host.send("s1", Rejected(str(nonce), RejectionCode.NOT_NOW, "Not now.", False))
    assert lab.rejection(log) == (RejectionCode.NOT_NOW, "Not now.", False)
    assert link.is_connected
    assert link.send(Decide(UNSENT, 1, 1, 6)) not in (None, nonce)


def test_answers_to_other_commands_change_nothing(lab: Lab) -> None:
    link, log = lab.connected()
    link.send(Decide(UNSENT, 1, 1, 5))
    lab.host.send("s1", Rejected("another", RejectionCode.NOT_NOW, "Not now.", True))
    lab.host.send("s1", Accepted("another"))
    lab.until(lambda: log.of("accepted"))
    assert log.of("rejected") == []
    assert link.send(Vote(UNSENT, 1)) is None


def test_a_final_refusal_of_a_command_stops_the_station(lab: Lab) -> None:
    link, log = lab.connected()
    nonce = link.send(CheckIn(UNSENT, "", is_bot=False))
    lab.until(lab.commands)
    lab.host.send("s1", Rejected(str(nonce), RejectionCode.SESSION_FULL, "Full.", True))
    assert lab.rejection(log) == (RejectionCode.SESSION_FULL, "Full.", True)
    assert not link.is_connected
    lab.until(lambda: lab.heard.of("station_lost"))


def test_an_unanswered_command_is_sent_again_under_its_nonce(lab: Lab) -> None:
    link, log = lab.connected()
    lab.show(log, DECIDING)
    nonce = link.send(Decide(UNSENT, 1, 1, 5))
    for times in (2, 3):
        lab.until(lab.commands)
        assert lab.commands() == [Decide(str(nonce), 1, 1, 5)]
        lab.host.close()
        lab.start_host()
        lab.until(lambda: len(log.of("connected")) == times)  # noqa: B023
    lab.until(lab.commands)
    lab.host.send("s1", Accepted(str(nonce)))
    lab.until(lambda: log.of("accepted"))
    lab.host.close()
    lab.start_host()
    lab.until(lambda: len(log.of("connected")) == 4)
    lab.show(log, DECIDING)
    assert lab.commands() == []


def test_a_command_from_before_the_connection_is_sent_when_it_stands(lab: Lab) -> None:
    link, log = lab.link(code=lab.code)
    nonce = link.send(CheckIn(UNSENT, "early", is_bot=False))
    link.start()
    lab.until(lab.commands)
    assert lab.commands() == [CheckIn(str(nonce), "early", False)]
    assert log.of("connected")


def test_a_snapshot_can_make_a_command_moot(lab: Lab) -> None:
    link, log = lab.connected()
    lab.show(log, DECIDING)
    nonce = link.send(Decide(UNSENT, 1, 1, 5))
    lab.show(log, DECIDING)
    assert link.send(Decide(UNSENT, 1, 1, 6)) is None
    lab.show(log, SeatView(Page.WAIT, participant="p", stage=1, round=1, contribution=5))
    lab.host.send("s1", Accepted(str(nonce)))
    lab.until(lambda: log.of("accepted"))
    assert link.send(Vote(UNSENT, 1)) is not None


def test_a_command_is_not_carried_into_another_session(lab: Lab) -> None:
    link, log = lab.connected()
    link.send(Vote(UNSENT, 1))
    lab.until(lab.commands)
    lab.host.close()
    lab.start_host(session="another")
    lab.until(lambda: len(log.of("connected")) == 2)
    lab.show(log, DECIDING)
    assert lab.commands() == []


def test_what_breaks_the_bounds_is_not_kept(lab: Lab) -> None:
    link, _ = lab.connected()
    with pytest.raises(MessageError):
        link.send(CheckIn(UNSENT, "x" * 65, is_bot=False))
    with pytest.raises(MessageError):
        link.send(Vote(UNSENT, 3))
    assert link.send(Vote(UNSENT, 2)) is not None


def test_snapshots_arrive_whole(lab: Lab) -> None:
    _, log = lab.connected()
    view = SeatView(Page.VOTE, participant="p", endowments=(10, 2, 2, 2), time_left_ms=1234)
    lab.show(log, view)
    assert log.of("snapshot_received") == [(view,)]


def test_a_command_that_is_not_answered_is_sent_again_on_the_same_connection(lab: Lab) -> None:
    link, log = lab.connected(timing=dataclasses.replace(QUICK, repeat_ms=30))
    lab.show(log, WRITTEN_TO)
    choice, reading = link.send(Decide(UNSENT, 1, 1, 5)), link.send(Read(UNSENT))
    lab.until(lambda: len(lab.commands()) >= 6)
    assert set(lab.commands()) == {Decide(str(choice), 1, 1, 5), Read(str(reading))}
    assert log.of("connection_lost") == []
    lab.host.send("s1", Accepted(str(choice)))
    lab.host.send("s1", Accepted(str(reading)))
    lab.until(lambda: len(log.of("accepted")) == 2)
    lab.qtbot.wait(1)  # what was under way has arrived
    lab.heard.entries.clear()
    with lab.qtbot.assertNotEmitted(lab.host.command_received, wait=150):
        pass


# --- messages from the experimenter ------------------------------------------------------------


def test_reading_a_message_and_choosing_do_not_wait_for_each_other(lab: Lab) -> None:
    link, log = lab.connected()
    lab.show(log, WRITTEN_TO)
    choice = link.send(Decide(UNSENT, 1, 1, 5))
    reading = link.send(Read(UNSENT))
    assert link.send(Read(UNSENT)) is None
    lab.until(lambda: len(lab.commands()) == 2)
    assert lab.commands() == [Decide(str(choice), 1, 1, 5), Read(str(reading))]
    lab.host.send("s1", Accepted(str(reading)))
    lab.until(lambda: log.of("accepted"))
    assert link.send(Decide(UNSENT, 1, 1, 6)) is None
    assert link.send(Read(UNSENT)) not in (None, reading)


def test_a_message_that_has_gone_is_not_read_again(lab: Lab) -> None:
    link, log = lab.connected()
    lab.show(log, WRITTEN_TO)
    link.send(Decide(UNSENT, 1, 1, 5))
    link.send(Read(UNSENT))
    lab.show(log, DECIDING)
    assert link.send(Decide(UNSENT, 1, 1, 6)) is None
    assert link.send(Read(UNSENT)) is not None


def test_what_was_not_heard_is_said_again_in_the_next_connection(lab: Lab) -> None:
    link, log = lab.connected()
    lab.show(log, WRITTEN_TO)
    reading = link.send(Read(UNSENT))
    lab.until(lab.commands)
    lab.host.close()
    lab.start_host()
    lab.until(lab.commands)
    assert lab.commands() == [Read(str(reading))]


# --- leaving the kiosk -------------------------------------------------------------------------

EXIT_HASH = "scrypt$16384$8$1$00$00"


def test_the_host_tells_its_exit_pin_with_each_welcome(lab: Lab) -> None:
    """It is told on, not kept here: `ui.kiosk.kept_pin` keeps one for all stations."""
    lab.host.close()
    lab.start_host(exit_hash=EXIT_HASH)
    link, log = lab.connected()
    assert link.exit_hash == EXIT_HASH
    assert link.certificate_der == lab_certificate().certificate_der
    kept = load_credentials(lab.folder / "s1")
    assert kept is not None
    assert kept.exit_hash == ""
    lab.host.close()
    lab.start_host(exit_hash="")
    lab.until(lambda: len(log.of("connected")) == 2)
    assert link.exit_hash == ""


def test_tries_to_leave_are_reported_in_order(lab: Lab) -> None:
    link, _ = lab.connected()
    link.report(try_to_leave(False))
    link.report(try_to_leave(True))
    link.stop()  # as a program does that is left
    lab.until(lambda: len(lab.heard.of("exit_tried")) == 2)
    assert lab.heard.of("exit_tried") == [("s1", False), ("s1", True)]


def test_a_try_that_a_host_has_not_read_any_more_is_told_the_next(lab: Lab) -> None:
    link, _ = lab.connected()
    arrived = Log(link, "arrived")
    tries = [try_to_leave(False), try_to_leave(True)]
    link.report(tries[0])
    lab.host.close()  # before it has read anything, as where a session stops just then
    assert lab.heard.of("exit_tried") == []
    lab.start_host()
    link.report(tries[1])
    lab.until(lambda: len(arrived.of("arrived")) == 2)
    assert lab.heard.of("exit_tried") == [("s1", False), ("s1", True)]
    assert arrived.of("arrived") == [(each,) for each in tries]


def interruption(_succeeded: bool) -> Interrupted:
    return Interrupted(new_nonce(), Interruption.LOCKED, 0)


@pytest.mark.parametrize(
    ("report", "told"), [(try_to_leave, "exit_tried"), (interruption, "kiosk_told")]
)
def test_what_was_heard_as_the_line_was_lost_is_told_again_and_passed_on_once(
    lab: Lab, report: Callable[[bool], ExitReport | Interrupted], told: str
) -> None:
    cable = Cable(lab.port, lab.parent)
    link, log = lab.connected(port=cable.port)
    arrived, heard = Log(link, "arrived"), Log(lab.host, told)
    cut = getattr(lab.host, told).connect(lambda *_: setattr(cable, "is_cut", True))
    first, second = report(False), report(False)
    link.report(first)
    lab.until(lambda: log.of("connection_lost"))
    assert len(heard.entries) == 1
    assert arrived.entries == [], "the station cannot know"
    lab.host.disconnect(cut)
    cable.is_cut = False
    link.report(second)
    lab.until(lambda: len(arrived.entries) == 2)
    assert arrived.of("arrived") == [(first,), (second,)]
    assert len(heard.entries) == 2, "each once"


def test_what_has_arrived_is_not_told_again(lab: Lab) -> None:
    link, log = lab.connected()
    arrived = Log(link, "arrived")
    link.report(try_to_leave(False))
    lab.until(lambda: arrived.of("arrived"))
    assert lab.heard.of("exit_tried") == [("s1", False)]
    lab.host.close()
    lab.start_host()
    lab.until(lambda: len(log.of("connected")) == 2)
    link.report(try_to_leave(True))
    lab.until(lambda: len(arrived.of("arrived")) == 2)
    assert lab.heard.of("exit_tried") == [("s1", True)]  # of this host


def test_tries_to_leave_are_kept_while_the_host_is_away(lab: Lab) -> None:
    link, log = lab.connected()
    lab.host.close()
    lab.until(lambda: log.of("connection_lost"))
    for _ in range(25):
        link.report(try_to_leave(False))
    link.report(try_to_leave(True))
    lab.start_host()
    lab.until(lambda: ("s1", True) in lab.heard.of("exit_tried"))
    assert lab.heard.of("exit_tried") == [("s1", False)] * 19 + [("s1", True)]
