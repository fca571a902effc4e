"""Fits the simulated people to published human figures and reports the distance.

    python -m benchmarks.calibrate_people DATA_FOLDER [--json] [--fit EVALUATIONS]

Without `--fit` it reports on the population that the product ships. With it, it searches the
constants anew, which gives the same ones every time, and reports on these; nothing is written.
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
from benchmarks.people_targets import FACTS, HELD_OUT_TAILS, LEARNED, ROLES, Targets, read_targets
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
    tails = PAPER_GAME.tail_endowments
    every = [(name, tail, role) for name in BASELINES for tail in tails for role in ROLES]
    levels = mean_curves(population, every, policies, groups, seed=6)
    distance = {curve: curves[curve] - target for curve, target in targets.curves.items()}
    against_learned = {
        name: vote_share(population, policies[LEARNED], policies[name], groups, seed=2)
        for name in BASELINES
    }
    published = {
        name: {tail: targets.votes_for_learned[name, tail] for tail in shares}
        for name, shares in against_learned.items()
    }
    misses = {
        (name, tail): share - published[name][tail]
        for name, by_tail in against_learned.items()
        for tail, share in by_tail.items()
    }
    payouts = mean_payouts(population, targets.payouts, policies, groups, seed=5)
    payout_misses: dict[tuple[str, int], list[float]] = {}
    for cell, target in targets.payouts.items():
        if cell in payouts:
            payout_misses.setdefault(cell[:2], []).append(payouts[cell] - target)
    return {
        "population": dataclasses.asdict(population),
        "overall_rms": root_mean_square([distance[curve] for curve in targets.fitted]),
        "held_out_rms": root_mean_square([distance[curve] for curve in targets.held_out])
        if targets.held_out
        else None,
        "curves": {
            " ".join(map(str, curve)): {
                "rms": root_mean_square(distance[curve]),
                "published": target.tolist(),
                "simulated": curves[curve].tolist(),
            }
            for curve, target in targets.curves.items()
        },
        "mean_contributions": {
            f"{name} {role}": {tail: float(levels[name, tail, role].mean()) for tail in tails}
            for name in BASELINES
            for role in ROLES
        },
        "payout_by_contribution_rms_coins": {
            f"{name} {tail}": root_mean_square(by_cell)
            for (name, tail), by_cell in payout_misses.items()
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
            [miss for (_, tail), miss in misses.items() if tail not in HELD_OUT_TAILS]
        ),
        "votes_for_learned_held_out_rms": root_mean_square(
            [miss for (_, tail), miss in misses.items() if tail in HELD_OUT_TAILS]
        ),
    }


def print_table(result: dict[str, Any]) -> None:
    """The report as text."""
    print(f"Curves: root-mean-square distance of the fitted ones {result['overall_rms']:.3f}")
    held_out = result["held_out_rms"]
    print(
        "  of those held out: there are none in this folder"
        if held_out is None
        else f"  of those held out {held_out:.3f}"
    )
    for name, curve in result["curves"].items():
        ends = " ".join(
            f"{kind} {curve[kind][0]:.2f}..{curve[kind][-1]:.2f}"
            for kind in ("published", "simulated")
        )
        print(f"  {name:28} {curve['rms']:.3f}  {ends}")
    print("Mean contribution as a part of the endowment, by tail endowment")
    for name, by_tail in result["mean_contributions"].items():
        print(f"  {name:28} {' '.join(f'{level:.2f}' for level in by_tail.values())}")
    print("Mean payout by own contribution (not fitted): root-mean-square distance in coins")
    for name, distance in result["payout_by_contribution_rms_coins"].items():
        print(f"  {name:28} {distance:.2f}")
    print("Facts")
    for name, fact in result["facts"].items():
        print(f"  {name:28} target {fact['target']:.2f}  simulated {fact['simulated']:.2f}")
    print(
        f"Votes for HCRM: fitted {result['votes_for_learned_rms']:.3f}, held out "
        f"{result['votes_for_learned_held_out_rms']:.3f}"
    )
    print("Share of votes for the first, by tail endowment; mean")
    simulated = {f"hcrm > {k}": v for k, v in result["votes_for_learned"]["simulated"].items()}
    published = {f"published: {k}": v for k, v in result["votes_for_learned"]["published"].items()}
    for name, by_tail in (result["votes"] | simulated | published).items():
        shares = " ".join(f"{share:.2f}" for share in by_tail.values())
        print(f"  {name:40} {shares}  {sum(by_tail.values()) / len(by_tail):.3f}")
    print("Constants")
    for name, value in result["population"].items():
        print(f"  {name:28} {value if isinstance(value, str) else f'{value:.4g}'}")


def main() -> int:
    """Read the arguments, work, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data_folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--fit", type=int, metavar="EVALUATIONS", help="search the constants anew")
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
        population = fit(targets, policies, arguments.fit)
    result = report(population, targets, policies, arguments.groups)
    if arguments.json:
        print(json.dumps(result))
    else:
        print_table(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
