"""What follows for a study from what CONVERGENCE has found."""

from enum import StrEnum

from hcmd_lab.study.settings import StudySettings


class Recommendation(StrEnum):
    """The recommendation after CONVERGENCE; `hcmd_lab.telling.convergence_results` words it."""

    GO_ON = "go_on"  # training is not at its end: another iteration
    GO_ON_AS_ASKED = "go_on_as_asked"  # it does not, but the settings ask for more iterations
    STOP = "stop"  # it does not: new participants compare mechanisms by vote
    STOP_AT_LAST = "stop_at_last"  # it does, but that was the last iteration: the same
    NOTHING = "nothing"  # they have, and EVALUATE has counted their votes

    @property
    def goes_on(self) -> bool:
        """Whether another iteration follows."""
        return self in (Recommendation.GO_ON, Recommendation.GO_ON_AS_ASKED)


def goes_on(settings: StudySettings, iteration: int, *, converged: bool) -> bool:
    """Whether another iteration follows this one."""
    if iteration >= settings.iterations:
        return False
    return not converged or iteration < settings.iterations_in_any_case


def recommend(
    settings: StudySettings, iteration: int, *, converged: bool, evaluated: bool
) -> Recommendation:
    """The recommendation after an iteration's CONVERGENCE.

    Args:
        settings: The study's settings.
        iteration: Whose CONVERGENCE it is.
        converged: Result of CONVERGENCE.
        evaluated: Whether EVALUATE has a result of every contrast.
    """
    if goes_on(settings, iteration, converged=converged):
        return Recommendation.GO_ON_AS_ASKED if converged else Recommendation.GO_ON
    if evaluated:
        return Recommendation.NOTHING
    return Recommendation.STOP if converged else Recommendation.STOP_AT_LAST
