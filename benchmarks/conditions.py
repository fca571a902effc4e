"""Whether more groups where votes tell more would make a better mechanism.

    python -m benchmarks.conditions [--groups 37 73] [--seeds 1-12] [--people WHO] [--json]

How much a vote is expected to tell differs between the tail endowments. Here the first iteration of
a study with `acquire = "informative"` is run with the groups of ACQUIRE divided in several ways:
equally (`even`), half of them equally and half in proportion to what a vote tells (`half`), and all
in that proportion (`all`). All ways of a seed begin with the same mechanism, and the groups of a
condition are the same ones, of which each way has the first so many. Then the mechanism is put to
the vote against liberal egalitarian among very many simulated people, every condition counted
alike. What is told is the difference to `even`, seed by seed.

What a vote tells is the mutual information of the vote and the member of the set that casts it. The
weights were found in a study of its own; `information` in the result is what the models of the
`even` studies say afterwards. As in `benchmarks.steps` OPTIMIZE takes fewer and larger steps than
the paper's.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.true_votes import expected_true_share  # isort: skip

import numpy as np
import torch

from benchmarks.coverage import as_group, frozen, modelled
from benchmarks.mean_error import with_error
from benchmarks.steps import Rule, trained
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population, draw_traits
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.playout import play
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.table_policy import TablePolicy
from hcmd_lab.replications.replication_plan import parse_seeds

INFORMATION = (0.013, 0.017, 0.024, 0.034, 0.042)
"""Nats a vote with tails of 2, 4, 6, 8 and 10, after one iteration of another study."""

WAYS = {"even": 0.0, "half": 0.5, "all": 1.0}
"""The part of the groups that is divided by what a vote tells; the others are divided equally."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A first iteration.

    Attributes:
        seed: Of the study.
        groups: Of ACQUIRE.
        way: How they were divided.
        by_condition: Groups of each tail endowment.
        share: True share of votes against liberal egalitarian.
        information: Nats a vote in each condition, as the models say afterwards.
    """

    seed: int
    groups: int
    way: str
    by_condition: tuple[int, ...]
    share: float
    information: tuple[float, ...]


def divided(groups: int, by_information: float) -> tuple[int, ...]:
    """Groups of each condition, by largest remainders."""
    even = 1 / len(INFORMATION)
    total = sum(INFORMATION)
    parts = [
        groups * ((1 - by_information) * even + by_information * one / total) for one in INFORMATION
    ]
    whole = [int(part) for part in parts]
    # Where remainders are equal the larger endowments come first, as they tell more.
    order = sorted(range(len(parts)), key=lambda n: (whole[n] - parts[n], -n))
    for place in order[: groups - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def acquired(
    tables: Mapping[str, FrozenPolicy], counts: Sequence[int], seed: int, people: Population
) -> list[PlayedGroup]:
    """The first groups of each condition, which has its own: a variation first or second."""
    newest, *varied = tables
    orders = [order for one in varied for order in ((newest, one), (one, newest))]
    groups = []
    for tail, count in zip(PAPER_GAME.tail_endowments, counts, strict=True):
        for place in range(count):
            pair = orders[(place + tail // 2) % len(orders)]
            dice = np.random.default_rng([seed, tail, place])
            traits = draw_traits(dice, (1, PAPER_GAME.seats), people)
            found = play(traits, [tables[name] for name in pair], [tail], dice)
            groups.append(as_group(f"S{seed}-{tail}-{place}", 1, pair, found))
    return groups


def information(
    models: ParticipantSet, tables: Mapping[str, FrozenPolicy], seed: int
) -> tuple[float, ...]:
    """What a vote tells of which member casts it, in nats, by condition.

    Each member plays both mechanisms itself, by the same draws.
    """
    contest = Contest(models, PAPER_GAME, 100, generator(seed, "conditions/information"))
    weight = models[0].vote.weight
    newest, *varied = (contest.enter(TablePolicy(table, weight)) for table in tables.values())
    found = []
    for other in varied:
        chance = torch.sigmoid(newest.u - other.v).double()  # [M, G, N]
        nats = _entropy(chance.mean(0)) - _entropy(chance).mean(0)
        found.append(nats.view(contest.conditions, -1).mean(1))
    return tuple(torch.stack(found).mean(0).tolist())


def _entropy(chance: torch.Tensor) -> torch.Tensor:
    sure = chance.clamp(1e-12, 1 - 1e-12)
    return -(sure * sure.log() + (1 - sure) * (1 - sure).log())


def iteration(groups: int, way: str, seed: int, people: Population, truth: int) -> Outcome:
    """A whole first iteration of a study."""
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(generator(seed, "conditions/start"))
    tables = frozen(policy, 0, Acquire.INFORMATIVE)
    counts = divided(groups, WAYS[way])
    with tempfile.TemporaryDirectory() as name:
        models = modelled(acquired(tables, counts, seed, people), seed, 8, Path(name))
    newest, _ = trained(policy, models, Rule.parse("cautious:1.5"), seed)
    table = frozen(newest, 1, Acquire.PAPER)["theta_1"]
    baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    share = expected_true_share(table, baseline, truth, people)
    return Outcome(seed, groups, way, counts, share, information(models, tables, seed))


def compared(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The ways beside each other, for one number of groups."""
    shares = {
        way: {one.seed: one.share for one in outcomes if one.way == way}
        for way in dict.fromkeys(one.way for one in outcomes)
    }
    even = shares["even"]
    return {
        "seeds": len(even),
        "share": {way: statistics.fmean(found.values()) for way, found in shares.items()},
        "less_even": {
            way: with_error([found[seed] - even[seed] for seed in even])
            for way, found in shares.items()
            if way != "even"
        },
        "information": [
            statistics.fmean(column)
            for column in zip(
                *(one.information for one in outcomes if one.way == "even"), strict=True
            )
        ],
    }


def main() -> None:
    """Run all first iterations and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", nargs="+", type=int, default=(37, 73))
    parser.add_argument("--seeds", default="1-12", help="such as 1-12 or 1-3,7")
    parser.add_argument("--people", type=People, choices=list(People), default=People.CALIBRATED)
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    people = population_of(given.people)
    outcomes: list[Outcome] = []
    for seed in parse_seeds(given.seeds):
        for groups in given.groups:
            for way in WAYS:
                outcomes.append(iteration(groups, way, seed, people, given.truth))
                if not given.json:
                    print(json.dumps(asdict(outcomes[-1])), flush=True)
    report = {
        str(groups): compared([one for one in outcomes if one.groups == groups])
        for groups in given.groups
    }
    if given.json:
        print(json.dumps({"groups": report, "all": [asdict(one) for one in outcomes]}, indent=2))
    else:
        print(json.dumps(report))


if __name__ == "__main__":
    main()
