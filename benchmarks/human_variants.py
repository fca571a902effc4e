"""Other ways to train the contribution model, compared with the default on the GMTV data.

    python -m benchmarks.human_variants DATA [--seeds N]

DATA is `gmtv.csv`. Each variant runs the whole of MODEL, cross-validation included, on the same
groups as the default and is asked about the same groups set aside, as in `human_data`.
"""

import argparse
import copy
import statistics
from pathlib import Path
from unittest import mock

import torch

from benchmarks.human_data import human_groups, trial
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs import Compute, DeviceKind, ModelJob
from hcmd_lab.learning.contribution_fit import ContributionFit, Sequences, mean_cross_entropy_of_set
from hcmd_lab.learning.participants import ParticipantArchitecture

AVERAGED_EPOCHS = 10


class MarginalBias(ContributionFit):
    """Begins at how often each contribution was made where it was possible."""

    def __init__(
        self, architecture: ParticipantArchitecture, data: Sequences, dice: torch.Generator
    ) -> None:
        super().__init__(architecture, data, dice)
        bias = self.model.decoder.bias
        coins = torch.arange(len(bias))
        chosen = (data.contribution[data.counted].unsqueeze(1) == coins).sum(0)
        possible = (data.endowment[data.counted].unsqueeze(1) >= coins).sum(0)
        with torch.no_grad():
            # One more of each, spread evenly, so that what nobody did stays possible.
            bias.copy_(torch.log((chosen + 1) / (possible + len(bias))))


class Averaged(ContributionFit):
    """Its parameters are a moving mean over about the last `AVERAGED_EPOCHS` epochs."""

    def __init__(
        self, architecture: ParticipantArchitecture, data: Sequences, dice: torch.Generator
    ) -> None:
        super().__init__(architecture, data, dice)
        self._moving = self.model
        self._epochs = 0

    def epoch(self) -> float:
        """Train what moves, then follow it."""
        mean, self.model = self.model, self._moving
        loss = super().epoch()
        self._epochs += 1
        if self._epochs == 1:
            self.model = copy.deepcopy(self._moving)
            return loss
        self.model = mean
        weight = max(1 / self._epochs, 1 / AVERAGED_EPOCHS)
        with torch.no_grad():
            for kept, moved in zip(mean.parameters(), self._moving.parameters(), strict=True):
                kept.lerp_(moved, weight)
        return loss


VARIANTS: dict[str, type[ContributionFit]] = {
    "default": ContributionFit,
    "marginal_bias": MarginalBias,
    "averaged": Averaged,
}


def held_out(data: Path, seed: int, variant: type[ContributionFit]) -> float:
    """Cross-entropy per decision in nats on the groups that a seed sets aside."""
    job = ModelJob(game=PAPER_GAME, seed=seed, compute=Compute(device=DeviceKind.CPU, threads=1))
    with (
        mock.patch("hcmd_lab.learning.cross_validation.ContributionFit", variant),
        mock.patch("hcmd_lab.learning.fit.ContributionFit", variant),
    ):
        tried = trial(human_groups(data), job)
    left_out = Sequences.of(tried.left_out, tried.fitted.architecture.inputs, torch.device("cpu"))
    return mean_cross_entropy_of_set(tried.fitted, left_out)


def main() -> None:
    """Print each seed and the paired differences from the default."""
    parser = argparse.ArgumentParser(description="Other ways to train, compared.")
    parser.add_argument("data", type=Path, help="gmtv.csv")
    parser.add_argument("--seeds", type=int, default=20, help="number of seeds, at least 2")
    options = parser.parse_args()

    print("seed  " + "  ".join(f"{name:>14}" for name in VARIANTS))
    found: dict[str, list[float]] = {name: [] for name in VARIANTS}
    for seed in range(options.seeds):
        for name, variant in VARIANTS.items():
            found[name].append(held_out(options.data, seed, variant))
        print(f"{seed:>4}  " + "  ".join(f"{of[-1]:14.4f}" for of in found.values()), flush=True)
    for name in list(VARIANTS)[1:]:
        less = [one - other for one, other in zip(found[name], found["default"], strict=True)]
        error = statistics.stdev(less) / len(less) ** 0.5
        print(f"{name} less default: {statistics.fmean(less):.4f}, standard error {error:.4f}")


if __name__ == "__main__":
    main()
