"""The estimators of OPTIMIZE's gradient against each other: variance, bias, and what a second buys.

    python -m benchmarks.gradient [--json] [--batches 200] [--reference 2000] [--threads 0]

At the paper's size, with participants fitted to simulated people. For each estimator:

    variance                    trace of the covariance of one batch's gradient
    signal_to_noise             norm of the gradient / square root of that
    bias                        distance of the mean from a long reference, as a part of the norm,
                                less what sampling alone explains; 0 where that explains it all
    bias_noise                  how much sampling alone explains
    ms                          milliseconds a batch
    signal_to_noise_per_second  of the mean of as many batches as fit into a second

The reference is the mean of many batches of `history`, which is unbiased: the exact gradient of a
tiny game says so in the tests.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from benchmarks.fitted_people import fitted_people  # isort: skip

import msgspec
import torch
from torch import Tensor

from benchmarks.estimators import Estimator, EstimatorName
from benchmarks.paper_size import GAME, GAMES_PER_CONDITION, policy
from hcmd_lab.computer import usable_cores
from hcmd_lab.jobs.requests import Compute, DeviceKind
from hcmd_lab.learning.devices import prepare
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms
from hcmd_lab.learning.self_play import vote_gradient

Estimate = Callable[[torch.Generator], list[Tensor]]
OWN = ("history", "history in torch")
"""The program's own: in compiled loops, and as other devices have it."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--batches", type=int, default=200, help="batches of each estimator")
    parser.add_argument("--reference", type=int, default=2000, help="batches of the reference")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for one per core")
    arguments = parser.parse_args()
    threads = arguments.threads or usable_cores()
    prepare(Compute(device=DeviceKind.CPU, threads=threads))
    with tempfile.TemporaryDirectory(prefix="hcmd-gradient-") as folder:
        models = fitted_people(Path(folder))
    reference, _ = _sample(_estimator("history", models, threads), arguments.reference, seed=1)
    found = {}
    for seed, name in enumerate((*OWN, *get_args(EstimatorName)), start=2):
        torch.set_num_threads(1 if name == "history" else threads)
        sample, ms = _sample(_estimator(name, models, threads), arguments.batches, seed)
        found[name] = _figures(sample, ms, reference)
    if arguments.json:
        print(json.dumps({"threads": threads, **found}, indent=2))
        return
    columns = list(found["history"])
    print(" " * 18 + "".join(f"{column:>28}" for column in columns))
    for name, figures in found.items():
        print(f"{name:18}" + "".join(f"{figures[column]:28.4g}" for column in columns))


def _estimator(name: str, models: ParticipantModels, threads: int) -> Estimate:
    if name not in OWN:
        kind: EstimatorName = msgspec.convert(name, EstimatorName)
        return Estimator(kind, policy(), models, GAME, GAMES_PER_CONDITION)
    gradient = (
        vote_gradient(policy(), ParticipantSet.of(models), GAME, GAMES_PER_CONDITION, threads)
        if name == "history"
        else TorchGradient(policy(), ParticipantSet.of(models), GAME, GAMES_PER_CONDITION)
    )
    endowment = condition_endowments(GAME, GAMES_PER_CONDITION, models.vote.weight)
    return lambda dice: gradient(draw_uniforms(GAME.rounds, endowment, dice))


def _sample(estimate: Estimate, batches: int, seed: int) -> tuple[Tensor, float]:
    """Gradients `[batches, parameters]` and the median of their milliseconds."""
    dice = torch.Generator().manual_seed(seed)
    gradients, times = [], []
    for _ in range(batches):
        began_s = time.perf_counter()
        parts = estimate(dice)
        times.append(1000 * (time.perf_counter() - began_s))
        gradients.append(torch.cat([part.flatten() for part in parts]).double())
    return torch.stack(gradients), statistics.median(times)


def _figures(sample: Tensor, ms: float, reference: Tensor) -> dict[str, float]:
    variance = sample.var(0).sum().item()
    signal = _signal(reference)
    noise = (variance / len(sample) + reference.var(0).sum().item() / len(reference)) ** 0.5
    distance = (sample.mean(0) - reference.mean(0)).norm().item()
    ratio = signal / variance**0.5
    figures = {
        "variance": variance,
        "signal_to_noise": ratio,
        "bias": max(0.0, distance**2 - noise**2) ** 0.5 / signal,
        "bias_noise": noise / signal,
        "ms": ms,
        "signal_to_noise_per_second": ratio * (1000 / ms) ** 0.5,
    }
    return {name: float(f"{value:.4g}") for name, value in figures.items()}


def _signal(reference: Tensor) -> float:
    """Norm of the gradient, without what the noise left in the mean adds to it."""
    square = reference.mean(0).square().sum() - reference.var(0).sum() / len(reference)
    return float(square.clamp(min=0).sqrt())


if __name__ == "__main__":
    main()
