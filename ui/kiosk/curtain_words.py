"""What the watchdog and the curtain say to each other, a line each."""

from enum import StrEnum


class Word(StrEnum):
    """From the watchdog to the curtain."""

    UP = "up"  # the kiosk is there: stay behind it
    DOWN = "down"  # it is not, and is being started again
    STOPPED = "stopped"  # it is not, and will not be started again by itself
    END = "end"  # the kiosk was left: go


class Wish(StrEnum):
    """From the curtain to the watchdog."""

    READY = "ready"  # it covers the screen
    LEAVE = "leave"  # whoever knows the PIN wants the desktop
    AGAIN = "again"  # whoever knows the PIN wants the kiosk to be started once more
