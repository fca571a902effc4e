"""Alarms: what looks like an attack, or like a mistake that the experimenter should know of."""

from dataclasses import dataclass
from enum import StrEnum


class AlarmKind(StrEnum):
    """What has happened."""

    WRONG_CODE = "wrong_code"  # somebody gave a wrong pairing code
    GUESSING = "guessing"  # so many wrong codes that nobody is paired for a while
    OLD_TOKEN = "old_token"  # noqa: S105 - a key that its station has replaced: a copy of its files
    OTHER_ADDRESS = "other_address"  # a station's key came from another address than last time
    SECOND_USE = "second_use"  # a station's key was used while the station is connected
    UNKNOWN_TOKEN = "unknown_token"  # noqa: S105 - a key that no station ever had
    BOT = "bot"  # a program wanted to check in where people play
    LIST_PROBED = "list_probed"  # one label after the other that is not on the list
    WRONG_EXIT_PIN = "wrong_exit_pin"  # a wrong PIN at a kiosk
    OTHER_CERTIFICATE = "other_certificate"  # another computer answered a station as the host
    FLOOD = "flood"  # messages or bytes without number
    NOT_READING = "not_reading"  # takes nothing of what it is sent
    GARBLED = "garbled"  # what is no message of a station
    CROWD = "crowd"  # so many connections that some are turned away
    OLDER_PROGRAM = "older_program"  # a station's program is too old for this computer's
    NEWER_PROGRAM = "newer_program"  # a station's program is too new for this computer's


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, and how often it has been raised.

    Attributes:
        kind: What has happened.
        station: At which station; empty if it is none.
        address: From which address; empty if it is none, or several.
        usual: The address of the station last time, if that matters.
        count: How often.
    """

    kind: AlarmKind
    station: str = ""
    address: str = ""
    usual: str = ""
    count: int = 1
