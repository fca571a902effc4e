"""The form of a session's times and rules, made from the declarations of its settings."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QWidget,
)

from hcmd_lab.game.settings import SessionSettings, Setting, describe, parse
from hcmd_lab.telling.translate import translate
from ui.control.session.number_field import number_field
from ui.control.session.setting_texts import (
    choice_name,
    choice_sentence,
    setting_name,
    setting_sentence,
)
from ui.look import SPACE
from ui.look.widgets import label

_FIELD_WIDTH_PX = 220


class RulesForm(QWidget):
    """One row per setting: its name, its field, and its effect.

    Attributes:
        fields: The field of each setting by its name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the form with the defaults."""
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        self._readers: dict[str, Callable[[], object]] = {}
        self._writers: dict[str, Callable[[Any], None]] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(SPACE[4])
        self._rows.setVerticalSpacing(SPACE[3])
        self._rows.setColumnStretch(2, 1)
        for setting in describe(SessionSettings):
            self._add(setting)

    def settings(self) -> SessionSettings:
        """The settings in the form.

        Raises:
            UsageError: A value lies outside of its limits (the fields do not allow it).
        """
        return parse(SessionSettings, {name: read() for name, read in self._readers.items()})

    def show_settings(self, settings: SessionSettings) -> None:
        """Show settings."""
        for name, write in self._writers.items():
            write(getattr(settings, name))

    def _add(self, setting: Setting) -> None:
        sentence = label(setting_sentence(setting.name), "caption")
        if setting.choices:
            field = self._choice(setting, sentence)
        elif isinstance(setting.default, bool):
            field = self._switch(setting)
        else:
            field = self._number(setting)
            if setting.minimum == 0:
                sentence.setText(sentence.text() + " " + translate("0: no limit."))
        field.setObjectName(setting.name)
        field.setAccessibleName(setting_name(setting.name))
        field.setAccessibleDescription(sentence.text())
        field.setFixedWidth(_FIELD_WIDTH_PX)
        name = QLabel(setting_name(setting.name))
        name.setBuddy(field)
        row = self._rows.rowCount()
        self._rows.addWidget(name, row, 0)
        self._rows.addWidget(field, row, 1)
        self._rows.addWidget(sentence, row, 2)
        self.fields[setting.name] = field

    def _number(self, setting: Setting) -> QWidget:
        field = number_field(int(setting.minimum or 0), int(setting.maximum or 10**6))
        field.setValue(setting.default)
        if setting.unit:
            field.setSuffix(f" {setting.unit}")
        if setting.minimum == 0:
            field.setSpecialValueText(translate("no limit"))
        self._readers[setting.name] = field.value
        self._writers[setting.name] = field.setValue
        return field

    def _switch(self, setting: Setting) -> QWidget:
        field = QCheckBox(translate("Yes"))
        field.setChecked(setting.default)
        self._readers[setting.name] = field.isChecked
        self._writers[setting.name] = field.setChecked
        return field

    def _choice(self, setting: Setting, sentence: QLabel) -> QWidget:
        """A drop-down list with a sentence on the consequence of the current choice."""
        field = QComboBox()
        for choice in setting.choices:
            field.addItem(choice_name(setting.name, choice), choice)

        def explain() -> None:
            sentence.setText(choice_sentence(setting.name, field.currentData()))
            field.setAccessibleDescription(sentence.text())

        field.currentIndexChanged.connect(explain)
        field.setCurrentIndex(setting.choices.index(setting.default))
        explain()
        self._readers[setting.name] = field.currentData
        self._writers[setting.name] = lambda value: field.setCurrentIndex(field.findData(value))
        return field
