"""Joins decisions and votes to groups."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from remade.tables import Package, Row, whole

Floats = NDArray[np.float64]


@dataclass
class Stage:
    """A stage that was played to the end; arrays are rounds by seats, the head's seat first."""

    mechanism: str
    endowments: Floats
    contributions: Floats
    payouts: Floats
    own_choice: Floats

    @property
    def rewards(self) -> Floats:
        """Coins that each seat earned in each round."""
        return self.payouts + self.endowments - self.contributions


@dataclass
class Group:
    """A group that counts for the study.

    Attributes:
        mechanisms: Names of those of its first two stages.
        withdrawn: How many of its seats have withdrawn; then its stages are not there.
        imported: Whether what divided its fund is known by a name alone.
    """

    name: tuple[str, int]
    iteration: int
    purpose: str
    mechanisms: tuple[str, str]
    withdrawn: int
    imported: bool
    stages: dict[int, Stage] = field(default_factory=dict)
    votes: list[int | None] = field(default_factory=list)

    @property
    def tail_endowment(self) -> int:
        """Coins of the last seat in the first round."""
        return int(next(iter(self.stages.values())).endowments[0, -1])


def counting_groups(package: Package) -> list[Group]:
    """The groups that count, in the order of their sessions."""
    sessions = {row["session.code"]: row for row in package.table("sessions")}
    order = {code: place for place, code in enumerate(sessions)}
    decisions: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in package.table("long"):
        if row["player.payout"]:
            key = (row["session.code"], int(row["group.id_in_subsession"]))
            decisions[key].append(row)
    votes: dict[tuple[str, int], dict[int, int | None]] = defaultdict(dict)
    for row in package.table("votes"):
        key = (row["session.code"], int(row["group.id_in_subsession"]))
        votes[key][int(row["player.id_in_group"])] = whole(row["player.vote"])
    seats = 1 + package.study["game"]["tails"]
    found = []
    for row in package.table("groups"):
        if row["group.counts"] != "1":
            continue
        session = sessions[row["session.code"]]
        key = (row["session.code"], int(row["group.id_in_subsession"]))
        group = Group(
            key,
            int(session["session.iteration"]),
            session["session.purpose"],
            (row["group.mechanism_1"], row["group.mechanism_2"]),
            int(row["group.withdrawn"]),
            row["group.source"] == "imported",
        )
        if not group.withdrawn:
            rounds = whole(session["session.config.rounds"])
            group.stages = _stages(decisions[key], seats, rounds)
        group.votes = [votes[key].get(seat) for seat in range(1, seats + 1)]
        found.append(group)
    found.sort(key=lambda each: (order[each.name[0]], each.name[1]))
    return found


def _stages(decisions: list[Row], seats: int, rounds: int | None) -> dict[int, Stage]:
    """The stages that are whole; those of an imported group, of which no rounds are known, all."""
    by_stage: dict[int, dict[tuple[int, int], Row]] = defaultdict(dict)
    for row in decisions:
        place = (int(row["subsession.round_number"]) - 1, int(row["player.id_in_group"]) - 1)
        by_stage[int(row["subsession.stage"])][place] = row
    found = {}
    for number, cells in sorted(by_stage.items()):
        length = len(cells) // seats
        if rounds is not None and length != rounds:
            continue

        def array(
            name: str, cells: dict[tuple[int, int], Row] = cells, length: int = length
        ) -> Floats:
            return np.array(
                [[float(cells[t, n][name]) for n in range(seats)] for t in range(length)]
            )

        own = [
            [cells[t, n]["player.decided_by"] == "participant" for n in range(seats)]
            for t in range(length)
        ]
        found[number] = Stage(
            cells[0, 0]["group.mechanism"],
            array("player.endowment"),
            array("player.contribution"),
            array("player.payout"),
            np.array(own),
        )
    return found


def first_two(group: Group, rounds: int) -> dict[int, Stage]:
    """Stages 1 and 2, those that are as long as the study's game has them."""
    return {
        number: stage
        for number, stage in group.stages.items()
        if number in (1, 2) and len(stage.endowments) == rounds
    }


def compared(groups: list[Group], mechanism: str, other: str, rounds: int) -> list[Group]:
    """Groups of EVALUATE that met both mechanisms and of which somebody voted."""
    return [
        group
        for group in groups
        if group.purpose == "evaluate"
        and {stage.mechanism for stage in first_two(group, rounds).values()} == {mechanism, other}
        and any(group.votes)
    ]


def stage_of(group: Group, mechanism: str) -> int:
    """The stage, 1 or 2, in which a group met a mechanism."""
    return next(n for n in (1, 2) if group.stages[n].mechanism == mechanism)
