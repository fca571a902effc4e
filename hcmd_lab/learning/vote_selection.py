"""The vote model's penalty, chosen by cross-validation, and the fit with it (section 3.3.2)."""

import statistics
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import msgspec

from hcmd_lab.game.usable_votes import MIN_GROUPS
from hcmd_lab.jobs.modelled import CrossEntropies, Reference
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.learning.cross_validation import leads, random_splits
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.resamples import group_weights
from hcmd_lab.learning.vote_arrays import Votes
from hcmd_lab.learning.vote_fit import (
    COIN_TOSS,
    fit_votes,
    held_out_votes,
    level_share,
    vote_cross_entropy_of_set,
)

VOTE_SPLITS = 20
"""Random splits for the vote model's penalty: a vote says so little that few splits choose badly,
and a fit takes milliseconds."""


class FittedVotes(NamedTuple):
    """What the fit of the vote model has found.

    Attributes:
        votes: Votes used.
        l2: The penalty chosen.
        cross_entropies: Per vote.
        held_out: Of groups left out, by penalty; empty where there was nothing to fit.
    """

    votes: int
    l2: float
    cross_entropies: CrossEntropies
    held_out: dict[float, float]


def select_and_fit(
    job: ModelJob, votes: Votes, models: ParticipantSet, where: Progress, threads: int
) -> Generator[Progress, None, FittedVotes]:
    """Choose the penalty and fit the weights of the set's vote models, which are changed.

    With too few groups that voted they stay 0, which is a coin toss.

    Args:
        job: The job, with the penalties to choose from.
        votes: Votes of all groups.
        models: Each member is fitted to a resample of the groups.
        where: How far the job is.
        threads: Fits at a time.

    Yields:
        `where`, after each penalty, with what is known of the votes.
    """
    if votes.groups < MIN_GROUPS:
        nothing = CrossEntropies(
            held_out=COIN_TOSS, training=COIN_TOSS, references={Reference.COIN_TOSS: COIN_TOSS}
        )
        return FittedVotes(0, max(job.vote_penalties), nothing, {})
    splits = random_splits(job.seed, "votes", votes.groups, VOTE_SPLITS)
    level = level_share(models.architecture.vote_inputs)
    held_out: dict[float, tuple[float, ...]] = {}
    with ThreadPoolExecutor(threads, "votes") as pool:
        for l2 in job.vote_penalties:
            held_out[l2] = held_out_votes(votes, splits, l2, level, pool)
            known = {
                f"vote_held_out {penalty:g}": statistics.fmean(by_split)
                for penalty, by_split in held_out.items()
            }
            told = {"vote_reference coin_toss": COIN_TOSS, **known}
            yield msgspec.structs.replace(where, metrics=told)
        l2 = min(held_out, key=lambda penalty: statistics.fmean(held_out[penalty]))
        resamples = group_weights(job.seed, votes.groups, job.members)
        weights = list(pool.map(lambda each: fit_votes(votes.weighted(each), l2, level), resamples))
    for member, fitted in zip(models, weights, strict=True):
        member.vote.set_weights(fitted)
    cross_entropies = CrossEntropies(
        held_out=statistics.fmean(held_out[l2]),
        training=vote_cross_entropy_of_set(weights, votes),
        references={Reference.COIN_TOSS: COIN_TOSS},
        leads=leads(held_out[l2], {Reference.COIN_TOSS: [COIN_TOSS] * len(splits)}, splits),
    )
    means = {penalty: statistics.fmean(by_split) for penalty, by_split in held_out.items()}
    return FittedVotes(votes.votes, l2, cross_entropies, means)
