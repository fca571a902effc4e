"""Qt without a screen."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from hcmd_lab.figures import application

needs_x11 = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@needs_x11
def test_without_a_display_it_draws_off_screen(environment: pytest.MonkeyPatch) -> None:
    application.choose_platform()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    environment.delenv("QT_QPA_PLATFORM")


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_used(environment: pytest.MonkeyPatch, display: str) -> None:
    environment.setenv(display, ":0")
    for answers in ("_x_answers", "_wayland_answers"):
        environment.setattr(f"hcmd_lab.display.{answers}", lambda: True)
    application.choose_platform()
    assert "QT_QPA_PLATFORM" not in os.environ


def test_what_was_asked_for_stays(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("QT_QPA_PLATFORM", "vnc")
    application.choose_platform()
    assert os.environ["QT_QPA_PLATFORM"] == "vnc"


def test_a_running_application_is_used(qapp: QApplication) -> None:
    assert application.ensure_application() is qapp


def test_an_application_that_cannot_paint_is_refused(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Core:
        """Stands for a `QCoreApplication`, of which a process has only one."""

        @staticmethod
        def instance() -> object:
            return object()

    monkeypatch.setattr(application, "QCoreApplication", Core)
    with pytest.raises(RuntimeError, match="before a QCoreApplication"):
        application.ensure_application()


@needs_x11
def test_a_process_without_display_paints_without_a_word(environment: pytest.MonkeyPatch) -> None:
    code = (
        "from hcmd_lab.figures.application import ensure_application\n"
        "from hcmd_lab.figures.text import text_width\n"
        "ensure_application()\n"
        "assert text_width('θ₀') > 0\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
