"""The next step in words, with the button that takes it."""

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.study.offer import Offer, next_offer
from ui.control.study.study_history import read_story
from ui.look.act_guard import ActGuard
from ui.look.layouts import in_column, in_row
from ui.look.motion import highlight
from ui.look.widgets import button, label


class NextStep(QWidget):
    """What the study needs now; wherever it is shown, it is the same and up to date.

    Signals:
        panel_requested(str): Show another panel.

    Attributes:
        act: Takes the step.
    """

    panel_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follow a desk."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        self._offer: Offer | None = None
        self._title = label("", "heading")
        self._explanation = label("")
        self.act = button("", "primary", clicked=self._take)
        self.act.setObjectName("next_thing")
        self._guard = ActGuard(self.act)
        words = in_column(
            label(translate("Next step"), "caption"), self._title, self._explanation, gap=1
        )
        in_row((words, 1), self.act, of=self, gap=5)
        desk.standing_changed.connect(self.read)
        self.read()

    @property
    def is_session(self) -> bool:
        """Whether the step is a new session."""
        return self._offer is not None and self._offer.act == "new session"

    def read(self) -> None:
        """Read the study again and say what is next."""
        if self._desk.opened is None:
            self._offer = None
            return
        offer = self._offer = next_offer(self._desk, read_story(self._desk.opened))
        if self._title.text() not in ("", offer.title):
            highlight(self)
        self._title.setText(offer.title)
        self._explanation.setText(offer.explanation)
        self.act.setText(offer.action_text)
        self._guard.means((offer.act, offer.step, offer.action_text))
        self.act.setAccessibleDescription(offer.explanation)

    def _take(self) -> None:
        if self._offer is None:
            return
        match self._offer.act:
            case "train":
                try:
                    step = self._offer.step
                    self._desk.training.start(step or self._desk.study.status().step)
                except OperatorError as error:
                    self._desk.failed.emit(translate(error))
            case "new session":
                self.panel_requested.emit("session")
                self._desk.session_requested.emit()
            case "session" | "training" | "data" as panel:
                self.panel_requested.emit(panel)
            case _:
                assert_never(self._offer.act)
