"""The desk behind a control window."""

from ui.control.desk import Desk
from ui.control.window import ControlWindow


def desk_of(window: ControlWindow) -> Desk:
    """The desk that a window shows."""
    desk = window.findChild(Desk)
    assert isinstance(desk, Desk)
    return desk
