"""What was asked of a kiosk, and what became of it, in words."""

from hcmd_lab.game.room import IDENTIFY_S, Order, Outcome
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

DONE: dict[Order, Sentence] = {
    Order.MESSAGE: Sentence("Done: the message is on the screen"),
    Order.IDENTIFY: Sentence(
        "Done: the station’s name was put on the screen for {n} second(s)", n=IDENTIFY_S
    ),
    Order.RESTART: Sentence("Done: the kiosk restarts"),
    Order.QUIT: Sentence("Done: the kiosk has ended"),
    Order.SHUT_DOWN: Sentence("Done: the computer shuts down"),
    Order.VISIT: Sentence("Done: the kiosk has reported"),
}
"""What a kiosk has done."""

OUTCOMES: dict[Outcome, Sentence] = {
    Outcome.SENT: Sentence("Sent; no answer yet"),
    Outcome.DONE: Sentence("Done"),
    Outcome.READ: Sentence("Done: the message was read and put away"),
    Outcome.BACK: Sentence("Done: the kiosk has restarted and is connected again"),
    Outcome.NOT_CONNECTED: Sentence("Not sent: the kiosk is not connected"),
    Outcome.IN_GROUP: Sentence(
        "Not sent: the participant is in the middle of a group, and the station was not named"
    ),
    Outcome.NO_ANSWER: Sentence("No answer; look at the kiosk"),
    Outcome.SIMULATED: Sentence("Not possible here: a simulated participant without a window"),
    Outcome.WINDOWED: Sentence(
        "Not possible here: the kiosk is an ordinary window; shut the computer down by hand"
    ),
    Outcome.UNGUARDED: Sentence(
        "Not possible here: nothing would start the kiosk again; start it with --watchdog"
    ),
    Outcome.LAB_COMPUTER: Sentence("Not possible here: the kiosk runs on the lab computer"),
    Outcome.NO_WAY: Sentence(
        "Not possible here: this system has no command for it; shut the computer down by hand"
    ),
    Outcome.REFUSED: Sentence("Not possible here: the system refused"),
}
"""What can become of an order; `DONE` says more of one that was done."""

_TAKEN_AWAY = Sentence("Done: the message is taken away")
_SIGN_AWAY = Sentence("Done: the station’s name is taken away")


def outcome_words(order: Order, outcome: Outcome, detail: str = "", *, is_end: bool = False) -> str:
    """What has become of an order.

    Args:
        order: The order.
        outcome: What has become of it.
        detail: The system's own words, if it refused.
        is_end: Whether the order was to take a message or a name away.
    """
    sentence = DONE[order] if outcome is Outcome.DONE else OUTCOMES[outcome]
    if outcome is Outcome.DONE and is_end:
        sentence = _SIGN_AWAY if order is Order.IDENTIFY else _TAKEN_AWAY
    words = translate(sentence)
    return f"{words} ({detail})" if detail else words
