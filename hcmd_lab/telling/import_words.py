"""What is told of a file before its groups are stored."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.found_file import ImportSummary, left_out_sentences
from hcmd_lab.telling.counts import decisions, votes
from hcmd_lab.telling.numbers import whole


def told_before_storing(summary: ImportSummary) -> list[Sentence]:
    """What was found, left out and recognised, and which votes MODEL will use."""
    told = [
        Sentence(
            "Found {n} complete group(s) with {decisions} and {votes}.",
            n=summary.groups,
            decisions=decisions(summary.decisions),
            votes=votes(summary.votes),
        )
    ]
    return [*told, *told_of_contents(summary)]


def told_of_contents(summary: ImportSummary) -> list[Sentence]:
    """Which votes MODEL will use, what is left out, and what was recognised."""
    unnamed = summary.left_out - len(summary.left_out_groups)
    rounds = "; ".join(
        f"{stage}: {' / '.join(map(str, lengths))}" for stage, lengths in summary.rounds.items()
    )
    return [
        Sentence("Rounds by stage: {rounds}.", rounds=rounds),
        _coins(summary),
        *([] if summary.are_payouts_computed else [_payouts(summary)]),
        Sentence("MODEL can use {votes} of this file.", votes=votes(summary.model_votes)),
        *summary.unused_votes,
        *([Sentence("{n} incomplete group(s) (is|are) left out.", n=unnamed)] if unnamed else []),
        *left_out_sentences(summary.left_out_groups),
        *summary.recognised,
    ]


def _payouts(summary: ImportSummary) -> Sentence:
    """How many rounds bear out that the payouts are the study's."""
    return Sentence(
        "The payouts are the study's fund in {fitting} of {all} rounds.",
        fitting=summary.fund_rounds,
        all=summary.all_rounds,
    )


def _coins(summary: ImportSummary) -> Sentence:
    """The endowments of the groups."""
    if summary.everyone_alike:
        return Sentence("Coins of everyone: {coins}.", coins=next(iter(summary.conditions)))
    coins = ", ".join(f"{tail} ({whole(n)})" for tail, n in summary.conditions.items())
    return Sentence("Coins of the tail seats, and groups that had them: {coins}.", coins=coins)
