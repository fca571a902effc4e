"""A page that is read and left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.messages import UNSENT, Continue
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.footer import Footer


class ReadingPage(KioskPage):
    """Its button says that it has been read; after that the others are waited for.

    Args:
        button: The words on the button.
    """

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(Footer(button, "proceed"), parent)
        self.footer.button.clicked.connect(self._continue)
        self.first = self.footer.button

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Fill in what there is to read; within a round only bring the button up to date."""
        self._view = view
        self._wait_for_others(waiting=view.continued)
        if fresh:
            self._fill(view)

    def _fill(self, view: SeatView) -> None:
        """Show what there is to read."""
        raise NotImplementedError

    def _continue(self) -> None:
        view = self._view
        if view is not None:
            self.commanded.emit(Continue(UNSENT, view.page, view.stage, view.round))

    def _wait_for_others(self, *, waiting: bool) -> None:
        """Say in the button's place that the others have not read the page yet."""
        if waiting and self.footer.button.hasFocus():
            # Else the focus would wander to whatever comes next on the screen.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.footer.set_waiting(translate("Waiting for the others") if waiting else "")
