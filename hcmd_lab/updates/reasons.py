"""Why a station does not take an update: a code that every version knows, and details."""

from enum import StrEnum


class Why(StrEnum):
    """Why a station goes on with the version that it has."""

    NO_TRUST = "no_trust"  # it was told no keys
    NOT_SIGNED = "not_signed"  # not by the keys that it was told, or not whole
    EXPIRED = "expired"  # the signatures are not valid any more on its date
    OLDER = "older"  # than what it has, or than what it was offered before
    OTHER_SYSTEM = "other_system"  # no package is for its system
    CHANGED = "changed"  # other bytes than were signed, or more
    CUT = "cut"  # the connection was lost meanwhile
    NOT_KEPT = "not_kept"  # its disk does not take it
    BAD_PACKAGE = "bad_package"  # what is packed is no kiosk
    NOT_STARTED = "not_started"  # the new version did not start
    OTHER_VERSION = "other_version"  # what was packed is not the version that was signed
    RETURNED = "returned"  # it has started again, as the version that it was
    ENDED = "ended"  # it was offered no longer
    UNGUARDED = "unguarded"  # no watchdog is there to start it
    IN_SESSION = "in_session"  # a participant's page is on its screen
    BUSY = "busy"  # another station of the same computer takes it


class NotTakenError(Exception):
    """An update that is not taken.

    Attributes:
        why: The reason.
        detail: What else is known of it, in English; often empty.
    """

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why.value}: {detail}")
        self.why = why
        self.detail = detail
