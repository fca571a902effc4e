import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError
from ui.control import crash_log
from ui.control.error_dialog import FaultDialog, ProblemDialog
from ui.control.uncaught import Faults


@pytest.fixture
def faults(qtbot: QtBot, tmp_path: Path) -> Faults:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Faults(tmp_path / "logs" / "crash.log", window)


def boom() -> ValueError:
    try:
        raise ValueError("the works are broken")
    except ValueError as error:
        return error


def test_what_the_operator_can_mend_is_one_sentence(faults: Faults, tmp_path: Path) -> None:
    faults.report(OperatorError("The port is taken; choose another."))
    assert isinstance(faults.shown, ProblemDialog)
    assert faults.shown.accessibleDescription() == "The port is taken; choose another."
    assert not (tmp_path / "logs").exists(), "it is no fault of the program"


def test_a_bug_is_shown_with_its_details_and_logged(faults: Faults, tmp_path: Path) -> None:
    faults.report(boom())
    shown = faults.shown
    assert isinstance(shown, FaultDialog)
    assert "not your mistake" in shown.windowTitle()
    assert "ValueError: the works are broken" in shown.details.toPlainText()
    log = (tmp_path / "logs" / "crash.log").read_text(encoding="utf-8")
    assert "ValueError: the works are broken" in log
    assert "hcmd-lab 0." in log
    shown.copy.click()
    assert "the works are broken" in QGuiApplication.clipboard().text()


def test_faults_come_one_at_a_time_and_are_counted(faults: Faults, tmp_path: Path) -> None:
    faults.report(boom())
    first = faults.shown
    faults.report(boom())
    faults.report(boom())
    assert faults.shown is first
    assert isinstance(first, FaultDialog)
    assert first.repeats.startswith("3 ")
    log = (tmp_path / "logs" / "crash.log").read_text(encoding="utf-8")
    assert log.count("ValueError") >= 3
    first.proceed.click()
    assert faults.shown is None


def test_problems_wait_for_each_other(faults: Faults) -> None:
    for sentence in ("One.", "Two.", "Two."):
        faults.report(OperatorError(sentence))
    shown = faults.shown
    assert shown is not None
    assert shown.accessibleDescription() == "One."
    shown.accept()
    assert faults.shown is not None
    assert faults.shown.accessibleDescription() == "Two."
    faults.shown.accept()
    assert faults.shown is None


def test_a_fault_of_another_thread_is_shown_in_the_windows_own(
    faults: Faults, qtbot: QtBot
) -> None:
    other = threading.Thread(target=lambda: faults.report(boom()))
    with qtbot.waitSignal(faults.happened):
        other.start()
    other.join()
    qtbot.waitUntil(lambda: isinstance(faults.shown, FaultDialog))


def test_closing_the_program_is_offered_after_a_fault(faults: Faults, qtbot: QtBot) -> None:
    faults.report(boom())
    assert isinstance(faults.shown, FaultDialog)
    with qtbot.waitSignal(faults.quit_requested):
        faults.shown.leave.click()


def test_grave_words_of_qt_are_faults_and_others_are_not(faults: Faults) -> None:
    faults.hear_qt(QtMsgType.QtWarningMsg, "a trifle", "")
    assert faults.shown is None
    faults.hear_qt(QtMsgType.QtCriticalMsg, "no way on", "qt.cpp:1")
    assert isinstance(faults.shown, FaultDialog)
    assert "no way on" in faults.shown.details.toPlainText()


def test_a_large_log_begins_anew_and_keeps_its_last_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash_log, "_LARGEST_BYTES", 10)
    file = tmp_path / "crash.log"
    assert crash_log.write_fault(file, "the first")
    assert crash_log.write_fault(file, "the second")
    assert "the first" in (tmp_path / "crash.1.log").read_text(encoding="utf-8")
    assert "the first" not in file.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a file as a folder is refused elsewhere alike")
def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not crash_log.write_fault(tmp_path / "file" / "crash.log", "something")
