"""The wizard's page for times, defaults and what happens when a station is lost."""

from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.session.draft import Draft
from ui.control.session.rules_form import RulesForm
from ui.control.session.wizard_page import WizardPage
from ui.look.widgets import Card


class RulesPage(WizardPage):
    """Times, defaults and the response to a lost station."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the form."""
        super().__init__(parent)
        self.title = translate("Times and rules")
        self.form = RulesForm()
        policy = self.form.fields["dropout"]
        if isinstance(policy, QComboBox):
            policy.currentIndexChanged.connect(self._fit)
        card = Card()
        card.body.addWidget(self.form)
        self.body.addWidget(card)
        self.body.addStretch()

    def enter(self, draft: Draft) -> None:
        """Show the draft's settings."""
        self.form.show_settings(draft.settings)
        self._fit()
        first = self.form.fields["intro_s"]
        first.setFocus()
        if isinstance(first, QSpinBox):
            first.selectAll()

    def _fit(self) -> None:
        """Enable the waiting time only if something happens after it."""
        waits = self.form.settings().dropout != "hold"
        self.form.fields["dropout_s"].setEnabled(waits)

    def leave(self, draft: Draft) -> None:
        """Apply the settings."""
        draft.settings = self.form.settings()
