"""Programs whose standard streams somebody has closed."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closed by a Unix shell")

_KEEP = "import os; from hcmd_lab.standard_streams import keep_places; keep_places(); "


def shell(python: str, closed: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = f'exec "$0" {python} "$@" {closed}'
    return subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_no_file_takes_the_place_of_a_closed_stream(closed: str, tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    write = "[os.write(n, b'printed') for n in (1, 2)]"
    code = f"{_KEEP}file = open({str(path)!r}, 'wb'); file.write(b'kept'); file.flush(); {write}"
    done = shell("-c", closed, code)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == b"kept"


@pytest.mark.parametrize("command", [("settings",), ("settings", "--markdown"), ("--version",)])
def test_a_result_that_nobody_can_be_told_is_no_success(command: tuple[str, ...]) -> None:
    done = shell("-m", ">&-", "hcmd_lab", *command)
    assert done.returncode == 1
    assert done.stderr == (
        "hcmd-lab: The result cannot be told: the standard output is closed; leave it open, or "
        "send it to a file.\n"
    )


def test_without_a_stream_for_messages_the_result_is_told() -> None:
    done = shell("-m", "2>&-", "hcmd_lab", "settings", "--markdown")
    assert done.returncode == 0
    assert "people_spread" in done.stdout
