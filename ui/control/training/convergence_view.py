"""CONVERGENCE: every mechanism against every other, and what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.jobs import ConvergenceResult
from hcmd_lab.telling.mechanism_names import checkpoint_names, pretty_name
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.training.bars import ShareBars
from ui.control.training.record import StepRecord
from ui.control.training.share_table import ShareTable
from ui.look import SPACE
from ui.look.widgets import Card, label

_SIDE_PX = 320


class ConvergenceView(QWidget):
    """The table at the leading side; the verdict and the mixture beside it.

    Attributes:
        table: Shares of votes of all pairs.
        nash: The Nash mixture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._recommendation = label("", "heading")
        self._verdict = label("")
        self._mixture = label("", "caption")
        self.table = ShareTable()
        self.nash = ShareBars(translate("Nash mixture"))
        matrix = Card(translate("Expected share of votes"))
        matrix.body.setSpacing(SPACE[2])
        matrix.body.addWidget(
            label(
                translate("Each row's mechanism against each column's, ± standard error"), "caption"
            )
        )
        matrix.body.addWidget(self.table, 1)
        verdict = Card()
        verdict.body.setSpacing(SPACE[2])
        verdict.body.addWidget(label(translate("What to do next"), "caption"))
        verdict.body.addWidget(self._recommendation)
        verdict.body.addWidget(self._verdict)
        mixture = Card(translate("Nash mixture"))
        mixture.body.setSpacing(SPACE[2])
        mixture.body.addWidget(self._mixture)
        mixture.body.addWidget(self.nash)
        side = QVBoxLayout()
        side.setSpacing(SPACE[4])
        side.addWidget(verdict)
        side.addWidget(mixture)
        side.addStretch()
        for card in (verdict, mixture):
            card.setFixedWidth(_SIDE_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[4])
        layout.addWidget(matrix, 1)
        layout.addLayout(side)
        layout.setAlignment(side, Qt.AlignmentFlag.AlignTop)

    @property
    def recommendation(self) -> str:
        """What to do next."""
        return self._recommendation.text()

    @property
    def verdict(self) -> str:
        """Why."""
        return self._verdict.text()

    def show_record(self, record: StepRecord) -> None:
        """Show a result."""
        result = record.result
        if not isinstance(result, ConvergenceResult):
            raise TypeError("the record is not of CONVERGENCE")
        names = checkpoint_names(len(result.nash))
        self.table.show_result(result, names)
        self.nash.show_shares(names, result.nash)
        self._mixture.setText(
            translate("How often each would be played by somebody who cannot be outvoted.")
        )
        self._recommendation.setText(self._recommend(record, result))
        self._verdict.setText(" ".join(self._reasons(record, result)))

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        self.table.restyle()
        self.nash.update()

    def _recommend(self, record: StepRecord, result: ConvergenceResult) -> str:
        if record.followed_by == "nothing":
            return translate("Nothing: the mechanism has been evaluated with new people.")
        if record.followed_by == "iteration":
            return translate(
                "Go on: run sessions for iteration {iteration}.", iteration=record.iteration + 1
            )
        if result.converged:
            return translate("Stop training: evaluate the mechanism with new people.")
        return translate("The last iteration is done: evaluate the mechanism with new people.")

    def _reasons(self, record: StepRecord, result: ConvergenceResult) -> list[str]:
        newest = len(result.nash) - 1
        name = pretty_name(f"theta_{newest}")
        gain = result.advantage
        reasons = [
            translate("{name} beats every earlier mechanism with confidence.", name=name)
            if result.beats_all
            else translate(
                "{name} does not beat every earlier mechanism with confidence.", name=name
            ),
            translate(
                "Against {before} it would win {share} of the votes (95% interval {low} to "
                "{high}).",
                before=pretty_name(f"theta_{newest - 1}"),
                share=percent(0.5 + gain.estimate, 1),
                low=percent(0.5 + gain.low, 1),
                high=percent(0.5 + gain.high, 1),
            ),
        ]
        if result.cycles:
            reasons.append(translate("Some mechanisms beat each other in a circle."))
        if record.followed_by == "iteration" and result.converged:
            reasons.append(translate("The study's settings ask for more iterations."))
        return reasons
