"""What a table says of one group, collected row by row."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hcmd_lab.errors import UsageError
from hcmd_lab.game.game_limits import MAX_ENDOWMENT
from hcmd_lab.game.played import UNKNOWN_MECHANISM, Aside
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import Payouts, Role
from hcmd_lab.storage.importers.csv_reader import CsvRow
from hcmd_lab.storage.importers.equal_shares import MECHANISM, paid_equally
from hcmd_lab.storage.importers.paid_rounds import PaidRound
from hcmd_lab.storage.importers.shape import Decision, ImportedGroup, first_gap, full_stage
from hcmd_lab.storage.importers.vote_words import VoteWords

MAX_ROUNDS = 1000
MAX_SEAT = 99
_MAX_COINS = 1_000_000

_COMPLETE = frozenset({"complete"})
_BY_THE_PLAYER = frozenset({"participant"})
_YES = frozenset({"1", "true", "yes"})


class CollectedGroup:
    """A group's decisions and votes, numbered as in the file.

    Attributes:
        decisions: By stage, then by round and seat.
        fault: The first endowment beyond the game's: it matters once the group could be taken.
        had_bots: Whether a program played.
        is_seated_by_player: Whether seats follow from who played.
    """

    def __init__(self, name: str, first: CsvRow, game: Game, needed: Sequence[Role]) -> None:
        """Collect a group, beginning with its first row.

        Args:
            name: Its name in the file.
            first: Its first row.
            game: The study's game.
            needed: Columns that each row must fill.
        """
        self.name = name
        self.first = first
        self.game = game
        self.decisions: dict[int, dict[tuple[int, int], Decision]] = {}
        self.fault: UsageError | None = None
        self.had_bots = False
        self.is_seated_by_player = Role.SEAT not in first.cells
        self._needed = needed
        self._mechanisms: dict[int, str] = {}
        self._votes: dict[int, str] = {}
        self._players: dict[str, int] = {}
        self._holders: dict[int, str] = {}
        self._missing: Sentence | None = None

    def add(self, row: CsvRow, votes: VoteWords) -> None:
        """Add a row.

        Raises:
            UsageError: It is wrong, or contradicts another.
        """
        for column in self._needed:
            if row.is_empty(column):
                self._missing = self._missing or Sentence(
                    "row {line} has no {column}", line=row.line, column=column
                )
                return
        stage = _stage(row)
        slot = (row.whole(Role.ROUND, 0, MAX_ROUNDS), self._seat(row))
        endowment = row.whole(Role.ENDOWMENT, 1, _MAX_COINS)
        if endowment > self.game.max_endowment and self.fault is None:
            self.fault = row.wrong(Role.ENDOWMENT, self._not_so_many())
        contribution = row.whole(Role.CONTRIBUTION, 0, endowment)
        decisions = self.decisions.setdefault(stage, {})
        if slot in decisions:
            raise row.error(self._twice(slot, stage, is_stage_told=Role.STAGE in row.cells))
        own_choice = row.is_empty(Role.DECIDED_BY) or _word(row, Role.DECIDED_BY) in _BY_THE_PLAYER
        payout = row.number(Role.PAYOUT) if Role.PAYOUT in self._needed else 0.0
        decisions[slot] = Decision(endowment, contribution, payout, own_choice)
        mechanism = UNKNOWN_MECHANISM if row.is_empty(Role.MECHANISM) else row.text(Role.MECHANISM)
        if self._mechanisms.setdefault(stage, mechanism) != mechanism:
            raise row.wrong(
                Role.MECHANISM,
                Sentence("{value}, as before in this stage", value=self._mechanisms[stage]),
            )
        if not row.is_empty(Role.VOTE):
            vote = votes.take(row)
            if self._votes.setdefault(slot[1], vote) != vote:
                raise row.wrong(
                    Role.VOTE,
                    Sentence("{value}, as before for this seat", value=self._votes[slot[1]]),
                )
        self._note_what_became(row)

    def count_anew(self, before: Mapping[int, int]) -> None:
        """Count the rounds of each stage from its first, with the rounds `before` it left out."""
        self.decisions = {
            stage: {(number - before[stage], seat): d for (number, seat), d in decisions.items()}
            for stage, decisions in self.decisions.items()
        }

    def number_from(self, first_round: int, first_seat: int) -> None:
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
        self._votes = {seat - first_seat: vote for seat, vote in self._votes.items()}

    def seat_the_head(self) -> bool:
        """Give seat 0 to the one player with the head's coins; those before it move up by one.

        Returns:
            Whether anybody had to move.
        """
        coins: dict[int, set[int]] = {}
        for made_in in self.decisions.values():
            for (_, seat), made in made_in.items():
                coins.setdefault(seat, set()).add(made.endowment)
        heads = [seat for seat, had in coins.items() if had == {self.game.head_endowment}]
        if len(heads) != 1 or heads == [0]:
            return False
        (head,) = heads
        moved = {seat: seat + (seat < head) for seat in coins} | {head: 0}
        self.decisions = {
            stage: {(number, moved[seat]): made for (number, seat), made in decisions.items()}
            for stage, decisions in self.decisions.items()
        }
        self._votes = {moved[seat]: vote for seat, vote in self._votes.items()}
        return True

    def reason_to_leave_out(self, first_round: int, first_seat: int) -> Sentence | None:
        """Why the group does not make games of the study, in the file's own numbers."""
        if self._missing is not None or not self.decisions:
            return self._missing
        seats = {seat for decisions in self.decisions.values() for _, seat in decisions}
        if self.is_seated_by_player and len(seats) > self._most_in_a_round():
            return _changing()
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

    def finish(self, votes: VoteWords, payouts: Payouts) -> ImportedGroup:
        """The group, once it is known to be complete.

        Args:
            votes: The words of the file for votes.
            payouts: What its payouts were found or said to be.

        Raises:
            UsageError: It has votes, but not both stages to vote for.
        """
        stages = []
        for number, decisions in sorted(self.decisions.items()):
            mechanism = self._mechanisms[number]
            paid = decisions
            if payouts is Payouts.EARNINGS:
                paid = {slot: _from_fund(made) for slot, made in decisions.items()}
            elif payouts is Payouts.EQUAL:
                paid, mechanism = paid_equally(decisions, self.game), MECHANISM
            stages.append(full_stage(number, mechanism, self.game.seats, paid))
        if self._votes and not {1, 2} <= self.decisions.keys():
            raise self.first.error(
                Sentence("the group that begins here has votes, but not both stages to vote for")
            )
        given = (self._votes.get(seat) for seat in range(self.game.seats))
        choices = tuple(None if word is None else votes.stage(word) for word in given)
        return ImportedGroup(tuple(stages), choices, self.name)

    def _seat(self, row: CsvRow) -> int:
        """The seat of a row; without a column for it the player's place by first rows."""
        player = None if row.is_empty(Role.PLAYER) else row.text(Role.PLAYER)
        if self.is_seated_by_player:
            return self._players.setdefault(player or "", len(self._players))
        seat = row.whole(Role.SEAT, 0, MAX_SEAT)
        if player is not None and self._holders.setdefault(seat, player) != player:
            self._missing = self._missing or _changing()
        return seat

    def _twice(self, slot: tuple[int, int], stage: int, *, is_stage_told: bool) -> Sentence:
        where = {"round": slot[0], "seat": slot[1]}
        if not is_stage_told:
            return Sentence(
                "expected one row for round {round} and seat {seat} of this group, found a second; "
                "if rounds are counted anew in each stage, say which column tells the stage, as "
                "with --map {example}",
                **where,
                example="stage=…",
            )
        return Sentence(
            "expected one row for round {round} and seat {seat} of stage {stage} of this group, "
            "found a second",
            **where,
            stage=stage,
        )

    def _not_so_many(self) -> Sentence:
        """What endowments are expected, after a larger one."""
        most = self.game.max_endowment
        if most == MAX_ENDOWMENT:
            return Sentence("at most the {most} coins of the study's game", most=most)
        return Sentence(
            "at most the {most} coins of the study's game (a study of a game of its own can have "
            "up to {limit}: settings head_endowment and tail_endowments)",
            most=most,
            limit=MAX_ENDOWMENT,
        )

    def _note_what_became(self, row: CsvRow) -> None:
        if not row.is_empty(Role.STATUS) and _word(row, Role.STATUS) not in _COMPLETE:
            self._missing = self._missing or Sentence(
                "its status is {status}", status=row.text(Role.STATUS)
            )
        if _says_yes(row, Role.DROPPED):
            self._missing = self._missing or Sentence(
                "a player had left by row {line}", line=row.line
            )
        if _says_yes(row, Role.PILOT):
            self._missing = self._missing or Sentence("it was played in a pilot session")
        if not row.is_empty(Role.SET_ASIDE) and _word(row, Role.SET_ASIDE) == Aside.UNUSED:
            self._missing = self._missing or Sentence("its study had set it aside")
        if _says_yes(row, Role.BOT):
            self.had_bots = True

    def _most_in_a_round(self) -> int:
        counts = Counter(
            (stage, number) for stage, made in self.decisions.items() for number, _ in made
        )
        return max(counts.values())


def _stage(row: CsvRow) -> int:
    """The stage of a row; without a column for it, the first."""
    if Role.STAGE not in row.cells:
        return 1
    if row.is_zero(Role.STAGE):
        raise row.error(
            Sentence(
                "stage 0 may be practice, or the first of stages that are numbered from 0; leave "
                "its rows out, or number the stages from 1"
            )
        )
    return row.whole(Role.STAGE, 1, 3)


def _changing() -> Sentence:
    return Sentence(
        "its members change from round to round, and in the study's game the same people stay "
        "together"
    )


def _says_yes(row: CsvRow, role: Role) -> bool:
    return not row.is_empty(role) and _word(row, role) in _YES


def _word(row: CsvRow, role: Role) -> str:
    return row.cells[role].strip().casefold()


def _from_fund(made: Decision) -> Decision:
    """A decision whose payout was what the seat earned in total."""
    paid = made.payout - (made.endowment - made.contribution)
    return Decision(made.endowment, made.contribution, max(0.0, paid), made.own_choice)
