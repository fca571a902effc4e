"""Who may check in: anyone, or a participant list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.cards import save_cards
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.hosting.participant_file import read_table
from hcmd_lab.hosting.participant_list import draw_codes
from hcmd_lab.telling import counts
from hcmd_lab.telling.participant_lists import recognised_words
from hcmd_lab.telling.translate import translate
from ui.control.save_place import ask_where_to_save
from ui.control.session.participant_list_question import ParticipantListQuestion
from ui.control.setting_help import help_for
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, fill, in_row
from ui.look.one_of import OneOf
from ui.look.widgets import Card, button, label, set_role

SPARE = 4
"""Codes that are drawn beside those for the seats: for people who come in place of others."""


class ParticipantListCard(Card):
    """Choice between anyone and a participant list, with tools to make the list.

    Signals:
        changed(): The choice or the list is another one.

    Attributes:
        anyone: Lets anyone in.
        listed: Lets in who is on the list.
        read: Asks for a file.
        draw: Draws codes.
        cards: Saves the labels as cards.
        participant_list: The list.
    """

    changed = Signal()

    def __init__(
        self, took_part_before: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        """Start with anyone.

        Args:
            took_part_before: Whether a label took part in the study before.
            parent: Owner in the sense of Qt.
        """
        super().__init__(translate("Who checks in"), parent)
        self.participant_list: tuple[str, ...] = ()
        self._took_part_before = took_part_before
        self._recognised: list[str] = []
        self._seats = 0
        self.anyone = QRadioButton(translate("An&yone"))
        self.listed = QRadioButton(translate("Only people on a &participant list"))
        choices = OneOf(self)
        self.read = button(translate("&Read a list…"), clicked=self._ask_for_list)
        self.draw = button(translate("Dra&w codes"), clicked=self._draw)
        self.cards = button(translate("Save car&ds…"), clicked=self._ask_for_cards)
        self._state = label("", "caption")
        self.anyone.setChecked(True)
        for choice in (self.anyone, self.listed):
            choices.add(choice)
        explained = help_for(ScriptSettings, "participant_list", self.listed)
        fill(self.body, self.anyone, in_row(self.listed, explained, Spare(), gap=2))
        row = in_row(
            self.read, self.draw, self.cards, (self._state, 1), gap=2, margins=(5, 0, 0, 0)
        )
        self.body.addLayout(row)
        self._before = label("", "danger")
        self.body.addWidget(self._before)
        self.listed.toggled.connect(self._show)
        self._show()

    @property
    def is_complete(self) -> bool:
        """Whether the choice is valid: a list must have entries."""
        return self.anyone.isChecked() or bool(self.participant_list)

    def show_choice(self, listed: bool, participant_list: tuple[str, ...]) -> None:
        """Show the choice."""
        (self.listed if listed else self.anyone).setChecked(True)
        self._take(participant_list)

    def set_seats(self, seats: int) -> None:
        """Show how many people can play."""
        self._seats = seats
        self._show()

    def read_list(self, path: Path) -> None:
        """Read the list from a file, and show it before it holds."""
        try:
            table = read_table(path)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
            return
        question = ParticipantListQuestion(table, self._took_part_before, self)
        question.list_accepted.connect(self._take)
        question.finished.connect(question.deleteLater)
        question.open()

    def save_cards(self, path: Path) -> None:
        """Save the labels as cards."""
        try:
            save_cards(path, self.participant_list)
        except OperatorError as error:
            self._tell(translate(error), wrong=True)
        else:
            self._tell(translate("Saved: {file}", file=path.name))

    def _ask_for_list(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("Participant list"), str(Path.home()),
            translate("Tables and texts") + " (*.csv *.txt)",
        )  # fmt: skip
        if chosen:
            self.read_list(Path(chosen))

    def _ask_for_cards(self) -> None:
        title = translate("Where to save the cards")
        if place := ask_where_to_save(self, title, Path.home() / "cards.pdf"):
            self.save_cards(place)

    def _draw(self) -> None:
        self._take(draw_codes(self._seats + SPARE))

    def _take(self, participant_list: tuple[str, ...]) -> None:
        self.participant_list = participant_list
        self._recognised = [each for each in participant_list if self._took_part_before(each)]
        self._show()

    def _show(self) -> None:
        listed = self.listed.isChecked()
        self._before.setText(recognised_words(self._recognised))
        self._before.setVisible(listed and bool(self._recognised))
        anyone = "" if listed else translate("Anyone may check in.")
        none = ""
        if not self.participant_list:
            none = translate("Read a list, or draw codes to hand out.")
        for each in (self.read, self.draw):
            allow_unless(each, anyone)
        allow_unless(self.cards, anyone or none)
        if not listed:
            self._tell("")
        elif none:
            self._tell(none)
        else:
            labels = counts.labels(len(self.participant_list))
            self._tell(translate("{labels} for {n} seat(s)", labels=labels, n=self._seats))
        self.changed.emit()

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        set_role(self._state, "danger" if wrong else "caption")
        self._state.setText(words)
