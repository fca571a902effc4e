"""One length for all messages of a kind, so that the length of a TLS record tells nothing.

Encryption hides what is sent and not how much: "gave 10" would be a byte longer than "gave 9". Each
kind of message has a length in which it fits; what has no such length, since people write it, comes
in whole multiples of one.
"""

import msgspec

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.host_messages import PicturePart, Rejected, Snapshot, ToStation
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES
from hcmd_lab.network.station_messages import CallHelp, HandIn, ToHost

_USUAL = 512
"""Of all that has only numbers, names and nonces in it, a label of 64 characters included."""

_BLOCK: dict[type, int] = {
    # The last round of the paper's game has about 4,000 bytes; longer games and instructions come
    # in further blocks.
    Snapshot: 8192,
    PicturePart: 45056,  # a whole part in base 64
    Rejected: 2048,  # the longest sentence in most scripts
    CallHelp: 3072,  # 500 characters of any script, escaped
    HandIn: 8192,
}

_CHOICE_BYTES = 64
"""More than what a view says of its participant's own choice, and of the clock, can take."""


def padded_bytes(message: ToHost | ToStation, length: int) -> int:
    """The length to which a message is padded, in bytes.

    Args:
        message: The message.
        length: Of its text without padding.
    """
    block = _BLOCK.get(type(message), _USUAL)
    counted = length
    if isinstance(message, Snapshot):
        # Whatever was chosen takes the same place, also where a view just fills its block.
        counted += _CHOICE_BYTES - _choice_bytes(message.view)
    return max(length, min(MAX_MESSAGE_BYTES, -(-counted // block) * block))


def _choice_bytes(view: SeatView) -> int:
    own = (view.contribution, view.vote, view.default, view.time_left_ms, view.wait_left_ms)
    return sum(len(msgspec.json.encode(each)) for each in own)
