"""A picture is drawn by one class for report and panel, and says the same of the same data."""

from collections.abc import Callable, Iterator

import figure_records as records
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.figures.cross_entropy import CrossEntropyByIteration
from hcmd_lab.figures.estimates import Estimates
from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.figures.head_share import HeadShareKey, cell_in_words, head_axis, tails_axis
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, PolicyRow, policy_rows
from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.figures.predicted import PredictedPicture
from hcmd_lab.figures.predictive import PredictivePicture
from hcmd_lab.figures.reading import ReadableFigure, neighbour
from hcmd_lab.figures.report.report_pictures import pictures
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.status import Step
from ui.control.figure_view import ARROWS, FigureView
from ui.control.live.board import LiveBoard
from ui.control.live.heat_plot import HeatPlot
from ui.control.live.mechanism_maps import MechanismMaps
from ui.control.live.plot import LivePlot
from ui.control.training.convergence_view import ConvergenceView
from ui.control.training.evaluate_view import EvaluateView
from ui.control.training.model_view import ModelView
from ui.control.training.optimize_view import OptimizeView
from ui.control.training.step_record import StepRecord
from ui.control.training.views import StepViews
from ui.look.style import apply_look


def heat_maps() -> tuple[QWidget, FigureView]:
    view = OptimizeView(PAPER_GAME)
    policy = records.policies(3)[2]
    found = {tail: head_map(policy, tail) for tail in policy.tables}
    known = policy_rows([policy], records.study_report().territories)[0].known
    maps = MechanismMaps("", found, known=known)
    record = StepRecord(Step.OPTIMIZE, 2, records.optimize_result(2))
    view.show_record(record, None, maps)
    return view, view.heat.view


def meta_game() -> tuple[QWidget, FigureView]:
    view = ConvergenceView()
    result, stop = records.convergence_result(3), Recommendation.STOP
    view.show_record(StepRecord(Step.CONVERGENCE, 2, result, recommendation=stop))
    return view, view.meta_game.view


def votes() -> tuple[QWidget, FigureView]:
    view = EvaluateView()
    view.show_record(StepRecord(Step.EVALUATE, 2, records.evaluate_result()))
    return view, view.shares.view


def cross_entropies() -> tuple[QWidget, FigureView]:
    view = ModelView()
    view.show_record(StepRecord(Step.MODEL, 2, records.model_result(2)), None)
    return view, view.result.view


def predictive_checks() -> tuple[QWidget, FigureView]:
    view = ModelView()
    view.show_record(StepRecord(Step.MODEL, 2, records.model_result(2)), None)
    return view, view.predictive.view


def predictions() -> tuple[QWidget, FigureView]:
    view = ModelView()
    view.show_record(StepRecord(Step.MODEL, 2, records.model_result(2)), None)
    return view, view.predicted.view


def reported(name: str) -> ReadableFigure:
    """The same picture as the report has it."""
    report = records.study_report()
    figure: object = pictures(report)[name].figure
    if isinstance(figure, PolicyHeatMaps):
        newest = policy_rows(records.policies(3)[2:3], report.territories)[0]
        figure = PolicyHeatMaps([PolicyRow("", "", newest.grids, newest.known)], figure.equal_share)
    elif isinstance(figure, CrossEntropyByIteration):
        figure = CrossEntropyByIteration([2], [records.model_result(2)])
    assert isinstance(
        figure,
        PolicyHeatMaps | MetaGame | Estimates | CrossEntropyByIteration | PredictivePicture
        | PredictedPicture,
    )  # fmt: skip
    return figure


PICTURES: dict[str, tuple[Callable[[], tuple[QWidget, FigureView]], type]] = {
    "policies": (heat_maps, PolicyHeatMaps),
    "meta_game": (meta_game, MetaGame),
    "votes": (votes, Estimates),
    "cross_entropies": (cross_entropies, CrossEntropyByIteration),
    "predictive_checks": (predictive_checks, PredictivePicture),
    "predictions": (predictions, PredictedPicture),
}


@pytest.fixture(params=PICTURES)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def view(name: str, qtbot: QtBot) -> Iterator[FigureView]:
    """The picture as the panel has it."""
    panel, view = PICTURES[name][0]()
    qtbot.addWidget(panel)
    view.resize(view.sizeHint())
    yield view
    del panel  # lives as long as its picture is looked at


def shown_by(view: FigureView) -> ReadableFigure:
    assert view.figure is not None
    return view.figure


def texts(figure: ReadableFigure, rect: QRectF) -> set[str]:
    """Everything that a picture writes."""
    written: set[str] = set()

    class Listening(QPainter):
        def drawText(self, *given: object) -> None:  # type: ignore[override]  # noqa: N802
            written.update(each for each in given if isinstance(each, str))

    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    painter = Listening(image)
    figure.paint(painter, rect)
    painter.end()
    return written


def natural(figure: ReadableFigure) -> QRectF:
    return QRectF(QPointF(), figure.size)


def test_panel_and_report_draw_with_the_same_class(name: str, view: FigureView) -> None:
    assert type(view.figure) is type(reported(name)) is PICTURES[name][1]


def test_panel_and_report_say_the_same(name: str, view: FigureView) -> None:
    figure, printed = shown_by(view), reported(name)
    assert (figure.title, figure.subtitle, figure.words) == (
        printed.title, printed.subtitle, printed.words,
    )  # fmt: skip
    said, written = (
        [spot.words for spot in each.spots(natural(each))] for each in (figure, printed)
    )
    assert said == written
    assert len(said) > 1


def test_panel_and_report_write_the_same_numbers(name: str, view: FigureView) -> None:
    figure, printed = shown_by(view), reported(name)
    shown, paper = (texts(each, natural(printed)) for each in (figure, printed))
    missing = paper - shown
    if isinstance(printed, PolicyHeatMaps):  # beside its maps a card has a key of its own
        key = HeadShareKey(printed.equal_share)
        missing -= texts(key, QRectF(0, 0, 580, 40))
    assert shown <= paper
    assert missing <= {printed.title, printed.subtitle, ""}


def test_every_place_can_be_reached_with_the_arrow_keys(view: FigureView) -> None:
    spots = view.spots()
    reached, ahead = {0}, [0]
    while ahead:
        here = ahead.pop()
        for step in ARROWS.values():
            there = neighbour(spots, here, *step)
            if there not in reached:
                reached.add(there)
                ahead.append(there)
    assert reached == set(range(len(spots)))


def test_the_arrow_keys_tell_what_they_reach(view: FigureView) -> None:
    in_all = view.accessibleDescription()
    assert in_all == shown_by(view).words
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == view.pointer_in_words() == view.spots()[0].words
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription() != view.spots()[0].words
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.pointer_in_words() == ""
    assert view.accessibleDescription() == in_all


def test_the_mouse_reads_what_lies_under_it(view: FigureView) -> None:
    spot = view.spots()[0]
    assert view.words_at(spot.area.center()) == spot.words
    assert view.words_at(QPointF(-5, -5)) == ""
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot.area.center(), spot.area.center(),
        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, move)
    assert view.pointer_in_words() == spot.words
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.pointer_in_words() == ""


def test_a_picture_follows_the_look(view: FigureView, qapp: QApplication) -> None:
    light = view.grab().toImage()
    apply_look(qapp, "dark")
    try:
        assert shown_by(view).theme.is_dark
        assert view.grab().toImage() != light
    finally:
        apply_look(qapp, "light")


def test_every_plot_names_both_of_its_axes(qtbot: QtBot) -> None:
    board, views = LiveBoard(PAPER_GAME), StepViews(PAPER_GAME)
    qtbot.addWidget(board)
    qtbot.addWidget(views)
    board.heat.show_rounds((), {4: [1], 6: [2]}, {})
    qtbot.waitUntil(lambda: len(board.heat.plots) == 2)
    plots = [*board.findChildren(LivePlot), *views.findChildren(LivePlot)]
    assert len(plots) == 8
    for plot in set(plots) - set(board.heat.plots):
        assert all(plot.axis_titles), plot.accessibleName()
    first, second = board.heat.plots  # of one row, with one title for both
    assert (first.axis_titles, second.axis_titles) == ((head_axis(has_roles=True), ""), ("", ""))
    assert tails_axis(has_roles=True) in [words.text() for words in board.heat.findChildren(QLabel)]


def test_live_maps_have_the_colours_and_words_of_the_report(qtbot: QtBot) -> None:
    policy = records.policies(3)[-1]
    plot = HeatPlot(4)
    qtbot.addWidget(plot)
    found = head_map(policy, 4)
    figure = PolicyHeatMaps(policy_rows([policy]), 0.25)
    plot.show_map(found, figure.scale)
    np.testing.assert_array_equal(found.cells, figure.rows[0].grids[4])
    plot.point_at(QPointF(0, 7))
    assert plot.pointer_in_words() == cell_in_words(
        4, 7, 0, float(found.by_sum[7, 0]), has_roles=True
    )
    told = {spot.words for spot in figure.spots(natural(figure))}
    assert cell_in_words(4, 7, 0, float(found.cells[7, 0]), has_roles=True, rounded=True) in told
