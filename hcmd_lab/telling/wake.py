"""What has become of a wake signal: that it was sent, and no more."""

from collections.abc import Sequence

from hcmd_lab.sentence import Sentence


def sent_to(stations: Sequence[str]) -> Sentence | None:
    """A sentence about the stations of these names, which the signal was sent to; None for none."""
    if not stations:
        return None
    return Sentence(
        "The wake signal was sent to {n} station(s): {names}. A computer starts only if its own "
        "settings allow it.",
        n=len(stations),
        names=", ".join(stations),
    )


def not_sent_to(stations: Sequence[str]) -> Sentence | None:
    """A sentence about stations whose network card is not known; None for none."""
    if not stations:
        return None
    return Sentence(
        "No wake signal was sent to {n} station(s), whose network (card is|cards are) not known: "
        "{names}. (It becomes|They become) known when the kiosk connects over the network.",
        n=len(stations),
        names=", ".join(stations),
    )
