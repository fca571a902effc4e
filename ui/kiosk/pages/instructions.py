"""The instructions, page by page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, TurnPage
from hcmd_lab.telling import numbers, times
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.filling import Filling
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures
from ui.look.widgets import Card, button, label


class InstructionsPage(KioskPage):
    """One page of the instructions, with buttons to the next one and back.

    The page after the last one ends the part.
    """

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Next"), "next_page"), parent)
        self._script = ScriptView()
        self._reader = Reader(pictures)
        self._reader.setAccessibleName(translate("Instructions"))
        self._back = button(translate("Back"))
        self._back.setObjectName("previous_page")
        self._place = label("", "caption", wrap=False)
        self._follows = label(translate("Next come questions or the game."), "caption", wrap=False)
        self.footer.add_before(self._back)
        self.footer.add_extra(self._follows)
        self.footer.button.clicked.connect(lambda: self._turn(1))
        self._filling = Filling(self.footer.button)
        self._filling.filled.connect(lambda: self.footer.set_ready(True))
        self._back.clicked.connect(lambda: self._turn(-1))
        self.inputs = (self._reader, self._back)
        self.first = self._reader
        card = Card()
        self._place.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        card.body.addWidget(self._reader, 1)
        card.body.addWidget(self._place)
        self.body.addLayout(centred(card, 820), 1)
        self.body.addWidget(self.footer)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show a page from its beginning."""
        if not fresh:
            return
        self._script = script = view.script or ScriptView()
        last = script.page + 1 == script.pages
        self._reader.show_text(script.text)
        self._place.setText(
            translate(
                "Page {page} of {pages}",
                page=numbers.whole(script.page + 1),
                pages=numbers.whole(script.pages),
            )
        )
        self.heading = f"{translate('Instructions')}. {self._place.text()}"
        self.footer.set_text(translate("I have read everything") if last else translate("Next"))
        self.footer.set_ready(not script.wait_ms)
        self.footer.button.setAccessibleDescription(
            translate("The page can be turned in {time}.", time=times.clock(script.wait_ms))
            if script.wait_ms
            else ""
        )
        self._filling.start(script.wait_ms)
        self._follows.setVisible(last)
        self._back.setVisible(script.page > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows, Page Up and Page Down at the text's ends, and Enter turn pages."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onwards, backwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if mirrored:
            onwards, backwards = backwards, onwards
        last = self._script.page + 1 == self._script.pages
        if not self.is_open or event.isAutoRepeat():
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.footer.button.click()
        elif event.key() in (onwards, Qt.Key.Key_PageDown):
            if not last:  # the part is left deliberately, not by turning pages
                self.footer.button.click()
        elif event.key() in (backwards, Qt.Key.Key_PageUp):
            if self._script.page:
                self._back.click()
        else:
            super().keyPressEvent(event)

    def _turn(self, pages: int) -> None:
        self.commanded.emit(TurnPage(UNSENT, self._script.page + pages))
