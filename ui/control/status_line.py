"""The line at the foot of the window: session, training, device, last save."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.figures.names import device_name
from ui.look import SPACE
from ui.look.numbers import percent
from ui.look.parts import label

if TYPE_CHECKING:
    from ui.control.desk import Desk


class StatusLine(QStatusBar):
    """What goes on, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self._session = label("", "caption", wrap=False)
        self._training = label("", "caption", wrap=False)
        self._device = label("", "caption", wrap=False)
        self._saved = label("", "caption", wrap=False)
        for part in (self._session, self._training):
            part.setContentsMargins(0, 0, SPACE[5], 0)
            self.addWidget(part)
        for part in (self._device, self._saved):
            part.setContentsMargins(SPACE[5], 0, 0, 0)
            self.addPermanentWidget(part)

    @property
    def text(self) -> str:
        """Everything it says."""
        parts = (self._session, self._training, self._device, self._saved)
        return " | ".join(part.text() for part in parts if part.text())

    def show_state(self, desk: "Desk") -> None:
        """Tell about the session and the training of a desk."""
        is_open = desk.laboratory is not None
        self._session.setText(self._session_words(desk) if is_open else "")
        self._training.setText(self._training_words(desk) if is_open else "")
        progress = None if desk.training is None else desk.last_progress
        device = "" if progress is None else device_name(progress.device)
        self._device.setText(self.tr("Device: {device}").format(device=device) if device else "")
        if not is_open:
            self._saved.clear()

    def note_saved(self) -> None:
        """Tell that everything up to now is on disk."""
        clock = QLocale().toString(QTime.currentTime(), "HH:mm:ss")
        self._saved.setText(self.tr("Last saved at {time}").format(time=clock))

    def _session_words(self, desk: "Desk") -> str:
        state = desk.session_state
        if state is None or desk.host is None:
            return self.tr("No session")
        code = desk.host.session
        if state.closed:
            return self.tr("Session {code} has ended").format(code=code)
        ended = sum(group.ended for group in state.groups.values())
        return self.tr("Session {code}: {ended} of {groups} groups have ended").format(
            code=code, ended=ended, groups=len(state.groups)
        )

    def _training_words(self, desk: "Desk") -> str:
        if desk.training is None:
            return self.tr("No training")
        step = desk.training.step.upper()
        progress = desk.last_progress
        if progress is None or not progress.total:
            return self.tr("{step} begins").format(step=step)
        share = percent(progress.step / progress.total)
        return self.tr("{step}: {share} done").format(step=step, share=share)
