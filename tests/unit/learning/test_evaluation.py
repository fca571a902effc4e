import dataclasses
import math
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest
from played_groups import played_stage

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.export.evaluation_tables import evaluation_tables
from hcmd_lab.export.result_data import Results
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import compared_groups
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import EvaluateJob
from hcmd_lab.learning.evaluation import MIN_REWARD, contribution_curves, evaluate, surplus
from hcmd_lab.vote_plan import Looks

JOB = EvaluateJob(game=PAPER_GAME, seed=1, mechanism="theta_7", baseline="liberal_egalitarian")
Votes = tuple[int | None, ...]


def group(number: int, favourable: int, dice: np.random.Generator, missing: int = 0) -> PlayedGroup:
    """A group in which `favourable` of four seats vote for theta_7; every other starts with it."""
    order = ("theta_7", "liberal_egalitarian")[:: 1 if number % 2 else -1]
    tail = (2, 4, 6, 8, 10)[number % 5]
    stages = tuple(played_stage(dice, s, name, tail) for s, name in enumerate(order, start=1))
    third = played_stage(dice, 3, "theta_7", tail)
    ours = 1 + order.index("theta_7")
    votes: list[int | None] = [ours] * favourable + [3 - ours] * (4 - favourable)
    votes[:missing] = [None] * missing
    return PlayedGroup(f"E-{number}", 1, "human", "evaluate", (*stages, third), tuple(votes))


def groups(favourable: list[int], seed: int = 1) -> list[PlayedGroup]:
    dice = np.random.default_rng(seed)
    return [group(number, count, dice) for number, count in enumerate(favourable)]


def run(folder: Path, played: list[PlayedGroup], job: EvaluateJob = JOB) -> EvaluateResult:
    write_dataset(folder / "dataset.jsonl", played)
    *_, result = evaluate(job, folder, folder, lambda: False)
    assert isinstance(result, EvaluateResult)
    return result


def test_votes_are_counted_in_whichever_stage_the_mechanism_was(tmp_path: Path) -> None:
    result = run(tmp_path, groups([4, 3, 3, 2, 3, 4, 1, 3, 3, 2]))
    assert (result.groups, result.votes, result.won) == (10, 40, 28)
    assert result.share.estimate == pytest.approx(28 / 40)
    assert result.share.low < 0.7 < result.share.high
    assert {tail: found.estimate for tail, found in result.by_tail_endowment.items()} == {
        2: 1.0, 4: 0.5, 6: 0.75, 8: 0.625, 10: 0.625
    }  # fmt: skip
    # Half the surpluses are 2 1 1 0 1 2 -1 1 1 0: 7 of 2^8 flips give 8 or more, 7 give -8 or less.
    assert result.p_value == pytest.approx(14 / 256)
    assert 0 < result.power < 1
    assert 0.5 < result.smallest_effect < 1


def test_the_baseline_gets_the_other_votes(tmp_path: Path) -> None:
    played = groups([4, 3, 3, 2, 3])
    swapped = EvaluateJob(game=PAPER_GAME, seed=1, mechanism=JOB.baseline, baseline=JOB.mechanism)
    ours, theirs = run(tmp_path, played), run(tmp_path, played, swapped)
    assert ours.share.estimate + theirs.share.estimate == pytest.approx(1)
    assert ours.p_value == pytest.approx(theirs.p_value)
    assert ours.surplus == theirs.surplus


@pytest.mark.parametrize("count", [2, 3, 4, 12])
@pytest.mark.parametrize("looks", list(Looks))
def test_groups_that_vote_as_one_are_judged(tmp_path: Path, count: int, looks: Looks) -> None:
    job = EvaluateJob(
        game=PAPER_GAME, seed=1, mechanism=JOB.mechanism, baseline=JOB.baseline, looks=looks
    )
    result = run(tmp_path, groups([4, 0] * (count // 2) + [4] * (count % 2)), job)
    assert result.within_group_correlation == pytest.approx(1)


def test_groups_that_met_the_mechanisms_in_one_order_find_less(tmp_path: Path) -> None:
    dice = np.random.default_rng(1)
    counts = [4, 3, 3, 2, 3, 4, 1, 3, 3, 2] * 4
    even = groups(counts)
    # Every other number starts with the mechanism: all but four groups do.
    mostly = [group(2 * n + (n >= 4), count, dice) for n, count in enumerate(counts)]
    adjusted = msgspec.structs.replace(JOB, order_adjusted=True)
    balanced, unequal = (run(tmp_path, played, adjusted) for played in (even, mostly))
    assert balanced.groups == unequal.groups == 40
    assert unequal.power < balanced.power / 2
    assert unequal.smallest_effect > balanced.smallest_effect + 0.05


def test_taking_out_the_order_lets_few_groups_find_more(tmp_path: Path) -> None:
    """Six groups have to agree wholly, unless what is taken out tells apart how far they do."""
    played = groups([4, 3, 3, 2, 3, 1])
    adjusted = msgspec.structs.replace(JOB, order_adjusted=True)
    plain, without = run(tmp_path, played), run(tmp_path, played, adjusted)
    assert plain.assumed_correlation == without.assumed_correlation
    assert without.power > 1.5 * plain.power
    assert without.smallest_effect < plain.smallest_effect - 0.03


def test_the_same_seed_gives_the_same_result(tmp_path: Path) -> None:
    played = groups([4, 3, 3, 2, 3, 0])
    assert run(tmp_path, played) == run(tmp_path, played)


def test_groups_that_did_not_meet_both_or_did_not_vote_do_not_count(tmp_path: Path) -> None:
    dice = np.random.default_rng(2)
    good, twice, other, short, silent, partly = (group(n, 3, dice) for n in range(6))
    same = tuple(dataclasses.replace(s, mechanism="theta_7") for s in twice.stages)
    third = tuple(dataclasses.replace(s, mechanism=f"m{s.stage}") for s in other.stages)
    cut = dataclasses.replace(played_stage(dice, 2, short.stages[1].mechanism, rounds=4))
    result = run(
        tmp_path,
        [
            good,
            dataclasses.replace(twice, stages=same),
            dataclasses.replace(other, stages=third),
            dataclasses.replace(short, stages=(short.stages[0], cut)),
            dataclasses.replace(silent, votes=(None,) * 4),
            dataclasses.replace(partly, votes=(None, *partly.votes[1:])),
        ],
    )
    assert (result.groups, result.votes) == (2, 7)
    assert result.share.estimate == pytest.approx(5 / 7)


def test_no_usable_group_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="No group has played both θ₇ and liberal egalitarian"):
        run(tmp_path, [])


def test_it_stops_when_asked(tmp_path: Path) -> None:
    write_dataset(tmp_path / "dataset.jsonl", groups([2, 3]))
    *_, last = evaluate(JOB, tmp_path, tmp_path, lambda: True)
    assert last == Stopped(step=0)


def test_curves_are_means_of_peoples_own_choices() -> None:
    played = group(1, 2, np.random.default_rng(3))  # tails of 4 coins

    def with_round(stage: PlayedStage) -> PlayedStage:
        return dataclasses.replace(
            stage,
            contributions=((5, 4, 2, 0), (8, 1, 1, 4), *stage.contributions[2:]),
            own_choice=((True, True, False, True), (False,) * 4, *stage.own_choice[2:]),
        )

    changed = dataclasses.replace(played, stages=tuple(with_round(s) for s in played.stages))
    compared = compared_groups([changed], JOB.mechanism, JOB.baseline, JOB.game)
    assert len(compared) == 1
    curves = contribution_curves(compared, "theta_7", PAPER_GAME)
    assert curves["head"][4][:2] == [0.5, 0.8]  # nobody's own choice: what was played
    assert curves["tail"][4][:2] == [0.5, 0.5]
    assert len(curves["tail"][4]) == 10


def test_surplus_by_hand() -> None:
    stage = dataclasses.replace(
        played_stage(np.random.default_rng(4), tail=2, rounds=1),
        contributions=((10, 0, 0, 2),),
        payouts=((4.0, 4.0, 4.0, 0.0),),
    )
    total, gini = surplus(stage)
    assert total == pytest.approx(math.log(4) + 2 * math.log(6) + math.log(0.01))
    assert gini == pytest.approx((2 * 2 + 4 + 2 * 6) / (4 * 16))


def test_the_dictionary_says_what_a_seat_without_coins_counts_as() -> None:
    (said,) = (
        column.meaning
        for table in evaluation_tables(Results())
        for column in table.columns
        if column.name == "contrast.log_rewards"
    )
    assert f"counts as if it had earned {MIN_REWARD}" in said


def test_votes_are_counted_without_torch() -> None:
    program = "import sys, hcmd_lab.learning.evaluation; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "False"
