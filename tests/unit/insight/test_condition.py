import numpy as np
import pytest
from played_groups import played_groups

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.profiles import distinct_count, distinct_profiles, orders
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.insight.condition import MIN_ROUNDS, condition, play_counts

TABLE = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)


def test_rows_are_the_profiles_and_what_the_table_says_of_them() -> None:
    found = condition(TABLE, 2)
    rows = [tuple(row) for row in found.contributions.tolist()]
    assert rows == list(distinct_profiles(PAPER_GAME, 2))
    for row in (0, 5, 50, 109):
        given = tuple(found.contributions[row].tolist())
        assert found.shares[row] == pytest.approx(TABLE.weights((10, 2, 2, 2), given))
        assert found.funds[row] == pytest.approx(1.6 * sum(given))


def test_without_play_all_profiles_count_alike() -> None:
    found = condition(TABLE, 4)
    assert not found.as_played
    for row, weight in zip(found.contributions.tolist(), found.weights, strict=True):
        assert weight == pytest.approx(orders(row) / (11 * 5**3))


def test_profiles_count_as_often_as_they_were_played() -> None:
    groups = played_groups(5)
    counts = play_counts(groups, "theta_0", PAPER_GAME)
    assert {tail: int(count.sum()) for tail, count in counts.items()} == dict.fromkeys(
        PAPER_GAME.tail_endowments, 20
    )
    found = condition(TABLE, 2, counts)
    assert found.as_played
    played = [row for stage in groups[0].stages for row in stage.contributions]
    for row, weight in zip(found.contributions.tolist(), found.weights, strict=True):
        head, *tails = row
        times = sum(head == h and sorted(tails) == sorted(t) for h, *t in played)
        assert weight == pytest.approx(times / 20)


def test_too_few_rounds_say_nothing_about_where_people_play() -> None:
    counts = play_counts(played_groups(5, stages=1), "theta_0", PAPER_GAME)
    found = condition(TABLE, 2, counts)
    assert found.rounds_played == 10 < MIN_ROUNDS
    assert not found.as_played
    assert found.weights.sum() == pytest.approx(1)


def test_rounds_in_which_nobody_gives_say_nothing_about_the_mechanism() -> None:
    counts = np.zeros(distinct_count(PAPER_GAME, 2), dtype=np.int64)
    counts[0], counts[5] = 100, MIN_ROUNDS - 1
    found = condition(TABLE, 2, {2: counts})
    assert (found.rounds_played, found.as_played) == (100 + MIN_ROUNDS - 1, False)


def test_other_mechanisms_and_other_endowments_are_passed_over() -> None:
    assert not play_counts(played_groups(5), "theta_1", PAPER_GAME)[2].any()
    stage = PlayedStage(
        1, "theta_0", ((9, 2, 2, 2), (10, 3, 2, 2)), ((1, 1, 1, 1),) * 2, ((1.6,) * 4,) * 2,
        ((True,) * 4,) * 2,
    )  # fmt: skip
    group = PlayedGroup("i-1", 1, "human", "acquire", (stage,), (None,) * 4)
    assert not np.concatenate(list(play_counts([group], "theta_0", PAPER_GAME).values())).any()


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="tail endowment 3"):
        condition(TABLE, 3)
