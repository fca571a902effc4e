"""The check-in page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import label_fault, tidied_label
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.language_choice import LanguageChoice
from ui.kiosk.widgets.left_behind import empty
from ui.look import SPACE
from ui.look.widgets import Card, label, set_role

MAX_LABEL = 64
"""Characters; the protocol allows no more."""


class CheckInPage(KioskPage):
    """Welcomes the participant; asks for the label if the session uses labels.

    Signals:
        language_chosen(str): The participant would rather read another language (its code).
    """

    goes_on_by_enter = True

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Begin"), "check_in"), parent)
        self.heading = translate("Welcome")
        self._required = False
        self._is_full = False
        self._field = QLineEdit()
        self._field.setObjectName("check_in_label")
        self._field.setAccessibleName(translate("Your label"))
        self.footer.button.clicked.connect(self._check_in)
        self.inputs = (self._field,)
        self.first = self._field
        welcome = label(self.heading, "display")
        welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._purpose = label("")
        self._purpose.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = self._card = Card()
        question = label(translate("Your label"), "heading")
        question.setBuddy(self._field)
        self._hint = label("", "caption")
        self._asked = ""
        self._field.textChanged.connect(self._check_ready)
        card.body.addWidget(question)
        card.body.addWidget(self._field)
        card.body.addWidget(self._hint)
        self._choices = LanguageChoice()
        self._choices.chosen.connect(self.language_chosen)
        self.body.addWidget(self._choices)
        self.body.addStretch(2)
        self.body.addWidget(welcome)
        self.body.addLayout(centred(self._purpose, 520))
        self.body.addSpacing(SPACE[3])
        self.body.addLayout(centred(card, 440))
        self.body.addSpacing(SPACE[3])
        self.body.addWidget(self.footer)
        self.body.addStretch(3)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Start again for the next participant."""
        self._purpose.setText(self._purpose_words(view))
        hint = (
            translate("You will find it on your card or in your invitation.")
            if view.label_required
            else translate("Leave this empty if you have no label.")
        )
        self._asked = hint
        self._field.setAccessibleDescription(hint)
        self._required = view.label_required
        self._is_full = view.is_full
        asks = view.label_required or view.label_asked
        self._card.setVisible(asks)
        self.first = self._field if asks else self.footer.button
        if self._choices.show_languages(view.languages):
            self.inputs = (self._field, *self._choices.buttons)
            self.grown.emit()
        if fresh:
            empty(self._field)
        self._check_ready()

    def _purpose_words(self, view: SeatView) -> str:
        if view.is_full:
            return translate("All places are taken. Please tell the experimenter.")
        game = translate(
            "In this session you play a game in a group of {n} players. You can earn coins in it.",
            n=view.players,
        )
        if not view.coins_are_paid:
            return game
        return f"{game} {translate('Your pay depends on the coins that you earn.')}"

    def _check_ready(self) -> None:
        label = self._label()
        fault = self._fault(label)
        self._hint.setText(fault or self._asked)
        set_role(self._hint, "danger" if fault else "caption")
        is_there = bool(label) or not self._required
        self.footer.set_ready(not self._is_full and is_there and not fault)

    def _fault(self, typed: str) -> str:
        """Why the text cannot be a label, in words; the field cuts nothing off unseen."""
        if len(typed) > MAX_LABEL:
            return translate("A label has 1 to {most} characters.", most=MAX_LABEL)
        character = label_fault(typed)
        if not character:
            return ""
        return translate(
            "A label has letters, digits, spaces and . _ @ + - only, and does not begin with + - "
            "or @. Please check the “{character}”.",
            character=character,
        )

    def _label(self) -> str:
        return tidied_label(self._field.text())

    def _check_in(self) -> None:
        self.commanded.emit(CheckIn(UNSENT, self._label(), is_bot=False))
