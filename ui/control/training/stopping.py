"""What is waited for while a training step stops, in words."""

from typing import TYPE_CHECKING

from hcmd_lab.telling.going_on import if_stopped
from hcmd_lab.telling.translate import translate

if TYPE_CHECKING:
    from ui.control.desk import Desk


def stopping_words(desk: "Desk") -> str:
    """What becomes of the step that stops, and what follows; empty while none stops."""
    thread = desk.training.running
    if thread is None or not thread.is_pausing:
        return ""
    if desk.training.is_cancelling:
        said = [translate("It is being cancelled; what it has done so far is deleted.")]
    else:
        said = [translate("It is stopping."), if_stopped(thread.step)]
    if desk.is_leaving:
        said.append(translate("The study closes as soon as it has stopped."))
    return " ".join(said)
