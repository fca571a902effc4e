"""Going back and taking a step again, in the window: what is told, asked for and done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from stubbed_training import run_stubbed

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.backup_places import Occasion, backups
from hcmd_lab.storage.store import Store
from hcmd_lab.study.going_back import find_goal, plan_way_back
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.telling.going_back import way_back_in_words
from hcmd_lab.telling.language import speak
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.study.go_back_dialog import GoBackDialog
from ui.control.study.take_again import TakeAgain
from ui.control.study.take_again_dialog import TakeAgainDialog
from ui.control.study_panel import StudyPanel

OWN: dict[str, object] = {
    "participants": "simulated", "groups": [4, 4], "updates": [2, 2], "min_iterations": 2,
    "rounds": 2, "tail_endowments": [4],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A study whose OPTIMIZE may be taken again."""
    with make_study(tmp_path / "study", make_settings("quick", OWN)) as store:
        study = Study(store, run_stubbed)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", 4)
        for step in (Step.MODEL, Step.OPTIMIZE):
            list(study.perform(step))
    return tmp_path / "study"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(folder)
    yield made
    made.close_study()


@pytest.fixture
def later(desk: Desk) -> Desk:
    """The same with a group of the second iteration, which has met the trained mechanism."""
    study = Study(desk.study.store, run_stubbed)
    list(study.perform(Step.CONVERGENCE))
    play_simulated(study, "acquire", 1)
    desk.study_changed.emit()
    return desk


@pytest.fixture
def dialog(later: Desk, qtbot: QtBot) -> GoBackDialog:
    made = GoBackDialog(later)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: GoBackDialog, words: str) -> None:
    names = [dialog.goal.itemText(index) for index in range(dialog.goal.count())]
    dialog.goal.setCurrentIndex(names.index(words))


def test_each_step_says_what_the_command_says(dialog: GoBackDialog, later: Desk) -> None:
    names = [dialog.goal.itemText(index) for index in range(dialog.goal.count())]
    assert names == [f"{step} of iteration 1" for step in ("CONVERGENCE", "OPTIMIZE", "MODEL")]
    for words in names:
        choose(dialog, words)
        step = Step(words.split()[0].lower())
        way = plan_way_back(later.study, find_goal(later.study, step, 1))
        for keep in (True, False):
            dialog.keep_data.setChecked(keep)
            told = way_back_in_words(way, keep_data=keep)
            for each in (told.heading, *told.aside, *told.remains):
                assert each in dialog.words.text()
        assert dialog.keep_data.isVisible() is (way.data > 0)


def test_nothing_is_done_without_a_reason_or_by_escape(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot
) -> None:
    assert not dialog.act.isEnabled()
    qtbot.keyClicks(dialog.reason, "   ")
    assert not dialog.act.isEnabled()
    before = later.study.status()
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)  # the default keeps everything
    assert not dialog.isVisible()
    assert later.study.status() == before
    assert later.study.log() == []


def test_it_goes_back_and_the_reason_is_kept(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot
) -> None:
    choose(dialog, "OPTIMIZE of iteration 1")
    dialog.reason.setText(" a bad\u202e\ncurve\x07 ")  # as it may have been pasted
    with qtbot.waitSignal(later.standing_changed):
        dialog.act.click()
    assert not dialog.isVisible()
    assert later.study.status().step is Step.OPTIMIZE
    (entry,) = later.study.log()
    assert (entry.kind, entry.details["reason"]) == (LogKind.WENT_BACK, "a bad curve")


def test_a_backup_is_made_before_anything_is_set_aside(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot
) -> None:
    folder = later.study.store.folder
    runs = len(later.study.store.learned.runs())
    assert "A backup of the study is made first." in dialog.words.text()
    assert [each for each in backups(folder) if each.occasion is Occasion.GOING_BACK] == []
    choose(dialog, "OPTIMIZE of iteration 1")
    qtbot.keyClicks(dialog.reason, "a bad curve")
    with qtbot.waitSignal(later.standing_changed):
        dialog.act.click()
    (made,) = [each for each in backups(folder) if each.occasion is Occasion.GOING_BACK]
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM run").fetchone() == (runs,)
        assert LogKind.WENT_BACK not in "".join(copy.iterdump())


def test_without_a_backup_nothing_is_set_aside(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OperatorError("The disk is full.")

    monkeypatch.setattr(Store, "back_up", full)
    choose(dialog, "OPTIMIZE of iteration 1")
    qtbot.keyClicks(dialog.reason, "a bad curve")
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog._fault.text() == "The disk is full.")
    assert later.study.log() == []
    assert dialog.act.isEnabled()


def test_closed_while_the_backup_is_made_it_sets_nothing_aside(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot
) -> None:
    choose(dialog, "OPTIMIZE of iteration 1")
    qtbot.keyClicks(dialog.reason, "a bad curve")
    dialog.act.click()
    dialog.reject()
    qtbot.wait(50)
    assert later.study.log() == []


def test_what_has_changed_meanwhile_is_told_and_nothing_done(
    dialog: GoBackDialog, later: Desk, qtbot: QtBot
) -> None:
    choose(dialog, "OPTIMIZE of iteration 1")
    play_simulated(later.study, "acquire", 1)
    qtbot.keyClicks(dialog.reason, "a bad curve")
    dialog.act.click()
    qtbot.waitUntil(lambda: "has changed meanwhile" in dialog._fault.text())
    assert dialog.isVisible()
    assert later.study.log() == []


@pytest.fixture
def asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Step, Anew | None]]:
    """What is asked of the desk instead of training."""
    started: list[tuple[Step, Anew | None]] = []
    monkeypatch.setattr(
        desk.training, "start", lambda step, anew=None: started.append((step, anew))
    )
    return started


def answer(accept: bool, new_seed: bool, updates: int) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakeAgainDialog)
    assert dialog.updates is not None
    dialog.new_seed.setChecked(new_seed)
    dialog.updates.setValue(updates)
    dialog.act.click() if accept else dialog.reject()


@pytest.mark.parametrize(
    ("accept", "new_seed", "updates", "then"),
    [
        (True, True, 2, [(Step.OPTIMIZE, Anew(True, None))]),
        (True, False, 7, [(Step.OPTIMIZE, Anew(False, 7))]),
        (True, False, 2, [(Step.OPTIMIZE, Anew(False, None))]),
        (False, True, 2, []),
    ],
)
def test_a_step_is_taken_again_as_it_was_asked_for(
    desk: Desk, asked: list[tuple[Step, Anew | None]], qtbot: QtBot,
    accept: bool, new_seed: bool, updates: int, then: list[tuple[Step, Anew | None]],
) -> None:  # fmt: skip
    offer = TakeAgain(desk)
    qtbot.addWidget(offer)
    offer.show()
    offer.read()
    assert offer.act.text() == "Take OPTIMIZE &again…"
    QTimer.singleShot(0, lambda: answer(accept, new_seed, updates))
    offer.act.click()
    assert asked == then


def test_what_something_rests_on_is_not_offered_again(later: Desk, qtbot: QtBot) -> None:
    offer = TakeAgain(later)
    qtbot.addWidget(offer)
    offer.read()
    assert offer.isHidden()


@pytest.fixture(params=["en", "de"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    speak(qapp, request.param)
    yield
    speak(qapp, "en")


@pytest.mark.usefixtures("spoken")
def test_no_key_of_the_study_panel_belongs_to_two(desk: Desk, qtbot: QtBot) -> None:
    """A key that two have presses neither of them: it only moves the focus."""
    panel = StudyPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    buttons = [each for each in panel.findChildren(QAbstractButton) if each.isVisible()]
    told = [each.text() for each in buttons]
    assert any(
        text.replace("&", "").startswith(("Take OPTIMIZE", "OPTIMIZE noch")) for text in told
    )
    told += map(translate, ("&File", "&Session", "&Training", "&View", "&Help"))
    keys = [QKeySequence.mnemonic(text).toString() for text in told]
    used = sorted(key for key in keys if key)
    assert used == sorted(set(used)), told
