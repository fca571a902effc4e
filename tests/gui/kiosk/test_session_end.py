"""The computer announces the end of its session: nothing is unlocked until it really comes."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.kiosk import session_end
from ui.kiosk.session_end import SessionEnd
from ui.kiosk.window import KioskWindow


@pytest.fixture
def locked(qtbot: QtBot) -> Iterator[KioskWindow]:
    window = KioskWindow(locked=True)
    qtbot.addWidget(window)
    window.show_face(QLabel("a page"))
    window.appear(QSize(960, 540), None)
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.release()


@pytest.fixture
def end(qapp: QApplication) -> Iterator[SessionEnd]:
    made = SessionEnd(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def test_an_announcement_unlocks_nothing(
    locked: KioskWindow, end: SessionEnd, qapp: QApplication, qtbot: QtBot
) -> None:
    lock = locked.lock
    qapp.commitDataRequest.emit(None)
    with qtbot.assertNotEmitted(locked.closed):
        assert not locked.close()
        QApplication.closeAllWindows()
    assert locked.lock is lock is not None
    assert locked.isVisible()
    assert locked.isFullScreen()
    locked.showMinimized()
    qtbot.waitUntil(lambda: locked.isFullScreen() and not locked.isMinimized())


def test_a_session_that_goes_on_is_logged_and_the_kiosk_is_as_locked_as_before(
    locked: KioskWindow,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(session_end, "_STILL_HERE_MS", 0)
    end = SessionEnd(qapp)
    with caplog.at_level(logging.WARNING, logger="ui.kiosk.session_end"):
        qapp.commitDataRequest.emit(None)
        qtbot.waitUntil(lambda: len(caplog.messages) == 2)
    assert "stays locked" in caplog.messages[0]
    assert "goes on" in caplog.messages[1]
    assert not locked.close()
    assert locked.lock is not None
    qapp.removeEventFilter(end)
    end.deleteLater()


def test_the_end_that_follows_is_obeyed(
    locked: KioskWindow, end: SessionEnd, qapp: QApplication, qtbot: QtBot
) -> None:
    quits = QEvent(QEvent.Type.Quit)
    with qtbot.assertNotEmitted(end.ended):
        QCoreApplication.sendEvent(qapp, quits)  # nothing was announced: a locked window refuses
    qapp.commitDataRequest.emit(None)
    with qtbot.waitSignal(end.ended):
        QCoreApplication.sendEvent(qapp, quits)
    assert locked.isVisible()


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.kiosk import kiosk_program
from ui.kiosk.options import parse_options

def shut_down():
    application = QApplication.instance()
    application.quit()
    QTimer.singleShot(0, announce)

def announce():
    application = QApplication.instance()
    print("still here")
    application.commitDataRequest.emit(None)
    application.closeAllWindows()
    QTimer.singleShot(0, application.quit)

made = kiosk_program.make_application
def make(options):
    application = made(options)
    QTimer.singleShot(500, shut_down)
    return application
kiosk_program.make_application = make
sys.exit(kiosk_program.run_window(parse_options(["--state-dir", sys.argv[1]])))
"""


def test_the_program_ends_with_the_session_and_not_before(tmp_path: object) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "still here"), ended.stderr
