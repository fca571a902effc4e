"""EVALUATE: whether new people preferred the mechanism to the baseline."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.vote_shares import votes_by_endowment
from hcmd_lab.jobs import EvaluateResult
from hcmd_lab.telling.results import conclusion
from hcmd_lab.telling.votes import evaluation_figures, evaluation_power, order_in_words
from ui.control.figure_view import FigureCard
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.layouts import fill, in_column
from ui.look.widgets import Card, label


class EvaluateView(QWidget):
    """The result in a sentence, then the estimates behind it.

    Attributes:
        shares: Shares of votes, in all and by condition.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the view without a result."""
        super().__init__(parent)
        self._answer = label("", "heading")
        self._details = label("")
        self._order = label("", "caption")
        self._power = label("", "caption")
        self.shares = FigureCard()
        answer = Card()
        answer.body.setSpacing(SPACE[2])
        fill(answer.body, self._answer, self._details)
        self.shares.body.addWidget(self._order)
        self.shares.body.addWidget(self._power)
        in_column(answer, (self.shares, 1), of=self, gap=4)

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
        result = record.result
        if not isinstance(result, EvaluateResult):
            raise TypeError("the record is not of EVALUATE")
        self._answer.setText(conclusion(result, simulated=record.simulated))
        self._details.setText(evaluation_figures(result))
        self._order.setText(order_in_words(result))
        self._order.setVisible(bool(self._order.text()))
        self._power.setText(evaluation_power(result))
        self.shares.show_figure(votes_by_endowment(result))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.shares.update()
