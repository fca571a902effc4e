"""What MODEL's fits of the contribution model start from, whatever groups each is fitted to."""

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

import msgspec
import torch

from hcmd_lab.computer import usable_cores
from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.usable_votes import MIN_GROUPS
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.requests import Compute, DeviceKind, Inputs, ModelJob, Pretraining
from hcmd_lab.learning import arrays
from hcmd_lab.learning.cross_validation import Size, Split, random_splits
from hcmd_lab.learning.devices import Device, prepare
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.pretraining import simulated_people
from hcmd_lab.learning.references import references
from hcmd_lab.learning.sequences import Sequences


@dataclass(frozen=True, slots=True)
class FitBasis:
    """What both fits of the contribution model, of splits and of all groups, start from.

    Attributes:
        job: The job.
        groups: Everything played so far.
        dataset_sha256: Of the file that they were read from.
        data: Their contributions.
        inputs: What the models see.
        sequences: The same contributions, person by person.
        lanes: Those as the compiled loops read them.
        before: The people whom the models know before these; None if there are none.
        architectures: By size, in the order in which they are tried.
        splits: Of the groups.
        guesses: Cross-entropies of the references on what each split leaves out, by name.
        device: The CPU, for which the loops are compiled.
        threads: Fits at a time.
    """

    job: ModelJob
    groups: tuple[PlayedGroup, ...]
    dataset_sha256: str
    data: arrays.Contributions
    inputs: Inputs
    sequences: Sequences
    lanes: Lanes
    before: Lanes | None
    architectures: dict[Size, ParticipantArchitecture]
    splits: list[Split]
    guesses: dict[str, list[float]]
    device: Device
    threads: int

    @classmethod
    def read(cls, job: ModelJob, folder: Path) -> "FitBasis":
        """Prepare a job.

        Raises:
            OperatorError: The data or the job cannot be used.
        """
        _check(job)
        # A single network is too small to gain from threads; the splits and the members share the
        # cores.
        threads = job.compute.threads or usable_cores()
        device = prepare(Compute(device=DeviceKind.CPU, threads=threads))
        torch.set_num_threads(1)
        groups, sha256 = read_dataset(folder / DATASET_FILE)
        data = arrays.contributions(groups, job.game)
        if data.groups < MIN_GROUPS:
            raise OperatorError(
                "MODEL needs at least {least} groups with decisions, but there (is|are) only {n}; "
                "run more sessions first.",
                least=MIN_GROUPS,
                n=data.groups,
            )
        architectures = {size: _architecture(job, size) for size in job.sizes}
        inputs = next(iter(architectures.values())).inputs
        most = job.game.max_endowment
        sequences = Sequences.of(data, inputs, device.torch, most)
        splits = random_splits(job.seed, "contributions", data.groups, job.splits)
        return cls(
            job,
            groups,
            sha256,
            data,
            inputs,
            sequences,
            Lanes(sequences, most + 1),
            _known_before(job, inputs),
            architectures,
            splits,
            _references(data, splits, most),
            device,
            threads,
        )

    @property
    def mean_guesses(self) -> dict[str, float]:
        """Cross-entropies of the references, averaged over the splits."""
        return {name: statistics.fmean(each) for name, each in self.guesses.items()}

    @property
    def told(self) -> dict[str, float]:
        """The same among the metrics of each report."""
        return {f"reference {name}": mean for name, mean in self.mean_guesses.items()}

    @property
    def epochs_of_sizes(self) -> int:
        """Steps that are counted before the fit to all groups begins."""
        return len(self.architectures) * self.job.max_epochs


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


def _references(
    data: arrays.Contributions, splits: list[Split], max_endowment: int
) -> dict[str, list[float]]:
    """The references on the groups that each split leaves out."""
    each = [
        references(data.of_groups(training), data.of_groups(left_out), max_endowment)
        for training, left_out in splits
    ]
    return {name: [one[name] for one in each] for name in each[0]}
