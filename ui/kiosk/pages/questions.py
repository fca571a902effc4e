"""The control questions, one at a time, explained after a wrong answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, AnswerQuestion
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.left_behind import empty
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.number_field import NumberField
from ui.kiosk.widgets.option_rows import OptionRows
from ui.kiosk.widgets.radio_mark import RadioMark
from ui.kiosk.widgets.scrolled import Scrolled
from ui.kiosk.widgets.text_images import Pictures
from ui.look import SPACE
from ui.look.widgets import label


class QuestionsPage(KioskPage):
    """A control question with options or a number field; nothing is chosen at first.

    The answer is the number of the chosen option, from 1, or the number that was typed.
    """

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Confirm"), "confirm_answer"), parent)
        self._script = ScriptView()
        self._place = label("", "caption")
        self._text = Reader(pictures, whole=True)
        self._options = OptionRows()
        self._number = NumberField()
        self._number.setObjectName("typed_answer")
        self._number.setAccessibleName(translate("Your answer, a whole number"))
        self._number.setPlaceholderText(translate("A number"))
        self._verdict = label("", "heading")
        self._why = Reader(pictures, whole=True)
        self._notice = QFrame()
        self._notice.setProperty("role", "sunken")
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        inside.setSpacing(SPACE[2])
        cross = RadioMark()
        cross.set_wrong(True)
        told = QHBoxLayout()
        told.setSpacing(SPACE[2])
        told.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._verdict, 1)
        inside.addLayout(told)
        inside.addWidget(self._why)
        column = self._column = Scrolled(680)
        column.body.addStretch(1)
        for part in (self._place, self._text, self._options, self._number, self._notice):
            column.body.addWidget(part)
        column.body.addStretch(2)
        self.body.addWidget(column, 1)
        self.body.addWidget(self.footer)
        self.inputs = (self._options, self._number)
        self._options.chosen.connect(self._show_choice)
        self._number.textChanged.connect(self._show_typed)
        self.footer.button.clicked.connect(self._answer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show a new question; within one, show the explanation after a wrong answer."""
        before, self._script = self._script, view.script or ScriptView()
        if fresh:
            self._ask()
        if fresh or self._script != before:
            self._explain(helped=not fresh and before.must_wait)
        self._show_choice()

    def update_inputs(self) -> None:
        """Disable answers while the experimenter is awaited."""
        super().update_inputs()
        for widget in self.inputs:
            widget.setEnabled(self.is_open and not self._script.must_wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits choose an option wherever the focus is; Enter confirms."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.is_open or self._script.must_wait:
            event.ignore()
        elif enter and not event.isAutoRepeat():
            self.footer.button.click()
        elif self._script.options and self._options.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        script = self._script
        self._place.setText(
            translate(
                "Question {number} of {count}",
                number=numbers.whole(script.page + 1),
                count=numbers.whole(script.pages),
            )
        )
        self._text.show_text(script.text)
        self._options.show_options(script.options)
        self._options.setVisible(bool(script.options))
        empty(self._number)
        self._number.setVisible(not script.options)
        self.first = self._options.first if script.options else self._number
        self.heading = f"{self._place.text()}. {self._text.toPlainText()}"
        # Rows that were made just now would otherwise come after the button.
        QWidget.setTabOrder(self._options.last, self._number)
        QWidget.setTabOrder(self._number, self.footer.button)
        self.grown.emit()

    def _explain(self, *, helped: bool) -> None:
        """Show what was wrong, and whether the experimenter has been called.

        Args:
            helped: Whether the experimenter has come and the question is asked anew.
        """
        script = self._script
        wrong = script.wrong_answer is not None
        self._notice.setVisible(wrong)
        self._options.mark_wrong(script.wrong_answer)
        self._verdict.setText(
            translate("This is not right. The experimenter has been called.")
            if script.must_wait
            else translate("This is not right yet. Please try again.")
        )
        self._why.setVisible(bool(script.why))
        self._why.show_text(script.why)
        self.footer.set_waiting(
            translate("The experimenter has been called") if script.must_wait else ""
        )
        if helped:
            self._options.clear()
            empty(self._number)
        if wrong:
            self._number.selectAll()
            self.told.emit(f"{self._verdict.text()} {self._why.toPlainText()}")
            self._column.reveal(self._notice)
        self.update_inputs()
        if helped:
            self.take_focus()  # it had gone from the answers when they were disabled

    @property
    def _value(self) -> int | None:
        return self._options.value if self._script.options else self._number.value

    def _show_choice(self) -> None:
        """Enable confirming, unless the answer is the one that was just wrong."""
        self.footer.set_ready(self._value not in (None, self._script.wrong_answer))

    def _show_typed(self) -> None:
        """Say what is wrong with a typed number; confirming is possible with a whole one."""
        self.footer.say(
            translate("The answer is a whole number.") if self._number.is_not_whole else ""
        )
        self._show_choice()

    def _answer(self) -> None:
        if self._value is not None:
            self.commanded.emit(AnswerQuestion(UNSENT, self._script.question, self._value))
