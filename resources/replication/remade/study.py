"""The study as its package tells it: groups that count, contrasts, mechanisms."""

from functools import cached_property
from typing import NamedTuple

from remade import mechanisms, votes
from remade.groups import Group, compared, counting_groups
from remade.tables import Game, Package, Row, decimal


class Explained(NamedTuple):
    """What the mechanism of the rule does for a role in a condition.

    Attributes:
        tail: The tails' endowment.
        role: `head` or `tail`.
        weight: How much each profile counts.
        received: Expected payout of a seat, by what it contributes.
        funds: Expected fund, likewise.
    """

    tail: int
    role: str
    weight: dict[mechanisms.Profile, float]
    received: list[float]
    funds: list[float]


class Study:
    """What the checks have in common, read once.

    Attributes:
        package: Where it is read from.
        game: The study's game.
        groups: The groups that count.
        contrasts: Rows of the table of contrasts.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.game: Game = package.study["game"]
        self.groups = counting_groups(package)
        self.contrasts = package.table("contrasts")
        self._tables: dict[str, dict[int, mechanisms.Shares]] = {}

    def table_of(self, mechanism: str) -> dict[int, mechanisms.Shares]:
        """A mechanism's table, by condition."""
        if mechanism not in self._tables:
            self._tables[mechanism] = mechanisms.table_of(self.package, mechanism)
        return self._tables[mechanism]

    @property
    def withdrawn(self) -> bool:
        """Whether somebody has withdrawn from a group that counts."""
        return any(group.withdrawn for group in self.groups)

    @property
    def _has_lost_votes_on_order(self) -> bool:
        """Whether somebody has withdrawn from a group that played one mechanism twice."""
        return any(
            group.withdrawn and len(set(group.mechanisms)) == 1
            and votes.UNKNOWN not in group.mechanisms
            for group in self.groups
        )  # fmt: skip

    @property
    def counted(self) -> list[Row]:
        """Contrasts whose votes have been counted."""
        return [row for row in self.contrasts if row["contrast.share"]]

    def of_contrast(self, row: Row) -> list[Group] | str:
        """The groups of a contrast; a sentence if its result cannot be recomputed from them."""
        found = compared(
            self.groups, row["contrast.mechanism"], row["contrast.other"], self.game["rounds"]
        )
        sides = {row["contrast.mechanism"], row["contrast.other"]}
        gone = sum(
            bool(each.withdrawn) and each.purpose == "evaluate" and set(each.mechanisms) == sides
            for each in self.groups
        )
        if gone:
            return f"somebody has withdrawn from {gone} of its groups"
        if len(found) != int(row["contrast.groups"]):
            return f"it counted {row['contrast.groups']} groups, and now there are {len(found)}"
        return found

    def order_of(
        self, row: Row, found: votes.Ballots, role: str = "", seats: slice = slice(None)
    ) -> votes.Order | None:
        """What the order of the stages does in a contrast; None if it cannot be computed again.

        Where somebody has withdrawn whose vote told it, the table's share is taken, which is freed
        of a preference for the mechanism: with as many votes in both orders that is the share
        itself.
        """
        plan = plan_of(row)
        if not plan.adjusted:
            return votes.Order(0.5, 0.0)
        if not self._has_lost_votes_on_order:
            return votes.order_of(found, self.groups, plan, self.game["rounds"], seats)
        is_even = plan.sequential or not (found.second * found.cast).sum()
        told = decimal(row["contrast.second_share"])
        return votes.Order(told, 0.0) if is_even and told is not None and not role else None

    @cached_property
    def explained(self) -> list[Explained]:
        """The mechanism of the rule: each condition and role, and what its table divides."""
        mechanism = self.package.study["explained"]
        hidden = self.package.study["votes_hidden"]
        found = []
        for tail, table in self.table_of(mechanism).items():
            weight = mechanisms.weights(table, tail, self.groups, mechanism, self.game, hidden)
            for role in ("head", "tail"):
                divided = mechanisms.by_contribution(
                    weight, table.__getitem__, tail, self.game, role
                )
                found.append(Explained(tail, role, weight, *divided))
        return found


def plan_of(row: Row) -> votes.Plan:
    """How the votes of a contrast were judged."""
    return votes.Plan(
        row["contrast.looks"] == "sequential",
        row["contrast.weighting"] == "conditions",
        row["contrast.order_adjusted"] == "1",
    )
