"""The steps of the loop in words."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.telling.translate import translate

LOOP = (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
"""The steps as they are drawn, in the order of the paper's Algorithm 1."""

_PURPOSES = {
    Step.INITIALISE: Sentence("Makes the first mechanism"),
    Step.ACQUIRE: Sentence("People play the newest mechanism"),
    Step.MODEL: Sentence("Learns how people contribute and vote"),
    Step.OPTIMIZE: Sentence("Trains the mechanism to win votes"),
    Step.CONVERGENCE: Sentence("Asks whether it still improves"),
    Step.EVALUATE: Sentence("New people compare it with the baseline"),
}

_STANDINGS = {
    Step.INITIALISE: Sentence("The first mechanism is not made yet."),
    Step.ACQUIRE: Sentence("Iteration {iteration}: {groups} of {target} groups have played."),
    Step.MODEL: Sentence("Iteration {iteration}: all groups have played."),
    Step.OPTIMIZE: Sentence("Iteration {iteration}: people are modelled."),
    Step.CONVERGENCE: Sentence("Iteration {iteration}: the mechanism is trained."),
    Step.EVALUATE: Sentence(
        "{groups} of {target} groups have compared the mechanism with the baseline."
    ),
    Step.DONE: Sentence("The study is complete."),
}
_ALL_COMPARED = Sentence("All groups have compared the mechanism with the baseline.")


def purpose(step: Step) -> str:
    """What a step does, in a few words."""
    return translate(_PURPOSES[step])


def standing(now: StudyStatus) -> str:
    """Where a study stands, in a sentence."""
    text = _STANDINGS[now.step]
    if now.step is Step.EVALUATE and not now.groups_missing:
        text = _ALL_COMPARED
    return translate(text).format(
        iteration=now.iteration, groups=now.groups, target=now.groups_target
    )
