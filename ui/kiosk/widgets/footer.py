"""The footer of a page: one button, a notice beside it, and what the end of the time will do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.look import SPACE
from ui.look.widgets import button, label


class Footer(QWidget):
    """One large button, with room for a notice before it and an extra widget after it.

    Args:
        text: On the button; without one there is only the place for notices.
        name: The button's object name.

    Attributes:
        button: The page's one primary button.
    """

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._ready = True
        self._locked = False
        self._pending = False
        self.button: QPushButton = button(text, "primary")
        self.button.setObjectName(name)
        self._answer: QPushButton | None = None
        self._waiting = label("", "heading", wrap=False)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.hide()
        self._notice = QFrame()
        self._notice.setProperty("role", "notice")
        self._words = label("")
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        inside.addWidget(self._words)
        self._notice.hide()
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setHorizontalSpacing(SPACE[4])
        self._row.setVerticalSpacing(0)
        for column, stretch in ((0, 1), (1, 0), (2, 1)):
            self._row.setColumnStretch(column, stretch)
            self._row.setColumnMinimumWidth(column, 1)
        self._before = QVBoxLayout()
        self._before.setSpacing(SPACE[2])
        self._before.addWidget(self._notice)
        self._row.addLayout(self._before, 0, 0)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(SPACE[4])
        self._answers.addWidget(self.button)
        self._row.addLayout(self._answers, 0, 1)
        self.button.setVisible(bool(text))  # not before: it would be a window of its own
        self._row.addWidget(self._waiting, 0, 1)
        self._limit = label("", "caption")
        self._limit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._limit.setContentsMargins(0, SPACE[1], 0, 0)
        self._limit.hide()
        self._row.addWidget(self._limit, 1, 0, 1, 3)

    def add_extra(self, widget: QWidget) -> None:
        """Add a widget after the button."""
        self._row.addWidget(widget, 0, 2, Qt.AlignmentFlag.AlignLeading)

    def add_beside(self, answer: QPushButton) -> None:
        """Add another answer next to the button, as wide as the button."""
        self._answers.addWidget(answer)
        self._answer = answer
        self._fit()

    def add_before(self, widget: QWidget) -> None:
        """Add a widget before the button, below the notice."""
        self._before.addWidget(widget, 0, Qt.AlignmentFlag.AlignTrailing)
        # Tab goes by when parts came; between two alone QWidget.setTabOrder changes nothing.
        self.button.setParent(None)
        self._answers.insertWidget(0, self.button)
        self.button.setVisible(bool(self._text))

    def set_text(self, text: str) -> None:
        """Set the button's text."""
        self._text = text
        self._update()

    def set_ready(self, ready: bool) -> None:
        """Set whether there is something to confirm."""
        self._ready = ready
        self._update()

    def set_locked(self, locked: bool) -> None:
        """Set whether the page's inputs are disabled."""
        self._locked = locked
        self._update()

    def set_pending(self, pending: bool) -> None:
        """Set whether the confirmed choice is on its way to the host."""
        self._pending = pending
        self._update()

    def set_waiting(self, sentence: str) -> None:
        """Show what is awaited in place of the button; an empty sentence restores it."""
        place = self.button.sizePolicy()
        place.setRetainSizeWhenHidden(bool(sentence))  # what stands above is being read
        self.button.setSizePolicy(place)
        self._waiting.setText(sentence)
        self._waiting.setVisible(bool(sentence))
        self.button.setVisible(bool(self._text) and not sentence)

    def say(self, sentence: str) -> None:
        """Show a notice next to the button; an empty sentence removes it."""
        self._words.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def tell_limit(self, sentence: str) -> None:
        """Show below the button what happens when the time is up; nothing if it is empty."""
        self._limit.setText(sentence)
        self._limit.setVisible(bool(sentence))

    @property
    def notice(self) -> str:
        """The notice shown now."""
        return self._words.text()

    def _update(self) -> None:
        self.button.setText(translate("Saving…") if self._pending else self._text)
        self.button.setEnabled(self._ready and not self._locked and not self._pending)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep the button's space as wide as its longest text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        width = self.button.fontMetrics().height() * 11
        if self._answer is not None:
            width = max(width, self.button.sizeHint().width(), self._answer.sizeHint().width())
            self._answer.setMinimumWidth(width)
        self.button.setMinimumWidth(width)
