"""Attack on a real display: the desktop behind a locked kiosk is looked for while it is killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("jeepney", reason="jeepney is not installed")

from bare_desktop import BareDesktop
from desktop import Desktop, desktop, missing_tools
from kiosk_lab import EXIT_PIN, HASH

from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.watchdog import MAX_CRASHES

MISSING = [*missing_tools(), *([] if shutil.which("xsetroot") else ["xsetroot"])]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a display of its own needs X11"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
    pytest.mark.timeout(300),
]
SIZE = (1366, 900)
BARE_S = 0.05
"""What is allowed altogether, for a window that is just being drawn."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path / "home") as made:
        paint = ["xsetroot", "-solid", "#ff0000"]
        subprocess.run(paint, env=made.environment, check=True)
        yield made


def kiosk_of(watchdog: "subprocess.Popen[bytes]") -> int | None:
    found = subprocess.run(
        ["pgrep", "-a", "-P", str(watchdog.pid)],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [line for line in found.stdout.splitlines() if "--child" in line]
    kiosks = [int(line.split()[0]) for line in lines if "curtain" not in line]
    return kiosks[0] if kiosks else None


def test_the_desktop_is_not_seen_while_the_kiosk_is_killed(room: Desktop, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    KeptPin(state).tell(HASH, b"a lab computer", proven=False)
    bare = BareDesktop(room.environment["DISPLAY"], SIZE)
    assert bare.is_seen(), "the test sees the desktop"
    watchdog = subprocess.Popen(
        [
            sys.executable, "-m", "ui.kiosk", "--server", "127.0.0.1:1", "--station", "7",
            "--state-dir", str(state),
        ],
        env=room.environment | {"HCMD_KIOSK_CODE": "0" * 16},
    )  # fmt: skip
    try:
        bare.seen_s(lambda: kiosk_of(watchdog) is not None and not bare.is_seen(), 60)
        for _ in range(MAX_CRASHES):
            kiosk = kiosk_of(watchdog)
            while kiosk is None:
                kiosk = kiosk_of(watchdog)
            back = time.monotonic() + 4
            assert bare.seen_s(lambda: time.monotonic() > back, 10) < BARE_S  # noqa: B023
            os.kill(kiosk, signal.SIGKILL)
        given_up = time.monotonic() + 4
        assert bare.seen_s(lambda: time.monotonic() > given_up, 10) < BARE_S
        assert kiosk_of(watchdog) is None
        for pin in ("0000", EXIT_PIN):
            assert not bare.is_seen()
            room.xdotool("key", "ctrl+shift+F12")
            time.sleep(1)
            room.xdotool("type", pin)
            room.xdotool("key", "Return")
            time.sleep(1)
        assert watchdog.wait(20) == 1
        assert bare.is_seen(), "the PIN has lifted the curtain"
    finally:
        if watchdog.poll() is None:
            watchdog.terminate()
            watchdog.wait(20)
