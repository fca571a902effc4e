"""The form of settings, made from their declarations."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab.errors import UsageError
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.settings import Choice, OnlyIf, describe, setting
from hcmd_lab.restriction import Reference
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.settings import value_in_words
from ui.control.session.payment_page import PaymentSettingsPage
from ui.control.setting_field import SettingField
from ui.control.setting_groups import PAYMENT, SCRIPT, SESSION, STUDY
from ui.control.settings_form import SettingsForm
from ui.look.motion import CALM, Tint
from ui.look.style import apply_look

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "translations"
HEADINGS = {
    SessionSettings: SESSION,
    ScriptSettings: SCRIPT,
    PaymentSettings: PAYMENT,
    StudySettings: STUDY,
}
ALL = list(HEADINGS)
ELSEWHERE = {"name", "participant_list", "languages"}
"""Beside the forms with headings: above them, with the groups, with the texts."""


class Colour(Choice):
    RED = "red", "Rose red", "Like a rose."
    BLUE = "blue", "Sky blue", "Like the sky."


@dataclass(frozen=True)
class Example:
    colour: Colour = setting(Colour.RED, "Which colour.", title="Colour")
    loud: bool = setting(False, "Whether to shout.", title="Loud")
    volume: int = setting(
        0, "How loud.", title="Volume", unit="dB", minimum=0, maximum=90, zero="silence",
        only_if=OnlyIf("loud"),
    )  # fmt: skip
    rate: float = setting(0.5, "How fast.", title="Rate", minimum=0.0, maximum=1.0)
    sizes: tuple[int, ...] = setting((1, 2), "How large.", title="Sizes", minimum=1, maximum=9)


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(describe(Example))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def line(form: SettingsForm, name: str) -> QLineEdit:
    editor = form.fields[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


@pytest.mark.parametrize("settings_class", ALL)
def test_a_form_says_what_the_settings_are(settings_class: type[object], qtbot: QtBot) -> None:
    form = SettingsForm(describe(settings_class))
    qtbot.addWidget(form)
    assert parse(settings_class, form.values()) == settings_class()
    for field in form.fields.values():
        assert field.editor.accessibleName() == field.setting.title == field.title.text()
        assert field.editor.accessibleDescription() == field.meaning.text()
        assert field.setting.sentence in field.meaning.text()
        assert field.title.buddy() is field.editor
        assert not field.problem


def test_what_is_shown_is_what_is_read(form: SettingsForm) -> None:
    values = {"colour": Colour.BLUE, "loud": True, "volume": 7, "rate": 0.25, "sizes": (3, 4, 5)}
    form.show_values(values)
    assert form.values() == values


def test_the_sentence_of_a_choice_follows_the_selection(form: SettingsForm) -> None:
    field = form.fields["colour"]
    assert isinstance(field.editor, QComboBox)
    assert field.meaning.text() == "Which colour.\nLike a rose."
    field.editor.setCurrentIndex(1)
    assert field.meaning.text() == "Which colour.\nLike the sky."
    assert field.editor.accessibleDescription() == field.meaning.text()


def test_what_does_not_count_is_greyed_and_keeps_its_default(form: SettingsForm) -> None:
    volume, loud = form.fields["volume"], form.fields["loud"]
    assert isinstance(volume.editor, QSpinBox)
    assert isinstance(loud.editor, QCheckBox)
    assert not volume.editor.isEnabled()
    assert "Only with “Loud”." in volume.meaning.text()
    loud.editor.click()
    assert volume.editor.isEnabled()
    assert "0: silence." in volume.meaning.text()
    volume.editor.setValue(40)
    assert form.values()["volume"] == 40
    loud.editor.click()
    assert form.values()["volume"] == 0
    assert volume.editor.value() == 40, "what was typed comes back with the switch"


def test_a_dependence_on_a_choice(qtbot: QtBot) -> None:
    form = SettingsForm(describe(SessionSettings))
    qtbot.addWidget(form)
    assert not form.fields["dropout_s"].counts
    for policy in Dropout:
        form.show_values({"dropout": policy})
        assert form.fields["dropout_s"].counts is (policy is not Dropout.HOLD)


def test_an_impossible_combination_never_becomes_settings(qtbot: QtBot) -> None:
    form = SettingsForm(describe(StudySettings))
    qtbot.addWidget(form)
    form.show_values({"reference": Reference.LIBERTARIAN, "reference_distance": 0.5})
    form.show_values({"reference": Reference.NONE})
    assert parse(StudySettings, form.values()) == StudySettings()


def test_limits_unit_and_zero_are_in_the_field(form: SettingsForm) -> None:
    volume = form.fields["volume"].editor
    assert isinstance(volume, QSpinBox)
    assert (volume.minimum(), volume.maximum(), volume.suffix()) == (0, 90, " dB")
    assert volume.text() == "silence"
    meaning = form.fields["volume"].meaning.text()
    assert meaning.endswith("(0\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}dB)")


@pytest.mark.parametrize("text", ["fast", "", "1.5", "nan"])
def test_a_wrong_number_is_told_under_its_field(
    form: SettingsForm, text: str, qtbot: QtBot
) -> None:
    line(form, "rate").setText(text)
    wrong = form.first_wrong()
    assert wrong is form.fields["rate"]
    assert wrong.problem == "This must be a number between 0 and 1."
    assert wrong.complaint.isVisible()
    qtbot.waitUntil(lambda: wrong.complaint.y() >= wrong.editor.geometry().bottom())
    with pytest.raises(UsageError):
        form.values()
    line(form, "rate").setText("0.75")
    assert form.first_wrong() is None
    assert not wrong.complaint.isVisible()


def test_a_comma_is_a_decimal_point_and_separates_entries_of_lists(form: SettingsForm) -> None:
    line(form, "rate").setText("0,25")
    line(form, "sizes").setText("1, 2; 3")
    values = form.values()
    assert (values["rate"], values["sizes"]) == (0.25, (1, 2, 3))


def test_only_the_reader_edits(form: SettingsForm, qtbot: QtBot) -> None:
    heard: list[str] = []
    form.edited.connect(heard.append)
    form.show_values({"colour": Colour.BLUE, "loud": True, "volume": 3, "rate": 0.1})
    assert heard == []
    editor = form.fields["loud"].editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Space)
    QTest.keyClicks(form.fields["rate"].editor, "5")
    assert heard == ["loud", "rate"]


def test_the_wheel_scrolls_the_page_and_changes_nothing(form: SettingsForm) -> None:
    form.show_values({"loud": True, "volume": 5})
    editor = form.fields["volume"].editor
    form.fields["rate"].editor.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, turn)
    assert form.values()["volume"] == 5


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("settings_class", ALL)
def test_nothing_is_cut(language: str, settings_class: type[object], qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_look(application, "light")
    translator = QTranslator()
    if language != "en":
        assert translator.load(str(TRANSLATIONS / f"hcmd_{language}.qm"))
        application.installTranslator(translator)
    try:
        form = SettingsForm(describe(settings_class), HEADINGS[settings_class])
        form.compare_with_defaults()
    finally:
        application.removeTranslator(translator)
    qtbot.addWidget(form)
    form.resize(740, form.heightForWidth(740))
    form.show()
    for field in form.fields.values():
        widest = max(map(field.title.fontMetrics().horizontalAdvance, field.title.text().split()))
        assert widest <= field.title.width()
        assert field.meaning.height() >= field.meaning.heightForWidth(field.meaning.width())
        if isinstance(field.editor, QComboBox):
            assert field.editor.minimumSizeHint().width() <= field.editor.width()


@pytest.mark.parametrize("settings_class", ALL)
def test_every_setting_stands_under_one_heading(settings_class: type[object]) -> None:
    named = [name for _, names in HEADINGS[settings_class] for name in names]
    declared = {each.name for each in describe(settings_class)}
    assert sorted(named) == sorted(declared - ELSEWHERE)


def shown(form: SettingsForm) -> set[str]:
    return {name for name, row in form.rows.items() if row.isVisible()}


def headings(form: SettingsForm) -> set[str]:
    texts = {str(title) for _class, groups in HEADINGS.items() for title, _ in groups}
    return {each.text() for each in form.findChildren(QLabel) if each.isVisible()} & texts


@pytest.fixture
def study_form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(describe(StudySettings), STUDY)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("learning rate", {"learning_rate"}),  # its title
        ("LEARNING_RATE", {"learning_rate"}),  # its name in a file
        ("least_iterations", {"min_iterations"}),  # one that it had
        ("never receives a smaller", {"monotone"}),  # its explanation
        ("proportional fraction", {"baseline", "reference"}),  # what its choices are
        ("zebra", set()),
    ],
)
def test_a_search_shows_what_matches_alone(
    study_form: SettingsForm, wanted: str, found: set[str]
) -> None:
    assert study_form.search is not None
    everything, every_heading = shown(study_form), headings(study_form)
    study_form.search.field.setText(wanted)
    assert shown(study_form) == found
    assert headings(study_form) == {
        str(title) for title, names in STUDY if not found.isdisjoint(names)
    }
    nothing = [
        each for each in study_form.findChildren(QLabel) if "No setting matches" in each.text()
    ]
    assert [each.isVisible() for each in nothing] == [not found]
    study_form.search.field.clear()
    assert (shown(study_form), headings(study_form)) == (everything, every_heading)


def test_the_search_is_worked_from_the_keyboard(study_form: SettingsForm, qtbot: QtBot) -> None:
    search = study_form.search
    assert search is not None
    study_form.activateWindow()
    study_form.fields["seed"].editor.setFocus()
    QTest.keySequence(study_form, QKeySequence(QKeySequence.StandardKey.Find))
    assert search.field.hasFocus()
    QTest.keyClicks(search.field, "monotone")
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert study_form.fields["monotone"].editor.hasFocus()
    study_form.lead_to("seed")
    assert study_form.fields["seed"].editor.hasFocus()
    assert study_form.rows["seed"].isVisible()


def test_what_differs_is_marked_and_can_be_reset(form: SettingsForm) -> None:
    usual = {"colour": Colour.RED, "loud": True, "volume": 7, "rate": 0.5}
    form.show_values(usual | {"sizes": (9,)})
    form.compare_with(usual, "the preset")
    assert form.marked == [], "sizes are not compared"
    volume, rate = form.fields["volume"].editor, line(form, "rate")
    assert isinstance(volume, QSpinBox)
    volume.setValue(8)
    rate.clear()
    QTest.keyClicks(rate, "fast")
    assert form.marked == ["volume", "rate"]
    heard: list[str] = []
    form.edited.connect(heard.append)
    for name in ("volume", "rate"):
        reset = form.rows[name].reset
        assert reset.isVisible()
        assert reset.focusPolicy() & Qt.FocusPolicy.TabFocus
        QTest.keyClick(reset, Qt.Key.Key_Space)
        assert not reset.isVisible()
    assert form.rows["volume"].reset.accessibleName() == "Volume: Reset to 7 dB"
    assert (form.marked, heard) == ([], ["volume", "rate"])
    assert form.values() == usual | {"sizes": (9,)}
    form.fields["loud"].editor.click()
    assert form.marked == ["loud"], "without effect, the volume is what it would be"


def test_a_switch_is_one_line_and_said_once(form: SettingsForm) -> None:
    field = form.fields["loud"]
    switch = field.editor
    assert isinstance(switch, QCheckBox)
    assert switch.text() == ""
    said = [each.text() for each in form.rows["loud"].findChildren(QLabel) if each.isVisible()]
    assert said.count("Loud") == 1
    assert "Yes" not in said
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        form.setLayoutDirection(direction)
        form.resize(form.width() + 10, form.height())
        is_right = switch.mapTo(form, QPoint()).x() > field.title.mapTo(form, QPoint()).x()
        assert is_right is (direction is Qt.LayoutDirection.LeftToRight)
    QTest.mouseClick(field.title, Qt.MouseButton.LeftButton)
    assert switch.isChecked(), "a click on the title is one on the switch"
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_switch_shows_its_state_by_more_than_colour(form: SettingsForm) -> None:
    switch = form.fields["loud"].editor
    knobs = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        switch.setLayoutDirection(direction)
        for is_on in (False, True):
            form.show_values({"loud": is_on})
            picture = switch.grab().toImage()
            middle = picture.height() // 2
            left, right = (
                picture.pixelColor(x, middle) for x in (middle, picture.width() - middle)
            )
            knobs.append((left, right))
    off, on, off_mirrored, on_mirrored = knobs
    assert off[0] != off[1]
    assert on[0] != on[1]
    assert (off_mirrored, on_mirrored) == (off[::-1], on[::-1])


def test_what_a_press_has_changed_is_tinted(
    form: SettingsForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CALM, "0")
    form.compare_with_defaults()
    form.show_values({"colour": Colour.BLUE, "rate": 0.1})
    assert tinted(form) == [], "opening a page is no change"
    form.rows["rate"].reset.click()
    assert tinted(form) == ["rate"]
    form.show_values({"colour": Colour.RED, "rate": 0.5}, tinted=True)
    assert tinted(form) == ["colour", "rate"]


def tinted(form: SettingsForm) -> list[str]:
    return [name for name, row in form.rows.items() if row.findChildren(Tint)]


def test_an_example_that_is_paid_otherwise_now_is_tinted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CALM, "0")
    page = PaymentSettingsPage(PAPER_GAME)
    qtbot.addWidget(page)
    page.show()
    page._calculate()
    assert not page.findChildren(Tint)
    QTest.keyClicks(page.form.fields["show_up_fee"].editor, "0")
    assert page.findChildren(Tint)


def test_one_of_something_is_said_as_one(qtbot: QtBot) -> None:
    (splits,) = (each for each in describe(StudySettings) if each.name == "splits")
    parent = QWidget()
    qtbot.addWidget(parent)
    field = SettingField(splits, parent)
    assert isinstance(field.editor, QSpinBox)
    for number, said in ((1, "1 split"), (2, "2 splits"), (1, "1 split")):
        field.set_value(number)
        assert field.editor.text() == said
        assert value_in_words(splits, number) == said
    assert "splits)" in field.meaning.text()
    assert value_in_words(splits, (1, 2)) == "1, 2 splits"


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "0.05, 0.1"), ("de", "0,05; 0,1"), ("he", "0.05, 0.1")]
)
def test_numbers_are_shown_and_read_with_the_readers_point(
    qtbot: QtBot, language: str, shown: str
) -> None:
    with reading_in(language):
        form = SettingsForm(describe(StudySettings))
        qtbot.addWidget(form)
        field = form.fields["vote_penalties"]
        field.set_value((0.05, 0.1))
        assert line(form, "vote_penalties").text() == shown
        assert field.value() == (0.05, 0.1)
        growth = form.fields["growth"]
        point = "," if language == "de" else "."
        assert line(form, "growth").text() == f"1{point}6"
        assert f"0{point}1" in growth.meaning.text()
        line(form, "growth").setText("900")
        growth.check()
        assert f"0{point}1" in growth.problem


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("de", "0,3", (0.3,)), ("de", "0,3; 0,5", (0.3, 0.5)), ("de", "0,3 0,5", (0.3, 0.5)),
        ("de", "0.3, 0.5", (0.3, 0.5)), ("de", "0,3,0,5", None), ("en", "0.3,0.5", (0.3, 0.5)),
        ("en", "0.3; 0.5", (0.3, 0.5)),
    ],
)  # fmt: skip
def test_a_list_of_fractions_is_never_read_as_something_else(
    qtbot: QtBot, language: str, typed: str, read: tuple[float, ...] | None
) -> None:
    with reading_in(language):
        form = SettingsForm(describe(StudySettings))
        qtbot.addWidget(form)
        line(form, "vote_penalties").setText(typed)
        if read is None:
            assert not form.fields["vote_penalties"].check()
        else:
            assert form.fields["vote_penalties"].value() == read


@pytest.mark.parametrize(("language", "typed"), [("en", "1,600"), ("de", "1.600")])
def test_a_thousand_is_not_read_as_one(qtbot: QtBot, language: str, typed: str) -> None:
    with reading_in(language):
        form = SettingsForm(describe(StudySettings))
        qtbot.addWidget(form)
        line(form, "growth").setText(typed)
        assert not form.fields["growth"].check()


def test_a_number_is_shown_as_it_was_understood(qtbot: QtBot) -> None:
    with reading_in("de"):
        form = SettingsForm(describe(StudySettings))
        qtbot.addWidget(form)
        form.show()
        growth = line(form, "growth")
        growth.setFocus()
        growth.selectAll()
        QTest.keyClicks(growth, "1.5")
        QTest.keyClick(growth, Qt.Key.Key_Return)
        assert growth.text() == "1,5"


def test_the_thousands_of_a_large_limit_are_apart(qtbot: QtBot) -> None:
    told = {each.name: each for each in describe(StudySettings)}
    for language, large in (("en_US", "10,000,000"), ("de", "10.000.000")):
        with reading_in(language):
            parent = QWidget()
            qtbot.addWidget(parent)
            field = SettingField(told["updates"], parent)
            assert large in field.meaning.text()
