"""The wizard's first page: acquire, evaluate or pilot."""

from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from hcmd_lab.game.played import PURPOSES, Purpose
from hcmd_lab.telling.purposes import purpose_sentence, purpose_words
from hcmd_lab.telling.translate import translate
from ui.control.session.draft import Draft
from ui.control.session.wizard_page import WizardPage
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.layouts import fill
from ui.look.one_of import OneOf
from ui.look.widgets import Card, label


class ModePage(WizardPage):
    """Choice of the session's purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the three choices."""
        super().__init__(parent)
        self.title = translate("What is the session for?")
        self._group = OneOf(self)
        self._reasons: dict[Purpose, QLabel] = {}
        self.choices: dict[Purpose, QRadioButton] = {}
        for purpose in PURPOSES:
            card = Card()
            card.body.setSpacing(SPACE[1])
            choice = QRadioButton(purpose_words(purpose))
            choice.setObjectName(f"mode_{purpose}")
            font = choice.font()
            font.setPixelSize(16)
            font.setBold(True)
            choice.setFont(font)
            sentence = label(purpose_sentence(purpose))
            choice.setAccessibleDescription(sentence.text())
            reason = label("", "caption")
            fill(card.body, choice, sentence, reason)
            self._group.add(choice)
            self._reasons[purpose] = reason
            self.choices[purpose] = choice
            choice.toggled.connect(self.changed)
            self.body.addWidget(card)
        self.body.addStretch()

    def enter(self, draft: Draft) -> None:
        """Offer the purposes the study can play now."""
        for purpose, choice in self.choices.items():
            why_not = draft.obstacles[purpose]
            allow_unless(choice, translate(why_not))
            self._reasons[purpose].setText(translate(why_not))
            self._reasons[purpose].setVisible(bool(why_not))
            choice.setChecked(purpose == draft.purpose and not why_not)
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def leave(self, draft: Draft) -> None:
        """Apply the choice."""
        draft.purpose = next(p for p, choice in self.choices.items() if choice.isChecked())

    @property
    def problem(self) -> str:
        """The study plays no session now, for the reasons that stand beside the purposes."""
        if self._group.checkedButton() is not None:
            return ""
        return translate("The study cannot play a session now.")
