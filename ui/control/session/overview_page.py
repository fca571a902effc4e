"""The overview while no session is open: resume one, or start a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.records import SessionRow
from hcmd_lab.telling.purposes import purpose_words
from hcmd_lab.telling.standing import standing_in_words
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.session_list import SessionList
from ui.look import SPACE
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import Card, button, label

_WIDTH_PX = 560
_LIST_WIDTH_PX = 900


class OverviewPage(QWidget):
    """Offers to resume an unfinished session, else to start a new one.

    Signals:
        new_requested(): The experimenter wants a new session.
        resume_requested(str): The session with this code is to be resumed.

    Attributes:
        act: The one thing to do.
        sessions: The study's sessions.
    """

    new_requested = Signal()
    resume_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the page for the desk's study."""
        super().__init__(parent)
        self._desk = desk
        self._unfinished: str | None = None
        self._is_stale = False
        self._card = Card()
        self._title = label("", "title")
        self._sentence = label("")
        self._problem = label("", "danger")
        self.act = button("", "primary", clicked=self._on_act)
        fill(self._card.body, self._title, self._sentence, self._problem)
        self._card.body.addSpacing(SPACE[2])
        self._card.body.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeading)
        self.sessions = SessionList(desk)
        self._earlier = Card(translate("Sessions of this study"))
        self._earlier.body.addWidget(self.sessions)
        # Stretches instead of an alignment, so that a card's height follows from its texts.
        offer, earlier = (
            in_row(Spare(1), (card, 20), Spare(1)) for card in (self._card, self._earlier)
        )
        column = in_column(Spare(2), offer, of=self, gap=4, margins=(5, 5, 5, 5))
        column.addLayout(earlier, 8)
        column.addStretch(1)
        desk.standing_changed.connect(self._follow)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what has changed while the page was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._list_sessions()

    def _follow(self) -> None:
        """Tell the standing at once; the list of sessions may be long and waits to be seen."""
        self._tell_standing()
        self._is_stale = True
        if self.isVisible() or self._desk.opened is None:
            self._list_sessions()

    def refresh(self) -> None:
        """Read the study again."""
        self._tell_standing()
        self._list_sessions()

    def _list_sessions(self) -> None:
        self._is_stale = False
        opened = self._desk.opened
        sessions = [] if opened is None else opened.store.tables.sessions()
        self.sessions.show_sessions(sessions[::-1])
        self._earlier.setVisible(bool(sessions))
        for card in (self._card, self._earlier):  # as wide as each other
            card.setMaximumWidth(_LIST_WIDTH_PX if sessions else _WIDTH_PX)

    def _tell_standing(self) -> None:
        self._unfinished = self._desk.unfinished_session()
        self.tell("")
        self.act.setVisible(self._desk.opened is not None)
        if self._desk.opened is None:
            self._title.setText(translate("No study is open"))
            self._sentence.setText(translate("Open a study, or make a new one, to run a session."))
        elif self._unfinished is not None:
            self._offer_resume(self._unfinished)
        else:
            self._offer_new()

    def tell(self, sentence: str) -> None:
        """Show what went wrong."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _offer_resume(self, code: str) -> None:
        row = self._desk.study.store.sessions.get(code)
        self._title.setText(translate("Session {code} is not finished", code=code))
        self._sentence.setText(self._what_it_was(row))
        self.act.setText(translate("&Resume session {code}", code=code))

    def _what_it_was(self, row: SessionRow) -> str:
        groups = self._desk.study.store.tables.groups(row.code)
        ended = sum(group.status not in ("waiting", "playing") for group in groups)
        return translate(
            "{purpose}, opened {when}. {ended} of {n} group(s) ended. Every kiosk returns to "
            "the page where it was, with the time that was left.",
            purpose=purpose_words(row.purpose),
            when=when(row.opened_utc),
            ended=ended,
            n=row.groups,
        )

    def _offer_new(self) -> None:
        self._title.setText(translate("No session is open"))
        try:
            self._sentence.setText(standing_in_words(self._desk.study))
        except OperatorError as error:
            self._sentence.setText(translate(error))
        self.act.setText(translate("&New session"))

    def _on_act(self) -> None:
        if self._unfinished is None:
            self.new_requested.emit()
        else:
            self.resume_requested.emit(self._unfinished)
