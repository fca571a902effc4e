"""Whether what replications foresaw has come true, by the intervals of today's program.

    python -m benchmarks.foreseen FOLDER [--truth N] [--json]

FOLDER is what `hcmd-lab replicate FOLDER` has made. Each study is gone through again as it was
played: with the models of each iteration, today's rule for intervals and the checks that the study
had had by then. Two things are asked. Does the interval of the share of votes that is expected of
each step hold the true share, which very many simulated people tell? And do the checks of the next
groups' contributions and votes lie within their errors? Refused steps expect nothing.
"""

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.true_votes import LOST, true_share  # isort: skip

import torch

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.usable_votes import groups_known_by_votes
from hcmd_lab.jobs.modelled import Checked, ModelResult, PredictionCheck
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.learning.check_predictions import ModelErrors, check_predictions
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.table_policy import TablePolicy
from hcmd_lab.prediction_checks import widening
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One expectation, and what came.

    Attributes:
        seed: Of the study.
        iteration: Whose models expected it.
        quantity: Of what.
        expected: The estimate.
        low: Of its 95% interval.
        high: Of it.
        truth: True share of votes of a step; what the next groups did, of a check.
        held: Whether both agree, given the errors of both.
    """

    seed: int
    iteration: int
    quantity: str
    expected: float
    low: float
    high: float
    truth: float
    held: bool


def foreseen(folder: Path, truth: int) -> Iterator[Foreseen]:
    """All expectations of a study, iteration by iteration."""
    with Store.open(folder) as store:
        study = Study(store)
        game, seed = study.game, study.settings.seed
        people = population_of(study.settings.people, study.settings.people_spread)
        tables = [store.learned.mechanism(sha256) for sha256 in study.mechanisms.trained_tables()]
        groups = study.played(("acquire",))
        checks: list[PredictionCheck] = []
        before: ParticipantSet | None = None
        for iteration in range(1, len(tables)):
            fitted = study.result(Step.MODEL, iteration, ModelResult)
            models = ParticipantSet.load(store.folder.checkpoints, fitted.checkpoint)
            newest = [group for group in groups if group.iteration == iteration]
            if before is not None:
                known = [group for group in groups if group.iteration < iteration]
                found = _checks(study, before, known, newest, checks)
                checks += found
                for check in found:
                    yield Foreseen(
                        seed, iteration - 1, f"next {check.quantity}", check.expected.estimate,
                        check.expected.low, check.expected.high, check.observed, check.held,
                    )  # fmt: skip
            before = models
            step = study.result(Step.OPTIMIZE, iteration, OptimizeResult)
            if step.kept_at == 0:
                continue
            start = iteration - 1 if step.against is None else step.against
            known = [group for group in groups if group.iteration <= iteration]
            dice = generator(seed, f"foreseen {iteration}")
            contest = Contest(models, game, 100, dice, groups_known_by_votes(known, game))
            weight = models[0].vote.weight
            entered = [contest.enter(TablePolicy(tables[n], weight)) for n in (iteration, start)]
            told = contest.expected(*entered).interval(widening(checks, Checked.VOTES))
            true = true_share(tables[iteration], tables[start], truth, population=people).share
            yield Foreseen(
                seed, iteration, "step", told.estimate, told.low, told.high, true,
                told.low <= true <= told.high,
            )  # fmt: skip


def _checks(
    study: Study,
    models: ParticipantSet,
    known: Sequence[PlayedGroup],
    newest: Sequence[PlayedGroup],
    checks: Sequence[PredictionCheck],
) -> tuple[PredictionCheck, ...]:
    """What the models before expected of the newest groups, given the checks before."""
    met = {stage.mechanism for group in newest for stage in group.stages if stage.stage < 3}
    learned = study.store.learned
    tables = {
        row.name: learned.mechanism(row.sha256) for row in learned.mechanisms() if row.name in met
    }
    errors = ModelErrors(
        widening(checks, Checked.VOTES),
        widening(checks, Checked.CONTRIBUTIONS),
        groups_known_by_votes(known, study.game),
        len(known),
    )
    return check_predictions(models, tables, newest, study.game, study.settings.seed, errors)


def summary(found: Sequence[Foreseen]) -> dict[str, object]:
    """How many held, and how wide they were."""
    return {
        "cases": len(found),
        "held": sum(each.held for each in found),
        "mean_width": round(statistics.fmean(each.high - each.low for each in found), 4),
    }


def main() -> None:
    """Go through all studies and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="of `hcmd-lab replicate`")
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--json", action="store_true", help="print JSON with every case")
    given = parser.parse_args()
    torch.set_num_threads(1)
    found: list[Foreseen] = []
    for path in sorted(given.folder.glob("*seed=*.json")):
        for each in foreseen(path.with_suffix(""), given.truth):
            found.append(each)
            if not given.json:
                print(json.dumps(asdict(each)), flush=True)
    steps = [each for each in found if each.quantity == "step"]
    report = {
        quantity: summary([each for each in found if each.quantity == quantity])
        for quantity in sorted({each.quantity for each in found})
    } | {
        "steps_by_iteration": {
            n: summary([each for each in steps if each.iteration == n])
            for n in sorted({each.iteration for each in steps})
        },
        "steps_that_lost": sum(each.truth < 0.5 - LOST for each in steps),
        "all": [asdict(each) for each in found] if given.json else [],
    }
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
