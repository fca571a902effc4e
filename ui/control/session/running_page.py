"""The page of a running session: stations, groups, controls."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.study.counting import counts_in_session
from hcmd_lab.study.status import StudyStatus
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.quotes import in_quotes
from ui.control.session.arrivals import Arrivals
from ui.control.session.ask_text import ask_text
from ui.control.session.attention_bar import AttentionBar
from ui.control.session.controls import SessionControls
from ui.control.session.doorkeeper import Doorkeeper
from ui.control.session.exit_pin_button import ExitPinButton
from ui.control.session.experimenter_commands import EventDraft, perform
from ui.control.session.grid_view import StationGrid
from ui.control.session.group_menu import GroupMenu
from ui.control.session.log_pane import LogPane
from ui.control.session.mirror import Mirror
from ui.control.session.pairing_card import PairingCard
from ui.control.session.reading_times import ReadingTimes
from ui.control.session.room_view import RoomDialog
from ui.control.session.session_end import end_session, interrupt_session
from ui.control.session.session_header import SessionHeader
from ui.control.session.session_review import ReviewPage, review_session
from ui.control.session.simulated_desk import SimulatedDesk
from ui.control.session.talk_pane import TalkPane
from ui.look import SPACE
from ui.look.focus import KeptFocus
from ui.look.layouts import in_column, in_row
from ui.look.tips import set_tip
from ui.look.widgets import label, set_role

_REFRESH_MS = 200
_CLOCK_MS = 1000
_SIDE_WIDTH_PX = 320
_ROOMY_PX = 1000
_MIN_HEIGHT_PX = 340


class RunningPage(QWidget):
    """The page of the hosted session.

    However many events there are, it is redrawn at most five times a second; where nothing but
    the clocks change, once.

    Signals:
        failed(str): Something could not be done; a sentence.
    """

    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the page for the desk's session."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        self._host: SessionHost | None = None
        self._status: StudyStatus | None = None
        self._roomy = True
        self.header = SessionHeader()
        self.pairing = PairingCard()
        self.doorkeeper = Doorkeeper(desk, self.pairing, self)
        self.attention = AttentionBar()
        self.controls = SessionControls(desk, self)
        self.group_menu = GroupMenu(desk, self)
        self.groups = self.controls.add_menu(translate("Gr&oups"), self.group_menu)
        self.grid = StationGrid()
        self.mirror = Mirror(self._picture)
        self.log = LogPane()
        self.talk = TalkPane()
        self.side_tabs = QTabWidget()
        self.side_tabs.addTab(self.log, translate("Log"))
        self.side_tabs.addTab(self.talk, translate("Messages"))
        self.reading = ReadingTimes()
        self.side_tabs.addTab(self.reading, translate("Reading times"))
        self.simulated = SimulatedDesk(desk, self)
        self.arrivals = Arrivals(desk, self)
        self._scope = label("", "caption", wrap=False)
        self._notice = label("", "caption", wrap=False)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        # A long sentence must not make the page wider than its window.
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pin = ExitPinButton()
        self.side_switch = QCheckBox(translate("Screen and &log"))
        self.side_switch.setChecked(True)
        self.kiosks = QAction(translate("&Kiosks…"), self)
        self.header.add_act(self.simulated.act)
        self.header.add_act(self.kiosks)
        self.controls.add_act(self.simulated.act)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self.refresh)
        self._arrange()
        KeptFocus(self, self.grid)
        self._connect()
        self._begin()  # a session may have been opened before the panel was

    # --- construction ------------------------------------------------------------------------

    def _arrange(self) -> None:
        side = QWidget()
        in_column(self.mirror, (self.side_tabs, 1), of=side, gap=4, margins=(2, 0, 0, 0))
        self._side = side
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(SPACE[2])
        splitter.addWidget(self.grid)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        # What it would like to have must not make the page scroll; its parts adapt.
        splitter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        splitter.setMinimumHeight(_MIN_HEIGHT_PX)
        splitter.setSizes([10 * _SIDE_WIDTH_PX, _SIDE_WIDTH_PX])
        line = in_row(self._scope, (self._notice, 1), self.pin, self.side_switch, gap=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        layout.setSpacing(SPACE[2])
        layout.addWidget(self.header)
        layout.addWidget(self.pairing)
        layout.addWidget(self.attention)
        layout.addWidget(self.controls)
        layout.addLayout(line)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        desk = self._desk
        desk.session_opened.connect(self._begin)
        desk.session_changed.connect(self._refresh_soon)
        desk.standing_changed.connect(self._read_status)
        self.header.code_requested.connect(lambda: self.doorkeeper.show_card(True))
        self.header.suspend_requested.connect(self._suspend)
        self.header.end_requested.connect(self._end)
        self.doorkeeper.acted.connect(self.refresh)
        self.attention.wished.connect(self._do)
        self.attention.answer_requested.connect(self._answer)
        self.attention.knocks_answered.connect(self.doorkeeper.answer)
        self.attention.alarms_noted.connect(self._note_alarms)
        self.talk.sent.connect(self._send)
        self.attention.station_wanted.connect(self._look)
        self.header.payments_requested.connect(self._show_payments)
        self.header.participant_list_requested.connect(self.arrivals.show_list)
        self.header.turn_away_requested.connect(self.arrivals.ask_whom_to_turn_away)
        self.arrivals.failed.connect(self._tell_failure)
        self.arrivals.done.connect(self.refresh)
        self.simulated.failed.connect(self._tell_failure)
        self.simulated.done.connect(self._tell)
        self.kiosks.triggered.connect(self._show_kiosks)
        for acting in (self.controls, self.group_menu):
            acting.failed.connect(self._tell_failure)
            acting.done.connect(self._tell)
            acting.done.connect(self.refresh)
        self.side_switch.toggled.connect(self._show_side)
        self.side_tabs.currentChanged.connect(self.refresh)
        self.grid.selection_changed.connect(self._choose)
        self.grid.station_pointed.connect(self._refresh_soon)
        self.grid.customContextMenuRequested.connect(self._popup)

    # --- the session -------------------------------------------------------------------------

    def _begin(self) -> None:
        host = self._desk.host
        if host is None or host is self._host:
            return
        self._host = host
        self.doorkeeper.begin(host)
        self.grid.clearSelection()
        self.log.clear()
        self.talk.clear()
        self.simulated.begin(host)
        self.pin.show_pin(self._desk.hosted_pin, is_set=self._desk.hosts_pin)
        self.log.add(self._desk.study.store.log.events(host.session))
        host.runner.happened.connect(self.log.add)
        self._read_status()
        self._tell("")
        self.refresh()

    def refresh(self) -> None:
        """Show the session's current state."""
        host = self._desk.host
        if host is None or not self.isVisible():
            return
        self._soon.stop()
        state, now_ms = host.runner.state, host.runner.now_ms
        simulated = self._desk.study.settings.simulated
        counts = counts_in_session(state, simulated=simulated)
        self.header.show_state(host.session, state, now_ms, self._status)
        self.header.show_counts(counts)
        self.group_menu.show_state(state)
        self.grid.show_state(state, now_ms, counts)
        self.attention.show_state(state, now_ms)
        self.attention.show_door(host.door.knocks, host.alarms.pending)
        self.log.write(state)
        self._show_acts(state, now_ms)
        self.simulated.offer(state)
        if self._side.isVisible():
            self.mirror.show_station(self.grid.pointed_station(), state, now_ms)
            code = self.grid.pointed_person()
            self.talk.show_person(code, state.participants.get(code))
            if self.reading.isVisible():
                self.reading.show_state(state, now_ms)
        self.doorkeeper.show_state(host, state)
        self.header.show_code(self.doorkeeper.code, visible=not self.doorkeeper.shows_card)

    def _picture(self, sha256: str) -> bytes | None:
        """A picture of the session's texts."""
        return self._desk.study.store.learned.picture(sha256)

    def _scope_words(self, groups: tuple[int, ...], stations: tuple[str, ...]) -> str:
        if not groups and not stations:
            return translate("Nothing is selected: what you do applies to everyone.")
        chosen = translate("{n} station(s)", n=len(stations))
        if not groups:
            return translate("Selected: {stations}", stations=chosen)
        names = ", ".join(str(number) for number in groups)
        return translate("Selected: {stations}, group {groups}", stations=chosen, groups=names)

    def _read_status(self) -> None:
        """Read the study's target, when groups end rather than with every event."""
        try:
            self._status = self._desk.study.status()
        except OperatorError:
            self._status = None
        self._refresh_soon()

    def _choose(self) -> None:
        """Let the acts follow the selection at once: a key may be pressed with the next breath."""
        host = self._desk.host
        if host is not None:
            self._show_acts(host.runner.state, host.runner.now_ms)
            self._refresh_soon()

    def _show_acts(self, state: SessionState, now_ms: int) -> None:
        chosen = self.grid.selection()
        self.controls.show_state(state, now_ms, chosen)
        self._scope.setText(self._scope_words(chosen.groups, chosen.stations))

    def _refresh_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    # --- requests of the experimenter --------------------------------------------------------

    def _show_side(self, wanted: bool) -> None:
        self._side.setVisible(wanted)
        self.refresh()

    def _note_alarms(self) -> None:
        if self._desk.host is not None:
            self._desk.host.alarms.note()
            self._desk.session_changed.emit()
            self.refresh()

    def _suspend(self) -> None:
        if interrupt_session(self._desk, self):
            self._host = None

    def _end(self) -> None:
        try:
            end_session(self._desk, self)
        except OperatorError as error:
            self._tell_failure(translate(error))

    def _look(self, station: str) -> None:
        """Show a station, and what was written there with a call for help."""
        self.grid.point_at(station)
        host = self._desk.host
        code = None if host is None else host.runner.state.occupant(station)
        person = None if host is None or code is None else host.runner.state.participants[code]
        if person is not None and person.progress.calls_help and person.talk:
            self.side_tabs.setCurrentWidget(self.talk)

    def _send(self, code: str, text: str) -> None:
        self._do(EventDraft(ev.MessageSent, (code, text)))

    def _answer(self, code: str) -> None:
        """Write to the participant who has called."""
        host = self._desk.host
        person = None if host is None else host.runner.state.participants.get(code)
        if person is None:
            return
        title = translate("Message to station {station}", station=person.station)
        said = translate("It stays on their screen until they have confirmed it.")
        if person.talk:
            said = f"{in_quotes(person.talk[-1].text)}\n\n{said}"
        text = ask_text(self, title, said, translate("Send"), max_characters=MAX_MESSAGE_CHARACTERS)
        if text:
            self._send(code, text)

    def _do(self, draft: EventDraft) -> None:
        """Carry out an event, and report it if it is impossible."""
        host = self._desk.host
        if host is None:
            return
        failure = perform(host.runner, (draft,))
        if failure:
            self._tell_failure(failure)
        self.refresh()

    def _show_payments(self) -> None:
        if self._desk.host is not None:
            review_session(self._desk, self._desk.host.session, self, ReviewPage.PAYMENTS)

    def _show_kiosks(self) -> None:
        kiosks = RoomDialog(self._desk, self)
        kiosks.finished.connect(kiosks.deleteLater)
        kiosks.open()

    def _popup(self, where: QPoint) -> None:
        self.refresh()
        self.controls.popup(self.grid.viewport().mapToGlobal(where))

    def _tell(self, words: str) -> None:
        set_role(self._notice, "caption")
        self._notice.setText(words)
        set_tip(self._notice, words)

    def _tell_failure(self, sentence: str) -> None:
        set_role(self._notice, "danger")
        self._notice.setText(sentence)
        set_tip(self._notice, sentence)
        self.failed.emit(sentence)

    # --- Qt's events -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Run clocks only while they are visible."""
        super().showEvent(event)
        self._clock.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop the clocks."""
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the stations all the space in a narrow window."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY_PX
        if roomy is not self._roomy:
            self._roomy = roomy
            self.side_switch.setChecked(roomy)
