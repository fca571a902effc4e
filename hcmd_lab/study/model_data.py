"""The data that MODEL would read now, counted without reading the decisions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import are_comparable
from hcmd_lab.storage.derived_tables import DerivedTables
from hcmd_lab.storage.records import GroupRow


@dataclass(frozen=True, slots=True)
class ModelData:
    """Data for MODEL.

    Attributes:
        groups: Complete groups that count, of this iteration and those before.
        voting_groups: Those of them with votes that MODEL can use.
        votes: Votes that MODEL can use.
        unusable_votes: Votes that it cannot use, because the two stages that they compare are not
            there with exactly the game's rounds.
        by_condition: Groups by the tail endowment of the game.
    """

    groups: int = 0
    voting_groups: int = 0
    votes: int = 0
    unusable_votes: int = 0
    by_condition: Mapping[int, int] = field(default_factory=dict)

    @property
    def other_conditions(self) -> int:
        """Groups whose tails had other coins than the game gives, or different ones."""
        return self.groups - sum(self.by_condition.values())

    @property
    def empty_conditions(self) -> tuple[int, ...]:
        """Tail endowments of the game that no group has played with."""
        return tuple(tail for tail, groups in self.by_condition.items() if not groups)


def count_model_data(tables: DerivedTables, groups: Sequence[GroupRow], game: Game) -> ModelData:
    """Count the data of some groups.

    Args:
        tables: The study's derived tables.
        groups: Complete groups that count.
        game: The study's game.
    """
    rounds = tables.rounds_by_stage()
    cast = tables.votes_of_groups()
    voting = usable = unusable = 0
    for group in groups:
        key = (group.session, group.number)
        votes = cast.get(key, 0)
        if are_comparable(rounds.get(key, {}), game):
            usable += votes
            voting += votes > 0
        else:
            unusable += votes
    tails = Counter(group.tail_endowment for group in groups)
    return ModelData(
        len(groups), voting, usable, unusable,
        {tail: tails[tail] for tail in game.tail_endowments},
    )  # fmt: skip
