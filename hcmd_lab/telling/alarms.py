"""Alarms, and stations that wait at the door, in words."""

from hcmd_lab.game.alarm import Alarm, AlarmKind
from hcmd_lab.game.events import AlarmRaised
from hcmd_lab.network.door import Knock, WhyKnocks
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

ALARMS: dict[AlarmKind, Sentence] = {
    AlarmKind.WRONG_CODE: Sentence("A wrong pairing code came from {address}."),
    AlarmKind.GUESSING: Sentence(
        "So many wrong pairing codes came that no new station can be paired for a minute."
    ),
    AlarmKind.OLD_TOKEN: Sentence(
        "Station {station}: {address} came with an old key. It, or the station at {usual}, is a "
        "copy."
    ),
    AlarmKind.OTHER_ADDRESS: Sentence(
        "Station {station} came from {address}; last time it was at {usual}."
    ),
    AlarmKind.SECOND_USE: Sentence(
        "The key of station {station} was used a second time, from {address}; the station itself "
        "is at {usual}."
    ),
    AlarmKind.UNKNOWN_TOKEN: Sentence(
        "{address} came as station {station}, with a key that this computer does not know."
    ),
    AlarmKind.BOT: Sentence(
        "Station {station} ({address}) wanted to check in a simulated participant among people; "
        "it was refused."
    ),
    AlarmKind.LIST_PROBED: Sentence(
        "At station {station} one label after the other was tried that is not admitted."
    ),
    AlarmKind.WRONG_EXIT_PIN: Sentence(
        "At station {station} somebody entered a wrong PIN to leave the kiosk."
    ),
    AlarmKind.OTHER_CERTIFICATE: Sentence(
        "Another computer answered station {station} in place of this one."
    ),
    AlarmKind.FLOOD: Sentence(
        "{who} sent far more than a kiosk does and was disconnected."
    ),
    AlarmKind.NOT_READING: Sentence(
        "{who} took nothing of what it was sent and was disconnected."
    ),
    AlarmKind.GARBLED: Sentence("{who} sent what no kiosk sends and was disconnected."),
    AlarmKind.CROWD: Sentence(
        "So many connections came from {address} that some were turned away."
    ),
    AlarmKind.OLDER_PROGRAM: Sentence(
        "{who} has an older version of HCMD Lab and was not let in. Install the version of this "
        "computer on it."
    ),
    AlarmKind.NEWER_PROGRAM: Sentence(
        "{who} has a newer version of HCMD Lab and was not let in. Install the version of this "
        "computer on it, or end the session and install the newer one on this computer."
    ),
}  # fmt: skip
"""What each alarm says."""

KNOCKS: dict[WhyKnocks, Sentence] = {
    WhyKnocks.CLOSED: Sentence("{station} at {address}: pairing is closed"),
    WhyKnocks.SAME_ADDRESS: Sentence(
        "{station} at {address}: another station has come from there"
    ),
    WhyKnocks.OTHER_ADDRESS: Sentence("{station} at {address}: last time it was at {usual}"),
    WhyKnocks.OLD_TOKEN: Sentence(
        "{station} at {address}: an old key. It, or the station at {usual}, is a copy"
    ),
}  # fmt: skip
"""Who waits at the door, and why."""


def alarm_of(event: AlarmRaised) -> Alarm:
    """The alarm that an event of the log tells of."""
    return Alarm(event.kind, event.station, event.address, event.usual, event.times)


def alarm_words(alarm: Alarm) -> str:
    """An alarm as a sentence, with how often it was raised."""
    address = alarm.address or Sentence("several computers")
    who = (
        Sentence("Station {station}", station=alarm.station)
        if alarm.station
        else Sentence("A computer at {address}", address=address)
    )
    said = translate(
        ALARMS[alarm.kind],
        station=alarm.station or Sentence("a station"),
        address=address,
        usual=alarm.usual or Sentence("an unknown address"),
        who=who,
    )
    if alarm.count == 1:
        return said
    return translate("{alarm} ({n} times)", alarm=said, n=alarm.count)


def knock_words(knock: Knock) -> str:
    """Who waits at the door, and why."""
    return translate(
        KNOCKS[knock.why],
        station=knock.station,
        address=knock.address,
        usual=knock.usual or Sentence("an unknown address"),
    )
