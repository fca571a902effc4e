"""The row of iterations, each of which can be looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QWidget,
)

from hcmd_lab.telling.translate import translate
from ui.control.study.study_history import StudyStory
from ui.look import SPACE
from ui.look.layouts import Spare, in_row, scrolled
from ui.look.one_of import OneOf
from ui.look.widgets import label


class IterationRow(QWidget):
    """One button per iteration.

    Signals:
        iteration_chosen(int): Look at this turn.
    """

    iteration_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the row without buttons."""
        super().__init__(parent)
        self.setAccessibleName(translate("Iterations"))
        self._group = OneOf(self)
        self._group.idClicked.connect(self.iteration_chosen)
        self._most = label("", "caption", wrap=False)
        self._most.setContentsMargins(SPACE[2], 0, 0, 0)
        inner = QWidget()
        inner.setProperty("role", "clear")
        self._row = in_row(self._most, Spare(), of=inner, gap=1)
        scroll = scrolled(inner, by_tab=False)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(36)
        in_row(scroll, of=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_story(self, story: StudyStory, chosen: int) -> None:
        """Show the iterations that have begun, with one of them chosen."""
        for turn in story.iterations[len(self._group.buttons()) :]:
            made = QPushButton()
            made.setProperty("extent", "small")
            made.setCheckable(True)
            self._group.add(made, turn.number)
            self._row.insertWidget(turn.number - 1, made)
        for surplus in self._group.buttons()[len(story.iterations) :]:
            self._group.removeButton(surplus)
            surplus.deleteLater()
        for turn in story.iterations:
            sign = "●" if turn.compared is None else "✓"
            text = translate("Iteration {number}", number=turn.number)
            button = self._group.button(turn.number)
            button.setText(f"{text}  {sign}")
            button.setAccessibleName(text)
            button.setChecked(turn.number == chosen)
        self._most.setText(translate("of at most {most}", most=story.max_iterations))
