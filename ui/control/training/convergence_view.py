"""CONVERGENCE: every mechanism against every other, and what to do about it."""

from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.telling.convergence_results import reasons, recommended
from hcmd_lab.telling.mechanism_names import checkpoint_names
from hcmd_lab.telling.translate import translate
from ui.control.figure_view import FigureCard
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.layouts import fill, in_column
from ui.look.widgets import Card, label


class ConvergenceView(QWidget):
    """The recommendation, then the meta-game behind it.

    Attributes:
        meta_game: Shares of votes of all pairs, and the mixtures.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the view without a result."""
        super().__init__(parent)
        self._recommendation = label("", "heading")
        self._reasons = label("")
        self._mixture = label("", "caption")
        self.meta_game = FigureCard()
        self.meta_game.body.addWidget(self._mixture)
        next_step = Card()
        next_step.body.setSpacing(SPACE[1])
        title = label(translate("What to do next"), "caption")
        fill(next_step.body, title, self._recommendation, self._reasons)
        in_column(next_step, (self.meta_game, 1), of=self, gap=4)

    @property
    def recommendation(self) -> str:
        """The recommendation as shown."""
        return self._recommendation.text()

    @property
    def reasons(self) -> str:
        """The reasons as shown."""
        return self._reasons.text()

    def show_record(self, record: StepRecord) -> None:
        """Show a result."""
        result = record.result
        if not isinstance(result, ConvergenceResult) or record.recommendation is None:
            raise TypeError("the record is not of CONVERGENCE")
        names = checkpoint_names(len(result.nash), record.names)
        self.meta_game.show_figure(MetaGame(result, names))
        self._mixture.setText(
            translate(
                "Nash mixture: none of these mechanisms is expected to win more than half "
                "the votes against it."
            )
        )
        self._recommendation.setText(recommended(record.recommendation, record.iteration))
        self._reasons.setText(reasons(result, record.names))

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        self.meta_game.update()
