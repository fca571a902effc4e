import subprocess
import sys
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from ui.kiosk.single_instance import StationLock

HOLD = """
import sys, time
from pathlib import Path
from ui.kiosk.single_instance import StationLock
lock = StationLock(Path(sys.argv[1]), "3")
print("held", flush=True)
time.sleep(60)
"""


def test_a_station_is_held_once(tmp_path: Path) -> None:
    lock = StationLock(tmp_path / "3", "3")
    with pytest.raises(OperatorError, match="Station 3 is already running on this computer"):
        StationLock(tmp_path / "3", "3")
    StationLock(tmp_path / "4", "4").release()
    lock.release()
    StationLock(tmp_path / "3", "3").release()


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(OperatorError):
            StationLock(tmp_path, "3")
        holder.kill()
    StationLock(tmp_path, "3").release()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match="--state-dir"):
        StationLock(tmp_path / "file" / "3", "3")
