"""Whether a study still uses the result of a training step."""

from enum import StrEnum

from hcmd_lab.storage.learned import Learned
from hcmd_lab.study.status import Step


class RunStanding(StrEnum):
    """What became of the result of a training step."""

    IN_USE = "in_use"
    TAKEN_AGAIN = "taken_again"  # the step has a newer result
    SET_ASIDE = "set_aside"  # the study went back to a step before it


def run_standings(learned: Learned) -> dict[int, RunStanding]:
    """What became of every training step, by its number; EVALUATE counts votes more than once."""
    runs = learned.every_run()
    newest = {(run.kind, run.iteration): run.id for run in runs if not run.set_aside_utc}
    found = {}
    for run in runs:
        if run.set_aside_utc:
            found[run.id] = RunStanding.SET_ASIDE
        elif run.kind == Step.EVALUATE or newest[run.kind, run.iteration] == run.id:
            found[run.id] = RunStanding.IN_USE
        else:
            found[run.id] = RunStanding.TAKEN_AGAIN
    return found
