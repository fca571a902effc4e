"""A participant's hands in a test: at the mouse alone, or at the keyboard alone."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.screen import ParticipantScreen

W = TypeVar("W", bound=QWidget)

READING = (Page.STAGE_INTRO, Page.OUTCOME, Page.VOTE_RESULT)


def visible(screen: ParticipantScreen, kind: type[W], name: str) -> W:
    """The widget that can be seen; several pages may have one of the name."""
    found = [widget for widget in screen.findChildren(kind, name) if widget.isVisible()]
    assert len(found) == 1, f"{len(found)} widgets {name} can be seen"
    return found[0]


class Mouse:
    """Clicks."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def act(self, screen: ParticipantScreen, view: SeatView, coins: int, stage: int) -> None:
        """Do what a page asks for."""
        if view.page is Page.CHECK_IN:
            self.click(visible(screen, QAbstractButton, "check_in"))
        elif view.page in READING:
            self.click(visible(screen, QAbstractButton, "proceed"))
        elif view.page is Page.DECIDE:
            slider = visible(screen, QSlider, "contribution_slider")
            steps = slider.maximum() - slider.minimum()
            # A click on the track goes there; the handle is half a coin's width from either end.
            for x in range(slider.width()):
                if slider.value() == coins:
                    break
                if round(steps * x / slider.width()) == coins:
                    self.click(slider, QPoint(x, slider.height() // 2))
            assert slider.value() == coins
            self.click(visible(screen, QAbstractButton, "confirm_contribution"))
        elif view.page is Page.VOTE:
            side = "vote_left" if stage == view.left_stage else "vote_right"
            self.click(visible(screen, QAbstractButton, side))
            self.click(visible(screen, QAbstractButton, "confirm_vote"))


class Keyboard:
    """Presses keys on whatever has the focus; never asks for a widget to act on."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def press(self, screen: ParticipantScreen, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            focus = screen.window().focusWidget() or screen
            self._qtbot.keyClick(focus, key)

    def act(self, screen: ParticipantScreen, view: SeatView, coins: int, stage: int) -> None:
        """Do what a page asks for."""
        if view.page is Page.CHECK_IN:
            field = screen.window().focusWidget()
            if view.label_required or view.label_asked:
                assert isinstance(field, QLineEdit)
                self._qtbot.keyClicks(field, "K7")
            self.press(screen, Qt.Key.Key_Return)
        elif view.page in READING:
            self.press(screen, Qt.Key.Key_Return)
        elif view.page is Page.DECIDE:
            self.press(screen, Qt.Key.Key_Home)
            self.press(screen, Qt.Key.Key_Right, coins)
            self.press(screen, Qt.Key.Key_Return)
        elif view.page is Page.VOTE:
            self.press(screen, Qt.Key.Key_1 if stage == 1 else Qt.Key.Key_2)
            self.press(screen, Qt.Key.Key_Return)
