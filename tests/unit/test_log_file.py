"""What the logs of both programs keep of a crash below Python."""

import subprocess
import sys
from pathlib import Path

import pytest

_DIE = """
import sys
from pathlib import Path
from PySide6.QtCore import qFatal
from ui.log_file import native_faults_logged

def stumble():
    qFatal("the works")

with native_faults_logged(Path(sys.argv[1])):
    stumble()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a fatal message ends otherwise there")
def test_a_crash_of_qt_leaves_its_calls(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "crash.log"
    ended = subprocess.run([sys.executable, "-c", _DIE, str(log)], check=False, capture_output=True)
    assert ended.returncode < 0
    text = log.read_text("utf-8")
    assert "Fatal Python error: Aborted" in text
    assert "in stumble" in text
    assert log.stat().st_mode & 0o077 == 0


def test_a_disk_that_takes_no_log_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "-c", _DIE.replace('qFatal("the works")', "print(7)"),
         str(tmp_path / "file" / "crash.log")],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "7\n"
