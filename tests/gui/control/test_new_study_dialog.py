from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hcmd_lab.game.settings import describe
from hcmd_lab.storage.file_system import Concern, concerns
from hcmd_lab.study.presets import Preset, make_settings
from hcmd_lab.study.settings import StudySettings
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.study_place import suggested_folder


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> NewStudyDialog:
    made = NewStudyDialog()
    qtbot.addWidget(made)
    made.folder.setText(str(tmp_path / "new"))
    made.show()
    return made


def type_into(dialog: NewStudyDialog, name: str, text: str) -> None:
    form = dialog.basic if name in dialog.basic.fields else dialog.all
    field = form.fields[name]
    field.set_value(text)
    field.edited.emit()


def test_every_setting_has_a_field(dialog: NewStudyDialog) -> None:
    fields = {*dialog.basic.fields, *dialog.all.fields}
    assert fields == {setting.name for setting in describe(StudySettings)}


def test_what_speaks_against_the_folder_is_said(dialog: NewStudyDialog, tmp_path: Path) -> None:
    assert not dialog.place.isVisible()
    dialog.folder.setText(str(tmp_path / "OneDrive - University" / "study"))
    assert dialog.place.isVisible()
    assert "synchronised by OneDrive" in dialog.place.text()
    dialog.folder.setText(str(tmp_path / "study"))
    assert not dialog.place.isVisible()


@pytest.mark.parametrize("name", ["a\0b", "a\nb", "\u202eb", "a\x1b[2Jb", "\t b"])
def test_a_folder_that_nobody_could_find_again_is_not_made(
    dialog: NewStudyDialog, tmp_path: Path, name: str
) -> None:
    described: list[object] = []
    dialog.study_described.connect(lambda folder, _: described.append(folder))
    dialog.folder.setText(f"{tmp_path}/{name}")  # as it may have been pasted
    dialog.create_button.click()
    assert "characters that cannot be seen" in dialog.problem
    assert described == []
    dialog.folder.setText(f"{tmp_path}/\u05d7\u05e7\u05e8 1\n")
    dialog.create_button.click()
    assert described == [tmp_path / "\u05d7\u05e7\u05e8 1"]


def test_the_keyboard_begins_at_the_first_choice(dialog: NewStudyDialog) -> None:
    assert dialog.focusWidget() is dialog.presets.checkedButton()


def test_the_folder_is_asked_for_after_the_name_that_it_follows_from(
    dialog: NewStudyDialog,
) -> None:
    passed, part = [], dialog.presets.buttons()[0].nextInFocusChain()
    while part is not dialog.create_button:
        passed.append(part)
        part = part.nextInFocusChain()
    last = max(n for n, part in enumerate(passed) if dialog.basic.isAncestorOf(part))
    assert last < passed.index(dialog.folder)


@pytest.mark.parametrize("number", range(len(Preset)))
def test_a_preset_is_made_as_it_is(
    dialog: NewStudyDialog, qtbot: QtBot, tmp_path: Path, number: int
) -> None:
    dialog.presets.buttons()[number].click()
    dialog.folder.setText(str(tmp_path / "new"))
    with qtbot.waitSignal(dialog.study_described) as described:
        dialog.create_button.click()
    assert described.args == [tmp_path / "new", make_settings(list(Preset)[number], {})]


def test_iterations_bring_their_updates(dialog: NewStudyDialog, qtbot: QtBot) -> None:
    type_into(dialog, "groups", "10, 20, 30")
    with qtbot.waitSignal(dialog.study_described) as described:
        dialog.create_button.click()
    settings = described.args[1]
    assert settings.groups == (10, 20, 30)
    assert settings.updates == (2000, 2000, 2000)


def test_what_is_wrong_is_said_at_its_field(dialog: NewStudyDialog) -> None:
    type_into(dialog, "learning_rate", "fast")
    dialog.create_button.click()
    assert dialog.all.fields["learning_rate"].problem == (
        "This must be a number above 0 and up to 1."
    )
    assert dialog.problem
    assert dialog.isVisible()


def test_what_was_typed_outlives_another_preset(dialog: NewStudyDialog) -> None:
    type_into(dialog, "name", "Mine")
    dialog.presets.buttons()[2].click()
    assert dialog.basic.fields["name"].value() == "Mine"
    assert dialog.basic.fields["groups"].value() == (15, 15)


def test_a_folder_with_something_in_it_is_refused(dialog: NewStudyDialog, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    dialog.folder.setText(str(tmp_path / "full"))
    dialog.create_button.click()
    assert "is not empty" in dialog.problem


def test_bounds_that_contradict_each_other_are_refused(dialog: NewStudyDialog) -> None:
    type_into(dialog, "minimum_share", "0.2")
    type_into(dialog, "reference", "libertarian")
    dialog.create_button.click()
    assert "choose a distance of at least 0.61, or a smaller minimum share" in dialog.problem
    assert dialog.isVisible()


def test_a_warm_start_from_nowhere_is_refused_before_anything_is_made(
    dialog: NewStudyDialog, tmp_path: Path
) -> None:
    type_into(dialog, "warm_start", str(tmp_path / "nowhere"))
    dialog.create_button.click()
    assert "There is no study" in dialog.problem
    assert dialog.isVisible()


def test_what_differs_from_the_preset_is_marked_until_it_is_reset(dialog: NewStudyDialog) -> None:
    assert dialog.basic.marked == dialog.all.marked == []
    type_into(dialog, "games", "77")
    type_into(dialog, "groups", "10, 20, 30")
    assert (dialog.basic.marked, dialog.all.marked) == (["groups"], ["updates", "games"])
    dialog.presets.buttons()[2].click()
    assert "games" in dialog.all.marked, "what was typed outlives another preset"
    dialog.all.rows["games"].reset.click()
    dialog.basic.rows["groups"].reset.click()
    assert dialog.basic.marked == dialog.all.marked == []
    dialog.presets.buttons()[0].click()
    assert dialog.basic.marked == dialog.all.marked == [], "what was reset follows the preset"


def test_a_wrong_setting_that_a_search_has_hidden_is_shown(dialog: NewStudyDialog) -> None:
    type_into(dialog, "learning_rate", "fast")
    assert dialog.all.search is not None
    dialog.all.search.field.setText("seed")
    dialog.create_button.click()
    assert dialog.all.rows["learning_rate"].isVisible()
    assert dialog.all.fields["learning_rate"].complaint.isVisible()


@pytest.mark.parametrize("wanted", ["evaluation_groups", "name of the study", "who plays."])
def test_a_search_tells_of_settings_on_the_first_page(dialog: NewStudyDialog, wanted: str) -> None:
    search = dialog.all.search
    assert search is not None
    search.field.setText(wanted)
    shown = [each.text() for each in search.findChildren(QLabel) if not each.isHidden()]
    assert any(each.startswith("On the page “The study”: ") for each in shown)
    assert not any("No setting matches" in each for each in shown)
    search.field.setText("nothing is called so")
    shown = [each.text() for each in search.findChildren(QLabel) if not each.isHidden()]
    assert shown == ["No setting matches “nothing is called so”. Try another word."]
    search.field.clear()
    assert all(each.isHidden() for each in search.findChildren(QLabel))


def test_enter_in_the_search_creates_no_study(dialog: NewStudyDialog, qtbot: QtBot) -> None:
    assert dialog.all.search is not None
    with qtbot.assertNotEmitted(dialog.study_described):
        QTest.keyClicks(dialog.all.search.field, "seed\r")
    assert dialog.isVisible()
    QTest.keyClick(dialog.all.search.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.all.search.field.text()


def test_the_game_is_said_while_it_is_chosen(dialog: NewStudyDialog) -> None:
    assert dialog.game.words.text().startswith("Groups of 4: the head (seat 1) has 10 coins")
    assert not dialog.game.caution.isVisible()
    type_into(dialog, "tails", "2")
    type_into(dialog, "rounds", "8")
    type_into(dialog, "growth", "3")
    assert dialog.game.words.text().startswith("Groups of 3: the head (seat 1) has 10 coins")
    assert "has 8 rounds" in dialog.game.words.text()
    assert "no social dilemma" in dialog.game.caution.text()
    assert "simulated people" not in dialog.game.caution.text()
    type_into(dialog, "participants", "simulated")
    assert "simulated people" in dialog.game.caution.text()


def test_a_game_that_cannot_be_played_is_refused_before_anything_is_made(
    dialog: NewStudyDialog, qtbot: QtBot
) -> None:
    type_into(dialog, "growth", "1.655")
    assert "give 1.66 in place of 1.655" in dialog.game.words.text()
    with qtbot.assertNotEmitted(dialog.study_described):
        dialog.create_button.click()
    assert "give 1.66 in place of 1.655" in dialog.problem


def test_a_batch_follows_the_conditions_until_it_is_typed(
    dialog: NewStudyDialog, qtbot: QtBot
) -> None:
    type_into(dialog, "tail_endowments", "3, 5, 7")
    assert dialog.all.fields["games"].value() == 999
    with qtbot.waitSignal(dialog.study_described) as described:
        dialog.create_button.click()
    assert described.args[1].tail_endowments == (3, 5, 7)
    assert described.args[1].games == 999


def test_the_preset_of_equals_shows_their_game(dialog: NewStudyDialog) -> None:
    dialog.presets.buttons()[list(Preset).index(Preset.EQUAL)].click()
    assert dialog.game.words.text().startswith("Groups of 4; everyone has 10 coins")


@pytest.mark.parametrize("folder", ["x" * 10_000, f"/{'y' * 300}/study", "~hcmd-none/study"])
def test_any_folder_can_be_typed(dialog: NewStudyDialog, folder: str, qtbot: QtBot) -> None:
    """Whatever a system says of a name that no disk can have, it is no fault of the program."""
    made: list[Path] = []
    dialog.study_described.connect(lambda folder, _settings: made.append(folder))
    dialog.folder.setText(folder)
    is_long = not folder.startswith("~")
    assert ("too long" in dialog.place.text()) == is_long
    dialog.create_button.click()
    assert (not made) == is_long


def test_the_folder_of_a_long_name_is_one_that_can_be_made(tmp_path: Path) -> None:
    for name in ("long " * 2000, "שלום " * 100, "/" * 10_000):
        folder = suggested_folder(name)
        assert Concern.LONG_PATH not in [each.concern for each in concerns(folder)]


def test_a_name_that_is_too_long_is_told_at_its_field_alone(qtbot: QtBot) -> None:
    dialog = NewStudyDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.basic.fields["name"]
    line = field.editor
    assert isinstance(line, QLineEdit)
    before = dialog.folder.text()
    line.setText("x" * 10_000)
    line.textEdited.emit(line.text())
    assert field.complaint.text().startswith("This must be")
    assert dialog.folder.text() == before
