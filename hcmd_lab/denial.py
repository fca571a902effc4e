"""Why the host does not grant a station's wish."""

from dataclasses import dataclass

from hcmd_lab.network.messages import Refusal

NOT_SEATED = "Nobody at this station has a seat yet; check in first."
"""To a station at which nobody is who could wish anything."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Why a wish is not granted.

    Attributes:
        code: For programs.
        sentence: For people.
        final: Whether asking again cannot help.
    """

    code: Refusal
    sentence: str
    final: bool = False
