"""How a training step that was stopped goes on, in words."""

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate


def going_on(step: Step, *, saved: bool) -> str:
    """What continuing a stopped step does.

    OPTIMIZE is saved update by update. MODEL keeps the sizes that it had finished, which it uses
    again for the same data alone. The other steps are short and keep nothing.

    Args:
        step: The step.
        saved: Whether it has saved anything (`hcmd_lab.study.steps.is_saved`).
    """
    if not saved:
        return translate("Nothing had been saved yet: it will start over.")
    if step is Step.OPTIMIZE:
        return translate("It continues exactly where it stopped.")
    return translate(
        "It continues with what it had finished, and starts over if the data have changed since."
    )
