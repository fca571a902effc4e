"""Fits the simulated people to published human figures and reports the distance.

    python -m benchmarks.calibrate_people DATA_FOLDER [--json] [--fit MINUTES]

Without `--fit` it reports on the population that the product ships. With it, it searches better
constants from there (one process, the time given) and reports on these; nothing is written.
"""

import argparse
import dataclasses
import itertools
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.people_fit import fit
from benchmarks.people_measures import (
    Policies,
    facts,
    mean_curves,
    mean_payouts,
    root_mean_square,
    vote_share,
)
from benchmarks.people_targets import FACTS, Targets, read_targets
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES, Mechanism
from hcmd_lab.game.people_traits import CALIBRATED, Population
from hcmd_lab.game.rules import PAPER_GAME


def report(
    population: Population, targets: Targets, policies: Policies, groups: int
) -> dict[str, Any]:
    """Everything that `docs/simulated-people.md` tells in numbers."""
    curves = mean_curves(population, targets.curves, policies, groups, seed=1)
    distance = {curve: curves[curve] - target for curve, target in targets.curves.items()}
    against_learned = {
        name: vote_share(population, policies["hcrm"], policies[name], groups, seed=2)
        for name in BASELINES
    }
    published = {
        name: {tail: targets.votes_for_learned[name, tail] for tail in shares}
        for name, shares in against_learned.items()
    }
    payouts = mean_payouts(population, targets.payouts, policies, groups, seed=5)
    payout_misses: dict[str, list[float]] = {}
    for cell, target in targets.payouts.items():
        if cell in payouts:
            payout_misses.setdefault(cell[0], []).append(payouts[cell] - target)
    return {
        "population": dataclasses.asdict(population),
        "overall_rms": root_mean_square(list(distance.values())),
        "curves": {
            " ".join(map(str, curve)): {
                "rms": root_mean_square(distance[curve]),
                "published": target.tolist(),
                "simulated": curves[curve].tolist(),
            }
            for curve, target in targets.curves.items()
        },
        "payout_by_contribution_rms_coins": {
            name: root_mean_square(misses) for name, misses in payout_misses.items()
        },
        "facts": {
            name: {"target": FACTS[name], "simulated": value}
            for name, value in facts(population, policies, groups, seed=3).items()
        },
        "votes": {
            f"{first} > {second}": vote_share(
                population, policies[first], policies[second], groups, seed=4
            )
            for first, second in itertools.combinations(reversed(BASELINES), 2)
        },
        "votes_for_learned": {"published": published, "simulated": against_learned},
        "votes_for_learned_rms": root_mean_square(
            [s - published[name][t] for name, by in against_learned.items() for t, s in by.items()]
        ),
    }


def print_table(result: dict[str, Any]) -> None:
    """The report as text."""
    print(f"Curves: overall root-mean-square distance {result['overall_rms']:.3f}")
    for name, curve in result["curves"].items():
        ends = " ".join(
            f"{kind} {curve[kind][0]:.2f}..{curve[kind][-1]:.2f}"
            for kind in ("published", "simulated")
        )
        print(f"  {name:28} {curve['rms']:.3f}  {ends}")
    print("Mean payout by own contribution (not fitted): root-mean-square distance in coins")
    for name, distance in result["payout_by_contribution_rms_coins"].items():
        print(f"  {name:28} {distance:.2f}")
    print("Facts")
    for name, fact in result["facts"].items():
        print(f"  {name:28} target {fact['target']:.2f}  simulated {fact['simulated']:.2f}")
    print("Share of votes for the first, by tail endowment; mean")
    simulated = {f"hcrm > {k}": v for k, v in result["votes_for_learned"]["simulated"].items()}
    published = {f"published: {k}": v for k, v in result["votes_for_learned"]["published"].items()}
    for name, by_tail in (result["votes"] | simulated | published).items():
        shares = " ".join(f"{share:.2f}" for share in by_tail.values())
        print(f"  {name:40} {shares}  {sum(by_tail.values()) / len(by_tail):.3f}")
    print("Constants")
    for name, value in result["population"].items():
        print(f"  {name:28} {value:.4g}")


def main() -> int:
    """Read the arguments, work, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data_folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--fit", type=float, metavar="MINUTES", help="search better constants")
    parser.add_argument("--groups", type=int, default=1000, help="simulated groups a condition")
    arguments = parser.parse_args()
    try:
        targets = read_targets(arguments.data_folder)
    except OperatorError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    mechanisms: list[Mechanism] = [*BASELINES.values(), targets.learned]
    policies = {mechanism.name: freeze(mechanism, PAPER_GAME) for mechanism in mechanisms}
    population = CALIBRATED
    if arguments.fit is not None:
        population = fit(targets, policies, population, arguments.fit)
    result = report(population, targets, policies, arguments.groups)
    if arguments.json:
        print(json.dumps(result))
    else:
        print_table(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
