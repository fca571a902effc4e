"""The instructions once more, in a side sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.game.view import SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.side_sheet import SideSheet
from ui.kiosk.widgets.text_images import Pictures
from ui.look.widgets import button, label

_PREVIOUS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
_NEXT = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)


class InstructionsSheet(SideSheet):
    """The pages that the participant has read, from the first; arrows turn them too."""

    def __init__(self, behind: QWidget, clock: Clock, pictures: Pictures) -> None:
        super().__init__(behind, clock, translate("Instructions"), "close_instructions")
        self._pages: tuple[str, ...] = ()
        self._page = 0
        self._reader = Reader(pictures)
        self._reader.setAccessibleName(translate("Instructions"))
        self._back = button(translate("Back"), clicked=lambda: self._turn(-1))
        self._back.setObjectName("sheet_back")
        self._next = button(translate("Next"), clicked=lambda: self._turn(1))
        self._next.setObjectName("sheet_next")
        self._place = label("", "caption", wrap=False)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addStretch()
        turning.addWidget(self._place)
        turning.addStretch()
        turning.addWidget(self._next)
        self.card.body.addWidget(self._reader, 1)
        self.card.body.addLayout(turning)
        self.first = self._reader

    def open_sheet(self, view: SeatView) -> None:
        """Show the first page."""
        self._pages = view.instructions
        self._show_page(0)
        self.cover()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows, Page Up and Page Down turn pages; Esc closes."""
        onwards, backwards = _NEXT, _PREVIOUS
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            onwards, backwards = ((_NEXT[0], _PREVIOUS[1]), (_PREVIOUS[0], _NEXT[1]))
        if event.key() in onwards:
            self._turn(1)
        elif event.key() in backwards:
            self._turn(-1)
        super().keyPressEvent(event)

    def _turn(self, pages: int) -> None:
        self._show_page(min(max(self._page + pages, 0), len(self._pages) - 1))

    def _show_page(self, page: int) -> None:
        self._page = page
        self._reader.show_text(self._pages[page])
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < len(self._pages))
        for turn in (self._back, self._next):
            turn.setVisible(len(self._pages) > 1)
        self._place.setText(
            translate(
                "Page {page} of {pages}",
                page=numbers.whole(page + 1),
                pages=numbers.whole(len(self._pages)),
            )
        )
