"""Answers of a host while a laptop begins TLS handshakes and never ends them.

    python -m benchmarks.handshakes --attackers 0 400 2000 --stations 12

Prints JSON for each number of unfinished handshakes: how long decisions take to be acknowledged,
how many stations are lost, and what the host held at once. Linux alone: the flood comes from
another address of this computer.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from benchmarks.kiosk_start import Host, Runner, wait_until

FLOOD = Path(__file__).parents[1] / "tests" / "support" / "handshake_flood.py"
SECONDS = 10


def measure(stations: int, attackers: int, address: str) -> dict[str, object]:
    """Acknowledgements under so many unfinished handshakes."""
    with tempfile.TemporaryDirectory(prefix="hcmd-handshakes-") as folder:
        host = Host(Path(folder))
        lost: list[str] = []
        host.host.station_lost.connect(lambda station, _: lost.append(station))
        runners = [Runner(host, f"s{number}", 10**6) for number in range(stations)]
        wait_until(lambda: all(runner.times_ms for runner in runners))
        for runner in runners:
            runner.times_ms.clear()
        flood = None
        if attackers:
            flood = subprocess.Popen(
                [sys.executable, str(FLOOD), str(host.port), str(attackers), address, str(SECONDS)],
                stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
        until_s = time.monotonic() + SECONDS
        cpu_s, most = time.process_time(), (0, 0)

        def is_over() -> bool:
            nonlocal most
            most = max(most, host.host.unfinished_connections)
            return time.monotonic() > until_s

        wait_until(is_over)
        cpu_s = time.process_time() - cpu_s
        times_ms = sorted(time_ms for runner in runners for time_ms in runner.times_ms)
        begun = 0 if flood is None else int(flood.communicate()[0].split()[-1])
        lost_then = list(lost)
        for runner in runners:
            runner.link.stop()
        host.host.close()
    return {
        "attackers": attackers,
        "from": address,
        "begun": begun,
        "stations": stations,
        "lost": len(lost_then),
        "answers": len(times_ms),
        "p50_ms": round(statistics.median(times_ms), 1),
        "p99_ms": round(times_ms[int(0.99 * len(times_ms))], 1),
        "most_ms": round(times_ms[-1], 1),
        "unfinished_at_most": most[0],
        "in_handshake_then": most[1],
        "cpu_share": round(cpu_s / SECONDS, 3),
    }


def main() -> int:
    """Measure each number of attackers."""
    parser = argparse.ArgumentParser(description="Answers under unfinished TLS handshakes.")
    parser.add_argument("--attackers", type=int, nargs="+", default=[0, 400, 2000])
    parser.add_argument("--stations", type=int, default=12)
    parser.add_argument("--address", default="127.0.0.2")
    given = parser.parse_args()
    _ = QCoreApplication([])
    for attackers in given.attackers:
        json.dump(measure(given.stations, attackers, given.address), sys.stdout)
        print(flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
