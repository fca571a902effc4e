"""The steps of the loop in words."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate

LOOP = (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
"""The steps as they are drawn, in the order of the paper's Algorithm 1."""

_PURPOSES = {
    Step.INITIALISE: Sentence("Makes the first mechanism"),
    Step.ACQUIRE: Sentence("Participants play and vote"),
    Step.MODEL: Sentence("Learns how people contribute and vote"),
    Step.OPTIMIZE: Sentence("Trains the mechanism to win votes"),
    Step.CONVERGENCE: Sentence("Checks whether it still improves"),
    Step.EVALUATE: Sentence("New people compare mechanisms by vote"),
}


def purpose(step: Step) -> str:
    """A step's purpose in a few words."""
    return translate(_PURPOSES[step])


def work(step: Step) -> str:
    """What this computer does in a step; of EVALUATE people have done the other part by then."""
    if step is Step.EVALUATE:
        return translate("Counts how new people have voted")
    return purpose(step)
