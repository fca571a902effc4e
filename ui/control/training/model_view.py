"""MODEL: how well people are predicted, while the models are fitted and afterwards."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.figures.cross_entropy import CrossEntropyByIteration
from hcmd_lab.figures.predicted import PredictedPicture
from hcmd_lab.figures.predictive import PredictivePicture
from hcmd_lab.jobs.modelled import ModelResult, PredictionCheck
from hcmd_lab.telling.model_results import modelled_parts
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import FigureCard
from ui.control.training.history import TrainingHistory
from ui.control.training.labelled_plot import LabelledPlot
from ui.control.training.plot_data import contribution_picture, vote_picture
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.layouts import in_column
from ui.look.widgets import Card, label


def show_predicted(card: FigureCard, checks: Sequence[PredictionCheck]) -> None:
    """Show predictions beside what came, or hide the card where there are none."""
    card.setVisible(bool(checks))
    if checks:
        card.show_figure(PredictedPicture(checks))


_CURVES_PX = 264
"""The least height of both cards: with the results below them they would be squeezed flat."""


class ModelView(QWidget):
    """Contributions at the leading side, votes next to them.

    Attributes:
        contributions: Cross-entropy over epochs.
        votes: Cross-entropy over penalties.
        result: Both as a report shows them, where the curves are no longer known.
        predicted: What the models before had expected of the newest groups, beside what came.
        predictive: What groups did beside what the fitted participants do.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the view without a result."""
        super().__init__(parent)
        self._conclusion = label("")
        self.contributions = LabelledPlot(
            translate("Cross-entropy of contributions"),
            translate("Nats per decision"),
            translate("Epoch"),
        )
        self.votes = LabelledPlot(
            translate("Cross-entropy of votes"),
            translate("Nats per vote"),
            translate("Penalty of the vote model"),
        )
        self._votes_wait = label(
            translate("The votes follow when the contributions are fitted."), "caption"
        )
        self.result = FigureCard()
        self._curves = QWidget()
        self._curves.setMinimumHeight(_CURVES_PX)
        plots = QHBoxLayout(self._curves)
        plots.setContentsMargins(0, 0, 0, 0)
        plots.setSpacing(SPACE[4])
        plots.addWidget(
            self._card(translate("Contributions"), translate("Nats per decision; lower is better"),
                       self.contributions), 11
        )  # fmt: skip
        plots.addWidget(
            self._card(translate("Votes"), translate("Nats per vote, held out; lower is better"),
                       self.votes, self._votes_wait), 9
        )  # fmt: skip
        self.predicted, self.predictive = FigureCard(), FigureCard()
        in_column(
            self._conclusion, (self._curves, 1), (self.result, 1), self.predicted,
            self.predictive, of=self, gap=3,
        )  # fmt: skip

    @property
    def conclusion(self) -> str:
        """The result as shown, a line for each part."""
        return self._conclusion.text()

    def show_record(self, record: StepRecord, told: TrainingHistory | None) -> None:
        """Show a result, or progress while it is computed."""
        result = record.result if isinstance(record.result, ModelResult) else None
        self._curves.setVisible(told is not None)
        self.result.setVisible(told is None)
        if told is not None:
            self.contributions.show_picture(contribution_picture(told))
            votes = vote_picture(told)
            self.votes.show_picture(votes)
            self.votes.setVisible(bool(votes.lines))
            self._votes_wait.setVisible(not votes.lines)
        elif result is not None:
            self.result.show_figure(CrossEntropyByIteration([record.iteration], [result]))
        show_predicted(self.predicted, () if result is None else result.checks)
        is_checked = result is not None and bool(result.features)
        self.predictive.setVisible(is_checked)
        if result is not None and is_checked:
            self.predictive.show_figure(PredictivePicture(result))
        self._conclusion.setText(self._conclude(result))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.contributions.restyle()
        self.votes.restyle()
        self.result.update()
        self.predicted.update()
        self.predictive.update()

    def _card(self, title: str, unit: str, *parts: QWidget) -> Card:
        card = Card(title)
        card.body.setSpacing(SPACE[1])
        card.body.addWidget(label(unit, "caption"))
        for part in parts:
            card.body.addWidget(part, 1)
        return card

    def _conclude(self, result: ModelResult | None) -> str:
        if result is None:
            return translate(
                "Solid lines: groups the model has not seen. Dashed lines: groups it learns from. "
                "Grey lines: simple rules that it has to beat."
            )
        return "\n".join(modelled_parts(result))
