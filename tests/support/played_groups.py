"""Played groups for tests of learning, drawn from a seed."""

import numpy as np

from hcmd_lab.game.played import PlayedGroup, PlayedStage

SEATS = 4


def played_stage(
    dice: np.random.Generator,
    number: int = 1,
    mechanism: str = "theta_0",
    tail: int = 6,
    rounds: int = 10,
    repeat: float = 0.7,
) -> PlayedStage:
    """A stage of people who repeat their last choice with a probability, else choose anything.

    The fund is divided equally.
    """
    endowments = (10, tail, tail, tail)
    given = [int(dice.integers(endowment + 1)) for endowment in endowments]
    contributions = []
    for _ in range(rounds):
        given = [
            coins if dice.random() < repeat else int(dice.integers(endowment + 1))
            for coins, endowment in zip(given, endowments, strict=True)
        ]
        contributions.append(tuple(given))
    return PlayedStage(
        stage=number,
        mechanism=mechanism,
        endowments=(endowments,) * rounds,
        contributions=tuple(contributions),
        payouts=tuple((1.6 * sum(row) / SEATS,) * SEATS for row in contributions),
        own_choice=((True,) * SEATS,) * rounds,
    )


def played_groups(
    count: int, seed: int = 1, stages: int = 2, votes: bool = True, rounds: int = 10
) -> tuple[PlayedGroup, ...]:
    """Groups whose conditions take turns, and who vote at random if at all."""
    dice = np.random.default_rng(seed)
    groups = []
    for number in range(count):
        tail = (2, 4, 6, 8, 10)[number % 5]
        played = tuple(
            played_stage(dice, stage, tail=tail, rounds=rounds) for stage in range(1, stages + 1)
        )
        chosen = tuple(int(dice.integers(1, 3)) if votes else None for _ in range(SEATS))
        groups.append(PlayedGroup(f"S-{number + 1}", 1, "simulated", "acquire", played, chosen))
    return tuple(groups)
