"""Tables with a row for each decision: the plain one, and those that are brought into its form.

Its rules are in `docs/data.md`. What is wrong is refused by its row, what is missing leaves its
group out.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.collected_group import CollectedGroup
from hcmd_lab.storage.importers.column_map import (
    ColumnMap,
    HeadSeat,
    Payouts,
    Role,
    find_columns,
)
from hcmd_lab.storage.importers.csv_reader import CsvRow, require_width
from hcmd_lab.storage.importers.fund_check import paid_from_fund
from hcmd_lab.storage.importers.progress import OnProgress, untold
from hcmd_lab.storage.importers.shape import LeftOut, Reading
from hcmd_lab.storage.importers.simple_tables import plain_table
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.table import Table
from hcmd_lab.storage.importers.table_lines import table_lines
from hcmd_lab.storage.importers.vote_words import VoteWords

_ROWS_AT_ONCE = 1000


def read_plain(path: Path, game: Game) -> Reading:
    """Read a plain table, leaving out groups with something missing or of another size.

    Raises:
        UsageError: Something in it is wrong: a value, a payout that no fund gives, an endowment
            that the game does not have.
    """
    source = Source()
    rows = table_lines(path, source)
    line, header = next(rows, (1, []))
    return read_table(path, game, plain_table(line, header, rows), source, ColumnMap())


def read_table(
    path: Path,
    game: Game,
    table: Table,
    source: Source,
    asked: ColumnMap,
    on_progress: OnProgress = untold,
) -> Reading:
    """Read a table with a row for each decision, as `read_plain` does.

    Args:
        path: The file, for what is told.
        game: The study's game.
        table: Its rows.
        source: How the file is written.
        asked: What was said about the columns.
        on_progress: Told how many bytes have been read, and of how many; may raise to stop.

    Raises:
        UsageError: Something in it is wrong, or a column is lacking.
    """
    payouts = table.payouts if asked.payouts is Payouts.FOUND_OUT else asked.payouts
    unread = {Role.PAYOUT, Role.MECHANISM} if payouts is Payouts.EQUAL else set()
    known = {role: headings for role, headings in table.known.items() if role not in unread}
    wanted = [role for role in table.needed if role not in unread]
    columns = find_columns(path.name, table.line, table.header, known, asked, wanted)
    if not columns.has(Role.SEAT) and not columns.has(Role.PLAYER):
        raise UsageError(
            "{file}, row {line}: no column says who decided; say which one it is with --map "
            "player=… or --map seat=…. Nothing was imported.",
            file=path.name,
            line=table.line,
        )
    needed = [
        role
        for role in (Role.STAGE, Role.ROUND, Role.SEAT, Role.ENDOWMENT, Role.CONTRIBUTION,
                     Role.PAYOUT)
        if columns.has(role) and role not in unread
    ]  # fmt: skip
    if not columns.has(Role.SEAT):
        needed.append(Role.PLAYER)
    votes = VoteWords()
    groups: dict[str, CollectedGroup] = {}
    fewest = 1 + columns.last_needed((Role.GROUP, *needed))
    file = path.name
    for read, (line, cells) in enumerate(table.rows):
        if read % _ROWS_AT_ONCE == 0:
            on_progress(source.done, source.size)
        require_width(file, line, table.header, cells, fewest)
        row = CsvRow(file, line, columns.cells(cells), source, columns.names)
        name = row.text(Role.GROUP)
        if name not in groups:
            groups[name] = CollectedGroup(name, row, game, needed)
        groups[name].add(row, votes)
    said = replace(asked, payouts=payouts)
    reading = _finish(path.name, list(groups.values()), votes, source, said, game)
    told = list(table.advice)
    if table.known != plain_table(1, (), iter(())).known or asked:
        told.append(columns.told())
    if (votes_elsewhere := columns.without_votes()) is not None:
        told.append(votes_elsewhere)
    if not columns.has(Role.STAGE):
        told.append(Sentence("No column tells stages; all rounds were taken for stage 1."))
    return Reading(
        reading.groups,
        reading.left_out,
        reading.named,
        (*source.recognised(), *told, *reading.recognised),
        {str(role): name for role, name in columns.names.items()},
    )


def _finish(
    file: str,
    groups: Sequence[CollectedGroup],
    votes: VoteWords,
    source: Source,
    asked: ColumnMap,
    game: Game,
) -> Reading:
    """Number, seat and check the groups that were collected."""
    before = _rounds_before(groups)
    if any(before.values()):
        for group in groups:
            group.count_anew(before)
    slots = {slot for group in groups for made in group.decisions.values() for slot in made}
    first_round = min((number for number, _ in slots), default=1) and 1
    first_seat = int(min((seat for _, seat in slots), default=0) == 1)
    del slots
    kept, left_out = [], []
    for group in groups:
        group.number_from(first_round, first_seat)
        reason = group.reason_to_leave_out(first_round, first_seat)
        if reason is None and group.fault is not None:
            raise group.fault
        if reason is None:
            kept.append(group)
        else:
            left_out.append(LeftOut(group.name, reason))
    recognised = []
    if any(before.values()):
        recognised.append(Sentence("Rounds are counted through all stages."))
    is_head_found = True  # by its endowment, not by its seat
    if any(group.is_seated_by_player for group in kept):
        for group in kept:
            group.seat_the_head()
        recognised.append(_seated_by_player(game))
    elif asked.head is HeadSeat.MOVED and (n := sum(group.seat_the_head() for group in kept)):
        recognised.append(
            Sentence(
                "In {n} group(s) the head had another seat and was given seat {first}; the seats "
                "before it moved up by one.",
                n=n,
                first=first_seat,
            )
        )
    else:
        is_head_found = False
    rounds = [played for group in kept for played in group.rounds(first_round)]
    decimals = source.decimals.get(Role.PAYOUT, 0)
    verdict = paid_from_fund(file, rounds, game, first_seat, decimals, asked.payouts)
    if first_seat == 1:
        recognised.append(
            Sentence("Seats are numbered from 1.")
            if is_equal(game) or is_head_found
            else Sentence("Seats are numbered from 1; seat 1 was taken for the head.")
        )
    if first_round == 0:
        recognised.append(Sentence("Rounds are numbered from 0."))
    bots = sum(group.had_bots for group in kept)
    if bots:
        recognised.append(Sentence("In {n} group(s) a program played in a seat.", n=bots))
    finished = [group.finish(votes, verdict.payouts) for group in kept]
    return Reading(
        tuple(finished), len(left_out), tuple(left_out),
        (*recognised, *votes.recognised(), *verdict.recognised),
    )  # fmt: skip


def _rounds_before(groups: Sequence[CollectedGroup]) -> dict[int, int]:
    """By stage the rounds of those before it, where a file counts rounds through all stages."""
    numbers: dict[int, set[int]] = {}
    for group in groups:
        for stage, decisions in group.decisions.items():
            numbers.setdefault(stage, set()).update(number for number, _ in decisions)
    stages = sorted(numbers)
    first = min(numbers[stages[0]], default=0) if stages else 0
    counts_on = all(
        min(numbers[later]) > max(numbers[earlier]) for earlier, later in itertools.pairwise(stages)
    )
    return {stage: min(numbers[stage]) - first if counts_on else 0 for stage in stages}


def _seated_by_player(game: Game) -> Sentence:
    """How seats follow from players; where all have the same coins nobody is told from others."""
    if is_equal(game):
        return Sentence(
            "No column tells seats: players are seated in the order of their first rows."
        )
    return Sentence(
        "No column tells seats: players are seated in the order of their first rows, and where "
        "only one of them has {coins} coins, that one is the head.",
        coins=game.head_endowment,
    )
