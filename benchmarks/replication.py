"""The paper's story told by simulated people, held against the truth about them.

    python -m benchmarks.replication FOLDER [ORACLE] [--groups N] [--json]

FOLDER is what `hcmd-lab replicate FOLDER` has made, ORACLE the table that `benchmarks.oracle` has
written; without it nothing is told of regret. Of every study it plays each mechanism theta_0,
theta_1, ... against the baseline, against the one before and against the oracle among very many of
the study's simulated people, so that what is left is what the mechanisms are worth and not the luck
of a hundred groups.
"""

import argparse
import json
import math
import statistics
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from scipy.stats import t

from benchmarks.true_votes import LOST, TrueShare, true_share
from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import summarise

BASELINE = freeze(BASELINES["liberal_egalitarian"], PAPER_GAME)


def study_report(folder: Path, oracle: FrozenPolicy | None, groups: int) -> dict[str, Any]:
    """One replication: every mechanism of its loop, and what its own evaluation said."""
    with Store.open(folder) as store:
        study = Study(store)
        people = population_of(study.settings.people, study.settings.people_spread)
        tables = [store.learned.mechanism(sha256) for sha256 in study.mechanisms.trained_tables()]
        summary = summarise(study, timings=False)
        last = len(summary.iterations)
        shift = study.result(Step.MODEL, last, ModelResult).shift
        met = study.result(Step.CONVERGENCE, last, ConvergenceResult)
        steps = [study.result(Step.OPTIMIZE, n, OptimizeResult) for n in range(1, last + 1)]
    shares = partial(true_share, groups=groups, population=people)
    best = None if oracle is None else shares(oracle, BASELINE)
    mechanisms: list[dict[str, Any]] = []
    for iteration, table in enumerate(tables):
        against_baseline = shares(table, BASELINE)
        before = None if iteration == 0 else shares(table, tables[iteration - 1])
        mechanisms.append(
            {
                "iteration": iteration,
                "groups": sum(one.groups for one in summary.iterations[:iteration]),
                "against_baseline": as_record(against_baseline),
                "against_one_before": None if before is None else as_record(before),
                "against_oracle": None if oracle is None else as_record(shares(table, oracle)),
                "regret": None if best is None else best.share - against_baseline.share,
                # The paper's example: what the head gets for nothing where the tails give 2 of 8.
                "head_share_for_nothing": float(head_map(table, 8).cells[0, 2]),
            }
        )
    evaluation = summary.evaluation
    return {
        "seed": summary.seed,
        "people": study.settings.people,
        "oracle": None if best is None else as_record(best),
        "iterations": len(summary.iterations),
        "refused": refused(steps),
        "recommendations": [one.recommendation for one in summary.iterations],
        "evaluated": None
        if evaluation is None
        else {
            **msgspec.to_builtins(evaluation.share),
            "p_value": evaluation.p_value,
            "groups": evaluation.groups,
        },
        "contribution_shift": None if shift is None else ratios(shift.contribution),
        "vote_shift": None if shift is None else ratios(shift.vote),
        # In the eyes of the newest models, every mechanism against the one before it.
        "expected_against_one_before": [met.shares[i][i - 1] for i in range(1, last + 1)],
        "mechanisms": mechanisms,
    }


def refused(steps: Sequence[OptimizeResult]) -> list[int]:
    """The iterations whose step was refused, by what OPTIMIZE has recorded."""
    return [number for number, step in enumerate(steps, 1) if step.kept_at == 0]


def as_record(share: TrueShare) -> dict[str, object]:
    """A share of votes as JSON has it."""
    return {
        "share": share.share,
        "error": share.error,
        "by_tail_endowment": share.by_tail_endowment,
        "head": share.head,
        "tails": share.tails,
    }


def ratios(nats: Sequence[Sequence[float | None]]) -> list[list[float]]:
    """Each column divided by its entry on the diagonal (paper Fig. 4), less 1."""
    return [
        [
            (value or math.nan) / (nats[column][column] or math.nan) - 1
            for column, value in enumerate(row)
        ]
        for row in nats
    ]


def over_seeds(values: Sequence[float]) -> dict[str, float]:
    """Mean over replications with its 95% interval by Student's t."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return {"mean": mean, "low": -math.inf, "high": math.inf}
    reach = float(t.ppf(0.975, len(values) - 1)) * statistics.stdev(values) / len(values) ** 0.5
    return {"mean": mean, "low": mean - reach, "high": mean + reach}


def main() -> None:
    """Report on all replications of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of `hcmd-lab replicate`")
    parser.add_argument("oracle", type=Path, nargs="?", help="the table of `benchmarks.oracle`")
    parser.add_argument("--groups", type=int, default=2000, help="in each condition and order")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    oracle = given.oracle and FrozenPolicy.from_bytes(given.oracle.read_bytes(), "oracle")
    studies = [
        study_report(path.with_suffix(""), oracle, given.groups)
        for path in sorted(given.folder.glob("seed=*.json"))
    ]
    last = [study["mechanisms"][-1] for study in studies]
    steps = [
        one["against_one_before"]["share"]
        for study in studies
        for one in study["mechanisms"]
        if one["against_one_before"] is not None
    ]
    report = {
        "oracle": studies[0]["oracle"],
        "final_share": over_seeds([one["against_baseline"]["share"] for one in last]),
        "final_regret": None if oracle is None else over_seeds([one["regret"] for one in last]),
        "steps": len(steps),
        "steps_refused": sum(len(study["refused"]) for study in studies),
        "steps_that_lost": sorted(share for share in steps if share < 0.5 - LOST),
        "share_by_iteration": [
            over_seeds([study["mechanisms"][i]["against_baseline"]["share"] for study in studies])
            for i in range(min(len(study["mechanisms"]) for study in studies))
        ],
        "studies": studies,
    }
    print(json.dumps(report, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
