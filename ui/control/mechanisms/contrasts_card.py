"""Which mechanisms new groups compare in EVALUATE: the contrasts, and planning another one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE
from hcmd_lab.study.arena import MAX_GROUPS, MIN_GROUPS, drop_contrast, plan_contrast
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import registration
from hcmd_lab.study.study import Study
from hcmd_lab.telling.evaluation_results import contrast_outcome
from hcmd_lab.telling.library import contrast_name
from hcmd_lab.telling.mechanism_names import in_sentence, pretty_name
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.data.table_model import RecordTable, TableColumn
from ui.control.desk import Desk
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.mechanisms.ask_number import ask_number
from ui.control.setting_field import number_field
from ui.control.study.power_line import PowerLine
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, fill, in_row
from ui.look.widgets import Card, button, label

_HEIGHT_PX = 160
_LETTERS = 12


class Wanted(NamedTuple):
    """A contrast to be planned: its mechanisms and its groups."""

    mechanism: str
    other: str
    groups: int


class ContrastsCard(Card):
    """The contrasts of a study with their groups and results, and a form for another one.

    Signals:
        changed(str): The plan is another one; the sentence says how.
        failed(str): Why it could not be changed.
        rule_wanted(str): The contrast to be planned plays the rule of this mechanism, which is not
            in the library yet.

    Attributes:
        table: The contrasts.
        mechanism: Whose votes are counted.
        other: What it is compared with.
        groups: Groups that the contrast is to have.
        plan: Plans it.
        power: Says what so many groups can find.
        told: The chosen contrast in full.
    """

    changed = Signal(str)
    failed = Signal(str)
    rule_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the card; `refresh` reads the desk's study."""
        super().__init__(translate("Contrasts: what EVALUATE compares"), parent)
        self._desk = desk
        self._shown: Study | None = None
        self._waiting: Wanted | None = None
        self._said = label("")
        self.table = RecordTable(translate("Contrasts"), self._columns())
        self.table.setFixedHeight(_HEIGHT_PX)
        self.table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.mechanism = _choice(translate("Mechanism whose votes are counted"))
        self.other = _choice(translate("Mechanism that it is compared with"))
        self.groups = number_field(MIN_GROUPS, MAX_GROUPS)
        self.groups.setAccessibleName(translate("Groups of the contrast"))
        self.groups.editingFinished.connect(self._tell_power)
        self.plan = button(translate("&Plan the contrast"), clicked=self.plan_it)
        self.drop = icon_button(Icon.DELETE, translate("&Drop it…"), "quiet", clicked=self._drop)
        self.more = icon_button(
            Icon.ADD, translate("More &groups…"), "quiet", clicked=self._ask_for_more
        )
        self.power = PowerLine()
        form = in_row(
            (self.mechanism, 1), label(translate("against"), wrap=False), (self.other, 1),
            self.groups, label(translate("groups"), wrap=False), self.plan, gap=2,
        )  # fmt: skip
        self.told = label("")
        acts = in_row(self.drop, self.more, Spare(), gap=1)
        fill(self.body, self._said, form, self.power, self.table, self.told, acts)

    @property
    def chosen(self) -> Contrast | None:
        """The chosen contrast."""
        found = self.table.chosen()
        return found if isinstance(found, Contrast) else None

    def refresh(self) -> None:
        """Read the contrasts of the study again, and its mechanisms to choose from."""
        study = self._desk.study
        self.table.show_records(study.contrasts(), key=lambda each: each.number)
        if self.chosen is None:
            self.table.choose(0)
        self._said.setText(_said(study))
        names = [NEWEST, NEWEST_RULE, *study.mechanisms.names()]
        _offer_names(self.mechanism, names, NEWEST)
        _offer_names(self.other, names, study.settings.baseline)
        if self._shown is not study:
            self._shown = study
            self.groups.setValue(study.settings.evaluation_groups)
            self._tell_power()
        self.more.setVisible(bool(study.extensible_contrasts))
        self._offer()

    def plan_it(self) -> None:
        """Plan a contrast of the two mechanisms chosen."""
        study = self._desk.study
        sides = self.mechanism.currentData(), self.other.currentData()
        self._waiting = Wanted(*sides, self.groups.value())
        if NEWEST_RULE in sides and study.lacks_newest_rule:
            self.rule_wanted.emit(study.mechanisms.resolved(NEWEST))
        else:
            self.plan_waiting()

    def plan_waiting(self) -> None:
        """Plan what was asked for, whatever is chosen by now."""
        study, wanted = self._desk.study, self._waiting
        self._waiting = None
        if wanted is None:
            return
        if self._do(lambda: plan_contrast(study, wanted.mechanism, wanted.other, wanted.groups)):
            planned = study.contrasts()[-1]
            self.changed.emit(
                translate(
                    "Contrast {number} is planned: {contrast}.",
                    number=whole(planned.number),
                    contrast=contrast_name(planned),
                )
            )
            self.table.choose(len(study.contrasts()) - 1)

    def _columns(self) -> list[TableColumn[Contrast]]:
        return [
            TableColumn(
                translate("Number"), lambda each: whole(each.number), lambda each: each.number,
                is_number=True,
            ),
            TableColumn(translate("Contrast"), contrast_name),
            TableColumn(
                translate("Groups"),
                lambda each: translate(
                    "{played} of {target}", played=whole(each.played), target=whole(each.target)
                ),
                lambda each: each.played,
                is_number=True,
            ),
            TableColumn(
                translate("Standing"),
                self._outcome,
            ),
        ]  # fmt: skip

    def _outcome(self, contrast: Contrast) -> str:
        return contrast_outcome(contrast, simulated=self._desk.study.settings.simulated)

    def _offer(self) -> None:
        """Only a contrast that nobody has played can be dropped."""
        chosen, study = self.chosen, self._desk.opened
        if study is None:
            return
        self.told.setText("" if chosen is None else self._outcome(chosen))
        none = "" if chosen is not None else translate("Choose a contrast.")
        why_not = ""
        if not study.planned_contrasts():
            why_not = translate("No contrast is planned; that of the study's settings holds.")
        elif chosen is not None and (chosen.played or chosen.result is not None):
            why_not = translate("Groups have met its mechanisms; it stays in the plan.")
        allow_unless(self.drop, none or why_not)
        decided = ""
        if chosen is not None:
            extensible = {each.number for each in study.extensible_contrasts}
            if chosen.number not in extensible:
                decided = translate("The votes have decided this contrast.")
        allow_unless(self.more, none or decided)

    def _tell_power(self) -> None:
        study = self._desk.study
        self.power.show_design(self.groups.value(), study.game.seats, study.settings.vote_plan)

    def _drop(self) -> None:
        contrast = self.chosen
        if contrast is None:
            return
        study = self._desk.study
        sentence = translate("No group has played it. It can be planned again.")
        if registration(study) is not None:
            sentence += " " + _registered()
        named = contrast_name(contrast)
        title = translate("Drop the contrast {contrast}?", contrast=named)
        if not confirm(self, title, sentence, translate("&Drop it"), danger=False):
            return
        if self._do(lambda: drop_contrast(study, contrast.number)):
            self.changed.emit(translate("The contrast {contrast} was dropped.", contrast=named))

    def _ask_for_more(self) -> None:
        contrast, study = self.chosen, self._desk.study
        if contrast is None:
            return
        named, now = contrast_name(contrast), contrast.target
        more = ask_number(
            self,
            translate("More groups"),
            translate(
                "How many more groups are to play {contrast}? Planned are {target}; what is added "
                "is logged.",
                contrast=named,
                target=whole(now),
            ),
            translate("&Add them"),
            most=MAX_GROUPS,
        )
        if more is None:
            return
        number = contrast.number if study.planned_contrasts() else None
        if self._do(lambda: study.add_evaluation_groups(more, number)):
            self.changed.emit(
                translate(
                    "{contrast}: {target} groups are planned now.",
                    contrast=named,
                    target=whole(now + more),
                )
            )

    def _do(self, act: Callable[[], object]) -> bool:
        """Change the plan; a problem that the experimenter can fix is told."""
        try:
            act()
        except OperatorError as error:
            self.failed.emit(translate(error))
            return False
        return True


def _said(study: ReadOnlyStudy) -> str:
    if study.planned_contrasts():
        told = [
            translate(
                "Each group meets the two mechanisms of one contrast. Endowments are balanced "
                "within each contrast, orders within each endowment, and sessions play the "
                "contrasts that need groups in turn."
            )
        ]
    else:
        told = [
            translate(
                "EVALUATE compares the newest mechanism with {baseline}, as the settings say. A "
                "contrast that you plan takes its place, unless groups have played it.",
                baseline=in_sentence(study.settings.baseline),
            )
        ]
    if registration(study) is not None:
        told.append(_registered())
    return " ".join(told)


def _registered() -> str:
    return translate("The plan is registered: what changes here is listed as a departure from it.")


def _choice(name: str) -> QComboBox:
    made = ChoiceField()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LETTERS)
    return made


def _offer_names(choice: QComboBox, names: list[str], usual: str) -> None:
    """Offer names to choose from; what is chosen stays chosen."""
    chosen = choice.currentData() or usual
    choice.clear()
    for name in names:
        choice.addItem(pretty_name(name), name)
    at = choice.findData(chosen)
    choice.setCurrentIndex(at if at >= 0 else choice.findData(usual))
