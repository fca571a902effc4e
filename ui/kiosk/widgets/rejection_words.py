"""Rejections in words for participants."""

from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

_SENTENCES: dict[str, Sentence] = {
    RejectionCode.NOT_SAVED: Sentence(
        "This could not be saved. Please try again, or raise your hand."
    ),
    RejectionCode.TOO_FAST: Sentence("That was too quick. Please try once more."),
    RejectionCode.STATION_OCCUPIED: Sentence(
        "Someone has already started at this computer. Please raise your hand."
    ),
    RejectionCode.NOT_ON_LIST: Sentence(
        "This label is not on the list. Please check it, or raise your hand."
    ),
    RejectionCode.LABEL_TAKEN: Sentence(
        "This label has already been used in this session. Please raise your hand."
    ),
    RejectionCode.TOOK_PART_BEFORE: Sentence(
        "Someone with this label has already taken part in this study. Please raise your hand."
    ),
    RejectionCode.SESSION_FULL: Sentence("All places are taken. Please tell the experimenter."),
    RejectionCode.NOT_SEATED: Sentence("You do not have a place yet. Please wait a moment."),
    RejectionCode.PART_ENDED: Sentence("Your part has ended. Please remain seated."),
    RejectionCode.TOO_LATE: Sentence(
        "The time for this is up. Please continue with what is shown now."
    ),
    RejectionCode.ALREADY_DECIDED: Sentence("Your first choice is saved and stays as it is."),
    RejectionCode.NOT_NOW: Sentence(
        "This is not possible right now. Please try again in a moment."
    ),
    RejectionCode.NOT_UNDERSTOOD: Sentence(
        "This was not typed in a valid form. Please type it again."
    ),
    RejectionCode.SESSION_CLOSED: Sentence("The session is over. Thank you."),
}

_ANY = Sentence("This was not possible. Please raise your hand.")


def rejection_words(code: str) -> str:
    """The participant's sentence for a rejection code; a general one for unknown codes."""
    return translate(_SENTENCES.get(code, _ANY))
