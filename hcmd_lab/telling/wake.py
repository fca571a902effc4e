"""What has become of a wake signal: that it was sent, and no more."""

from collections.abc import Sequence

from hcmd_lab.telling.translate import translate


def wake_words(sent: Sequence[str], unknown: Sequence[str]) -> list[str]:
    """Sentences about the stations that the signal was sent to, and about those it could not be.

    Args:
        sent: Names of the stations that it was sent to.
        unknown: Names of those whose network card is not known.
    """
    said = []
    if sent:
        said.append(
            translate(
                "The wake signal was sent to {n} station(s): {names}. A computer starts only if "
                "its own settings allow it.",
                n=len(sent),
                names=", ".join(sent),
            )
        )
    if unknown:
        said.append(
            translate(
                "No wake signal was sent to {n} station(s), whose network (card is|cards are) not "
                "known: {names}. (It becomes|They become) known when the kiosk connects over the "
                "network.",
                n=len(unknown),
                names=", ".join(unknown),
            )
        )
    nobody = translate("No wake signal was sent, because no station is paired with this computer.")
    return said or [nobody]
