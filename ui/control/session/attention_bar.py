"""The attention bar: calls for help, lost stations, a gate, and people who came before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import Alarm
from hcmd_lab.game.blind import shown_name
from hcmd_lab.game.script import sheet_of
from hcmd_lab.game.script_steps import RESTING, Part
from hcmd_lab.game.session_settings import TookPartBefore
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.network.door import Knock
from hcmd_lab.telling.alarms import alarm_words, knock_words
from hcmd_lab.telling.translate import translate
from ui.control.quotes import in_quotes
from ui.control.session.attention import waiting
from ui.control.session.experimenter_commands import EventDraft
from ui.control.session.state_words import part_words
from ui.look.act_guard import ActGuard
from ui.look.layouts import in_column, in_row
from ui.look.tips import set_tip
from ui.look.widgets import button, label

_NAMED = 5
"""Stations and people of a line that are named; the tool tip names all."""

_SHOWN_CHARACTERS = 160
"""Of what somebody wrote with a call; *Messages* has all of it."""


class AttentionBar(QFrame):
    """Some lines, each shown only while there is somebody it concerns.

    Signals:
        wished(Wish): Something is to happen.
        station_wanted(str): A station is to be looked at.
        answer_requested(str): A message is to be written to the caller with this code.
        knocks_answered(tuple[Knock, ...], bool): Stations at the door are to be let in, or turned
            away.
        alarms_noted(): The alarms have been seen.

    Attributes:
        begin: Lets everyone begin the part at whose gate people wait.
        helped: Says that the caller has been helped.
        passed: Button that lets the caller pass to the next control question.
        look: Shows the caller's station.
        noted: Has seen that somebody took part before; the line goes.
        look_before: Shows the station of that person.
        answer: Writes to the caller.
        look_lost: Shows a station that is lost.
        let_in: Lets the station in that has waited longest at the door.
        let_all_in: Lets all of them in.
        turn_away: Turns that station away.
        alarms_seen: Has seen the alarms; their line goes.
    """

    wished = Signal(EventDraft)
    station_wanted = Signal(str)
    answer_requested = Signal(str)
    knocks_answered = Signal(object, bool)
    alarms_noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nobody waiting."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._gate_words = label("", "heading")
        self.begin = button(translate("Start for ever&yone"), "primary")
        self._call_words = label("", "heading")
        self.look = button(translate("Loo&k"))
        self.answer = button(translate("Ans&wer…"))
        self._lost_words = label("", "heading")
        self.look_lost = button("")
        self.helped = button(translate("Has &been helped"))
        self.passed = button(translate("&Question passed"), clicked=lambda: self._help(passed=True))
        set_tip(self.passed, translate("The participant goes on to the next question."))
        set_tip(
            self.helped,
            translate("The attempts at a control question are counted from zero again."),
        )
        self._before_words = label("", "heading")
        self.look_before = button(translate("Look"))
        self.noted = button(translate("Noted"), clicked=self._note)
        set_tip(self.noted, translate("The participant plays on; the log tells it."))
        self._before = self._line(self._before_words, self.look_before, self.noted)
        self._noted: set[str] = set()
        self._recognised: list[tuple[str, ParticipantState]] = []
        self._gate = self._line(self._gate_words, self.begin)
        self._call = self._line(self._call_words, self.look, self.answer, self.helped, self.passed)
        self._lost = self._line(self._lost_words, self.look_lost)
        self._part = Part.INSTRUCTIONS
        self._caller = ""
        self._station = ""
        self._lost_station = ""
        self.begin.clicked.connect(
            lambda: self.wished.emit(EventDraft(ev.GateOpened, (self._part,)))
        )
        self.helped.clicked.connect(lambda: self._help(passed=False))
        self.look.clicked.connect(lambda: self.station_wanted.emit(self._station))
        self.look_before.clicked.connect(
            lambda: self.station_wanted.emit(self._recognised[0][1].station)
        )
        self.answer.clicked.connect(lambda: self.answer_requested.emit(self._caller))
        self.look_lost.clicked.connect(lambda: self.station_wanted.emit(self._lost_station))
        self._knocks: tuple[Knock, ...] = ()
        self._alarms: tuple[Alarm, ...] = ()
        self._knock_words = label("", "heading")
        self.let_in = button(translate("Let in"), clicked=lambda: self._answer_knock(True))
        self.let_all_in = button(translate("Let all in"), clicked=self._let_all_in)
        self.turn_away = button(translate("T&urn away"), clicked=lambda: self._answer_knock(False))
        self._knock = self._line(self._knock_words, self.let_in, self.let_all_in, self.turn_away)
        self._alarm_words = label("", "heading")
        self.alarms_seen = button(translate("Noted"), clicked=self.alarms_noted)
        self._alarm = self._line(self._alarm_words, self.alarms_seen)
        self._lines = (
            self._alarm, self._knock, self._gate, self._call, self._lost, self._before,
        )  # fmt: skip
        in_column(*self._lines, of=self, gap=1, margins=(4, 2, 2, 2))
        self._guards = tuple(
            ActGuard(*acts)
            for acts in (
                (self.alarms_seen,),
                (self.let_in, self.turn_away),
                (self.let_all_in,),
                (self.begin,),
                (self.look, self.answer, self.helped, self.passed),
                (self.look_lost,),
                (self.look_before, self.noted),
            )
        )
        for line in self._lines:
            line.hide()
        self.hide()

    def show_state(self, state: SessionState, now_ms: int) -> None:
        """Show who is waiting now."""
        now = waiting(state, now_ms)
        callers = [(code, state.participants[code]) for code in now.calls]
        self._gate.setVisible(bool(now.gates))
        self._call.setVisible(bool(callers))
        self._lost.setVisible(bool(now.lost))
        if now.gates:
            self._show_gate(now.gates)
        if callers:
            self._show_callers(state, callers)
        if now.lost:
            self._lost_station = now.lost[0]
            names = _in_short(now.lost)
            self._lost_words.setText(
                translate("No connection: station(s) {names}", n=len(now.lost), names=names)
            )
            set_tip(self._lost_words, ", ".join(now.lost))
            self.look_lost.setText(
                translate("Look at station {station}", station=self._lost_station)
            )
        self._show_recognised(state)
        self._show_if_needed()

    def show_door(self, knocks: tuple[Knock, ...], alarms: tuple[Alarm, ...]) -> None:
        """Show who waits at the door, and the alarms that have not been noted."""
        self._knocks, self._alarms = knocks, alarms
        self._knock.setVisible(bool(knocks))
        self._alarm.setVisible(bool(alarms))
        if knocks:
            first, others = knocks[0], len(knocks) - 1
            words = translate("At the door: station {knock}", knock=knock_words(first))
            if others:
                names = ", ".join(f"{each.station} ({each.address})" for each in knocks[1:_NAMED])
                more = translate(
                    "{n} more (waits|wait): {names}",
                    n=others,
                    names=names + (" …" if knocks[_NAMED:] else ""),
                )
                words = f"{words}. {more}"
            self._knock_words.setText(words)
            set_tip(self._knock_words, "\n".join(map(knock_words, knocks)))
            self.let_all_in.setVisible(bool(others))
        if alarms:
            words = alarm_words(alarms[-1])
            if len(alarms) > 1:
                words = f"{words} {translate('{n} more alarm(s)', n=len(alarms) - 1)}"
            self._alarm_words.setText(words)
            set_tip(self._alarm_words, "\n".join(map(alarm_words, alarms)))
        self._show_if_needed()

    def _answer_knock(self, wanted: bool) -> None:
        if self._knocks:
            self.knocks_answered.emit(self._knocks[:1], wanted)

    def _let_all_in(self) -> None:
        self.knocks_answered.emit(self._knocks, True)

    def _show_if_needed(self) -> None:
        self._guard_acts()
        self.setVisible(any(not line.isHidden() for line in self._lines))

    def _guard_acts(self) -> None:
        """Guard what acts on somebody else by now, or has moved with the lines above it."""
        lines = tuple(line.isHidden() for line in self._lines)
        meanings = (
            self._alarms,
            (self._knocks[:1], self.let_all_in.isHidden()),
            self._knocks,
            self._part,
            (self._caller, self.passed.isHidden()),
            self._lost_station,
            [code for code, _ in self._recognised],
        )
        for guard, meaning in zip(self._guards, meanings, strict=True):
            guard.means((lines, meaning))

    def _show_recognised(self, state: SessionState) -> None:
        warns = state.plan.settings.took_part_before is TookPartBefore.WARN
        self._recognised = [
            (code, person)
            for code, person in state.participants.items()
            if warns
            and person.took_part_before
            and code not in self._noted
            and person.progress.part not in RESTING
        ]
        self._before.setVisible(bool(self._recognised))
        if self._recognised:
            blind = state.plan.settings.blind
            names = [
                shown_name(state, code) if blind else f"{shown_name(state, code)} ({p.station})"
                for code, p in self._recognised
            ]
            self._before_words.setText(
                translate(
                    "{n} participant(s) (has|have) taken part before: {names}",
                    n=len(names),
                    names=_in_short(names),
                )
            )
            set_tip(self._before_words, "\n".join(names))

    def _note(self) -> None:
        self._noted |= {code for code, _ in self._recognised}
        self._recognised = []
        self._before.hide()
        self._show_if_needed()

    def _show_gate(self, waiting_at: dict[Part, int]) -> None:
        self._part = min(waiting_at, key=list(Part).index)
        people = translate("{n} participant(s)", n=waiting_at[self._part])
        self._gate_words.setText(
            translate(
                "{people} waiting for your start: {part}",
                people=people,
                part=part_words(self._part),
            )
        )

    def _show_callers(
        self, state: SessionState, callers: list[tuple[str, ParticipantState]]
    ) -> None:
        self._caller, person = callers[0]
        self._station = person.station
        words = translate(
            "Station {station} calls for help: {part}",
            station=person.station,
            part=part_words(person.progress.part),
        )
        in_questions = person.progress.part is Part.QUESTIONS
        if in_questions:
            question = sheet_of(state, person).questions[person.progress.page]
            wrong = translate("{n} wrong answer(s)", n=person.progress.attempts)
            words = f"{words} {in_quotes(question.name)}, {wrong}"
        if person.talk and person.talk[-1].by_participant:
            text = person.talk[-1].text
            is_long = len(text) > _SHOWN_CHARACTERS
            shown = text[:_SHOWN_CHARACTERS] + "…" if is_long else text
            words = f"{words}. {in_quotes(shown)}"
        others = [each.station for _, each in callers[1:]]
        if others:
            words = f"{words}. {translate('Also: {stations}', stations=_in_short(others))}"
        self._call_words.setText(words)
        set_tip(self._call_words, ", ".join((person.station, *others)))
        self.passed.setVisible(in_questions)

    def _help(self, *, passed: bool) -> None:
        self.wished.emit(EventDraft(ev.HelpGiven, (self._caller, passed)))

    def _line(self, words: QWidget, *buttons: QWidget) -> QWidget:
        line = QWidget()
        in_row((words, 1), *buttons, of=line, gap=2)
        return line


def _in_short(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are: the bar stays a few lines high."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return translate("{names} and {n} more", names=", ".join(names[:_NAMED]), n=len(names) - _NAMED)
