"""An experimenter as a program: hosts a large session and acts on what happens in it.

    python tests/support/experimenter.py STUDY EVENING

Pauses two groups and lets them go on, gives the people of lost stations a spare one, opens the
gates. It looks at the session alone, so that after it was killed it goes on where it was.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.game import events as ev
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script import waits_at_gate
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_rules import parse_rules
from hcmd_lab.hosting.session_host import DoorRules, SessionHost
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import game_from
from hcmd_lab.study.study import Study


@dataclass(frozen=True)
class Evening:
    """What goes wrong in a session of so many groups.

    Attributes:
        groups: How many play.
        paused: Groups that take a break.
        reseated: Stations that are lost, and the spare ones that their people move to.
        leaving: Stations whose people walk out.
        own_game: What the study's game has other than the paper's.
    """

    groups: int
    paused: tuple[int, int]
    reseated: Mapping[str, str]
    leaving: tuple[str, ...]
    own_game: Mapping[str, object] = field(default_factory=dict)

    @property
    def game(self) -> Game:
        """What is played."""
        return game_from(self.own_game)

    @property
    def stations(self) -> int:
        """One for everybody, without the spare ones."""
        return self.game.seats * self.groups


SMALL = Evening(4, (1, 3), {"6": "17"}, ("5", "12"))
FULL = Evening(12, (4, 9), {"10": "49", "20": "50", "30": "51"}, ("5", "15", "25", "35", "45"))

_THREES: dict[str, object] = {
    "tails": 2, "rounds": 8, "growth": 2.0, "head_endowment": 12, "tail_endowments": [5, 20],
}  # fmt: skip
_SIXES: dict[str, object] = {
    "tails": 5, "rounds": 6, "growth": 2.5, "head_endowment": 9, "tail_endowments": [3, 9],
}  # fmt: skip
THREES = Evening(5, (1, 3), {"6": "16"}, ("5", "12"), _THREES)
SIXES = Evening(4, (1, 3), {"7": "25"}, ("5", "14"), _SIXES)
FULL_THREES = Evening(16, (4, 9), {"10": "49", "20": "50"}, ("5", "15", "25"), _THREES)
FULL_SIXES = Evening(8, (2, 5), {"10": "49", "20": "50"}, ("5", "15", "25"), _SIXES)

EVENINGS = {
    "small": SMALL, "full": FULL, "threes": THREES, "sixes": SIXES, "full threes": FULL_THREES,
    "full sixes": FULL_SIXES,
}  # fmt: skip

RULES = {
    "consent": True, "instructions": True, "control_questions": True, "practice_rounds": 1,
    "questionnaire": True, "payment_screen": True, "gate_questionnaire": True,
    "dropout": "stand_in", "dropout_s": 12, "coin_value": 0.035, "round_to": "0.05",
    "pay_dropped": "earned",
}  # fmt: skip

_PAUSE_MS = 500
_LINGER_MS = 2000
_LOOK_MS = 50


class Experimenter:
    """Looks at the session now and then, and does what there is to do."""

    def __init__(self, host: SessionHost, evening: Evening, happened: list[ev.Event]) -> None:
        self.evening = evening
        self.runner = host.runner
        self.pauses: dict[int, int] = {}
        self.note(happened)
        self.runner.happened.connect(self.note)
        self.timer = QTimer(interval=_LOOK_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Do what the session needs now."""
        state, runner = self.runner.state, self.runner
        for number in self.evening.paused:
            group = state.groups[number]
            if group.paused and not group.pause_is_automatic:
                if runner.now_ms - self._paused_at(number) >= _PAUSE_MS:
                    runner.do(ev.Resumed, number)
            # Simulated people play a round in less time than passes between two looks.
            elif self._may_pause(number) and (group.stage, group.round) >= (2, 2):
                runner.do(ev.Paused, number, "a break")
        for station, spare in self.evening.reseated.items():
            code = state.occupant(station)
            lost = station not in state.stations
            if code and lost and spare in state.stations and state.occupant(spare) is None:
                runner.do(ev.Reseated, code, spare)
        waiting = [p for p in state.participants.values() if waits_at_gate(state, p.progress)]
        if waiting and Part.QUESTIONNAIRE not in state.gates:
            runner.do(ev.GateOpened, Part.QUESTIONNAIRE)

    def note(self, events: Iterable[ev.Event]) -> None:
        """Remember when groups were paused."""
        self.pauses |= {each.group: each.at_ms for each in events if isinstance(each, ev.Paused)}

    def _may_pause(self, number: int) -> bool:
        group = self.runner.state.groups[number]
        return not (group.ended or group.paused or self._paused_at(number))

    def _paused_at(self, number: int) -> int:
        """When the group was paused here; 0 if it never was."""
        return self.pauses.get(number, 0)


def main(study: Path, evening: Evening) -> None:
    """Host the session, or go on with it, to its end."""
    application = QCoreApplication([])
    with Store.open(study) as store:
        host = SessionHost(Study(store), "127.0.0.1", rules=DoorRules(expected=52, bots=None))
        unfinished = host.unfinished_session()
        if unfinished is None:
            host.open_session("acquire", evening.groups, parse_rules(RULES), 0)
        else:
            host.resume_session(unfinished, 0)
        _ = Experimenter(host, evening, store.log.events(host.session))
        host.runner.session_ended.connect(lambda: QTimer.singleShot(_LINGER_MS, application.quit))
        print(json.dumps({"port": host.port, "code": host.pairing_code}), flush=True)
        if not host.runner.state.closed:
            application.exec()
        host.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), EVENINGS[sys.argv[2]])
