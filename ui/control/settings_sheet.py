"""Settings to be read: each with its value, marked where it differs from what is usual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.game.settings import Setting
from hcmd_lab.telling.settings import value_in_words
from hcmd_lab.telling.translate import translate
from ui.look import SPACE
from ui.look.layouts import Spare, in_column
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
        words = translate(
            "{n} setting(s) (differs|differ) from {usual}; (it is|they are) marked with ●.",
            n=len(self.marked),
            usual=usual_is,
        )
        if not self.marked:
            words = translate("All settings are those of {usual}.", usual=usual_is)
        parts = [label(words, "caption"), *(_block(group) for group in shown)]
        in_column(*parts, Spare(), of=self, gap=4)


def _block(group: SettingsGroup) -> QWidget:
    block = QWidget()
    block.setProperty("role", "clear")
    rows = QGridLayout(block)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(SPACE[4])
    rows.setVerticalSpacing(SPACE[1])
    rows.setColumnMinimumWidth(0, _TITLE_PX)
    rows.setColumnStretch(1, 1)
    rows.addWidget(label(group.title, "heading"), 0, 0, 1, 2)
    for row, setting in enumerate(group.settings, start=1):
        differs = group.differs(setting)
        name = label(translate(setting.title))
        name.setToolTip(translate(setting.sentence))
        value = value_in_words(setting, group.values[setting.name])
        if differs:
            usual = value_in_words(setting, group.usual[setting.name])
            value = translate("● {value}  (usually {usual})", value=value, usual=usual)
        shown = label(value, "heading" if differs else "body")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(shown, row, 1)
    return block
