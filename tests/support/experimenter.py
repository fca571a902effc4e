"""An experimenter as a program: hosts a large session and acts on what happens in it.

    python tests/support/experimenter.py STUDY

Pauses two groups and lets them go on, gives the people of three lost stations a spare one, opens
the gates. It looks at the session alone, so that after it was killed it goes on where it was.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.game import events as ev
from hcmd_lab.game.script import waits_at_gate
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_rules import parse_rules
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study

GROUPS = 12
PAUSED = (4, 9)
RESEATED = {"10": "49", "20": "50", "30": "51"}
"""Stations that are lost, and the spare ones that their people move to."""

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

    def __init__(self, host: SessionHost, happened: list[ev.Event]) -> None:
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
        for number in PAUSED:
            group = state.groups[number]
            if group.paused and not group.pause_is_automatic:
                if runner.now_ms - self._paused_at(number) >= _PAUSE_MS:
                    runner.do(ev.Resumed, number)
            # Simulated people play a round in less time than passes between two looks.
            elif self._may_pause(number) and (group.stage, group.round) >= (2, 2):
                runner.do(ev.Paused, number, "a break")
        for station, spare in RESEATED.items():
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


def main(study: Path) -> None:
    """Host the session, or go on with it, to its end."""
    application = QCoreApplication([])
    with Store.open(study) as store:
        host = SessionHost(Study(store), "127.0.0.1")
        unfinished = host.unfinished_session()
        if unfinished is None:
            host.open_session("acquire", GROUPS, parse_rules(RULES), 0)
        else:
            host.resume_session(unfinished, 0)
        _ = Experimenter(host, store.log.events(host.session))
        host.runner.session_ended.connect(lambda: QTimer.singleShot(_LINGER_MS, application.quit))
        print(json.dumps({"port": host.port, "code": host.pairing_code}), flush=True)
        if not host.runner.state.closed:
            application.exec()
        host.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
