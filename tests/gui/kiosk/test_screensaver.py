"""Keeping the display on, at a session bus of the test's own."""

import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.kiosk.screensaver import KeepAwake

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
