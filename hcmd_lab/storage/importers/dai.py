"""The raw files of Koster et al. (2022), "Human-centred mechanism design with Democratic AI".

The files have no header, each has its own order of columns, and no column names the group. What is
assumed, and checked row by row, is in `docs/data.md`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.game.played import PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows
from hcmd_lab.storage.importers.shape import (
    Decision,
    ImportedGroup,
    Reading,
    make_stage,
    require_groups_of,
)

_SEATS, _MULTIPLIER_PERCENT = 4, 160
"""Of the game that was played."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "exp1": (
        "participant_id", "player_id", "contribution", "endowment", "session", "timestep",
        "endowcond", "mechanism_code", "baseline", "head", "rel_contribution", "payout",
    ),
    "exp2": (
        "player_id", "contribution", "endowment", "session", "timestep", "mechanism_code",
        "participant_id", "endowcond", "baseline", "head", "rel_contribution", "vote", "payout",
    ),
    "exp4": (
        "participant_id", "player_id", "contribution", "endowment", "session", "timestep",
        "endowcond", "mechanism_code", "baseline", "head", "rel_contribution", "vote", "payout",
    ),
}  # fmt: skip
"""Columns of `data_exp1.csv`, `data_exp2.csv` and `data_exp4.csv`."""

MECHANISMS = {
    1: "strict_egalitarian",
    2: "libertarian",
    3: "liberal_egalitarian",
    4: "hcrm",
    6: "rational",
    7: "human",
}
TUTORIAL = 0
MAX_SESSIONS = 9
MAX_ROUNDS = 100
MAX_ID = 10_000_000
_TOLERANCE = 0.05
"""Payouts stand in the files with few decimals; their sum may miss the fund by this many coins."""


class _Group:
    """Data collected on four participants while the file is read."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.decisions: dict[int, dict[tuple[int, int], Decision]] = {}
        self.codes: dict[int, int] = {}
        self.seats: dict[int, int] = {}
        self.votes: dict[int, int] = {}
        self.baseline: int | None = None
        self.tail_endowment: int | None = None

    def add(self, row: CsvRow, member: int) -> None:
        seat = row.whole("player_id", 0, self.game.seats - 1)
        if self.seats.setdefault(member, seat) != seat or len(set(self.seats.values())) < len(
            self.seats
        ):
            raise row.wrong(
                "player_id",
                Sentence("a different player number for each of four consecutive participants"),
            )
        self._same_condition(row)
        session = row.whole("session", TUTORIAL, MAX_SESSIONS)
        endowment = row.whole("endowment", 1, self.game.max_endowment)
        contribution = row.whole("contribution", 0, endowment)
        slot = (row.whole("timestep", 0, MAX_ROUNDS) + 1, seat)
        if slot in self.decisions.setdefault(session, {}):
            raise row.error(Sentence("expected one row per participant, session and timestep"))
        self.decisions[session][slot] = Decision(endowment, contribution, row.number("payout"))
        code = row.whole("mechanism_code", min(MECHANISMS), max(MECHANISMS))
        if code not in MECHANISMS:
            raise row.wrong(
                "mechanism_code",
                Sentence("one of {values}", values=", ".join(map(str, MECHANISMS))),
            )
        if self.codes.setdefault(session, code) != code:
            raise row.wrong(
                "mechanism_code",
                Sentence("{value}, as before in this session", value=self.codes[session]),
            )
        if not row.is_empty("vote"):
            vote = row.whole("vote", 0, 1)
            if self.votes.setdefault(seat, vote) != vote:
                raise row.wrong(
                    "vote",
                    Sentence("{value}, as before for this participant", value=self.votes[seat]),
                )

    def _same_condition(self, row: CsvRow) -> None:
        tail_endowment = row.whole("endowcond", 1, self.game.max_endowment)
        baseline = row.whole("baseline", min(MECHANISMS), max(MECHANISMS))
        if self.tail_endowment not in (None, tail_endowment):
            raise row.wrong(
                "endowcond",
                Sentence("{value}, as before in this group", value=self.tail_endowment),
            )
        if self.baseline not in (None, baseline):
            raise row.wrong(
                "baseline", Sentence("{value}, as before in this group", value=self.baseline)
            )
        self.tail_endowment, self.baseline = tail_endowment, baseline

    def finish(self) -> ImportedGroup | None:
        """The group, or None if one of its two stages is incomplete."""
        first, second = self._stage(1), self._stage(2)
        if first is None or second is None:
            return None
        rounds = len(first.contributions)
        if len(second.contributions) != rounds:
            return None
        stages = [first, second]
        # The bonus is a stage where it is the third session and as long as the other two.
        third = self._stage(3) if max(self.decisions) == 3 else None
        if third is not None and len(third.contributions) == rounds:
            stages.append(third)
        return ImportedGroup(tuple(stages), self._stage_votes())

    def _stage(self, session: int) -> PlayedStage | None:
        """A session as a stage; None if it is incomplete or these four were not one group."""
        if session not in self.decisions:
            return None
        mechanism = MECHANISMS[self.codes[session]]
        stage = make_stage(session, mechanism, self.game.seats, self.decisions[session])
        if stage is None:
            return None
        for contributions, payouts in zip(stage.contributions, stage.payouts, strict=True):
            if abs(sum(payouts) - self.game.multiplier * sum(contributions)) > _TOLERANCE:
                return None
        return stage

    def _stage_votes(self) -> tuple[int | None, ...]:
        """Votes for the agent or the baseline, converted to votes for stages."""
        baseline_stages = [stage for stage in (1, 2) if self.codes[stage] == self.baseline]
        if len(baseline_stages) != 1:
            return (None,) * self.game.seats  # with two equal mechanisms a vote is uninformative
        baseline = baseline_stages[0]
        stage_of = {0: baseline, 1: 3 - baseline, None: None}
        return tuple(stage_of[self.votes.get(seat)] for seat in range(self.game.seats))


def reader(experiment: str) -> Callable[[Path, Game], Reading]:
    """The reader of one of the three files."""
    columns = COLUMNS[experiment]

    def read_dai(path: Path, game: Game) -> Reading:
        """Read a raw file, leaving out incomplete groups.

        Raises:
            UsageError: Something in it is wrong.
        """
        require_groups_of(_SEATS, game)
        if game.multiplier_percent != _MULTIPLIER_PERCENT:
            raise UsageError(
                "In these data the fund grows by a factor of {theirs}, in the study by {ours}; "
                "they belong in a study with a growth of {theirs}. Nothing was imported.",
                theirs=_MULTIPLIER_PERCENT / 100,
                ours=game.multiplier,
            )
        groups: dict[int, _Group] = {}
        for row in read_rows(path, columns):
            participant = row.whole("participant_id", 1, MAX_ID) - 1
            number, member = divmod(participant, _SEATS)
            groups.setdefault(number, _Group(game)).add(row, member)
        finished = [groups[number].finish() for number in sorted(groups)]
        kept = tuple(group for group in finished if group is not None)
        return Reading(kept, len(finished) - len(kept))

    return read_dai
