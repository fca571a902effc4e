"""How the demo is shown in windows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What `hcmd-lab demo` tells the control window.

    Attributes:
        seed: Of what the simulated people choose.
        watch: Groups of each session that play at watchable speed; the others play fast.
        close: Whether the windows close when the study is complete.
    """

    seed: int
    watch: int = 1
    close: bool = False
