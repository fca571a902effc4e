"""How a training step that was stopped goes on, in words."""

from typing import assert_never

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate


def going_on(step: Step, *, saved: bool) -> str:
    """What continuing a stopped step does.

    OPTIMIZE is saved when it is paused and from time to time, so that a power cut costs the updates
    since. MODEL keeps the sizes that it had finished, which it uses again for the same data alone.
    The other steps are short and keep nothing.

    Args:
        step: The step.
        saved: Whether it has saved anything (`hcmd_lab.study.steps.is_saved`).
    """
    if not saved:
        return translate("Nothing had been saved yet: it will start over.")
    if step is Step.OPTIMIZE:
        return translate("It continues from its last save.")
    return translate(
        "It continues with what it had finished, and starts over if the data have changed since."
    )


def saves_on_its_way(step: Step) -> bool:
    """Whether a step that is stopped keeps anything of what it has done."""
    match step:
        case Step.MODEL | Step.OPTIMIZE:
            return True
        case Step.INITIALISE | Step.ACQUIRE | Step.CONVERGENCE | Step.EVALUATE | Step.DONE:
            return False
        case _:
            assert_never(step)


def if_stopped(step: Step) -> str:
    """What becomes of a running step that is stopped now."""
    if saves_on_its_way(step):
        return translate("What it has saved is kept, and the same step continues with it.")
    return translate("It saves nothing before its end: the same step will start over.")
