"""MODEL: fit the participant models to everything played so far (paper section 3.3.2).

Every group in `dataset.jsonl` is used; who may enter it is decided where it is written. The
contribution model's size and number of epochs and the vote model's penalty are chosen by
cross-validation over random splits by group; then both are fitted to all groups.
"""

import statistics
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import msgspec
from torch import Tensor

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.usable_votes import groups_known_by_votes
from hcmd_lab.jobs.job_folder import RESUME_FILE
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult, PredictionCheck
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, ModelJob
from hcmd_lab.learning import vote_arrays
from hcmd_lab.learning.check_predictions import ModelErrors, check_predictions, read_played
from hcmd_lab.learning.contribution_fit import ContributionFit, mean_cross_entropy_of_set
from hcmd_lab.learning.cross_validation import (
    Epoch,
    Size,
    held_out_curve,
    leads,
    lowest_point,
)
from hcmd_lab.learning.fit_basis import FitBasis
from hcmd_lab.learning.fit_curves import (
    FitCurve,
    FittedTo,
    read_fit_curves,
    stored_curves,
    write_fit_curves,
)
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.predictive_checks import predictive_checks
from hcmd_lab.learning.resamples import group_weights
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.shift import behaviour_shift
from hcmd_lab.learning.vote_selection import select_and_fit

LONGER = 1.5
"""How many times the epochs of a single fit the members of a set are trained: the mean of several
forgives what each of them has learned by heart (chosen on human data)."""


def model(
    job: ModelJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | ModelResult | Stopped]:
    """Run MODEL; a stopped run repeated in the same folder gives the same result.

    Args:
        job: The job.
        folder: Holds `dataset.jsonl`; what is needed to go on is kept there, size by size.
        checkpoints: The folder for the participant models.
        should_stop: Asked once an epoch.

    Raises:
        OperatorError: The data or the job cannot be used.
    """
    basis = FitBasis.read(job, folder)
    earlier = [ParticipantSet.load(checkpoints, made) for made in job.earlier]
    tried = yield from _try_sizes(basis, folder, should_stop)
    if tried is None:
        return
    size, epochs, by_split = lowest_point({size: tried[size].by_split for size in tried})
    if job.members > 1:
        epochs = min(round(LONGER * epochs), job.max_epochs)
    refit = yield from _refit(basis, basis.architectures[size], epochs, should_stop)
    if refit is None:
        return
    models = refit.models
    votes = vote_arrays.votes_to_fit(basis.groups, job.game, basis.inputs)
    done = basis.epochs_of_sizes + epochs
    fitted = yield from select_and_fit(
        job,
        votes,
        models,
        Progress(phase=JobPhase.VOTES, step=done, total=done, device=basis.device.name),
        basis.threads,
    )
    predictive = predictive_checks(models, basis.groups, job.game, job.seed)
    yield ModelResult(
        checkpoint=models.save(checkpoints),
        dataset_sha256=basis.dataset_sha256,
        groups=basis.data.groups,
        decisions=basis.data.decisions,
        votes=fitted.votes,
        linear_size=size[0],
        lstm_size=size[1],
        epochs=epochs,
        l2=fitted.l2,
        contribution=CrossEntropies(
            held_out=statistics.fmean(by_split),
            training=mean_cross_entropy_of_set(models, basis.sequences),
            references=basis.mean_guesses,
            leads=leads(by_split, basis.guesses, basis.splits),
        ),
        vote=fitted.cross_entropies,
        members=job.members,
        pretrained=0 if basis.before is None else len(basis.before.everyone),
        vote_groups=groups_known_by_votes(basis.groups, job.game) if fitted.votes else 0.0,
        features=predictive.features,
        curve=predictive.curve,
        curves=stored_curves(tried, refit.losses, fitted.held_out),
        shift=behaviour_shift(
            [*earlier, models], _of_iterations(job, basis.groups), job.game, basis.threads
        ),
        checks=_checked(basis, folder, earlier),
    )


def _try_sizes(
    basis: FitBasis, folder: Path, should_stop: Callable[[], bool]
) -> Generator[Progress | Stopped, None, dict[Size, FitCurve] | None]:
    """Cross-validate each size; None, after `Stopped`, if it was asked to stop meanwhile.

    The curves of finished sizes are kept in the job's folder, and not computed again.
    """
    job = basis.job
    # Where a job runs is not part of its identity.
    belongs_to = FittedTo(msgspec.structs.replace(job, compute=Compute()), basis.dataset_sha256)
    curves = read_fit_curves(folder / RESUME_FILE, belongs_to)
    for number, (size, architecture) in enumerate(basis.architectures.items()):
        if size in curves:
            continue
        curve: list[Epoch] = []
        found = held_out_curve(
            architecture,
            basis.lanes,
            basis.splits,
            job.seed,
            job.max_epochs,
            basis.threads,
            basis.before,
        )
        for means in found:
            curve.append(means)
            step = number * job.max_epochs + len(curve)
            yield Progress(
                phase=JobPhase.CROSS_VALIDATION,
                step=step,
                total=basis.epochs_of_sizes + job.max_epochs,
                device=basis.device.name,
                metrics={
                    "epoch": len(curve),
                    "size": number + 1,
                    "sizes": len(basis.architectures),
                    f"held_out {size[0]}/{size[1]}": means.held_out,
                    f"training {size[0]}/{size[1]}": means.training,
                    **basis.told,
                },
            )
            if should_stop():
                yield Stopped(step=step)
                return None
        curves[size] = FitCurve.of(curve)
        write_fit_curves(folder / RESUME_FILE, belongs_to, curves)
    return {size: curves[size] for size in basis.architectures}


class _Refit(NamedTuple):
    """The fit to all groups.

    Attributes:
        models: They contribute as they were fitted; their votes are not fitted yet.
        losses: Mean cross-entropy per decision in nats while they learned, by epoch.
    """

    models: ParticipantSet
    losses: list[float]


def _refit(
    basis: FitBasis,
    architecture: ParticipantArchitecture,
    epochs: int,
    should_stop: Callable[[], bool],
) -> Generator[Progress | Stopped, None, _Refit | None]:
    """Fit the members of a set; None, after `Stopped`, if it was asked to stop meanwhile."""
    losses: list[float] = []
    with ThreadPoolExecutor(basis.threads, "member") as pool:
        fits = _begin(basis, architecture, pool)
        for epoch in range(1, epochs + 1):
            training = statistics.fmean(pool.map(ContributionFit.epoch, fits))
            losses.append(training)
            yield Progress(
                phase=JobPhase.REFIT,
                step=basis.epochs_of_sizes + epoch,
                total=basis.epochs_of_sizes + epochs,
                device=basis.device.name,
                metrics={"epoch": epoch, "training": training, **basis.told},
            )
            if should_stop():
                yield Stopped(step=basis.epochs_of_sizes + epoch)
                return None
    return _Refit(_participants(architecture, fits), losses)


def _begin(
    basis: FitBasis, architecture: ParticipantArchitecture, pool: ThreadPoolExecutor
) -> list[ContributionFit]:
    """The fits to all groups, each to a resample of its own."""
    lanes, seed, members = basis.lanes, basis.job.seed, basis.job.members

    def begin(purpose: str, weights: Tensor | None) -> ContributionFit:
        dice = generator(seed, purpose)
        return ContributionFit(architecture, lanes, lanes.everyone, dice, weights, basis.before)

    weights = group_weights(seed, len(lanes.everyone), members)
    return list(pool.map(begin, _purposes(members), weights))


def _participants(
    architecture: ParticipantArchitecture, fits: Sequence[ContributionFit]
) -> ParticipantSet:
    """A set whose members contribute as they were fitted; their votes are not fitted yet."""
    members = [ParticipantModels(architecture) for _ in fits]
    for made, fit in zip(members, fits, strict=True):
        made.contribution.load_state_dict(fit.model.state_dict())
    return ParticipantSet.of(*members)


def _checked(
    basis: FitBasis, folder: Path, earlier: list[ParticipantSet]
) -> tuple[PredictionCheck, ...]:
    """What the models before expected of the newest people, and what came."""
    if not earlier:
        return ()
    job, groups = basis.job, basis.groups
    of_iterations = _of_iterations(job, groups)
    newest = [group for group in of_iterations if group.iteration == len(earlier) + 1]
    tables = read_played(folder, job.played)
    since = {group.group for group in newest}
    known = [group for group in groups if group.group not in since]
    errors = ModelErrors(
        job.widening, job.giving_widening, groups_known_by_votes(known, job.game), len(known)
    )
    return check_predictions(earlier[-1], tables, newest, job.game, job.seed, errors, basis.threads)


def _of_iterations(job: ModelJob, groups: Sequence[PlayedGroup]) -> list[PlayedGroup]:
    """The groups that met the mechanism of their iteration, not one that was set aside since."""
    return [group for group in groups if group.group not in job.set_aside]


def _purposes(members: int) -> list[str]:
    """Names of the draws of each member; the first has those that a single fit always had."""
    return ["all groups", *(f"member/{number}" for number in range(1, members))]
