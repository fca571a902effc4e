"""Latency of the control window's event loop under load.

    python -m benchmarks.event_loop [--json] [--seconds N]

Two scenes, each in a fresh process with the real window: four stations play while OPTIMIZE trains
in the background, and forty-eight stations play. In both the panels are shown in turn. A timer that
ought to ring every 10 ms tells how late the event loop was; start-up is not counted.

The program itself pauses training when a session is opened; here it is kept running, so that the
worst case is measured.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.stalls import StallProbe
from hcmd_lab.figures.application import choose_platform
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.processes import with_code
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from ui.control.desk import Desk
from ui.control.main import make_window
from ui.control.preferences import Preferences

SCENES = {"4 stations and OPTIMIZE": (4, True), "48 stations": (48, False)}
WARM_UP_MS = 8_000
PANEL_MS = 2_500
PANELS = ("session", "live", "training", "study")


def make_study(folder: Path) -> None:
    """A study whose next step is a long OPTIMIZE."""
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [10, 10], "evaluation_groups": 4, "max_epochs": 10,
        "splits": 1, "updates": [1_000_000, 1], "vote_penalties": [0.1],
    }  # fmt: skip
    settings = make_settings("quick", changes)
    with Store.create(folder, {"settings": msgspec.to_builtins(settings)}) as store:
        study = Study(store)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", 10)
        list(study.perform(Step.MODEL))


def run_scene(folder: Path, stations: int, training: bool, seconds: float) -> dict[str, object]:
    """Run one scene in this process; returns how late the event loop was."""
    choose_platform()
    application = QApplication([])
    window = make_window(application, Preferences(folder / "settings.ini"), "light")
    window.show()
    desk = Desk(window)
    desk.training.pause = lambda: None  # type: ignore[method-assign]  # the session pauses nothing
    desk.open_study(folder / "study")
    window.take(desk)
    if training:
        desk.training.start(Step.OPTIMIZE)
    desk.open_session(
        "pilot", 3 * stations // 4, GAME_ALONE, address="127.0.0.1", port=0, exit_pin=""
    )
    host = desk.host
    assert host is not None
    crowd = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.crowd", "--server", f"127.0.0.1:{host.port}",
         "--stations", str(stations), "--think-ms", "1200"],
        env=with_code(host.pairing_code),
    )  # fmt: skip
    probe = StallProbe(window)
    shown = [0]

    def show_next_panel() -> None:
        window.show_panel(PANELS[shown[0] % len(PANELS)])
        shown[0] += 1

    panels = QTimer(window, interval=PANEL_MS)
    panels.timeout.connect(show_next_panel)
    panels.start()
    for name in PANELS:  # what is imported when a panel is first shown belongs to the start
        window.show_panel(name)
    QTimer.singleShot(WARM_UP_MS, probe.clear)
    # Not `quit`, which closes the window first, and that asks while a session runs.
    QTimer.singleShot(WARM_UP_MS + int(1000 * seconds), lambda: application.exit(0))
    application.exec()
    told = probe.summary()
    state = host.runner.state
    progress = desk.training.last_progress
    desk.close_study()
    crowd.terminate()
    crowd.wait()
    rounds = sum(len(group.history) for group in state.groups.values())
    updates = progress.step if progress is not None else 0
    assert rounds, "nobody has played"
    return {**told, "rounds_played": rounds, "updates_trained": updates}


def main() -> None:
    """Run both scenes and print what was measured."""
    parser = argparse.ArgumentParser(description="Stalls of the control window's event loop.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--scene", choices=SCENES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.scene:
        print(json.dumps(run_scene(given.folder, *SCENES[given.scene], given.seconds)))
        return
    measured = {}
    for scene in SCENES:
        with tempfile.TemporaryDirectory(prefix="hcmd-stalls-") as folder:
            make_study(Path(folder) / "study")
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.event_loop", "--scene", scene,
                 "--folder", folder, "--seconds", str(given.seconds)],
                stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
            measured[scene] = json.loads(done.stdout.splitlines()[-1])
    if given.json:
        print(json.dumps(measured, indent=2))
        return
    for scene, told in measured.items():
        print(
            f"{scene}: half of the rings at most {told['median_ms']} ms late, 99 % at most "
            f"{told['p99_ms']} ms, the worst {told['max_ms']} ms; {told['rounds_played']} rounds "
            f"played, {told['updates_trained']} updates trained"
        )


if __name__ == "__main__":
    main()
