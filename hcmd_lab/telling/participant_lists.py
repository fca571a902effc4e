"""Participant lists in words."""

from collections.abc import Sequence

from hcmd_lab.telling.translate import translate


def recognised_words(labels: Sequence[str]) -> str:
    """Who on a list took part in the study before; empty if nobody did."""
    if not labels:
        return ""
    return translate(
        "{n} of these people (has|have) taken part in this study before: {names}",
        n=len(labels),
        names=", ".join(labels),
    )
