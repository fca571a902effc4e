"""Leaving a study while something runs: warns, asks, lets training save."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hcmd_lab.telling.going_on import if_stopped
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm

if TYPE_CHECKING:
    from ui.control.desk import Desk


class Departure(QObject):
    """Leaves an open study, for another one or for good."""

    def __init__(self, desk: "Desk", window: QWidget) -> None:
        """Attach to a window, above which questions appear."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._then: Callable[[], None] | None = None
        self._may_lose = False  # a result that could not be stored, whose loss has been told
        desk.training.ended.connect(self._go)

    @property
    def is_waiting(self) -> bool:
        """Whether it was agreed to leave, and training is still saving its state."""
        return self._then is not None

    def request(
        self,
        title: str,
        action_text: str,
        then: Callable[[], None],
        above: QWidget | None = None,
    ) -> None:
        """Close the study and continue with `then`, once the experimenter agrees.

        While nothing runs nothing is asked. Training that runs is given the time to
        save its state; `then` follows when it has.

        Args:
            title: The intended action, as a question.
            action_text: Label of the button that does it.
            then: Called with the study closed.
            above: Where the question appears, if not above the window.
        """
        if self._then is not None:
            return
        happens = self._what_happens()
        if happens and not confirm(
            above or self._window, title, happens, action_text, follow=self._what_happens_by_now
        ):
            return
        self._leave(then)

    def leave_unasked(self, say: Callable[[str], None], then: Callable[[], None]) -> None:
        """Close the study and continue with `then`, instead of what was to come if anything was.

        Args:
            say: Told what happens; not called if nothing runs.
            then: Called with the study closed.
        """
        if happens := self._what_happens():
            say(happens)
        self._may_lose = True
        self._leave(then)

    def _leave(self, then: Callable[[], None]) -> None:
        self._then = then
        if self._desk.training.running is None:
            self._go()
        else:
            self._desk.is_leaving = True
            self._desk.training.pause()

    def _what_happens_by_now(self) -> str:
        return self._what_happens() or translate("What was running has ended.")

    def _what_happens(self) -> str:
        parts = []
        if self._desk.session_is_running:
            parts.append(
                translate(
                    "A session is running. Its stations will lose their connection and wait on "
                    "their last screen. Nothing is lost: open this study again and resume the "
                    "session, and everyone continues where they were."
                )
            )
        training = self._desk.training.running
        if training is not None and self._desk.training.is_cancelling:
            parts.append(translate("{step} is being cancelled.", step=training.step.upper()))
        elif training is not None:
            stopped = translate("{step} is running, and is stopped.", step=training.step.upper())
            parts.append(f"{stopped} {if_stopped(training.step)}")
        unkept = self._desk.training.unkept_step
        self._may_lose = unkept is not None
        if unkept is not None:
            lost = translate(
                "The result of {step} could not be stored and is lost.", step=unkept.upper()
            )
            parts.append(f"{lost} {if_stopped(unkept)}")
        for done in self._desk.at_work:
            ends = translate("It is cancelled unless it is done by then.")
            parts.append(f"{done} {ends}")
        return "\n\n".join(parts)

    def _go(self) -> None:
        if self._then is not None:
            then, self._then = self._then, None
            self._desk.is_leaving = False
            if self._desk.training.unkept is not None and not self._may_lose:
                return  # the desk has told why; whoever leaves once more is asked
            self._desk.close_study()
            then()
