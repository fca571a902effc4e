"""Pages that only ask for patience; they never tell for whom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.breath import Breath
from ui.kiosk.parts.words import coins_in_words, stage_name
from ui.look import SPACE
from ui.look.parts import label


class WaitingPage(KioskPage):
    """Waits for seats, for the others' choices or votes, or for the experimenter's go.

    Args:
        still: Whether nothing may move.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._saved = label("", "title")
        self._patience = label("")
        for line in (self._saved, self._patience):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        breath = Breath(still=still)
        self.body.addStretch(4)
        self.body.addWidget(breath)
        self.body.addSpacing(SPACE[4])
        self.body.addWidget(self._saved)
        self.body.addWidget(self._patience)
        self.body.addStretch(5)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Say what is saved and that it goes on by itself."""
        saved, patience = self._words(view)
        self._saved.setText(saved)
        self._patience.setText(patience)
        self.heading = f"{saved} {patience}"

    def _words(self, view: SeatView) -> tuple[str, str]:
        waiting = self.tr("Waiting for the others. It goes on by itself.")
        if view.page is Page.SEATING:
            return (
                self.tr("You are checked in"),
                self.tr("Please wait until everyone has taken a seat. It begins by itself."),
            )
        if view.page is Page.GATE:
            return (
                self.tr("Please wait"),
                self.tr("The experimenter starts the next part for everyone."),
            )
        if view.page is Page.GATHER:
            return (
                self.tr("Please wait"),
                self.tr("It goes on for all groups together, and by itself."),
            )
        if _in_vote(view):
            if view.vote is None:
                return self.tr("The time for the vote is over"), waiting
            stage = stage_name(view.vote)
            return self.tr("Your vote is saved: {stage}").format(stage=stage), waiting
        coins = coins_in_words(100 * (view.contribution or 0))
        return self.tr("Your choice is saved: {coins}").format(coins=coins), waiting


def _in_vote(view: SeatView) -> bool:
    """Whether the vote is waited for: the last round on the screen is paid already."""
    paid = view.history[-1] if view.history else None
    return paid is not None and (paid.stage, paid.round) == (view.stage, view.round)
