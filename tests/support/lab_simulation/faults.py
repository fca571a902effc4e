"""What goes wrong, drawn from the seed, and what the experimenter does meanwhile."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import next_deadline_ms
from hcmd_lab.game.state import IllegalEventError

if TYPE_CHECKING:
    from lab_simulation.session import Simulation

FAULTY_MS = 30_000
"""So long things go wrong."""

_LOSSES = {
    "cut", "cut of all", "slow line", "station killed", "disconnect", "presence not saved", "sleep",
    "host stalled",
}  # fmt: skip


class Faults:
    """Lets things go wrong in a session.

    Attributes:
        counts: How often each kind of fault has happened.
    """

    def __init__(self, session: "Simulation") -> None:
        self._session = session
        self._dice = session.world.dice_for("faults")
        self.counts: Counter[str] = Counter()

    def plan(self) -> None:
        """Draw what goes wrong, and when."""
        kinds = list(self.kinds)
        # A session has a few kinds of faults, so that each is also met without the others.
        chosen = self._dice.sample(kinds, self._dice.randint(1, 6))
        for _ in range(self._dice.randint(2, 14)):
            at_ms = self._dice.randrange(500, FAULTY_MS)
            self._session.world.later(at_ms, partial(self.do, self._dice.choice(chosen)))

    def has_losses(self) -> bool:
        """Whether stations may have been lost."""
        return bool(_LOSSES & self.counts.keys())

    def do(self, kind: str) -> None:
        """Let one thing go wrong now."""
        self.counts[kind] += 1
        self.kinds[kind](self)

    def _lines(self) -> list[str]:
        return sorted(self._session.host.live)

    def _after(self, ms: float, do: Callable[[], object]) -> None:
        self._session.world.later(ms, lambda: do() and None)

    def cut(self) -> None:
        for station in self._some(self._lines()):
            line = self._session.host.live[station]
            line.cut()
            self._after(self._duration(200, 2400, 12_000), line.mend)

    def cut_all(self) -> None:
        ms = self._duration(300, 2400, 9000)
        for station in self._lines():
            line = self._session.host.live[station]
            line.cut()
            self._after(ms, line.mend)

    def slow_line(self) -> None:
        for station in self._some(self._lines()):
            line = self._session.host.live[station]
            line.slow_down(self._dice.randrange(50, 1500))
            self._after(6000, partial(line.slow_down, 5.0))

    def drop_messages(self) -> None:
        for kiosk in self._some(list(self._session.kiosks.values())):
            kiosk.entrance.drops = 1

    def repeat_messages(self) -> None:
        for kiosk in self._session.kiosks.values():
            entrance = kiosk.entrance
            entrance.repeats = 0.5
            self._after(8000, lambda entrance=entrance: setattr(entrance, "repeats", 0.0))

    def kill_station(self) -> None:
        for kiosk in self._some([k for k in self._session.kiosks.values() if k.program.runs]):
            kiosk.kill()
            self._after(self._duration(200, 2000, 9000), kiosk.start)

    def disconnect(self) -> None:
        for station in self._some(self._lines()):
            self._session.host.live[station].close(self._dice.choice(("up", "down")))

    def kill_host(self) -> None:
        self._session.kill_host(self._duration(100, 3000, 40_000))

    def kill_host_at_write(self) -> None:
        disk = self._session.disk
        disk.kills_at = disk.writes + self._dice.randint(1, 60)
        disk.kills_after = self._dice.random() < 0.5

    def stall_host(self) -> None:
        self._session.stall_host(self._duration(100, 900, 6000))

    def late_over_deadline(self) -> None:
        """The host stands still from just before a page's time is up."""
        runner = self._session.runner
        due_ms = next_deadline_ms(runner.state)
        if self._session.takes_in and due_ms is not None:
            before_ms = self._dice.randrange(0, 300)
            stall_ms = before_ms + self._dice.randrange(50, 2000)
            after_ms = max(0, due_ms - runner.now_ms - before_ms)
            self._after(after_ms, lambda: self._session.stall_host(stall_ms))

    def sleep(self) -> None:
        self._session.stall_host(self._dice.randrange(10_000, 90_000))

    def disk_full(self) -> None:
        disk = self._session.disk
        disk.fault = self._dice.choice(("disk full", "disk error"))
        disk.fails_until_ms = self._session.world.now_ms + self._duration(100, 3000, 12_000)

    def disk_error_at_write(self) -> None:
        disk = self._session.disk
        disk.fault = "disk error"
        disk.fails_at = disk.writes + self._dice.randint(1, 60)

    def slow_disk(self) -> None:
        disk = self._session.disk
        disk.commit_ms = self._dice.choice((20, 100, 400))
        self._after(6000, lambda: setattr(disk, "commit_ms", 0.0))

    def presence_not_saved(self) -> None:
        """The disk fails at the moment at which a station comes or goes."""
        session = self._session
        session.fails_at_presence_ms = self._duration(100, 2000, 8000)
        if lines := self._lines():
            session.host.live[self._dice.choice(lines)].close("down")

    def set_clock(self) -> None:
        self._session.utc_ahead_s += self._dice.choice((-7200, -61, 61, 86_400))

    def pause(self) -> None:
        for number in self._groups():
            self._try(ev.Paused, number, "a question")
            self._after(self._duration(300, 2000, 6000), lambda n=number: self._try(ev.Resumed, n))

    def call_time(self) -> None:
        for number in self._groups():
            self._try(ev.TimeCalled, number)

    def add_time(self) -> None:
        for number in self._groups():
            self._try(ev.TimeAdded, number, 2000)

    def write(self) -> None:
        state = self._session.runner.state
        for code in self._some(list(state.participants)):
            self._try(ev.MessageSent, code, "Please sit still.")

    def _groups(self) -> list[int]:
        return self._some(list(self._session.runner.state.groups))

    def _try(self, kind: type, *details: object) -> None:
        with suppress(IllegalEventError):  # it is not possible now, as the window would say
            self._session.as_experimenter(kind, *details)

    def _some(self, all_of_them: list) -> list:  # type: ignore[type-arg]
        if not all_of_them:
            return []
        return self._dice.sample(all_of_them, self._dice.choice((1, 1, min(3, len(all_of_them)))))

    def _duration(self, least: int, usual: int, most: int) -> int:
        return self._dice.randrange(least, usual if self._dice.random() < 0.7 else most)

    kinds: dict[str, Callable[["Faults"], None]] = {  # noqa: RUF012 - never changed
        "cut": cut,
        "cut of all": cut_all,
        "slow line": slow_line,
        "lost messages": drop_messages,
        "repeated messages": repeat_messages,
        "station killed": kill_station,
        "disconnect": disconnect,
        "host killed": kill_host,
        "host killed at write": kill_host_at_write,
        "host stalled": stall_host,
        "host late over a deadline": late_over_deadline,
        "sleep": sleep,
        "disk full": disk_full,
        "disk error at write": disk_error_at_write,
        "slow disk": slow_disk,
        "presence not saved": presence_not_saved,
        "clock set": set_clock,
        "pause": pause,
        "time called": call_time,
        "time added": add_time,
        "message": write,
    }
