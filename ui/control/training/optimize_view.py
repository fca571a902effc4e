"""OPTIMIZE: the mechanism while it learns to win votes, and what it became."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.head_maps import almost_equal, known_in
from hcmd_lab.figures.head_share import Floats, HeadShareKey, fund_title
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, PolicyRow
from hcmd_lab.figures.vote_shares import votes_in_training
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.territory import Bools, Cells
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.telling.mechanism_names import start_words, theta
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.optimize_results import expected_of, training_speed
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import FigureCard, FigureView
from ui.control.training.history import TrainingHistory
from ui.control.training.labelled_plot import LabelledPlot
from ui.control.training.plot_data import band_words, noise_picture, share_picture
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.layouts import in_column, in_row
from ui.look.widgets import Card, label

if TYPE_CHECKING:
    from ui.control.live.mechanism_maps import MechanismMaps


class OptimizeView(QWidget):
    """The share of votes and the gradient above, the heat maps below.

    Attributes:
        share: Share of votes against the mechanism that training began with.
        noise: Signal-to-noise ratio of the gradient.
        end: The share in the end, where the curve is no longer known.
        heat: Heat maps of the fund's division.
    """

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create the view, empty, for a study's game."""
        super().__init__(parent)
        self._conclusion = label("")
        update = translate("Update")
        self.share = LabelledPlot(
            translate("Expected share of votes against the mechanism that training began with"),
            translate("Share"),
            update,
        )
        self.noise = LabelledPlot(
            translate("Signal-to-noise ratio of the gradient"), translate("Ratio"), update
        )
        self.end = FigureCard()
        self._seats, self._equal_share = game.seats, 1 / game.seats
        self._has_roles = not is_equal(game)
        key = FigureView()
        key.show_figure(HeadShareKey(self._equal_share, has_roles=self._has_roles))
        self.heat = FigureCard(fund_title(), key)
        share = Card(translate("Votes against the mechanism that training began with"))
        noise = Card(translate("Gradient: signal to noise"))
        for card, part in ((share, self.share), (noise, self.noise)):
            card.body.setSpacing(SPACE[1])
            card.body.addWidget(part, 1)
        self._curves = QWidget()
        in_row((share, 3), (noise, 2), of=self._curves, gap=4)
        in_column(self._conclusion, (self._curves, 1), self.end, (self.heat, 1), of=self, gap=2)

    @property
    def conclusion(self) -> str:
        """The result as shown, in a sentence."""
        return self._conclusion.text()

    def show_record(
        self,
        record: StepRecord,
        told: TrainingHistory | None,
        maps: "MechanismMaps | None",
        seen: Cells | None = None,
    ) -> None:
        """Show a result, or progress while it is computed.

        Args:
            record: The step.
            told: Its reported progress, if still available.
            maps: The mechanism that came out, once it has been read.
            seen: Situations that are known of people while it is computed, once they are read.
        """
        result = record.result if isinstance(record.result, OptimizeResult) else None
        self._curves.setVisible(told is not None)
        self.end.setVisible(told is None)
        self.share.show_picture(share_picture(result, told), band_words(told))
        self.noise.show_picture(noise_picture(told))
        if result is not None:
            self.end.show_figure(votes_in_training(result.vote_share))
        grids: dict[int, Floats] = {}
        known: Mapping[int, Bools] = {}
        note = translate("The first maps are being drawn.")
        if maps is not None:
            grids, known = {tail: found.cells for tail, found in maps.maps.items()}, maps.known
            note = translate("{name}, as it was trained", name=maps.name)
        elif told is not None and told.head_share:
            grids = {tail: np.array(grid) for tail, grid in told.head_share.items()}
            note = self._when(record, told.pictured_at, grids)
            known = known_in(grids, self._seats, seen)
        rows = [PolicyRow("", "", grids, known)]
        maps_shown = PolicyHeatMaps(rows, self._equal_share, has_roles=self._has_roles)
        self.heat.show_figure(maps_shown if grids else None, note)
        self._conclusion.setText(self._conclude(record, told))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.share.restyle()
        self.noise.restyle()
        self.end.update()
        self.heat.update()

    def _when(self, record: StepRecord, update: int, grids: Mapping[int, Floats]) -> str:
        """When maps were made, and what they show before the first update."""
        if update:
            return translate("at update {update}", update=whole(update))
        if record.iteration > 1:  # the one before, unless the newest models have rejected it
            return translate("The mechanism that training begins with, before the first update")
        is_equal = almost_equal(grids.values(), self._equal_share)
        first = theta(0, record.names)
        start = translate("{name}, before the first update", name=first)
        return f"{start}: {start_words(almost_equal=is_equal)}"

    def _conclude(self, record: StepRecord, told: TrainingHistory | None) -> str:
        result = record.result
        if isinstance(result, OptimizeResult):
            return f"{expected_of(result, record.iteration, record.names)} {training_speed(result)}"
        speed = told.newest("ms_per_update") if told is not None else None
        words = translate(
            "Modelled participants play and vote; the mechanism learns what they vote for."
        )
        if speed is None:
            return words
        ms = whole(max(1, round(speed)))
        return f"{words} {translate('One update takes {ms} ms.', ms=ms)}"
