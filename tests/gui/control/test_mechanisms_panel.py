"""The panel of mechanisms: the library, adding to it, and the contrasts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from step_results import MODELLED, OPTIMIZED
from told_studies import BEFORE_EVALUATE, CONVERGED, Bookshelf, Told

from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.export.mechanism_tables import write_mechanism
from hcmd_lab.figures.heatmaps import PolicyHeatMaps
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE, ClosedForm
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.store import Store
from hcmd_lab.study.library import MechanismKind, library
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.vote_plan import Looks
from ui.control.confirm import Question
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.mechanisms.ask_number import NumberQuestion
from ui.control.mechanisms.family_dialog import FamilyDialog
from ui.control.mechanisms.library_card import Known, LibraryAct
from ui.control.mechanisms.take_dialog import TakeDialog
from ui.control.mechanisms_panel import MechanismsPanel
from ui.control.session.ask_text import TextQuestion
from ui.control.study import registration_dialog
from ui.control.study.registration_dialog import RegistrationDialog
from ui.control.training.explain_dialog import ExplainDialog

TRAINED = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED, Step.CONVERGENCE: CONVERGED}


def opened(qtbot: QtBot, folder: Path) -> MechanismsPanel:
    desk = Desk()
    desk.open_study(folder)
    panel = MechanismsPanel(desk)
    qtbot.addWidget(panel, before_close_func=lambda _: desk.close_study())
    panel.resize(1366, 900)
    panel.show()
    return panel


@pytest.fixture
def panel(qtbot: QtBot, shelf: Bookshelf) -> MechanismsPanel:
    """Training has ended; nobody has compared anything."""
    return opened(qtbot, shelf.study(Told("trained", TRAINED, simulated=True)))


def study_of(panel: MechanismsPanel) -> Study:
    return panel._desk.study


def listed(panel: MechanismsPanel) -> list[str]:
    records = panel.library.table.records
    found = [records.record(row) for row in range(records.rowCount())]
    return [known.entry.name for known in found if isinstance(known, Known)]


def answer(kind: type, act: Callable[..., None]) -> None:
    """Act in the window that is going to open."""

    def now() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, kind)
        act(question)

    QTimer.singleShot(0, now)


def settle(panel: MechanismsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.work.is_running, timeout=30_000)


def head_alone(dialog: FamilyDialog) -> float | None:
    """The head's share where it alone gives, on the map that is drawn."""
    figure = dialog.maps.figure
    if not isinstance(figure, PolicyHeatMaps):
        return None
    return float(figure.rows[0].grids[2][-1, 0])


def test_every_mechanism_is_shown_with_its_map_and_origin(panel: MechanismsPanel) -> None:
    names = [entry.name for entry in library(study_of(panel))]
    assert listed(panel) == names
    assert names[:2] == ["theta_0", "theta_1"]
    maps = set()
    for entry in library(study_of(panel)):
        panel.library.choose(entry.name)
        figure = panel.mechanism.maps.figure
        assert figure is not None
        maps.add(figure.words)
        assert panel.mechanism.origin.text()
        # The trained ones and the closed forms belong to the study.
        assert not panel.library.acts[LibraryAct.RENAME].isEnabled()
        assert "belongs to the study itself" in panel.library.why.text()
    assert len(maps) == len(names), "each has a map of its own"


def test_a_member_of_the_family_is_made_with_the_sliders(
    panel: MechanismsPanel, qtbot: QtBot
) -> None:
    panel.library.acts[LibraryAct.FAMILY].click()
    dialog = panel.findChild(FamilyDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: head_alone(dialog) == 0.25, timeout=30_000)  # strict egalitarian
    dialog.own.setValue(0.4)
    dialog.relative.setValue(0.8)
    assert dialog.name.placeholderText() == "own 0.4 relative 0.8"
    qtbot.waitUntil(lambda: head_alone(dialog) not in (None, 0.25), timeout=30_000)
    for wrong, said in (("θ", "cannot be the name"), ("theta_1", "is taken")):
        dialog.name.setText(wrong)
        assert said in dialog.name.told.text()
        assert not dialog.act.isEnabled(), "the weights that were chosen are not lost"
    dialog.name.setText("third way")
    dialog.act.click()
    settle(panel, qtbot)
    assert panel.library.chosen is not None
    assert panel.library.chosen.name == "third way"
    table = study_of(panel).mechanisms.table("third way")
    assert table == freeze(ClosedForm("third way", 0.4, 0.8), PAPER_GAME)
    assert "Third way: own_weight 0.400" in panel.work.bar.words.text()


def test_the_readable_rule_of_the_chosen_mechanism_is_added_once(
    panel: MechanismsPanel, qtbot: QtBot
) -> None:
    for said in ("Rule of θ₁", "is taken"):
        panel.library.choose("theta_1")
        panel.library.acts[LibraryAct.RULE].click()
        settle(panel, qtbot)
        assert said.lower() in panel.work.bar.words.text().lower()
    kinds = {entry.name: entry.kind for entry in library(study_of(panel))}
    assert kinds["rule_of_theta_1"] is MechanismKind.RULE


def test_tables_go_out_and_come_in(panel: MechanismsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.library.choose("theta_1")
    chosen = panel.library.chosen
    assert chosen is not None
    panel.save(chosen, tmp_path / "theta.csv")
    settle(panel, qtbot)
    assert "28,105 contribution profiles are in theta.csv" in panel.work.bar.words.text()
    panel.import_table(tmp_path / "theta.csv")
    settle(panel, qtbot)
    assert "has this mechanism already" in panel.work.bar.words.text()
    write_mechanism(tmp_path / "by hand.csv", freeze(ClosedForm("", 0.2, 0.1), PAPER_GAME))
    panel.import_table(tmp_path / "by hand.csv")
    settle(panel, qtbot)
    assert "by hand" in listed(panel)
    (tmp_path / "wrong.csv").write_text("a,b\n1,2\n")
    panel.import_table(tmp_path / "wrong.csv")
    settle(panel, qtbot)
    assert "wrong.csv" in panel.work.bar.words.text()
    assert "wrong" not in listed(panel)


@pytest.mark.parametrize("as_bundle", [False, True])
def test_another_studys_mechanism_is_taken(
    panel: MechanismsPanel, qtbot: QtBot, shelf: Bookshelf, tmp_path: Path, as_bundle: bool
) -> None:
    source = shelf.study(Told("other", TRAINED, simulated=True))
    with Store.open(source) as store:
        store.learned.add_mechanism(
            freeze(ClosedForm("of theirs", 0.1, 0.9), PAPER_GAME), {"kind": "family"}
        )
        if as_bundle:
            source = tmp_path / "sent.hcmd"
            make_bundle(Study(store), source)
    panel.library.acts[LibraryAct.TAKE].click()
    dialog = panel.findChild(TakeDialog)
    assert dialog is not None
    assert not dialog.act.isEnabled()
    dialog.read(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: dialog._reading is None, timeout=30_000)
    assert "nowhere" in dialog.said.text()
    assert not dialog.act.isEnabled()
    dialog.read(source)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=30_000)
    dialog.mechanism.setCurrentIndex(dialog.mechanism.findData("of theirs"))
    dialog.name.setText("theirs")
    dialog.act.click()
    settle(panel, qtbot)
    (entry,) = [each for each in library(study_of(panel)) if each.name == "theirs"]
    assert entry.kind is MechanismKind.STUDY
    assert "of the study" in panel.mechanism.origin.text()


def test_what_nobody_uses_is_named_and_removed(panel: MechanismsPanel, qtbot: QtBot) -> None:
    panel.library.choose("theta_1")
    panel.library.acts[LibraryAct.RULE].click()
    settle(panel, qtbot)

    def name_it(question: TextQuestion) -> None:
        assert question.field.text() == "rule_of_theta_1"
        question.field.setText("plain words")
        question.act.click()

    answer(TextQuestion, name_it)
    panel.library.acts[LibraryAct.RENAME].click()
    assert "plain words" in listed(panel)
    assert "rule_of_theta_1" not in listed(panel)
    assert panel.library.chosen is not None
    assert panel.library.chosen.name == "plain words"
    panel.contrasts.mechanism.setCurrentIndex(panel.contrasts.mechanism.findData("plain words"))
    panel.contrasts.plan.click()
    assert not panel.library.acts[LibraryAct.REMOVE].isEnabled()
    assert "A contrast is planned with plain words" in panel.library.why.text()
    panel.contrasts.table.choose(0)
    answer(Question, lambda question: question.act.click())
    panel.contrasts.drop.click()
    assert panel.library.acts[LibraryAct.REMOVE].isEnabled()
    answer(Question, lambda question: question.cancel.click())
    panel.library.acts[LibraryAct.REMOVE].click()
    assert "plain words" in listed(panel)
    answer(Question, lambda question: question.act.click())
    panel.library.acts[LibraryAct.REMOVE].click()
    assert "plain words" not in listed(panel)


def test_contrasts_are_planned_and_dropped(panel: MechanismsPanel, qtbot: QtBot) -> None:
    card, study = panel.contrasts, study_of(panel)
    assert "EVALUATE compares the newest mechanism with liberal egalitarian" in card._said.text()
    assert not card.drop.isEnabled()
    assert card.more.isHidden(), "votes are counted once"
    pairs = [(NEWEST, "liberal_egalitarian"), (NEWEST_RULE, "liberal_egalitarian"),
             (NEWEST, NEWEST_RULE)]  # fmt: skip
    for mechanism, other in pairs:
        card.mechanism.setCurrentIndex(card.mechanism.findData(mechanism))
        card.other.setCurrentIndex(card.other.findData(other))
        card.groups.setValue(6)
        card.plan.click()
        # The rule is read in the background before its first contrast; that one is planned.
        card.mechanism.setCurrentIndex(card.mechanism.findData("libertarian"))
        settle(panel, qtbot)
    assert [(each.mechanism, each.other) for each in study.planned_contrasts()] == pairs
    assert card.table.records.rowCount() == 3
    told = [card.table.records.data(card.table.records.index(row, 1)) for row in range(3)]
    assert told == [
        "θ₁ against liberal egalitarian", "The rule of θ₁ against liberal egalitarian",
        "θ₁ against the rule of θ₁",
    ]  # fmt: skip
    card.mechanism.setCurrentIndex(card.mechanism.findData(NEWEST))
    card.plan.click()
    assert "planned already" in panel.work.bar.words.text()
    card.table.choose(2)
    answer(Question, lambda question: question.act.click())
    card.drop.click()
    assert len(study.planned_contrasts()) == 2


def test_a_registered_plan_is_told_at_once_and_before_it_is_left(
    panel: MechanismsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = panel.contrasts
    registered = "The plan is registered: what changes here is listed as a departure from it."
    for other in ("libertarian", "strict_egalitarian"):
        card.other.setCurrentIndex(card.other.findData(other))
        card.plan.click()
    planned = study_of(panel).contrasts()
    assert card.chosen == planned[-1], "so that the contrast just planned is the one to be dropped"
    assert registered not in said_in(card)
    dialog = RegistrationDialog(panel._desk)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(registration_dialog, "confirm", lambda *_, **__: True)
    dialog.freeze.click()
    assert registered in said_in(card)
    asked: list[str] = []
    answer(Question, lambda each: (asked.append(said_in(each)), each.reject()))
    card.drop.click()
    assert registered in asked[0]


def said_in(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_nothing_moves_when_the_panel_says_something(panel: MechanismsPanel) -> None:
    def places() -> list[QPoint]:
        return [each.mapTo(panel, QPoint()) for each in (panel.library, panel.contrasts)]

    before = places()
    panel.work.tell_problem("A mechanism of this name is in the library.")
    QApplication.sendPostedEvents()
    assert panel.work.bar.isVisible()
    assert places() == before


def test_the_wheel_scrolls_and_changes_no_choice(panel: MechanismsPanel, qtbot: QtBot) -> None:
    card = panel.contrasts

    def chosen() -> tuple[int, int, int]:
        return card.mechanism.currentIndex(), card.other.currentIndex(), card.groups.value()

    before = chosen()
    for field in (card.mechanism, card.other, card.groups):
        turned = QWheelEvent(
            QPointF(5, 5), field.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, turned)
    assert chosen() == before


def test_an_undecided_contrast_gets_more_groups(qtbot: QtBot, shelf: Bookshelf) -> None:
    changes: dict[str, object] = {"looks": Looks.SEQUENTIAL}
    folder = shelf.study(Told("looking", BEFORE_EVALUATE, True, evaluated=True, changes=changes))
    panel = opened(qtbot, folder)
    card = panel.contrasts
    assert "groups have played" in card.told.text()

    def more(question: NumberQuestion) -> None:
        question.field.setValue(5)
        question.act.click()

    answer(NumberQuestion, more)
    card.more.click()
    assert study_of(panel).contrasts()[0].target == 9
    assert "9 groups are planned now" in panel.work.bar.words.text()


@pytest.mark.parametrize("kind", [GateDialog, ExplainDialog])
def test_the_dialogs_open_with_the_chosen_mechanism(
    panel: MechanismsPanel, kind: type[GateDialog] | type[ExplainDialog], qtbot: QtBot
) -> None:
    panel.library.choose("libertarian")
    act = panel.mechanism.gate if kind is GateDialog else panel.mechanism.explain
    act.click()
    dialog = panel.findChild(kind)
    assert dialog is not None
    assert dialog.mechanism.currentData() == "libertarian"
    dialog.close()
