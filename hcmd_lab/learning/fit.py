"""MODEL: fit the participant models to everything played so far (paper section 3.3.2).

Every group in `dataset.jsonl` is used; who may enter it is decided where it is written. The
contribution model's size and number of epochs and the vote model's penalty are chosen by
cross-validation over random splits by group; then both are fitted to all groups.
"""

import statistics
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, assert_never

import msgspec
import torch
from torch import Tensor

from hcmd_lab.computer import usable_cores
from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.usable_votes import MIN_GROUPS, groups_known_by_votes
from hcmd_lab.jobs.job_folder import DATASET_FILE, RESUME_FILE
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult, PredictionCheck, Reference
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, DeviceKind, Inputs, ModelJob, Pretraining
from hcmd_lab.learning import arrays, vote_arrays
from hcmd_lab.learning.check_predictions import ModelErrors, check_predictions, read_played
from hcmd_lab.learning.contribution_fit import ContributionFit, mean_cross_entropy_of_set
from hcmd_lab.learning.cross_validation import (
    Epoch,
    Size,
    Split,
    held_out_curve,
    leads,
    lowest_point,
    random_splits,
)
from hcmd_lab.learning.devices import prepare
from hcmd_lab.learning.fit_curves import (
    FitCurve,
    FittedTo,
    read_fit_curves,
    stored_curves,
    write_fit_curves,
)
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.predictive_checks import predictive_checks
from hcmd_lab.learning.pretraining import simulated_people
from hcmd_lab.learning.references import references
from hcmd_lab.learning.resamples import group_weights
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.learning.shift import behaviour_shift
from hcmd_lab.learning.vote_fit import (
    COIN_TOSS,
    fit_votes,
    held_out_votes,
    level_share,
    vote_cross_entropy_of_set,
)

LONGER = 1.5
"""How many times the epochs of a single fit the members of a set are trained: the mean of several
forgives what each of them has learned by heart (chosen on human data)."""

VOTE_SPLITS = 20
"""Random splits for the vote model's penalty: a vote says so little that few splits choose badly,
and a fit takes milliseconds."""


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
    _check(job)
    # The compiled loops are of the CPU. A single network is too small to gain from threads; the
    # splits and the members share the cores.
    threads = job.compute.threads or usable_cores()
    device = prepare(Compute(device=DeviceKind.CPU, threads=threads))
    torch.set_num_threads(1)
    groups, sha256 = read_dataset(folder / DATASET_FILE)
    data = arrays.contributions(groups, job.game)
    earlier = [ParticipantSet.load(checkpoints, made) for made in job.earlier]
    if data.groups < MIN_GROUPS:
        raise OperatorError(
            "MODEL needs at least {least} groups with decisions, but there (is|are) only {n}; run "
            "more sessions first.",
            least=MIN_GROUPS,
            n=data.groups,
        )
    architectures = {size: _architecture(job, size) for size in job.sizes}
    inputs = next(iter(architectures.values())).inputs
    sequences = Sequences.of(data, inputs, device.torch, job.game.max_endowment)
    lanes = Lanes(sequences, job.game.max_endowment + 1)
    before = _known_before(job, inputs)
    splits = random_splits(job.seed, "contributions", data.groups, job.splits)
    # Where a job runs is not part of its identity.
    belongs_to = FittedTo(msgspec.structs.replace(job, compute=Compute()), sha256)
    curves = read_fit_curves(folder / RESUME_FILE, belongs_to)
    guesses = _references(data, splits, job.game.max_endowment)
    told = {f"reference {name}": statistics.fmean(each) for name, each in guesses.items()}
    total = (len(architectures) + 1) * job.max_epochs

    for number, (size, architecture) in enumerate(architectures.items()):
        if size in curves:
            continue
        curve: list[Epoch] = []
        found = held_out_curve(
            architecture, lanes, splits, job.seed, job.max_epochs, threads, before
        )
        for means in found:
            curve.append(means)
            step = number * job.max_epochs + len(curve)
            yield Progress(
                phase=JobPhase.CROSS_VALIDATION,
                step=step,
                total=total,
                device=device.name,
                metrics={
                    "epoch": len(curve),
                    "size": number + 1,
                    "sizes": len(architectures),
                    f"held_out {size[0]}/{size[1]}": means.held_out,
                    f"training {size[0]}/{size[1]}": means.training,
                    **told,
                },
            )
            if should_stop():
                yield Stopped(step=step)
                return
        curves[size] = FitCurve.of(curve)
        write_fit_curves(folder / RESUME_FILE, belongs_to, curves)

    tried = {size: curves[size] for size in architectures}
    size, epochs, by_split = lowest_point({size: tried[size].by_split for size in tried})
    if job.members > 1:
        epochs = min(round(LONGER * epochs), job.max_epochs)
    refit: list[float] = []
    with ThreadPoolExecutor(threads, "member") as pool:
        fits = _begin(job, architectures[size], lanes, before, pool)
        for epoch in range(1, epochs + 1):
            training = statistics.fmean(pool.map(ContributionFit.epoch, fits))
            refit.append(training)
            yield Progress(
                phase=JobPhase.REFIT,
                step=len(architectures) * job.max_epochs + epoch,
                total=len(architectures) * job.max_epochs + epochs,
                device=device.name,
                metrics={"epoch": epoch, "training": training, **told},
            )
            if should_stop():
                yield Stopped(step=len(architectures) * job.max_epochs + epoch)
                return

    done = len(architectures) * job.max_epochs + epochs
    models = _participants(architectures[size], fits)
    votes = vote_arrays.votes_to_fit(groups, job.game, inputs)
    fitted = yield from _fit_votes(
        job,
        votes,
        models,
        Progress(phase=JobPhase.VOTES, step=done, total=done, device=device.name),
        threads,
    )
    predictive = predictive_checks(models, groups, job.game, job.seed)
    yield ModelResult(
        checkpoint=models.save(checkpoints),
        dataset_sha256=sha256,
        groups=data.groups,
        decisions=data.decisions,
        votes=fitted.votes,
        linear_size=size[0],
        lstm_size=size[1],
        epochs=epochs,
        l2=fitted.l2,
        contribution=CrossEntropies(
            held_out=statistics.fmean(by_split),
            training=mean_cross_entropy_of_set(models, sequences),
            references={name: statistics.fmean(each) for name, each in guesses.items()},
            leads=leads(by_split, guesses, splits),
        ),
        vote=fitted.cross_entropies,
        members=job.members,
        pretrained=0 if before is None else len(before.everyone),
        vote_groups=groups_known_by_votes(groups, job.game) if fitted.votes else 0.0,
        features=predictive.features,
        curve=predictive.curve,
        curves=stored_curves(tried, refit, fitted.held_out),
        shift=behaviour_shift([*earlier, models], _of_iterations(job, groups), job.game, threads),
        checks=_checked(job, folder, earlier, groups, threads),
    )


def _begin(
    job: ModelJob,
    architecture: ParticipantArchitecture,
    lanes: Lanes,
    before: Lanes | None,
    pool: ThreadPoolExecutor,
) -> list[ContributionFit]:
    """The fits to all groups, each to a resample of its own."""

    def begin(purpose: str, weights: Tensor | None) -> ContributionFit:
        dice = generator(job.seed, purpose)
        return ContributionFit(architecture, lanes, lanes.everyone, dice, weights, before)

    weights = group_weights(job.seed, len(lanes.everyone), job.members)
    return list(pool.map(begin, _purposes(job.members), weights))


def _known_before(job: ModelJob, inputs: Inputs) -> Lanes | None:
    """The people whom the models know before the study's groups; None if there are none."""
    match job.pretraining:
        case Pretraining.NONE:
            return None
        case Pretraining.SIMULATED:
            people = simulated_people(job.game, job.seed)
            cpu = torch.device("cpu")
            most = job.game.max_endowment
            return Lanes(Sequences.of(people, inputs, cpu, most), most + 1)
        case _:
            assert_never(job.pretraining)


def _participants(
    architecture: ParticipantArchitecture, fits: Sequence[ContributionFit]
) -> ParticipantSet:
    """A set whose members contribute as they were fitted; their votes are not fitted yet."""
    members = [ParticipantModels(architecture) for _ in fits]
    for made, fit in zip(members, fits, strict=True):
        made.contribution.load_state_dict(fit.model.state_dict())
    return ParticipantSet.of(*members)


class _FittedVotes(NamedTuple):
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


def _fit_votes(
    job: ModelJob, votes: vote_arrays.Votes, models: ParticipantSet, where: Progress, threads: int
) -> Generator[Progress, None, _FittedVotes]:
    """Fit the vote model's weights.

    With too few groups that voted they stay 0, which is a coin toss.

    Yields:
        `where`, after each penalty, with what is known of the votes.
    """
    if votes.groups < MIN_GROUPS:
        nothing = CrossEntropies(
            held_out=COIN_TOSS, training=COIN_TOSS, references={Reference.COIN_TOSS: COIN_TOSS}
        )
        return _FittedVotes(0, max(job.vote_penalties), nothing, {})
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
    return _FittedVotes(votes.votes, l2, cross_entropies, means)


def _checked(
    job: ModelJob,
    folder: Path,
    earlier: list[ParticipantSet],
    groups: Sequence[PlayedGroup],
    threads: int,
) -> tuple[PredictionCheck, ...]:
    """What the models before expected of the newest people, and what came."""
    if not earlier:
        return ()
    of_iterations = _of_iterations(job, groups)
    newest = [group for group in of_iterations if group.iteration == len(earlier) + 1]
    tables = read_played(folder, job.played)
    since = {group.group for group in newest}
    known = [group for group in groups if group.group not in since]
    errors = ModelErrors(
        job.widening, job.giving_widening, groups_known_by_votes(known, job.game), len(known)
    )
    return check_predictions(earlier[-1], tables, newest, job.game, job.seed, errors, threads)


def _of_iterations(job: ModelJob, groups: Sequence[PlayedGroup]) -> list[PlayedGroup]:
    """The groups that met the mechanism of their iteration, not one that was set aside since."""
    return [group for group in groups if group.group not in job.set_aside]


def _purposes(members: int) -> list[str]:
    """Names of the draws of each member; the first has those that a single fit always had."""
    return ["all groups", *(f"member/{number}" for number in range(1, members))]


def _references(
    data: arrays.Contributions, splits: list[Split], max_endowment: int
) -> dict[str, list[float]]:
    """The references on the groups that each split leaves out."""
    each = [
        references(data.of_groups(training), data.of_groups(left_out), max_endowment)
        for training, left_out in splits
    ]
    return {name: [one[name] for one in each] for name in each[0]}


def _check(job: ModelJob) -> None:
    possible = job.sizes and job.vote_penalties and min(job.vote_penalties) > 0
    if not possible or min(job.splits, job.max_epochs, job.members) < 1:
        raise UsageError(
            "MODEL needs at least one size, one split, one epoch, one fit and one penalty, all "
            "penalties above 0; change the study's settings."
        )


def _architecture(job: ModelJob, size: Size) -> ParticipantArchitecture:
    try:
        return msgspec.convert(
            {
                "linear_size": size[0],
                "lstm_size": size[1],
                "inputs": job.inputs,
                "vote_inputs": job.inputs,
                "one_hot": job.inputs == Inputs.FULL,
                "stage_order": job.inputs == Inputs.FULL,
                "max_endowment": job.game.max_endowment,
                "rounds": job.game.rounds,
                "seats": job.game.seats,
            },
            ParticipantArchitecture,
        )
    except msgspec.ValidationError as error:
        raise UsageError(
            "The participant models cannot be built with size {linear}/{lstm} and inputs "
            "{inputs} ({error}); change the study's settings.",
            linear=size[0],
            lstm=size[1],
            inputs=repr(job.inputs),
            error=error,
        ) from error
