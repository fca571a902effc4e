"""Activity at the desk, gathered for rail, menus and window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.navigation import Badge
from ui.control.training.progress_words import share_done, share_in_words

if TYPE_CHECKING:
    from ui.control.desk import Desk

_AT_MAX_EVERY_MS = 200


class News(QObject):
    """Current state of a desk, in short texts.

    Signals:
        changed(): Something is different; at most five times a second while a session runs.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        """Follow this desk."""
        super().__init__(parent)
        self._desk = desk
        self._waiting = QTimer(self, interval=_AT_MAX_EVERY_MS, singleShot=True)
        self._waiting.timeout.connect(self.changed)
        desk.standing_changed.connect(self.changed)
        desk.session_changed.connect(self._tell_soon)
        desk.training.progressed.connect(self._tell_soon)

    @property
    def is_pilot(self) -> bool:
        """Whether a pilot session is running."""
        state = self._desk.session_state
        return state is not None and not state.closed and state.plan.purpose == "pilot"

    @property
    def next_training(self) -> Step | None:
        """The training step that is possible now; None if none is.

        One that has begun comes first, also where it is being taken again: the next one would rest
        on its earlier result, and what it has saved would be of no more use.
        """
        if self._desk.opened is None or self._desk.session_is_running:
            return None
        now, paused = self._desk.opened.status(), self._desk.training.paused_step
        if paused is not None and paused is now.again:
            return paused
        computes = now.step not in (Step.ACQUIRE, Step.DONE) and not now.groups_missing
        return now.step if computes else None

    @property
    def session_badge(self) -> Badge | None:
        """Badge of the session panel."""
        if not self._desk.session_is_running:
            return None
        if self.is_pilot:
            return Badge(translate("A pilot session is running"), pilot=True)
        return Badge(translate("A session is running"))

    @property
    def training_badge(self) -> Badge | None:
        """Badge of the training panel."""
        if self._desk.training.running is None:
            return None
        step, progress = self._desk.training.running.step, self._desk.training.last_progress
        return Badge(share_in_words(step, progress), progress=share_done(step, progress))

    def _tell_soon(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start()
