"""Keeping awake: a stand-in for the system's program, and a session bus of the test's own."""

import logging
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hcmd_lab import keep_awake
from hcmd_lab.keep_awake import KeepAwake, can_stay_awake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux")
DAEMON = shutil.which("dbus-daemon") or ""
MONITOR = shutil.which("dbus-monitor") or ""


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if not (DAEMON and MONITOR):
        pytest.skip("there is no D-Bus on this computer")
    with subprocess.Popen(
        [DAEMON, "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


def test_the_desktop_is_asked_and_left_alone_again(
    bus: str, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    heard = tmp_path / "heard"
    with (
        heard.open("w") as output,
        subprocess.Popen([MONITOR, "--address", bus, "--profile"], stdout=output) as monitor,
    ):
        qtbot.waitUntil(lambda: "NameAcquired" in heard.read_text())
        awake = KeepAwake()
        with caplog.at_level(logging.INFO):
            awake.start()
            qtbot.waitUntil(lambda: "org.freedesktop.ScreenSaver\tInhibit" in heard.read_text())
            # Nobody offers this service here; that is logged and no more.
            qtbot.waitUntil(lambda: "keeps no display on" in caplog.text)
        changes = heard.read_text().count("NameOwnerChanged")
        awake.stop()
        qtbot.waitUntil(lambda: heard.read_text().count("NameOwnerChanged") > changes)
        monitor.terminate()


def test_without_a_bus_nothing_happens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake = KeepAwake()
    with caplog.at_level(logging.INFO):
        awake.start()
    assert "may sleep" in caplog.text
    awake.stop()


def test_a_dead_bus_is_not_fatal(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = KeepAwake()
    awake.start()
    assert "may sleep" in caplog.text
    awake.stop()


@pytest.fixture
def inhibit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for systemd-inhibit: notes its options and runs the command after them."""
    program = tmp_path / "systemd-inhibit"
    program.write_text(
        f'#!/bin/sh\necho "$1 $4" >> {tmp_path}/asked\nshift 4\nexec "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tmp_path / "asked"


def test_the_lab_computer_is_kept_awake_until_it_is_not_needed(inhibit: Path, qtbot: QtBot) -> None:
    awake = KeepAwake(display=False, why="A session is open.")
    awake.start()
    qtbot.waitUntil(inhibit.exists)
    assert inhibit.read_text() == "--what=idle:sleep:handle-lid-switch --mode=block\n"
    helper = awake._helper
    assert helper is not None
    assert helper.poll() is None
    awake.stop()
    assert helper.poll() is not None


def test_it_ends_with_the_program_that_asked(inhibit: Path) -> None:
    program = (
        "from hcmd_lab.keep_awake import KeepAwake; awake = KeepAwake(display=False);"
        "awake.start(); print(awake._helper.pid, flush=True); import os; os._exit(1)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    stat = Path(f"/proc/{int(ended.stdout)}/stat")
    for _ in range(50):  # tail looks once a second
        if not stat.exists() or stat.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the computer would be kept awake for ever")


def test_whether_a_system_can_stay_awake_is_tried(
    inhibit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert can_stay_awake()
    inhibit.with_name("systemd-inhibit").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert not can_stay_awake()
    monkeypatch.setattr(keep_awake.shutil, "which", lambda _: None)
    monkeypatch.setenv("PATH", "/nowhere")
    assert not can_stay_awake()
