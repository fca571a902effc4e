"""Reaction times of simulated people."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Pace:
    """Mean times in milliseconds, around which a person's times vary.

    Attributes:
        read_ms: Time for a page that is only read.
        think_ms: Before a choice.
        step_ms: Between two keys or clicks that belong together.
        settle_ms: Time from the choice to its confirmation.
        again_ms: Before a look whether something can be used by now.
        watches: Whether stories on the screen are watched.
    """

    read_ms: int
    think_ms: int
    step_ms: int
    settle_ms: int
    again_ms: int
    watches: bool

    def about(self, time_ms: int, dice: np.random.Generator) -> int:
        """A random variation of a time, slightly shorter or longer."""
        return round(time_ms * dice.uniform(0.6, 1.5))


WATCHABLE = Pace(2600, 1500, 130, 700, 100, watches=True)
BRISK = Pace(250, 200, 20, 80, 40, watches=False)
FAST = Pace(0, 0, 0, 0, 10, watches=False)
