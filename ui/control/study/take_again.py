"""Taking a training step anew, while nothing rests on its result."""

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.study.take_again_dialog import TakeAgainDialog
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
        training = desk.training
        is_training = training.running is not None or training.paused_step is not None
        idle = not is_training and not desk.session_is_running
        if now is None or now.again is None or now.again is now.step or not idle:
            self.hide()
            return
        words = translate(
            "Nothing rests on the result of {step} yet: it may be taken again, and this result is "
            "kept.",
            step=now.again.upper(),
        )
        if now.again is Step.MODEL:
            unchanged = translate("No group has come or gone since.")
            words += " " + (unchanged if now.news is None else translate(now.news))
        self._words.setText(words)
        dots = "" if now.again is Step.MODEL else "…"
        self.act.setText(translate("Take {step} &again", step=now.again.upper()) + dots)
        self.act.setAccessibleDescription(self._words.text())
        self.show()

    def _take(self) -> None:
        now = self._desk.study.status()
        if now.again is None:
            return
        anew = None
        if now.again is not Step.MODEL:  # which is taken again for the sake of other data
            planned = self._desk.study.settings.updates[now.again_iteration - 1]
            asked = TakeAgainDialog(self, now.again, planned)
            chosen = asked.exec() == QDialog.DialogCode.Accepted
            anew = asked.anew()
            asked.deleteLater()
            if not chosen:
                return
        try:
            self._desk.training.start(now.again, anew)
        except OperatorError as error:
            self._desk.failed.emit(translate(error))
