"""One simulated session: made from a seed, played with faults, and judged."""

import logging
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from scripted import EVERYTHING, MATERIALS
from walks import TABLES, small_plan

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.long_table import rows as long_rows
from hcmd_lab.export.session_data import read_around, read_session
from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_settings import (
    Dropout,
    SessionSettings,
    Synchronize,
    TimeoutContribution,
)
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import SeatView
from hcmd_lab.hosting import command_turn, journal, session_runner
from hcmd_lab.hosting.session_clock import BEAT_MS, SessionClock
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network import message_fields
from hcmd_lab.network import station as station_module
from hcmd_lab.network.host_messages import Snapshot, ToStation
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import Decide
from hcmd_lab.storage import store as storage
from hcmd_lab.storage import study_database
from hcmd_lab.storage.checker import check_study
from lab_simulation.disk import Disk, Killed, StudyOnDisk
from lab_simulation.fairness import Fairness
from lab_simulation.faults import FAULTY_MS, Faults
from lab_simulation.people import Kiosk
from lab_simulation.progress import Progress
from lab_simulation.reader import Told, read_log
from lab_simulation.wires import Line, SimulatedEntrance, SimulatedHost
from lab_simulation.world import Program, World, alarms

_SESSION = "session"
_CALM_MS = FAULTY_MS + 100_000
_OVER_MS = 600_000
_LOOK_MS = 1300


@dataclass
class Outcome:
    """What one seed gave.

    Attributes:
        seed: The seed.
        wrong: What must not be; empty if all held.
        faults: How often each kind of fault happened.
        acknowledged: Decisions that stations were told are saved.
        lost: How many of them are not in the log.
        changed: How many are there, but not as they were sent.
        decisions: Decisions of participants in the log.
        timeouts: Decisions that were made because the time was up.
        restarts: How often the host was started again.
        unsaved: Writes that failed.
    """

    seed: int
    wrong: list[str] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    lost: int = 0
    changed: int = 0
    decisions: int = 0
    timeouts: int = 0
    restarts: int = 0
    unsaved: int = 0


def drawn_plan(dice: random.Random) -> SessionPlan:
    """A session of one or two groups, of any settings."""
    settings = SessionSettings(
        intro_s=dice.choice((0, 4)),
        decide_s=dice.choice((3, 6)),
        outcome_s=dice.choice((0, 3)),
        vote_s=dice.choice((0, 4)),
        dropout=dice.choice((Dropout.HOLD, *Dropout)),
        dropout_s=dice.choice((5, 8)),
        lost_wait_s=dice.choice((0, 4, 20)),
        synchronize=dice.choice((Synchronize.NO, *Synchronize)),
    )
    groups = 2 if dice.random() < 0.25 else 1
    has_script = dice.random() < 0.2
    default = dice.choice((TimeoutContribution.PREVIOUS, *TimeoutContribution))
    settings = replace(settings, timeout_contribution=default)
    if has_script:
        return small_plan(groups, 1, settings, script=EVERYTHING, materials=MATERIALS)
    return small_plan(groups, 1, settings)


class Simulation:
    """A room: a host, its disk, its stations, and the people at them.

    Use it as a context manager: inside, the product's timers, clocks and sockets are those of the
    simulation.

    Attributes:
        world: Its time.
        program: The host's program.
        host: The host's end of the network; another one after each restart.
        runner: The session at the host; another one after each restart.
        kiosks: The stations by name.
        disk: The host's disk.
        faults: What goes wrong.
        wrong: What must not have been, so far.
    """

    host: SimulatedHost
    runner: SessionRunner

    def __init__(self, seed: int, plan: SessionPlan | None = None) -> None:
        self.seed = seed
        self.world = World(seed)
        self.program = Program("host")
        self.disk = Disk(lambda: self.world.now_ms, self.program)
        self.utc_ahead_s = 0.0
        self.fails_at_presence_ms = 0.0
        self.wrong: list[str] = []
        self.kiosks: dict[str, Kiosk] = {}
        self.faults = Faults(self)
        self._restarts = 0
        self._knocking: list[Line] = []
        self._plan = plan or drawn_plan(self.world.dice_for("plan"))
        self._codes = 0
        self._judged = 0
        self._divided: dict[int, int] = {}
        self._counted: set[int] = set()
        self._stack = ExitStack()

    # --- the room ------------------------------------------------------------------------------

    def __enter__(self) -> "Simulation":
        try:
            self._open()
        except BaseException:
            self._stack.close()  # what comes after has the real clocks again
            raise
        return self

    def _open(self) -> None:
        enter = self._stack.enter_context
        folder = Path(tempfile.mkdtemp(prefix="simulation-"))
        self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
        enter(_quiet())
        make_alarm = alarms(self.world, self.program)
        enter(patch.object(session_runner, "QTimer", make_alarm))
        enter(patch.object(session_runner, "SessionClock", self._clock))
        enter(patch.object(command_turn, "time", SimpleNamespace(monotonic=self._judging_s)))
        enter(patch.object(command_turn, "new_code", self._code))
        enter(patch.object(session_runner, "utc_now", self._utc))
        enter(patch.object(journal, "utc_now", self._utc))
        enter(patch.object(storage, "utc_now", self._utc))
        enter(patch.object(study_database, "utc_now", self._utc))
        nonces = SimpleNamespace(token_urlsafe=lambda _: self._code())
        enter(patch.object(message_fields, "secrets", nonces))
        self.study = StudyOnDisk(self.disk, folder)
        self._stack.callback(self.study.connection.close)
        self.fairness = Fairness(
            self.world, self.program, self.kiosks, self.disk, self.faults.has_losses
        )
        self.progress = Progress(self.world, self.program, self.disk)
        self._serve(self._plan)
        self.world.before = self._before
        for number in range(1, 4 * len(self._plan.groups) + 1):
            name = f"s{number}"
            self.kiosks[name] = Kiosk(self.world, name, partial(self._link, name))
        self._look_later()

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _before(self, at_ms: float) -> None:
        self.fairness.before(at_ms)
        self.progress.before(at_ms)

    def _clock(self, start_ms: int = 0) -> SessionClock:
        return SessionClock(start_ms, lambda: (self.world.now_ms + self.program.ahead_ms) / 1000)

    def _judging_s(self) -> float:
        """A clock by which each command of a full turn takes a millisecond to judge.

        The real one would let a busy computer commit more often, and so meet other faults.
        """
        self._judged += 1
        return self.world.now_ms / 1000 + self._judged / 1000

    def _code(self) -> str:
        self._codes += 1
        return f"c{self._codes:07d}"

    def _utc(self) -> str:
        seconds = self.world.now_ms / 1000 + self.utc_ahead_s
        return (datetime(2026, 1, 2, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()

    def _link(self, name: str, program: Program) -> tuple[StationLink, SimulatedEntrance]:
        entrance = SimulatedEntrance(self.world, program)
        entrance.knock = partial(self._knock, name, program)
        with (
            patch.object(station_module, "Entrance", lambda *_: entrance),
            patch.object(station_module, "QTimer", alarms(self.world, program)),
        ):
            link = StationLink("", 0, name, Path())
        return link, entrance

    def _knock(self, name: str, station: Program, entrance: SimulatedEntrance) -> Line | None:
        """A line to the host; it takes a moment to be let in."""
        if not self.program.runs:
            return None
        line = Line(self.world, self.program, station)
        line.closed["up"] = lambda: None
        self._knocking.append(line)

        def say_hello() -> None:
            self._knocking.remove(line)
            if line.is_open and (line.was_cut_by(arrives_ms) or not self._let_in(name, line)):
                line.close("up")

        del entrance
        after_ms = self.world.wire_dice.randrange(20, 120)
        arrives_ms = self.world.now_ms + after_ms  # and waits, while the host stands still
        self.world.later(after_ms, lambda: self._turn(say_hello), self.program)
        return line

    def _let_in(self, name: str, line: Line) -> bool:
        if name not in self.host.live:
            self.fairness.let_in(name)
        self._fail_at_presence()
        return self.host.let_in(name, line)

    def cut_cable(self, station: str) -> None:
        """Cut a station's cable: the line that the host has to it, and one that it has just opened.

        Behind a standstill of the host these are two.
        """
        self.kiosks[station].entrance.is_unplugged = True
        for line in self._lines_of(station):
            line.cut()

    def mend_cable(self, station: str) -> None:
        """Plug it in again."""
        self.kiosks[station].entrance.is_unplugged = False
        for line in self._lines_of(station):
            line.mend()

    def _lines_of(self, station: str) -> list[Line]:
        lines = (self.kiosks[station].entrance.line, self.host.live.get(station))
        return [line for line in dict.fromkeys(lines) if line is not None]

    def _fail_at_presence(self) -> None:
        if self.fails_at_presence_ms:
            self.disk.fails_until_ms = self.world.now_ms + self.fails_at_presence_ms
            self.fails_at_presence_ms = 0.0

    # --- the host ------------------------------------------------------------------------------

    def _serve(self, plan: SessionPlan | None) -> None:
        store = self.study.open()
        self.host = SimulatedHost(self.world, self.program)
        self.host.sent = self._sent
        self.runner = SessionRunner(store, self.host, _SESSION, TABLES, plan=plan)
        self.fairness.runner, self.fairness.host = self.runner, self.host
        self.progress.runner, self.progress.host = self.runner, self.host
        self.runner.happened.connect(self._happened)
        self._unlogged = False

    def _turn(self, do: Callable[[], None]) -> None:
        """Let the host do something, in the middle of which it may be killed."""
        try:
            do()
        except Killed:
            self.kill_host(500)

    def kill_host(self, down_ms: float) -> None:
        """End the host at once, and start it again after a while."""
        if not self.program.runs:
            return
        self.disk.kills_at = None
        self.program.kill()
        lines = [*self.host.live.values(), *self._knocking]
        self.host.live = {}
        self._knocking.clear()
        for line in lines:
            line.close("up")
        self.world.later(down_ms, self._restart)

    def _restart(self) -> None:
        self.program.start(self.world.now_ms)
        try:
            self.world.take_turn(self.program, lambda: self._serve(None))
        except (OperatorError, Killed):  # the disk: the experimenter tries again
            self.program.kill()
            self.world.later(1000, self._restart)
            return
        self._restarts += 1
        self._recount()
        self.fairness.restarted()
        self.progress.restarted()

    def _recount(self) -> None:
        """What is in the log, of which a host that was killed has told nobody."""
        self._divided.clear()
        saved = self.study.connection.execute(
            "SELECT body ->> 'group', count(*) FROM event WHERE kind = 'FundDivided' GROUP BY 1"
        )
        self._divided.update(saved)
        counted = "SELECT body ->> 'group' FROM event WHERE kind = 'VotesCounted'"
        self._counted = {group for (group,) in self.study.connection.execute(counted)}

    def stall_host(self, ms: float) -> None:
        """Let the host stand still; what is sent to it waits."""
        if not self.program.runs:
            return
        until_ms = self.world.now_ms + ms
        self.program.busy_until_ms = max(self.program.busy_until_ms, until_ms)
        for station, line in self.host.live.items():
            silent_ms = 2500 + self.world.wire_dice.randrange(1000)
            if silent_ms < ms:
                self.world.later(
                    silent_ms, partial(line.close, "down"), self.kiosks[station].program
                )

    @property
    def takes_in(self) -> bool:
        """Whether the host runs and does not stand still."""
        return self.program.runs and self.program.busy_until_ms <= self.world.now_ms

    def as_experimenter(self, kind: type, *details: object) -> None:
        """Let the experimenter do something, as soon as the host takes it in."""
        if self.takes_in:
            do = partial(self.runner.do, kind, *details)
            with suppress(OperatorError):  # the window says that it could not be saved
                self.world.take_turn(self.program, lambda: self._turn(do))

    # --- what is seen --------------------------------------------------------------------------

    def _happened(self, events: tuple[ev.SessionEvent, ...]) -> None:
        try:
            for event in events:
                if isinstance(event, ev.FundDivided):
                    self._divided[event.group] = self._divided.get(event.group, 0) + 1
                elif isinstance(event, ev.VotesCounted):
                    self._counted.add(event.group)
            self.fairness.happened(events)
            self.progress.happened(events)
        except Exception as error:  # noqa: BLE001 - Qt would only print it
            self.wrong.append(repr(error))

    def _sent(self, station: str, message: ToStation) -> None:
        """Nothing is shown before it is saved."""
        if not isinstance(message, Snapshot) or not message.view.stage:
            return
        view = message.view
        code = self.runner.state.occupant(station)
        number = None if code is None else self.runner.state.participants[code].group
        if number is not None:
            if len(view.history) > self._divided.get(number, 0):
                self.wrong.append(f"{station} is shown a round that is not saved")
            if view.votes is not None and number not in self._counted:
                self.wrong.append(f"{station} is shown votes that are not counted")

    def _look_later(self) -> None:
        self.world.later(_LOOK_MS, self._look)

    def _look(self) -> None:
        """What a station draws is what the mirror draws, once all has arrived."""
        self._look_later()
        # A host that has stood still tells the stations its time at its next beat.
        if self.world.now_ms < self.program.busy_until_ms + BEAT_MS:
            return
        if not self.takes_in:
            return
        self.progress.judge_presence()
        held = self.runner._journal.clock._held_ms is not None
        now_ms = self.runner.now_ms
        for station, line in self.host.live.items():
            kiosk = self.kiosks[station]
            if not kiosk.program.runs or line.is_cut or not line.is_empty("down"):
                continue
            if line is not kiosk.entrance.line:
                continue
            drawn = kiosk.now()
            if drawn is None:
                self.wrong.append(f"{station} is let in and has no screen, {self.world.now_ms:.0f}")
                continue
            mirror = station_view(self.runner.state, station, now_ms)
            if not _is_same(drawn, mirror):
                self.wrong.append(
                    f"{station} draws {drawn.page}, the mirror {mirror.page}, "
                    f"at {self.world.now_ms:.0f} ms"
                )
            apart_ms = abs((drawn.time_left_ms or 0) - (mirror.time_left_ms or 0))
            # What a line holds up comes late, and a view says how long there was when it was made.
            allowed_ms = (1200 if held else 900) + 3 * line.worst_ms + line.cut_ms
            if apart_ms > allowed_ms and not self.disk.is_failing:
                self.wrong.append(
                    f"{station} shows {drawn.time_left_ms} ms, the mirror {mirror.time_left_ms}, "
                    f"at {self.world.now_ms:.0f} ms"
                )

    # --- from beginning to end -----------------------------------------------------------------

    def play(self) -> Outcome:
        """Play the session to its end, with whatever goes wrong, and judge it."""
        self.faults.plan()
        self.run_until(FAULTY_MS)
        self.calm()
        while not self.is_over and self.world.now_ms < _OVER_MS:
            self.run_until(self.world.now_ms + 5000)
        return self.judged()

    def run_until(self, at_ms: float) -> None:
        """Let time go on."""
        while True:
            try:
                self.world.run_until(at_ms)
            except Killed:
                self.kill_host(500)
                continue
            return

    def calm(self) -> None:
        """Let nothing go wrong any more, and everybody act at once."""
        self.disk.fails_until_ms = -1.0
        self.disk.fails_at = self.disk.kills_at = None
        for kiosk in self.kiosks.values():
            kiosk.is_prompt = True
        self._resume_paused()

    def _resume_paused(self) -> None:
        """The experimenter lets groups go on, and looks after them until the end."""
        self.world.later(5000, self._resume_paused)
        for number, group in self.runner.state.groups.items():
            if group.paused and not group.pause_is_automatic:
                self.as_experimenter(ev.Resumed, number)

    @property
    def is_over(self) -> bool:
        """Whether the session is closed."""
        return self.program.runs and self.runner.state.closed

    def judged(self) -> Outcome:
        """What has come of it."""
        wrong = [*self.wrong, *self.fairness.wrong, *self.progress.wrong]
        for kiosk in self.kiosks.values():
            wrong += kiosk.wrong
            played = [key for key in kiosk.seen if key[0] and key[1]]
            if [key[:2] for key in played] != sorted(key[:2] for key in played):
                wrong.append(f"the rounds at {kiosk.name} do not only advance: {played}")
        if not self.is_over:
            wrong.append(f"the session is not over after {self.world.now_ms:.0f} ms")
        presses = {nonce: p for kiosk in self.kiosks.values() for nonce, p in kiosk.presses.items()}
        sent = {nonce: _told(press.command) for nonce, press in presses.items()}
        told = {n: sent[n] for n, press in presses.items() if press.answered == "accepted"}
        store = self.study.read()
        shown = {kiosk.name: kiosk.shown for kiosk in self.kiosks.values()}
        found = read_log(self.study.connection, told, sent, shown)
        wrong += found.wrong
        wrong += check_study(store, told)
        events = store.log.events(_SESSION)
        if self.program.runs and replay(events) != self.runner.state:  # type: ignore[arg-type]
            wrong.append("the log does not lead to the session's state")
        if self.seed % 8 == 0:
            wrong += self._export_differs()
        return Outcome(
            self.seed, wrong, dict(self.faults.counts), len(told), found.lost, found.changed,
            found.decisions, self.fairness.timeouts, self._restarts, self.disk.failed,
        )  # fmt: skip

    def _export_differs(self) -> Iterator[str]:
        store = self.study.read()
        around = read_around(store, with_labels=False)
        data = read_session(store, store.tables.sessions()[0], around)
        names = (
            "group.id_in_subsession", "subsession.stage", "subsession.round_number",
            "player.id_in_group", "player.contribution",
        )  # fmt: skip
        exported = sorted(tuple(row[name] for name in names) for row in long_rows([data]))
        stored = sorted(
            self.study.connection.execute(
                "SELECT group_number, stage, round_number, seat + 1, contribution FROM decision"
            )
        )
        if exported != stored:
            yield "the export is not what the tables say"


def _told(command: object) -> Told:
    if isinstance(command, Decide):
        return Told("decide", command.contribution, command.stage, command.round)
    return Told("vote", command.choice)  # type: ignore[attr-defined]


def _is_same(drawn: SeatView, mirror: SeatView) -> bool:
    """Whether two views are the same but for their times."""
    script = drawn.script
    if script is not None and mirror.script is not None:
        script = replace(script, wait_ms=mirror.script.wait_ms)
    left_ms, wait_ms = mirror.time_left_ms, mirror.wait_left_ms
    return replace(drawn, time_left_ms=left_ms, wait_left_ms=wait_ms, script=script) == mirror


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the product's own log: it is full of what goes wrong here."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def simulate(seed: int) -> Outcome:
    """Play and judge the session of a seed."""
    with Simulation(seed) as session:
        return session.play()


def told_wrong(outcome: Outcome) -> str:
    """What was wrong, and how to see it again; empty if nothing was."""
    if not outcome.wrong:
        return ""
    again = f"python tests/support/simulate.py {outcome.seed}"
    return "\n".join([f"seed {outcome.seed}, again by: {again}", *map(str, outcome.wrong)])
