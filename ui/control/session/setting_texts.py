"""The settings of a session in the words of the wizard, in place of their technical names."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

NAMES: dict[str, Sentence] = {
    "intro_s": Sentence("Introduction of a stage"),
    "decide_s": Sentence("Contribution"),
    "outcome_s": Sentence("Outcome of a round"),
    "vote_s": Sentence("Vote"),
    "timeout_contribution": Sentence("When the time is up"),
    "auto_start": Sentence("Start by itself"),
    "in_step": Sentence("Groups go on"),
    "dropout": Sentence("When a station is lost"),
    "dropout_s": Sentence("Lost for longer than"),
}
"""What each setting is called."""

SENTENCES: dict[str, Sentence] = {
    "intro_s": Sentence("Time to read that a stage begins."),
    "decide_s": Sentence("Time to choose a contribution."),
    "outcome_s": Sentence("Time to look at what a round has brought."),
    "vote_s": Sentence("Time to vote; who is late has no vote."),
    "timeout_contribution": Sentence(
        "The contribution of a seat whose time is up or whose person has left."
    ),
    "auto_start": Sentence("A group starts as soon as its four seats are taken, without your Go."),
    "in_step": Sentence("Whether a group that is ahead waits for the others."),
    "dropout": Sentence("What happens to the group by itself, without your doing."),
    "dropout_s": Sentence("How long a station may be gone before that happens."),
}
"""What each setting does, in one sentence."""

CHOICES: dict[tuple[str, str], Sentence] = {
    ("timeout_contribution", "previous"): Sentence("As the round before"),
    ("timeout_contribution", "nothing"): Sentence("Nothing"),
    ("timeout_contribution", "half"): Sentence("Half"),
    ("timeout_contribution", "all"): Sentence("Everything"),
    ("in_step", "no"): Sentence("Each at its own pace"),
    ("in_step", "stages"): Sentence("In step, stage by stage"),
    ("in_step", "rounds"): Sentence("In step, round by round"),
    ("dropout", "hold"): Sentence("Nothing: I decide"),
    ("dropout", "pause"): Sentence("Pause the group"),
    ("dropout", "stand_in"): Sentence("Play on without the person"),
    ("dropout", "finish_short"): Sentence("End the group with pay"),
    ("dropout", "void"): Sentence("Declare the group void"),
}
"""What each choice of a setting is called."""

CHOICE_SENTENCES: dict[tuple[str, str], Sentence] = {
    ("timeout_contribution", "previous"): Sentence(
        "The seat repeats its contribution of the round before; in the first round of a stage it "
        "puts in half."
    ),
    ("timeout_contribution", "nothing"): Sentence("The seat keeps all of its coins."),
    ("timeout_contribution", "half"): Sentence("The seat puts in half of its coins, rounded down."),
    ("timeout_contribution", "all"): Sentence("The seat puts in all of its coins."),
    ("in_step", "no"): Sentence("No group waits for another one."),
    ("in_step", "stages"): Sentence(
        "Every stage and the vote begin for all groups together. A paused group is waited for, one "
        "that has ended is not."
    ),
    ("in_step", "rounds"): Sentence(
        "Every round begins for all groups together. A paused group is waited for, one that has "
        "ended is not."
    ),
    ("dropout", "hold"): Sentence(
        "The group goes on; each choice of the lost station is made when its time is up. "
        "You can pause, move the person or end the group."
    ),
    ("dropout", "pause"): Sentence(
        "The group stands still and goes on by itself when all of its stations are back."
    ),
    ("dropout", "stand_in"): Sentence(
        "The person is dropped for good, and the contribution chosen above is made for the seat "
        "until the end."
    ),
    ("dropout", "finish_short"): Sentence(
        "The group ends for good; everyone is paid for the rounds played so far."
    ),
    ("dropout", "void"): Sentence("The group ends for good, and its data are marked as unusable."),
}
"""What follows from each choice, in one sentence."""


def setting_name(setting: str) -> str:
    """Name of a setting."""
    return translate(NAMES[setting])


def setting_sentence(setting: str) -> str:
    """Description of a setting."""
    return translate(SENTENCES[setting])


def choice_name(setting: str, choice: str) -> str:
    """Name of a setting's choice."""
    return translate(CHOICES[setting, choice])


def choice_sentence(setting: str, choice: str) -> str:
    """Consequence of a setting's choice."""
    return translate(CHOICE_SENTENCES[setting, choice])
