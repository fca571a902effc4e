"""The sentence for those whose group ended before its last round."""

from hcmd_lab.game.view import SeatView
from hcmd_lab.telling.translate import translate


def early_end(view: SeatView) -> str:
    """What the pages after the game say of a game that was cut short; empty if it was not."""
    return translate("The game of your group has ended early.") if view.is_cut_short else ""
