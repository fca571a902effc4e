"""Steps of OPTIMIZE judged by other rules than the one that kept them, where the truth is known.

    python -m benchmarks.verdicts [--seeds 1-12] [--groups 37 22 26 50] [--as-standard]
        [--people WHO] [--truth N] [--json]

Loops of simulated people go on by the rule of the program (`cautious`, 1.5), one a seed. At every
step all rules look at the same points of the same training with the same models, and each says
which of them it would keep, or that it would refuse the step. Very many simulated people say what
these points are truly worth against the mechanism that the step began with. So a rule is told by
its steps alone: what the loop would have become with it is not in the table (`benchmarks.steps`
runs whole loops by a rule). Beside the rules of the program:

- `above:0.01` is the cautious rule, but refuses whatever is not ahead by a point after the caution;
- `shared:K` is the cautious rule with the error that all members share beside their spread;
- `interval:K` keeps the same, but refuses what the 95 % interval told, widened by K, leaves open;
- `truth` keeps the best of the points whose truth was asked for: no rule can know it.

As in `benchmarks.steps` OPTIMIZE takes fewer and larger steps than the paper's and MODEL is a
lighter one; `--as-standard` trains and models as the preset `standard` does (five times as long).
"""

import argparse
import copy
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.true_votes import LOST, expected_true_share  # isort: skip

import torch

from benchmarks.coverage import frozen, modelled, modelled_by, played_groups
from benchmarks.mean_error import with_error
from benchmarks.steps import GAMES, LEARNING_RATE, UPDATES
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import ModelJob, StepRule
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.expectation import Expectation
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.step_length import LOOK_GROUPS, looks, verdict
from hcmd_lab.replications.replication_plan import parse_seeds
from hcmd_lab.study.presets import make_settings

RULE = "cautious:1.5"
RULES = (
    "whole", "best", "cautious:1", RULE, "cautious:2", "cautious:3", "worst",
    "above:0.005", "above:0.01", "shared:1", "shared:1.5", "shared:2",
    "interval:1", "interval:1.41",
)  # fmt: skip
ALWAYS = (8, 10, 12)
"""Points, by number, whose truth is asked for whether a rule keeps them or not."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a training, and what the models expect there.

    Attributes:
        updates: After so many.
        by_member: Share of votes against the mechanism at the beginning that each member expects.
        expected: The same with its errors, as the program tells it.
        policy: The mechanism.
    """

    updates: int
    by_member: torch.Tensor
    expected: Expectation
    policy: PolicyNetwork


@dataclass(frozen=True, slots=True)
class Judged:
    """A step as one rule would have had it.

    Attributes:
        rule: Which.
        seed: Of the loop.
        iteration: Its number, from 1.
        groups: Groups behind the models.
        kept_at: Updates after which the rule would keep the mechanism; 0 if it refuses the step.
        expected: Share of votes against the mechanism before that the models expect there.
        spread: Standard deviation of it between the members.
        gain: True share against it, minus one half.
        ahead: How much the true share against liberal egalitarian grows.
    """

    rule: str
    seed: int
    iteration: int
    groups: int
    kept_at: int
    expected: float
    spread: float
    gain: float
    ahead: float


def kept(points: Sequence[Point], text: str) -> int | None:
    """The number of the point that a rule keeps; None if it refuses the step."""
    name, _, number = text.partition(":")
    if name in ("above", "interval"):
        chosen = kept(points, RULE)
        if chosen is None:
            return None
        point = points[chosen]
        if name == "above":
            is_sure = verdict(point.by_member, StepRule.CAUTIOUS, 1.5) > 0.5 + float(number)
        else:
            is_sure = point.expected.interval(float(number)).low > 0.5
        return chosen if is_sure else None
    if name == "whole":
        return len(points) - 1
    if name == "shared":
        told = [point.expected for point in points]
        found = [one.mean - float(number) * one.model_error for one in told]
    else:
        rule, caution = StepRule(name), float(number or 1)
        found = [verdict(point.by_member, rule, caution) for point in points]
    best = max(range(len(points)), key=found.__getitem__)
    return best if found[best] > 0.5 else None


def modelled_as_standard(
    groups: Sequence[PlayedGroup], seed: int, members: int, folder: Path
) -> ParticipantSet:
    """The set that the preset `standard` fits."""
    usual = make_settings("standard", {})
    job = ModelJob(
        seed=seed,
        sizes=tuple(zip(usual.linear_sizes, usual.lstm_sizes, strict=True)),
        vote_penalties=usual.vote_penalties,
        max_epochs=usual.max_epochs,
        splits=usual.splits,
        members=members,
        game=PAPER_GAME,
    )
    return modelled_by(job, groups, folder)


@dataclass(frozen=True, slots=True)
class Training:
    """How a loop models and trains.

    Attributes:
        updates: Of a step of OPTIMIZE.
        learning_rate: Of Adam.
        fit: MODEL.
    """

    updates: int = UPDATES
    learning_rate: float = LEARNING_RATE
    fit: Callable[[Sequence[PlayedGroup], int, int, Path], ParticipantSet] = modelled


AS_STANDARD = Training(2000, 4e-5, modelled_as_standard)


def path(
    start: PolicyNetwork,
    groups: Sequence[PlayedGroup],
    seed: int,
    number: int,
    training: Training,
) -> list[Point]:
    """The points that all rules look at, in iteration `number` of the loop `seed`."""
    with tempfile.TemporaryDirectory() as name:
        people = training.fit(groups, seed, 8, Path(name))
    own_seed = 100 * seed + number
    dice = generator(own_seed, "steps")
    play = SelfPlay(copy.deepcopy(start), people, PAPER_GAME, GAMES, training.learning_rate, dice)
    contest = Contest(
        people, PAPER_GAME, LOOK_GROUPS, generator(own_seed, "steps/looks"), len(groups)
    )
    opponent = contest.enter(start)
    due, points = looks(StepRule.CAUTIOUS, training.updates), []
    for update in range(1, training.updates + 1):
        play.update()
        if update in due:
            entered = contest.enter(play.policy)
            shares = contest.shares_by_member(entered, opponent).double().mean((1, 2))
            told = contest.expected(entered, opponent)
            points.append(Point(update, shares, told, copy.deepcopy(play.policy)))
    return points


def loop(
    seed: int, groups: Sequence[int], people: Population, truth: int, training: Training
) -> Iterator[Judged]:
    """The steps of one loop, by every rule."""
    baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(generator(seed, "steps/start"))
    played: list[PlayedGroup] = []
    for number, count in enumerate(groups):
        tables = frozen(policy, number, Acquire.INFORMATIVE)
        before: FrozenPolicy = tables[f"theta_{number}"]
        played += played_groups(tables, count, seed, number, people)
        points = path(policy, played, seed, number, training)
        chosen = {text: kept(points, text) for text in RULES}
        asked = {n for n in chosen.values() if n is not None} | {n - 1 for n in ALWAYS}
        share = expected_true_share(before, baseline, truth, people)
        gains, ahead = {}, {}
        for n in sorted(asked):
            table = frozen(points[n].policy, number + 1, Acquire.PAPER)[f"theta_{number + 1}"]
            gains[n] = expected_true_share(table, before, truth, people) - 0.5
            ahead[n] = expected_true_share(table, baseline, truth, people) - share
        best = max(asked, key=gains.__getitem__)
        chosen["truth"] = best if gains[best] > 0 else None
        for text, place in chosen.items():
            if place is None:
                yield Judged(text, seed, number + 1, len(played), 0, 0.5, 0.0, 0.0, 0.0)
                continue
            told = points[place].expected
            yield Judged(
                text, seed, number + 1, len(played), points[place].updates, told.mean, told.spread,
                gains[place], ahead[place],
            )  # fmt: skip
        kept_here = chosen[RULE]
        policy = policy if kept_here is None else points[kept_here].policy


def summary(steps: Sequence[Judged], whole: Sequence[Judged]) -> dict[str, object]:
    """The steps of one rule.

    Args:
        steps: By the rule.
        whole: The same steps by the rule of the program.
    """
    refused = [other for one, other in zip(steps, whole, strict=True) if one.kept_at == 0]
    made = [one for one in steps if one.kept_at]
    return {
        "steps": len(steps),
        "refused": len(refused),
        "refused_that_gain": sum(other.gain > LOST for other in refused),
        "refused_that_lose": sum(other.gain < -LOST for other in refused),
        "lost": sum(one.gain < -LOST for one in made),
        "worst": min(one.gain for one in steps),
        "gain": with_error([one.gain for one in steps]),
        "ahead": with_error([one.ahead for one in steps]),
        "gain_less_program": with_error(_by_loop(steps, whole, "gain")),
        "ahead_less_program": with_error(_by_loop(steps, whole, "ahead")),
        # What the models expect beyond the truth, and how wide they think that they may be off.
        "expected_too_much": with_error([one.expected - 0.5 - one.gain for one in made]),
        "root_mean_square_of_spreads": _root_mean_square([one.spread for one in made]),
        "root_mean_square_error": _root_mean_square(
            [one.expected - 0.5 - one.gain for one in made]
        ),
    }


def _by_loop(steps: Sequence[Judged], others: Sequence[Judged], name: str) -> list[float]:
    """Mean difference of a step in each loop: steps of one loop depend on each other."""
    found: dict[int, list[float]] = {}
    for one, other in zip(steps, others, strict=True):
        found.setdefault(one.seed, []).append(getattr(one, name) - getattr(other, name))
    return [statistics.fmean(each) for each in found.values()]


def _root_mean_square(values: Sequence[float]) -> float | None:
    return statistics.fmean(value**2 for value in values) ** 0.5 if values else None


def table(steps: Sequence[Judged], later: bool) -> dict[str, object]:
    """All rules beside each other, the first steps of the loops with or without."""
    counted = [one for one in steps if one.iteration > 1] if later else steps
    by_rule = {text: [one for one in counted if one.rule == text] for text in (*RULES, "truth")}
    return {text: summary(some, by_rule[RULE]) for text, some in by_rule.items()}


def main() -> None:
    """Run all loops and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1-12", help="such as 1-12 or 1-3,7")
    parser.add_argument("--groups", nargs="+", type=int, default=(37, 22, 26, 50))
    parser.add_argument("--as-standard", action="store_true", help="train and model as it does")
    parser.add_argument("--people", type=People, choices=list(People), default=People.CALIBRATED)
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    people = population_of(given.people)
    training = AS_STANDARD if given.as_standard else Training()
    steps: list[Judged] = []
    for seed in parse_seeds(given.seeds):
        for step in loop(seed, given.groups, people, given.truth, training):
            steps.append(step)
            if not given.json:
                print(json.dumps(asdict(step)), flush=True)
    report = {"all_steps": table(steps, later=False), "later_steps": table(steps, later=True)}
    if given.json:
        print(json.dumps(report | {"steps": [asdict(one) for one in steps]}, indent=2))
    else:
        print(json.dumps(report))


if __name__ == "__main__":
    main()
