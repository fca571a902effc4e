"""Start time of the control window.

    python -m benchmarks.control_start [STUDY] [--json] [--starts N]

Each start is a process of its own with preferences of its own. Two moments are told: the first
painted frame, and the first frame with the study (without one: the welcome page with a desk behind
it, on which everything works).
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_CHILD = "--child"


def start(study: Path | None, home: Path) -> dict[str, float]:
    """Start a window once; seconds to both moments."""
    command = [sys.executable, "-m", "benchmarks.control_start", _CHILD, repr(time.time())]
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "APPDATA": str(home)}
    done = subprocess.run(
        [*command, *([] if study is None else [str(study)])],
        env={"QT_QPA_PLATFORM": "offscreen"} | os.environ | places,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    moments: dict[str, float] = json.loads(done.stdout)
    return moments


def child(arguments: Sequence[str]) -> None:
    """The window's process: the program itself, stopped when its work is on the screen."""
    begun_s = float(arguments[0])
    from hcmd_lab import program  # noqa: PLC0415 - its import is part of what is measured

    moments: dict[str, float] = {}

    def note(moment: str) -> None:
        moments[moment] = round(time.time() - begun_s, 3)

    def watch() -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - as above

        from hcmd_lab.demo_options import DemoOptions  # noqa: PLC0415
        from hcmd_lab.errors import OperatorError  # noqa: PLC0415
        from ui.control import main  # noqa: PLC0415
        from ui.control.window import ControlWindow  # noqa: PLC0415

        begin = main.begin

        def measured(
            window: ControlWindow,
            study: Path | None,
            demo: DemoOptions | None = None,
            unopened: list[OperatorError] | None = None,
        ) -> None:
            note("first_frame_s")
            begin(window, study, demo, unopened)
            window.repaint()
            note("usable_s")
            QTimer.singleShot(0, window.close)

        main.begin = measured

    watch()
    program.open_window(arguments[1:])
    print(json.dumps(moments))


def spread(starts: Sequence[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Median and maximum of each moment."""
    return {
        moment: {
            "median": statistics.median(one[moment] for one in starts),
            "max": max(one[moment] for one in starts),
        }
        for moment in ("first_frame_s", "usable_s")
    }


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == [_CHILD]:
        child(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="?", type=Path, help="a study to open in half of the starts")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--starts", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # The first start of all reads the programs from the disk; the ones measured do not.
        start(None, Path(folder))
        report = {"without_study": spread([start(None, Path(folder)) for _ in range(given.starts)])}
        if given.study is not None:
            starts = [start(given.study, Path(folder)) for _ in range(given.starts)]
            report["with_study"] = spread(starts)
    if given.json:
        print(json.dumps(report, indent=2))
    else:
        for name, moments in report.items():
            print(name, *(f"{moment} {figures}" for moment, figures in moments.items()))


if __name__ == "__main__":
    main()
