"""The "?" beside a setting: it opens the manual where the setting is explained."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.settings import Setting, describe
from hcmd_lab.telling.translate import translate
from ui.control.icon_button import IconButton
from ui.control.icons import Icon
from ui.control.manual import open_setting, setting_page
from ui.look.tips import set_tip
from ui.look.widgets import dress


class SettingHelp(IconButton):
    """A small mark beside a field; F1 in the field does the same.

    It is not shown where the program came without its manual.

    Args:
        setting: What is explained.
        editor: The field; Tab comes from it to the mark.
    """

    def __init__(self, setting: Setting, editor: QWidget | None = None) -> None:
        super().__init__(Icon.EXPLAIN)
        self.setting = setting
        dress(self, "", "quiet", lambda: open_setting(setting.name))
        self.setProperty("extent", "icon")
        self.draw_icon()
        words = translate("Explained in the manual")
        set_tip(self, words)
        self.setAccessibleName(f"{translate(setting.title)}: {words}")
        if setting_page(setting.name) is None:
            self.hide()
        if editor is not None:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """F1 in the field is the setting's, before the window's own opens a page."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.click()
                return True
        return super().eventFilter(watched, event)


def help_for(settings_class: type[object], name: str, editor: QWidget | None = None) -> SettingHelp:
    """The mark of a setting that stands in no form.

    Args:
        settings_class: Where it is declared.
        name: Its name there.
        editor: Its field, where it is a single one.
    """
    setting = next(each for each in describe(settings_class) if each.name == name)
    return SettingHelp(setting, editor)
