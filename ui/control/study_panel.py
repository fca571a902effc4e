"""The study panel: the loop, and the one next thing to do."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.study.add_iteration import AddIteration
from ui.control.study.iteration_row import IterationRow
from ui.control.study.loop_picture import LoopPicture
from ui.control.study.next_step import NextStep
from ui.control.study.step_views import Running, step_views
from ui.control.study.study_history import StudyStory, read_story
from ui.control.study.study_sheet import StudyAct, StudySheet
from ui.control.study.take_again import TakeAgain
from ui.look.layouts import Spare, in_column, in_row, scrolled
from ui.look.widgets import Card, button

_WIDEST_PX = 1360
"""Beyond that a line is too long to be read, and an act too far from what it is about."""


class StudyPanel(QWidget):
    """The diagram of the loop with the next action below it.

    Signals:
        panel_requested(str): Show another panel.
        act_requested(StudyAct, Path): Do this with the study in that folder.

    Attributes:
        next_step: What the study needs now.
        take_again: Offers a training step anew, while nothing rests on it.
        add_iteration: Offers another iteration where the last one still improves.
        sheet: Its settings and texts, and who made it.
    """

    panel_requested = Signal(str)
    act_requested = Signal(StudyAct, Path)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follow a desk."""
        super().__init__(parent)
        self._desk = desk
        self._story: StudyStory | None = None
        self._looked_at: int | None = None
        self.picture = LoopPicture()
        self.iterations = IterationRow()
        self.iterations.iteration_chosen.connect(self._look_at)
        self.back = button(translate("Back to the &present"), "quiet")
        self.back.clicked.connect(self._look_at_present)
        self.next_step = NextStep(desk)
        self.next_step.panel_requested.connect(self.panel_requested)
        self.take_again = TakeAgain(desk)
        self.add_iteration = AddIteration(desk)
        self.sheet = StudySheet(desk)
        self.sheet.act_requested.connect(self.act_requested)
        self._lay_out()
        desk.study_opened.connect(self._show_from_the_top)
        desk.standing_changed.connect(self.read)
        desk.training.progressed.connect(self._show)
        self.read()
        self.sheet.read()

    def _lay_out(self) -> None:
        top = in_row((self.iterations, 1), self.back)
        card = Card()
        card.body.addWidget(self.next_step)
        card.body.addWidget(self.take_again)
        card.body.addWidget(self.add_iteration)
        column = QWidget()
        column.setMaximumWidth(_WIDEST_PX)
        in_column(top, self.picture, card, self.sheet, Spare(), of=column, gap=4)
        page = QWidget()
        for part in (column, page):
            part.setProperty("role", "clear")
        in_row(Spare(1), (column, 10_000), Spare(1), of=page, margins=(5, 4, 5, 5))
        self._place = scrolled(page)
        in_column(self._place, of=self)

    def read(self) -> None:
        """Read the study again and show it."""
        if self._desk.opened is None:
            self._story = None
        else:
            self._story = read_story(self._desk.opened)
            self._show()

    def _show(self) -> None:
        story = self._story
        if story is None:
            return
        present = story.now.iteration
        number = min(self._looked_at or present, present)
        turn = story.iterations[number - 1]
        views = step_views(story, number, self._running())
        is_last = number == story.max_iterations
        self.picture.show_views(views, went_on=bool(turn.goes_on), is_last=is_last)
        self.iterations.show_story(story, number)
        self.back.setVisible(number != present)

    def _running(self) -> Running | None:
        if self._desk.training.running is not None:
            return Running(self._desk.training.running.step, self._desk.training.last_progress)
        state = self._desk.session_state
        if state is not None and not state.closed and state.plan.purpose != "pilot":
            return Running(Step(state.plan.purpose), is_session=True)
        return None

    def _look_at(self, number: int) -> None:
        self._looked_at = number
        self._show()

    def _show_from_the_top(self) -> None:
        self._look_at_present()
        self.sheet.read()
        self._place.verticalScrollBar().setValue(0)

    def _look_at_present(self) -> None:
        self._looked_at = None
        self.read()
