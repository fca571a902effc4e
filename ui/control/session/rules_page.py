"""The wizard's page of times, time-outs and dropouts."""

from PySide6.QtWidgets import QSpinBox, QWidget

from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.settings import describe
from hcmd_lab.telling.translate import translate
from ui.control.session.draft import Draft
from ui.control.session.wizard_page import WizardPage
from ui.control.setting_groups import SESSION
from ui.control.settings_form import SettingsForm
from ui.look.widgets import Card


class RulesPage(WizardPage):
    """Times, defaults and what happens when a station is lost.

    Attributes:
        form: The settings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the form."""
        super().__init__(parent)
        self.title = translate("Times and rules")
        self.form = SettingsForm(describe(SessionSettings), SESSION)
        self.form.compare_with_defaults()
        self.form.edited.connect(self.changed)
        card = Card()
        card.body.addWidget(self.form)
        self.body.addWidget(card)
        self.body.addStretch()

    def enter(self, draft: Draft) -> None:
        """Show the draft's settings."""
        self.form.show_values({name: getattr(draft.settings, name) for name in self.form.fields})
        first = self.form.fields["intro_s"].editor
        first.setFocus()
        if isinstance(first, QSpinBox):
            first.selectAll()

    @property
    def problem(self) -> str:
        """A time or number that is not allowed."""
        return self.form.problem

    def leave(self, draft: Draft) -> None:
        """Apply the settings."""
        draft.settings = parse(SessionSettings, self.form.values())
