"""The consent page: a text, and two answers of which neither is preselected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.station_messages import UNSENT, GiveConsent
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.footer import Footer
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures
from ui.look import SPACE
from ui.look.widgets import Card, button, label


class ConsentPage(KioskPage):
    """Asks for consent; a refusal must be confirmed."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(Footer(translate("I take part"), "agree"), parent)
        self.heading = translate("Do you want to take part?")
        self._version = ""
        self._reader = Reader(pictures)
        self._reader.setAccessibleName(self.heading)
        self._decline = button(translate("I do not take part"))
        self._decline.setObjectName("decline")
        self._back = button(translate("Back to the text"))
        self._back.setObjectName("back_to_consent")
        self._sure = button(translate("I do not take part"))
        self._sure.setObjectName("decline_for_good")
        self._stack = QStackedWidget()
        self.inputs = (self._reader, self._decline, self._back, self._sure)
        self.footer.add_beside(self._decline)
        # Both answers weigh the same, and Enter gives the one that has been moved to, or neither.
        self.footer.button.setProperty("kind", "plain")
        self.footer.button.clicked.connect(lambda: self._answer(agreed=True))
        self._decline.clicked.connect(lambda: self._ask_again(asks=True))
        self._back.clicked.connect(lambda: self._ask_again(asks=False))
        self._sure.clicked.connect(lambda: self._answer(agreed=False))
        title = label(self.heading, "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = title
        self._stack.addWidget(self._text_card())
        self._stack.addWidget(self._question())
        self.body.addWidget(title)
        self.body.addLayout(centred(self._stack, 760), 1)
        self.body.addWidget(self.footer)
        self._ask_again(asks=False)

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show the text from its beginning."""
        script = view.script or ScriptView()
        self._version = script.version
        if fresh:
            self._reader.show_text(script.text)
            self._ask_again(asks=False)

    def _answer(self, *, agreed: bool) -> None:
        self.commanded.emit(GiveConsent(UNSENT, agreed, self._version))

    def _ask_again(self, *, asks: bool) -> None:
        self.stepped.emit()
        self._stack.setCurrentIndex(1 if asks else 0)
        self._title.setVisible(not asks)
        self.footer.button.setVisible(not asks)
        self._decline.setVisible(not asks)
        self.first = self._back if asks else self._reader
        if self.isVisible():
            self.take_focus()

    def _text_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._reader)
        return card

    def _question(self) -> QWidget:
        question = label(translate("You do not want to take part?"), "title")
        follows = label(translate("Then your participation ends here. This cannot be undone."))
        answers = QHBoxLayout()
        answers.setSpacing(SPACE[3])
        answers.addStretch()
        answers.addWidget(self._back)
        answers.addWidget(self._sure)
        answers.addStretch()
        for line in (question, follows):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card()
        for line in (question, follows):
            card.body.addWidget(line)
        card.body.addSpacing(SPACE[2])
        card.body.addLayout(answers)
        place = QWidget()
        rows = QVBoxLayout(place)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(2)
        rows.addWidget(card)
        rows.addStretch(3)
        return place
