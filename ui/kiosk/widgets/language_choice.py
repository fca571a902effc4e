"""The participant's choice of language."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.language import language_name, spoken_language
from ui.look import SPACE
from ui.look.widgets import button


class LanguageChoice(QWidget):
    """A button for each language except the current one.

    Attributes:
        buttons: Buttons in the order of the session's languages.

    Signals:
        chosen(str): The code of another language.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[QPushButton, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE[2])
        self._row.addStretch()

    def show_languages(self, offered: tuple[str, ...]) -> bool:
        """Offer the supported ones among these languages; returns whether anything changed."""
        spoken = spoken_language()
        shown = tuple(code for code in offered if code in languages() and code != spoken)
        if shown == self._shown:
            return False
        for former in self.buttons:
            former.hide()
            former.deleteLater()
        made = []
        for code in shown:
            choice = button(language_name(code), "quiet")
            choice.setObjectName(f"language_{code}")
            choice.clicked.connect(partial(self.chosen.emit, code))
            self._row.addWidget(choice)
            made.append(choice)
        self._shown, self.buttons = shown, tuple(made)
        return True
