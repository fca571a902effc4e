"""How few clicks lead from the first page to an open session, and to the next one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.study.settings import StudySettings
from ui.control.desk import Desk
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

TO_THE_FIRST, TO_THE_NEXT = 10, 2
"""As docs/experimenter-guide.md says."""


class ReadyDesk(Desk):
    """Has the first mechanism of a study at once; people play in it."""

    def create_study(self, folder: Path, settings: StudySettings) -> None:
        del settings
        self.open_study(playable_study(folder, 4, "people"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ControlWindow:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = ReadyDesk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.show()
    return made


def click(inside: QWidget, name: str) -> int:
    """Click a button that is visible and can be used; counts as one."""
    (found,) = (
        each for each in inside.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and each.text().replace("&", "") == name
    )  # fmt: skip
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    return 1


def answer(folder: Path, clicks: list[int]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewStudyDialog)
    dialog.folder.setText(str(folder))  # the suggested one is in the user's home
    clicks.append(click(dialog, "Create the study"))


def test_from_the_first_page_to_an_open_session_and_to_the_next(
    window: ControlWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    made: list[int] = []
    QTimer.singleShot(0, lambda: answer(tmp_path / "study", made))
    clicks = click(window, "New study…")
    qtbot.waitUntil(lambda: bool(made))
    clicks += sum(made) + click(window, "Run a session…")
    desk = window.findChild(Desk)
    assert desk is not None
    while not any(
        each.isVisible() and each.text() == "&Open session"
        for each in window.findChildren(QAbstractButton)
    ):
        clicks += click(window, "Next")
    # On the usual port there may be another program on the computer of the tests.
    clicks += 1
    desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="2468")
    assert clicks == TO_THE_FIRST
    assert desk.host is not None
    desk.host.abandon()
    qtbot.waitUntil(lambda: not desk.session_is_running)
    clicks = click(window, "Run a session…") + click(window, "Open session")
    assert desk.session_is_running
    assert clicks == TO_THE_NEXT
