"""The training panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.study.status import Step
from hcmd_lab.telling.going_on import saves_on_its_way
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.live.mechanism_maps import MechanismLibrary
from ui.control.study.take_again import TakeAgain
from ui.control.training.explain_dialog import open_explanation
from ui.control.training.headline import Headline, headline, running
from ui.control.training.progress_words import COMPUTED, WITH_COURSE, why_nothing
from ui.control.training.seen_situations import SeenSituations
from ui.control.training.step_record import StepRecord, belongs, read_records
from ui.control.training.step_tabs import Standing, StepTabs
from ui.control.training.training_header import TrainingHeader
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, in_column, in_row, scrolled
from ui.look.widgets import label

if TYPE_CHECKING:
    from ui.control.training.views import StepViews

POLL_MS = 200
FIRST_LOOK_MS = 30
"""After it is shown as it was left: two short waits are not felt, a long one would be."""
_MIN_VIEW_PX = (720, 360)


class TrainingPanel(QWidget):
    """The header with the buttons, the steps as tabs, and the chosen step's results.

    Signals:
        panel_requested(str): Show another panel.

    Attributes:
        header: Shows the current activity.
        take_again: Offers a step anew, while nothing rests on it.
        steps: Chooses a step.
        iteration: Chooses an iteration; its data are their numbers.
        views: Views of the chosen step, once created.
    """

    panel_requested = Signal(str)

    views: "StepViews | None"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follow a desk; the plots are created when the panel is first shown."""
        super().__init__(parent)
        self._desk = desk
        self._records: dict[tuple[Step, int], StepRecord] = {}
        self._headline = Headline("", "")
        self._drawn: tuple[object, ...] = ()
        self.views = None
        # Show a notice first: importing the plotting library takes a moment.
        self._plots = QTimer(self, singleShot=True, interval=0)
        self._plots.timeout.connect(self._make_views)
        self._tables = MechanismLibrary(self)
        self._tables.arrived.connect(self._draw_anew)
        self._tables.failed.connect(desk.failed)
        self._seen = SeenSituations(self)
        self._seen.arrived.connect(self._draw_anew)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._first_look = QTimer(self, interval=FIRST_LOOK_MS, singleShot=True)
        self._first_look.timeout.connect(self.poll)
        self.header = TrainingHeader()
        self.header.acted.connect(self._act)
        self.header.pause_requested.connect(self._pause)
        self.header.cancel_requested.connect(self._cancel)
        self.steps = StepTabs()
        self.iteration = ChoiceField()
        self.explain = icon_button(
            Icon.EXPLAIN, translate("E&xplain it…"), "quiet", clicked=self._explain
        )
        self.take_again = TakeAgain(desk)
        self._lay_out()
        desk.study_opened.connect(self._on_study_opened)
        desk.standing_changed.connect(self.read)
        desk.training.started.connect(self._on_started)
        self.read()
        self._choose_newest()

    def _lay_out(self) -> None:
        self.steps.chosen.connect(self._draw_anew)
        self.iteration.setAccessibleName(translate("Iteration"))
        self.iteration.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.iteration.currentIndexChanged.connect(self._draw_anew)
        name = label(translate("&Iteration"), wrap=False)
        name.setBuddy(self.iteration)
        row = in_row(self.steps, Spare(), self.explain, name, self.iteration, gap=3)
        self._place = QWidget()
        self._place.setProperty("role", "clear")
        self._place.setMinimumSize(*_MIN_VIEW_PX)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        self._preparing = label(translate("The plots are being prepared."), "caption")
        self._preparing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._preparing)
        scroll = scrolled(self._place, by_tab=False)
        in_column(
            self.header, self.take_again, row, (scroll, 1), of=self, gap=3, margins=(5, 4, 5, 4)
        )

    def _explain(self) -> None:
        open_explanation(self._desk, self)

    # --- display -----------------------------------------------------------------------------

    @property
    def shown(self) -> tuple[Step, int]:
        """The chosen step and iteration."""
        return self.steps.step, self.iteration.currentData() or 1

    def show_step(self, step: Step, iteration: int) -> None:
        """Choose a step and an iteration."""
        if step in COMPUTED:
            self.iteration.setCurrentIndex(self.iteration.findData(iteration))
            self.steps.choose(step)

    def read(self) -> None:
        """Read the study again: possible steps, and every result."""
        study = self._desk.opened
        self._headline = headline(self._desk)
        allow_unless(self.explain, "" if study is not None else translate("Open a study first."))
        self._records = {} if study is None else read_records(study)
        self._offer_iterations(1 if study is None else study.status().iteration)
        self._tell()
        self._draw_anew()

    def poll(self) -> None:
        """Show training's progress since the last poll."""
        if self._desk.training.running is not None:
            self._headline = running(self._desk)
            self._tell()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Start polling."""
        super().showEvent(event)
        if self.views is None:
            self._plots.start()
        self._timer.start()
        self._first_look.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop polling."""
        super().hideEvent(event)
        self._timer.stop()
        self._first_look.stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Adopt the colours of a new look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.views is not None:
            self.views.restyle()

    def _make_views(self) -> None:
        from ui.control.training.views import StepViews  # noqa: PLC0415 - pyqtgraph takes its time

        if self.views is None:
            self.views = StepViews(self._desk.game)
            inside = self._place.layout()
            if inside is not None:
                inside.replaceWidget(self._preparing, self.views)
            self._preparing.hide()
            self._draw_anew()

    def _tell(self) -> None:
        is_running = self._desk.training.running is not None
        self.header.tell(self._headline, self._desk.training.last_progress, is_running=is_running)

    def _draw_anew(self) -> None:
        self._drawn = ()
        self._draw()

    def _draw(self) -> None:
        """Show the chosen step, unless nothing would change."""
        if self.views is None or not self.isVisible():
            return
        step, iteration = self.shown
        self.steps.mark({each: self._standing(each, iteration) for each in COMPUTED})
        record = self._records.get((step, iteration), StepRecord(step, iteration, None))
        history = self._desk.training.history
        is_running = self._desk.training.running is not None
        if not belongs(history, step, iteration):
            history = None
        elif is_running:  # perhaps once more: an earlier result is not that of these curves
            record = StepRecord(step, iteration, None, names=record.names)
        elif history is not None and (history.latest is None or step not in WITH_COURSE):
            history = None  # it was stopped before there was anything to see
        changes = 0 if history is None else history.changes
        now = (step, iteration, record.result is None, is_running, changes)
        if now == self._drawn:
            return
        self._drawn = now
        if record.result is None and history is None:
            self.views.show_nothing(*self._why_nothing(step, iteration))
            return
        maps = self._tables.known.get(record.table)
        study = self._desk.opened
        if record.table and maps is None and study is not None:
            self._tables.ask(study.store.folder.path, [record.table])
        seen = None
        if step is Step.OPTIMIZE and history is not None and study is not None:
            seen = self._seen.at(study, iteration)
        # What was told while it ran may lack points that the stored course has.
        told = history or record.told
        if record.result is not None and not is_running:
            told = record.told or history
        self.views.show_record(record, told, maps, seen)

    def _why_nothing(self, step: Step, iteration: int) -> tuple[str, str]:
        if self._desk.opened is None:
            return translate("No study is open"), ""
        return why_nothing(step, iteration, is_next=self._headline.step is step)

    def _offer_iterations(self, newest: int) -> None:
        numbers = list(range(1, newest + 1))
        if [self.iteration.itemData(i) for i in range(self.iteration.count())] == numbers:
            return
        chosen = self.iteration.currentData()
        self.iteration.blockSignals(True)
        self.iteration.clear()
        for number in numbers:
            self.iteration.addItem(str(number), number)
        self.iteration.setCurrentIndex(max(0, self.iteration.findData(chosen)))
        self.iteration.blockSignals(False)

    def _standing(self, step: Step, iteration: int) -> Standing:
        # EVALUATE has a result of one contrast while another is next.
        is_next = self._headline.step is step and (
            step is Step.EVALUATE or self._desk.training.running is not None
        )
        if (step, iteration) in self._records and not is_next:
            return "done"
        if iteration == self.iteration.count() and self._headline.step is step:
            return "next" if self._desk.training.running is None else "running"
        return "later"

    def _choose_newest(self) -> None:
        """Choose the step that is running, paused, or computed last."""
        history = self._desk.training.history
        if self._desk.training.running is not None and history is not None:
            self.show_step(history.step, history.iteration)
        elif self._records:
            newest = max(self._records, key=lambda key: (key[1], COMPUTED.index(key[0])))
            self.show_step(*newest)

    # --- actions -----------------------------------------------------------------------------

    def _on_study_opened(self) -> None:
        self.read()
        self._choose_newest()

    def _on_started(self, step: Step) -> None:
        self._seen.forget()
        self.read()
        history = self._desk.training.history
        if history is not None:
            self.show_step(step, history.iteration)

    def _act(self) -> None:
        headline = self._headline
        if headline.act == "start" and headline.step is not None:
            try:
                self._desk.training.start(headline.step)
            except OperatorError as error:
                self._desk.failed.emit(translate(error))
        elif headline.act != "start":
            self.panel_requested.emit(headline.act)
            if headline.act == "session" and self._desk.needs_session:
                self._desk.session_requested.emit()

    def _pause(self) -> None:
        self._desk.training.pause()
        self.poll()

    def _can_cancel(self, step: Step) -> bool:
        training = self._desk.training
        running = training.running
        return training.paused_step is step or (running is not None and running.step is step)

    def _too_late(self, name: str) -> str:
        return translate("{step} has ended meanwhile.", step=name)

    def _cancel(self) -> None:
        step = self._headline.step
        if step is None:
            return
        name = step.upper()
        sentence = translate(
            "Its progress so far is deleted and cannot be restored. The data and all earlier "
            "results are kept."
        )
        if saves_on_its_way(step):
            sentence += " " + translate("To continue later, pause it instead.")
        if confirm(
            self,
            translate("Cancel {step}?", step=name),
            sentence,
            translate("Cancel the s&tep"),
            cancel_text=translate("&Keep on"),
            follow=lambda: sentence if self._can_cancel(step) else self._too_late(name),
            moot=lambda: not self._can_cancel(step),
        ):
            self._desk.training.cancel(step)
            self.poll()
