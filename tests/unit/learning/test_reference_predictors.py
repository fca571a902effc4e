import dataclasses
import math

import numpy as np
import pytest
import torch
from played_groups import played_groups, played_stage

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays
from hcmd_lab.learning.references import references


def data_of(*stages: object) -> arrays.Contributions:
    groups = [PlayedGroup("S-1", 1, "human", "acquire", (s,), (None,) * 4) for s in stages]  # type: ignore[arg-type]
    return arrays.contributions(groups, PAPER_GAME)


def test_uniform_is_the_logarithm_of_the_choices() -> None:
    data = data_of(played_stage(np.random.default_rng(1), tail=6))
    uniform = references(data, data, 10)["uniform"]
    assert uniform == pytest.approx((math.log(11) + 3 * math.log(7)) / 4)


def test_choices_at_random_leave_nothing_to_know_but_the_uniform() -> None:
    dice = np.random.default_rng(2)
    training = data_of(*(played_stage(dice, tail=4, repeat=0) for _ in range(300)))
    held_out = data_of(*(played_stage(dice, tail=4, repeat=0) for _ in range(100)))
    found = references(training, held_out, 10)
    assert found["endowment_marginal"] == pytest.approx(found["uniform"], abs=0.01)
    assert found["repeat_last"] == pytest.approx(found["uniform"], abs=0.01)


def test_repetition_is_predicted_as_well_as_it_can_be() -> None:
    dice = np.random.default_rng(3)
    training = data_of(*(played_stage(dice, tail=10, repeat=0.6) for _ in range(300)))
    held_out = data_of(*(played_stage(dice, tail=10, repeat=0.6) for _ in range(300)))
    again, other = 0.6 + 0.4 / 11, 0.4 / 11
    later = -again * math.log(again) - 10 * other * math.log(other)
    best = (math.log(11) + 9 * later) / 10
    assert references(training, held_out, 10)["repeat_last"] == pytest.approx(best, abs=0.02)


def test_the_last_fraction_is_repeated_where_the_endowment_changes() -> None:
    stage = played_stage(np.random.default_rng(4), rounds=2)
    changed = dataclasses.replace(
        stage,
        endowments=((10, 10, 10, 10), (5, 5, 5, 5)),
        contributions=((10, 5, 1, 0), (5, 3, 1, 0)),  # halves are rounded up
    )
    different = dataclasses.replace(changed, contributions=((10, 5, 1, 0), (4, 2, 2, 3)))
    training = data_of(*[changed] * 50)
    found = references(training, data_of(changed), 10)["repeat_last"]
    missed = references(training, data_of(different), 10)["repeat_last"]
    assert found < 1 < missed


def test_a_contribution_never_seen_is_still_possible() -> None:
    groups = played_groups(1)
    data = arrays.contributions(groups, PAPER_GAME)
    other = arrays.contributions(played_groups(5, seed=9), PAPER_GAME)
    assert all(math.isfinite(value) for value in references(data, other, 10).values())


def test_decisions_that_do_not_count_change_nothing() -> None:
    dice = np.random.default_rng(5)
    stage = played_stage(dice, rounds=5)
    longer = dataclasses.replace(
        stage,
        **{
            name: (*getattr(stage, name), row)
            for name, row in (
                ("endowments", (10, 6, 6, 6)), ("contributions", (3, 3, 3, 3)),
                ("payouts", (1.0,) * 4), ("own_choice", (False,) * 4),
            )
        },
    )  # fmt: skip
    held_out = data_of(played_stage(dice))
    assert references(data_of(longer), held_out, 10) == references(data_of(stage), held_out, 10)
    short, long = (references(held_out, data_of(s), 10) for s in (stage, longer))
    assert short == pytest.approx(long)
    assert torch.equal(data_of(longer).counted[0, :5], data_of(stage).counted[0])
