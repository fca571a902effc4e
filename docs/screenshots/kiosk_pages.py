"""Every page of the participant's kiosk, as a participant would meet it."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from docs.screenshots.kiosk_script import script_views
from docs.screenshots.played import PlayedSession
from docs.screenshots.taking import picture, rest
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.exit_dialog import ExitDialog
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import Address
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.remembered import Place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.sorry_page import SorryPage
from ui.kiosk.take_over_bar import TakeOverBar
from ui.kiosk.window import KioskWindow

SEED = 10
"""Of the session in the pictures: its tails have 6 coins each."""

_LAB = Address("192.168.1.10", 8765)
_Act = Callable[[ParticipantScreen], None]


def kiosk_pages(size: QSize) -> Iterator[tuple[str, QImage]]:
    """Names and pictures, of kiosks with this size in logical pixels."""
    played = PlayedSession(seed=SEED)
    for name, view in _views(played):
        yield name, _screen(view, size)
    for name, view in script_views():
        yield name, _screen(view, size)
    deciding, voting = played.view(Phase.DECIDE, 1, 4), played.view(Phase.VOTE, 2)
    yield "decide-chosen", _screen(deciding, size, _choose)
    yield "history", _screen(played.view(Phase.OUTCOME, 2, 6), size, _show_history)
    yield "vote-chosen", _screen(voting, size, _vote)
    yield "connection-lost", _screen(deciding, size, lambda screen: screen.set_connected(False))
    yield "refused", _screen(deciding, size, _reject)
    yield from _shells(deciding, size)


def _views(played: PlayedSession) -> Iterator[tuple[str, SeatView]]:
    check_in = SeatView(Page.CHECK_IN, players=4, coins_are_paid=True)
    yield "check-in", check_in
    yield "check-in-listed", replace(check_in, label_required=True)
    yield "seating", SeatView(Page.SEATING, participant="k2qiocpd")
    yield "stage-intro", played.view(Phase.STAGE_INTRO, 1)
    deciding = played.view(Phase.DECIDE, 1, 4)
    yield "decide", deciding
    yield "wait", replace(deciding, page=Page.WAIT, contribution=6)
    yield "outcome", played.view(Phase.OUTCOME, 1, 4, late_ms=2_000)
    yield "gather", replace(deciding, page=Page.GATHER, time_left_ms=None)
    yield "vote", played.view(Phase.VOTE, 2)
    yield "vote-result", played.view(Phase.VOTE_RESULT, 2, late_ms=2_000)
    yield "stage-3-intro", played.view(Phase.STAGE_INTRO, 3)
    finished = played.view(Phase.FINISHED, 3)
    yield "finished", finished
    yield "ended-early", replace(finished, page=Page.ENDED_EARLY)
    yield "void", replace(finished, page=Page.VOID)
    yield "dropped", SeatView(Page.DROPPED, participant="k2qiocpd")
    yield "closed", SeatView(Page.CLOSED)
    yield "paused", replace(deciding, paused=True, pause_reason="Please wait for a moment.")
    words = "There is a short break after this round. Please stay at your seat."
    yield "message", replace(deciding, message=words)


def _shells(view: SeatView, size: QSize) -> Iterator[tuple[str, QImage]]:
    """What lies around and before the participant's pages."""
    setup = SetupPage(animate=False)
    setup.form.fill(_LAB, "", lambda _: False)
    setup.show_form()
    yield "setup", _taken(setup, size)
    wrong = SetupPage(animate=False)
    wrong.form.fill(_LAB, "7 left", lambda _: True)
    wrong.show_form()
    _button(wrong, "setup_connect").click()
    yield "setup-wrong", _taken(wrong, size)
    trying = SetupPage(animate=False)
    trying.show_attempt(Place(_LAB, "7"))
    yield "setup-connecting", _taken(trying, size)
    yield "sorry", _taken(SorryPage(), size)
    window = _window(view, size)
    window.add_bar(TakeOverBar())
    yield "take-over", _taken(window, size)
    window = _window(view, size)
    with tempfile.TemporaryDirectory() as folder:
        gate = ExitGate(ExitTries(Path(folder)), KeptPin(Path(folder)), window)
        gate.tell("any", b"a lab computer")
    dialog = ExitDialog(window, gate)
    window.resize(size)
    window.show()
    dialog.open_dialog()
    yield "exit", _taken(window, size)


def _window(view: SeatView, size: QSize) -> KioskWindow:
    window = KioskWindow(locked=False)
    screen = ParticipantScreen(animate=False)
    screen.show_view(view)
    window.show_face(screen)
    window.resize(size)
    return window


def _screen(view: SeatView, size: QSize, act: _Act | None = None) -> QImage:
    screen = ParticipantScreen(animate=False)
    screen.show_view(view)
    screen.resize(size)
    screen.show()
    rest()
    if act is not None:
        act(screen)
    return _taken(screen, size)


def _taken(widget: QWidget, size: QSize) -> QImage:
    widget.resize(size)
    widget.show()
    rest(150)
    image = picture(widget)
    widget.hide()
    widget.deleteLater()
    return image


def _choose(screen: ParticipantScreen) -> None:
    slider = screen.findChild(QSlider, "contribution_slider")
    if slider is not None:
        slider.setValue(6)


def _show_history(screen: ParticipantScreen) -> None:
    _button(screen, "show_history").click()


def _vote(screen: ParticipantScreen) -> None:
    card = _button(screen, "vote_right")
    card.setFocus()
    card.click()


def _reject(screen: ParticipantScreen) -> None:
    screen.reject("not_saved")


def _button(widget: QWidget, name: str) -> QAbstractButton:
    button = widget.findChild(QAbstractButton, name)
    if button is None:
        raise ValueError(f"there is no button {name}")
    return button
