"""A form made from the declarations of settings: each with its limits, unit and sentence."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from hcmd_lab.errors import UsageError
from hcmd_lab.game.settings import Setting, words_of
from hcmd_lab.telling.translate import translate
from ui.look import SPACE
from ui.look.widgets import label

Editor: TypeAlias = QLineEdit | QComboBox | QCheckBox


class SettingField(QWidget):
    """One setting: its editor, its description, and any problem with its value.

    Signals:
        edited(): The value was changed by the reader.
    """

    edited = Signal()

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        """Create the field with the setting's default."""
        super().__init__(parent)
        self.setting = setting
        self.editor = self._make_editor()
        self.editor.setObjectName(f"setting_{setting.name}")
        self.editor.setAccessibleName(setting_title(setting))
        self.editor.setAccessibleDescription(_translated(setting.sentence))
        self._problem = label("", "danger")
        self._problem.hide()
        help_text = f"{_translated(setting.sentence)} {self._limits()}".strip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE[2])
        layout.setSpacing(2)
        layout.addWidget(self.editor)
        layout.addWidget(self._problem)
        layout.addWidget(label(help_text, "caption"))
        self.set_value(setting.default)

    @property
    def problem(self) -> str:
        """The problem with the value; empty if there is none."""
        return self._problem.text()

    def value(self) -> object:
        """The value in the form that the settings take.

        Raises:
            UsageError: The text is not such a value, or lies outside its limits.
        """
        if isinstance(self.editor, QCheckBox):
            return self.editor.isChecked()
        if isinstance(self.editor, QComboBox):
            return self.editor.currentData()
        return self.setting.check(self._parsed(self.editor.text()))

    def set_value(self, value: object) -> None:
        """Show a value."""
        if isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findData(value))
        elif isinstance(value, tuple | list):
            self.editor.setText(", ".join(_plain(each) for each in value))
        else:
            self.editor.setText(_plain(value))

    def tell(self, problem: str) -> None:
        """Show a problem with the value; empty clears it."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.editor.setProperty("invalid", "true" if problem else "false")
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)

    def check(self) -> bool:
        """Validate the value, show any problem, and return whether it is valid."""
        try:
            self.value()
        except UsageError as error:
            self.tell(translate(error))
            return False
        self.tell("")
        return True

    def _make_editor(self) -> Editor:
        if self.setting.choices:
            choices = QComboBox()
            for choice in self.setting.choices:
                choices.addItem(_translated(words_of(choice)), choice)
            choices.activated.connect(self.edited)
            return choices
        if isinstance(self.setting.default, bool):
            switch = QCheckBox(setting_title(self.setting))
            switch.clicked.connect(self.edited)
            return switch
        line = QLineEdit()
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self.check)
        return line

    def _parsed(self, text: str) -> object:
        default = self.setting.default
        if isinstance(default, tuple):
            parts = text.replace(";", ",").split(",")
            return [_number(part, type(default[0])) for part in parts if part.strip()]
        return text.strip() if isinstance(default, str) else _number(text, type(default))

    def _limits(self) -> str:
        low, high, unit = self.setting.minimum, self.setting.maximum, self.setting.unit
        if low is None or high is None:
            return f"({_translated(unit)})" if unit else ""
        span = translate(
            "{low} to {high} {unit}",
            low=_plain(low),
            high=_plain(high),
            unit=_translated(unit) if unit else "",
        )
        return f"({span.strip()})"


class SettingsForm(QWidget):
    """Fields for several settings.

    Signals:
        edited(str): The reader has changed the setting of that name.
    """

    edited = Signal(str)

    def __init__(self, settings: list[Setting], parent: QWidget | None = None) -> None:
        """Create the form with the defaults."""
        super().__init__(parent)
        self.fields = {setting.name: SettingField(setting) for setting in settings}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE[5])
        form.setVerticalSpacing(SPACE[2])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self.fields.items():
            caption = label(setting_title(field.setting))
            caption.setBuddy(field.editor)
            caption.setMinimumWidth(150)
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            caption.setContentsMargins(0, SPACE[2], 0, 0)
            form.addRow(caption, field)
            field.edited.connect(lambda name=name: self.edited.emit(name))

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show values by name."""
        for name, value in values.items():
            self.fields[name].set_value(value)
            self.fields[name].tell("")

    def first_wrong(self) -> SettingField | None:
        """Validate every field; returns the first with a problem, if any."""
        wrong = [field for field in self.fields.values() if not field.check()]
        return wrong[0] if wrong else None

    def values(self) -> dict[str, object]:
        """All values by name.

        Raises:
            UsageError: One of them is not valid.
        """
        return {name: field.value() for name, field in self.fields.items()}


def setting_title(setting: Setting) -> str:
    """A setting's title for the reader."""
    return _translated(setting.title)


def _translated(text: str) -> str:
    """A declaration's text in the current language."""
    return translate(text)


def _plain(value: object) -> str:
    """A value in the form in which it can be typed."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _number(text: str, kind: type) -> object:
    """The number in a text; if there is none, the text itself, which no setting accepts."""
    try:
        return kind(text.strip())
    except ValueError:
        return text.strip()
