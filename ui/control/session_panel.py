"""The session panel: overview, wizard, running session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.as_last_time import AsLastTime
from ui.control.session.draft import new_draft
from ui.control.session.overview_page import OverviewPage
from ui.control.session.running_page import RunningPage
from ui.control.session.summary_page import SummaryPage
from ui.control.session.wizard import SessionWizard
from ui.look.layouts import in_column, scrolled


class SessionPanel(QWidget):
    """Shows the current page: the overview, the wizard, the open session or its summary.

    Signals:
        panel_requested(str): Another panel is to be shown.

    Attributes:
        overview: Before a session.
        running: While one is open.
        summary: After it.
        wizard: Asks for a new one, after the first on one page; None unless it is shown.
    """

    panel_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the panel for a desk."""
        super().__init__(parent)
        self._desk = desk
        self.overview = OverviewPage(desk)
        self.running = RunningPage(desk)
        self.summary = SummaryPage(desk)
        self.wizard: SessionWizard | AsLastTime | None = None
        self._stack = QStackedWidget()
        # In a low window the open session is scrolled.
        self._open = scrolled(self.running, by_tab=False)
        self._open.setFrameShape(QFrame.Shape.NoFrame)
        for page in (self.overview, self._open, self.summary):
            self._stack.addWidget(page)
        in_column(self._stack, of=self)
        self.overview.new_requested.connect(self.begin_session)
        self.overview.resume_requested.connect(self.resume_session)
        self.running.header.summary_requested.connect(self._settle)
        self.summary.new_requested.connect(self.begin_session)
        self.summary.stations_requested.connect(lambda: self._stack.setCurrentWidget(self._open))
        self.summary.panel_requested.connect(self.panel_requested)
        desk.study_opened.connect(self._settle)
        desk.session_opened.connect(self._settle)
        desk.session_ended.connect(self._settle)
        desk.session_changed.connect(self._on_session_changed)
        desk.session_requested.connect(self.begin_session)
        self._settle()

    def begin_session(self) -> None:
        """Ask for a new session; an open or unfinished one comes first."""
        if self._desk.session_is_running:
            return
        if self.wizard is not None:
            self._stack.setCurrentWidget(self.wizard)
            return
        if self._desk.unfinished_session() is not None:
            self._settle()
            return
        try:
            draft = new_draft(self._desk)
        except OperatorError as error:
            self._settle()
            self.overview.tell(translate(error))
            return
        self._drop_wizard()
        wizard = (SessionWizard if draft.is_first else AsLastTime)(self._desk, draft)
        self.wizard = wizard
        wizard.cancelled.connect(self._settle)
        self._stack.addWidget(wizard)
        self._stack.setCurrentWidget(wizard)
        if isinstance(wizard, SessionWizard):
            wizard.start()

    def resume_session(self, session: str) -> None:
        """Resume an unfinished session."""
        try:
            self._desk.resume_session(
                session,
                address=self._desk.listen_address,
                port=DEFAULT_PORT,
                exit_pin=self._desk.exit_pin,
            )
        except OperatorError as error:
            self.overview.tell(translate(error))

    def _settle(self) -> None:
        """Show the page that matches the desk's state; the keyboard comes along."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._drop_wizard()
        page: QWidget
        first: QWidget
        if self._desk.host is None:
            self.overview.refresh()
            page, first = self.overview, self.overview.act
        elif self._desk.session_is_running:
            page, first = self._open, self.running.grid
        else:
            self.summary.show_session()
            page, first = self.summary, self.summary.new
        self._stack.setCurrentWidget(page)
        if had_focus:
            first.setFocus()

    def _on_session_changed(self) -> None:
        if self._desk.host is None and self.wizard is None:
            self._settle()

    def _drop_wizard(self) -> None:
        if self.wizard is not None:
            self._stack.removeWidget(self.wizard)
            self.wizard.deleteLater()
            self.wizard = None
