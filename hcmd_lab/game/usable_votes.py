"""Which votes of a group MODEL can use; needs no tensors.

A vote compares the first two stages, so that both have to be there with exactly the game's rounds.
"""

from collections.abc import Iterable, Mapping

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game

MIN_GROUPS = 4
"""Below this number of groups nothing is left to test a fit on: MODEL fits no contributions, and
no votes if fewer groups voted."""

SAME_MECHANISM = 0.4
"""What a group says of votes that has compared a mechanism with itself, as a part of what one says
that has compared two: chosen on the first four seeds of `benchmarks.foreseen`."""


def compared_stages(group: PlayedGroup, game: Game) -> tuple[PlayedStage, PlayedStage] | None:
    """The two stages that a group's votes compare; None if its votes cannot be used."""
    played = {stage.stage: stage for stage in group.stages}
    if not are_comparable({number: len(s.endowments) for number, s in played.items()}, game):
        return None
    return played[1], played[2]


def groups_known_by_votes(groups: Iterable[PlayedGroup], game: Game) -> float:
    """Groups by what their usable votes say.

    A group that compared two mechanisms counts whole, one that compared a mechanism with itself in
    part, one that did not vote not at all.
    """
    known = 0.0
    for group in groups:
        compared = compared_stages(group, game)
        if compared is not None and any(vote is not None for vote in group.votes):
            first, second = (stage.mechanism for stage in compared)
            known += SAME_MECHANISM if first == second else 1.0
    return known


def are_comparable(rounds: Mapping[int, int], game: Game) -> bool:
    """Whether votes on stages of so many rounds, by number of the stage, can be used."""
    return all(rounds.get(stage) == game.rounds for stage in (1, 2))
