"""Screens are looked for where Qt would find them."""

from types import SimpleNamespace

import pytest

from hcmd_lab import computer as display


@pytest.fixture(autouse=True)
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "sys", SimpleNamespace(platform="linux"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_screen_there_are_no_windows() -> None:
    assert not display.has_display()
    assert not display.can_show_windows()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, ":0")
    assert display.has_display()
    assert display.can_show_windows()


def test_windows_that_nobody_sees_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not display.has_display()
    assert display.can_show_windows()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "sys", SimpleNamespace(platform="win32"))
    assert display.has_display()
