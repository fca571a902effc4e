"""Taking a training step anew, while nothing rests on its result."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.look.layouts import in_row
from ui.look.widgets import button, label


class TakeAgain(QWidget):
    """The offer, hidden unless a step may be taken again beside the next one.

    Attributes:
        act: Takes the step again.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follow a desk."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        self._words = label("", "caption")
        self.act = button("", clicked=self._take)
        in_row((self._words, 1), self.act, of=self, gap=5)
        desk.standing_changed.connect(self.read)
        self.read()

    def read(self) -> None:
        """Show or hide the offer, with what has changed since the step was taken."""
        desk = self._desk
        now = None if desk.opened is None else desk.opened.status()
        idle = desk.training is None and desk.paused_step is None and not desk.session_is_running
        if now is None or now.again is None or now.again is now.step or not idle:
            self.hide()
            return
        if now.news is None:
            news = translate("No group has come or gone since.")
        else:
            news = translate(now.news)
        words = translate(
            "{step} may be taken again, for nothing rests on its result yet, which is kept.",
            step=now.again.upper(),
        )
        self._words.setText(f"{words} {news}")
        self.act.setText(translate("Take {step} a&gain", step=now.again.upper()))
        self.act.setAccessibleDescription(self._words.text())
        self.show()

    def _take(self) -> None:
        again = self._desk.study.status().again
        try:
            if again is not None:
                self._desk.start_training(again)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
