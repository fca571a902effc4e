"""The settings of a session in the words of the wizard, in place of their technical names."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

NAMES: dict[str, object] = {
    "intro_s": QT_TRANSLATE_NOOP("SettingTexts", "Introduction of a stage"),
    "decide_s": QT_TRANSLATE_NOOP("SettingTexts", "Contribution"),
    "outcome_s": QT_TRANSLATE_NOOP("SettingTexts", "Outcome of a round"),
    "vote_s": QT_TRANSLATE_NOOP("SettingTexts", "Vote"),
    "timeout_contribution": QT_TRANSLATE_NOOP("SettingTexts", "When the time is up"),
    "auto_start": QT_TRANSLATE_NOOP("SettingTexts", "Start by itself"),
    "in_step": QT_TRANSLATE_NOOP("SettingTexts", "Groups go on"),
    "dropout": QT_TRANSLATE_NOOP("SettingTexts", "When a station is lost"),
    "dropout_s": QT_TRANSLATE_NOOP("SettingTexts", "Lost for longer than"),
}
"""What each setting is called."""

SENTENCES: dict[str, object] = {
    "intro_s": QT_TRANSLATE_NOOP("SettingTexts", "Time to read that a stage begins."),
    "decide_s": QT_TRANSLATE_NOOP("SettingTexts", "Time to choose a contribution."),
    "outcome_s": QT_TRANSLATE_NOOP("SettingTexts", "Time to look at what a round has brought."),
    "vote_s": QT_TRANSLATE_NOOP("SettingTexts", "Time to vote; who is late has no vote."),
    "timeout_contribution": QT_TRANSLATE_NOOP(
        "SettingTexts", "The contribution of a seat whose time is up or whose person has left."
    ),
    "auto_start": QT_TRANSLATE_NOOP(
        "SettingTexts", "A group starts as soon as its four seats are taken, without your Go."
    ),
    "in_step": QT_TRANSLATE_NOOP(
        "SettingTexts", "Whether a group that is ahead waits for the others."
    ),
    "dropout": QT_TRANSLATE_NOOP(
        "SettingTexts", "What happens to the group by itself, without your doing."
    ),
    "dropout_s": QT_TRANSLATE_NOOP(
        "SettingTexts", "How long a station may be gone before that happens."
    ),
}
"""What each setting does, in one sentence."""

CHOICES: dict[tuple[str, str], object] = {
    ("timeout_contribution", "previous"): QT_TRANSLATE_NOOP("SettingTexts", "As the round before"),
    ("timeout_contribution", "nothing"): QT_TRANSLATE_NOOP("SettingTexts", "Nothing"),
    ("timeout_contribution", "half"): QT_TRANSLATE_NOOP("SettingTexts", "Half"),
    ("timeout_contribution", "all"): QT_TRANSLATE_NOOP("SettingTexts", "Everything"),
    ("in_step", "no"): QT_TRANSLATE_NOOP("SettingTexts", "Each at its own pace"),
    ("in_step", "stages"): QT_TRANSLATE_NOOP("SettingTexts", "In step, stage by stage"),
    ("in_step", "rounds"): QT_TRANSLATE_NOOP("SettingTexts", "In step, round by round"),
    ("dropout", "hold"): QT_TRANSLATE_NOOP("SettingTexts", "Nothing: I decide"),
    ("dropout", "pause"): QT_TRANSLATE_NOOP("SettingTexts", "Pause the group"),
    ("dropout", "stand_in"): QT_TRANSLATE_NOOP("SettingTexts", "Play on without the person"),
    ("dropout", "finish_short"): QT_TRANSLATE_NOOP("SettingTexts", "End the group with pay"),
    ("dropout", "void"): QT_TRANSLATE_NOOP("SettingTexts", "Declare the group void"),
}
"""What each choice of a setting is called."""

CHOICE_SENTENCES: dict[tuple[str, str], object] = {
    ("timeout_contribution", "previous"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "The seat repeats its contribution of the round before; in the first round of a stage it "
        "puts in half.",
    ),
    ("timeout_contribution", "nothing"): QT_TRANSLATE_NOOP(
        "SettingTexts", "The seat keeps all of its coins."
    ),
    ("timeout_contribution", "half"): QT_TRANSLATE_NOOP(
        "SettingTexts", "The seat puts in half of its coins, rounded down."
    ),
    ("timeout_contribution", "all"): QT_TRANSLATE_NOOP(
        "SettingTexts", "The seat puts in all of its coins."
    ),
    ("in_step", "no"): QT_TRANSLATE_NOOP("SettingTexts", "No group waits for another one."),
    ("in_step", "stages"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "Every stage and the vote begin for all groups together. A paused group is waited for, one "
        "that has ended is not.",
    ),
    ("in_step", "rounds"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "Every round begins for all groups together. A paused group is waited for, one that has "
        "ended is not.",
    ),
    ("dropout", "hold"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "The group goes on; each choice of the lost station is made when its time is up. "
        "You can pause, move the person or end the group.",
    ),
    ("dropout", "pause"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "The group stands still and goes on by itself when all of its stations are back.",
    ),
    ("dropout", "stand_in"): QT_TRANSLATE_NOOP(
        "SettingTexts",
        "The person is dropped for good, and the contribution chosen above is made for the seat "
        "until the end.",
    ),
    ("dropout", "finish_short"): QT_TRANSLATE_NOOP(
        "SettingTexts", "The group ends for good; everyone is paid for the rounds played so far."
    ),
    ("dropout", "void"): QT_TRANSLATE_NOOP(
        "SettingTexts", "The group ends for good, and its data are marked as unusable."
    ),
}
"""What follows from each choice, in one sentence."""


def setting_name(setting: str) -> str:
    """What a setting is called."""
    return QCoreApplication.translate("SettingTexts", str(NAMES[setting]))


def setting_sentence(setting: str) -> str:
    """What a setting does."""
    return QCoreApplication.translate("SettingTexts", str(SENTENCES[setting]))


def choice_name(setting: str, choice: str) -> str:
    """What a choice of a setting is called."""
    return QCoreApplication.translate("SettingTexts", str(CHOICES[setting, choice]))


def choice_sentence(setting: str, choice: str) -> str:
    """What follows from a choice of a setting."""
    return QCoreApplication.translate("SettingTexts", str(CHOICE_SENTENCES[setting, choice]))
