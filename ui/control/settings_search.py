"""A search field over settings: what does not match is hidden."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from hcmd_lab.game.settings import Setting
from hcmd_lab.telling.settings import matches
from hcmd_lab.telling.translate import translate
from ui.look.layouts import in_column
from ui.look.widgets import label


class SettingsBlock(QWidget):
    """Settings under a heading, each in a row of its own.

    Args:
        title: The heading; empty for none.
        rows: Each setting's row.
        gap: Between rows, as a step of `SPACE`.
    """

    def __init__(
        self,
        title: str,
        rows: Sequence[tuple[Setting, QWidget]],
        gap: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.rows = rows
        heading = [label(title, "heading")] if title else []
        in_column(*heading, *(row for _, row in rows), of=self, gap=gap)

    def show_matching(self, wanted: str) -> bool:
        """Show the rows that match alone, or nothing at all; returns whether there are any."""
        found = False
        for setting, row in self.rows:
            hit = matches(setting, wanted)
            row.setVisible(hit)
            found = found or hit
        self.setVisible(found)
        return found


class SettingsSearch(QWidget):
    """Finds settings by title, explanation and the name that they have in files.

    Attributes:
        field: What is searched for; Ctrl+F beside any of the settings leads to it.
    """

    def __init__(self, blocks: Sequence[SettingsBlock], parent: QWidget) -> None:
        """Search in these blocks, which the parent shows below."""
        super().__init__(parent)
        self._blocks = blocks
        self.field = _SearchField()
        self.field.setPlaceholderText(translate("Search settings"))
        self.field.setAccessibleName(translate("Search settings"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self._nothing = label("", "body")
        self._nothing.hide()
        self._elsewhere: Sequence[Setting] = ()
        self._page = ""
        self._there = label("", "body")
        self._there.hide()
        in_column(self.field, self._nothing, self._there, of=self, gap=3)
        find = QShortcut(QKeySequence.StandardKey.Find, parent)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._take_focus)

    def look_elsewhere(self, settings: Sequence[Setting], page: str) -> None:
        """Name what is found among the settings of another page, which has this title."""
        self._elsewhere, self._page = settings, page

    def _take_focus(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _find(self, wanted: str) -> None:
        found = [block.show_matching(wanted) for block in self._blocks]
        self._nothing.setText(
            translate("No setting matches “{text}”. Try another word.", text=wanted.strip())
        )
        there = [each for each in self._elsewhere if wanted.strip() and matches(each, wanted)]
        titles = ", ".join(translate(each.title) for each in there)
        self._there.setText(
            translate("On the page “{page}”: {titles}", page=self._page, titles=titles)
        )
        self._there.setVisible(bool(there))
        self._nothing.setVisible(not any(found) and not there)


class _SearchField(QLineEdit):
    """Enter leads to the first hit instead of pressing a dialog's button; Esc clears first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
