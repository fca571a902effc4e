"""The last page: thanks, earnings, what to do now."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.page_words import stage_name
from ui.kiosk.widgets.stage_facts import StageFacts, stage_facts
from ui.look import SPACE
from ui.look.widgets import AT_LAST_DIGIT, Card, button, label


class EndingPage(KioskPage):
    """Page for a session that is finished, ended early, void or closed, or left early.

    Practice is not among what was earned.

    Signals:
        arrived(): Somebody else has sat down and wants to check in.
    """

    arrived = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._free = QWidget()
        self._free.setObjectName("free_seat")
        begin = button(translate("Check in here"))
        begin.setObjectName("check_in_here")
        begin.clicked.connect(self.arrived)
        self.inputs = (begin,)
        free = QHBoxLayout(self._free)
        free.setSpacing(SPACE[4])
        free.addStretch()
        free.addWidget(label(translate("This seat is free for somebody else."), wrap=False))
        free.addWidget(begin)
        free.addStretch()
        self._thanks = label("", "display")
        self._sentence = label("")
        self._total = label("", "display", wrap=False)
        for line in (self._thanks, self._sentence, self._total):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._earned = Card()
        self._earned.body.setSpacing(SPACE[2])
        self._caption = label("", "caption")
        self._pay = label("", "caption")
        for line in (self._caption, self._pay):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(SPACE[4])
        self._sums.setVerticalSpacing(SPACE[1])
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._earned.body.addWidget(self._caption)
        self._earned.body.addWidget(self._total)
        self._earned.body.addLayout(self._sums)
        self._earned.body.addWidget(self._pay)
        self.body.addStretch(2)
        self.body.addWidget(self._thanks)
        self.body.addLayout(centred(self._sentence, 560))
        self.body.addSpacing(SPACE[3])
        self.body.addLayout(centred(self._earned, 380))
        self.body.addStretch(3)
        self.body.addWidget(self._free)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show how the session ended, what was earned, and whether the seat is free."""
        self._free.setVisible(view.can_check_in)
        if not fresh:
            return
        stages = [stage_facts(view, n) for n in sorted({paid.stage for paid in view.history} - {0})]
        thanks, sentence = self._words(view.page, keeps=bool(stages) and view.coins_are_paid)
        self._thanks.setText(thanks)
        self._sentence.setText(sentence)
        self._earned.setVisible(bool(stages))
        self._caption.setText(self._caption_words(view.page))
        self._pay.setText(self._pay_words(view))
        self._pay.setVisible(bool(self._pay.text()))
        self._total.setText(coins_in_words(sum(facts.total_hundredths for facts in stages)))
        self._list_stages(stages)
        self.heading = f"{thanks}. {sentence}"

    def _words(self, page: Page, *, keeps: bool) -> tuple[str, str]:
        remain = translate("Please remain seated until the experimenter speaks to you.")
        match page:
            case Page.FINISHED:
                return translate("Thank you for taking part"), remain
            case Page.ENDED_EARLY:
                early = translate("The game of your group ends here.")
                kept = [translate("You keep what you have earned.")] if keeps else []
                return translate("Thank you for taking part"), " ".join((early, *kept, remain))
            case Page.VOID:
                stopped = translate("Your group could not finish the game.")
                return translate("Thank you for your time"), f"{stopped} {remain}"
            case Page.GOODBYE:
                desk = translate(
                    "Please go to the experimenter’s desk. If you are paid, it is settled there."
                )
                return translate("Thank you for coming"), desk
            case Page.DROPPED:
                return translate("Your part has ended"), remain
            case (
                Page.CLOSED | Page.CHECK_IN | Page.SEATING | Page.STAGE_INTRO | Page.DECIDE
                | Page.WAIT | Page.OUTCOME | Page.VOTE | Page.VOTE_RESULT | Page.CONSENT
                | Page.INSTRUCTIONS | Page.QUESTIONS | Page.GATE | Page.QUESTIONNAIRE
                | Page.PAYMENT | Page.GATHER
            ):  # fmt: skip
                return translate("The session is over"), translate(
                    "This computer is no longer needed. Thank you."
                )
            case _:
                assert_never(page)

    def _caption_words(self, page: Page) -> str:
        if page is Page.VOID:
            return translate("Your coins up to then")
        return translate("You earned in total")

    def _pay_words(self, view: SeatView) -> str:
        if not view.coins_are_paid:
            return ""
        if view.page is Page.VOID:
            return translate("The experimenter will tell you how you are paid.")
        return translate("Your pay depends on all of these coins.")

    def _list_stages(self, stages: list[StageFacts]) -> None:
        while len(self._lines) < len(stages):
            self._add_line()
        for row, line in enumerate(self._lines):
            for part in line:
                part.setVisible(row < len(stages))
        for facts, (name, amount) in zip(stages, self._lines, strict=False):
            name.setText(stage_name(facts.stage))
            amount.setText(numbers.aligned_coins(facts.total_hundredths))

    def _add_line(self) -> None:
        name, amount = (label("", "body", wrap=False) for _ in range(2))
        amount.setAlignment(AT_LAST_DIGIT)
        for column, part in enumerate((name, amount)):
            self._sums.addWidget(part, len(self._lines), column)
        self._lines.append((name, amount))
