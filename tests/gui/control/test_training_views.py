import math

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from step_results import COMPARED, EVALUATED, MODELLED, OPTIMIZED, better, trained_mechanism

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.figures.heatmaps import PolicyHeatMaps
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import Checked, Feature, FeatureCheck, PredictionCheck
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.status import Step
from hcmd_lab.telling.convergence_results import reasons, recommended
from hcmd_lab.telling.evaluation_results import conclusion
from hcmd_lab.telling.votes import evaluation_figures
from ui.control.live.mechanism_maps import MechanismMaps
from ui.control.training.convergence_view import ConvergenceView
from ui.control.training.evaluate_view import EvaluateView
from ui.control.training.history import TrainingHistory
from ui.control.training.labelled_plot import LabelledPlot
from ui.control.training.lines import Picture, PlotLine
from ui.control.training.model_view import ModelView
from ui.control.training.optimize_view import OptimizeView
from ui.control.training.plot_data import (
    band_words,
    contribution_picture,
    share_picture,
    vote_picture,
)
from ui.control.training.step_record import StepRecord
from ui.look.style import apply_look
from ui.look.tokens import DARK


def cross_validation() -> TrainingHistory:
    told = TrainingHistory(Step.MODEL, 1)
    for epoch in (1, 2, 3):
        metrics = {
            "epoch": epoch, "size": 1, "sizes": 2, "held_out 8/4": 2 / epoch,
            "training 8/4": 1.5 / epoch, "reference uniform": 2.1,
        }  # fmt: skip
        told.add(Progress(phase=JobPhase.CROSS_VALIDATION, step=epoch, total=9, metrics=metrics))
    return told


FEATURE = FeatureCheck(
    feature=Feature.HALF, observed=0.2, expected=Interval(estimate=0.2, low=0.1, high=0.3)
)
CHECK = PredictionCheck(
    quantity=Checked.VOTES, purpose="acquire", iteration=2, first="theta_1", second="libertarian",
    groups=4, predicted=0.5, model_error=0.1, simulation_error=0.01, observed=0.6,
    observed_error=0.1,
)  # fmt: skip


def self_play() -> TrainingHistory:
    told = TrainingHistory(Step.OPTIMIZE, 1)
    for step, share in ((1, 0.5), (50, 0.52)):
        metrics = {
            "vote_share": share, "vote_share_error": 0.01, "signal_to_noise": 0.4,
            "ms_per_update": 11.6,
        }  # fmt: skip
        told.add(
            Progress(
                phase=JobPhase.SELF_PLAY, step=step, total=100, metrics=metrics,
                head_share={2: [[0.25, 0.5], [0.75, step / 100]]},
            )
        )  # fmt: skip
    return told


def names_of(picture: Picture) -> list[str]:
    return [line.text for line in picture.lines if line.text]


# --- what is drawn ---------------------------------------------------------------------------


def test_curves_are_drawn_with_what_they_have_to_beat() -> None:
    picture = contribution_picture(cross_validation())
    assert names_of(picture) == ["Uniform", "Held out, size 8/4"]
    held_out = picture.curves[-1]
    assert list(held_out.xs) == [1, 2, 3]
    assert list(held_out.ys) == [2.0, 1.0, pytest.approx(2 / 3)]
    assert picture.place(3) == "Epoch 3"


def test_votes_are_drawn_over_their_penalties() -> None:
    told = TrainingHistory(Step.MODEL, 1)
    metrics = {"vote_reference coin_toss": 0.693, "vote_held_out 1": 0.7, "vote_held_out 0.1": 0.6}
    told.add(Progress(phase=JobPhase.VOTES, step=9, total=9, metrics=metrics))
    picture = vote_picture(told)
    assert picture.curves[0].xs == (0.1, 1.0)
    assert picture.curves[0].ys == (0.6, 0.7)
    assert names_of(picture) == ["Coin toss (ln 2)", "Best penalty"]
    assert picture.lines[1].ys == [0.6]
    assert vote_picture(cross_validation()).lines == []


def test_the_share_of_votes_has_its_interval_and_the_line_of_one_half() -> None:
    picture = share_picture(OPTIMIZED, self_play())
    assert names_of(picture) == ["Equal", "Share", "In the end"]
    share, end = picture.curves
    assert list(share.ys) == [0.5, 0.52]
    assert (list(end.xs), end.band) == ([2000], [pytest.approx(0.011)])
    assert share.band == [pytest.approx(Z_95 * 0.01)] * 2
    assert picture.tick(0.525, 0.005) == "52.5%"


def test_a_shortened_step_ends_where_its_mechanism_was_kept() -> None:
    short = msgspec.structs.replace(OPTIMIZED, kept_at=340)
    picture = share_picture(short, self_play())
    assert names_of(picture) == ["Equal", "Share", "Kept"]
    assert list(picture.curves[1].xs) == [340]


def test_two_numbers_are_not_a_curve(plot: LabelledPlot) -> None:
    share = plot.plot.picture.curves[0]
    assert share.is_few
    drawn = [type(item).__name__ for item in plot.plot.getPlotItem().items]
    assert "ErrorBarItem" in drawn
    assert "PlotDataItem" not in drawn
    more = PlotLine("Share", [0.5, 0.51, 0.52], [1.0, 2.0, 3.0], band=[0.01] * 3)
    plot.show_picture(Picture([more], str, lambda value, _: str(value)))
    assert "PlotDataItem" in [type(item).__name__ for item in plot.plot.getPlotItem().items]


@pytest.mark.parametrize("points", [2, 4])
def test_no_interval_of_a_share_reaches_beyond_all_votes(plot: LabelledPlot, points: int) -> None:
    places = [float(place) for place in range(points)]
    share = PlotLine("Share", [0.5] * points, places, band=[1.4] * points)
    picture = Picture([share], str, lambda value, _: str(value), within=(0.0, 1.0))
    plot.show_picture(picture)
    _, (low, high) = plot.plot.viewRange()
    assert -0.3 < low < 0.0
    assert 1.0 < high < 1.3
    assert share_picture(OPTIMIZED, self_play()).within == (0.0, 1.0)


def test_the_plot_says_over_how_many_groups_its_band_is() -> None:
    told = self_play()
    assert band_words(told) == band_words(None) == ""
    groups = {"vote_share_groups": 80.0, "final_groups": 500.0}
    told.add(Progress(phase=JobPhase.SELF_PLAY, step=60, total=100, metrics=groups))
    said = "95% interval over 80 groups played by the models; in the end over 500 groups."
    for step in (70, 80, 90):  # what is drawn as bars is not called shaded
        share = share_picture(None, told).curves[0]
        assert band_words(told) == f"{'Bars' if share.is_few else 'Shaded'}: {said}"
        metrics = {"vote_share": 0.5, "vote_share_error": 0.01}
        told.add(Progress(phase=JobPhase.SELF_PLAY, step=step, total=100, metrics=metrics))
    assert band_words(told) == f"Shaded: {said}"


# --- the plot --------------------------------------------------------------------------------


@pytest.fixture
def plot(qtbot: QtBot) -> LabelledPlot:
    plot = LabelledPlot("Share of votes", "Share of votes", "Update")
    qtbot.addWidget(plot)
    plot.resize(500, 240)
    plot.show_picture(share_picture(None, self_play()))
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def test_a_plot_is_read_with_the_arrow_keys(qtbot: QtBot, plot: LabelledPlot) -> None:
    qtbot.keyClick(plot.plot, Qt.Key.Key_Right)
    assert plot.plot.pointer_in_words() == "Update 50: Share 52.0% (50.04 – 54.0)"
    qtbot.keyClick(plot.plot, Qt.Key.Key_Left)
    assert plot.plot.pointer_in_words() == "Update 1: Share 50.0% (48.0 – 52.0)"
    qtbot.keyClick(plot.plot, Qt.Key.Key_Escape)
    assert plot.plot.pointer_in_words() == ""


def test_the_mouse_finds_the_nearest_place(plot: LabelledPlot) -> None:
    plot.plot.point_at(QPointF(40, 0.5))
    assert plot.plot.pointer_in_words().startswith("Update 50")


def test_a_plot_is_told_to_those_who_do_not_see_it(plot: LabelledPlot) -> None:
    assert plot.plot.accessibleName() == "Share of votes"
    assert plot.plot.accessibleDescription() == "Equal 50.0%, Share 52.0% (50.04 – 54.0)"


def test_lines_are_where_their_numbers_are(plot: LabelledPlot) -> None:
    equal, share = plot.plot.picture.lines
    assert 0 < plot.plot.height_of(share) < plot.plot.height_of(equal) < plot.plot.height()


def test_a_plot_changes_with_its_picture_and_with_the_look(
    qapp: QApplication, plot: LabelledPlot
) -> None:
    line = PlotLine("Other", [1.0, 2.0], [10.0, 1000.0], "two", dots=True)
    plot.show_picture(Picture([line], str, lambda value, _: str(value), logarithmic=True))
    (low, high), _ = plot.plot.viewRange()
    assert low < math.log10(10)
    assert high > math.log10(1000)
    apply_look(qapp, "dark")
    try:
        plot.restyle()
        assert plot.plot.backgroundBrush().color().name() == DARK.surface
    finally:
        apply_look(qapp, "light")


# --- the views -------------------------------------------------------------------------------


def test_model_says_what_was_learned_and_whether_it_is_better_than_guessing(qtbot: QtBot) -> None:
    view = ModelView()
    qtbot.addWidget(view)
    view.show_record(StepRecord(Step.MODEL, 1, MODELLED), None)
    assert "600 decisions and 20 votes of 5 groups" in view.conclusion
    assert (
        "Contributions: predicted better than by every simple rule that was tried "
        "(1.600 against 1.800 nats)"
    ) in view.conclusion
    assert "Votes: these groups do not tell whether they are predicted better" in view.conclusion
    begun = [line.split(":")[0] for line in view.conclusion.split("\n")]
    assert begun[1:3] == ["Contributions", "Votes"], "each can be found at the start of a line"
    view.show_record(StepRecord(Step.MODEL, 1, better(MODELLED, 0.6)), None)
    assert "Votes: predicted better than by every simple rule" in view.conclusion
    view.show_record(StepRecord(Step.MODEL, 1, better(MODELLED, 0.8)), None)
    assert "Votes: predicted worse than by a simple rule" in view.conclusion


def test_model_shows_its_curves_while_it_runs(qtbot: QtBot) -> None:
    view = ModelView()
    qtbot.addWidget(view)
    view.show_record(StepRecord(Step.MODEL, 1, None), cross_validation())
    assert view.contributions.plot.picture.curves
    assert view.votes.isHidden()
    assert "simple rules that it has to beat" in view.conclusion


def test_curves_are_not_squeezed_by_the_results_below_them(qtbot: QtBot) -> None:
    view = ModelView()
    qtbot.addWidget(view)
    checked = msgspec.structs.replace(MODELLED, features=(FEATURE,), checks=(CHECK,))
    view.show_record(StepRecord(Step.MODEL, 1, checked), cross_validation())
    view.resize(1000, view.minimumSizeHint().height())
    with qtbot.waitExposed(view):
        view.show()
    assert view.predictive.isVisible()
    assert view.contributions.plot.height() > 120


def test_optimize_shows_the_policy_while_it_learns_and_what_it_became(qtbot: QtBot) -> None:
    view = OptimizeView(PAPER_GAME)
    qtbot.addWidget(view)
    told = self_play()
    view.show_record(StepRecord(Step.OPTIMIZE, 1, None), told, None)
    assert "head gives 1 and the tails give about 1 on average, the head receives 50" in (
        view.heat.view.accessibleDescription()
    )
    assert "One update takes 12 ms" in view.conclusion
    assert view.noise.plot.picture.curves
    table = trained_mechanism()
    maps = MechanismMaps("θ₁", {tail: head_map(table, tail) for tail in table.tables})
    view.show_record(StepRecord(Step.OPTIMIZE, 1, OPTIMIZED), None, maps)
    assert len(view.heat.view.spots()) == 11 * (3 + 5 + 7 + 9 + 11)
    assert "2,000 updates at 12.4 ms each" in view.conclusion
    assert "θ₁ is expected to win 53.1%" in view.conclusion
    assert "53.1%" in view.end.view.accessibleDescription()


@pytest.mark.parametrize("recommendation", Recommendation)
def test_convergence_says_what_is_recommended(qtbot: QtBot, recommendation: Recommendation) -> None:
    view = ConvergenceView()
    qtbot.addWidget(view)
    view.show_record(StepRecord(Step.CONVERGENCE, 1, COMPARED, recommendation=recommendation))
    assert view.recommendation == recommended(recommendation, 1)
    assert view.reasons == reasons(COMPARED)


def test_convergence_tells_every_pair(qtbot: QtBot) -> None:
    view = ConvergenceView()
    qtbot.addWidget(view)
    circle = msgspec.structs.replace(COMPARED, cycles=True, beats_all=False)
    view.show_record(StepRecord(Step.CONVERGENCE, 1, circle, recommendation=Recommendation.STOP))
    words = [spot.words for spot in view.meta_game.view.spots()]
    assert words[1] == "θ₁ would win 60.0% (95% interval 58.0% to 62.0%) of the votes against θ₀"
    assert "θ₁ does not beat every earlier mechanism" in view.reasons
    assert "win 60.0% (95% interval 58.0" in view.reasons
    assert "in a cycle" in view.reasons
    mixtures = view.meta_game.view.accessibleDescription()
    assert mixtures.startswith("Nash mixture: θ₀ 0%, θ₁ 100%")


@pytest.mark.parametrize("simulated", [False, True])
@pytest.mark.parametrize(("p_value", "share"), [(0.01, 0.6), (0.01, 0.4), (0.2, 0.6)])
def test_evaluate_answers_in_a_sentence(
    qtbot: QtBot, p_value: float, share: float, simulated: bool
) -> None:
    view = EvaluateView()
    qtbot.addWidget(view)
    # The test decides, whatever an interval says that an earlier version has stored.
    interval = Interval(estimate=share, low=0.45, high=0.55)
    result = msgspec.structs.replace(EVALUATED, p_value=p_value, share=interval)
    view.show_record(StepRecord(Step.EVALUATE, 1, result, simulated=simulated))
    assert view.answer == conclusion(result, simulated=simulated)
    assert view.details == evaluation_figures(result)
    assert "Each tail has 4 coins: 70.0%" in view.shares.view.accessibleDescription()


@pytest.mark.parametrize("kind", [ConvergenceView, EvaluateView])
def test_a_record_of_another_step_is_refused(
    qtbot: QtBot, kind: type[ConvergenceView] | type[EvaluateView]
) -> None:
    view = kind()
    qtbot.addWidget(view)
    with pytest.raises(TypeError):
        view.show_record(StepRecord(Step.MODEL, 1, MODELLED))


@pytest.mark.parametrize("size", [(858, 430), (1040, 440)])
def test_maps_are_whole_and_readable_in_a_small_window(qtbot: QtBot, size: tuple[int, int]) -> None:
    """What a window of 1024 x 768 and one of 1180 x 720 leave for a step that runs."""
    view = OptimizeView(PAPER_GAME)
    qtbot.addWidget(view)
    told = self_play()
    grids = {tail: [[0.25] * (tail + 1)] * 11 for tail in (2, 4, 6, 8, 10)}
    told.add(Progress(phase=JobPhase.SELF_PLAY, step=60, total=100, head_share=grids))
    view.show_record(StepRecord(Step.OPTIMIZE, 1, None), told, None)
    view.resize(*size)
    with qtbot.waitExposed(view):
        view.show()
    assert view.minimumSizeHint().height() <= size[1], "nothing has to be scrolled"
    heat = view.heat.view
    assert isinstance(heat.figure, PolicyHeatMaps)
    assert view.rect().contains(QRect(heat.mapTo(view, QPoint()), heat.size()))
    assert min(cell.height() for cell in heat.figure.cells(QRectF(heat.rect()))) >= 55
