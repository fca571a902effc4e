"""Every picture paints what its records say, where it says it."""

import dataclasses
from collections.abc import Callable
from functools import cache

import figure_records as records
import msgspec
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from hcmd_lab.figures.acquired import curves
from hcmd_lab.figures.axes import Axes
from hcmd_lab.figures.behaviour_shift import BehaviourShiftPicture, differences
from hcmd_lab.figures.contributions import (
    AcquiredContributions,
    EvaluatedContributions,
    numbered_rounds,
)
from hcmd_lab.figures.cross_entropy import CrossEntropyByIteration
from hcmd_lab.figures.figure import MARGIN, Figure, render, to_png
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, policy_rows
from hcmd_lab.figures.incentives import IncentivePicture
from hcmd_lab.figures.least_served import least_served_picture
from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.figures.report.tables import model_table
from hcmd_lab.figures.rule import RulePicture
from hcmd_lab.figures.scales import share_of_votes
from hcmd_lab.figures.surplus import SurplusScatter
from hcmd_lab.figures.theme import HEAD, LOSE, TAIL, WIN
from hcmd_lab.figures.vote_shares import votes_by_endowment, votes_by_role
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.study.report import IterationReport
from hcmd_lab.telling.mechanism_names import checkpoint_names

pytestmark = pytest.mark.usefixtures("qapp")


def rect_of(figure: Figure) -> QRectF:
    """Where `render` paints a picture."""
    return QRectF(QPointF(MARGIN, MARGIN), figure.size)


WHITE = 0xFFFFFF


def colours(image: QImage) -> npt.NDArray[np.uint32]:
    """The colours of a picture, row by row."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    return pixels & WHITE


def pixel(image: QImage, at: QPointF) -> QColor:
    return image.pixelColor(round(at.x()), round(at.y()))


def is_near(image: QImage, at: QPointF, colour: str, reach: int = 2) -> bool:
    """Whether a colour is found within a few pixels."""
    wanted = QColor(colour)
    return any(
        abs(found.red() - wanted.red())
        + abs(found.green() - wanted.green())
        + abs(found.blue() - wanted.blue())
        < 60
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
        for found in [pixel(image, at + QPointF(dx, dy))]
    )


@cache
def heat_maps() -> PolicyHeatMaps:
    return PolicyHeatMaps(policy_rows(records.policies(2)), 1 / PAPER_GAME.seats)


def acquired() -> AcquiredContributions:
    played = records.played_groups(3)
    found = [
        curves([group for group in played if group.iteration == i], PAPER_GAME) for i in (1, 2, 3)
    ]
    return AcquiredContributions(found, ["First", "Second", "Third"])


FIGURES: dict[str, Callable[[], Figure]] = {
    "policies": heat_maps,
    "meta-game": lambda: MetaGame(records.convergence_result(3), checkpoint_names(3)),
    "large meta-game": lambda: MetaGame(records.convergence_result(8), checkpoint_names(8)),
    "compared": lambda: EvaluatedContributions(records.evaluate_result()),
    "acquired": acquired,
    "votes": lambda: votes_by_endowment(records.evaluate_result()),
    "surplus": lambda: SurplusScatter(records.evaluate_result()),
    "rule": lambda: RulePicture(records.explanation()),
    "incentives": lambda: IncentivePicture(records.explanation()),
    "least served": lambda: least_served_picture(records.explanation()),
    "votes by role": lambda: votes_by_role(records.explanation()),
    "cross-entropies": lambda: CrossEntropyByIteration([1], [records.model_result(1)]),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_png_has_the_stated_size_and_something_on_it(name: str) -> None:
    figure = FIGURES[name]()
    image = QImage.fromData(to_png(figure, scale=1.5))
    size = figure.size + QSizeF(2 * MARGIN, 2 * MARGIN)
    assert (image.width(), image.height()) == (
        round(1.5 * size.width()),
        round(1.5 * size.height()),
    )
    assert len(np.unique(colours(image)[::3, ::3])) > 20
    assert (colours(image)[2] == WHITE).all()


@dataclasses.dataclass(frozen=True)
class Enlarged:
    """A figure in a window that is larger than its natural size."""

    inner: Figure

    @property
    def size(self) -> QSizeF:
        return self.inner.size * 1.3

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        self.inner.paint(painter, rect)


@pytest.mark.parametrize("name", FIGURES)
def test_figures_fill_the_room_they_get_and_no_more(name: str) -> None:
    image = render(Enlarged(FIGURES[name]()), 1.0)
    found = colours(image)
    assert (found[:, [2, -3]] == WHITE).all()
    assert len(np.unique(found[image.height() * 3 // 4 :: 2, image.width() // 2 :: 2])) > 5


def test_heat_maps_are_blue_where_the_tails_are_paid_and_amber_where_the_head_is() -> None:
    figure = heat_maps()
    image = render(figure, 1.0)
    cells = figure.cells(rect_of(figure))
    baseline = cells[-5:]
    for cell in baseline:
        head_gave_nothing = pixel(image, cell.bottomRight() + QPointF(-4, -4))
        assert head_gave_nothing.blue() > head_gave_nothing.red() + 60
        tails_gave_least = pixel(image, cell.topLeft() + QPointF(4, 4))
        assert tails_gave_least.red() > tails_gave_least.blue() + 60
    equal = pixel(image, cells[0].center())
    assert (
        max(equal.red(), equal.green(), equal.blue())
        - min(equal.red(), equal.green(), equal.blue())
        < 20
    )


def test_the_meta_game_is_green_where_the_row_wins() -> None:
    figure = MetaGame(records.convergence_result(3), checkpoint_names(3))
    image = render(figure, 1.0)
    cells = figure.cells(rect_of(figure))
    corner = QPointF(6, 6)
    wins, loses = (
        pixel(image, cells[6].topLeft() + corner),
        pixel(image, cells[2].topLeft() + corner),
    )
    assert wins.green() > max(wins.red(), wins.blue())
    assert loses.green() < min(loses.red(), loses.blue())


def test_a_share_of_votes_has_one_colour_in_every_meta_game() -> None:
    seen = set()
    for furthest in (0.51, 0.6, 1.0):
        shares = [[0.5, 0.4, 0.5], [0.6, 0.5, 1 - furthest], [0.5, furthest, 0.5]]
        result = msgspec.structs.replace(records.convergence_result(3), shares=shares)
        figure = MetaGame(result, checkpoint_names(3))
        corner = figure.cells(rect_of(figure))[3].topLeft() + QPointF(6, 6)
        seen.add(pixel(render(figure, 1.0), corner).name())
    assert len(seen) == 1
    assert seen == {share_of_votes().colour(0.6).name()}


def test_curves_compared_lie_where_the_numbers_are() -> None:
    result = records.evaluate_result()
    figure = EvaluatedContributions(result)
    image = render(figure, 1.0)
    for tail, axes in zip(figure.conditions[:3], figure.axes(rect_of(figure)), strict=False):
        for role, colour in (("head", HEAD), ("tail", TAIL)):
            value = result.contributions[result.mechanism][role][tail][4]
            assert is_near(image, axes.point(5, value), colour)


def test_curves_acquired_lie_where_the_numbers_are() -> None:
    found = curves(records.played_groups(1), PAPER_GAME)
    figure = AcquiredContributions([found], ["Iteration 1"])
    image = render(figure, 1.0)
    stages: list[Axes] = figure.axes(rect_of(figure))[0]
    for curve in found:
        colour = HEAD if curve.role == "head" else TAIL
        at = stages[curve.stage - 1].point(4, curve.means[3])
        assert is_near(image, at, colour)


def test_votes_and_their_intervals_lie_where_the_numbers_are() -> None:
    figure = votes_by_endowment(records.evaluate_result())
    image = render(figure, 1.0)
    axes = figure.axes(rect_of(figure))
    for mark in figure.marks:
        assert is_near(image, axes.point(mark.value, figure.height(mark)), WIN)
        assert is_near(image, axes.point(mark.low, figure.height(mark)) + QPointF(4, 0), WIN)
    assert not is_near(image, axes.point(0.66, 0), WIN)


def test_an_interval_as_wide_as_can_be_stays_inside() -> None:
    result = records.evaluate_result()
    wide = msgspec.structs.replace(result.share, low=0.0, high=1.0)
    figure = votes_by_endowment(msgspec.structs.replace(result, share=wide))
    axes = figure.axes(rect_of(figure))
    assert axes.x_range == (0.0, 1.0)


def test_groups_lie_inside_the_scatter() -> None:
    result = records.evaluate_result()
    figure = SurplusScatter(result)
    axes = figure.axes(rect_of(figure))
    for pairs in result.surplus.values():
        for total, gini in pairs:
            assert axes.area.contains(axes.point(gini, total))


def test_cross_entropies_lie_where_the_numbers_are() -> None:
    models = [records.model_result(number) for number in (1, 2)]
    figure = CrossEntropyByIteration([1, 2], models)
    image = render(figure, 1.0)
    contributions, votes = figure.axes(rect_of(figure))
    for number, model in zip((1, 2), models, strict=True):
        assert is_near(image, contributions.point(number, model.contribution.held_out), WIN)
        assert is_near(image, votes.point(number, model.vote.held_out), WIN)


def test_nothing_is_told_of_votes_that_nobody_cast() -> None:
    models = [records.model_result(number) for number in (1, 2)]
    models[0] = msgspec.structs.replace(models[0], votes=0)
    figure = CrossEntropyByIteration([1, 2], models)
    _, votes = figure.axes(rect_of(figure))
    image = render(figure, 1.0)
    assert is_near(image, votes.point(2, models[1].vote.held_out), WIN)
    assert not any("Votes, iteration 1" in spot.words for spot in figure.spots(rect_of(figure)))
    assert [of for of, _ in models[0].predicted] == ["contribution"]
    cells = [row[7] for row in model_table([IterationReport(n, 9, 99, model) for n, model
                                            in enumerate(models, start=1)]).rows]  # fmt: skip
    assert cells == ["–", "0.651"]
    nobody = CrossEntropyByIteration([1], models[:1])
    assert len(nobody.axes(rect_of(nobody))) == 1
    assert "Votes" not in nobody.words
    render(nobody, 1.0)


def test_models_are_violet_where_people_are_new_and_behave_otherwise() -> None:
    shift = records.behaviour_shift(3)
    figure = BehaviourShiftPicture(shift)
    image = render(figure, 1.0)
    contributions, votes = figure.cells(rect_of(figure))
    corner = QPointF(5, 5)
    surprised = pixel(image, contributions[2].topLeft() + corner)
    seen = pixel(image, contributions[6].topLeft() + corner)
    assert surprised.green() < min(surprised.red(), surprised.blue()) - 50
    assert max(seen.getRgb()[:3]) - min(seen.getRgb()[:3]) < 8  # type: ignore[type-var]
    nobody_voted = pixel(image, votes[0].topLeft() + corner)
    assert nobody_voted == QColor("#ffffff")


def test_differences_are_from_the_diagonal_of_the_column() -> None:
    assert differences([[2.0, 3.0, None], [1.0, 2.0, 1.0], [2.5, 2.0, None]]) == [
        [0.0, 0.5, None],
        [-0.5, 0.0, None],
        [0.25, 0.0, None],
    ]


def test_pictures_of_simulated_participants_are_marked() -> None:
    figure = votes_by_endowment(records.evaluate_result())
    plain, marked = render(figure, 1.0), render(figure, 1.0, simulated=True)
    differing = [
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != marked.pixel(x, y)
    ]
    assert len(differing) > 100
    assert all(x > plain.width() / 2 and y < 50 for x, y in differing)


def test_grid_lines_end_where_the_panel_ends() -> None:
    """Whatever the numbers are, no grid line lies above its panel."""
    for held_out in (0.6, 0.731, 0.9, 1.4):
        model = records.model_result(1)
        vote = msgspec.structs.replace(model.vote, held_out=held_out, training=0.556)
        figure = CrossEntropyByIteration([1], [msgspec.structs.replace(model, vote=vote)])
        image = render(figure, 1.0)
        area = figure.axes(rect_of(figure))[1].area
        x = round(area.right()) - 3
        above = {image.pixelColor(x, y).name() for y in range(70, round(area.top()) - 3)}
        assert above == {"#ffffff"}


def test_dots_of_the_mechanism_lie_where_its_shares_are() -> None:
    figure = RulePicture(records.explanation())
    image = render(figure, 1.0)
    found = figure.explanation.conditions
    for each, (head, tail) in zip(found, figure.axes(rect_of(figure)), strict=True):
        for axes, incentive, colour in ((head, each.head, HEAD), (tail, each.tail, TAIL)):
            for coins, share in enumerate(incentive.share):
                assert share is not None
                assert is_near(image, axes.point(coins, share), colour)


def test_the_rule_is_a_line_between_the_dots() -> None:
    figure = RulePicture(records.explanation())
    image = render(figure, 1.0)
    found = figure.explanation.conditions[1]
    _, tail = figure.axes(rect_of(figure))[1]
    first, second = found.tail_by_rule[:2]
    assert first is not None
    assert second is not None
    assert is_near(image, tail.point(0.5, (first + second) / 2), TAIL)


def test_every_coin_that_is_returned_has_its_dot() -> None:
    figure = IncentivePicture(records.explanation())
    image = render(figure, 1.0)
    found = figure.explanation.conditions
    for each, axes in zip(found, figure.axes(rect_of(figure)), strict=True):
        for coin, returned in enumerate(each.tail.returns):
            at = axes.point((coin + 0.5) / each.tail_endowment, returned)
            assert is_near(image, at, TAIL)


def test_the_least_served_of_both_mechanisms_are_told_apart() -> None:
    figure = least_served_picture(records.explanation())
    image = render(figure, 1.0)
    axes = figure.axes(rect_of(figure))
    assert figure.rows == [*records.TAILS, None]
    for mark in figure.marks:
        colour = WIN if mark.key == "θ₂" else LOSE
        assert is_near(image, axes.point(mark.value, figure.height(mark)), colour)


def test_votes_of_heads_and_tails_stand_side_by_side() -> None:
    figure = votes_by_role(records.explanation())
    image = render(figure, 1.0)
    axes = figure.axes(rect_of(figure))
    assert figure.rows == [*records.TAILS, None]
    for mark in figure.marks:
        colour = HEAD if mark.colour == "head" else TAIL
        assert is_near(image, axes.point(mark.value, figure.height(mark)), colour)


def test_a_mechanism_that_training_left_as_it_was_is_drawn_once() -> None:
    first, second, *_ = records.policies(2)
    assert [row.name for row in policy_rows([first, first, second])] == [
        row.name for row in policy_rows([first, second])
    ]


@pytest.mark.parametrize(("rounds", "last"), [(5, True), (10, False), (40, False)])
def test_the_last_round_of_a_stage_does_not_run_into_the_first_of_the_next(
    rounds: int, last: bool
) -> None:
    """ "40" beside the next stage's "1" would be read as 401."""
    stages = [
        Axes(QRectF(128 * stage, 0, 120, 100), (0.5, rounds + 0.5), (0, 1)) for stage in (0, 1)
    ]
    assert numbered_rounds(stages[0], rounds, stages[1]) == ((1, rounds) if last else (1,))
    assert numbered_rounds(stages[1], rounds, None) == (1, rounds)
