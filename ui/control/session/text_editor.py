"""Editor of the study's texts, with the page as participants see it beside the text."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.files import PUBLIC, atomic_write, read_text
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_preview import preview_views
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.language import language_name
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.text_reader import CONSENT, INSTRUCTIONS, QUESTIONNAIRE, QUESTIONS
from hcmd_lab.typed_text import tidied
from ui.control.session.screen_picture import ScreenPicture
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button, label

_PAGES = {
    CONSENT: Page.CONSENT,
    INSTRUCTIONS: Page.INSTRUCTIONS,
    QUESTIONS: Page.QUESTIONS,
    QUESTIONNAIRE: Page.QUESTIONNAIRE,
}
"""The files of a language, and the pages that they fill."""

_LEAST_HEIGHT_PX = 330


class TextEditor(QWidget):
    """Edits one file at a time; what is saved is shown as participants see it.

    Signals:
        saved(): A file was written.
        closed(): The experimenter is done.

    Attributes:
        language: Choice of the language.
        file: Choice of the file.
        text: The file's text.
        picture: The chosen page of the file.
        problem: What is wrong with the texts, or why they cannot be written.
    """

    saved = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the editor without a folder."""
        super().__init__(parent)
        self._folder = self._path = Path()
        self._views: list[SeatView] = []
        self._page = self._reads = 0
        self.language, self.file = ChoiceField(), ChoiceField()
        self.language.setAccessibleName(translate("Language"))
        self.file.setAccessibleName(translate("File"))
        self.file.addItems(list(_PAGES))
        self.text = QPlainTextEdit()
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(translate("Text of the file"))
        self.text.setMinimumHeight(_LEAST_HEIGHT_PX)
        self.text.setTabChangesFocus(True)
        self._pictures: Mapping[str, bytes] = {}
        self.picture = ScreenPicture(self._picture)
        self.problem = label("", "danger")
        self._where = label("", "caption", wrap=False)
        self.before = button(translate("Previous page"), clicked=lambda: self._turn(-1))
        self.after = button(translate("Next page"), clicked=lambda: self._turn(1))
        self.save_button = button(translate("&Save"), clicked=self.save)
        self._allow_saving(is_changed=False)
        done = button(translate("&Done"), clicked=self._close)
        top = in_row(self.language, self.file, Spare(), self.save_button, done, gap=3)
        turning = in_row(self.before, self.after, self._where, Spare(), gap=2)
        side = in_column(self.picture, turning, self.problem, Spare(), gap=2)
        in_column(top, in_row((self.text, 1), (side, 1), gap=3), of=self, gap=3)
        self.language.activated.connect(self._choose)
        self.file.activated.connect(self._choose)
        self.text.document().modificationChanged.connect(
            lambda is_changed: self._allow_saving(is_changed=is_changed)
        )
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page in the station's proportions."""
        super().resizeEvent(event)
        width = (self.width() - SPACE[3]) // 2
        self.picture.setFixedHeight(self.picture.heightForWidth(width))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Save what is being edited, however the page is left."""
        super().hideEvent(event)
        self.save()

    def open(self, folder: Path, languages: tuple[str, ...]) -> None:
        """Edit the texts of a folder, which has one for each language."""
        self._folder = folder
        self.language.clear()
        for code in languages:
            self.language.addItem(language_name(code), code)
        self._choose()

    def show_texts(
        self,
        materials: Materials,
        rules: SessionRules,
        game: Game,
        pictures: Mapping[str, bytes],
        problem: str,
    ) -> None:
        """Show the texts as they were read; while one is wrong, the page stays as it was."""
        self._pictures = pictures
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            wanted = _PAGES[self.file.currentText()]
            views = preview_views(materials, str(self.language.currentData() or ""), rules, game)
            self._reads += 1
            # A station keeps what somebody reads: what was edited is read by somebody else.
            self._views = [
                replace(view, participant=f"{view.participant} {self._reads}")
                for view in views
                if view.page is wanted
            ]
            self._turn(0)
        if not self.text.document().isModified():
            self._read()

    def save(self) -> bool:
        """Write the file, whole or not at all; whether that worked."""
        if not self.text.document().isModified():
            return True
        try:
            # Control characters come along unseen when a text is pasted.
            atomic_write(self._path, tidied(self.text.toPlainText()).encode(), PUBLIC)
        except OSError as error:
            self.problem.setText(
                translate("{file} cannot be written: {reason}", file=self._path, reason=error)
            )
            self.problem.show()
            return False
        self.text.document().setModified(False)
        self.saved.emit()
        return True

    def _picture(self, sha256: str) -> bytes | None:
        return self._pictures.get(sha256)

    def _choose(self) -> None:
        """Open the chosen file; what was being edited is saved first."""
        if self.save():
            self._path = self._folder / str(self.language.currentData()) / self.file.currentText()
            self._page = 0
            self._read()
            self.saved.emit()

    def _read(self) -> None:
        try:
            text = read_text(self._path, self._path.name)
        except OperatorError as error:
            self.problem.setText(translate(error))
            self.problem.show()
            return
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.text.document().setModified(False)

    def _allow_saving(self, *, is_changed: bool) -> None:
        unchanged = "" if is_changed else translate("Everything is saved.")
        allow_unless(self.save_button, unchanged)

    def _turn(self, by: int) -> None:
        self._page = max(0, min(self._page + by, len(self._views) - 1))
        shown = bool(self._views)
        self.picture.show_view(self._views[self._page] if shown else None)
        first = "" if self._page > 0 else translate("This is the first page.")
        last = "" if self._page + 1 < len(self._views) else translate("This is the last page.")
        off = "" if shown else translate("This part is switched off.")
        allow_unless(self.before, off or first)
        allow_unless(self.after, off or last)
        self._where.setText(
            translate("Page {page} of {pages}", page=self._page + 1, pages=len(self._views))
            if shown
            else off
        )

    def _close(self) -> None:
        if self.save():
            self.closed.emit()
