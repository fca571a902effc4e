"""CPU time of the host for one acknowledged decision, with few and with many stations.

    python -m benchmarks.acknowledgement --stations 48 400

Whole groups play in one process, without sockets and with a real study on the disk: every decision
is judged and committed, and the screens that it changes are made, encoded and checked. Prints JSON;
`ratio` compares the last with the first in the same run: 1 where a decision costs the same however
many stations there are.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.state import Phase
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.codec import encode
from hcmd_lab.network.host_messages import ToStation
from hcmd_lab.network.station_messages import CheckIn, Command, Continue, Decide
from hcmd_lab.network.traffic import StationTraffic
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

ROUNDS = 4


class NoNetwork(StationTraffic):
    """Stands for the sockets: what is sent is encoded and counted."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = 0

    def send(self, station: str, message: ToStation) -> None:
        """Encode a message as for the network."""
        del station
        encode(message)
        self.sent += 1

    def ask(self, station: str, number: int) -> None:
        """Everybody is heard."""
        self.answered.emit(station, number)


def cpu_ms(stations: int, folder: Path) -> dict[str, float]:
    """CPU time of the host for a decision, in milliseconds, and messages sent for it."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with make_study(folder, make_settings("quick", {})) as store:
        study = Study(store)
        for _ in study.perform(Step.INITIALISE):
            pass
        plan, policies = study.plan_session("pilot", stations // 4, GAME_ALONE)
        network = NoNetwork()
        runner = SessionRunner(store, network, "benchmark", policies, plan=plan)
        names = [str(number) for number in range(stations)]

        def say(station: str, command: Command) -> None:
            network.command_received.emit(station, command)
            application.processEvents()

        for number, name in enumerate(names):
            network.station_connected.emit(name)
            say(name, CheckIn(f"c{number}", f"L{number}", is_bot=True))
        spent_s, decisions, sent = 0.0, 0, 0
        nonce = 0
        for _ in range(2 * ROUNDS + 2):
            for name in names:
                code = runner.state.occupant(name)
                person = None if code is None else runner.state.participants[code]
                if person is None or person.group is None:
                    continue
                group = runner.state.groups[person.group]
                nonce += 1
                if group.phase is Phase.DECIDE:
                    begun_s, sent_before = time.process_time(), network.sent
                    say(name, Decide(f"d{nonce}", group.stage, group.round, 1))
                    spent_s += time.process_time() - begun_s
                    sent += network.sent - sent_before
                    decisions += 1
                else:
                    say(name, Continue(f"r{nonce}", group.phase.value, group.stage, group.round))  # type: ignore[arg-type]
        runner.close()
    return {
        "stations": stations,
        "decisions": decisions,
        "cpu_ms": round(1000 * spent_s / decisions, 3),
        "messages": round(sent / decisions, 2),
    }


def main() -> int:
    """Measure each number of stations."""
    parser = argparse.ArgumentParser(description="CPU time of an acknowledged decision.")
    parser.add_argument("--stations", type=int, nargs="+", default=[48, 400])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hcmd-acknowledgement-") as folder:
        found = [cpu_ms(number, Path(folder) / str(number)) for number in given.stations]
    ratio = found[-1]["cpu_ms"] / found[0]["cpu_ms"]
    json.dump({"measured": found, "ratio": round(ratio, 2)}, sys.stdout)
    print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
