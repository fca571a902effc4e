"""A station's window that is not in front leads the keys as if it were."""

from dataclasses import replace

import pytest
from participant_views import every_page, view
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shown_screen import find, shown

from hcmd_lab.game.view import Page
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.round_story import RoundStory
from ui.look.motion import CALM

READ = ("Text",)


@pytest.fixture
def in_front(qtbot: QtBot) -> QWidget:
    """Another window, which has the keys."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def behind(screen: ParticipantScreen, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert not screen.isActiveWindow()


def test_when_the_story_ends(
    qtbot: QtBot, in_front: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CALM, "0")
    screen = shown(qtbot, view(Page.OUTCOME, instructions=READ), animate=True)
    assert screen.page is not None
    assert screen.focusWidget() is find(screen, "skip_animation")
    behind(screen, in_front, qtbot)
    screen.page.findChild(RoundStory).skip()
    assert screen.focusWidget() is find(screen, "proceed")


@pytest.mark.parametrize("name", ["stage_intro", "outcome", "vote_result"])
def test_when_the_others_are_waited_for(qtbot: QtBot, in_front: QWidget, name: str) -> None:
    page = replace(every_page()[name], instructions=READ)
    screen = shown(qtbot, page)
    behind(screen, in_front, qtbot)
    screen.show_view(replace(page, continued=True))
    assert screen.focusWidget() is screen.page
