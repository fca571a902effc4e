"""What the assistant is told when the lab computer does not let a station in."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.network.messages import Refusal

_SENTENCES: dict[str, object] = {
    Refusal.WRONG_CODE: QT_TRANSLATE_NOOP(
        "Setup",
        "The pairing code belongs to another lab computer. Compare the code and the address with "
        "what the lab computer shows.",
    ),
    Refusal.WRONG_PIN: QT_TRANSLATE_NOOP(
        "Setup",
        "The last four characters of the pairing code are wrong. Each session has a new code: "
        "compare it with what the lab computer shows now.",
    ),
    Refusal.TOO_MANY_TRIES: QT_TRANSLATE_NOOP(
        "Setup", "Too many wrong codes came from this computer. Wait a little, then try again."
    ),
    Refusal.UNKNOWN_STATION: QT_TRANSLATE_NOOP(
        "Setup", "The session has no station of this name. Choose one of its names."
    ),
    Refusal.UNKNOWN_TOKEN: QT_TRANSLATE_NOOP(
        "Setup",
        "This station is not paired with the session that runs now. Enter the pairing code that "
        "the lab computer shows.",
    ),
    Refusal.STATION_TAKEN: QT_TRANSLATE_NOOP(
        "Setup",
        "Another computer has this station's name. Choose another name, or let the experimenter "
        "release the station.",
    ),
    Refusal.RELEASED: QT_TRANSLATE_NOOP(
        "Setup",
        "The experimenter has released this station. To use it again, enter the pairing code that "
        "the lab computer shows.",
    ),
    Refusal.WRONG_CERTIFICATE: QT_TRANSLATE_NOOP(
        "Setup",
        "This is not the lab computer that the station was paired with. Check the address and "
        "this computer's date, or enter the pairing code that the lab computer shows.",
    ),
    Refusal.VERSION: QT_TRANSLATE_NOOP(
        "Setup", "The lab computer runs another version of HCMD Lab. Install the same one on both."
    ),
    Refusal.NOT_SAVED: QT_TRANSLATE_NOOP(
        "Setup", "The pairing could not be saved. Free some space on the disk, then try again."
    ),
    Refusal.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Setup", "The two programs do not understand each other. Check that both are HCMD Lab."
    ),
    Refusal.SESSION_CLOSED: QT_TRANSLATE_NOOP(
        "Setup", "The session is over. Enter the pairing code of the next one."
    ),
}

_DETAILED = (
    Refusal.TOO_MANY_TRIES, Refusal.UNKNOWN_STATION, Refusal.VERSION, Refusal.NOT_SAVED,
)  # fmt: skip


_ANY = QT_TRANSLATE_NOOP("Setup", "The lab computer does not let this station in ({code}).")


def setup_words(code: str, sentence: str) -> str:
    """Why a station is not let in, and what to do.

    Args:
        code: One of `Refusal`.
        sentence: The lab computer's own, in English; added in English where it knows more.
    """
    known = str(_SENTENCES.get(code, _ANY))
    words = QCoreApplication.translate("Setup", known)
    if code not in _SENTENCES:
        return sentence if words == known and sentence else words.format(code=code)
    return f"{words} ({sentence})" if words == known and code in _DETAILED and sentence else words
