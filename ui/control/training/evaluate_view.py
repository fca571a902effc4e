"""EVALUATE: whether new people preferred the mechanism to the baseline."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.jobs import EvaluateResult
from hcmd_lab.telling.results import (
    coins,
    conclusion,
    evaluation_figures,
    evaluation_power,
)
from hcmd_lab.telling.translate import translate
from ui.control.training.interval_rows import IntervalRow, IntervalRows
from ui.control.training.record import StepRecord
from ui.look import SPACE
from ui.look.widgets import Card, label


class EvaluateView(QWidget):
    """The answer in a sentence, then the estimates behind it.

    Attributes:
        rows: Shares of votes, in all and by condition.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._answer = label("", "heading")
        self._details = label("")
        self._power = label("", "caption")
        self.rows = IntervalRows(translate("Share of votes for the mechanism"))
        answer = Card()
        answer.body.setSpacing(SPACE[2])
        for part in (self._answer, self._details):
            answer.body.addWidget(part)
        shares = Card(translate("Share of votes for the mechanism"))
        shares.body.addWidget(
            label(translate("With 95% intervals; the unit is the group"), "caption")
        )
        shares.body.addWidget(self.rows)
        shares.body.addWidget(self._power)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[4])
        layout.addWidget(answer)
        layout.addWidget(shares)
        layout.addStretch()

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
        self._power.setText(evaluation_power(result))
        rows = [IntervalRow(translate("All groups"), result.share, strong=True)]
        rows += [
            IntervalRow(translate("Tails receive {coins}", coins=coins(tail)), interval)
            for tail, interval in sorted(result.by_tail_endowment.items())
        ]
        self.rows.show_rows(rows)

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        self.rows.update()
