"""The plain table: `group, stage, round, seat, endowment, contribution, payout, vote`.

One row per group, stage, round and seat, in any order; its rules are in `docs/data.md`. What is
wrong is refused by its row, what is missing leaves its group out.
"""

from pathlib import Path

from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow, Source, read_rows_with_header
from hcmd_lab.storage.importers.fund_check import PaidRound, paid_from_fund
from hcmd_lab.storage.importers.shape import (
    Decision,
    ImportedGroup,
    LeftOut,
    Reading,
    first_gap,
    full_stage,
)
from hcmd_lab.storage.importers.vote_words import VoteWords

REQUIRED = ("group", "stage", "round", "seat", "endowment", "contribution", "payout")
MAX_ROUNDS = 1000
MAX_SEAT = 99
UNNAMED = "unknown"
"""Name of the mechanism where the file has no column `mechanism`."""


class _Group:
    """Data collected on a group while the file is read, numbered as in the file."""

    def __init__(self, name: str, first: CsvRow, game: Game) -> None:
        self.name = name
        self.first = first
        self.game = game
        self.decisions: dict[int, dict[tuple[int, int], Decision]] = {}
        self.mechanisms: dict[int, str] = {}
        self.votes: dict[int, str] = {}
        self.missing: Sentence | None = None

    def add(self, row: CsvRow, votes: VoteWords) -> None:
        for column in REQUIRED[1:]:
            if row.is_empty(column):
                self.missing = self.missing or Sentence(
                    "row {line} has no {column}", line=row.line, column=column
                )
                return
        stage = row.whole("stage", 1, 3)
        slot = (row.whole("round", 0, MAX_ROUNDS), row.whole("seat", 0, MAX_SEAT))
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
            vote = votes.take(row)
            if self.votes.setdefault(slot[1], vote) != vote:
                raise row.wrong(
                    "vote", Sentence("{value}, as before for this seat", value=self.votes[slot[1]])
                )

    def numbered_from(self, first_round: int, first_seat: int) -> None:
        """Number rounds from 1 and seats from 0, where the file begins with other numbers."""
        if (first_round, first_seat) == (1, 0):
            return
        self.decisions = {
            stage: {
                (number - first_round + 1, seat - first_seat): decision
                for (number, seat), decision in decisions.items()
            }
            for stage, decisions in self.decisions.items()
        }
        self.votes = {seat - first_seat: vote for seat, vote in self.votes.items()}

    def reason_to_leave_out(self, first_round: int, first_seat: int) -> Sentence | None:
        """Why the group does not make games of the study, in the file's own numbers."""
        if self.missing is not None or not self.decisions:
            return self.missing
        seats = {seat for decisions in self.decisions.values() for _, seat in decisions}
        if len(seats) != self.game.seats and seats == set(range(len(seats))):
            return Sentence(
                "it has {n} seat(s), and the study's game has {wanted}",
                n=len(seats),
                wanted=self.game.seats,
            )
        for stage, decisions in sorted(self.decisions.items()):
            gap = first_gap(self.game.seats, decisions)
            if gap is not None:
                return Sentence(
                    "stage {stage}, round {round} has no row for seat {seat}",
                    stage=stage,
                    round=gap[0] - 1 + first_round,
                    seat=gap[1] + first_seat,
                )
        if max(seats) >= self.game.seats:
            return Sentence(
                "it has a seat {seat} besides the {wanted} of the study's game",
                seat=max(seats) + first_seat,
                wanted=self.game.seats,
            )
        return None

    def rounds(self, first_round: int) -> list[PaidRound]:
        """The rounds of all stages, in order, for the check against the fund."""
        seats = range(self.game.seats)
        return [
            PaidRound(
                self.name,
                stage,
                number - 1 + first_round,
                tuple(decisions[number, seat] for seat in seats),
            )
            for stage, decisions in sorted(self.decisions.items())
            for number in range(1, 1 + len(decisions) // self.game.seats)
        ]

    def finish(self, votes: VoteWords, *, total_earnings: bool) -> ImportedGroup:
        stages = []
        for number, decisions in sorted(self.decisions.items()):
            paid = {
                slot: _from_fund(made) if total_earnings else made
                for slot, made in decisions.items()
            }
            stages.append(full_stage(number, self.mechanisms[number], self.game.seats, paid))
        if self.votes and not {1, 2} <= self.decisions.keys():
            raise self.first.error(
                Sentence("the group that begins here has votes, but not both stages to vote for")
            )
        given = (self.votes.get(seat) for seat in range(self.game.seats))
        choices = tuple(None if word is None else votes.stage(word) for word in given)
        return ImportedGroup(tuple(stages), choices, self.name)


def _from_fund(made: Decision) -> Decision:
    """A decision whose payout was what the seat earned in total."""
    paid = made.payout - (made.endowment - made.contribution)
    return Decision(made.endowment, made.contribution, max(0.0, paid))


def read_plain(path: Path, game: Game) -> Reading:
    """Read a plain table, leaving out groups with something missing or of another size.

    Raises:
        UsageError: Something in it is wrong: a value, a payout that no fund gives, an endowment
            that the game does not have.
    """
    source, votes = Source(), VoteWords()
    groups: dict[str, _Group] = {}
    for row in read_rows_with_header(path, REQUIRED, source):
        name = row.text("group")
        if name not in groups:
            groups[name] = _Group(name, row, game)
        groups[name].add(row, votes)
    slots = [
        slot for group in groups.values() for made in group.decisions.values() for slot in made
    ]
    first_round = min((number for number, _ in slots), default=1) and 1
    first_seat = int(min((seat for _, seat in slots), default=0) == 1)
    del slots
    kept, left_out = [], []
    for group in groups.values():
        group.numbered_from(first_round, first_seat)
        reason = group.reason_to_leave_out(first_round, first_seat)
        if reason is None:
            kept.append(group)
        else:
            left_out.append(LeftOut(group.name, reason))
    rounds = [played for group in kept for played in group.rounds(first_round)]
    verdict = paid_from_fund(path.name, rounds, game, first_seat, source.decimals.get("payout", 0))
    recognised = [*source.recognised()]
    if first_seat == 1:
        recognised.append(Sentence("Seats are numbered from 1; seat 1 was taken for the head."))
    if first_round == 0:
        recognised.append(Sentence("Rounds are numbered from 0."))
    finished = tuple(group.finish(votes, total_earnings=verdict.total_earnings) for group in kept)
    recognised += [*votes.recognised(), *verdict.recognised]
    return Reading(finished, len(left_out), tuple(left_out), tuple(recognised))
