"""The data that MODEL would read now, counted without reading the decisions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import are_comparable
from hcmd_lab.storage.derived_tables import DerivedTables
from hcmd_lab.storage.group_tally import GroupTally


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
        everyone_alike: Whether everyone has the same endowment in the game.
    """

    groups: int = 0
    voting_groups: int = 0
    votes: int = 0
    unusable_votes: int = 0
    by_condition: Mapping[int, int] = field(default_factory=dict)
    everyone_alike: bool = False

    @property
    def other_conditions(self) -> int:
        """Groups whose tails had other coins than the game gives, or different ones."""
        return self.groups - sum(self.by_condition.values())

    @property
    def empty_conditions(self) -> tuple[int, ...]:
        """Tail endowments of the game that no group has played with."""
        return tuple(tail for tail, groups in self.by_condition.items() if not groups)


def count_model_data(tables: DerivedTables, kinds: Sequence[GroupTally], game: Game) -> ModelData:
    """Count the data of some kinds of groups.

    Args:
        tables: The study's derived tables, asked for votes that were withdrawn.
        kinds: The kinds of complete groups that count.
        game: The study's game.
    """
    voting = usable = unusable = 0
    for kind in kinds:
        if _is_comparable(kind, game):
            usable += kind.groups * kind.votes
            voting += kind.groups * (kind.votes > 0)
        else:
            unusable += kind.groups * kind.votes
    for kind, withdrawn in tables.withdrawn_votes():
        if replace(kind, groups=0) not in {replace(each, groups=0) for each in kinds}:
            continue
        if _is_comparable(kind, game):
            usable -= withdrawn
            voting -= 0 < withdrawn == kind.votes
        else:
            unusable -= withdrawn
    tails: Counter[int] = Counter()
    for kind in kinds:
        tails[kind.tail_endowment] += kind.groups
    return ModelData(
        sum(kind.groups for kind in kinds), voting, usable, unusable,
        {tail: tails[tail] for tail in game.tail_endowments}, is_equal(game),
    )  # fmt: skip


def _is_comparable(kind: GroupTally, game: Game) -> bool:
    return are_comparable(dict(enumerate(kind.rounds, start=1)), game)
