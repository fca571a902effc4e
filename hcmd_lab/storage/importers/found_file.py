"""A file that was read for import, and what is told of it before anything is stored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import MIN_GROUPS, are_comparable
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.equal_shares import MECHANISM
from hcmd_lab.storage.importers.shape import ImportedGroup, LeftOut, Reading
from hcmd_lab.storage.records import ImportedFile

_SLACK = 0.2 + 1e-6
"""Coins that payouts rounded to tenths may miss the fund by."""

MAX_NAMED = 5
"""Groups that are named where people read it; all are in the record."""


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """Contents of an import, counted.

    Attributes:
        session: Code of the session that holds it.
        groups: Groups imported.
        decisions: Contributions in them.
        votes: Votes in them.
        left_out: Groups of the file that are left out.
        left_out_groups: Those of them that have a name in the file, with the reason.
        model_votes: Votes that MODEL can use.
        unused_votes: Why it will not use others, or not yet; empty if it uses all.
        recognised: What was found out about how the file is written.
        rounds: Rounds of each stage, the different numbers that groups have.
        conditions: Groups by the coins of their tail seats.
        everyone_alike: Whether everyone in all groups had the same coins.
        fund_rounds: Rounds whose payouts are the fund, contributions times the game's growth.
        are_payouts_computed: Whether they are so because they were computed from it.
        all_rounds: All rounds.
        layout: The layout that it was read in.
        columns: By role what each column was taken for; empty if the layout fixes it.
    """

    session: str
    groups: int
    decisions: int
    votes: int
    left_out: int
    left_out_groups: tuple[LeftOut, ...] = ()
    model_votes: int = 0
    unused_votes: tuple[Sentence, ...] = ()
    recognised: tuple[Sentence, ...] = ()
    rounds: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    conditions: Mapping[int, int] = field(default_factory=dict)
    everyone_alike: bool = False
    fund_rounds: int = 0
    are_payouts_computed: bool = False
    all_rounds: int = 0
    layout: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that has been read but not yet imported.

    Attributes:
        reading: Its content.
        file: Its name, hash and layout.
        game: The game that it was read for.
    """

    reading: Reading
    file: ImportedFile
    game: Game

    def summary(self, session: str = "") -> ImportSummary:
        """Contents of the import, counted."""
        groups = self.reading.groups
        return ImportSummary(
            session=session,
            groups=len(groups),
            decisions=sum(
                len(row) for group in groups for stage in group.stages
                for row in stage.contributions
            ),
            votes=sum(vote is not None for group in groups for vote in group.votes),
            left_out=self.reading.left_out,
            left_out_groups=self.reading.named,
            model_votes=sum(
                vote is not None for group in groups for vote in group.votes
                if are_comparable(_lengths(group), self.game)
            ),
            unused_votes=unused_votes(groups, self.game),
            recognised=self.reading.recognised,
            rounds=_rounds(groups),
            conditions=dict(sorted(Counter(g.stages[0].endowments[0][-1] for g in groups).items())),
            everyone_alike=len({
                coins for group in groups for stage in group.stages
                for row in stage.endowments for coins in row
            }) == 1,
            fund_rounds=sum(
                abs(sum(paid) - self.game.multiplier * sum(given)) <= _SLACK
                for group in groups for stage in group.stages
                for paid, given in zip(stage.payouts, stage.contributions, strict=True)
            ),
            are_payouts_computed=any(
                stage.mechanism == MECHANISM for group in groups for stage in group.stages
            ),
            all_rounds=sum(len(stage.payouts) for group in groups for stage in group.stages),
            layout=self.file.layout,
            columns=self.reading.columns,
        )  # fmt: skip


def left_out_sentences(named: Iterable[LeftOut]) -> list[Sentence]:
    """The groups that are left out and why; of many, the first."""
    every = list(named)
    told = [
        Sentence("Left out: group {name}; {reason}.", name=group.name, reason=group.reason)
        for group in every[:MAX_NAMED]
    ]
    if len(every) > MAX_NAMED:
        told.append(Sentence("{n} more group(s) (is|are) left out.", n=len(every) - MAX_NAMED))
    return told


def unused_votes(groups: Iterable[ImportedGroup], game: Game) -> tuple[Sentence, ...]:
    """Why MODEL will not use some votes, for each length of stages that it does not compare."""
    counts: dict[tuple[int, int], int] = {}
    every = list(groups)
    for group in every:
        cast = sum(vote is not None for vote in group.votes)
        lengths = _lengths(group)
        if cast and not are_comparable(lengths, game):
            pair = (lengths.get(1, 0), lengths.get(2, 0))
            counts[pair] = counts.get(pair, 0) + cast
    told = [
        Sentence(
            "MODEL will not use {n} vote(s): stages 1 and 2 have {first} and {second} rounds, and "
            "a stage of the study's game has {rounds}.",
            n=count,
            first=first,
            second=second,
            rounds=game.rounds,
        )
        for (first, second), count in sorted(counts.items())
    ]
    voting = sum(
        are_comparable(_lengths(group), game) and any(vote is not None for vote in group.votes)
        for group in every
    )
    if voting < MIN_GROUPS:
        told.append(
            Sentence(
                "OPTIMIZE needs votes that MODEL can use of at least {fewest} groups of the study; "
                "{n} group(s) of this file (has|have) any.",
                fewest=MIN_GROUPS,
                n=voting,
            )
        )
    return tuple(told)


def _rounds(groups: Iterable[ImportedGroup]) -> dict[int, tuple[int, ...]]:
    found: dict[int, set[int]] = {}
    for group in groups:
        for stage in group.stages:
            found.setdefault(stage.stage, set()).add(len(stage.endowments))
    return {stage: tuple(sorted(lengths)) for stage, lengths in sorted(found.items())}


def _lengths(group: ImportedGroup) -> dict[int, int]:
    """Rounds by number of the stage."""
    return {stage.stage: len(stage.endowments) for stage in group.stages}
