"""Options of the demo in windows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """Options that `hcmd-lab demo` passes to the control window.

    Attributes:
        seed: Seed of the simulated people's choices.
        watch: Whether the people in the windows play at watchable speed, or fast.
        close: Whether the windows close when the study is complete.
    """

    seed: int
    watch: bool = True
    close: bool = False
