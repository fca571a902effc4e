"""The same four groups as other programs would have written them."""

import csv
import io
import random
from typing import NamedTuple

ROUNDS = 3
GROUPS = 2


class Played(NamedTuple):
    """One seat in one round of one group."""

    group: int
    round: int
    seat: int
    endowment: int
    contribution: int
    share: float
    """Coins from the fund."""

    @property
    def earned(self) -> float:
        return round(self.share + self.endowment - self.contribution, 2)


def games(tail: int = 10, growth: float = 1.6) -> list[Played]:
    """Games of two groups whose fund is divided equally."""
    chance = random.Random(tail)  # noqa: S311 - not a secret
    made = []
    for group in range(1, GROUPS + 1):
        for number in range(1, ROUNDS + 1):
            endowments = (10, tail, tail, tail)
            given = [chance.randint(0, coins) for coins in endowments]
            share = growth * sum(given) / 4
            made += [
                Played(group, number, seat, endowments[seat], given[seat], round(share, 2))
                for seat in range(4)
            ]
    return made


def plain(played: list[Played]) -> str:
    header = ["group", "stage", "round", "seat", "endowment", "contribution", "payout"]
    return _csv([header, *([p.group, 1, p.round, p.seat, p.endowment, p.contribution, p.share]
                           for p in played)])  # fmt: skip


def ztree(played: list[Played], *, endowment_in_globals: bool = False) -> str:
    """Globals first, then the subjects with a header for each period, and a practice period."""
    start = ["261129_1015", "1"]
    shared = ["Endowment"] if endowment_in_globals else []
    rows: list[list[object]] = [[*start, "globals", "Period", "NumPeriods", *shared]]
    coins = [10] if shared else []
    rows += [[*start, "globals", number, ROUNDS, *coins] for number in range(ROUNDS + 1)]
    own = [] if endowment_in_globals else ["Endowment"]
    header = [*start, "subjects", "Period", "Subject", "Group", "Profit", *own, "Contribution",
              "TimeContributionEntryOK"]  # fmt: skip
    for number in range(ROUNDS + 1):
        rows.append(list(header))
        for p in played:
            if p.round == max(number, 1):
                has = [] if endowment_in_globals else [p.endowment]
                rows.append([*start, "subjects", number, 4 * p.group + p.seat, p.group, p.earned,
                             *has, p.contribution, "-"])  # fmt: skip
    rows.append([*start, "summary", "Period"])
    return "\n".join("\t".join(map(str, row)) for row in rows) + "\n"


def otree_app(played: list[Played]) -> str:
    header = ["participant.id_in_session", "participant.code", "participant._is_bot",
              "player.id_in_group", "player.contribution", "player.payoff",
              "group.id_in_subsession", "group.total_contribution", "group.individual_share",
              "subsession.round_number", "session.code"]  # fmt: skip
    return _csv([header, *(
        [4 * p.group + p.seat, f"ab{p.group}{p.seat}", 0, p.seat + 1, p.contribution, p.earned,
         p.group, 0, p.share, p.round, "k3f9x2aa"] for p in played
    )])  # fmt: skip


def otree_wide(played: list[Played], app: str = "public_goods") -> str:
    fields = [
        "player.id_in_group",
        "player.contribution",
        "player.payoff",
        "group.id_in_subsession",
        "group.individual_share",
        "subsession.round_number",
    ]
    header = ["participant.code", "participant.payoff", "session.code",
              *(f"{app}.{t}.{name}" for t in range(1, ROUNDS + 1) for name in fields),
              "survey.1.player.age"]  # fmt: skip
    rows: list[list[object]] = [list(header)]
    for group, seat in sorted({(p.group, p.seat) for p in played}):
        row: list[object] = [f"ab{group}{seat}", 1, "k3f9x2aa"]
        for p in played:
            if (p.group, p.seat) == (group, seat):
                row += [seat + 1, p.contribution, p.earned, group, p.share, p.round]
        rows.append([*row, 30])
    return _csv(rows)


def empirica(played: list[Played]) -> str:
    header = ["gameId", "roundIndex", "playerId", "data.endowment", "data.contribution",
              "data.roundPayoff", "dropped"]  # fmt: skip
    return _csv([header, *(
        [f"G{p.group}", p.round - 1, f"P{p.group}{p.seat}", p.endowment, p.contribution, p.share,
         "false"] for p in played
    )])  # fmt: skip


def other(played: list[Played]) -> str:
    """A table with headings of its own; the head is the last of each group."""
    last_first = sorted(played, key=lambda p: (p.group, p.round, -p.seat))
    return _csv([["Team", "T", "Who", "Has", "Gives", "Gets"], *(
        [f"t{p.group}", p.round, 4 * p.group + p.seat, p.endowment, p.contribution, p.earned]
        for p in last_first
    )])  # fmt: skip


def _csv(rows: list[list[object]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
