"""The study's sessions, each of which can be looked at."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.records import SessionRow
from hcmd_lab.study.taking_back import is_used_by_model, take_back
from hcmd_lab.telling.translate import translate
from ui.control.data.study_tables import session_columns
from ui.control.data.table_model import RecordTable
from ui.control.desk import Desk
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.session.ask_text import ask_text
from ui.control.session.session_review import review_session
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label, set_role


class SessionList(QWidget):
    """A table of sessions; a chosen one is opened by a double click, Enter or the button.

    Attributes:
        table: The sessions.
        look: Opens the chosen one.
        take_back: Takes the chosen one back, if it was imported.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the list without sessions."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._desk = desk
        self.table = RecordTable(translate("Sessions"), session_columns())
        self.table.opened.connect(self._review)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.look = icon_button(
            Icon.PREVIEW, translate("&Look at the session…"), clicked=self._review_chosen
        )
        self.take_back = button(translate("&Take the import back…"), clicked=self._take_back)
        self._words = label("", "caption")
        foot = in_row((self._words, 1), Spare(), self.take_back, self.look, gap=3)
        in_column((self.table, 1), foot, of=self, gap=2, margins=(0, 3, 0, 0))
        self._enable()

    def show_sessions(self, sessions: Sequence[SessionRow]) -> None:
        """Show sessions, newest first."""
        self.table.show_records(sessions, key=lambda row: row.code)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.chosen()
        allow_unless(self.look, "" if chosen is not None else translate("Choose a session."))
        self.take_back.setVisible(chosen is not None and chosen.imported)
        self._say(translate("Payments, receipts, participants, log, settings and texts."))

    def _review_chosen(self) -> None:
        self._review(self.table.chosen())

    def _review(self, row: SessionRow) -> None:
        if row.imported:
            self._say(
                translate(
                    "Session {code} was played elsewhere: its payments, log and settings are not "
                    "in this study.",
                    code=row.code,
                ),
                wrong=True,
            )
            return
        try:
            review_session(self._desk, row.code, self)
        except OperatorError as error:
            self._say(translate(error), wrong=True)

    def _take_back(self) -> None:
        """Ask why, and take the chosen import back."""
        row = self.table.chosen()
        if row is None or not row.imported:
            return
        if self._desk.session_is_running:
            self._say(
                translate("A session is running; take the import back when it has ended."),
                wrong=True,
            )
            return
        is_used = is_used_by_model(self._desk.study, row)
        reason = ask_text(
            self,
            translate("Take the import {code} back", code=row.code),
            translate(
                "A MODEL has used its groups. They will be declared unusable: they stay to be "
                "seen and count no longer. Why? The reason is kept in the study's log."
            )
            if is_used
            else translate(
                "Its groups will be removed; the file can be imported again. Why? The reason is "
                "kept in the study's log."
            ),
            translate("&Declare unusable") if is_used else translate("&Remove"),
        )
        if reason is None:
            return
        try:
            take_back(self._desk.study, row.code, reason)
        except OperatorError as error:
            self._say(translate(error), wrong=True)
            return
        self._desk.study_changed.emit()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        set_role(self._words, "danger" if wrong else "caption")
        self._words.setText(words)
