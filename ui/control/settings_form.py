"""A form made from the declarations of settings: each with its title, meaning and field."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.settings import Setting
from hcmd_lab.telling.settings import value_in_words
from hcmd_lab.telling.translate import translate
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.setting_field import WIDTH_PX, SettingField
from ui.control.setting_groups import Headings, grouped
from ui.control.setting_help import SettingHelp
from ui.control.settings_search import SettingsBlock, SettingsSearch
from ui.control.settings_sheet import marks_explained
from ui.look import SPACE
from ui.look.layouts import Spare, in_column, in_row
from ui.look.motion import highlight
from ui.look.tips import set_tip
from ui.look.widgets import label

MARK_PX = 14
"""What a row is indented by where settings are compared."""


class SettingsForm(QWidget):
    """One row per setting; settings without effect are greyed.

    Signals:
        edited(str): The reader has changed the setting of that name, or reset it.

    Attributes:
        fields: By the setting's name.
        rows: Each setting's row, by its name.
        search: Finds settings; None in a form without headings.
    """

    edited = Signal(str)

    def __init__(
        self, settings: Iterable[Setting], headings: Headings = (), parent: QWidget | None = None
    ) -> None:
        """Create the form with the defaults.

        Args:
            settings: The declarations.
            headings: Where each of them stands; without any, they stand in their own order.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.fields: dict[str, SettingField] = {}
        self.rows: dict[str, SettingRow] = {}
        self._usual_is = ""
        self._marks = label("", "caption")
        self._marks.hide()
        groups = grouped(settings, headings)
        for setting in (each for group in groups for each in group.settings):
            field = self.fields[setting.name] = SettingField(setting, self)
            row = self.rows[setting.name] = SettingRow(field)
            field.edited.connect(lambda name=setting.name: self._on_edited(name))
            row.reset.clicked.connect(lambda _checked, row=row: self._reset(row))
        blocks = [
            SettingsBlock(
                group.title, [(each, self.rows[each.name]) for each in group.settings], gap=3
            )
            for group in groups
        ]
        self.search = SettingsSearch(blocks, self) if headings else None
        above = [] if self.search is None else [self.search]
        in_column(*above, self._marks, *blocks, Spare(), of=self, gap=4)
        self._grey()

    def show_values(self, values: Mapping[str, object], *, tinted: bool = False) -> None:
        """Show values by name, without emitting the signals of a user's change.

        Args:
            values: To be shown; other settings stay as they are.
            tinted: Whether what changes is tinted for a moment, as by something just pressed.
        """
        for name, value in values.items():
            field = self.fields[name]
            field.blockSignals(True)
            if tinted and not field.equals(value):
                highlight(self.rows[name])
            field.set_value(value)
            field.blockSignals(False)
            field.check()
        self._grey()

    def compare_with(self, usual: Mapping[str, object], usual_is: str) -> None:
        """Mark what differs from these values, and offer to reset it.

        Args:
            usual: Values by name; settings that are not among them are not compared.
            usual_is: Where they come from, in words.
        """
        self._usual_is = usual_is
        for name, row in self.rows.items():
            row.compare_with(usual, known=name in usual)
        self._mark()

    def compare_with_defaults(self) -> None:
        """Compare with the declared defaults."""
        usual = {name: field.setting.default for name, field in self.fields.items()}
        self.compare_with(usual, translate("the usual ones"))

    @property
    def marked(self) -> list[str]:
        """Names of the settings that are marked as different."""
        return [name for name, row in self.rows.items() if row.differs]

    def lead_to(self, name: str) -> None:
        """Put the focus on a setting, which a search may have hidden."""
        if self.search is not None:
            self.search.field.clear()
        self.fields[name].editor.setFocus()

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

    def _reset(self, row: "SettingRow") -> None:
        """Show the usual value; the keyboard stays in the row, whose button goes."""
        name = row.field.setting.name
        row.field.editor.setFocus()
        self.show_values({name: row.usual}, tinted=True)
        self.edited.emit(name)

    def _grey(self) -> None:
        """Grey the settings that have no effect given the current values."""
        for field in self.fields.values():
            needed = field.setting.only_if
            if needed is not None and needed.setting in self.fields:
                field.set_counting(needed.counts_with(self.fields[needed.setting].value()))
        self._mark()

    def _mark(self) -> None:
        for row in self.rows.values():
            row.mark()
        self._marks.setText(marks_explained(len(self.marked), self._usual_is))
        self._marks.setVisible(self.search is not None and bool(self._usual_is))


class SettingRow(QWidget):
    """A setting's title and meaning, and its editor at the end of the row.

    Attributes:
        field: The setting's field.
        usual: The value it is compared with.
        differs: Whether it has another value.
        help: Opens the manual at the setting.
        reset: Brings the usual value back; hidden where it is there.
    """

    def __init__(self, field: SettingField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.usual: object = None
        self.differs = False
        self._is_compared = False
        self._mark = label("", "mark")
        self._mark.setFixedWidth(MARK_PX)
        self._mark.hide()
        self.help = SettingHelp(field.setting, field.editor)
        self.reset = icon_button(Icon.RESET, "", "quiet")
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.hide()
        field.complaint.setFixedWidth(WIDTH_PX)
        told = in_column(field.title, field.meaning, Spare(), gap=0)
        edited = in_column(field.editor, field.complaint, Spare(), gap=1)
        edited.setAlignment(field.editor, Qt.AlignmentFlag.AlignTrailing)
        row = in_row(self._mark, (told, 1), edited, self.help, self.reset, of=self, gap=0)
        row.insertSpacing(2, SPACE[4])
        row.insertSpacing(4, SPACE[1])
        for each in (self._mark, self.help, self.reset):
            row.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        self.setTabOrder(field.editor, self.help)
        self.setTabOrder(self.help, self.reset)

    def compare_with(self, usual: Mapping[str, object], *, known: bool) -> None:
        """Compare with the value of this name from now on, where there is one."""
        self._is_compared = known
        self._mark.setVisible(True)
        if known:
            setting = self.field.setting
            self.usual = usual[setting.name]
            value = value_in_words(setting, self.usual)
            words = translate("Reset to {value}", value=value)
            set_tip(self.reset, words)
            self.reset.setAccessibleName(f"{translate(setting.title)}: {words}")

    def mark(self) -> None:
        """Show whether the value differs from the usual one."""
        self.differs = self._is_compared and not self.field.equals(self.usual)
        self._mark.setText("●" if self.differs else "")
        self.reset.setVisible(self.differs)
