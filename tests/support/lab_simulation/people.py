"""Kiosks, and the people at them: quick, slow, at the last moment, or not there."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from hcmd_lab.game.view import Page, SeatView, later
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import (
    UNSENT,
    AnswerQuestion,
    CheckIn,
    Command,
    Continue,
    Decide,
    GiveConsent,
    HandIn,
    Read,
    ToHost,
    TurnPage,
    Vote,
)
from lab_simulation.reader import Shown
from lab_simulation.wires import SimulatedEntrance
from lab_simulation.world import Program, World

NOTICED_MS = 500
"""So long after a loss is noticed a kiosk still takes a choice."""
_AGAIN_MS = 4000

PageKey: TypeAlias = tuple[int, int, Page]
"""Stage, round and page."""


@dataclass
class Press:
    """A decision as somebody made it at a kiosk.

    Attributes:
        station: Where.
        page: On which page.
        command: What.
        at_ms: When, in true time.
        in_time: Whether the kiosk's own clock still ran.
        answered: What came of it: accepted, refused, or nothing yet.
        can_arrive: Whether nothing has happened to it that no program can mend.
    """

    station: str
    page: PageKey
    command: Decide | Vote
    at_ms: float
    in_time: bool
    answered: str = ""
    can_arrive: bool = True


def key_of(view: SeatView) -> PageKey:
    """Which page a view shows."""
    return view.stage, view.round, view.page


class Kiosk:
    """A station's program, and whoever sits there.

    Attributes:
        name: The station.
        program: Its program, which can be killed.
        view: What its screen shows; None before the first snapshot.
        shown_ms: Since when.
        lost_ms: Since when it has no connection; None while it has one.
        presses: All decisions that were made at it, by nonce.
        is_prompt: Whether the person acts at once.
        worst_ms: How slow a line was that has brought a view.
        shown: What its screen has told of rounds and votes.
        is_alone: Whether nobody acts there but by `act`.
    """

    def __init__(
        self,
        world: World,
        name: str,
        make_link: Callable[[Program], tuple[StationLink, SimulatedEntrance]],
    ) -> None:
        self.world = world
        self.name = name
        self._dice = world.dice_for(name)
        self.program = Program(name)
        self.presses: dict[str, Press] = {}
        self.is_prompt = False
        self.is_alone = False
        self.seen: list[PageKey] = []
        self.shown = Shown()
        self.wrong: list[str] = []
        self._make_link = make_link
        self._plan = 0
        self._dropped: set[str] = set()
        self.worst_ms = 0.0
        self.start()

    def start(self) -> None:
        """Start the program, which knows nothing but its pairing."""
        self.view: SeatView | None = None
        self.shown_ms = 0.0
        self.lost_ms: float | None = None
        self.program.start(self.world.now_ms)
        self.link, self.entrance = self._make_link(self.program)
        self.link.connected.connect(self._on_connected)
        self.link.connection_lost.connect(self._on_lost)
        self.link.snapshot_received.connect(self._on_view)
        self.link.accepted.connect(self._on_accepted)
        self.link.rejected.connect(self._on_rejected)
        self.entrance.dropped = self._on_dropped
        self.entrance.start()

    def kill(self) -> None:
        """End the program; what it had not got through is forgotten."""
        for press in self.presses.values():
            press.can_arrive = press.can_arrive and bool(press.answered)
        self.program.kill()
        self._plan += 1
        if self.entrance.line is not None:
            self.entrance.line.close("down")
        self.entrance.is_in = False
        self.view = None

    @property
    def page(self) -> PageKey | None:
        """What can be acted on now; None where nothing can."""
        if self.view is None or not self.program.runs or self.view.paused:
            return None
        if self.lost_ms is not None and self.world.now_ms - self.lost_ms > NOTICED_MS:
            return None
        return key_of(self.view)

    def now(self) -> SeatView | None:
        """The view as its screen shows it now."""
        if self.view is None:
            return None
        return later(self.view, int(self.world.now_ms - self.shown_ms))

    def _on_connected(self) -> None:
        self.lost_ms = None
        self._think()

    def _on_dropped(self, message: ToHost) -> None:
        nonce = getattr(message, "nonce", "")
        self._dropped.add(nonce)
        if nonce in self.presses:
            self.presses[nonce].can_arrive = False

    def _on_lost(self) -> None:
        self.lost_ms = self.world.now_ms

    def _on_view(self, view: SeatView) -> None:
        if self.entrance.line is not None:
            self.worst_ms = max(self.worst_ms, self.entrance.line.worst_ms)
        self.shown.take(view)
        before, self.view = self.view, view
        self.shown_ms = self.world.now_ms
        if before is None or replace(before, time_left_ms=view.time_left_ms) != view:
            self.seen.append(key_of(view))
            self._think()

    def _on_accepted(self, nonce: str) -> None:
        if nonce in self.presses:
            self.presses[nonce].answered = "accepted"

    def _on_rejected(self, code: RejectionCode, sentence: str, final: bool) -> None:
        del sentence
        for press in self.presses.values():
            press.answered = press.answered or str(code)
        if final and code is not RejectionCode.SESSION_FULL:
            self.wrong.append(f"station {self.name} was finally refused: {code}")
        self._think(at_least_ms=400)

    def _think(self, at_least_ms: int = 0) -> None:
        self._plan += 1
        if self.is_alone:
            return
        mode = "prompt" if self.is_prompt else _mode(self._dice)
        after_ms = at_least_ms + self._thinking_ms(mode)
        self._act_later(after_ms, self._plan)

    def _act_later(self, after_ms: float, plan: int) -> None:
        self.world.later(after_ms, lambda: self.act(plan), self.program)

    def _thinking_ms(self, mode: str) -> float:
        dice = self._dice
        left_ms = None if self.view is None else self.view.time_left_ms
        if mode == "absent" and left_ms is not None:
            return left_ms + 5000
        if mode == "late" and left_ms is not None:
            return max(50.0, left_ms - dice.randrange(-20, 400))
        return dice.randrange(200, 4000 if mode == "slow" else 1500)

    def act(self, plan: int | None = None) -> None:
        """Do what the page asks for, and once more after a while if it stays."""
        if plan is not None and plan != self._plan:
            return
        if self.view is None or self.page is None:
            if not self.is_alone:
                self._act_later(300, self._plan)
            return
        if self.view.message:
            self.link.send(Read(UNSENT))
        command = asked_for(self.view, self._dice)
        if command is not None:
            self.press(command)
            if not self.is_alone:
                self._act_later(_AGAIN_MS, self._plan)

    def press(self, command: Command) -> None:
        """Send a command from the page that is shown."""
        view = self.now()
        assert view is not None
        nonce = self.link.send(command)
        if nonce is not None and isinstance(command, Decide | Vote):
            in_time = view.time_left_ms is None or view.time_left_ms > 0
            self.presses[nonce] = Press(
                self.name, key_of(view), command, self.world.now_ms, in_time,
                can_arrive=nonce not in self._dropped,
            )  # fmt: skip


def _mode(dice: random.Random) -> str:
    chance = dice.random()
    if chance < 0.05:
        return "absent"
    return "late" if chance < 0.2 else "slow" if chance < 0.3 else "prompt"


def asked_for(view: SeatView, dice: random.Random) -> Command | None:
    """What the page asks for; None where there is nothing to do."""
    script = view.script
    match view.page:
        case Page.CHECK_IN if not view.is_full:
            return CheckIn(UNSENT, "", True)
        case Page.STAGE_INTRO | Page.OUTCOME | Page.VOTE_RESULT if not view.continued:
            return Continue(UNSENT, view.page.value, view.stage, view.round)
        case Page.DECIDE:
            coins = dice.randint(0, view.endowments[0])
            return Decide(UNSENT, view.stage, view.round, coins)
        case Page.VOTE:
            return Vote(UNSENT, dice.choice((1, 2)))
        case Page.CONSENT:
            return GiveConsent(UNSENT, True, "v1")
        case Page.INSTRUCTIONS if script is not None:
            return TurnPage(UNSENT, script.page + 1)
        case Page.QUESTIONS if script is not None:
            return AnswerQuestion(UNSENT, script.question, script.solution or 0)
        case Page.QUESTIONNAIRE if script is not None:
            return HandIn(UNSENT, {"fair": 4})
    return None
