import torch
from played_groups import played_groups

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import arrays
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.sequences import Sequences

CPU = torch.device("cpu")


def test_people_are_rows_seat_by_seat() -> None:
    groups = played_groups(2, stages=1)
    data = Sequences.of(arrays.contributions(groups, PAPER_GAME), "full", CPU)
    assert data.features.shape == (8, 10, 6)
    assert data.group.tolist() == [0] * 4 + [1] * 4
    second_tail = [row[2] for row in groups[1].stages[0].contributions]
    assert data.contribution[4 + 2].tolist() == second_tail
    own_previous = data.features[4 + 2, :, 1] * 10
    torch.testing.assert_close(own_previous, torch.tensor([0.0, *second_tail[:-1]]))


def test_a_previous_fraction_is_of_the_previous_endowment() -> None:
    stage = PlayedStage(
        stage=1,
        mechanism="imported",
        endowments=((10, 4, 4, 4), (5, 8, 8, 8)),
        contributions=((10, 1, 1, 1), (1, 8, 8, 8)),
        payouts=((5.2, 5.2, 5.2, 5.2), (10.0, 10.0, 10.0, 10.0)),
        own_choice=((True,) * 4, (True,) * 4),
    )
    group = PlayedGroup("g-1", 1, "imported", "acquire", (stage,), (None,) * 4)
    data = Sequences.of(arrays.contributions([group], PAPER_GAME), "full", CPU)
    own, others = data.features[:, 1, 2], data.features[:, 1, 4]
    torch.testing.assert_close(own, torch.tensor([1.0, 0.25, 0.25, 0.25]))
    torch.testing.assert_close(others, torch.tensor([0.25, 0.5, 0.5, 0.5]))
    # All of 10 coins is all of 5; a quarter of 4 coins is a quarter of 8.
    played = Lanes(data, 11).played(torch.tensor([0]))
    assert played.last.tolist() == [[11] * 4, [5, 2, 2, 2]]
