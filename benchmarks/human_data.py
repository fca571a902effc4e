"""How well MODEL predicts people, on the GMTV data (Gaechter, Mengel, Tsakas, Vostroknutov 2017).

    python -m benchmarks.human_data DATA [--json] [--seeds N] [--inputs full|paper] [--threads N]

DATA is `gmtv.csv`. For each seed 30% of the groups are set aside, MODEL is run on the others with
its own cross-validation inside, and its prediction of the groups set aside is compared with the
reference predictors fitted to the same others, and with a multinomial logit where scikit-learn is
installed. So no figure below has seen the data it is about.
"""

import argparse
import importlib.util
import json
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from hcmd_lab.dataset import write_dataset
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs import Compute, DeviceKind, ModelJob, ModelResult
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import Sequences, mean_cross_entropy_of_set
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.references import references
from hcmd_lab.storage.importers.gmtv import read_gmtv


def human_groups(path: Path) -> tuple[PlayedGroup, ...]:
    """The groups without punishment, in whole coins."""
    return tuple(
        PlayedGroup(f"GMTV-{number}", 1, "imported", "acquire", group.stages, group.votes)
        for number, group in enumerate(read_gmtv(path, PAPER_GAME).groups, start=1)
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


def trial(groups: Sequence[PlayedGroup], job: ModelJob) -> Trial:
    """Run MODEL without the groups that the job's seed sets aside."""
    data = arrays.contributions(groups, job.game)
    ((used, set_aside),) = random_splits(job.seed, "set aside", data.groups, 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_dataset(folder / "dataset.jsonl", [groups[int(index)] for index in used])
        *_, result = model(job, folder, folder, lambda: False)
        assert isinstance(result, ModelResult)
        fitted = ParticipantSet.load(folder, result.checkpoint)
    return Trial(fitted, data.of_groups(used), data.of_groups(set_aside))


def predict(groups: Sequence[PlayedGroup], job: ModelJob) -> dict[str, float]:
    """Cross-entropies per decision in nats on the groups set aside with the job's seed, by name.

    `model` is the contribution model, `logit` a multinomial logit on the same inputs; the others
    are the reference predictors.
    """
    tried = trial(groups, job)
    fitted, known, left_out = tried.fitted, tried.known, tried.left_out
    cpu = torch.device("cpu")
    sequences = Sequences.of(left_out, fitted.architecture.inputs, cpu)
    found = {
        "model": mean_cross_entropy_of_set(fitted, sequences),
        **references(known, left_out, job.game.max_endowment),
    }
    if importlib.util.find_spec("sklearn") is not None:
        from benchmarks.logit import logit_cross_entropy  # noqa: PLC0415 - not everywhere installed

        found["logit"] = logit_cross_entropy(
            Sequences.of(known, fitted.architecture.inputs, cpu), sequences
        )
    return found


def main() -> None:
    """Print the table or the JSON."""
    parser = argparse.ArgumentParser(description="How well MODEL predicts people.")
    parser.add_argument("data", type=Path, help="gmtv.csv")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--seeds", type=int, default=20, help="number of seeds")
    parser.add_argument("--inputs", choices=("full", "paper"), default="full")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()

    groups = human_groups(options.data)
    by_seed = [
        predict(
            groups,
            ModelJob(
                game=PAPER_GAME,
                seed=seed,
                inputs=options.inputs,
                compute=Compute(device=DeviceKind.CPU, threads=options.threads),
            ),
        )
        for seed in range(options.seeds)
    ]
    means = {name: statistics.fmean(one[name] for one in by_seed) for name in by_seed[0]}
    if options.json:
        report = {"groups": len(groups), "inputs": options.inputs, "mean": means}
        print(json.dumps({**report, "by_seed": by_seed}, indent=2))
        return
    print(f"{len(groups)} groups; held-out cross-entropy per decision in nats")
    print("seed  " + "  ".join(f"{name:>18}" for name in means))
    for seed, one in enumerate(by_seed):
        print(f"{seed:>4}  " + "  ".join(f"{value:18.4f}" for value in one.values()))
    print("mean  " + "  ".join(f"{value:18.4f}" for value in means.values()))


if __name__ == "__main__":
    main()
