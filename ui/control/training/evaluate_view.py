"""EVALUATE: whether new people preferred the mechanism to the baseline."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.vote_shares import votes_by_endowment
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.telling.evaluation_results import conclusion, contrast_told
from hcmd_lab.telling.library import contrast_name, many_tests
from hcmd_lab.telling.objectives import objective_sentences
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import evaluation_figures, evaluation_power, order_in_words
from ui.control.figure_view import FigureCard
from ui.control.training.model_view import show_predicted
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.fields import ChoiceField
from ui.look.layouts import fill, in_column
from ui.look.widgets import Card, label


class EvaluateView(QWidget):
    """The result in a sentence, then the estimates behind it; contrast by contrast.

    Attributes:
        contrast: Chooses a contrast, where several have results.
        overview: What became of every contrast, where several are planned.
        shares: Shares of votes, in all and by condition.
        predicted: What the models had expected of the groups, beside what came.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the view without a result."""
        super().__init__(parent)
        self._record: StepRecord | None = None
        self.contrast = ChoiceField()
        self.contrast.setAccessibleName(translate("Contrast"))
        self.contrast.currentIndexChanged.connect(self._show_chosen)
        self.overview = label("")
        self._contrasts = Card(translate("Contrasts"))
        self._level = label("", "caption")
        fill(self._contrasts.body, self.overview, self._level, self.contrast)
        self._answer = label("", "heading")
        self._details = label("")
        self._order = label("", "caption")
        self._objectives = label("")
        self._power = label("", "caption")
        self.shares = FigureCard()
        answer = Card()
        answer.body.setSpacing(SPACE[2])
        fill(answer.body, self._answer, self._details, self._objectives)
        self.shares.body.addWidget(self._order)
        self.shares.body.addWidget(self._power)
        self.predicted = FigureCard()
        in_column(self._contrasts, answer, (self.shares, 1), self.predicted, of=self, gap=4)

    @property
    def answer(self) -> str:
        """The result in a sentence."""
        return self._answer.text()

    @property
    def details(self) -> str:
        """The figures behind it."""
        return self._details.text()

    def show_record(self, record: StepRecord) -> None:
        """Show a result."""
        if not isinstance(record.result, EvaluateResult):
            raise TypeError("the record is not of EVALUATE")
        self._record = record
        chosen = self.contrast.currentData()
        self.contrast.blockSignals(True)
        self.contrast.clear()
        for each in record.contrasts:
            if each.result is not None:
                self.contrast.addItem(contrast_name(each), each.number)
        self.contrast.setCurrentIndex(max(0, self.contrast.findData(chosen)))
        self.contrast.blockSignals(False)
        self.contrast.setVisible(self.contrast.count() > 1)
        self._contrasts.setVisible(len(record.contrasts) > 1)
        told = [contrast_told(each, simulated=record.simulated) for each in record.contrasts]
        self.overview.setText("\n\n".join(told))
        self._level.setText(many_tests(record.contrasts))
        self._show_chosen()

    def _show_chosen(self) -> None:
        record = self._record
        if record is None:
            return
        number = self.contrast.currentData()
        chosen = [each.result for each in record.contrasts if each.number == number]
        result = chosen[0] if chosen else record.result
        if not isinstance(result, EvaluateResult):
            raise TypeError("the contrast has no result")
        self._answer.setText(conclusion(result, simulated=record.simulated))
        self._details.setText(evaluation_figures(result))
        self._objectives.setText("\n".join(objective_sentences(result)))
        self._objectives.setVisible(bool(self._objectives.text()))
        self._order.setText(order_in_words(result))
        self._order.setVisible(bool(self._order.text()))
        self._power.setText(evaluation_power(result))
        self.shares.show_figure(votes_by_endowment(result))
        show_predicted(self.predicted, result.checks)

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.shares.update()
        self.predicted.update()
