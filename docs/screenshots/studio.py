"""A control window to take pictures of."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from docs.screenshots.taking import picture, rest
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow
from ui.look.windows import within

SIZE_PX = (1180, 720)
PREFERENCES = Path("control.ini")

_ASKED_MS = 500
"""By then a question stands as it will be read."""

_Panel = TypeVar("_Panel", bound=QWidget)


class Studio:
    """A control window on the screen, and its desk.

    Attributes:
        window: The window.
        desk: What it controls.
    """

    def __init__(self, study: Path | None = None) -> None:
        """Open a study, or none."""
        self.window = ControlWindow(Preferences(PREFERENCES.absolute()))
        self.desk = Desk(self.window)
        if study is not None:
            self.desk.open_study(study)
        self.window.take(self.desk)
        self.window.resize(*SIZE_PX)
        self.window.show()

    def panel(self, name: str, kind: type[_Panel]) -> _Panel:
        """Show a panel."""
        self.window.show_panel(name)
        rest()
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        panel = self.window.findChild(kind)
        if panel is None:
            raise ValueError(f"there is no panel {name}")
        return panel

    def picture(self) -> QImage:
        """The window as it is now."""
        rest(250)  # whatever is redrawn a few times a second has been
        return picture(self.window)

    def picture_with(self, dialog: QDialog) -> QImage:
        """The window with a dialog over it, which is closed afterwards.

        The picture is the screen: a dialog is no higher than it would be on one.
        """
        dialog.open()
        dialog.resize(within(dialog.size(), self.window.rect()))
        rest()
        taken = picture(self.window, dialog)
        dialog.close()
        dialog.deleteLater()
        return taken

    def picture_asking(self, ask: Callable[[], object]) -> QImage:
        """The window with the question that an act asks, which is answered with no."""
        taken = []

        def take() -> None:
            question = QApplication.activeModalWidget()
            if isinstance(question, QDialog):
                taken.append(picture(self.window, question))
                question.reject()

        QTimer.singleShot(_ASKED_MS, take)
        ask()
        return taken[0]

    def close(self) -> None:
        """Put the window and the study away."""
        self.desk.close_study()
        self.window.hide()
        self.window.deleteLater()
        rest()
