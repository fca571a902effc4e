"""The header of the training panel: activity, progress, buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from hcmd_lab.jobs.progress import Progress
from hcmd_lab.telling.going_on import if_stopped
from hcmd_lab.telling.mechanism_names import device_name
from hcmd_lab.telling.translate import translate
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.training.failure_card import FailureCard
from ui.control.training.headline import Headline
from ui.look import SPACE
from ui.look.act_guard import ActGuard
from ui.look.allowing import allow_unless
from ui.look.layouts import fill, in_column, in_row
from ui.look.widgets import Card, button, label

_BAR_STEPS = 1000


class TrainingHeader(Card):
    """Shows the training headline.

    Signals:
        acted(): The primary button.
        pause_requested(): Save and stop.
        cancel_requested(): Forget what was saved; nothing has been asked yet.

    Attributes:
        act: The primary button.
        pause: Saves and stops.
        cancel: Forgets.
        bar: Progress bar; hidden while nothing is running.
        failure: The latest failure.
    """

    acted = Signal()
    pause_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the header without text."""
        super().__init__("", parent)
        self.body.setSpacing(SPACE[2])
        self._holds_keyboard = False
        self._title = label("", "heading")
        self._words = label("")
        self._device = label("", "caption", wrap=False)
        self._why_not = label("", "caption")
        self.act = button("", "primary", clicked=self.acted)
        self.pause = icon_button(Icon.PAUSE, translate("&Pause"), clicked=self.pause_requested)
        self.cancel = icon_button(
            Icon.CANCEL, translate("Ca&ncel…"), "danger", clicked=self.cancel_requested
        )
        self._guard = ActGuard(self.act, self.pause, self.cancel)
        self.act.setObjectName("training_act")
        self.pause.setObjectName("training_pause")
        self.cancel.setObjectName("training_cancel")
        self.bar = QProgressBar()
        self.bar.setMaximum(_BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Progress of the training"))
        self.failure = FailureCard()
        self._lay_out()

    def _lay_out(self) -> None:
        words = in_column(self._title, self._words, self._why_not, gap=1)
        row = in_row((words, 1), self.pause, self.cancel, self.act, gap=3)
        progress = in_row((self.bar, 1), self._device, gap=4)
        fill(self.body, row, progress, self.failure)

    @property
    def texts(self) -> list[str]:
        """The texts shown, line by line."""
        parts: list[QLabel] = [self._title, self._words, self._why_not, self._device]
        return [part.text() for part in parts if not part.isHidden() and part.text()]

    def tell(self, told: Headline, progress: Progress | None, *, is_running: bool) -> None:
        """Show the current activity.

        Args:
            told: The progress in words.
            progress: The newest of the step that runs.
            is_running: Whether a step runs.
        """
        _set_text(self._title, told.title)
        _set_text(self._words, told.words)
        _set_text(self._why_not, told.why_not)
        self._why_not.setVisible(bool(told.why_not))
        if self.pause.hasFocus() or self.act.hasFocus():
            self._holds_keyboard = True
        self.pause.setVisible(is_running)
        if told.step is not None:
            kept = if_stopped(told.step)
            allow_unless(self.pause, "" if told.can_pause else told.words, tip=kept)
        self.cancel.setVisible(is_running or told.can_cancel)
        discards = translate("Discards this step's progress; asks for confirmation first.")
        allow_unless(self.cancel, "" if told.can_cancel else told.words, tip=discards)
        self.act.setVisible(bool(told.action_text))
        allow_unless(self.act, told.why_not)
        self.act.setText(told.action_text)
        self.act.setAccessibleDescription(told.why_not or told.words)
        # Which of them are there moves each of them: one may stand where another one stood.
        shown = [part.isHidden() for part in (self.pause, self.cancel, self.act)]
        self._guard.means((told.act, told.step, told.action_text, *shown))
        if self._holds_keyboard and (told.can_pause or not is_running):
            # Keeps the keyboard focus on the next action while there is briefly no button.
            self._holds_keyboard = False
            (self.pause if is_running else self.act).setFocus()
        self.bar.setVisible(is_running)
        self._device.setVisible(is_running)
        if is_running:
            done = progress.step / progress.total if progress is not None and progress.total else 0
            # Until something is done, and while it is concluded, the bar runs to and fro.
            self.bar.setMaximum(_BAR_STEPS if 0 < done < 1 else 0)
            self.bar.setValue(round(_BAR_STEPS * done))
            device = progress.device if progress is not None else ""
            _set_text(
                self._device,
                translate("on {device}", device=device_name(device)) if device else "",
            )
        self.failure.tell(told.failure)


def _set_text(part: QLabel, text: str) -> None:
    """Set a text only if it differs, because screen readers read every change."""
    if part.text() != text:
        part.setText(text)
