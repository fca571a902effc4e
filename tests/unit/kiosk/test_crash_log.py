"""What a program writes when something goes wrong in it; each in a process of its own."""

import subprocess
import sys
from pathlib import Path

from ui.kiosk.crash_log import crash_report

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from ui.kiosk.crash_log import keep_logs
application = QCoreApplication([])
keep_logs(Path(sys.argv[1]))
def fail(label):
    raise ValueError(label)
{body}
QTimer.singleShot(50, application.quit)
sys.exit(application.exec())
"""


def run(state: Path, body: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(body=body), str(state)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_error_in_a_slot_is_written_down_and_the_program_goes_on(tmp_path: Path) -> None:
    ended = run(tmp_path / "state", "QTimer.singleShot(0, lambda: fail('Jane' + ' Doe'))")
    assert ended.returncode == 0
    report = (tmp_path / "state" / "crash.log").read_text()
    assert "ValueError" in report
    assert "in fail" in report
    assert "Jane Doe" not in report


def test_an_error_in_a_thread_is_written_down(tmp_path: Path) -> None:
    run(tmp_path, "import threading; threading.Thread(target=fail, args=('x',)).start()")
    assert "ValueError" in (tmp_path / "crash.log").read_text()


def test_what_qt_says_is_logged(tmp_path: Path) -> None:
    run(tmp_path, "qWarning('a word of warning')")
    assert "a word of warning" in (tmp_path / "kiosk.log").read_text()
    assert not (tmp_path / "crash.log").exists()


def test_a_disk_that_takes_no_log_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run(tmp_path / "file", "")
    assert ended.returncode == 0
    assert "nothing is logged" in ended.stderr


def test_a_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    run(
        tmp_path,
        "import logging\nfor _ in range(13): logging.getLogger('x').info('y' * 100_000)",
    )
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= 500_000


def test_a_report_names_the_version_and_not_what_was_typed() -> None:
    try:
        raise KeyError("Jane Doe")
    except KeyError as error:
        report = crash_report(error)
    assert report.startswith("hcmd-kiosk ")
    assert report.endswith("KeyError")
    assert "Jane Doe" not in report.replace('raise KeyError("Jane Doe")', "")
