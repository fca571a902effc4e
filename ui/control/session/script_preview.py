"""Preview of the participants' texts, page by page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from hcmd_lab.game.materials import Materials
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_preview import preview_views
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.known_languages import SOURCE_LANGUAGE
from hcmd_lab.telling.language import language_name, spoken_language
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.session.screen_picture import SCREEN, ScreenPicture
from ui.control.session.state_words import part_page_words
from ui.look import SPACE
from ui.look.fields import ChoiceField
from ui.look.layouts import fill, in_column, in_row
from ui.look.widgets import button, label
from ui.look.windows import open_at

_SCALE = 0.65
_SIZE_PX = (1120, 640)


class ScriptPages(QWidget):
    """A list of the pages, with the selected one as participants see it.

    Attributes:
        hint: What is not shown as at a station.
        language: The languages that there are.
        pages: List with one entry per page.
        picture: The chosen page.
    """

    def __init__(
        self,
        materials: Materials,
        rules: SessionRules,
        game: Game,
        picture: Callable[[str], bytes | None],
        parent: QWidget | None = None,
    ) -> None:
        """Start with the first page, in the window's language if the texts have it.

        Args:
            materials: The texts.
            rules: The session's settings.
            game: The parameters of the game.
            picture: Finds a picture of the texts by its SHA-256.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._materials = materials
        self._rules = rules
        self._game = game
        self._views: list[SeatView] = []
        self.hint = label("", "caption")
        self.language = ChoiceField()
        self.language.setAccessibleName(translate("Language"))
        for code in materials.sheets:
            self.language.addItem(f"{language_name(code)} ({code})", code)
        self.language.setCurrentIndex(max(0, self.language.findData(spoken_language())))
        self.pages = QListWidget()
        self.pages.setAccessibleName(translate("Pages"))
        self.pages.setFixedWidth(210)
        self.pages.setSpacing(SPACE[1])
        self.picture = ScreenPicture(picture)
        self.picture.setMaximumSize(SCREEN * _SCALE)
        self.language.currentIndexChanged.connect(self._fill)
        self.pages.currentRowChanged.connect(self._show)
        self._arrange()
        self._fill()

    def _arrange(self) -> None:
        row = in_row(self.pages, gap=4)
        row.addWidget(self.picture, 1, Qt.AlignmentFlag.AlignTop)
        name = label(translate("&Language"), wrap=False)
        name.setBuddy(self.language)
        choice = in_row(name, self.language, (self.hint, 1), gap=3)
        in_column((row, 1), choice, of=self, gap=3)

    def _fill(self) -> None:
        """Show the pages in another language, staying at the same page."""
        row = max(0, self.pages.currentRow())
        code = str(self.language.currentData() or "")
        self.hint.setText(_hint(code))
        self._views = preview_views(self._materials, code, self._rules, self._game)
        self.pages.blockSignals(True)
        self.pages.clear()
        self.pages.addItems([_title(view) for view in self._views])
        self.pages.setCurrentRow(min(row, len(self._views) - 1))
        self.pages.blockSignals(False)
        self._show(self.pages.currentRow())

    def _show(self, row: int) -> None:
        self.picture.show_view(self._views[row] if 0 <= row < len(self._views) else None)


class ScriptPreview(QDialog):
    """The pages in a window of their own.

    Attributes:
        script: The pages.
    """

    def __init__(
        self,
        materials: Materials,
        rules: SessionRules,
        game: Game,
        pictures: Mapping[str, bytes],
        parent: QWidget | None = None,
    ) -> None:
        """Start with the first page; the arguments are those of `ScriptPages`."""
        super().__init__(parent)
        self.setWindowTitle(translate("Preview of the texts"))
        self.script = ScriptPages(materials, rules, game, pictures.get)
        close = button(translate("Close"), "primary", clicked=self.accept)
        fill(dialog_column(self), (self.script, 1), dialog_foot(close))
        open_at(self, *_SIZE_PX)


def _hint(language: str) -> str:
    """What is not here as at a station."""
    scrolled = translate(
        "Longer pages can be scrolled at the station; here you see their beginning."
    )
    if language == (spoken_language() or SOURCE_LANGUAGE):
        return scrolled
    words = translate(
        "Headings and buttons are in this window’s language here, and in the chosen one at the "
        "station."
    )
    return f"{scrolled} {words}"


def _title(view: SeatView) -> str:
    words = part_page_words(view.page)
    if view.page in (Page.INSTRUCTIONS, Page.QUESTIONS) and view.script is not None:
        return f"{words} {view.script.page + 1}"
    return words
