"""The public goods games of Gaechter, Mengel, Tsakas and Vostroknutov (2017).

Their players' endowments ("tokens") are what they earned before, so the scale differs by group and
round. Within each, the largest endowment is made 10 coins:

    e' = max(1, round(10 tokens / max tokens)),  c' = round(e' putin / tokens),
    payout' = 1.5 sum(putin) / 4 * 10 / max tokens

with halves rounded up. Only the treatments without punishment are read, as stage 1; nobody voted.
"""

import math
from pathlib import Path

from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow, read_rows_with_header
from hcmd_lab.storage.importers.shape import (
    Decision,
    ImportedGroup,
    Reading,
    make_stage,
    require_groups_of,
)

COLUMNS = ("treat", "per", "gr_id", "subj_id", "tokens", "putin")
ROUNDS = {"1": 10, "101": 15}
"""Rounds of each treatment without punishment."""

MECHANISM = "equal_shares_1.5"
MULTIPLIER = 1.5
_MAX_TOKENS = 1_000_000
_SEATS = 4

Slot = tuple[int, str]
Played = dict[Slot, tuple[float, float]]
"""Tokens and what was put in, by round and subject."""


def read_gmtv(path: Path, game: Game) -> Reading:
    """Read the file, leaving out groups with a missing row or without tokens.

    Raises:
        UsageError: Something in it is wrong.
    """
    require_groups_of(_SEATS, game)
    tables: dict[tuple[str, str], Played] = {}
    for row in read_rows_with_header(path, COLUMNS):
        treatment = row.text("treat")
        if treatment in ROUNDS:
            table = tables.setdefault((treatment, row.text("gr_id")), {})
            _add(table, row, ROUNDS[treatment])
    groups = [_group(table, ROUNDS[treatment], game) for (treatment, _), table in tables.items()]
    kept = tuple(group for group in groups if group is not None)
    return Reading(kept, len(groups) - len(kept))


def _add(table: Played, row: CsvRow, rounds: int) -> None:
    slot = (row.whole("per", 1, rounds), row.text("subj_id"))
    if slot in table:
        raise row.error(Sentence("expected one row per subject and period, found a second"))
    tokens = row.number("tokens", _MAX_TOKENS)
    given = row.number("putin")
    if given > tokens:
        raise row.wrong(
            "putin", Sentence("at most the {tokens} tokens of this round", tokens=tokens)
        )
    table[slot] = (tokens, given)


def _group(table: Played, rounds: int, game: Game) -> ImportedGroup | None:
    subjects = sorted({subject for _, subject in table}, key=lambda name: (len(name), name))
    complete = len(subjects) == game.seats and len(table) == rounds * game.seats
    if not complete or min(tokens for tokens, _ in table.values()) == 0:
        return None
    decisions: dict[tuple[int, int], Decision] = {}
    for round_number in range(1, rounds + 1):
        played = [table[round_number, subject] for subject in subjects]
        most = max(tokens for tokens, _ in played)
        fund = MULTIPLIER * sum(given for _, given in played)
        payout = fund / game.seats * game.max_endowment / most
        for seat, (tokens, given) in enumerate(played):
            endowment = max(1, _round_half_up(game.max_endowment * tokens / most))
            contribution = _round_half_up(endowment * given / tokens)
            decisions[round_number, seat] = Decision(endowment, contribution, payout)
    stage = make_stage(1, MECHANISM, game.seats, decisions)
    return None if stage is None else ImportedGroup((stage,), (None,) * game.seats)


def _round_half_up(value: float) -> int:
    return math.floor(value + 0.5)
