"""No expected share of votes is told without the interval of models and simulation.

Each teller is handed an expectation; wherever it writes the estimate, the ends stand beside it. And
nobody but the tellers takes an estimate out of its interval. `test_surfaces.py` walks the surfaces.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import figure_records as records
import msgspec
import pytest
from gated_studies import prospect
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from step_results import MODELLED

from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.figures.reading import ReadableFigure
from hcmd_lab.figures.report.tables import mechanism_table
from hcmd_lab.figures.theme import Theme
from hcmd_lab.figures.vote_shares import votes_in_training
from hcmd_lab.inference.vote_power import ExpectedPower
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.study.gate import Gate
from hcmd_lab.study.report import IterationReport
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step
from hcmd_lab.telling import convergence_results, gate, optimize_results, power, verdict
from hcmd_lab.telling.mechanism_names import checkpoint_names
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.statistics import share
from ui.control.training.history import TrainingHistory
from ui.control.training.plot_data import share_picture

pytestmark = pytest.mark.usefixtures("qapp")

WON = Interval(estimate=0.5347, low=0.5129, high=0.5565)
OPEN = Interval(estimate=0.5347, low=0.4729, high=0.5965)
LOST = Interval(estimate=0.4653, low=0.4435, high=0.4871)
CUT = Interval.of_share(0.8248, 0.2417)

CARD = Theme(on_sheet=False)

BESIDE = 60
"""Characters within which the ends stand."""


def texts(figure: ReadableFigure) -> str:
    """All that a picture writes, in the order of painting, and all that is read of it."""
    rect = QRectF(QPointF(), figure.size)
    written: list[str] = []

    class Listening(QPainter):
        def drawText(self, *given: object) -> None:  # type: ignore[override]  # noqa: N802
            written.extend(each for each in given if isinstance(each, str))

    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    painter = Listening(image)
    figure.paint(painter, rect)
    painter.end()
    return " ".join([*written, *(spot.words for spot in figure.spots(rect)), figure.words])


def error_of(won: Interval) -> float:
    """The error that an interval was made of: where it is cut, it tells on the other side."""
    return max(won.high - won.estimate, won.estimate - won.low) / Z_95


def meta_game(won: Interval) -> MetaGame:
    error = error_of(won)
    made = msgspec.structs.replace(
        records.convergence_result(2),
        shares=[[0.5, 1 - won.estimate], [won.estimate, 0.5]],
        standard_errors=[[0.0, error], [error, 0.0]],
        against=0,
        advantage=Interval(estimate=won.estimate - 0.5, low=won.low - 0.5, high=won.high - 0.5),
        doubled=Interval(estimate=0.0, low=0.0, high=0.0),
    )
    return MetaGame(made, checkpoint_names(2))


def live(won: Interval) -> str:
    told = TrainingHistory(Step.OPTIMIZE, 1)
    metrics = {"vote_share": won.estimate, "vote_share_error": error_of(won)}
    told.add(Progress(phase=JobPhase.SELF_PLAY, step=1, total=9, metrics=metrics))
    trained = msgspec.structs.replace(records.optimize_result(1), vote_share=won)
    return " ".join(
        picture.written(line, index)
        for picture in (share_picture(None, told), share_picture(trained, told))
        for line in picture.curves
        for index in range(len(line.ys))
    )


def planned(won: Interval) -> str:
    found = ExpectedPower("theta_2", "libertarian", won, 30, 20, None)
    return power.expected_in_words(found, 0.8)


def foreseen(models: int) -> Callable[[Interval], str]:
    def told(won: Interval) -> str:
        found = msgspec.structs.replace(prospect(0.2), models=models, expected=won)
        return gate.expected_votes(Gate("", "theta_1", (), MODELLED, found, StudySettings()))

    return told


def in_table(won: Interval) -> str:
    trained = msgspec.structs.replace(records.optimize_result(1), vote_share=won)
    table = mechanism_table(
        [IterationReport(1, 10, 1200, optimize=trained)], ("theta_0", "theta_1")
    )
    return " ".join(cell for row in table.rows for cell in row)


TELLERS: dict[str, Callable[[Interval], str]] = {
    "result of OPTIMIZE": lambda won: optimize_results.expected_share(won, 2, None, None),
    "its picture": lambda won: texts(votes_in_training(won)),
    "its curve": live,
    "table of the report": in_table,
    "advantage of CONVERGENCE": lambda won: convergence_results.reasons(meta_game(won).result),
    "meta-game": lambda won: texts(meta_game(won)),
    "meta-game in a window": lambda won: texts(replace(meta_game(won), theme=CARD)),
    "verdict of the demo": lambda won: verdict._against_start(meta_game(won).result.expected(1, 0)),
    "gate": foreseen(8),
    "gate, one model": foreseen(1),
    "power": planned,
}


@pytest.mark.parametrize("won", [WON, OPEN, LOST, CUT], ids=["won", "open", "lost", "cut"])
@pytest.mark.parametrize("teller", TELLERS)
def test_where_the_estimate_stands_its_ends_stand_beside_it(teller: str, won: Interval) -> None:
    told = TELLERS[teller](won)
    places = [found.end() for found in re.finditer(re.escape(share(won.estimate)), told)]
    assert places, told
    for place in places:
        beside = told[place : place + BESIDE]
        for end in (won.low, won.high):
            assert number(100 * end, 1) in beside, told


EXPECTED = re.compile(
    r"vote_share\.(estimate|mean)|expected\.estimate|won\.estimate|result\.shares"
)
"""What takes an expected share out of its interval."""

TAKE = {
    "hcmd_lab/figures/metagame.py": "paints the share, and its ends below it",
    "hcmd_lab/figures/report/tables.py": "one column for the share, the next for its interval",
    "hcmd_lab/replications/results_table.py": "columns for the share and for both ends",
    "hcmd_lab/telling/verdict.py": "is the estimate small? It is told with its interval",
}


def test_nobody_else_takes_an_expected_share_out_of_its_interval() -> None:
    root = Path(__file__).parents[2]
    files = [path for folder in ("hcmd_lab", "ui") for path in (root / folder).rglob("*.py")]
    found = {
        path.relative_to(root).as_posix()
        for path in files
        if EXPECTED.search(path.read_text("utf-8"))
    }
    assert found == set(TAKE)
