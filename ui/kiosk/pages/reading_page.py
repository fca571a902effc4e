"""A page that is read and left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, Continue
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.footer import Footer


class ReadingPage(KioskPage):
    """Page with a button to confirm reading; then the participant waits for the others.

    Args:
        button: The words on the button.
    """

    goes_on_by_enter = True

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(Footer(button, "proceed"), parent)
        self.footer.button.clicked.connect(self._continue)
        self.first = self.footer.button

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Fill in the content; within a round, only update the button."""
        self._view = view
        self._wait_for_others(waiting=view.continued)
        if fresh:
            self._fill(view)

    def _fill(self, view: SeatView) -> None:
        """Fill in the content."""
        raise NotImplementedError

    def _continue(self) -> None:
        view = self._view
        if view is not None:
            self.commanded.emit(Continue(UNSENT, view.page, view.stage, view.round))

    def _wait_for_others(self, *, waiting: bool) -> None:
        """Replace the button with a note that others have not read the page yet."""
        if waiting and self.holds_focus(self.footer.button):
            # Otherwise the focus would move to the next widget on the screen.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.footer.set_waiting(translate("Waiting for the others") if waiting else "")
