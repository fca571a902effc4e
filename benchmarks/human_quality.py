"""Does MODEL behave like the people it was fitted to? On the GMTV data.

    python -m benchmarks.human_quality DATA [--seeds N] [--json] [--picture FILE]

DATA is `gmtv.csv`. For each seed 30% of the groups are set aside and MODEL is run on the others, as
in `human_data`. Its predictions for the groups set aside are checked for calibration; then it plays
their game by itself, from the first round, and what it does is measured beside what they did. How
far the groups it was fitted to are from those set aside says how much of a distance is chance.
"""

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.calibration import Calibration, calibration
from benchmarks.human_data import Trial, human_groups, trial
from benchmarks.human_game import play
from benchmarks.people_measures import persistence, root_mean_square
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob
from hcmd_lab.learning.arrays import Contributions
from hcmd_lab.learning.participants import ContributionModel
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.sequences import Sequences

COPIES = 50
"""Games that the model plays for each group set aside."""

PICTURE_SCALE = 1.5
"""Sharp enough for a page, and small."""

PLAYERS = ("set aside", "others", "model")

Floats = NDArray[np.float64]


@dataclasses.dataclass(frozen=True)
class Predictions:
    """Every contribution that was possible in a decision, and whether it was chosen.

    Attributes:
        probability: `[P]`.
        chosen: `[P]`.
        group: `[P]`; index of the group.
    """

    probability: Floats
    chosen: NDArray[np.bool_]
    group: NDArray[np.int64]


@dataclasses.dataclass(frozen=True)
class Behaviour:
    """What some people did, or a model in their place.

    Attributes:
        curve: `[T]` mean fraction contributed by round.
        measures: Heaping, persistence and correlation, by name.
    """

    curve: Floats
    measures: dict[str, float]


def predictions(tried: Trial) -> Predictions:
    """What the model says of each decision of the groups set aside, from what went before it."""
    data = Sequences.of(tried.left_out, tried.fitted.architecture.inputs, torch.device("cpu"))
    with torch.no_grad():
        logits = tried.fitted[0].contribution(data.features, data.endowment)[data.counted]
    possible = torch.isfinite(logits)
    choice = data.contribution[data.counted].unsqueeze(1)
    chosen = torch.arange(logits.shape[1]) == choice
    group = data.group.unsqueeze(1).expand_as(data.counted)[data.counted]
    return Predictions(
        logits.softmax(1)[possible].double().numpy(),
        chosen[possible].numpy(),
        group.unsqueeze(1).expand_as(possible)[possible].numpy(),
    )


def played(data: Contributions) -> list[Floats]:
    """Fractions contributed `[T, G, N]`, one block for each number of rounds."""
    rounds = data.counted.any(-1).sum(-1)
    fraction = (data.contribution / data.endowment).double()
    return [
        fraction[rounds == number, :number].transpose(0, 1).numpy()
        for number in torch.unique(rounds).tolist()
    ]


def simulated(people: ContributionModel, like: Sequence[Floats], seed: int) -> list[Floats]:
    """The same blocks, each group `COPIES` times, as the model plays them by itself."""
    blocks = []
    for fraction in like:
        rounds, groups, _ = fraction.shape
        dice = generator(seed, f"human game/{rounds}")
        endowment, contribution, _ = play(people, rounds, COPIES * groups, dice)
        blocks.append((contribution / endowment).double().numpy())
    return blocks


def behaviour(blocks: Sequence[Floats]) -> Behaviour:
    """Measure blocks of fractions `[T, G, N]`."""
    longest = max(len(fraction) for fraction in blocks)
    curve = [
        np.concatenate([fraction[t].ravel() for fraction in blocks if t < len(fraction)]).mean()
        for t in range(longest)
    ]
    means = np.concatenate([fraction.mean(0).ravel() for fraction in blocks])
    return Behaviour(
        np.array(curve),
        {
            "mean": float(np.concatenate([fraction.ravel() for fraction in blocks]).mean()),
            **persistence(blocks),
            "person_mean_deviation": float(means.std()),
        },
    )


def measure(groups: Sequence[PlayedGroup], seed: int) -> tuple[Predictions, dict[str, Behaviour]]:
    """Both for one seed; behaviour of each of `PLAYERS`."""
    tried = trial(
        groups,
        ModelJob(game=PAPER_GAME, seed=seed, compute=Compute(device=DeviceKind.CPU, threads=1)),
    )
    left_out = played(tried.left_out)
    (people,) = tried.fitted
    by_itself = simulated(people.contribution, left_out, seed)
    blocks = (left_out, played(tried.known), by_itself)
    return predictions(tried), {
        name: behaviour(of) for name, of in zip(PLAYERS, blocks, strict=True)
    }


def pooled(by_seed: Sequence[Predictions]) -> Calibration:
    """Calibration over all seeds; a group that several seeds set aside is still one group."""
    return calibration(
        np.concatenate([one.probability for one in by_seed]),
        np.concatenate([one.chosen for one in by_seed]),
        np.concatenate([one.group for one in by_seed]),
    )


def over_seeds(values: Sequence[float]) -> dict[str, float]:
    """Mean, and the range of the middle 95% of the seeds."""
    low, high = np.quantile(values, (0.025, 0.975))
    return {"mean": float(np.mean(values)), "low": float(low), "high": float(high)}


def compare(by_seed: Sequence[dict[str, Behaviour]]) -> dict[str, Any]:
    """Measures of each player, distances between curves, and mean curves."""
    names = by_seed[0]["model"].measures
    return {
        "measures": {
            name: {who: over_seeds([one[who].measures[name] for one in by_seed]) for who in PLAYERS}
            for name in names
        },
        "curve_distance": {
            who: over_seeds(
                [root_mean_square(one[who].curve - one["set aside"].curve) for one in by_seed]
            )
            for who in PLAYERS[1:]
        },
        "curves": {
            who: np.mean([one[who].curve for one in by_seed], axis=0).tolist() for who in PLAYERS
        },
    }


def main() -> None:
    """Print what was found; draw it if asked."""
    parser = argparse.ArgumentParser(description="Does MODEL behave like people?")
    parser.add_argument("data", type=Path, help="gmtv.csv")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--seeds", type=int, default=20, help="number of seeds")
    parser.add_argument("--picture", type=Path, help="draw it to this file (PNG)")
    options = parser.parse_args()

    groups = human_groups(options.data)
    by_seed = [measure(groups, seed) for seed in range(options.seeds)]
    calibrated = pooled([predicted for predicted, _ in by_seed])
    found = compare([behaved for _, behaved in by_seed])
    if options.picture is not None:
        from benchmarks.human_picture import HumanQuality  # noqa: PLC0415 - needs Qt
        from hcmd_lab.figures.figure import to_png  # noqa: PLC0415

        curves = [[one[who].curve for _, one in by_seed] for who in ("set aside", "model")]
        figure = HumanQuality(calibrated, *map(np.array, curves))
        options.picture.write_bytes(to_png(figure, PICTURE_SCALE))
    if options.json:
        as_lists = {
            name: value.tolist() if isinstance(value, np.ndarray) else value
            for name, value in dataclasses.asdict(calibrated).items()
        }
        print(json.dumps({"seeds": options.seeds, "calibration": as_lists, **found}, indent=2))
        return
    low, high = calibrated.error_interval
    print(f"expected calibration error {calibrated.error:.4f} ({low:.4f} to {high:.4f})")
    print(f"{'':>24}" + "".join(f"{who:>24}" for who in PLAYERS))
    rows = {**found["measures"], "curve_distance": found["curve_distance"]}
    for name, row in rows.items():
        print(f"{name:>24}" + "".join(f"{_range(row.get(who)):>24}" for who in PLAYERS))


def _range(found: dict[str, float] | None) -> str:
    return "" if found is None else "{mean:.3f} ({low:.3f}-{high:.3f})".format(**found)


if __name__ == "__main__":
    main()
