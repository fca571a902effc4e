"""EVALUATE: whether new people preferred the mechanism to the baseline."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.jobs import EvaluateResult
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import percent, whole
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

    def show_record(self, record: StepRecord) -> None:
        """Show a result."""
        result = record.result
        if not isinstance(result, EvaluateResult):
            raise TypeError("the record is not of EVALUATE")
        names = {
            "mechanism": pretty_name(result.mechanism),
            "baseline": pretty_name(result.baseline),
        }
        if result.share.low > 0.5:
            text = translate("People preferred {mechanism} to {baseline}.")
        elif result.share.high < 0.5:
            text = translate("People preferred {baseline} to {mechanism}.")
        else:
            text = translate("The votes do not decide between {mechanism} and {baseline}.")
        self._answer.setText(text.format(**names))
        number = QLocale()
        self._details.setText(
            translate(
                "{mechanism} won {share} of {votes} votes in {groups} groups "
                "(95% interval {low} to {high}; p = {p}, sign-flip test over groups).",
                **names,
                share=percent(result.share.estimate, 1),
                votes=whole(result.votes),
                groups=whole(result.groups),
                low=percent(result.share.low, 1),
                high=percent(result.share.high, 1),
                p=number.toString(result.p_value, "f", 3),
            )
        )
        self._power.setText(
            translate(
                "With so many groups a share of {smallest} is found with 80% power, "
                "the paper's 54.3% with {power}.",
                smallest=percent(result.smallest_effect, 1),
                power=percent(result.power),
            )
        )
        rows = [IntervalRow(translate("All groups"), result.share, strong=True)]
        rows += [
            IntervalRow(translate("Tails have {coins}", coins=whole(tail)), interval)
            for tail, interval in sorted(result.by_tail_endowment.items())
        ]
        self.rows.show_rows(rows)

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        self.rows.update()
