"""The wizard's page of payments."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import UsageError
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import Game
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.settings import describe
from hcmd_lab.telling.session_contents import example_words
from hcmd_lab.telling.translate import translate
from ui.control.session.draft import Draft
from ui.control.session.wizard_page import WizardPage
from ui.control.setting_groups import PAYMENT
from ui.control.settings_form import SettingsForm
from ui.look.layouts import Spare, fill
from ui.look.motion import highlight
from ui.look.widgets import Card, label


class PaymentSettingsPage(WizardPage):
    """The rules of payment, with a worked example.

    Attributes:
        form: The settings.
    """

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create the form.

        Args:
            game: What is played for the payment of the example.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._game = game
        self.title = translate("Payment")
        self.form = SettingsForm(describe(PaymentSettings), PAYMENT)
        self.form.compare_with_defaults()
        self.form.edited.connect(self._calculate)
        self._example = label("", "heading")
        card = Card()
        card.body.addWidget(self.form)
        fill(self.body, self._example, card, Spare())

    def enter(self, draft: Draft) -> None:
        """Show the draft's settings."""
        self.form.show_values({name: getattr(draft.payment, name) for name in self.form.fields})
        self._calculate()
        next(iter(self.form.fields.values())).editor.setFocus()

    def leave(self, draft: Draft) -> None:
        """Apply the settings."""
        draft.payment = parse(PaymentSettings, self.form.values())

    @property
    def problem(self) -> str:
        """What is wrong with a setting."""
        return self.form.problem

    def _calculate(self) -> None:
        try:
            settings = parse(PaymentSettings, self.form.values())
        except UsageError:
            self._example.setText("")
        else:
            words = example_words(settings, self._game)
            if self._example.text() not in ("", words):
                highlight(self._example)
            self._example.setText(words)
        self.form.first_wrong()
        self.changed.emit()
