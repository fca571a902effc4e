"""The session wizard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QWidget,
)

from hcmd_lab.errors import OperatorError
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft, new_draft, open_draft
from ui.control.session.groups_page import GroupsPage
from ui.control.session.kiosks_page import KiosksPage
from ui.control.session.mode_page import ModePage
from ui.control.session.payment_page import PaymentSettingsPage
from ui.control.session.preflight_page import PreflightPage
from ui.control.session.rules_page import RulesPage
from ui.control.session.script_page import ScriptPage
from ui.control.session.wizard_page import WizardPage, scrolled
from ui.look.act_guard import ActGuard
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label, set_role

_WIDTH_PX = 860


class SessionWizard(QWidget):
    """Asks for everything a session needs, page by page.

    Signals:
        opened(): The desk hosts the new session.
        cancelled(): The experimenter does not want one.

    Attributes:
        draft: Choices made so far.
        pages: The pages in order.
        back: Button for the previous page.
        forward: Button for the next page; on the last page it opens the session.
    """

    opened = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        """Create the pages; `start` shows the first one."""
        super().__init__(parent)
        self._desk = desk
        self.draft = draft
        self.mode, self.groups = ModePage(), GroupsPage(desk)
        self.rules, self.script = RulesPage(), ScriptPage(desk)
        self.payment, self.kiosks = PaymentSettingsPage(desk.study.game), KiosksPage(desk)
        self.preflight = PreflightPage(desk)
        self.pages: list[WizardPage] = [
            self.mode, self.groups, self.rules, self.script, self.payment, self.kiosks,
            self.preflight,
        ]  # fmt: skip
        self._names = [
            translate("Mode"), translate("Groups"), translate("Rules"), translate("Script"),
            translate("Payment"), translate("Kiosks"), translate("Check"),
        ]  # fmt: skip
        self._steps = [label("", wrap=False) for _ in self.pages]
        self._title = label("", "title")
        self._problem = label("", "danger")
        self._stack = QStackedWidget()
        self.back = button(translate("&Back"), clicked=lambda: self._go(self.number - 1))
        self.forward = button("", "primary", clicked=self._on_forward)
        self._guard = ActGuard(self.forward)
        self._arrange()
        for page in self.pages:
            page.changed.connect(self._enable)
        desk.standing_changed.connect(self._look_again)

    def start(self) -> None:
        """Show the first page, and give it the keyboard; the wizard has to be visible."""
        self._go(0)

    @property
    def number(self) -> int:
        """Number of the current page; 0 is the first."""
        return self._stack.currentIndex()

    def _arrange(self) -> None:
        steps = in_row(*self._steps, Spare(), gap=4)
        for page in self.pages:
            self._stack.addWidget(scrolled(page))
        cancel = button(translate("&Cancel"), "quiet", clicked=self.cancelled)
        buttons = in_row(cancel, Spare(), self.back, self.forward, gap=3)
        column = QWidget()
        column.setMaximumWidth(_WIDTH_PX)
        in_column(
            steps,
            self._title,
            (self._stack, 1),
            self._problem,
            buttons,
            of=column,
            gap=4,
            margins=(5, 4, 5, 4),
        )
        in_row(Spare(1), (column, 20), Spare(1), of=self)

    def _go(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        page = self.pages[number]
        page.enter(self.draft)
        self._title.setText(page.title)
        for index, step in enumerate(self._steps):
            mark = "✓" if index < number else str(index + 1)
            step.setText(f"{mark}  {self._names[index]}")
            set_role(step, "heading" if index == number else "caption")
        self.back.setVisible(number > 0)
        last = number == len(self.pages) - 1
        self.forward.setText(translate("&Open session") if last else translate("&Next"))
        self._guard.means(last)
        self._enable()
        if last:
            self.forward.setFocus()

    def _look_again(self) -> None:
        """Begin again where no session could be played: the first mechanism may be there now."""
        if self.number == 0 and self.mode.problem and self._desk.needs_session:
            self.draft = new_draft(self._desk)
            self._go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes to the next page, unless a button has the focus.

        One that is held down goes one page on: it would open the session, unread.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.isAutoRepeat():
                return
            focus = self.focusWidget()
            (focus if isinstance(focus, QPushButton) else self.forward).click()
        else:
            super().keyPressEvent(event)

    def _enable(self) -> None:
        problem = self.pages[self.number].problem
        allow_unless(self.forward, problem)
        self._tell(problem)

    def _on_forward(self) -> None:
        self.pages[self.number].leave(self.draft)
        if self.number < len(self.pages) - 1:
            self._go(self.number + 1)
            return
        try:
            open_draft(self._desk, self.draft)
        except OperatorError as error:
            self._tell(translate(error))
            return
        # A second click may be on its way.
        allow_unless(self.forward, translate("The session is open."))
        self.opened.emit()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
