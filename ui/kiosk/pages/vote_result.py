"""The result of the vote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.reading_page import ReadingPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.page_words import stage_name
from ui.kiosk.widgets.time_words import not_voted
from ui.look import SPACE
from ui.look.widgets import Card, TextRole, label


class VoteResultPage(ReadingPage):
    """The counts, any coin toss, and the rule that is played again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Continue"), parent)
        self._title = _middle("", "display")
        self._explained = _middle("", "body")
        self._names = (_middle("", "heading"), _middle("", "heading"))
        self._counts = (_middle("", "display"), _middle("", "display"))
        self._units = (_middle("", "caption"), _middle("", "caption"))
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[4])
        for name, count, unit in zip(self._names, self._counts, self._units, strict=True):
            card = Card()
            card.body.setSpacing(SPACE[1])
            for line in (name, count, unit):
                card.body.addWidget(line)
            row.addWidget(card, 1)
        self.body.addStretch(2)
        self.body.addWidget(self._title)
        self.body.addLayout(centred(self._explained, 620))
        self.body.addSpacing(SPACE[3])
        self.body.addLayout(centred(cards, 480))
        self.body.addStretch(3)
        self.body.addWidget(self.footer)

    def _fill(self, view: SeatView) -> None:
        if view.votes is None or view.winner is None:
            return
        winner = stage_name(view.winner)
        self._title.setText(translate("{stage} is played again", stage=winner))
        rule = translate(
            "In stage 3 the rule of stage {winner} divides the fund.", winner=view.winner
        )
        if view.by_coin:
            rule = " ".join(
                (
                    translate("Both stages got the same number of votes, so a coin was tossed."),
                    rule,
                )
            )
        if default := not_voted(view):
            rule = f"{default}. {rule}"
        self._explained.setText(rule)
        self.heading = f"{self._title.text()}. {rule}"
        # In the same order as on the voting page.
        for place, stage in enumerate((view.left_stage, 3 - view.left_stage)):
            self._names[place].setText(stage_name(stage))
            votes = view.votes[stage - 1]
            self._counts[place].setText(numbers.whole(votes))
            self._units[place].setText(translate("vote(s)", n=votes))


def _middle(text: str, role: TextRole) -> QLabel:
    made = label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
