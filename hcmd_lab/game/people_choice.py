"""Which simulated people play: the choice, whose constants are in `populations`."""

from hcmd_lab.game.settings import Choice


class People(Choice):
    """Which simulated people play."""

    CALIBRATED = (
        "calibrated",
        "As calibrated",
        "They come closest to the published human figures.",
    )
    FIRST = (
        "first",
        "First calibration",
        "Those of the first version. Studies that were made with it keep them.",
    )
    STEADIER = (
        "steadier",
        "Steadier",
        "They vary less from round to round, and half as many votes are cast at random.",
    )
    NOISIER = (
        "noisier",
        "Noisier",
        "They vary more from round to round, and half as many votes again are cast at random.",
    )
    SELF_RELIANT = (
        "self_reliant",
        "Self-reliant",
        "They do not follow what the others contributed.",
    )
    RECIPROCAL = (
        "reciprocal",
        "Reciprocal",
        "They follow what the others contributed twice as much.",
    )
    EQUALITY_MINDED = (
        "equality_minded",
        "Equality-minded",
        "Their votes count inequality ten times as much.",
    )


MAX_SPREAD = 2.0
"""With more, most people would contribute nothing or everything from the first round on."""
