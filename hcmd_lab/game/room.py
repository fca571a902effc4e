"""What the experimenter asks of the computers in the room, and what they answer."""

from enum import StrEnum
from typing import assert_never


class Order(StrEnum):
    """What a kiosk is asked to do."""

    MESSAGE = "message"  # show a message, whoever sits there; an empty one takes it away
    IDENTIFY = "identify"  # show the station's name very large; for 0 s takes it away
    RESTART = "restart"  # start the kiosk program again
    QUIT = "quit"  # end the kiosk program
    SHUT_DOWN = "shut_down"  # shut the computer down
    VISIT = "visit"  # tell in which state it is


IDENTIFY_S = 20
"""How long a kiosk shows its station's name, in seconds."""

ENDS_KIOSK = frozenset({Order.RESTART, Order.QUIT, Order.SHUT_DOWN})
"""What nobody may do to a participant in the middle of a group by mistake."""


class Outcome(StrEnum):
    """What has become of an order."""

    SENT = "sent"  # not answered yet
    DONE = "done"
    READ = "read"  # somebody has put the message away
    BACK = "back"  # the kiosk has come back from its restart
    # not done, as the lab computer knows
    NOT_CONNECTED = "not_connected"
    IN_GROUP = "in_group"  # its participant is in the middle of a group
    NO_ANSWER = "no_answer"
    # not done, as the kiosk knows
    SIMULATED = "simulated"  # a simulated participant without a window is there
    WINDOWED = "windowed"  # the kiosk is an ordinary window on somebody's computer
    UNGUARDED = "unguarded"  # nothing would start the kiosk again
    LAB_COMPUTER = "lab_computer"  # the kiosk runs on the lab computer itself
    NO_WAY = "no_way"  # this system has no command for it
    REFUSED = "refused"  # the system refuses it


_UNANSWERED = frozenset({Outcome.SENT, Outcome.NO_ANSWER})


def may_follow(answer: Outcome) -> frozenset[Outcome]:
    """After which outcomes of an order a kiosk may give this answer; each is given once."""
    match answer:
        case Outcome.READ:
            return _UNANSWERED | {Outcome.DONE}
        case (
            Outcome.DONE | Outcome.SIMULATED | Outcome.WINDOWED | Outcome.UNGUARDED
            | Outcome.LAB_COMPUTER | Outcome.NO_WAY | Outcome.REFUSED
        ):  # fmt: skip
            return _UNANSWERED
        case (
            Outcome.SENT | Outcome.BACK | Outcome.NOT_CONNECTED | Outcome.IN_GROUP
            | Outcome.NO_ANSWER
        ):  # fmt: skip
            return frozenset()  # which the lab computer alone can tell
        case _:
            assert_never(answer)


class Interruption(StrEnum):
    """What happens to a kiosk's computer without anybody in the program."""

    ASLEEP = "asleep"  # it slept, or was suspended, and is awake again
    LOCKED = "locked"  # its screen was locked
    UNLOCKED = "unlocked"
    AWAY = "away"  # somebody has switched to another user
    RETURNED = "returned"  # the kiosk's user is in front again
    ENDING = "ending"  # the computer announced that it shuts down or logs off
    GOES_ON = "goes_on"  # that was called off


def begin_of(what: Interruption) -> Interruption:
    """What is over when a computer tells this; what begins is its own beginning."""
    match what:
        case Interruption.UNLOCKED:
            return Interruption.LOCKED
        case Interruption.RETURNED:
            return Interruption.AWAY
        case Interruption.GOES_ON:
            return Interruption.ENDING
        case (
            Interruption.ASLEEP | Interruption.LOCKED | Interruption.AWAY | Interruption.ENDING
        ):  # fmt: skip
            return what
        case _:
            assert_never(what)


def still_so(before: frozenset[Interruption], what: Interruption) -> frozenset[Interruption]:
    """What a computer has told and not taken back, after it has told one thing more."""
    if what is Interruption.ASLEEP:
        return before  # it is awake again
    begin = begin_of(what)
    return before | {what} if begin is what else before - {begin}
