"""Whether the intervals of expected shares of votes hold the truth, which simulated people know.

    python -m benchmarks.coverage [--quick] [--seed N] [--people WHO] [--json]

Each study plays one schedule of groups under given mechanisms, models them as a study does (a set
of fits) after 15, 73, 118 and 270 groups, trains a mechanism on each set, and expects shares of
votes: of the mechanism trained against the one it began with, and of both against liberal
egalitarian. Each expectation with its interval is one case; the truth is how very many simulated
people vote. Studies share the mechanisms that they play, so that all groups are played once.

`--seed` draws other mechanisms, other groups and other models. The constants of the intervals were
chosen with seed 0 and the people of the first calibration: what they hold there is no proof.
"""

import argparse
import copy
import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from benchmarks.true_votes import true_share  # isort: skip

import numpy as np
import torch

from hcmd_lab.dataset import write_dataset
from hcmd_lab.game.acquisition import Acquire, variation_name, variations
from hcmd_lab.game.assignment import plan_groups
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population, draw_traits
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.playout import Playout, play
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.modelled import Checked, ModelResult
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.table_policy import TablePolicy
from hcmd_lab.prediction_checks import widening

GROUPS = (15, 73, 118, 270)
"""After how many groups a study looks, the sums of the first iterations of Table 1 among them."""

START_UPDATES, STEP_UPDATES, LEARNING_RATE = 250, 120, 1e-3
PLAYED = (0, 15, 73, 118)
"""The groups after which a study plays the next mechanism of the path."""


@dataclass(frozen=True, slots=True)
class Case:
    """One expectation and the truth.

    Attributes:
        study: Number of the study.
        groups: Groups behind the models.
        pair: Which mechanisms.
        expected: Mean over the set.
        low: Of the 95% interval.
        high: Of it.
        model_error: Of the models, not widened.
        simulation_error: Standard error of the simulation.
        truth: True share of votes.
        held: Whether the interval holds it.
    """

    study: int
    groups: int
    pair: str
    expected: float
    low: float
    high: float
    model_error: float
    simulation_error: float
    truth: float
    held: bool


def played(
    number: int, path: Sequence[dict[str, FrozenPolicy]], people: Population
) -> list[PlayedGroup]:
    """The groups of a study in the order played, as far as the path of mechanisms goes."""
    groups: list[PlayedGroup] = []
    for step, (tables, end) in enumerate(zip(path, GROUPS, strict=False)):
        count = end - PLAYED[step]
        groups += played_groups(tables, count, number, step, people)
    return groups


def played_groups(
    tables: dict[str, FrozenPolicy], count: int, seed: int, step: int, people: Population
) -> list[PlayedGroup]:
    """The groups of an iteration of ACQUIRE.

    Args:
        tables: The newest mechanism, and then its variations, by name.
        count: Groups.
        seed: Of the study.
        step: Iterations before.
        people: Who plays.
    """
    newest, *varied = tables
    pairs = [(newest, other) for other in varied] or [(newest, newest)]
    groups = []
    for place, plan in enumerate(plan_groups(PAPER_GAME, count, pairs, 1000 * seed + step)):
        dice = np.random.default_rng([seed, step, place])
        traits = draw_traits(dice, (1, PAPER_GAME.seats), people)
        found = play(
            traits, [tables[name] for name in plan.mechanisms], [plan.tail_endowment], dice
        )
        groups.append(as_group(f"S{seed}-{step}-{place}", step + 1, plan.mechanisms, found))
    return groups


def as_group(name: str, iteration: int, mechanisms: Sequence[str], found: Playout) -> PlayedGroup:
    """A group that has been played out, as a study holds it."""
    rounds = PAPER_GAME.rounds
    endowment = tuple(int(coins) for coins in found.endowments[0])
    stages = tuple(
        PlayedStage(
            stage + 1,
            mechanism,
            (endowment,) * rounds,
            tuple(tuple(map(int, row)) for row in found.contributions[stage, :, 0]),
            tuple(tuple(map(float, row)) for row in found.payouts[stage, :, 0]),
            ((True,) * PAPER_GAME.seats,) * rounds,
        )
        for stage, mechanism in enumerate(mechanisms)
    )
    votes = tuple(int(vote) for vote in found.votes[0])
    return PlayedGroup(name, iteration, "simulated", "acquire", stages, votes)


def modelled(
    groups: Sequence[PlayedGroup], seed: int, members: int, folder: Path
) -> ParticipantSet:
    """The set that MODEL fits to groups, more lightly than a study does."""
    job = ModelJob(
        seed=seed, sizes=((32, 8),), vote_penalties=(0.03, 0.1, 0.3, 1.0, 3.0), max_epochs=80,
        splits=1, members=members, game=PAPER_GAME,
    )  # fmt: skip
    return modelled_by(job, groups, folder)


def modelled_by(job: ModelJob, groups: Sequence[PlayedGroup], folder: Path) -> ParticipantSet:
    """The set that a job of MODEL fits to groups."""
    write_dataset(folder / DATASET_FILE, groups)
    *_, result = model(job, folder, folder, lambda: False)
    assert isinstance(result, ModelResult)
    return ParticipantSet.load(folder, result.checkpoint)


def trained(start: PolicyNetwork, people: ParticipantSet, seed: int, updates: int) -> PolicyNetwork:
    """A mechanism trained on a set."""
    play = SelfPlay(
        copy.deepcopy(start), people, PAPER_GAME, 200, LEARNING_RATE, generator(seed, "coverage")
    )
    for _ in range(updates):
        play.update()
    return play.policy


def path_of(
    acquire: Acquire, members: int, folder: Path, seed: int, people: Population
) -> list[PolicyNetwork]:
    """The mechanisms that all studies play, made by a study of their own with the number `seed`."""
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(generator(seed, "coverage"))
    policies = [policy]
    for step in range(1, len(GROUPS)):
        tables = [frozen(each, number, acquire) for number, each in enumerate(policies)]
        models = modelled(played(seed, tables, people), seed, members, folder)
        policies.append(trained(policies[-1], models, seed + step, START_UPDATES))
    return policies


def frozen(policy: PolicyNetwork, number: int, acquire: Acquire) -> dict[str, FrozenPolicy]:
    """A mechanism's table and those of its variations, by name."""
    name = f"theta_{number}"
    return {
        name: freeze_network(policy, PAPER_GAME, name),
        **{
            variation_name(name, each): freeze_network(policy, PAPER_GAME, name, variation=each)
            for each in variations(acquire)
        },
    }


def cases(
    studies: int,
    members: int,
    truth: int,
    acquire: Acquire,
    widening: float,
    seed: int,
    population: Population,
) -> Iterator[Case]:
    """All cases, study by study; their numbers follow on `seed`."""
    shares = partial(true_share, groups=truth, population=population)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        policies = path_of(acquire, members, folder, seed, population)
        path = [frozen(each, number, acquire) for number, each in enumerate(policies)]
        baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
        true_starts = {
            number: shares(tables[f"theta_{number}"], baseline).share
            for number, tables in enumerate(path)
        }
        for study in range(seed + 1, seed + studies + 1):
            groups = played(study, path, population)
            for number, (count, start) in enumerate(zip(GROUPS, policies, strict=True)):
                people = modelled(groups[:count], study, members, folder)
                newest = trained(start, people, study, STEP_UPDATES)
                table = freeze_network(newest, PAPER_GAME, "trained")
                began = path[number][f"theta_{number}"]
                contest = Contest(people, PAPER_GAME, 100, generator(study, "contest"), count)
                entered = {
                    name: contest.enter(TablePolicy(each, people[0].vote.weight))
                    for name, each in (("new", table), ("start", began), ("baseline", baseline))
                }
                for one, other, share in (
                    ("new", "start", shares(table, began).share),
                    (
                        "new",
                        "baseline",
                        shares(table, baseline).share,
                    ),
                    ("start", "baseline", true_starts[number]),
                ):
                    found = contest.expected(entered[one], entered[other])
                    told = found.interval(widening)
                    yield Case(
                        study, count, f"{one} against {other}", found.mean, told.low, told.high,
                        found.model_error, found.simulation_error, share,
                        told.low <= share <= told.high,
                    )  # fmt: skip


def main() -> None:
    """Run all studies and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=5)
    parser.add_argument("--members", type=int, default=8)
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--acquire", type=Acquire, default=Acquire.INFORMATIVE)
    parser.add_argument("--widening", type=float, default=widening((), Checked.VOTES))
    parser.add_argument("--seed", type=int, default=0, help="0 is what the constants have seen")
    parser.add_argument("--people", type=People, choices=list(People), default=People.CALIBRATED)
    parser.add_argument("--quick", action="store_true", help="one study, three fits")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    studies, members = (1, 3) if given.quick else (given.studies, given.members)
    truth = 200 if given.quick else given.truth
    found = []
    population = population_of(given.people)
    for case in cases(
        studies, members, truth, given.acquire, given.widening, given.seed, population
    ):
        found.append(case)
        if not given.json:
            print(json.dumps(asdict(case)), flush=True)
    report = {
        "seed": given.seed,
        "people": given.people,
        "coverage": statistics.fmean(case.held for case in found),
        "cases": len(found),
        "mean_width": statistics.fmean(case.high - case.low for case in found),
        "by_groups": {
            count: {
                "coverage": statistics.fmean(case.held for case in found if case.groups == count),
                "mean_width": statistics.fmean(
                    case.high - case.low for case in found if case.groups == count
                ),
            }
            for count in GROUPS
        },
        "all": [asdict(case) for case in found] if given.json else [],
    }
    print(json.dumps(report, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
