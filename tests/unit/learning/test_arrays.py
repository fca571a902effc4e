import dataclasses

import numpy as np
import pytest
import torch
from played_groups import played_groups, played_stage

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays


def group(*stages: object, votes: tuple[int | None, ...] = (None,) * 4) -> PlayedGroup:
    return PlayedGroup("S-1", 1, "human", "acquire", stages, votes)  # type: ignore[arg-type]


def test_shorter_stages_are_padded_and_the_padding_does_not_count() -> None:
    dice = np.random.default_rng(2)
    short, long = played_stage(dice, 1, rounds=6), played_stage(dice, 2)
    data = arrays.contributions([group(short, long)], PAPER_GAME)
    assert data.endowment.shape == (2, 10, 4)
    assert data.decisions == (6 + 10) * 4
    assert not data.counted[0, 6:].any()
    torch.testing.assert_close(data.contribution[0, :6], torch.tensor(short.contributions).float())
    assert data.group.tolist() == [0, 0]


def test_what_people_did_not_choose_stays_in_the_history_but_does_not_count() -> None:
    stage = played_stage(np.random.default_rng(3))
    own = ((True, False, True, True), *stage.own_choice[1:])
    stage = dataclasses.replace(stage, own_choice=own)
    data = arrays.contributions([group(stage)], PAPER_GAME)
    assert data.decisions == 39
    assert not data.counted[0, 0, 1]
    assert data.contribution[0, 0, 1] == stage.contributions[0][1]


def test_groups_without_a_choice_of_their_own_are_left_out() -> None:
    stage = played_stage(np.random.default_rng(3))
    absent = dataclasses.replace(stage, own_choice=((False,) * 4,) * 10)
    data = arrays.contributions([group(absent), group(), group(stage)], PAPER_GAME)
    assert data.groups == 1
    assert data.group.tolist() == [0]


def test_no_groups_at_all() -> None:
    data = arrays.contributions([], PAPER_GAME)
    assert (data.groups, data.decisions) == (0, 0)


def test_a_selection_of_groups_keeps_their_sequences() -> None:
    data = arrays.contributions(played_groups(5), PAPER_GAME)
    some = data.of_groups(torch.tensor([3, 1]))
    assert some.group.tolist() == [1, 1, 3, 3]
    torch.testing.assert_close(some.payout, data.payout[[2, 3, 6, 7]])
    assert some.groups == 2


@pytest.mark.parametrize("endowment", [0, 11])
def test_endowments_that_the_game_does_not_have_are_refused(endowment: int) -> None:
    stage = played_stage(np.random.default_rng(3))
    first = (endowment, *stage.endowments[0][1:])
    wrong = dataclasses.replace(stage, endowments=(first, *stage.endowments[1:]))
    with pytest.raises(OperatorError, match="Group S-1, stage 1, round 1"):
        arrays.contributions([group(wrong)], PAPER_GAME)


def test_groups_of_another_size_are_refused() -> None:
    with pytest.raises(OperatorError, match="3 seats where the game has 4"):
        arrays.contributions([group(votes=(1, 2, 1))], PAPER_GAME)
