"""A display is found where Qt would find it, and only if it answers."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hcmd_lab import display

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")

GONE = ":7777"
"""A display of X that nobody serves."""


@pytest.fixture(autouse=True)
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "sys", SimpleNamespace(platform="linux"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def compositor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> socket.socket:
    """One that answers, at a short path: the system has no long ones for sockets."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    line = socket.socket(socket.AF_UNIX)
    line.bind("wayland-7")
    line.listen()
    return line


def test_without_a_screen_there_are_no_windows() -> None:
    assert not display.has_display()
    assert not display.can_show_windows()
    assert not display.named_display()


@LINUX
def test_a_screen_is_found(monkeypatch: pytest.MonkeyPatch, compositor: socket.socket) -> None:
    for asked in ("", "wayland", "xcb;wayland-egl"):
        monkeypatch.setenv("QT_QPA_PLATFORM", asked)
        assert display.has_display()
        assert display.can_show_windows()
    compositor.close()
    assert not display.can_show_windows()
    assert display.named_display() == "wayland-7"


@LINUX
@pytest.mark.parametrize("asked", ["", "xcb", "xcb;wayland"])
def test_one_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("DISPLAY", GONE)
    monkeypatch.setenv("QT_QPA_PLATFORM", asked)
    assert not display.has_display()
    assert not display.can_show_windows()
    assert display.named_display() == GONE


@pytest.mark.parametrize("asked", ["offscreen", "minimal", "offscreen:size=1x1"])
def test_windows_that_nobody_sees_can_be_shown(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("DISPLAY", GONE)
    monkeypatch.setenv("QT_QPA_PLATFORM", asked)
    assert not display.has_display()
    assert display.can_show_windows()


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_a_platform_that_qt_does_not_have_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(display, "sys", SimpleNamespace(platform=system))
    monkeypatch.setenv("QT_QPA_PLATFORM", "xbc:x;eglf")
    assert not display.can_show_windows()
    assert display.missing_platforms() == "xbc;eglf"
    monkeypatch.setenv("QT_QPA_PLATFORM", "xbc;offscreen")
    assert display.can_show_windows()
    assert not display.missing_platforms()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "sys", SimpleNamespace(platform="win32"))
    assert display.has_display()


def started(
    *command: str, where: Path, variable: str, value: str
) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    places = {name: value for name, value in os.environ.items() if name not in hidden}
    places |= {variable: value, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=where, env=places, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


UNUSABLE = pytest.mark.parametrize(
    ("variable", "value"), [("DISPLAY", GONE), ("QT_QPA_PLATFORM", "xbc")]
)


@LINUX
@UNUSABLE
@pytest.mark.parametrize(
    "command",
    [
        ("hcmd_lab",),
        ("hcmd_lab", "open"),
        ("hcmd_lab.kiosk", "--windowed", "--server", "localhost:1", "--station", "1"),
        ("hcmd_lab.kiosk", "--server", "localhost:1", "--station", "1"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_no_program_is_aborted_by_a_display_that_has_gone(
    command: tuple[str, ...], tmp_path: Path, variable: str, value: str
) -> None:
    kept = ("--state-dir", str(tmp_path)) if "kiosk" in command[0] else ()
    done = started(*command, *kept, where=tmp_path, variable=variable, value=value)
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert value in done.stderr


@LINUX
@UNUSABLE
def test_commands_that_draw_need_no_display_though_one_is_named(
    tmp_path: Path, variable: str, value: str
) -> None:
    cards = ["guests", "codes", "3", "codes.csv", "--cards", "cards.pdf"]
    done = started("hcmd_lab", *cards, where=tmp_path, variable=variable, value=value)
    assert not done.returncode, done.stderr
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")
