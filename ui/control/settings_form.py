"""A form made from the declarations of settings: each with its title, field and meaning."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.game.settings import Setting
from ui.control.setting_field import SettingField
from ui.look import SPACE

TITLE_PX = 176


class SettingsForm(QWidget):
    """One row per setting; settings without effect are greyed.

    Signals:
        edited(str): The reader has changed the setting of that name.

    Attributes:
        fields: By the setting's name.
    """

    edited = Signal(str)

    def __init__(self, settings: Iterable[Setting], parent: QWidget | None = None) -> None:
        """Create the form with the defaults."""
        super().__init__(parent)
        self.fields = {setting.name: SettingField(setting, self) for setting in settings}
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(SPACE[4])
        rows.setVerticalSpacing(SPACE[2])
        rows.setColumnStretch(2, 1)
        rows.setColumnMinimumWidth(0, TITLE_PX)
        for row, (name, field) in enumerate(self.fields.items()):
            field.title.setFixedWidth(TITLE_PX)
            top = Qt.AlignmentFlag.AlignTop
            rows.addWidget(field.title, 2 * row, 0, top)
            rows.addWidget(field.editor, 2 * row, 1, top)
            rows.addWidget(field.meaning, 2 * row, 2)
            rows.addWidget(field.complaint, 2 * row + 1, 1, 1, 2)
            field.edited.connect(lambda name=name: self._on_edited(name))
        self._grey()

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show values by name, without emitting the signals of a user's change."""
        for name, value in values.items():
            field = self.fields[name]
            field.blockSignals(True)
            field.set_value(value)
            field.blockSignals(False)
            field.check()
        self._grey()

    def first_wrong(self) -> SettingField | None:
        """Validate every field; returns the first with a problem, if any."""
        wrong = [field for field in self._counting() if not field.check()]
        return wrong[0] if wrong else None

    @property
    def problem(self) -> str:
        """The first problem with the name of its setting; empty if there is none."""
        wrong = self.first_wrong()
        return "" if wrong is None else f"{wrong.title.text()}: {wrong.problem}"

    def values(self) -> dict[str, object]:
        """All values by name; those without effect have their defaults.

        Raises:
            UsageError: One of them is not valid.
        """
        defaults = {name: field.setting.default for name, field in self.fields.items()}
        return defaults | {field.setting.name: field.value() for field in self._counting()}

    def _counting(self) -> list[SettingField]:
        return [field for field in self.fields.values() if field.counts]

    def _on_edited(self, name: str) -> None:
        self._grey()
        self.edited.emit(name)

    def _grey(self) -> None:
        """Grey the settings that have no effect given the current values."""
        for field in self.fields.values():
            needed = field.setting.only_if
            if needed is not None and needed.setting in self.fields:
                on = self.fields[needed.setting].value() != needed.off
                field.set_counting(on)
