"""The field of one setting in a form: its title, its editor, what it means, what is wrong."""

from typing import TypeAlias, assert_never

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from hcmd_lab.errors import UsageError
from hcmd_lab.game.settings import Setting
from hcmd_lab.telling.translate import translate
from ui.control.number_text import (
    read_number,
    read_numbers,
    shown_limit,
    shown_number,
    shown_numbers,
)
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField, WholeNumber
from ui.look.switch import Switch
from ui.look.widgets import label

Editor: TypeAlias = QLineEdit | QSpinBox | QComboBox | Switch

WIDTH_PX = 240
HEIGHT_PX = 34
_LARGEST_SPIN = 2**31 - 1
_NO_BREAK = "\N{NO-BREAK SPACE}"


class SettingField(QObject):
    """Widgets for one setting, to be placed by a form.

    Signals:
        edited(): The reader has changed the value.

    Attributes:
        setting: The declaration.
        editor: Where the value is changed.
        title: What the setting is called.
        meaning: Its effect, and the consequence of the choice.
        counts: Whether the value has an effect given the others of the form.
        complaint: What is wrong with the value; hidden if nothing is.
    """

    edited = Signal()

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        """Create the field with the setting's default."""
        super().__init__(parent)
        self.setting = setting
        self.counts = True
        self.title = label(translate(setting.title))
        self.meaning = label("", "caption")
        self.complaint = label("", "danger")
        self.complaint.hide()
        self.editor = self._make_editor()
        self.editor.setObjectName(f"setting_{setting.name}")
        self.editor.setAccessibleName(translate(setting.title))
        if not isinstance(self.editor, Switch):
            self.editor.setMinimumWidth(WIDTH_PX)
            self.editor.setMinimumHeight(HEIGHT_PX)
        self.title.installEventFilter(self)
        self.title.setBuddy(self.editor)
        self.set_value(setting.default)

    @property
    def problem(self) -> str:
        """The problem with the value; empty if there is none."""
        return self.complaint.text()

    def value(self) -> object:
        """The value in the form that the settings take.

        Raises:
            UsageError: The text is not such a value, or lies outside its limits.
        """
        match self.editor:
            case Switch():
                return self.editor.isChecked()
            case QComboBox():
                return self.setting.choices[self.editor.currentIndex()]
            case QSpinBox():
                return self.editor.value()
            case QLineEdit():
                return self.setting.check(self._parsed(self.editor.text()))
            case _:
                assert_never(self.editor)

    def set_value(self, value: object) -> None:
        """Show a value."""
        match self.editor:
            case Switch():
                self.editor.setChecked(bool(value))
            case QComboBox():
                self.editor.setCurrentIndex(
                    next(n for n, choice in enumerate(self.setting.choices) if choice == value)
                )
            case QSpinBox():
                self.editor.setValue(int(str(value)))
            case QLineEdit():
                self.editor.setText(_shown(value))
            case _:
                assert_never(self.editor)
        self._explain()

    def set_counting(self, counts: bool) -> None:
        """Enable editing, or show that the value has no effect given the other values."""
        self.counts = counts
        why_not = "" if counts else translate(self.setting.condition)
        for each in (self.title, self.editor, self.meaning):
            allow_unless(each, why_not)
        self._explain()
        if not counts:
            self._tell("")

    def equals(self, value: object) -> bool:
        """Whether this value is shown; one without effect is what it would be by itself."""
        try:
            return not self.counts or self.value() == value
        except UsageError:
            return False

    def check(self) -> bool:
        """Validate the value, show any problem, and return whether it is valid."""
        try:
            self.value()
        except UsageError:
            self._tell(translate("This must be {expected}.", expected=self.setting.expected))
            return False
        self._tell("")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A click on the title is one on its editor."""
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        if watched is self.title and clicked and self.counts:
            self.editor.setFocus()
            if isinstance(self.editor, Switch):
                self.editor.click()
        return super().eventFilter(watched, event)

    def _make_editor(self) -> Editor:
        setting = self.setting
        if setting.choices:
            choices = ChoiceField()
            for choice in setting.choices:
                choices.addItem(translate(choice.label))
            choices.currentIndexChanged.connect(self._on_changed)
            return choices
        if isinstance(setting.default, bool):
            switch = Switch()
            switch.toggled.connect(self._on_changed)
            return switch
        if isinstance(setting.default, int) and _fits_spin_box(setting):
            number = number_field(int(setting.minimum or 0), int(setting.maximum or 0))
            number.setSpecialValueText(translate(setting.zero))
            number.valueChanged.connect(self._on_changed)
            return number
        line = QLineEdit()
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self._on_edited)
        return line

    def _on_changed(self) -> None:
        self._explain()
        self.edited.emit()

    def _on_edited(self) -> None:
        """Show a number as it was understood."""
        if self.check() and isinstance(self.editor, QLineEdit) and self.editor.isModified():
            self.editor.setText(_shown(self.value()))

    def _explain(self) -> None:
        """Describe the setting, the consequence of the choice, and any remarks."""
        setting = self.setting
        remark = setting.zero_remark if self.counts else setting.condition
        told = [translate(setting.sentence), translate(remark), self._limits()]
        lines = [" ".join(each for each in told if each)]
        if isinstance(self.editor, QSpinBox) and setting.unit:
            self.editor.setSuffix(f" {translate(setting.unit_of(self.editor.value()))}")
        if isinstance(self.editor, QComboBox):
            lines.append(translate(setting.choices[self.editor.currentIndex()].sentence))
        self.meaning.setText("\n".join(lines))
        self.editor.setAccessibleDescription(self.meaning.text())

    def _limits(self) -> str:
        """The limits in brackets, on one line."""
        return self._limits_in_words().replace(" ", _NO_BREAK)

    def _limits_in_words(self) -> str:
        low, high, above = self.setting.minimum, self.setting.maximum, self.setting.above
        unit = translate(self.setting.unit_of())
        if above is not None and high is not None:
            span = translate(
                "above {low}, up to {high} {unit}",
                low=shown_limit(above), high=shown_limit(high), unit=unit,
            )  # fmt: skip
            return f"({span.strip()})"
        if low is None or high is None:
            return f"({unit})" if unit else ""
        ends = {"low": shown_limit(low), "high": shown_limit(high)}
        span = translate("{low} to {high} {unit}", **ends, unit=unit)
        return f"({span.strip()})"

    def _parsed(self, text: str) -> object:
        default = self.setting.default
        if isinstance(default, tuple):
            return read_numbers(text, type(default[0]))
        if isinstance(default, str):
            return text.strip()
        return read_number(text, type(default))

    def _tell(self, problem: str) -> None:
        self.complaint.setText(problem)
        self.complaint.setVisible(bool(problem))
        self.editor.setProperty("invalid", "true" if problem else "false")
        style = self.editor.style()
        style.unpolish(self.editor)
        style.polish(self.editor)


def number_field(low: int, high: int) -> QSpinBox:
    """A spin box for whole numbers within limits.

    Args:
        low: Smallest number.
        high: Largest number.
    """
    field = WholeNumber()
    field.setRange(low, high)
    return field


def _shown(value: object) -> str:
    """A value as its reader would type it."""
    match value:
        case tuple() | list():
            return shown_numbers(value)
        case float():
            return shown_number(value)
        case _:
            return str(value)


def _fits_spin_box(setting: Setting) -> bool:
    return setting.maximum is not None and setting.maximum <= _LARGEST_SPIN
