"""The voting page: which of two stages is played again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, Vote
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.stage_card import StageCard
from ui.kiosk.widgets.stage_facts import axis_top, stage_facts
from ui.kiosk.widgets.typed_number import digit_of
from ui.look import SPACE
from ui.look.one_of import OneOf
from ui.look.widgets import label


class VotePage(KioskPage):
    """Both stages side by side at the same scale; neither is selected at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Confirm"), "confirm_vote"), parent)
        self.heading = translate("Which stage would you like to play again?")
        self._left, self._right = StageCard(), StageCard()
        self._left.setObjectName("vote_left")
        self._right.setObjectName("vote_right")
        self._cards = OneOf(self)
        title = label(self.heading, "title")
        self._use = label("")
        for line in (title, self._use):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        for card in (self._left, self._right):
            self._cards.add(card)
            row.addWidget(card, 1)
        self._cards.buttonToggled.connect(self._show_choice)
        self.footer.button.clicked.connect(self._vote)
        self.inputs = (self._left, self._right)
        self.body.addWidget(title)
        self.body.addWidget(self._use)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show both stages, neither of them selected."""
        if not fresh:
            return
        self._select(None)
        self._use.setText(self._words(view))
        left, right = (stage_facts(view, s) for s in (view.left_stage, 3 - view.left_stage))
        both = (left, right)
        tops = (
            axis_top(*(reward for facts in both for reward in facts.rewards_hundredths)),
            axis_top(
                *(n for facts in both for n in facts.given_hundredths + facts.paid_hundredths)
            ),
        )
        self._left.show_stage(left, view.endowments, tops)
        self._right.show_stage(right, view.endowments, tops)
        self.footer.say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """1 and 2 select a stage by number, arrows by side; Enter confirms."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if not self.is_open:
            event.ignore()
        elif (wanted := digit_of(event)) in (1, 2):
            self._select(self._left if self._left.stage == wanted else self._right)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            left = (event.key() == Qt.Key.Key_Left) != mirrored
            self._select(self._left if left else self._right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.footer.button.click()
        else:
            super().keyPressEvent(event)

    def _words(self, view: SeatView) -> str:
        use = translate(
            "In stage 3 the rule of the stage with more votes divides the fund; a coin decides "
            "between equal numbers."
        )
        if not view.coins_are_paid:
            return use
        pay = translate("Your pay depends on all coins that you earn, in all three stages.")
        return f"{use}\n{pay}"

    def _select(self, card: StageCard | None) -> None:
        if card is not None:
            card.setChecked(True)
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._cards.clear()
        self.footer.set_ready(False)

    def _show_choice(self) -> None:
        self.footer.set_ready(self._cards.checkedButton() is not None)
        self.footer.say("")

    def _vote(self) -> None:
        card = self._left if self._left.isChecked() else self._right
        self.commanded.emit(Vote(UNSENT, card.stage))
