"""The outcome page: a short animation, then the table of the round."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.game.view import RoundView, SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.reading_page import ReadingPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.round_story import RoundStory, StoryPart
from ui.kiosk.widgets.round_table import RoundTable
from ui.kiosk.widgets.scale import limit_height
from ui.kiosk.widgets.time_words import contributed_by_default
from ui.look import SPACE
from ui.look.motion import reduced_motion
from ui.look.widgets import AT_LAST_DIGIT, Card, button, label


class OutcomePage(ReadingPage):
    """The four players' round, told as a story; own reward and own total.

    Args:
        still: Whether the final picture is shown at once.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(translate("Continue"), parent)
        self._still = still
        self._title = label("", "title")
        self._default = label("", "body")
        for line in (self._title, self._default):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table = RoundTable()
        self._story = RoundStory(self._table)
        self._story.part_entered.connect(self._narrate)
        self._story.ended.connect(self._show_end)
        self._skip = button(translate("Skip"), "quiet")
        self._skip.setObjectName("skip_animation")
        self._skip.setAccessibleName(translate("Skip the animation and show the result"))
        self._skip.clicked.connect(self._story.skip)
        self.footer.add_extra(self._skip)
        self._kept = label("", "body", wrap=False)
        self._paid = label("", "body", wrap=False)
        self._reward = label("", "display", wrap=False)
        self._total = label("", "number", wrap=False)
        self._total_caption = label("", "caption")
        self._own = self._own_cards()
        self._earned = ""
        picture = QWidget()
        limit_height(picture, 430)
        row = QHBoxLayout(picture)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[4])
        row.addWidget(self._table, 8)
        row.addWidget(self._own, 3)
        self.body.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._default)
        self.body.addLayout(centred(picture, 1100), 100)
        self.body.addStretch(1)
        self.body.addWidget(self.footer)

    def _fill(self, view: SeatView) -> None:
        self._story.skip()
        paid = view.history[-1]
        self._table.set_round(paid, view.endowments, view.multiplier_percent)
        self._fill_own(paid, view)
        default = contributed_by_default(view)
        self._default.setText(f"{default}." if default else "")
        self._default.setVisible(bool(default))
        if default:
            self.heading = f"{self._default.text()} {self.heading}"
        if self._still or reduced_motion() or view.continued:
            self._show_end()
        else:
            self._skip.show()
            self.first = self._skip
            self._show_own(there=False)
            self._story.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, Space and Esc skip the story; after it, Enter continues."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.is_open or event.isAutoRepeat():
            event.ignore()
        elif self._story.is_running and (
            enter or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space)
        ):
            self._story.skip()
        else:
            super().keyPressEvent(event)

    def _fill_own(self, paid: RoundView, view: SeatView) -> None:
        kept = 100 * (view.endowments[0] - paid.contributions[0])
        self._kept.setText(numbers.aligned_coins(kept))
        self._paid.setText(f"+ {numbers.aligned_coins(paid.payout_hundredths[0])}")
        self._reward.setText(numbers.aligned_coins(paid.reward_hundredths))
        self._total.setText(numbers.aligned_coins(view.total_hundredths))
        self._total_caption.setText(
            translate("Your total so far") if paid.stage else translate("Practice, not paid")
        )
        self.heading = translate(
            "You earned {reward} in this round and {total} so far.",
            reward=coins_in_words(paid.reward_hundredths),
            total=coins_in_words(view.total_hundredths),
        )
        self._own.setAccessibleName(self.heading)
        self._earned = translate(
            "You earned {reward} in this round", reward=coins_in_words(paid.reward_hundredths)
        )

    def _own_cards(self) -> QWidget:
        """Card of the round's reward, with the card of the total below."""
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE[3])
        lines.addWidget(self._round_card())
        total = Card()
        total.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        total.body.setSpacing(0)
        total.body.addWidget(self._total_caption)
        total.body.addWidget(self._total)
        lines.addWidget(total)
        lines.addStretch()
        return both

    def _round_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        card.body.setSpacing(SPACE[2])
        parts = QGridLayout()
        parts.setColumnStretch(0, 1)
        for row, (caption, number) in enumerate(
            (
                (translate("You kept"), self._kept),
                (translate("From the fund"), self._paid),
            )
        ):
            number.setAlignment(AT_LAST_DIGIT)
            parts.addWidget(label(caption, "caption"), row, 0)
            parts.addWidget(number, row, 1)
        card.body.addLayout(parts)
        rule = QFrame()
        rule.setProperty("role", "rule")
        card.body.addWidget(rule)
        card.body.addWidget(label(translate("This round"), "caption"))
        card.body.addWidget(self._reward)
        return card

    def _narrate(self, part: StoryPart) -> None:
        sentences = {
            StoryPart.BEGIN: translate("All contributions are in"),
            StoryPart.INTO: translate("The coins go into the fund"),
            StoryPart.FULL: translate("The coins go into the fund"),
            StoryPart.GROWS: translate("The fund is multiplied"),
            StoryPart.OUT: translate("The rule divides the fund"),
            StoryPart.END: self._earned,
        }
        self._title.setText(sentences[part])

    def _show_own(self, *, there: bool) -> None:
        for number in (self._kept, self._paid, self._reward, self._total):
            keep = number.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            number.setSizePolicy(keep)
            number.setVisible(there)

    def _show_end(self) -> None:
        self.stepped.emit()
        self.first = self.footer.button
        if self.holds_focus(self._skip):
            self.take_focus()
        self._skip.hide()
        self._show_own(there=True)
        self._title.setText(self._earned)
