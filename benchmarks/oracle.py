"""An oracle: the mechanism that OPTIMIZE would find if it knew simulated people exactly.

    python -m benchmarks.oracle FILE [--updates N] [--learning-rate R] [--seed N] [--json]

It trains the program's own network by self-play on the simulated people themselves (`torch_people`)
instead of on models of them, and writes its frozen table to FILE. What a mechanism of the loop
lacks against it is the price of learning about people from a few hundred groups ("regret").

Pools are groups of the same people: whom a vote compares met both mechanisms, as in a session.
"""

import argparse
import dataclasses
import json
import time
from pathlib import Path

import torch

from benchmarks import torch_people
from benchmarks.true_votes import true_share
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import CALIBRATED, Population
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.gradient import surrogate
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import by_inverse_cdf, condition_endowments, draw_uniforms

GROUPS_PER_CONDITION = 10
EPISODES = 20


def train(
    game: Game,
    updates: int,
    learning_rate: float,
    seed: int,
    width: int = 32,
    population: Population = CALIBRATED,
) -> PolicyNetwork:
    """Self-play among simulated people, with a learning rate that falls to nothing.

    Args:
        game: The game.
        updates: Steps of Adam.
        learning_rate: The first one.
        seed: Of every draw.
        width: Of the network.
        population: On whom it is trained.
    """
    dice = torch.Generator().manual_seed(seed)
    policy = PolicyNetwork(PolicyArchitecture(width))
    policy.reset_parameters(dice)
    adam = torch.optim.Adam(policy.parameters(), lr=learning_rate, maximize=True)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(adam, updates)
    conditions = len(game.tail_endowments)
    endowment = condition_endowments(
        game, GROUPS_PER_CONDITION * EPISODES, policy.readout.weight.detach()
    )
    for _ in range(updates):
        groups = torch_people.draw_persons(
            conditions * GROUPS_PER_CONDITION, game.seats, dice, population
        )
        persons = torch_people.repeat(groups, EPISODES)
        choose = by_inverse_cdf(draw_uniforms(game.rounds, endowment, dice), endowment)
        episodes = torch_people.play(policy, persons, endowment, choose, game)
        adam.zero_grad()
        torch.autograd.backward(surrogate(episodes, conditions * GROUPS_PER_CONDITION))
        adam.step()
        schedule.step()
    return policy


def main() -> None:
    """Train and say how people vote."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="where the oracle's table is written")
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--learning-rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", choices=[str(each) for each in People], default="calibrated")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    population = population_of(People(given.people))
    began_s = time.monotonic()
    policy = train(
        PAPER_GAME, given.updates, given.learning_rate, given.seed, population=population
    )
    table = freeze_network(policy, PAPER_GAME, "oracle")
    given.file.write_bytes(table.to_bytes())
    report = {
        "updates": given.updates,
        "seconds": round(time.monotonic() - began_s, 1),
        "votes": {
            name: dataclasses.asdict(
                true_share(table, freeze(baseline, PAPER_GAME), population=population)
            )
            for name, baseline in BASELINES.items()
        },
    }
    print(json.dumps(report, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
