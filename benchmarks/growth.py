"""What grows with a study, and what does not.

    python -m benchmarks.growth [--groups 10 100 1000] [--tasks opening ...] [--keep DIR] [--json]

Each task runs in a process of its own on a study of each size (`benchmarks.grown_study`); told are
its wall time, its CPU time and the most memory that it held. `opening`, `session`, `resume` and
`group_end` are on a session's path; `group_end` is what the end of a group sets off in the control
window with all its panels; `payments` are those of the newest session. `status`, `report`, `check`,
`export` and `data` read the whole study; `data` also tells how late the window's event loop was
while the Data panel was being filled.
"""

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.grown_study import grow

_CHILD = "--child"
_GROW, _TRAIN = _GROWN = "grow", "train"
"""What makes a study: with all its groups, and after an iteration besides."""


class Meter:
    """Wall and CPU seconds of a block, in `told`."""

    def __init__(self) -> None:
        """Nothing measured yet."""
        self.told: dict[str, float] = {}

    @contextlib.contextmanager
    def measured(self) -> Iterator[None]:
        """Measure the block."""
        wall_s, cpu_s = time.perf_counter(), time.process_time()
        yield
        self.told["seconds"] = round(time.perf_counter() - wall_s, 4)
        self.told["cpu_seconds"] = round(time.process_time() - cpu_s, 4)


def opening(folder: Path, meter: Meter) -> None:
    """Open the study at the desk, and read where it stands."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - only here, as in all tasks

    from ui.control.desk import Desk  # noqa: PLC0415

    application = QCoreApplication([])
    desk = Desk()
    with meter.measured():
        desk.open_study(folder)
        desk.study.status()
    desk.close_study()
    del application


def session(folder: Path, meter: Meter) -> None:
    """Check before a session, plan it and open it; nobody comes."""
    _host(folder, meter, is_resumed=False)


def resume(folder: Path, meter: Meter) -> None:
    """Resume that session."""
    _host(folder, meter, is_resumed=True)


def _host(folder: Path, meter: Meter, *, is_resumed: bool) -> None:
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from ui.control.desk import Desk  # noqa: PLC0415

    application = QCoreApplication([])
    desk = Desk()
    desk.identity = folder / "identity"
    desk.open_study(folder)
    rules = desk.study.default_rules
    place = {"address": "127.0.0.1", "port": 0, "exit_pin": ""}
    if not is_resumed:
        with meter.measured():
            desk.open_session("acquire", 2, rules, **place)  # type: ignore[arg-type]
    else:
        desk.open_session("acquire", 2, rules, **place)  # type: ignore[arg-type]
        desk.end_hosting()
        with meter.measured():
            code = desk.unfinished_session()
            desk.resume_session(code or "", **place)  # type: ignore[arg-type]
    assert desk.host is not None
    desk.host.abandon()
    desk.close_study()
    del application


def group_end(folder: Path, meter: Meter) -> None:
    """What the end of a group sets off in the window, a session being hosted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from hcmd_lab.figures.application import choose_platform  # noqa: PLC0415
    from ui.control.desk import Desk  # noqa: PLC0415
    from ui.control.main import make_window  # noqa: PLC0415
    from ui.control.preferences import Preferences  # noqa: PLC0415

    choose_platform()
    application = QApplication([])
    desk = Desk()
    desk.identity = folder / "identity"
    window = make_window(application, Preferences(folder / "settings.ini"), "light")
    window.show()
    window.take(desk)
    desk.open_study(folder)
    for panel in ("study", "training", "data", "live", "session"):
        window.show_panel(panel)
        _turn(application, 1)
    desk.open_session(
        "acquire", 2, desk.study.default_rules, address="127.0.0.1", port=0, exit_pin=""
    )
    _turn(application, 1)
    desk.study_changed.emit()
    with meter.measured():
        desk.study_changed.emit()
    assert desk.host is not None
    desk.host.abandon()
    _turn(application, 1)
    desk.close_study()
    window.close()


def _turn(application: object, seconds: float) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    assert isinstance(application, QApplication)
    until_s = time.perf_counter() + seconds
    while time.perf_counter() < until_s:
        application.processEvents()
        time.sleep(0.005)


def status(folder: Path, meter: Meter) -> None:
    """Read what the command of this name tells."""
    from hcmd_lab.storage.store import Store  # noqa: PLC0415
    from hcmd_lab.study.study import Study  # noqa: PLC0415

    with meter.measured(), Store.read(folder) as store:
        study = Study(store)
        now = study.status()
        study.facts()
        study.recommendations()
        study.group_counts()
        study.model_data(now.iteration)
        study.lacking()


def payments(folder: Path, meter: Meter) -> None:
    """Read what the participants of the newest session are paid."""
    from hcmd_lab.game.payment_list import payment_rows  # noqa: PLC0415
    from hcmd_lab.storage.store import Store  # noqa: PLC0415
    from hcmd_lab.study.study import Study  # noqa: PLC0415

    with meter.measured(), Store.read(folder) as store:
        payment_rows(Study(store).session_state()[1])


def report(folder: Path, meter: Meter) -> None:
    """Write the report."""
    from hcmd_lab.figures.report.writing import write_report_to  # noqa: PLC0415
    from hcmd_lab.storage.store import Store  # noqa: PLC0415
    from hcmd_lab.study.study import Study  # noqa: PLC0415

    with (
        tempfile.TemporaryDirectory(prefix="growth-") as out,
        Store.read(folder) as store,
        meter.measured(),
    ):
        write_report_to(Path(out), Study(store))


def check(folder: Path, meter: Meter) -> None:
    """Check the study."""
    from hcmd_lab.storage.store import Store  # noqa: PLC0415
    from hcmd_lab.study.study import Study  # noqa: PLC0415
    from hcmd_lab.study.whole import check_whole  # noqa: PLC0415

    with Store.read(folder) as store, meter.measured():
        findings = check_whole(Study(store))
    assert not findings, [str(each) for each in findings[:3]]


def export(folder: Path, meter: Meter) -> None:
    """Export the study."""
    from hcmd_lab.export.study_export import export_study  # noqa: PLC0415
    from hcmd_lab.storage.store import Store  # noqa: PLC0415

    with (
        tempfile.TemporaryDirectory(prefix="growth-", dir=folder) as out,
        Store.read(folder) as store,
        meter.measured(),
    ):
        export_study(store, Path(out) / "export")


def data(folder: Path, meter: Meter) -> None:
    """Fill the Data panel, and see how late the event loop was meanwhile."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from benchmarks.stalls import StallProbe  # noqa: PLC0415
    from ui.control.data_panel import DataPanel  # noqa: PLC0415
    from ui.control.desk import Desk  # noqa: PLC0415

    application = QApplication([])
    desk = Desk()
    desk.open_study(folder)
    panel = DataPanel(desk)
    probe = StallProbe()
    with meter.measured():
        panel.show()
        _until_filled(application, panel)
    meter.told |= {f"late_{name}": value for name, value in probe.summary().items()}
    panel.deleteLater()
    desk.close_study()


def _until_filled(application: object, panel: object) -> None:
    while getattr(panel, "_reader", None) is not None:
        _turn(application, 0.02)
    _turn(application, 0.1)


TASKS: dict[str, Callable[[Path, Meter], None]] = {
    each.__name__: each
    for each in (
        opening, session, resume, group_end, status, payments, report, check, export, data,
    )
}  # fmt: skip


def child(task: str, folder: str, groups: str = "0") -> None:
    """Run one task and print what it took."""
    if task in _GROWN:
        grow(Path(folder), int(groups), is_trained=task == _TRAIN)
        os._exit(0)
    meter = Meter()
    TASKS[task](Path(folder), meter)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"task": task, **meter.told, "peak_mb": round(peak)}))
    sys.stdout.flush()
    os._exit(0)  # Qt's last words are not measured


def measure(task: str, folder: Path, groups: int) -> dict[str, object]:
    """Run a task in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", _CHILD, task, str(folder), str(groups)]
    with tempfile.TemporaryDirectory(prefix="growth-home-") as home:
        environment = os.environ | {
            "HOME": home, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    told: dict[str, object] = json.loads((done.stdout.splitlines() or [b"{}"])[-1])
    return told


def main() -> None:
    """Read the command line and measure."""
    if sys.argv[1:2] == [_CHILD]:
        child(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description="What grows with a study.")
    parser.add_argument("--groups", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--tasks", nargs="+", choices=[*TASKS], default=[*TASKS])
    parser.add_argument("--keep", type=Path, help="Keep the studies in this folder.")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="growth-") as temporary:
        for groups in given.groups:
            for task in given.tasks:
                made_by = _TRAIN if task == report.__name__ else _GROW
                folder = (given.keep or Path(temporary)) / f"{made_by}-{groups}"
                if not folder.exists():
                    measure(made_by, folder, groups)
                told = {"groups": groups, **measure(task, folder, groups)}
                print(json.dumps(told) if given.json else told, flush=True)


if __name__ == "__main__":
    main()
