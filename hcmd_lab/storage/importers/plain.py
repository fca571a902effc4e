"""The plain CSV: `group, stage, round, seat, endowment, contribution, payout, vote`.

One row per group, stage, round and seat, in any order; its rules are in `docs/data.md`.
"""

from pathlib import Path

from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows_with_header
from hcmd_lab.storage.importers.shape import (
    Decision,
    ImportedGroup,
    Reading,
    make_stage,
)

REQUIRED = ("group", "stage", "round", "seat", "endowment", "contribution", "payout")
MAX_ROUNDS = 1000
UNNAMED = "unknown"
"""Name of the mechanism where the file has no column `mechanism`."""


class _Group:
    """Data collected on a group while the file is read."""

    def __init__(self, first: CsvRow, game: Game) -> None:
        self.first = first
        self.game = game
        self.decisions: dict[int, dict[tuple[int, int], Decision]] = {}
        self.mechanisms: dict[int, str] = {}
        self.votes: dict[int, int] = {}

    def add(self, row: CsvRow) -> None:
        stage = row.whole("stage", 1, 3)
        slot = (row.whole("round", 1, MAX_ROUNDS), row.whole("seat", 0, self.game.seats - 1))
        endowment = row.whole("endowment", 1, self.game.max_endowment)
        contribution = row.whole("contribution", 0, endowment)
        decisions = self.decisions.setdefault(stage, {})
        if slot in decisions:
            raise row.error(
                Sentence(
                    "expected one row for round {round} and seat {seat} of stage {stage} of this "
                    "group, found a second",
                    round=slot[0],
                    seat=slot[1],
                    stage=stage,
                )
            )
        decisions[slot] = Decision(endowment, contribution, row.number("payout"))
        mechanism = UNNAMED if row.is_empty("mechanism") else row.text("mechanism")
        if self.mechanisms.setdefault(stage, mechanism) != mechanism:
            raise row.wrong(
                "mechanism",
                Sentence("{value}, as before in this stage", value=self.mechanisms[stage]),
            )
        if not row.is_empty("vote"):
            vote = row.whole("vote", 1, 2)
            if self.votes.setdefault(slot[1], vote) != vote:
                raise row.wrong(
                    "vote", Sentence("{value}, as before for this seat", value=self.votes[slot[1]])
                )

    def finish(self) -> ImportedGroup:
        stages = []
        for number, decisions in sorted(self.decisions.items()):
            stage = make_stage(number, self.mechanisms[number], self.game.seats, decisions)
            if stage is None:
                raise self.first.error(
                    Sentence(
                        "the group that begins here has rounds of stage {stage} without a row for "
                        "each of the seats 0 to {last}",
                        stage=number,
                        last=self.game.seats - 1,
                    )
                )
            stages.append(stage)
        if self.votes and not {1, 2} <= self.decisions.keys():
            raise self.first.error(
                Sentence("the group that begins here has votes, but not both stages to vote for")
            )
        votes = tuple(self.votes.get(seat) for seat in range(self.game.seats))
        return ImportedGroup(tuple(stages), votes)


def read_plain(path: Path, game: Game) -> Reading:
    """Read a plain CSV.

    Raises:
        UsageError: Something in it is wrong or missing.
    """
    groups: dict[str, _Group] = {}
    for row in read_rows_with_header(path, REQUIRED):
        name = row.text("group")
        if name not in groups:
            groups[name] = _Group(row, game)
        groups[name].add(row)
    return Reading(tuple(group.finish() for group in groups.values()), left_out=0)
