"""CONVERGENCE: every mechanism against every other, and what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.jobs import ConvergenceResult
from hcmd_lab.telling.mechanism_names import checkpoint_names
from hcmd_lab.telling.results import reasons, recommended
from hcmd_lab.telling.translate import translate
from ui.control.training.bars import ShareBars
from ui.control.training.record import StepRecord
from ui.control.training.share_table import ShareTable
from ui.look import SPACE
from ui.look.widgets import Card, label

_SIDE_PX = 320


class ConvergenceView(QWidget):
    """The table at the leading side; what to do next and the mixture beside it.

    Attributes:
        table: Shares of votes of all pairs.
        nash: The Nash mixture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._recommendation = label("", "heading")
        self._reasons = label("")
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
        next_step = Card()
        next_step.body.setSpacing(SPACE[2])
        next_step.body.addWidget(label(translate("What to do next"), "caption"))
        next_step.body.addWidget(self._recommendation)
        next_step.body.addWidget(self._reasons)
        mixture = Card(translate("Nash mixture"))
        mixture.body.setSpacing(SPACE[2])
        mixture.body.addWidget(self._mixture)
        mixture.body.addWidget(self.nash)
        side = QVBoxLayout()
        side.setSpacing(SPACE[4])
        side.addWidget(next_step)
        side.addWidget(mixture)
        side.addStretch()
        for card in (next_step, mixture):
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
    def reasons(self) -> str:
        """Why."""
        return self._reasons.text()

    def show_record(self, record: StepRecord) -> None:
        """Show a result."""
        result = record.result
        if not isinstance(result, ConvergenceResult) or record.recommendation is None:
            raise TypeError("the record is not of CONVERGENCE")
        names = checkpoint_names(len(result.nash))
        self.table.show_result(result, names)
        self.nash.show_shares(names, result.nash)
        self._mixture.setText(
            translate(
                "Equilibrium mixture: no other mechanism is expected to win more than half the "
                "votes against it."
            )
        )
        self._recommendation.setText(recommended(record.recommendation, record.iteration))
        self._reasons.setText(reasons(result))

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        self.table.restyle()
        self.nash.update()
