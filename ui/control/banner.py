"""Banners at the top of the window, shown until dismissed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from hcmd_lab.telling.translate import translate
from ui.look.layouts import in_row
from ui.look.widgets import button, label


class Banner(QFrame):
    """A notice of the latest problem; repetitions are counted instead of shown again.

    Signals:
        left(): It was hidden while it had the keyboard, which belongs to the page below now.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the banner, hidden until there is something to show."""
        super().__init__(parent)
        self.setProperty("role", "problem")
        self._sentence = ""
        self._count = 0
        self._words = label("")
        self.dismiss = button(translate("Dismiss"), "quiet", clicked=self.clear)
        self.dismiss.setObjectName("dismiss_banner")
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        in_row((self._words, 1), self.dismiss, of=self, margins=(4, 1, 1, 1))
        self.hide()

    @property
    def text(self) -> str:
        """The text shown now."""
        return self._words.text()

    def tell(self, sentence: str) -> None:
        """Show a problem."""
        self._count = self._count + 1 if sentence == self._sentence else 1
        self._sentence = sentence
        counted = translate("{n} time(s)", n=self._count)
        self._words.setText(f"{sentence} ({counted})" if self._count > 1 else sentence)
        self.setAccessibleName(self._words.text())
        self.show()

    def take_back(self, sentence: str) -> None:
        """Clear the banner if this is what it shows."""
        if sentence == self._sentence:
            self.clear()

    def clear(self) -> None:
        """Clear and hide the banner."""
        self._sentence, self._count = "", 0
        had_keyboard = self.window().focusWidget() is self.dismiss
        self.hide()
        if had_keyboard:
            self.left.emit()
