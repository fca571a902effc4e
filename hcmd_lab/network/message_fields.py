"""What all messages are made of: the protocol's version, bounded fields, the base class."""

import secrets
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS

PROTOCOL = 8
"""Version of this protocol; host and station must speak the same one."""

MAX_MESSAGE_BYTES = 65536
"""No frame and no message is longer, in either direction."""

PICTURE_PART_BYTES = 32768
"""Of a picture in one message."""

# `\Z` and not `$`, which would let a line break pass at the end.
Id: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
Pin: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9A-HJKMNP-TV-Z]{4}\Z")]
Token: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
TokenNumber: TypeAlias = Annotated[int, Meta(ge=0, le=10**9)]
Mac: TypeAlias = Annotated[str, Meta(pattern=r"\A(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5})?\Z")]
Label: TypeAlias = Annotated[str, Meta(max_length=64, pattern=r"\A[^\x00-\x1f\x7f]*\Z")]
Sentence: TypeAlias = Annotated[str, Meta(max_length=1000)]
Version: TypeAlias = Annotated[str, Meta(max_length=64)]
Protocol: TypeAlias = Annotated[int, Meta(ge=0, le=9999)]
Stage: TypeAlias = Annotated[int, Meta(ge=0, le=3)]
Round: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Choice: TypeAlias = Annotated[int, Meta(ge=1, le=2)]
ExitHash: TypeAlias = Annotated[str, Meta(pattern=r"\A[a-z0-9$]{0,200}\Z")]
Language: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z_-]{0,16}\Z")]
PageNumber: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Number: TypeAlias = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Text: TypeAlias = Annotated[str, Meta(max_length=MAX_TEXT_CHARACTERS)]
Line: TypeAlias = Annotated[
    str, Meta(max_length=MAX_MESSAGE_CHARACTERS, pattern=r"\A[^\x00-\x09\x0b-\x1f\x7f]*\Z")
]
Answers: TypeAlias = Annotated[dict[Id, Number | Text | None], Meta(max_length=40)]
Sha256: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
PartNumber: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
PartData: TypeAlias = Annotated[bytes, Meta(max_length=PICTURE_PART_BYTES)]
Coins: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=600)]
Milliseconds: TypeAlias = Annotated[int, Meta(ge=0, le=10**14)]
Pixels: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
Percent: TypeAlias = Annotated[int, Meta(ge=0, le=2000)]
Megabytes: TypeAlias = Annotated[int, Meta(ge=0, le=10**12)]


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base class of all messages: immutable, strict, tagged by `type`."""


def new_nonce() -> str:
    """A name for one command, order or report, which no other has."""
    return secrets.token_urlsafe(12)
