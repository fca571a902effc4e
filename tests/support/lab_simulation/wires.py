"""The network: lines that are slow, cut and closed, and both ends' view of them.

A line is TCP: what arrives, arrives in order. What a short cut holds up arrives after it; a longer
one is noticed by each end for itself, after `SILENT_MS`.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from hcmd_lab.network.codec import decode_from_host, decode_from_station, encode
from hcmd_lab.network.host_messages import Snapshot, ToStation, Welcome
from hcmd_lab.network.station_messages import ToHost
from lab_simulation.world import Happening, Program, World

SILENT_MS = 2500
_TICK_MS = 500

Sent: TypeAlias = str | int
"""A message's text, or the number of a question and its answer."""


class Line:
    """A connection between the host and a station."""

    def __init__(self, world: World, host: Program, station: Program) -> None:
        self.world = world
        self.ends = {"down": station, "up": host}
        self.is_cut = False
        self.is_open = True
        self.delay_ms = self.worst_ms = 5.0
        self.heard_ms = world.now_ms
        self.receive: dict[str, Callable[[Sent], None]] = {}
        self.closed: dict[str, Callable[[], None]] = {}
        self._queue: dict[str, deque[Sent]] = {"down": deque(), "up": deque()}
        self._last_ms = {"down": 0.0, "up": 0.0}
        self._held = {"down": 0, "up": 0}
        self.cut_ms = 0.0
        self._cuts = 0
        self._cut_since_ms = 0.0
        self._notices_ms = {"down": 0.0, "up": 0.0}

    def is_empty(self, way: str) -> bool:
        return not self._queue[way]

    def send(self, way: str, sent: Sent, sender: Program) -> None:
        if not self.is_open:
            return
        self._queue[way].append(sent)
        at_ms = self.world.now_ms + sender.ahead_ms + self.delay_ms
        at_ms += self.world.wire_dice.random() * self.delay_ms
        self._last_ms[way] = at_ms = max(at_ms, self._last_ms[way])
        self._arrive_later(way, at_ms - self.world.now_ms)

    def _arrive_later(self, way: str, ms: float) -> None:
        receiver = self.ends[way]
        self.world.later(ms - receiver.ahead_ms, partial(self._arrive, way), receiver)

    def _arrive(self, way: str) -> None:
        if not self.is_open:
            return
        if self.is_cut:
            self._held[way] += 1
            return
        if way == "up":
            self.heard_ms = self.world.now_ms
        self.receive[way](self._queue[way].popleft())

    def cut(self) -> None:
        """Let nothing through any more."""
        if not self.is_cut:
            self.is_cut = True
            self._cut_since_ms = self.world.now_ms
            self._cuts += 1
            self.heard_ms = max(self.heard_ms, self.world.now_ms - 1000)  # the last ping
            for way in ("down", "up"):
                self.watch(way)

    def was_cut_by(self, at_ms: float) -> bool:
        """Whether it is cut and already was at this time."""
        return self.is_cut and self._cut_since_ms <= at_ms

    def watch(self, way: str) -> None:
        """Let an end notice, after a while, that nothing comes through a cut."""
        noticed_ms = SILENT_MS + self.world.wire_dice.randrange(0, 1000)
        self._notices_ms[way] = self.world.now_ms + noticed_ms
        after = partial(self._notice, way, self._cuts)
        self.world.later(noticed_ms, after, self.ends[way])

    def slow_down(self, delay_ms: float) -> None:
        """Let each message take so long, and up to twice as long, from now on."""
        self.delay_ms = delay_ms
        self.worst_ms = max(self.worst_ms, delay_ms)

    def mend(self) -> None:
        """Let through what was held up."""
        if self.is_cut:
            self.is_cut = False
            self.cut_ms = max(self.cut_ms, self.world.now_ms - self._cut_since_ms)
            for way in ("down", "up"):
                for _ in range(self._held[way]):
                    self._arrive_later(way, 20)
                self._held[way] = 0

    def _notice(self, way: str, cut: int) -> None:
        if self.is_open and self.is_cut and cut == self._cuts:
            self.close(way)

    def close(self, by: str) -> None:
        """End the line at once at one end ('up': the host's), and soon at the other one."""
        if self.is_open:
            self.is_open = False
            self.world.later(0, self.closed[by], self.ends[by])
            other = "up" if by == "down" else "down"
            # A reset does not get through a cut; the other end notices the silence by itself.
            after_ms = self.world.wire_dice.randrange(1, 30)
            if self.is_cut:
                after_ms += max(0, self._notices_ms[other] - self.world.now_ms)
            self.world.later(after_ms, self.closed[other], self.ends[other])

    def silent_ms(self) -> int:
        """How long the host has heard nothing, counted in its own ticks."""
        silent_ms = min(self.world.now_ms - self.heard_ms, SILENT_MS + _TICK_MS)
        return int(silent_ms // _TICK_MS * _TICK_MS)


class SimulatedHost:
    """The host's end, as `LabHost` is to a runner.

    Attributes:
        live: The line of each station that is let in.
        sent: Called with each message that is sent.
    """

    def __init__(self, world: World, program: Program) -> None:
        self._world, self.program = world, program
        self.station_connected = Happening()
        self.station_lost = Happening()
        self.command_received = Happening()
        self.exit_tried = Happening()
        self.kiosk_told = Happening()
        self.picture_wanted = Happening()
        self.answered = Happening()
        self.live: dict[str, Line] = {}
        self.sent: Callable[[str, ToStation], None] = lambda *_: None

    @property
    def stations(self) -> frozenset[str]:
        return frozenset(self.live)

    def let_in(self, station: str, line: Line) -> bool:
        """Let a station in, unless its former line is not known to be dead."""
        if station in self.live:
            return False
        self.live[station] = line
        line.receive["up"] = partial(self._on_sent, station, line)
        line.closed["up"] = partial(self._on_closed, station, line)
        line.heard_ms = self._world.now_ms
        if line.is_cut:  # since its hello; the host watches it from now on
            line.watch("up")
        line.send("down", encode(Welcome("session", "0", "")), self.program)
        self.station_connected.emit(station)
        return True

    def send(self, station: str, message: ToStation) -> None:
        line = self.live.get(station)
        if line is not None:
            self.sent(station, message)
            line.send("down", encode(message), self.program)

    def ask(self, station: str, number: int) -> None:
        line = self.live.get(station)
        if line is not None:
            line.send("down", number, self.program)

    def _on_sent(self, station: str, line: Line, sent: Sent) -> None:
        if self.live.get(station) is not line:
            return
        if isinstance(sent, int):
            self.answered.emit(station, sent)
        else:
            self.command_received.emit(station, decode_from_station(sent))

    def _on_closed(self, station: str, line: Line) -> None:
        if self.live.get(station) is line:
            del self.live[station]
            self.station_lost.emit(station, line.silent_ms())


class SimulatedEntrance:
    """A station's end, as `Entrance` is to a `StationLink`.

    Attributes:
        line: The line to the host, if it is let in or about to be.
        knock: Asks for a line; None where the host cannot be reached.
        is_unplugged: Whether no line can be had.
        drops: How many of the next messages are lost on their way.
        dropped: Called with each of them.
        repeats: How likely a message arrives twice, the second time late.
    """

    knock: Callable[["SimulatedEntrance"], Line | None]

    def __init__(self, world: World, program: Program) -> None:
        self.entered = Happening()
        self.message_received = Happening()
        self.answered = Happening()  # of reports, which no simulated kiosk sends
        self.lost = Happening()
        self.rejected = Happening()
        self.untrusted = Happening()
        self.misdated = Happening()
        self.update_told = Happening()
        self.update_over = Happening()
        self.exit_hash = ""
        self.silent_ms = 0
        self.is_in = False
        self.is_unplugged = False
        self.line: Line | None = None
        self.drops = 0
        self.dropped: Callable[[ToHost], None] = lambda _: None
        self.repeats = 0.0
        self._world, self._program = world, program
        self._retry_ms = 100

    def start(self) -> None:
        self._try()

    def stop(self) -> None:
        self.is_in = False
        if self.line is not None:
            self.line.close("down")

    def send(self, message: ToHost) -> None:
        if not self.is_in or self.line is None:
            return
        text = encode(message)
        if self.drops:
            self.drops -= 1
            self.dropped(message)
        else:
            self.line.send("up", text, self._program)
        if self._world.wire_dice.random() < self.repeats:
            again = partial(self.line.send, "up", text, self._program)
            self._world.later(self._world.wire_dice.randrange(3000), again)

    def _try(self) -> None:
        self.line = None if self.is_unplugged else self.knock(self)
        if self.line is None:
            self._world.later(self._retry_ms, self._try, self._program)
            self._retry_ms = min(2 * self._retry_ms, 1000)
            return
        self.line.receive["down"] = self._on_sent
        self.line.closed["down"] = self._on_closed

    def _on_sent(self, sent: Sent) -> None:
        if isinstance(sent, int):
            if self.line is not None:
                self.line.send("up", sent, self._program)
            return
        message = decode_from_host(sent)
        if isinstance(message, Welcome):
            self.is_in = True
            self._retry_ms = 100
            self.entered.emit(message.session)
        else:
            assert isinstance(message, Snapshot) or self.is_in
            self.message_received.emit(message)

    def _on_closed(self) -> None:
        was_in, self.is_in, self.line = self.is_in, False, None
        self.silent_ms = SILENT_MS
        self._world.later(self._retry_ms, self._try, self._program)
        if was_in:
            self.lost.emit()
