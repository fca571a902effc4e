"""The steps of the loop in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.study import Step, StudyStatus

LOOP = (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
"""The steps as they are drawn, in the order of the paper's Algorithm 1."""

_PURPOSES = {
    Step.INITIALISE: QT_TRANSLATE_NOOP("Steps", "Makes the first mechanism"),
    Step.ACQUIRE: QT_TRANSLATE_NOOP("Steps", "People play the newest mechanism"),
    Step.MODEL: QT_TRANSLATE_NOOP("Steps", "Learns how people contribute and vote"),
    Step.OPTIMIZE: QT_TRANSLATE_NOOP("Steps", "Trains the mechanism to win votes"),
    Step.CONVERGENCE: QT_TRANSLATE_NOOP("Steps", "Asks whether it still improves"),
    Step.EVALUATE: QT_TRANSLATE_NOOP("Steps", "New people compare it with the baseline"),
}

_STANDINGS = {
    Step.INITIALISE: QT_TRANSLATE_NOOP("Steps", "The first mechanism is not made yet."),
    Step.ACQUIRE: QT_TRANSLATE_NOOP(
        "Steps", "Iteration {iteration}: {groups} of {target} groups have played."
    ),
    Step.MODEL: QT_TRANSLATE_NOOP("Steps", "Iteration {iteration}: all groups have played."),
    Step.OPTIMIZE: QT_TRANSLATE_NOOP("Steps", "Iteration {iteration}: people are modelled."),
    Step.CONVERGENCE: QT_TRANSLATE_NOOP(
        "Steps", "Iteration {iteration}: the mechanism is trained."
    ),
    Step.EVALUATE: QT_TRANSLATE_NOOP(
        "Steps", "{groups} of {target} groups have compared the mechanism with the baseline."
    ),
    Step.DONE: QT_TRANSLATE_NOOP("Steps", "The study is complete."),
}
_ALL_COMPARED = QT_TRANSLATE_NOOP(
    "Steps", "All groups have compared the mechanism with the baseline."
)


def purpose(step: Step) -> str:
    """What a step does, in a few words."""
    return _words(_PURPOSES[step])


def standing(now: StudyStatus) -> str:
    """Where a study stands, in a sentence."""
    text = _STANDINGS[now.step]
    if now.step is Step.EVALUATE and not now.groups_missing:
        text = _ALL_COMPARED
    return _words(text).format(iteration=now.iteration, groups=now.groups, target=now.groups_target)


def _words(text: object) -> str:
    # Marked texts come back as plain objects in the type stubs.
    return QCoreApplication.translate("Steps", str(text))
