"""Waiting pages, which never say for whom."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.busy_dots import BusyDots
from ui.kiosk.widgets.page_words import stage_name, votes_are_awaited
from ui.kiosk.widgets.time_words import contributed_by_default, not_voted
from ui.look import SPACE
from ui.look.widgets import label


class WaitingPage(KioskPage):
    """Waits for seats, for the others' choices or votes, or for the experimenter.

    Args:
        still: Whether nothing may move.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._saved = label("", "title")
        self._patience = label("")
        for line in (self._saved, self._patience):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dots = BusyDots(still=still)
        self.body.addStretch(4)
        self.body.addWidget(dots)
        self.body.addSpacing(SPACE[4])
        self.body.addWidget(self._saved)
        self.body.addWidget(self._patience)
        self.body.addStretch(5)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show what is saved, and that the session will continue automatically."""
        saved, patience = self._words(view)
        self._saved.setText(saved)
        self._patience.setText(patience)
        self.heading = f"{saved} {patience}"

    def _words(self, view: SeatView) -> tuple[str, str]:
        match view.page:
            case Page.SEATING:
                return _until_the_game(view)
            case Page.GATE:
                return (
                    translate("Please wait"),
                    translate("The experimenter will start the next part for everyone."),
                )
            case Page.GATHER:
                return (
                    translate("Please wait"),
                    translate(
                        "Your group waits for other groups. The session will continue "
                        "automatically."
                    ),
                )
            case (
                Page.WAIT | Page.CHECK_IN | Page.STAGE_INTRO | Page.DECIDE | Page.OUTCOME
                | Page.VOTE | Page.VOTE_RESULT | Page.FINISHED | Page.ENDED_EARLY | Page.VOID
                | Page.CLOSED | Page.CONSENT | Page.INSTRUCTIONS | Page.QUESTIONS
                | Page.QUESTIONNAIRE | Page.PAYMENT | Page.GOODBYE | Page.DROPPED
            ):  # fmt: skip
                return _until_others_have_chosen(view)
            case _:
                assert_never(view.page)


def _until_the_game(view: SeatView) -> tuple[str, str]:
    if view.is_full:
        return (
            translate("Please wait"),
            translate("All places are taken. Please tell the experimenter."),
        )
    return (
        translate("You are checked in"),
        # A game is not promised: not enough people may come for a whole group.
        translate("Please wait. What comes next will appear on this screen."),
    )


def _until_others_have_chosen(view: SeatView) -> tuple[str, str]:
    waiting = translate("Waiting for the others. The session will continue automatically.")
    if votes_are_awaited(view):
        if view.vote is None:
            return not_voted(view), waiting
        stage = stage_name(view.vote)
        return translate("Your vote is saved: {stage}", stage=stage), waiting
    coins = coins_in_words(100 * (view.contribution or 0))
    saved = translate("Your choice is saved: {coins}", coins=coins)
    return contributed_by_default(view) or saved, waiting
