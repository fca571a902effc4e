"""The introduction of a stage."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.game.view import SeatView
from hcmd_lab.telling import numbers
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate
from ui.kiosk.pages.reading_page import ReadingPage
from ui.kiosk.widgets.centred import centred
from ui.kiosk.widgets.coin_row import CoinRow
from ui.kiosk.widgets.page_words import player_kind, player_name
from ui.kiosk.widgets.rule_picture import RulePicture
from ui.kiosk.widgets.scale import limit_height
from ui.look import SPACE
from ui.look.widgets import AT_LAST_DIGIT, Card, label, set_role

_EXAMPLE_COINS = 10


class StageIntroPage(ReadingPage):
    """Three facts: everyone's coins, how the fund is multiplied, that a rule divides it.

    Whether a stage's rule is that of another stage is not for participants to know.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("I am ready"), parent)
        self._title = label("", "display")
        self._sentence = label("")
        for line in (self._title, self._sentence):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._players = QGridLayout()
        self._players.setHorizontalSpacing(SPACE[2])
        self._players.setVerticalSpacing(SPACE[1])
        self._players.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, CoinRow, QLabel]] = []
        self._own = label("")
        self._growth = label("")
        self._before = CoinRow(16, across=_EXAMPLE_COINS)
        self._after = CoinRow(16, 2, across=_EXAMPLE_COINS)
        self._before.keep_to_the_size_of(self._after)
        self._picture = RulePicture()
        self._rule = label("")
        cards = QWidget()
        limit_height(cards, 290)
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[4])
        for card in (self._coins_card(), self._fund_card(), self._rule_card()):
            row.addWidget(card, 1)
        self.body.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addSpacing(SPACE[2])
        self.body.addLayout(centred(cards, 1100), 100)
        self.body.addStretch(1)
        self.body.addWidget(self.footer)

    def _fill(self, view: SeatView) -> None:
        self._title.setText(self._headline(view))
        self._sentence.setText(self._where(view))
        self.heading = f"{self._title.text()}. {self._sentence.text()}"
        self._list_players(view)
        self._own.setText(
            translate(
                "In every round you decide (whether your coin goes into the fund or you keep it|"
                "how many of your {n} coins go into the fund. You keep the rest).",
                n=view.endowments[0],
            )
        )
        self._picture.set_players(view.players)
        grown = _EXAMPLE_COINS * view.multiplier_percent
        self._growth.setText(
            translate(
                "The fund is multiplied by {factor}: {before} become {after}.",
                factor=numbers.coins(view.multiplier_percent),
                before=coins_in_words(100 * _EXAMPLE_COINS),
                after=numbers.coins(grown),
            )
        )
        self._before.set_amount(100 * _EXAMPLE_COINS, "plain")
        self._after.set_amount(grown, "plain")
        self._rule.setText(self._about_the_rule(view))

    def _about_the_rule(self, view: SeatView) -> str:
        if view.stage == 0:
            return translate(
                "A rule divides the fund among all players. In the stages it may be divided in "
                "another way, or in the same way."
            )
        return translate(
            "A rule divides the fund among all players. It stays the same for the whole stage."
        )

    def _headline(self, view: SeatView) -> str:
        if view.stage == 0:
            return translate("Practice begins")
        if view.stage == 3 and view.winner is not None:
            return translate(
                "Stage 3: the rule of stage {winner} again", winner=numbers.whole(view.winner)
            )
        return translate("Stage {stage} begins", stage=numbers.whole(view.stage))

    def _where(self, view: SeatView) -> str:
        if view.stage == 0:
            words = translate(
                "You practise for {n} round(s) in your group. (It is|They are) not paid.",
                n=view.rounds,
            )
        elif view.stage == 1:
            words = translate("You play {n} round(s) in your group.", n=view.rounds)
        elif view.stage == 2:
            words = translate(
                "You play {n} round(s) in the same group. The fund may be divided in another way "
                "than before, or in the same way.",
                n=view.rounds,
            )
        else:
            words = translate("You play {n} more round(s) in the same group.", n=view.rounds)
        return words

    def _list_players(self, view: SeatView) -> None:
        while len(self._lines) < len(view.endowments):
            self._add_player()
        for place, line in enumerate(self._lines):
            for part in line:
                part.setVisible(place < len(view.endowments))
        room = 100 * max(view.endowments)
        for place, endowment in enumerate(view.endowments):
            name, coins, count = self._lines[place]
            kind = player_kind(view.endowments, place)
            set_role(name, kind if place == 0 else "body")
            coins.set_amount(100 * endowment, kind, room_hundredths=room)
            count.setText(numbers.whole(endowment))

    def _add_player(self) -> None:
        place = len(self._lines)
        name, coins = label(player_name(place), "body", wrap=False), CoinRow(12)
        # Of one height, or equal numbers of coins would form different rows.
        coins.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        count = label("", "heading", wrap=False)
        count.setAlignment(AT_LAST_DIGIT)
        for column, part in enumerate((name, coins, count)):
            self._players.addWidget(part, place, column)
        self._lines.append((name, coins, count))

    def _coins_card(self) -> QFrame:
        card = _card(translate("Your coins"))
        picture = QWidget()
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._players)
        return _filled(card, picture, self._own)

    def _fund_card(self) -> QFrame:
        card = _card(translate("The fund is multiplied"))
        picture = QWidget()
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE[1])
        arrow = label("↓", "heading")
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addStretch()
        inside.addWidget(self._before)
        inside.addWidget(arrow)
        inside.addWidget(self._after)
        inside.addStretch()
        return _filled(card, picture, self._growth)

    def _rule_card(self) -> QFrame:
        return _filled(_card(translate("A rule divides it")), self._picture, self._rule)


def _card(title: str) -> Card:
    card = Card(title)
    card.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
    return card


def _filled(card: Card, picture: QWidget, words: QLabel) -> Card:
    """A card with a picture above its text; the texts of all cards start at the same height."""
    words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    card.body.addWidget(picture, 3)
    card.body.addWidget(words, 2)
    return card
