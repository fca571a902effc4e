"""The questionnaire page; answers are checked before they are sent."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hcmd_lab.game.materials import Item
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, HandIn
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.early_end import early_end
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.item_card import ItemCard
from ui.kiosk.widgets.scrolled import Scrolled
from ui.look.widgets import label


class QuestionnairePage(KioskPage):
    """Keeps answers until they are handed in, even if the connection is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("Submit"), "hand_in"), parent)
        self.heading = translate("A few final questions")
        self._items: tuple[Item, ...] = ()
        self._cards: list[ItemCard] = []
        title = label(self.heading, "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = Scrolled(800)
        self._column.body.addStretch(1)
        self._early = label("")
        self._early.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._early)
        self.body.addWidget(title)
        self.body.addWidget(self._column, 1)
        self.body.addWidget(self.footer)
        self.footer.button.clicked.connect(self._hand_in)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show the items without answers; later views keep the answers."""
        if not fresh:
            return
        self._early.setText(early_end(view))
        self._early.setVisible(bool(self._early.text()))
        items = () if view.script is None else view.script.items
        if items != self._items:
            self._show_items(items)
        for card in self._cards:
            card.clear()
        self._column.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Focus the first item."""
        if self._cards and self.is_open:
            self._cards[0].take_focus()
        else:
            super().take_focus()

    def _show_items(self, items: tuple[Item, ...]) -> None:
        """Show new items, which happens once per session and language."""
        for card in self._cards:
            self._column.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._items = items
        self._cards = [ItemCard(number, item) for number, item in enumerate(items, start=1)]
        for place, card in enumerate(self._cards):
            card.checked.connect(self._count_problems)
            self._column.body.insertWidget(place, card)
        if self._cards:
            self.setTabOrder(self._cards[-1].last, self.footer.button)
        self.inputs = tuple(self._cards)
        self.update_inputs()
        self.grown.emit()

    def _hand_in(self) -> None:
        """Hand in valid answers; otherwise go to the first invalid one."""
        flawed = [card for card in self._cards if not card.check()]
        if not flawed:
            self.footer.say("")
            answers = {card.item.name: card.answer for card in self._cards}
            self.commanded.emit(HandIn(UNSENT, answers))
            return
        flawed[0].take_focus()
        self._column.reveal(flawed[0])
        self._count_problems()
        self.told.emit(f"{flawed[0].item.text} {flawed[0].problem}")

    def _count_problems(self) -> None:
        """Say how many answers are still to be mended, of those that could not be handed in."""
        left = sum(bool(card.problem) for card in self._cards)
        self.footer.say(
            translate("{n} answer(s) (is|are) missing or not valid.", n=left) if left else ""
        )
