"""The last page: thanks, what was earned, what to do now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.centred import centred
from ui.kiosk.parts.stage_facts import stage_facts
from ui.kiosk.parts.words import coins_in_words, stage_name
from ui.look import SPACE, numbers
from ui.look.parts import Card, label


class EndingPage(KioskPage):
    """For a session that is finished, ended early, void or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._thanks = label("", "display")
        self._sentence = label("")
        self._total = label("", "display", wrap=False)
        for line in (self._thanks, self._sentence, self._total):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._earned = Card()
        self._earned.body.setSpacing(SPACE[2])
        caption = label(self.tr("You earned in total"), "caption")
        caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(SPACE[4])
        self._sums.setVerticalSpacing(SPACE[1])
        self._earned.body.addWidget(caption)
        self._earned.body.addWidget(self._total)
        self._earned.body.addLayout(self._sums)
        self.body.addStretch(2)
        self.body.addWidget(self._thanks)
        self.body.addLayout(centred(self._sentence, 560))
        self.body.addSpacing(SPACE[3])
        self.body.addLayout(centred(self._earned, 380))
        self.body.addStretch(3)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Say how it ended and what was earned."""
        if not fresh:
            return
        thanks, sentence = self._words(view.page)
        self._thanks.setText(thanks)
        self._sentence.setText(sentence)
        self._earned.setVisible(bool(view.history))
        self._total.setText(coins_in_words(view.total_hundredths))
        self._list_stages(view)
        self.heading = f"{thanks}. {sentence}"

    def _words(self, page: Page) -> tuple[str, str]:
        remain = self.tr("Please remain seated. The experimenter will come to you.")
        if page is Page.FINISHED:
            return self.tr("Thank you for taking part"), remain
        if page is Page.ENDED_EARLY:
            early = self.tr("Your group ends here, earlier than planned. You keep what you earned.")
            return self.tr("Thank you for taking part"), f"{early} {remain}"
        if page is Page.VOID:
            stopped = self.tr("Your group could not be played to its end. This is not your fault.")
            return self.tr("Thank you for your time"), f"{stopped} {remain}"
        return self.tr("The session is over"), self.tr("This place is no longer needed. Thank you.")

    def _list_stages(self, view: SeatView) -> None:
        while (item := self._sums.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, stage in enumerate(sorted({paid.stage for paid in view.history})):
            total = numbers.aligned_coins(stage_facts(view, stage).total_hundredths)
            amount = label(total, "body", wrap=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            self._sums.addWidget(label(stage_name(stage), "body", wrap=False), row, 0)
            self._sums.addWidget(amount, row, 1)
