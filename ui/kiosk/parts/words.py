"""Words that several pages use: players, coins, stages."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.look import numbers


def player_name(place: int) -> str:
    """What a player is called on the viewer's screen: place 0 is the viewer."""
    if place == 0:
        return QCoreApplication.translate("Kiosk", "You")
    letter = chr(ord("A") + place)
    return QCoreApplication.translate("Kiosk", "Player {letter}").format(letter=letter)


def coins_in_words(hundredths: int) -> str:
    """An amount with its unit: "1 coin", "6 coins", "22.4 coins"."""
    whole, rest = divmod(hundredths, 100)
    if rest == 0:
        return QCoreApplication.translate("Kiosk", "%n coin(s)", "", whole)
    return QCoreApplication.translate("Kiosk", "{amount} coins").format(
        amount=numbers.coins(hundredths)
    )


def stage_name(stage: int) -> str:
    """What a stage is called; stage 0 is the practice before the first one."""
    if stage == 0:
        return QCoreApplication.translate("Kiosk", "Practice")
    return QCoreApplication.translate("Kiosk", "Stage {stage}").format(stage=numbers.whole(stage))


def player_kind(endowments: tuple[int, ...], place: int) -> Literal["head", "tail"]:
    """How a player's things are coloured: as the head's if its endowment alone is the largest."""
    own = endowments[place]
    alone = all(own > other for at, other in enumerate(endowments) if at != place)
    return "head" if alone else "tail"
