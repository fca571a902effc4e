"""The numbers of the live plots."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from scripted import EVERYTHING, come_to_the_game, scripted
from walks import MECHANISMS, SMALL_GAME, Walk, small_plan

from hcmd_lab.game.roles import roles
from hcmd_lab.game.rules import HUNDREDTHS, PAPER_GAME, Game
from ui.control.live.plot_words import amounts, round_in_words
from ui.control.live.round_plot import RoundPlot, band
from ui.control.live.rounds import Point, Quantity, line, mechanism_of, paid_rounds, place


@pytest.fixture
def walk() -> Walk:
    """Two groups, of which the first has played a stage and the second one round."""
    walk = Walk(small_plan(2))
    walk.check_in(8)
    walk.play_stage(1)
    walk.read(2)
    walk.play_round(2)
    return walk


def test_every_paid_round_is_there_once(walk: Walk) -> None:
    rounds = paid_rounds(walk.state)
    assert [(r.group, r.stage, r.round) for r in rounds] == [(1, 1, 1), (1, 1, 2), (2, 1, 1)]
    assert [r.newest for r in rounds] == [False, True, True]
    assert [r.group for r in paid_rounds(walk.state, 2)] == [2]


def test_practice_is_no_paid_round() -> None:
    """It is no stage either: the plots told of a "Stage 0"."""
    walk = scripted(replace(EVERYTHING, practice_rounds=2))
    come_to_the_game(walk)
    walk.read(1)
    walk.play_round(1)
    assert walk.state.groups[1].history
    assert paid_rounds(walk.state) == []


def test_coins_are_conserved(walk: Walk) -> None:
    for paid in paid_rounds(walk.state):
        kept = sum(paid.endowments) - sum(paid.contributions)
        grown = SMALL_GAME.multiplier_percent * sum(paid.contributions) / HUNDREDTHS
        assert sum(paid.rewards) == pytest.approx(kept + grown)


def test_contributions_are_fractions_or_coins(walk: Walk) -> None:
    paid = paid_rounds(walk.state, 1)[0]
    assert Quantity.COINS.of(paid, 0) == 1
    assert Quantity.SHARE.of(paid, 0) == 1 / 4
    tails = slice(1, None)
    assert Quantity.SHARE.mean_of(paid, tails) == 1 / paid.tail_endowment
    assert Quantity.REWARD.mean_of(paid, tails) == pytest.approx(sum(paid.rewards[1:]) / 3)


def test_a_line_is_the_mean_over_groups_that_got_so_far(walk: Walk) -> None:
    def group(paid: object) -> float:
        return float(paid.group)  # type: ignore[attr-defined]  # of PaidRound

    first, second = line(paid_rounds(walk.state), group)
    assert (first.round, first.mean, first.error) == (1, 1.5, pytest.approx(0.5))
    assert (second.round, second.mean, second.error) == (2, 1.0, None)


def test_a_band_has_no_place_where_one_group_alone_has_got() -> None:
    """It is not known there how groups differ; a band without width would say that they do not."""
    errors = (0.25, 0.25, None, None)
    points = [Point(1, number, 0.5, error) for number, error in enumerate(errors, start=1)]
    points += [Point(2, 1, 0.5, None), Point(2, 2, 0.5, 0.25), Point(2, 3, 0.5, 0.0)]
    found = band(points, 10)
    assert found.contains(QPointF(1.5, 0.6))
    corners = [found.elementAt(place) for place in range(found.elementCount())]
    assert {corner.x for corner in corners} == {1.0, 2.0, 12.0, 13.0}


@pytest.mark.parametrize(("rounds", "is_named"), [(2, True), (5, True), (10, False), (40, False)])
def test_the_last_round_of_each_stage_is_named_where_there_is_room(
    qtbot: QtBot, rounds: int, is_named: bool
) -> None:
    """Of few rounds each stage had only the first at the axis."""
    plot = RoundPlot(PAPER_GAME)
    qtbot.addWidget(plot)
    plot.show_rounds((), Quantity.COINS, rounds, 10.0)
    _, bottom = plot.axes
    named = {at: words for level in bottom._tickLevels for at, words in level}
    for stage in (1, 2):
        assert (named.get(place(stage, rounds, rounds)) == str(rounds)) is is_named
    assert named[place(3, rounds, rounds)] == str(rounds)


def test_the_third_stage_has_the_mechanism_that_won(walk: Walk) -> None:
    walk.play_stage(1)
    walk.vote(1, 2, 2, 2, 1)
    group = walk.state.groups[1]
    assert [mechanism_of(group, stage) for stage in (1, 2, 3)] == [
        *group.plan.mechanisms,
        group.plan.mechanisms[1],
    ]
    assert set(group.plan.mechanisms) == set(MECHANISMS)


def test_stages_stand_side_by_side() -> None:
    assert [place(stage, 2, 10) for stage in (1, 2, 3)] == [2, 12, 22]


@pytest.mark.usefixtures("qapp")
def test_what_is_seen_can_be_read(walk: Walk) -> None:
    paid = paid_rounds(walk.state, 1)[:1]
    assert round_in_words(paid, Quantity.COINS, roles(PAPER_GAME)).startswith(
        "Stage 1, round 1: the head gave 1 coin, the tails 1 coin on average"
    )
    alike = roles(Game(tail_endowments=(10,)))
    assert round_in_words(paid, Quantity.COINS, alike).startswith(
        "Stage 1, round 1: everyone gave 1 coin on average"
    )


def test_means_beside_each_other_have_the_same_decimals() -> None:
    assert amounts({"head": 6.9, "tail": 5.0}, Quantity.REWARD) == {
        "head": "6.9 coins", "tail": "5.0 coins",
    }  # fmt: skip
    assert amounts({"head": 1.0, "tail": 5.0}, Quantity.COINS) == {
        "head": "1 coin", "tail": "5 coins",
    }  # fmt: skip
    assert amounts({"head": 0.4, "tail": 1.0}, Quantity.SHARE) == {"head": "40%", "tail": "100%"}
