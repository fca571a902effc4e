"""Size, coverage and power of the inference for votes, by simulated studies.

    python -m benchmarks.vote_inference [--quick] [--studies 2000] [--json]

Each row is one situation. Its studies are drawn, judged by the program's `judge_all`, and counted:

- size: how often the test finds a preference where there is none (5% at most);
- coverage: how often the interval contains the true share (95% at least);
- power: how often the test finds the preference that is there, counted by the very test, and as
  `simulated_power` plans it.

Under a sequential plan a study counts as having found a preference if any look finds one, a look
after every group.
"""

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.drawn_votes import drawn_ballots, drawn_twice
from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.order import imbalance, second_share
from hcmd_lab.inference.sequential import rejects_at_a_look
from hcmd_lab.inference.verdict import Verdict, by_condition_all, judge_all
from hcmd_lab.inference.vote_power import simulated_power
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

GROUPS = (10, 30, 100)
CORRELATIONS = (0.0, 0.1, 0.3)
STUDIES, QUICK_STUDIES = 2000, 100
_TWICE = 30
_UNEQUAL = (0.7, 0.45, 0.45, 0.45, 0.45)
"""Shares in conditions of which the first has half of all groups; every condition alike: .5."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What studies have in common.

    Attributes:
        name: Of the kind of situation.
        groups: Groups in a study.
        correlation: Correlation of the votes of one group.
        share: True share of votes.
        plan: How votes are judged.
        second: Share of votes for the second stage where mechanisms do not matter.
        missing: Chance that a vote is missing.
        second_part: Part of the groups that meet the mechanism second.
        conditions: True share in each condition, of which the first has half of all groups.
        truth: The true share under the plan, where conditions differ.
    """

    name: str
    groups: int
    correlation: float
    share: float
    plan: VotePlan = dataclasses.field(default_factory=VotePlan)
    second: float = 0.5
    missing: float = 0.0
    second_part: float = 0.5
    conditions: tuple[float, ...] = ()
    truth: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a situation's studies show.

    Attributes:
        name: Of the kind of situation.
        groups: Groups in a study.
        correlation: Correlation of the votes of one group.
        share: True share of votes.
        studies: Number of studies.
        found: Share of studies whose test finds a preference: its size or its power.
        covered: Share of studies whose interval contains the true share.
        all_covered: The same for the intervals of all conditions at once; None if not measured.
        width: Mean width of the interval.
        planned: Power as it is planned; None for situations that a plan does not know.
    """

    name: str
    groups: int
    correlation: float
    share: float
    studies: int
    found: float
    covered: float
    all_covered: float | None
    width: float
    planned: float | None


def situations() -> Iterator[Situation]:
    """All that is measured, in the order of the tables."""
    for groups in GROUPS:
        for correlation in CORRELATIONS:
            for share in (0.5, 0.543, 0.65):
                yield Situation("plain", groups, correlation, share)
    for groups in GROUPS:
        yield Situation("votes missing", groups, 0.1, 0.5, missing=0.25)
        yield Situation("votes missing", groups, 0.1, 0.65, missing=0.25)
        for weighting, truth in ((Weighting.VOTES, 0.575), (Weighting.CONDITIONS, 0.5)):
            plan = VotePlan(weighting=weighting)
            name = f"unequal conditions, {weighting}"
            yield Situation(
                name, groups, 0.1, truth, plan, missing=0.1, conditions=_UNEQUAL, truth=truth
            )
        for adjusted in (False, True):
            plan = VotePlan(order_adjusted=adjusted)
            name = "recency .2, adjusted" if adjusted else "recency .2, not adjusted"
            for share in (0.5, 0.56):
                yield Situation(name, groups, 0.1, share, plan, second=0.7)
        for share in (0.5, 0.56):
            plan = VotePlan(order_adjusted=True)
            name = "recency .2, unequal orders, adjusted"
            yield Situation(name, groups, 0.1, share, plan, second=0.7, second_part=0.7)
        for share in (0.5, 0.65):
            plan = VotePlan(looks=Looks.SEQUENTIAL)
            yield Situation("looks after every group", groups, 0.1, share, plan)


def measure(situation: Situation, studies: int, seed: int = 0) -> Measured:
    """Draw and judge the studies of a situation.

    Args:
        situation: The situation.
        studies: How many.
        seed: Of all draws.
    """
    truth = situation.share if situation.truth is None else situation.truth
    seeds = [1000 * seed + number for number in range(studies)]
    drawn = [_drawn(situation, each) for each in seeds]
    twice = [_twice(situation, 10**6 + number) for number in seeds]
    used = [second_share(each, *known) for each, known in zip(drawn, twice, strict=True)]
    unequal = [imbalance(each, cast) for each, (_, cast) in zip(drawn, twice, strict=True)]
    verdicts = judge_all(drawn, situation.plan, used, imbalances=unequal)
    found = _found(drawn, situation.plan, verdicts)
    covered = sum(each.share.low <= truth <= each.share.high for each in verdicts)
    width = sum(each.share.high - each.share.low for each in verdicts)
    all_covered = 0
    is_plain = situation.name == "plain"
    if is_plain:
        for conditions in by_condition_all(drawn, situation.plan, used):
            all_covered += all(each.low <= truth <= each.high for each in conditions.values())
    return Measured(
        situation.name,
        situation.groups,
        situation.correlation,
        truth,
        studies,
        found / studies,
        covered / studies,
        all_covered / studies if is_plain else None,
        width / studies,
        _planned(situation),
    )


def _drawn(situation: Situation, seed: int) -> Ballots:
    return drawn_ballots(
        situation.groups,
        situation.share,
        situation.correlation,
        seed,
        second=situation.second,
        missing=situation.missing,
        second_part=situation.second_part,
        conditions=situation.conditions,
    )


def _twice(situation: Situation, seed: int) -> tuple[np.ndarray, np.ndarray]:
    return drawn_twice(_TWICE, situation.second, situation.correlation, seed)


def _found(drawn: list[Ballots], plan: VotePlan, verdicts: list[Verdict]) -> int:
    """How many studies find a preference."""
    if plan.looks is Looks.FIXED:
        return sum(each.p_value < LEVEL for each in verdicts)
    shares = np.array([each.won / each.cast for each in drawn])
    return int(rejects_at_a_look(shares).sum())


def _planned(situation: Situation) -> float | None:
    """What the program would plan, which knows neither recency nor conditions."""
    if situation.conditions or situation.second != 0.5:
        return None
    cast = _drawn(situation, 0).cast
    return simulated_power(
        situation.share,
        Counter(cast.tolist()),
        situation.correlation,
        np.random.default_rng(1),
        situation.plan,
    )


def as_markdown(rows: list[Measured]) -> str:
    """The rows as a table of a page."""
    lines = [
        "| Situation | Groups | Correlation | True share | Finds a preference | Planned | "
        "Interval covers | All five cover | Width |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        planned = "–" if row.planned is None else f"{row.planned:.3f}"
        together = "–" if row.all_covered is None else f"{row.all_covered:.3f}"
        lines.append(
            f"| {row.name} | {row.groups} | {row.correlation:g} | {row.share:g} | {row.found:.3f} "
            f"| {planned} | {row.covered:.3f} | {together} | {row.width:.2f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_STUDIES} studies a row")
    parser.add_argument("--studies", type=int, default=STUDIES, help="studies a row")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    studies = QUICK_STUDIES if options.quick else options.studies
    rows = [measure(each, studies) for each in situations()]
    if options.json:
        print(json.dumps([dataclasses.asdict(row) for row in rows], indent=2))
    else:
        print(as_markdown(rows))


if __name__ == "__main__":
    main()
