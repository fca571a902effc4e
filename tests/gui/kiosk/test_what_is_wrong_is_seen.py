"""What is wrong with an answer is on the screen, however much stands above it."""

from dataclasses import replace

import pytest
from participant_views import question_view, script_view
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shown_screen import find, shown

from hcmd_lab.game.materials import Item
from hcmd_lab.game.view import Page
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.scale import SMALLEST
from ui.kiosk.widgets.scrolled import Scrolled

LAST = Item("last", "likert", "How clear was it?", options=("not", "very"), low=1, high=7)
BEFORE = tuple(
    Item(f"item_{at}", "choice", "Which?", options=("a", "b", "c"), required=False)
    for at in range(5)
)


def is_seen(part: QWidget, screen: ParticipantScreen) -> bool:
    """Whether a part lies whole in the visible part of its column."""
    column = next(each for each in screen.findChildren(Scrolled) if each.isAncestorOf(part))
    place = QRect(part.mapTo(column.viewport(), QPoint()), part.size())
    return not part.size().isEmpty() and column.viewport().rect().contains(place)


@pytest.mark.parametrize("size", [SMALLEST, QSize(1024, 768), QSize(1280, 720)])
def test_in_the_questionnaire(qtbot: QtBot, size: QSize) -> None:
    asked = script_view(Page.QUESTIONNAIRE, items=(*BEFORE, LAST))
    screen = shown(qtbot, asked, size=size)
    find(screen, "hand_in").click()
    (problem,) = (
        each
        for each in screen.findChildren(QLabel)
        if each.property("role") == "danger" and each.text() and each.isVisible()
    )
    assert is_seen(problem, screen)


@pytest.mark.parametrize("size", [SMALLEST, QSize(1024, 768), QSize(1280, 720)])
def test_after_a_control_question(qtbot: QtBot, size: QSize) -> None:
    asked = question_view(text="A long question. " * 40, options=("4", "6", "10", "12", "14"))
    screen = shown(qtbot, asked, size=size)
    assert asked.script is not None
    wrong = replace(asked.script, wrong_answer=1, why="Why it is not so. " * 10)
    screen.show_view(replace(asked, script=wrong))
    verdict = next(
        each
        for each in screen.findChildren(QLabel)
        if "not right" in each.text() and each.isVisible()
    )
    assert is_seen(verdict, screen)
