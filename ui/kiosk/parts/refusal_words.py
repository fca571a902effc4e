"""What a participant is told when something they did is refused."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.network.messages import Refusal

_SENTENCES: dict[str, object] = {
    Refusal.NOT_SAVED: QT_TRANSLATE_NOOP(
        "Refusals", "This could not be saved. Please try again, or raise your hand."
    ),
    Refusal.TOO_FAST: QT_TRANSLATE_NOOP("Refusals", "That was too quick. Please try once more."),
    Refusal.STATION_OCCUPIED: QT_TRANSLATE_NOOP(
        "Refusals", "Someone has begun at this place already. Please raise your hand."
    ),
    Refusal.NOT_ON_LIST: QT_TRANSLATE_NOOP(
        "Refusals", "This label is not on the list. Please check it, or raise your hand."
    ),
    Refusal.LABEL_TAKEN: QT_TRANSLATE_NOOP(
        "Refusals", "Someone has begun with this label already. Please raise your hand."
    ),
    Refusal.SESSION_FULL: QT_TRANSLATE_NOOP(
        "Refusals", "All places are taken. Please tell the experimenter."
    ),
    Refusal.NOT_SEATED: QT_TRANSLATE_NOOP(
        "Refusals", "You do not have a place yet. Please wait a moment."
    ),
    Refusal.TOO_LATE: QT_TRANSLATE_NOOP(
        "Refusals", "The time for this was over. Please go on with what is shown now."
    ),
    Refusal.ALREADY_DECIDED: QT_TRANSLATE_NOOP(
        "Refusals", "Your first choice is saved and stays as it is."
    ),
    Refusal.NOT_NOW: QT_TRANSLATE_NOOP(
        "Refusals", "This is not possible right now. Please try again in a moment."
    ),
    Refusal.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Refusals", "This cannot be used as it was typed. Please type it once more."
    ),
    Refusal.SESSION_CLOSED: QT_TRANSLATE_NOOP("Refusals", "The session is over. Thank you."),
}

_ANY = QT_TRANSLATE_NOOP("Refusals", "This was not possible. Please raise your hand.")


def refusal_words(code: str) -> str:
    """The sentence for a code in the participant's language; a general one for any other code."""
    return QCoreApplication.translate("Refusals", str(_SENTENCES.get(code, _ANY)))
