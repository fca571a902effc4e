"""The views of all steps, one of them shown; where there is nothing yet, why not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hcmd_lab.study import Step
from ui.control.training.convergence_view import ConvergenceView
from ui.control.training.evaluate_view import EvaluateView
from ui.control.training.history import TrainingHistory
from ui.control.training.model_view import ModelView
from ui.control.training.optimize_view import OptimizeView
from ui.control.training.record import StepRecord
from ui.control.training.words import explanation
from ui.look import SPACE
from ui.look.parts import label

if TYPE_CHECKING:
    from ui.control.live.mechanisms import MechanismMaps

_WORDS_PX = 480


class StepViews(QStackedWidget):
    """What is known of one step in one iteration.

    Attributes:
        model: Of MODEL.
        optimize: Of OPTIMIZE.
        convergence: Of CONVERGENCE.
        evaluate: Of EVALUATE.
    """

    def __init__(self, seats: int, parent: QWidget | None = None) -> None:
        """Make all views, empty, for a game with so many seats."""
        super().__init__(parent)
        self.model = ModelView()
        self.optimize = OptimizeView(seats)
        self.convergence = ConvergenceView()
        self.evaluate = EvaluateView()
        self._nothing = QWidget()
        self._title = label("", "heading")
        self._words = label("")
        column = QVBoxLayout(self._nothing)
        column.setSpacing(SPACE[2])
        column.addStretch()
        for part in (self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setFixedWidth(_WORDS_PX)
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        for view in (self.model, self.optimize, self.convergence, self.evaluate, self._nothing):
            self.addWidget(view)

    @property
    def nothing_words(self) -> str:
        """Why nothing is shown; empty if something is."""
        if self.currentWidget() is not self._nothing:
            return ""
        return f"{self._title.text()} {self._words.text()}"

    def show_record(
        self, record: StepRecord, told: TrainingHistory | None, maps: "MechanismMaps | None"
    ) -> None:
        """Show a step; there is a result, or something was told.

        Args:
            record: The step.
            told: What it told, if that is still known.
            maps: The mechanism that it made, once it has been read.
        """
        match record.step:
            case Step.MODEL:
                self.model.show_record(record, told)
                self.setCurrentWidget(self.model)
            case Step.OPTIMIZE:
                self.optimize.show_record(record, told, maps)
                self.setCurrentWidget(self.optimize)
            case Step.CONVERGENCE if record.result is not None:
                self.convergence.show_record(record)
                self.setCurrentWidget(self.convergence)
            case Step.EVALUATE if record.result is not None:
                self.evaluate.show_record(record)
                self.setCurrentWidget(self.evaluate)
            case _:
                self.show_nothing(self.tr("Being computed"), explanation(record.step))

    def show_nothing(self, title: str, words: str) -> None:
        """Say why there is nothing to show."""
        self._title.setText(title)
        self._words.setText(words)
        self.setCurrentWidget(self._nothing)

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        for view in (self.model, self.optimize, self.convergence, self.evaluate):
            view.restyle()
