"""The status bar: session, training, device, last save."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from hcmd_lab.telling.mechanism_names import device_name
from hcmd_lab.telling.times import time_of_day
from hcmd_lab.telling.translate import translate
from ui.control.training.progress_words import share_in_words
from ui.look import SPACE
from ui.look.widgets import label

if TYPE_CHECKING:
    from ui.control.desk import Desk


_LOOK_MS = 500


class StatusLine(QStatusBar):
    """Current activity, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the line without text."""
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
        """The complete text of the line."""
        parts = (self._session, self._training, self._device, self._saved)
        return " | ".join(part.text() for part in parts if part.text())

    def show_state(self, desk: "Desk") -> None:
        """Show the state of a desk's session and training."""
        is_open = desk.opened is not None
        self._session.setText(self._session_words(desk) if is_open else "")
        self._training.setText(self._training_words(desk) if is_open else "")
        progress = None if desk.training.running is None else desk.training.last_progress
        device = "" if progress is None else device_name(progress.device)
        self._device.setText(translate("Device: {device}", device=device) if device else "")
        self._show_saved(desk)

    def follow(self, desk: "Desk") -> None:
        """Tell from now on when something was last saved in the open study, whoever saves it."""
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(lambda: self._show_saved(desk))
        self._clock.start()

    def _show_saved(self, desk: "Desk") -> None:
        saved_utc = "" if desk.opened is None else desk.opened.store.saved_utc
        told = translate("Last saved at {time}", time=time_of_day(saved_utc)) if saved_utc else ""
        if told != self._saved.text():
            self._saved.setText(told)

    def _session_words(self, desk: "Desk") -> str:
        state = desk.session_state
        if state is None or desk.host is None:
            return translate("No session")
        code = desk.host.session
        if state.closed:
            return translate("Session {code} has ended", code=code)
        ended = sum(group.ended for group in state.groups.values())
        return translate(
            "Session {code}: {ended} of {n} group(s) ended",
            code=code,
            ended=ended,
            n=len(state.groups),
        )

    def _training_words(self, desk: "Desk") -> str:
        if desk.training.running is None:
            return translate("No training")
        if desk.training.running.is_pausing:
            step = desk.training.running.step.upper()
            if desk.is_leaving:
                return translate("{step} is stopping; the study closes then", step=step)
            return translate("{step} is stopping", step=step)
        return share_in_words(desk.training.running.step, desk.training.last_progress)
