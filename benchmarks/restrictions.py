"""What bounds cost: restricted mechanisms against a free one that was trained as long.

    python -m benchmarks.restrictions [--updates 2000] [--groups 100] [--json]

All are trained by OPTIMIZE at the paper's size, with the same seed, under the same people, who are
fitted to simulated groups. Votes are those expected of these models, and those of the simulated
people themselves (`true_votes`).
"""

from benchmarks.fitted_people import fitted_people  # isort: skip  # before torch

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from benchmarks.paper_size import GAME, GAMES_PER_CONDITION
from benchmarks.true_votes import true_share
from hcmd_lab.computer import usable_cores
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.restriction_check import examine, judge

RESTRICTIONS = {
    "free": Restriction(),
    "minimum share .05": Restriction(minimum_share=0.05),
    "minimum share .15": Restriction(minimum_share=0.15),
    "monotone": Restriction(monotone=True),
    "within .25 of liberal egalitarian": Restriction(0, False, Reference.LIBERAL_EGALITARIAN, 0.25),
    "within .10 of liberal egalitarian": Restriction(0, False, Reference.LIBERAL_EGALITARIAN, 0.1),
    "share .05, monotone, within .25": Restriction(0.05, True, Reference.LIBERAL_EGALITARIAN, 0.25),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """A restricted mechanism after training.

    Attributes:
        name: Of the restriction.
        expected: Votes against the free mechanism that the models expect, with the interval.
        true: Votes against it of the simulated people themselves.
        true_error: Standard error of `true`.
        ms: An update took.
        smallest_share: In any state.
        lowered: Cases where giving more lowers the share.
        kept: Whether the table keeps to the restriction.
    """

    name: str
    expected: tuple[float, float, float]
    true: float
    true_error: float
    ms: float
    smallest_share: float
    lowered: int
    kept: bool


def train(people: ParticipantModels, restriction: Restriction, updates: int) -> PolicyNetwork:
    """A policy trained from scratch."""
    policy = PolicyNetwork(PolicyArchitecture(32, restriction))
    policy.reset_parameters(torch.Generator().manual_seed(1))
    play = SelfPlay(
        policy, ParticipantSet.of(people), GAME, GAMES_PER_CONDITION, 1e-3,
        torch.Generator().manual_seed(2), threads=usable_cores(),
    )  # fmt: skip
    for _ in range(updates):
        play.update()
    return policy


def costs(people: ParticipantModels, updates: int) -> Iterator[Cost]:
    """Train under each restriction and compare with the free mechanism, which is the first."""
    contest = Contest(ParticipantSet.of(people), GAME, 1000, torch.Generator().manual_seed(3))
    free: tuple[PolicyNetwork, FrozenPolicy] | None = None
    for name, restriction in RESTRICTIONS.items():
        began_s = time.perf_counter()
        policy = train(people, restriction, updates)
        ms = 1000 * (time.perf_counter() - began_s) / updates
        table = freeze_network(policy, GAME, name)
        free = free or (policy, table)
        expected = contest.expected(contest.enter(policy), contest.enter(free[0])).interval(1.0)
        true = true_share(table, free[1])
        found = examine(table)
        yield Cost(
            name,
            (expected.estimate, expected.low, expected.high),
            true.share,
            true.error,
            ms,
            found.smallest_share / 1e9,
            found.lowered,
            all(verdict.kept for verdict in judge(table, restriction)),
        )


def main() -> None:
    """Fit people, train, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--groups", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        people = fitted_people(Path(folder), options.groups)
    torch.set_num_threads(1)
    found = []
    for cost in costs(people, options.updates):
        found.append(asdict(cost))
        if not options.json:
            print(cost, flush=True)
    if options.json:
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
