"""The wizard's page of groups: their number and the conditions to be drawn."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.study.status import Step
from hcmd_lab.telling.library import contrast_name, contrast_progress
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft, max_groups
from ui.control.session.participant_list_card import ParticipantListCard
from ui.control.session.wizard_page import WizardPage, clear
from ui.control.setting_field import number_field
from ui.control.study.power_line import PowerLine
from ui.look import SPACE
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, label

_IN_A_ROW = 6
_MOST_STATIONS = 200
"""Far more than a host is tested with."""


class GroupsPage(WizardPage):
    """Number of groups, with a preview of the draw, and of stations that may be paired.

    Attributes:
        expected: Stations that may be paired before pairing closes by itself.
        power: Says what the groups of EVALUATE can find.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the number field and an empty table."""
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self.title = translate("How many groups play?")
        self.number = number_field(1, max_groups(desk.study.game.seats))
        self.number.setObjectName("groups")
        self.number.setAccessibleName(translate("Number of groups"))
        self.number.setFixedWidth(110)
        self.number.valueChanged.connect(self._preview)
        self._needs = label("", wrap=False)
        row = in_row(self.number, self._needs, Spare(), gap=4)
        self._pairing = Card(translate("Stations that may be paired"))
        self.expected = number_field(1, _MOST_STATIONS)
        self.expected.setObjectName("expected")
        self.expected.setAccessibleName(translate("Stations that may be paired"))
        self.expected.setFixedWidth(110)
        closes = translate(
            "Pairing closes by itself once that many have come in. Any further station, even one "
            "that replaces another, waits at the door until you let it in."
        )
        self._pairing.body.addLayout(in_row(self.expected, (label(closes, "caption"), 1), gap=4))
        self._seats = 0
        self._target = label("", "caption")
        self.power = PowerLine()
        self.contrast = ChoiceField()
        self.contrast.setObjectName("contrast")
        self.contrast.setAccessibleName(translate("Contrast that the groups play"))
        self.contrast.currentIndexChanged.connect(self._show_contrast)
        self._contrasts = Card(translate("Contrast that the groups play"))
        self._contrasts.body.addWidget(
            label(
                translate(
                    "Balanced, groups meet the contrasts that need groups in turn. Participants "
                    "are never told which mechanisms they meet."
                )
            )
        )
        self._contrasts.body.addWidget(self.contrast)
        card = Card(translate("Conditions that will be drawn"))
        card.body.addWidget(label(_conditions_in_words(desk.study.game)))
        self._table = QGridLayout()
        self._table.setSpacing(SPACE[2])
        card.body.addLayout(self._table)
        self.participant_list = ParticipantListCard(self._took_part_before)
        self.participant_list.changed.connect(self.changed)
        fill(
            self.body, row, self._target, self.power, self._contrasts, card, self._pairing,
            self.participant_list, Spare(),
        )  # fmt: skip

    def enter(self, draft: Draft) -> None:
        """Show the number of groups the study still needs."""
        self._draft = draft
        self._offer_contrasts(draft)
        self._show_need(draft)
        self.participant_list.show_choice(draft.script.participant_list, draft.participant_list)
        self.number.setValue(draft.groups)
        self._pairing.setVisible(not self._desk.study.settings.simulated)
        self._preview()
        if draft.expected is not None:
            self.expected.setValue(draft.expected)
        self.number.setFocus()
        self.number.selectAll()

    def leave(self, draft: Draft) -> None:
        """Apply the number and the participant list."""
        draft.groups = self.number.value()
        draft.contrast = self._chosen_contrast
        draft.expected = None if self.expected.value() == self._seats else self.expected.value()
        draft.participant_list = self.participant_list.participant_list
        listed = self.participant_list.listed.isChecked()
        draft.script = replace(draft.script, participant_list=listed)

    @property
    def problem(self) -> str:
        """The participant list is empty."""
        if self.participant_list.is_complete:
            return ""
        return translate("The participant list is empty. Read a list, or draw codes.")

    def _took_part_before(self, label: str) -> bool:
        return bool(self._desk.study.store.fingerprints.earlier(label))

    @property
    def _chosen_contrast(self) -> int | None:
        return self.contrast.currentData() if self.contrast.count() else None

    def _offer_contrasts(self, draft: Draft) -> None:
        """Offer the study's contrasts, where several are planned and the session plays them."""
        study = self._desk.study
        now, planned = study.status(), study.planned_contrasts()
        plays = now.step is Step.EVALUATE and draft.purpose != "acquire"
        self.contrast.blockSignals(True)
        self.contrast.clear()
        if plays and len(planned) > 1:
            self.contrast.addItem(translate("Balanced"), None)
            for each in study.contrasts():
                told = f"{each.number}. {contrast_name(each)}: {contrast_progress(each)}"
                self.contrast.addItem(told, each.number)
            self.contrast.setCurrentIndex(max(0, self.contrast.findData(draft.contrast)))
        self.contrast.blockSignals(False)
        self._contrasts.setVisible(self.contrast.count() > 0)

    def _show_contrast(self) -> None:
        if self._draft is not None:
            self._show_need(self._draft)
            self._preview()

    def _show_need(self, draft: Draft) -> None:
        """The groups that the study or the chosen contrast needs, and what they can find."""
        study = self._desk.study
        status = study.status()
        missing, played, target = status.groups_missing, status.groups, status.groups_target
        told = translate(
            "The study needs {missing} more: {groups} of {target} have played.",
            missing=missing,
            groups=played,
            target=target,
        )
        if self._chosen_contrast is not None:
            chosen = study.contrasts()[self._chosen_contrast - 1]
            missing = chosen.missing
            told = translate(
                "This contrast needs {missing} more: {groups} of {target} have played.",
                missing=missing,
                groups=chosen.played,
                target=chosen.target,
            )
        self._target.setVisible(bool(missing) and draft.purpose != "pilot")
        self._target.setText(told)
        is_comparison = status.step is Step.EVALUATE and draft.purpose != "pilot"
        self.power.setVisible(is_comparison)
        if is_comparison:
            plan, seats = study.settings.vote_plan, study.game.seats
            contrasts = study.groups_of_contrasts(self._chosen_contrast)
            self.power.show_contrasts(contrasts, seats, plan)

    def _preview(self) -> None:
        if self._draft is None:
            return
        groups = self.number.value()
        stations = groups * self._desk.study.game.seats
        self._follow_seats(stations)
        self.participant_list.set_seats(stations)
        self._needs.setText(translate("= {n} station(s)", n=stations))
        clear(self._table)
        try:
            drawn = self._desk.study.draws(self._draft.purpose, groups, self._chosen_contrast)
        except OperatorError as error:
            self._table.addWidget(label(translate(error), "danger"), 0, 0)
            return
        are_several = self.contrast.count() > 0
        for index, (tail, contrast) in enumerate(drawn):
            cell = self._cell(index + 1, tail, contrast if are_several else None)
            self._table.addWidget(cell, index // _IN_A_ROW, index % _IN_A_ROW)

    def _follow_seats(self, seats: int) -> None:
        """Expect a station for each seat, as long as nothing else was given."""
        if self.expected.value() == self._seats or not self._seats:
            self.expected.setValue(seats)
        self._seats = seats

    def _cell(self, number: int, tail_endowment: int, contrast: int | None) -> QWidget:
        cell = Card()
        cell.setProperty("role", "sunken")
        cell.body.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        cell.body.setSpacing(0)
        name = translate("Group {number}", number=number)
        cell.body.addWidget(label(name, "caption", wrap=False))
        coins = translate(coin_count(tail_endowment))
        is_of_tails = not is_equal(self._desk.study.game)
        cell.body.addWidget(label(coins, "tail" if is_of_tails else "body", wrap=False))
        if contrast is not None:
            told = translate("Contrast {number}", number=contrast)
            cell.body.addWidget(label(told, "caption", wrap=False))
        return cell


def _conditions_in_words(game: Game) -> str:
    """What the coins of the groups are, before those of each are listed."""
    if is_equal(game):
        return translate("Everyone in a group has the same coins per round:")
    return translate(
        "Balanced across all sessions of this study. The head always has {head} per round; "
        "each tail has:",
        head=coin_count(game.head_endowment),
    )
