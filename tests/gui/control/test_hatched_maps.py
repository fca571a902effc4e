"""Maps in the windows are hatched where people had not been seen, and plain where they had."""

from pathlib import Path

import figure_records as records
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from step_results import MODELLED, store_turn
from studies import playable_study

from hcmd_lab.figures.head_maps import head_map
from hcmd_lab.figures.head_share import hatched
from hcmd_lab.figures.heatmaps import PolicyHeatMaps
from hcmd_lab.figures.scales import share_of_head
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.insight.territory import known_cells, known_squares
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.control.live.heat_card import HeatCard
from ui.control.live.heat_plot import HeatPlot
from ui.control.live.mechanism_maps import MechanismLibrary, MechanismMaps
from ui.control.training.history import TrainingHistory
from ui.control.training.optimize_view import OptimizeView
from ui.control.training.seen_situations import SeenSituations
from ui.control.training.step_record import StepRecord

ENOUGH_MS = 60_000


def spread(plot: HeatPlot, head: int, tail: int) -> int:
    """Difference of brightness within a square as it is painted."""
    box = plot.getViewBox()
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    corners = [
        plot.mapFromScene(box.mapViewToScene(QPointF(tail + x, head + y)))
        for x, y in ((-0.4, 0.4), (0.4, -0.4))
    ]
    scale = image.devicePixelRatio()
    (left, top), (right, bottom) = (
        (round(each.x() * scale), round(each.y() * scale)) for each in corners
    )
    seen = [
        image.pixelColor(x, y).value()
        for x in range(left + 1, right)
        for y in range(top + 1, bottom)
    ]
    return max(seen) - min(seen)


def test_live_maps_are_hatched_square_by_square(qtbot: QtBot) -> None:
    plot = HeatPlot(4)
    qtbot.addWidget(plot)
    plot.resize(420, 420)
    with qtbot.waitExposed(plot):
        plot.show()
    found = head_map(records.policies(3)[2], 4)
    known = np.ones(found.cells.shape, bool)
    known[8, 1] = False
    plot.show_map(found, share_of_head(0.25), known)
    assert spread(plot, 8, 1) > 40
    assert spread(plot, 8, 3) == spread(plot, 2, 1) == 0
    plot.point_at(QPointF(1, 8))
    assert hatched() in plot.pointer_in_words()
    plot.point_at(QPointF(3, 8))
    assert hatched() not in plot.pointer_in_words()


def test_the_live_card_says_what_hatching_means_where_there_is_any(qtbot: QtBot) -> None:
    card = HeatCard(PAPER_GAME)
    qtbot.addWidget(card)
    policy = records.policies(3)[2]
    maps = {tail: head_map(policy, tail) for tail in policy.tables}
    known = {tail: np.zeros(each.cells.shape, bool) for tail, each in maps.items()}
    card.offer({"plain": "plain", "hatched": "hatched"})
    offered = {
        "plain": MechanismMaps("θ₂", maps), "hatched": MechanismMaps("θ₂", maps, known=known)
    }  # fmt: skip
    card.show_rounds((), {4: [1]}, offered)
    assert card._hatched.isHidden()
    card.choice.setCurrentIndex(1)
    assert not card._hatched.isHidden()
    assert card._hatched.text() == hatched()


def test_maps_in_training_are_hatched_by_what_model_has_seen(qtbot: QtBot) -> None:
    view = OptimizeView(PAPER_GAME)
    qtbot.addWidget(view)
    told = TrainingHistory(Step.OPTIMIZE, 1)
    grid = head_map(records.policies(3)[2], 4).cells
    told.add(Progress(phase=JobPhase.SELF_PLAY, step=5, total=9, head_share={4: grid.tolist()}))
    record = StepRecord(Step.OPTIMIZE, 1, None)
    view.show_record(record, told, None)
    figure = view.heat.view.figure
    assert isinstance(figure, PolicyHeatMaps)
    assert not figure.has_unknown, "nothing is told before it is known"
    seen = known_cells(records.played_groups(2))
    view.show_record(record, told, None, seen)
    figure = view.heat.view.figure
    assert isinstance(figure, PolicyHeatMaps)
    np.testing.assert_array_equal(figure.rows[0].known[4], known_squares(grid, 4, seen))
    assert figure.has_unknown


def test_what_was_seen_is_read_beside_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 5))
    try:
        play_simulated(desk.study, "acquire", 5)
        store_turn(desk.study.store, MODELLED)
        seen = SeenSituations(desk)
        assert seen.at(desk.study, 1) is None
        qtbot.waitUntil(lambda: seen.at(desk.study, 1) is not None, timeout=ENOUGH_MS)
        expected = known_cells(desk.study.played(("acquire",)))
        np.testing.assert_array_equal(seen.at(desk.study, 1), expected)
        seen.forget()
        assert seen.at(desk.study, 1) is None
        qtbot.waitUntil(lambda: seen.at(desk.study, 1) is not None, timeout=ENOUGH_MS)
        library = MechanismLibrary(desk)
        table = desk.study.mechanisms.trained_tables()[-1]
        with qtbot.waitSignal(library.arrived, timeout=ENOUGH_MS):
            library.ask(desk.study.store.folder.path, [table])
        found = library.known[table]
        for tail, squares in found.known.items():
            np.testing.assert_array_equal(
                squares, known_squares(found.maps[tail].cells, 4, expected)
            )
        assert found.known
    finally:
        desk.close_study()
