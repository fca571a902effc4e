"""The views of all steps, one shown at a time."""

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hcmd_lab.game.rules import Game
from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.training.convergence_view import ConvergenceView
from ui.control.training.evaluate_view import EvaluateView
from ui.control.training.history import TrainingHistory
from ui.control.training.model_view import ModelView
from ui.control.training.optimize_view import OptimizeView
from ui.control.training.progress_words import explanation
from ui.control.training.step_record import StepRecord
from ui.look import SPACE
from ui.look.widgets import label

if TYPE_CHECKING:
    from hcmd_lab.insight.territory import Cells
    from ui.control.live.mechanism_maps import MechanismMaps

_WORDS_PX = 480


class StepViews(QWidget):
    """Views of one step in one iteration.

    Attributes:
        model: View of MODEL.
        optimize: View of OPTIMIZE.
        convergence: View of CONVERGENCE.
        evaluate: View of EVALUATE.
    """

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create all views, empty, for a study's game."""
        super().__init__(parent)
        self.model = ModelView()
        self.optimize = OptimizeView(game)
        self.convergence = ConvergenceView()
        self.evaluate = EvaluateView()
        self._nothing = QWidget()
        self._title = label("", "heading")
        self._words = label("")
        for part in (self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setFixedWidth(_WORDS_PX)
        column = QGridLayout(self._nothing)
        column.setSpacing(SPACE[2])
        column.addWidget(self._title, 1, 1)
        column.addWidget(self._words, 2, 1)
        for outside in (0, 3):
            column.setRowStretch(outside, 1)
        for outside in (0, 2):
            column.setColumnStretch(outside, 1)
        # Not a stack, which would always be as high as its highest page.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._views = (self.model, self.optimize, self.convergence, self.evaluate, self._nothing)
        for view in self._views:
            layout.addWidget(view)
        self.show_nothing("", "")

    @property
    def nothing_words(self) -> str:
        """Why nothing is shown; empty if something is."""
        if self._nothing.isHidden():
            return ""
        return f"{self._title.text()} {self._words.text()}"

    def show_record(
        self,
        record: StepRecord,
        told: TrainingHistory | None,
        maps: "MechanismMaps | None",
        seen: "Cells | None" = None,
    ) -> None:
        """Show a step that has a result or progress.

        Args:
            record: The step.
            told: Its reported progress, if still available.
            maps: The mechanism that it made, once it has been read.
            seen: Situations that are known of people while OPTIMIZE is computed.
        """
        match record.step:
            case Step.MODEL:
                self.model.show_record(record, told)
                self._show(self.model)
            case Step.OPTIMIZE:
                self.optimize.show_record(record, told, maps, seen)
                self._show(self.optimize)
            case Step.CONVERGENCE if record.result is not None:
                self.convergence.show_record(record)
                self._show(self.convergence)
            case Step.EVALUATE if record.result is not None:
                self.evaluate.show_record(record)
                self._show(self.evaluate)
            case Step.INITIALISE | Step.CONVERGENCE | Step.EVALUATE:  # not in WITH_COURSE
                self.show_nothing(translate("Being computed"), explanation(record.step))
            case Step.ACQUIRE | Step.DONE:
                raise ValueError(f"{record.step} is not computed")
            case _:
                assert_never(record.step)

    def show_nothing(self, title: str, words: str) -> None:
        """Explain why there is nothing to show."""
        self._title.setText(title)
        self._words.setText(words)
        self._show(self._nothing)

    def _show(self, wanted: QWidget) -> None:
        for view in self._views:
            view.setVisible(view is wanted)

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        for view in (self.model, self.optimize, self.convergence, self.evaluate):
            view.restyle()
