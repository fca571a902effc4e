"""What people contributed and earned."""

import math

import numpy as np
from numpy.typing import NDArray

from remade.groups import Group, Stage, first_two
from remade.outcome import Numbers
from remade.tables import Game

Floats = NDArray[np.float64]


def gini(earned: Floats) -> float:
    """Gini coefficient of the members' earnings."""
    gaps = np.abs(earned[:, None] - earned[None, :]).sum()
    return float(gaps / max(2 * len(earned) * earned.sum(), 1e-9))


def surplus(stage: Stage) -> tuple[float, float]:
    """Sum of the logarithms of what each seat earned in the stage, and their Gini coefficient."""
    earned = stage.rewards.sum(0)
    return float(np.log(np.maximum(earned, 0.01)).sum()), gini(earned)


def roles(game: Game) -> dict[str, slice]:
    """Seats by role; where all seats have the same coins, all are one role."""
    if game["tail_endowments"] == [game["head_endowment"]]:
        return {"everyone": slice(None)}
    return {"head": slice(0, 1), "tail": slice(1, None)}


def fractions(stages: list[Stage], game: Game) -> dict[str, list[float]]:
    """Mean fraction by round of each role; decisions of nobody are left out."""
    given = np.array([stage.contributions / stage.endowments for stage in stages])
    own = np.array([stage.own_choice for stage in stages])
    found = {}
    for role, seats in roles(game).items():
        mine, chosen = given[:, :, seats], own[:, :, seats]
        chosen = chosen | ~chosen.any((0, 2), keepdims=True)
        found[role] = np.mean(mine, (0, 2), where=chosen).tolist()
    return found


def curves(groups: list[Group], game: Game) -> Numbers:
    """Mean over groups and its standard error, by stage, role and round."""
    found: Numbers = {}
    for number in (1, 2, 3):
        played = [group.stages[number] for group in groups if number in group.stages]
        rounds = max((len(stage.endowments) for stage in played), default=0)
        whole = [stage for stage in played if len(stage.endowments) == rounds]
        for role, seats in roles(game).items():
            for place in range(rounds):
                means = [_mean(stage, place, seats) for stage in whole]
                known = np.array([mean for mean in means if mean is not None])
                error = None
                if len(known) > 1:
                    error = float(known.std() / math.sqrt(len(known) - 1))
                mean = float(known.mean()) if len(known) else None
                found[number, role, place + 1] = mean, error
    return found


def _mean(stage: Stage, place: int, seats: slice) -> float | None:
    own = stage.own_choice[place, seats]
    given = (stage.contributions[place, seats] / stage.endowments[place, seats])[own]
    return float(given.mean()) if len(given) else None


def objectives(stage: Stage) -> dict[str, float]:
    """Coins of the group a round, inequality, coins of the seat that earned least."""
    earned = stage.rewards.mean(0)
    least = float(earned.min())
    return {"total_reward": float(earned.sum()), "gini": gini(earned), "worst_off": least}


def paired(differences: Floats) -> tuple[float, float, float]:
    """The mean of at least two differences with its 95% interval, Student's."""
    count = len(differences)
    mean = float(differences.mean())
    half = _student(count - 1) * float(differences.std(ddof=1)) / math.sqrt(count)
    return mean, mean - half, mean + half


def _student(freedom: int) -> float:
    """The 97.5% quantile of Student's distribution, by Simpson's rule and bisection."""
    # With t = sqrt(freedom) tan(angle) the density becomes a power of the cosine.
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)

    def beyond_half(angle: float) -> float:
        at = np.linspace(0, angle, 4001)
        values = np.cos(at) ** (freedom - 1)
        weights = np.ones(4001)
        weights[1:-1:2], weights[2:-1:2] = 4, 2
        return float(scale * (weights * values).sum() * angle / 4000 / 3)

    low, high = 0.0, math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if beyond_half(middle) < 0.475 else (low, middle)
    return math.sqrt(freedom) * math.tan(high)


def least_served(groups: list[Group], mechanism: str, game: Game) -> Numbers:
    """Groups, mean and 10th percentile of what the seat that gained least earned a round."""
    lowest: dict[int, list[float]] = {}
    for group in groups:
        stages = [
            stage
            for stage in first_two(group, game["rounds"]).values()
            if not group.imported and stage.mechanism == mechanism and _is_of(stage, game)
        ]
        if stages:
            earned = np.mean([stage.rewards for stage in stages], axis=(0, 1))
            gained = earned - stages[0].endowments[0]
            lowest.setdefault(group.tail_endowment, []).append(float(gained.min()))
    found: Numbers = {}
    every = [each for values in lowest.values() for each in values]
    for tail, values in [*lowest.items(), (None, every)]:
        if values:
            tenth = float(np.quantile(values, 0.1))
            found[mechanism, tail] = (len(values), float(np.mean(values)), tenth)
    return found


def _is_of(stage: Stage, game: Game) -> bool:
    """Whether the endowments are those of one of the game's conditions in every round."""
    tail = stage.endowments[0, -1]
    expected = [game["head_endowment"], *[tail] * game["tails"]]
    return tail in game["tail_endowments"] and bool((stage.endowments == expected).all())
