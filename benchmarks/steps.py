"""How far a step of OPTIMIZE should go, by what it is worth to simulated people.

    python -m benchmarks.steps [--rules whole best cautious:1 ...] [--seeds 1-6] [--people WHO]
        [--acquire paper] [--groups 73 45 51 101] [--json]

Whole loops of simulated people run in this process, one for each seed and rule; all rules of a seed
begin with the same mechanism and the same first groups. After each iteration the newest mechanism
is put to the vote against the one before, and against liberal egalitarian, among very many
simulated people: by the chances of their votes, so that little is left to luck. As in
`benchmarks.acquire` OPTIMIZE takes fewer and larger steps than the paper's.

Beside the rules of the program, `part:0.1` is a limit on change: a tenth of the updates, and no
look at what they are worth. `held_out:0.5` judges by groups held out: two mechanisms are trained
in batches of half the size, each on models of one half of the groups, and the models of the other
half judge it. Kept is the mean of both mechanisms' parameters where the verdict is best, with half
a standard deviation between the judges taken off.

`--cost` measures instead what looking adds to a step of the paper's size, in processor time.
"""

import argparse
import copy
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.true_votes import LOST, expected_true_share  # isort: skip

import torch

from benchmarks.coverage import frozen, modelled, played_groups
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import StepRule
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.step_length import LOOK_GROUPS, StepLength, look_groups, looks, verdict
from hcmd_lab.replications.replication_plan import parse_seeds

UPDATES, LEARNING_RATE, GAMES = 300, 3e-4, 200
RULES = ("whole", "part:0.1", "worst", "cautious:1", "cautious:1.5", "held_out:0.5")
HALF_MEMBERS = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """How the length of a step is chosen.

    Attributes:
        rule: The rule of the program.
        caution: Of the cautious one.
        updates: Of training.
        held_out: Whether groups held out judge.
    """

    rule: StepRule
    caution: float = 1.0
    updates: int = UPDATES
    held_out: bool = False

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read a rule as it is typed: `cautious:1.5`."""
        rule, _, number = text.partition(":")
        if rule == "part":
            return cls(StepRule.WHOLE, updates=round(UPDATES * float(number)))
        if rule == "held_out":
            return cls(StepRule.CAUTIOUS, float(number), held_out=True)
        return cls(StepRule(rule), float(number or 1.0))


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a loop.

    Attributes:
        rule: How its length was chosen.
        seed: Of the loop.
        iteration: Its number, from 1.
        groups: Groups behind the models.
        kept_at: Updates after which the mechanism was kept; those of the whole path at most.
        expected: Share of votes against the mechanism before that the models expect.
        spread: Standard deviation of it between the members.
        gain: True share against it, minus one half.
        share: True share against liberal egalitarian.
    """

    rule: str
    seed: int
    iteration: int
    groups: int
    kept_at: int
    expected: float
    spread: float
    gain: float
    share: float


def trained(
    start: PolicyNetwork, people: ParticipantSet, rule: Rule, seed: int
) -> tuple[PolicyNetwork, int]:
    """The mechanism that a step ends with, and the updates after which it was kept."""
    play = SelfPlay(
        copy.deepcopy(start), people, PAPER_GAME, GAMES, LEARNING_RATE, generator(seed, "steps")
    )
    contest = Contest(people, PAPER_GAME, LOOK_GROUPS, generator(seed, "steps/looks"))
    length = StepLength(start, contest, rule.rule, rule.caution, rule.updates)
    for update in range(1, rule.updates + 1):
        play.update()
        length.follow(play.policy, update)
    kept_at = rule.updates if length.kept_at is None else length.kept_at
    return length.chosen(play.policy), kept_at


def trained_apart(
    start: PolicyNetwork, groups: Sequence[PlayedGroup], rule: Rule, seed: int
) -> tuple[PolicyNetwork, int]:
    """The same where groups held out judge."""
    order = torch.randperm(len(groups), generator=generator(seed, "steps/halves")).tolist()
    judges, plays = [], []
    for half in (0, 1):
        with tempfile.TemporaryDirectory() as name:
            some = [groups[number] for number in order[half::2]]
            people = modelled(some, seed + half, HALF_MEMBERS, Path(name))
        judges.append(Contest(people, PAPER_GAME, LOOK_GROUPS, generator(seed, "steps/looks")))
        dice = generator(seed, f"steps/{half}")
        policy = copy.deepcopy(start)
        plays.append(SelfPlay(policy, people, PAPER_GAME, GAMES // 2, LEARNING_RATE, dice))
    opponents = [judge.enter(start) for judge in judges]
    due, best, kept, kept_at = looks(rule.rule, rule.updates), 0.5, start, 0
    for update in range(1, rule.updates + 1):
        for play in plays:
            play.update()
        if update in due:
            shares = torch.cat(
                [
                    judge.shares_by_member(judge.enter(play.policy), opponent).mean((1, 2))
                    for judge, opponent, play in zip(judges, opponents, plays[::-1], strict=True)
                ]
            )
            found = verdict(shares, rule.rule, rule.caution)
            if found > best:
                best, kept_at = found, update
                kept = mean_of([play.policy for play in plays])
    return kept, kept_at


def mean_of(policies: Sequence[PolicyNetwork]) -> PolicyNetwork:
    """The policy whose parameters are the means of those of others."""
    made = copy.deepcopy(policies[0])
    states = [policy.state_dict() for policy in policies]
    made.load_state_dict(
        {name: torch.stack([each[name] for each in states]).mean(0) for name in states[0]}
    )
    return made


def loop(
    text: str, seed: int, groups: Sequence[int], acquire: Acquire, people: Population, truth: int
) -> Iterator[Step]:
    """The steps of one loop."""
    rule = Rule.parse(text)
    baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(generator(seed, "steps/start"))
    played: list[PlayedGroup] = []
    for number, count in enumerate(groups):
        tables = frozen(policy, number, acquire)
        played += played_groups(tables, count, seed, number, people)
        with tempfile.TemporaryDirectory() as name:
            models = modelled(played, seed, 8, Path(name))
        own_seed = 100 * seed + number
        newest, kept_at = (
            trained_apart(policy, played, rule, own_seed)
            if rule.held_out
            else trained(policy, models, rule, own_seed)
        )
        contest = Contest(models, PAPER_GAME, LOOK_GROUPS, generator(seed, "steps/contest"))
        shares = contest.shares_by_member(contest.enter(newest), contest.enter(policy)).mean((1, 2))
        table, before = frozen(newest, number + 1, acquire), tables[f"theta_{number}"]
        now = table[f"theta_{number + 1}"]
        yield Step(
            text, seed, number + 1, len(played), kept_at, float(shares.mean()), float(shares.std()),
            expected_true_share(now, before, truth, people) - 0.5,
            expected_true_share(now, baseline, truth, people),
        )  # fmt: skip
        policy = newest


def summary(steps: Sequence[Step]) -> dict[str, object]:
    """Steps of one rule: what they gain, how many lose, and how far the loops come."""
    later = [step.gain for step in steps if step.iteration > 1]
    last = max(step.iteration for step in steps)
    ends = [step.share for step in steps if step.iteration == last]
    every = [[s.share for s in steps if s.iteration == number] for number in range(1, last + 1)]
    return {
        "loops": len(ends),
        "steps_after_the_first": len(later),
        "lost": sum(gain < -LOST for gain in later),
        "worst": min(later),
        "mean_gain": statistics.fmean(later),
        "share_by_iteration": [statistics.fmean(shares) for shares in every],
        "worst_by_iteration": [min(shares) for shares in every],
        "last_share": statistics.fmean(ends),
        "standard_error": statistics.stdev(ends) / len(ends) ** 0.5 if len(ends) > 1 else None,
    }


def cost() -> dict[str, float]:
    """Milliseconds of the processor for an update and a look of the paper's size, and their ratio.

    `times_as_long` is a step of 2,000 updates with looks, divided by one without.
    """
    members, updates, dice = 8, 2000, torch.Generator().manual_seed(1)
    fits = [ParticipantModels(ParticipantArchitecture(32, 8)) for _ in range(members)]
    for fit in fits:
        fit.contribution.reset_parameters(dice)
    people = ParticipantSet.of(*fits)
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(dice)
    conditions = len(PAPER_GAME.tail_endowments)
    groups = look_groups(updates, GAMES * conditions, members, conditions, 400)
    contest = Contest(people, PAPER_GAME, groups, dice)
    play = SelfPlay(policy, people, PAPER_GAME, GAMES, 4e-5, dice)
    update_ms = _processor_ms(play.update, 60)
    look_ms = _processor_ms(lambda: contest.enter(policy), 6)
    count = 1 + len(looks(StepRule.CAUTIOUS, updates))
    return {
        "update_ms": update_ms,
        "look_ms": look_ms,
        "times_as_long": 1 + count * look_ms / (updates * update_ms),
    }


def _processor_ms(work: Callable[[], object], times: int) -> float:
    work()
    began_s = time.process_time()
    for _ in range(times):
        work()
    return 1000 * (time.process_time() - began_s) / times


def main() -> None:
    """Run all loops and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", nargs="+", default=RULES)
    parser.add_argument("--seeds", default="1-6", help="first and last")
    parser.add_argument("--groups", nargs="+", type=int, default=(73, 45, 51, 101))
    parser.add_argument("--acquire", type=Acquire, default=Acquire.PAPER)
    parser.add_argument("--people", type=People, choices=list(People), default=People.CALIBRATED)
    parser.add_argument("--truth", type=int, default=1000, help="groups a condition and order")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cost", action="store_true", help="of looking, and nothing else")
    given = parser.parse_args()
    torch.set_num_threads(1)
    if given.cost:
        print(json.dumps(cost()))
        return
    people = population_of(given.people)
    steps: list[Step] = []
    for seed in parse_seeds(given.seeds):
        for text in given.rules:
            for step in loop(text, seed, given.groups, given.acquire, people, given.truth):
                steps.append(step)
                if not given.json:
                    print(json.dumps(asdict(step)), flush=True)
    report = {text: summary([step for step in steps if step.rule == text]) for text in given.rules}
    if given.json:
        print(json.dumps({"rules": report, "steps": [asdict(s) for s in steps]}, indent=2))
    else:
        print(json.dumps(report))


if __name__ == "__main__":
    main()
