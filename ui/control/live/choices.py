"""The mechanisms of a session, named for a list of choices."""

from collections.abc import Collection, Mapping

from hcmd_lab.game.state import GroupState
from hcmd_lab.telling.translate import translate
from ui.control.live.mechanism_maps import MechanismMaps


def mechanisms(groups: Collection[GroupState]) -> list[str]:
    """SHA-256 of the tables that groups play, without duplicates, in the first group's order."""
    return list(dict.fromkeys(sha256 for group in groups for sha256 in group.plan.mechanisms))


def mechanism_words(
    groups: Collection[GroupState], known: Mapping[str, MechanismMaps]
) -> dict[str, str]:
    """Each mechanism's name and the stages in which it is played.

    Args:
        groups: The groups shown.
        known: Mechanisms whose names have been read.
    """
    return {
        sha256: _when(groups, sha256, known[sha256].name)
        for sha256 in mechanisms(groups)
        if sha256 in known
    }


def _when(groups: Collection[GroupState], sha256: str, name: str) -> str:
    """A mechanism's name and the stages in which it is played."""
    played = {group.plan.mechanisms for group in groups}
    if played == {(sha256, sha256)}:
        return translate("{name}, in every stage", name=name)
    if len(played) > 1:
        return translate("{name}, stage 1 or 2 by group", name=name)
    if played == {(sha256, *next(iter(played))[1:])}:
        return translate("{name}, stage 1", name=name)
    return translate("{name}, stage 2", name=name)
