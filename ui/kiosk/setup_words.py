"""Why a station is not let in, in words for the assistant."""

from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

_SENTENCES: dict[str, object] = {
    RejectionCode.WRONG_CODE: Sentence(
        "The pairing code belongs to another lab computer. Compare the code and the address with "
        "what the lab computer shows."
    ),
    RejectionCode.WRONG_PIN: Sentence(
        "The last four characters of the pairing code are wrong. Each session has a new code: "
        "compare it with what the lab computer shows now."
    ),
    RejectionCode.TOO_MANY_TRIES: Sentence(
        "Too many wrong codes came from this computer. Wait a little, then try again."
    ),
    RejectionCode.UNKNOWN_STATION: Sentence(
        "The session has no station with this name. Choose one of its station names."
    ),
    RejectionCode.UNKNOWN_TOKEN: Sentence(
        "The lab computer does not know this station. Enter the pairing code that the lab computer "
        "shows."
    ),
    RejectionCode.STATION_TAKEN: Sentence(
        "Another computer has this station's name. Choose another name, or ask the experimenter "
        "to release the station."
    ),
    RejectionCode.KNOCKING: Sentence(
        "This station waits until the experimenter lets it in, on the lab computer's screen."
    ),
    RejectionCode.TURNED_AWAY: Sentence(
        "The experimenter has turned this station away. It can be connected again once pairing "
        "has been opened."
    ),
    RejectionCode.NO_BOTS: Sentence(
        "People play in this session. A simulated participant can sit only where the lab computer "
        "allows it."
    ),
    RejectionCode.RELEASED: Sentence(
        "The experimenter has released this station. To use it again, enter the pairing code that "
        "the lab computer shows."
    ),
    RejectionCode.WRONG_CERTIFICATE: Sentence(
        "The computer at this address does not identify itself as the lab computer that this "
        "station was paired with. If it is the right one, enter the pairing code that it shows; "
        "otherwise check the address."
    ),
    RejectionCode.WRONG_DATE: Sentence(
        "This computer's date is wrong: the lab computer's certificate is not valid on it. Set "
        "this computer's date and time; this station connects by itself then."
    ),
    RejectionCode.VERSION: Sentence(
        "The lab computer runs a different version of HCMD Lab. Install the same version on both."
    ),
    RejectionCode.NOT_SAVED: Sentence(
        "The pairing could not be saved. Check the disk of this computer and what the lab "
        "computer's screen says, then try again."
    ),
    RejectionCode.NOT_UNDERSTOOD: Sentence(
        "The two programs do not understand each other. Check that both are HCMD Lab."
    ),
    RejectionCode.SESSION_CLOSED: Sentence(
        "The session is over. This station can connect again when the next one is open."
    ),
}

_DETAILED = (
    RejectionCode.TOO_MANY_TRIES,
    RejectionCode.UNKNOWN_STATION,
    RejectionCode.VERSION,
    RejectionCode.NOT_SAVED,
)


_ANY = Sentence("The lab computer rejected this station ({code}).")


def setup_words(code: str, sentence: str) -> str:
    """Why a station is not admitted, and what to do.

    Args:
        code: One of `RejectionCode`.
        sentence: The lab computer's own, in English; added in English where it knows more.
    """
    if code not in _SENTENCES:
        words = translate(_ANY, code=code)
        return sentence if words == str(Sentence(_ANY.template, code=code)) and sentence else words
    known = str(_SENTENCES[code])
    words = translate(known)
    return f"{words} ({sentence})" if words == known and code in _DETAILED and sentence else words
