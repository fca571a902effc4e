"""How well MODEL predicts people, on data of people.

    python -m benchmarks.human_data DATA [--json] [--seeds N] [--members N] [--inputs full|paper]
        [--pretraining none|simulated] [--groups N] [--threads N] [--no-rivals]

DATA is `gmtv.csv` (Gaechter, Mengel, Tsakas, Vostroknutov 2017) or any file of the plain layout
(`docs/data.md`). For each seed 30% of the groups are set aside, MODEL is run on the others with its
own cross-validation inside, and its prediction of the groups set aside is compared with the
reference predictors fitted to the same others (to `--groups` of them, if that is given), and with a
logit and boosted trees where scikit-learn is installed. So no figure below has seen the data it is
about. `model_overpaid` is MODEL's prediction of the same decisions where everyone had seen three
times the payouts.
"""

import argparse
import dataclasses
import importlib.util
import json
import math
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from hcmd_lab.dataset import write_dataset
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob, Pretraining
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import mean_cross_entropy_of_set
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.participant_inputs import PAYOUT
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.references import references
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.storage.importers.gmtv import read_gmtv
from hcmd_lab.storage.importers.plain import read_plain

OVERPAID = 3


def human_groups(path: Path) -> tuple[PlayedGroup, ...]:
    """The groups of a file, in whole coins; of the GMTV data those without punishment."""
    header = path.read_text(encoding="utf-8-sig").partition("\n")[0]
    read = read_gmtv if header.startswith("exp_num") else read_plain
    return tuple(
        PlayedGroup(f"G-{number}", 1, "imported", "acquire", group.stages, group.votes)
        for number, group in enumerate(read(path, PAPER_GAME).groups, start=1)
    )


@dataclass(frozen=True)
class Trial:
    """MODEL, and the people whom it has and has not seen.

    Attributes:
        fitted: The models.
        known: What MODEL was given.
        left_out: The groups set aside.
    """

    fitted: ParticipantSet
    known: arrays.Contributions
    left_out: arrays.Contributions


def trial(groups: Sequence[PlayedGroup], job: ModelJob, most: int | None = None) -> Trial:
    """Run MODEL without the groups that the job's seed sets aside, on `most` of the others."""
    data = arrays.contributions(groups, job.game)
    ((used, set_aside),) = random_splits(job.seed, "set aside", data.groups, 1)
    used = used[:most]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_dataset(folder / "dataset.jsonl", [groups[int(index)] for index in used])
        *_, result = model(job, folder, folder, lambda: False)
        assert isinstance(result, ModelResult)
        fitted = ParticipantSet.load(folder, result.checkpoint)
    return Trial(fitted, data.of_groups(used), data.of_groups(set_aside))


def predict(
    groups: Sequence[PlayedGroup],
    job: ModelJob,
    with_rivals: bool = True,
    most: int | None = None,
) -> dict[str, float]:
    """Cross-entropies per decision in nats on the groups set aside with the job's seed, by name.

    `model` is the mean of the set's members, `member` the mean of their own cross-entropies.
    """
    tried = trial(groups, job, most)
    fitted, known, left_out = tried.fitted, tried.known, tried.left_out
    cpu = torch.device("cpu")
    sequences = Sequences.of(left_out, fitted.architecture.inputs, cpu)
    alone = [mean_cross_entropy_of_set(ParticipantSet.of(one), sequences) for one in fitted]
    found = {
        "model": mean_cross_entropy_of_set(fitted, sequences),
        "member": statistics.fmean(alone),
        "model_overpaid": mean_cross_entropy_of_set(fitted, overpaid(sequences)),
        **references(known, left_out, job.game.max_endowment),
    }
    if with_rivals and importlib.util.find_spec("sklearn") is not None:
        from benchmarks.rivals import rival_cross_entropies  # noqa: PLC0415 - not everywhere there

        found |= rival_cross_entropies(Sequences.of(known, job.inputs, cpu), sequences)
    return found


def overpaid(sequences: Sequences) -> Sequences:
    """The same people, who have seen themselves paid three times as much."""
    if sequences.features.shape[-1] <= PAYOUT:
        return sequences
    features = sequences.features.clone()
    features[..., PAYOUT] *= OVERPAID
    return dataclasses.replace(sequences, features=features)


def compared(by_seed: Sequence[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Each predictor's mean over the seeds, and MODEL's distance from it with its standard error.

    Groups are set aside anew for each seed: the seeds share groups, so the error is too small.
    """
    found = {}
    for name in by_seed[0]:
        less = [one["model"] - one[name] for one in by_seed]
        error = statistics.stdev(less) / math.sqrt(len(less)) if len(less) > 1 else math.nan
        found[name] = {
            "mean": statistics.fmean(one[name] for one in by_seed),
            "model_less": statistics.fmean(less),
            "error": error,
            "model_lower_in": sum(one["model"] < one[name] for one in by_seed) / len(by_seed),
        }
    return found


def main() -> None:
    """Print the table or the JSON."""
    parser = argparse.ArgumentParser(description="How well MODEL predicts people.")
    parser.add_argument("data", type=Path, help="gmtv.csv or a file of the plain layout")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--seeds", type=int, default=20, help="number of seeds")
    parser.add_argument("--members", type=int, default=8, help="fits in the set")
    parser.add_argument("--inputs", choices=("full", "paper"), default="full")
    parser.add_argument("--pretraining", choices=tuple(Pretraining), default=Pretraining.NONE)
    parser.add_argument("--groups", type=int, help="groups that MODEL is given, at most")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--no-rivals", action="store_true", help="references alone")
    options = parser.parse_args()

    groups = human_groups(options.data)
    by_seed = [
        predict(
            groups,
            ModelJob(
                game=PAPER_GAME,
                seed=seed,
                inputs=options.inputs,
                pretraining=Pretraining(options.pretraining),
                members=options.members,
                compute=Compute(device=DeviceKind.CPU, threads=options.threads),
            ),
            not options.no_rivals,
            options.groups,
        )
        for seed in range(options.seeds)
    ]
    table = compared(by_seed)
    if options.json:
        report = {"groups": len(groups), "inputs": options.inputs, "members": options.members}
        print(json.dumps({**report, "compared": table, "by_seed": by_seed}, indent=2))
        return
    print(f"{len(groups)} groups; held-out cross-entropy per decision in nats")
    for name, row in table.items():
        print(
            f"{name:>20} {row['mean']:8.4f}  model less this {row['model_less']:8.4f} "
            f"(standard error {row['error']:.4f}), lower for {row['model_lower_in']:.0%} of seeds"
        )


if __name__ == "__main__":
    main()
