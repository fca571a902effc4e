"""Time: what is to happen, in order, and the programs that it happens to."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

Do: TypeAlias = Callable[[], None]


@dataclass
class Program:
    """A program that runs in the simulated room.

    Attributes:
        name: Its name.
        life: Counts its starts: what was to happen in an earlier life does not.
        runs: Whether it runs now.
        busy_until_ms: It takes in nothing before.
        ahead_ms: How much longer than no time what it does now has taken.
    """

    name: str
    life: int = 0
    runs: bool = True
    busy_until_ms: float = 0.0
    ahead_ms: float = 0.0

    def kill(self) -> None:
        """End it at once."""
        self.life += 1
        self.runs = False
        self.ahead_ms = 0.0

    def start(self, now_ms: float) -> None:
        """Start it again."""
        self.runs = True
        self.busy_until_ms = now_ms


@dataclass(order=True)
class _Due:
    at_ms: float
    tie: float
    number: int
    program: Program | None = field(compare=False)
    life: int = field(compare=False)
    do: Do = field(compare=False)


class World:
    """The one clock, and the dice of what happens in which order.

    Attributes:
        now_ms: True time.
        wire_dice: Of what messages meet on their way.
        before: Called before time goes on, with the moment it goes on to.
    """

    def __init__(self, seed: int) -> None:
        self.now_ms = 0.0
        self._seed = seed
        self._ties = self.dice_for("ties")
        self.wire_dice = self.dice_for("wires")
        self.before: Callable[[float], None] = lambda _: None
        self._due: list[_Due] = []
        self._numbers = count()

    def dice_for(self, purpose: str) -> random.Random:
        """Dice of their own, so that one draw more elsewhere does not change what they give."""
        return random.Random(f"{self._seed} {purpose}")  # noqa: S311 - reproducible, not secret

    def later(self, ms: float, do: Do, program: Program | None = None) -> None:
        """Let something happen after a while; to a program only if it still lives then."""
        ahead_ms = program.ahead_ms if program is not None else 0.0
        life = program.life if program is not None else 0
        self._push(self.now_ms + ahead_ms + ms, program, life, do)

    def _push(self, at_ms: float, program: Program | None, life: int, do: Do) -> None:
        # What is due at the same moment, as after a stall, happens in any order.
        due = _Due(at_ms, self._ties.random(), next(self._numbers), program, life, do)
        heapq.heappush(self._due, due)

    def run_until(self, at_ms: float) -> None:
        """Let time go on."""
        while self._due and self._due[0].at_ms <= at_ms:
            due = heapq.heappop(self._due)
            self._go_on_to(due.at_ms)
            program = due.program
            if program is None:
                due.do()
            elif program.life != due.life or not program.runs:
                continue
            elif program.busy_until_ms > self.now_ms:
                self._push(program.busy_until_ms, program, due.life, due.do)
            else:
                self.take_turn(program, due.do)
        self._go_on_to(at_ms)

    def take_turn(self, program: Program, do: Do) -> None:
        """Let a program do something, which may take its time."""
        program.ahead_ms = 0.0
        do()
        if program.ahead_ms:
            program.busy_until_ms = max(program.busy_until_ms, self.now_ms + program.ahead_ms)
        program.ahead_ms = 0.0

    def _go_on_to(self, at_ms: float) -> None:
        if at_ms > self.now_ms:
            self.before(at_ms)
            self.now_ms = at_ms


class Happening:
    """A signal without Qt, so that what goes wrong in a slot is not only printed."""

    def __init__(self) -> None:
        self._slots: list[Any] = []

    def connect(self, slot: Any) -> None:
        self._slots.append(getattr(slot, "emit", slot))

    def disconnect(self, slot: Any) -> None:
        self._slots.remove(getattr(slot, "emit", slot))

    def emit(self, *values: object) -> None:
        for slot in list(self._slots):
            slot(*values)


class Alarm:
    """What a `QTimer` is to a program in this world."""

    def __init__(self, world: World, program: Program, interval_ms: int, *, once: bool) -> None:
        self.timeout = Happening()
        self._world, self._program = world, program
        self._interval_ms, self._once = interval_ms, once
        self._set = 0
        self._active = False

    def setInterval(self, ms: int) -> None:  # noqa: N802 - as Qt names it
        self._interval_ms = ms

    def isActive(self) -> bool:  # noqa: N802
        return self._active

    def start(self, ms: int | None = None) -> None:
        self._set += 1
        self._active = True
        if ms is not None:
            self._interval_ms = ms
        self._ring_later()

    def stop(self) -> None:
        self._set += 1
        self._active = False

    def _ring_later(self) -> None:
        self._world.later(self._interval_ms, lambda was=self._set: self._ring(was), self._program)

    def _ring(self, was: int) -> None:
        if was != self._set:
            return
        if self._once:
            self._active = False
        else:
            self._ring_later()
        self.timeout.emit()


def alarms(world: World, program: Program) -> Callable[..., Alarm]:
    """What makes a program's timers, called as `QTimer` is."""

    def make(_parent: object = None, *, singleShot: bool = False, interval: int = 0) -> Alarm:  # noqa: N803
        return Alarm(world, program, interval, once=singleShot)

    return make
