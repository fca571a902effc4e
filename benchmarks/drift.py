"""Memory and reference drift over a long session.

    python -m benchmarks.drift [--json] [--minutes N] [--held]

The real control window hosts a session and four simulated people play it at the real widgets of
four kiosks, all in one process and over real sockets, one group after another. Memory, the number
of living Python objects and the reference counts of None and True are noted every ten seconds; a
version of Qt's bindings that loses a reference with every call would show there. What is reported
is the change from the beginning, after a warm-up, to the end.

A session that grows holds more references of both in its records. With --held these are counted,
and `lost` is what remains without them; counting takes memory of its own, in which a growth of the
program could hide, so memory is judged by a run without it.
"""

import argparse
import gc
import json
import resource
import statistics
import sys
import tempfile
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.held import held_references
from hcmd_lab.figures.application import choose_platform
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from ui.control.desk import Desk
from ui.control.main import make_window
from ui.control.preferences import Preferences
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.player import ScreenPlayer
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station

SAMPLE_MS = 10_000
WARM_UP = 0.2
GROUPS = 150
PANELS = ("session", "live", "study")


def memory_kb() -> float:
    """Memory that the process occupies now."""
    status = Path("/proc/self/status")
    if not status.exists():  # other systems tell only the most that it ever was
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
    return float(line.split()[1])


def make_study(folder: Path) -> None:
    """A study that acquires as many groups as anyone could play."""
    settings = make_settings("quick", {"participants": "simulated", "groups": [GROUPS, GROUPS]})
    with Store.create(folder, {"settings": msgspec.to_builtins(settings)}) as store:
        list(Study(store).perform(Step.INITIALISE))


def run(folder: Path, minutes: float, *, count_held: bool) -> dict[str, float]:
    """Play for some minutes; returns how much things have changed."""
    choose_platform()
    application = QApplication([])
    window = make_window(application, Preferences(folder / "settings.ini"), "light")
    window.show()
    desk = Desk(window)
    desk.open_study(folder / "study")
    window.take(desk)
    for panel in PANELS:
        window.show_panel(panel)
    desk.open_session("acquire", GROUPS, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    host = desk.host
    assert host is not None
    kiosks = []
    for number in range(1, 5):
        screen = ParticipantScreen()
        screen.resize(960, 540)
        screen.show()
        station = Station(screen, screen)
        player = ScreenPlayer(
            station, SimulatedPerson(number), f"bot-{number}", seed=number, repeat=0, watch=0,
            think_ms=250, parent=screen,
        )  # fmt: skip
        link = StationLink(
            "127.0.0.1", host.port, str(number), folder / str(number),
            code=parse_code(host.pairing_code), parent=screen,
        )  # fmt: skip
        station.join(link)
        link.start()
        kiosks.append((screen, player))
    samples: list[dict[str, float]] = []

    def sample() -> None:
        gc.collect()
        window.show_panel(PANELS[len(samples) % len(PANELS)])
        noted = {
            "memory_kb": memory_kb(),
            "objects": len(gc.get_objects()),
            "none": sys.getrefcount(None),
            "true": sys.getrefcount(True),
        }
        held = held_references() if count_held else {}
        samples.append(noted | {f"lost_{name}": noted[name] - held[name] for name in held})

    sampler = QTimer(window, interval=SAMPLE_MS)
    sampler.timeout.connect(sample)
    sampler.start()
    QTimer.singleShot(int(60_000 * minutes), lambda: application.exit(0))
    application.exec()
    rounds = sum(len(group.history) for group in host.runner.state.groups.values())
    desk.close_study()
    return {"minutes": minutes, "rounds_played": rounds, **changes(samples)}


def changes(samples: list[dict[str, float]]) -> dict[str, float]:
    """From the median of the first tenth after the warm-up to the median of the last tenth."""
    settled = samples[int(WARM_UP * len(samples)) :]
    tenth = max(1, len(settled) // 10)
    begin = {k: statistics.median(s[k] for s in settled[:tenth]) for k in settled[0]}
    end = {k: statistics.median(s[k] for s in settled[-tenth:]) for k in settled[0]}
    told = {
        "memory_mb": round(end["memory_kb"] / 1024, 1),
        "memory_drift_percent": round(100 * (end["memory_kb"] / begin["memory_kb"] - 1), 2),
        "objects_begin": begin["objects"],
        "objects_drift": end["objects"] - begin["objects"],
        "none_references_drift": end["none"] - begin["none"],
        "true_references_drift": end["true"] - begin["true"],
    }
    lost = [name for name in end if name.startswith("lost_")]
    return told | {f"{name}_references_drift": end[name] - begin[name] for name in lost}


def main() -> None:
    """Play, and print what has changed."""
    parser = argparse.ArgumentParser(description="Drift of memory and references over a session.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--held", action="store_true", help="tell held references from lost ones")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hcmd-drift-") as name:
        folder = Path(name)
        make_study(folder / "study")
        told = run(folder, given.minutes, count_held=given.held)
    if given.json:
        print(json.dumps(told, indent=2))
        return
    print(
        f"{told['rounds_played']:.0f} rounds in {told['minutes']:g} minutes: memory changed by "
        f"{told['memory_drift_percent']} % to {told['memory_mb']} MB, living objects by "
        f"{told['objects_drift']:.0f}, references to None by {told['none_references_drift']:.0f} "
        f"and to True by {told['true_references_drift']:.0f}"
    )
    if given.held:
        print(
            f"{told['lost_none_references_drift']:.0f} of None and "
            f"{told['lost_true_references_drift']:.0f} of True are held by nothing that lives"
        )


if __name__ == "__main__":
    main()
