"""Settings to be read: each with its value, marked where it differs from what is usual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hcmd_lab.game.settings import Setting
from hcmd_lab.telling.settings import value_in_words
from hcmd_lab.telling.translate import translate
from ui.control.settings_search import SettingsBlock, SettingsSearch
from ui.look.layouts import Spare, in_column, in_row
from ui.look.selectable_text import SelectableText
from ui.look.tips import set_tip
from ui.look.widgets import label

_TITLE_PX = 240


@dataclass(frozen=True, slots=True)
class SettingsGroup:
    """Settings under a heading.

    Attributes:
        title: The heading.
        settings: Their declarations.
        values: Their values by name.
        usual: What each would be otherwise, by name.
    """

    title: str
    settings: tuple[Setting, ...]
    values: Mapping[str, object]
    usual: Mapping[str, object]

    def differs(self, setting: Setting) -> bool:
        """Whether a value is another than the usual one."""
        return self.values[setting.name] != self.usual[setting.name]


class SettingsSheet(QWidget):
    """Groups of settings, one below the other; it is told what the marks mean.

    Attributes:
        marked: Names of the settings that differ.
        search: Finds settings.
    """

    def __init__(
        self, groups: Iterable[SettingsGroup], usual_is: str, parent: QWidget | None = None
    ) -> None:
        """Show the settings.

        Args:
            groups: What to show.
            usual_is: Where the usual values come from, in words.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setProperty("role", "clear")
        shown = list(groups)
        self.marked = [
            each.name for group in shown for each in group.settings if group.differs(each)
        ]
        words = marks_explained(len(self.marked), usual_is)
        blocks = [_block(group) for group in shown]
        self.search = SettingsSearch(blocks, self)
        parts = [self.search, label(words, "caption"), *blocks]
        in_column(*parts, Spare(), of=self, gap=4)


def marks_explained(marked: int, usual_is: str) -> str:
    """How many settings differ from the usual ones, and by what that is seen."""
    if not marked:
        return translate("No setting differs from {usual}.", usual=usual_is)
    return translate(
        "{n} setting(s) (differs|differ) from {usual}; (it is|they are) marked with ●.",
        n=marked,
        usual=usual_is,
    )


def _block(group: SettingsGroup) -> SettingsBlock:
    rows = [(setting, _row(group, setting)) for setting in group.settings]
    return SettingsBlock(group.title, rows, gap=1)


def _row(group: SettingsGroup, setting: Setting) -> QWidget:
    differs = group.differs(setting)
    name = label(translate(setting.title))
    name.setFixedWidth(_TITLE_PX)
    set_tip(name, translate(setting.sentence))
    value = value_in_words(setting, group.values[setting.name])
    if differs:
        usual = value_in_words(setting, group.usual[setting.name])
        value = translate("● {value}  (usually {usual})", value=value, usual=usual)
    shown = SelectableText(value, "heading" if differs else "body", by_keys=False)
    row = QWidget()
    in_row(name, (shown, 1), of=row, gap=4)
    return row
