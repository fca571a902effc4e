"""Why host and station reject something."""

from enum import StrEnum


class RejectionCode(StrEnum):
    """Codes for the reasons why host and station reject something."""

    # of a connection
    VERSION = "version"  # the two programs speak different versions of the protocol
    WRONG_PIN = "wrong_pin"
    TOO_MANY_TRIES = "too_many_tries"  # wrong pairing codes from this address
    UNKNOWN_STATION = "unknown_station"  # a name that the session does not have
    UNKNOWN_TOKEN = "unknown_token"  # noqa: S105 - the station is not paired with this host
    STATION_TAKEN = "station_taken"
    KNOCKING = "knocking"  # it comes in once the experimenter lets it
    TURNED_AWAY = "turned_away"  # the experimenter does not let it in
    NOT_SAVED = "not_saved"  # it could not be saved; also for a command
    NOT_UNDERSTOOD = "not_understood"  # not a message of this protocol, or not the expected one
    TOO_FAST = "too_fast"
    RELEASED = "released"  # the experimenter disconnected the station
    SESSION_CLOSED = "session_closed"
    # of a command
    STATION_OCCUPIED = "station_occupied"  # someone has checked in there
    NOT_ON_LIST = "not_on_list"  # the session has a participant list without this label
    LABEL_TAKEN = "label_taken"  # someone has checked in with this label in this session
    TOOK_PART_BEFORE = "took_part_before"  # the label took part in another session of the study
    NO_BOTS = "no_bots"  # a program wants to check in where people play
    SESSION_FULL = "session_full"  # no seat is left for a new participant
    NOT_SEATED = "not_seated"  # the station has no seated participant
    PART_ENDED = "part_ended"  # the participant was dropped
    TOO_LATE = "too_late"  # the round or the vote is over
    ALREADY_DECIDED = "already_decided"  # another choice has already been made
    NOT_NOW = "not_now"  # the group is paused, or the number of coins is not possible
    # found by the station itself
    WRONG_CODE = "wrong_code"  # the pairing code belongs to another host
    WRONG_CERTIFICATE = "wrong_certificate"  # not the host that the station was paired with
    WRONG_DATE = "wrong_date"  # the host's certificate is not valid by the station's clock
