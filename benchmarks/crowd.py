"""Many stations in one process, played by simulated people: company for a benchmark.

    HCMD_KIOSK_CODE=CODE python -m benchmarks.crowd --server HOST:PORT --stations 48

Ends when the session is over or the process is asked to.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.processes import CODE_VARIABLE
from ui.interrupts import Interrupts
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson


def play(
    server: str,
    code: str,
    stations: int,
    think_ms: int,
    folder: Path,
    make_link: Callable[..., StationLink] = StationLink,
) -> int:
    """Play at all stations until every one is done; returns the exit code."""
    application = QCoreApplication([])
    interrupts = Interrupts(application)
    interrupts.asked.connect(lambda _: application.exit(0))
    host, _, port = server.rpartition(":")
    left = set(range(1, stations + 1))
    links: list[StationLink] = []

    def finish(number: int) -> None:
        left.discard(number)
        if not left:
            application.quit()

    for number in sorted(left):
        link = make_link(
            host, int(port), str(number), folder / str(number), code=parse_code(code),
            parent=interrupts,
        )  # fmt: skip
        person = SimulatedPerson(number)
        # Not all at the same moment, as people do not act together either.
        pace_ms = think_ms * (3 + number % 5) // 5
        bot = Bot(link, person, f"bot-{number}", repeat=0, think_ms=pace_ms, parent=interrupts)
        bot.done.connect(lambda number=number: finish(number))
        bot.failed.connect(lambda _, number=number: finish(number))
        link.start()
        links.append(link)
    exit_code = application.exec()
    for link in links:
        link.stop()
    return exit_code


def main() -> int:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(description="Simulated people at many stations.")
    parser.add_argument("--server", required=True)
    parser.add_argument("--stations", type=int, default=48)
    parser.add_argument("--think-ms", type=int, default=1500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hcmd-crowd-") as folder:
        return play(
            given.server, os.environ[CODE_VARIABLE], given.stations, given.think_ms, Path(folder)
        )


if __name__ == "__main__":
    raise SystemExit(main())
