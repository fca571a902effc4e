"""Every page of the participant's kiosk, as a participant would meet it."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QWidget

from docs.screenshots.played import PlayedSession
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.screen import ParticipantScreen

SEED = 10
"""Of the session in the pictures: its tails have 6 coins each."""


def kiosk_pages() -> Iterator[tuple[str, QWidget]]:
    """Names and widgets, one after another; a widget is shown and of the right size already."""
    played = PlayedSession(seed=SEED)
    for name, view in _views(played):
        yield name, _screen(view)
    yield "decide-chosen", _with_choice(played.view(Phase.DECIDE, 1, 4))
    yield "history", _with_history(played.view(Phase.OUTCOME, 2, 6))
    yield "vote-chosen", _with_vote(played.view(Phase.VOTE, 2))
    lost = _screen(played.view(Phase.DECIDE, 1, 4))
    lost.set_connected(False)
    yield "connection-lost", lost


def _views(played: PlayedSession) -> Iterator[tuple[str, SeatView]]:
    yield "check-in", SeatView(Page.CHECK_IN)
    yield "seating", SeatView(Page.SEATING, participant="k2qiocpd")
    yield "stage-intro", played.view(Phase.STAGE_INTRO, 1)
    deciding = played.view(Phase.DECIDE, 1, 4)
    yield "decide", deciding
    yield "wait", replace(deciding, page=Page.WAIT, contribution=6)
    yield "outcome", played.view(Phase.OUTCOME, 1, 4, late_ms=2_000)
    yield "vote", played.view(Phase.VOTE, 2)
    yield "vote-result", played.view(Phase.VOTE_RESULT, 2, late_ms=2_000)
    yield "stage-3-intro", played.view(Phase.STAGE_INTRO, 3)
    finished = played.view(Phase.FINISHED, 3)
    yield "finished", finished
    yield "ended-early", replace(finished, page=Page.ENDED_EARLY)
    yield "closed", SeatView(Page.CLOSED)
    yield "paused", replace(deciding, paused=True, pause_reason="Please wait for a moment.")
    words = "There is a short break after this round. Please stay at your seat."
    yield "message", replace(deciding, message=words)


def _screen(view: SeatView) -> ParticipantScreen:
    screen = ParticipantScreen(animate=False)
    screen.show_view(view)
    return screen


def _with_choice(view: SeatView) -> ParticipantScreen:
    screen = _screen(view)
    slider = screen.findChild(QSlider, "contribution_slider")
    slider.setValue(6)
    return screen


def _with_history(view: SeatView) -> ParticipantScreen:
    screen = _screen(view)
    screen.findChild(QPushButton, "show_history").click()
    return screen


def _with_vote(view: SeatView) -> ParticipantScreen:
    screen = _screen(view)
    screen.show()
    QApplication.sendPostedEvents()
    card = screen.findChild(QWidget, "vote_right")
    card.setFocus()
    card.click()  # type: ignore[attr-defined]  # a card is pressed like a button
    return screen
