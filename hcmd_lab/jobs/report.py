"""Everything that a training process may answer."""

from typing import TypeAlias

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.record import Base
from hcmd_lab.jobs.trained import ConvergenceResult, InitialiseResult, OptimizeResult
from hcmd_lab.sentence import Sentence

Result: TypeAlias = (
    InitialiseResult
    | ModelResult
    | OptimizeResult
    | ConvergenceResult
    | EvaluateResult
    | ForeseeResult
)


class Failure(Base, tag="failed", frozen=True):
    """A job that ended with an error: one the operator can fix, or a bug with its traceback."""

    sentence: Sentence
    operator: bool
    traceback: str = ""


class Stopped(Base, tag="stopped", frozen=True):
    """A job that was paused or cancelled; running it again in its folder resumes it."""

    step: int


Report: TypeAlias = (
    Progress
    | InitialiseResult
    | ModelResult
    | OptimizeResult
    | ConvergenceResult
    | EvaluateResult
    | ForeseeResult
    | Failure
    | Stopped
)
