"""Words shared by several pages: players, coins, stages."""

from typing import Literal

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate


def player_name(place: int) -> str:
    """A player's name on the viewer's screen: place 0 is the viewer."""
    if place == 0:
        return translate("You")
    letter = chr(ord("A") + place)
    return translate("Player {letter}", letter=letter)


def stage_name(stage: int) -> str:
    """Name of a stage; stage 0 is the practice before the first one."""
    if stage == 0:
        return translate("Practice")
    return translate("Stage {stage}", stage=numbers.whole(stage))


def player_kind(endowments: tuple[int, ...], place: int) -> Literal["head", "tail"]:
    """Colour role of a player: the head's only if its endowment is the unique maximum."""
    own = endowments[place]
    alone = all(own > other for at, other in enumerate(endowments) if at != place)
    return "head" if alone else "tail"


def votes_are_awaited(view: SeatView) -> bool:
    """Whether the others' votes are waited for: the last round shown is already paid."""
    paid = view.history[-1] if view.history else None
    over = paid is not None and (paid.stage, paid.round) == (view.stage, view.round)
    return over and view.page is Page.WAIT
