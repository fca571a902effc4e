"""From the overview to an open session, by keyboard, and what may be in the way."""

import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pretended_training
import pytest
import studies
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from reading_in import reading_in

from hcmd_lab import training
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.hosting.preflight import Check, Verdict
from hcmd_lab.storage.study_folder import LOW_DISK_BYTES
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.texts.shipped import copy_texts
from ui.control.desk import Desk
from ui.control.session.draft import new_draft
from ui.control.session.script_preview import ScriptPreview
from ui.control.session.text_editor import TextEditor
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.look import act_guard

HOME = "127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 4))
    yield made
    made.close_study()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> SessionPanel:
    made = SessionPanel(desk)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    return made


def begin(panel: SessionPanel) -> SessionWizard:
    panel.overview.act.click()
    assert panel.wizard is not None
    return panel.wizard


def go_to_last_page(wizard: SessionWizard, port: int = 0) -> None:
    while wizard.number < len(wizard.pages) - 1:
        if wizard.pages[wizard.number] is wizard.kiosks:
            wizard.kiosks.address.setCurrentIndex(wizard.kiosks.address.findData(HOME))
            wizard.kiosks.port.setValue(port)
        wizard.forward.click()


def test_a_session_is_opened_by_keyboard_alone(
    panel: SessionPanel, desk: Desk, qtbot: QtBot
) -> None:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def next_page() -> None:
        assert wizard is not None
        following = wizard.number + 1
        press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: wizard.number == following)  # a mnemonic shows the click first

    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.overview.act.setFocus()
    press(Qt.Key.Key_Space)
    wizard = panel.wizard
    assert wizard is not None
    assert wizard.mode.choices["acquire"].hasFocus()
    press(Qt.Key.Key_Down)
    assert wizard.mode.choices["pilot"].isChecked()  # evaluate cannot be chosen now
    next_page()
    QTest.keyClicks(QApplication.focusWidget(), "2")
    next_page()
    QTest.keyClicks(QApplication.focusWidget(), "45")
    next_page()
    press(Qt.Key.Key_Tab)  # past the label
    press(Qt.Key.Key_Tab)  # and where it is explained
    press(Qt.Key.Key_Space)  # the consent
    next_page()
    QTest.keyClicks(QApplication.focusWidget(), "X")
    next_page()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "2468")
    press(Qt.Key.Key_Tab)
    assert wizard.kiosks.draw.hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "0")
    assert wizard.kiosks.port.value() == 0
    next_page()
    assert not wizard.preflight.problem
    press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: desk.session_state is not None)
    assert panel.running.grid.hasFocus()
    state = desk.session_state
    assert state is not None
    assert (state.plan.purpose, len(state.groups)) == ("pilot", 2)
    assert state.plan.settings.intro_s == 45
    assert state.plan.script.consent
    assert "About this study" in state.plan.materials.sheet("en").consent
    assert state.plan.payment.currency == "EURX"
    assert desk.exit_pin == "2468"
    assert panel.running.isVisible()


def test_enter_goes_on(panel: SessionPanel) -> None:
    wizard = begin(panel)
    for number in range(6):
        assert wizard.number == number
        QTest.keyClick(wizard.pages[number].focusWidget() or wizard, Qt.Key.Key_Return)
    assert wizard.preflight.isVisible()
    wizard.back.setFocus()
    QTest.keyClick(wizard.back, Qt.Key.Key_Return)
    assert wizard.number == 5


def test_enter_that_is_held_down_goes_one_page_on(panel: SessionPanel) -> None:
    wizard = begin(panel)
    focus = wizard.pages[0].focusWidget()
    for is_held in (False, True, True):
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_held
        )
        QApplication.sendEvent(focus or wizard, pressed)
    assert wizard.number == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_that_is_pressed_twice_opens_one_session(
    panel: SessionPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    wizard = begin(panel)
    go_to_last_page(wizard)
    opened: list[object] = []
    real = desk.open_session

    def open_session(*args: Any, **named: Any) -> None:
        opened.append(args)
        real(*args, **named)

    monkeypatch.setattr(desk, "open_session", open_session)
    for _ in range(2):
        QTest.keyClick(wizard.forward, key)
    assert len(opened) == 1
    assert len(desk.study.store.tables.sessions()) == 1


def test_the_keyboard_is_in_the_first_question(panel: SessionPanel, qtbot: QtBot) -> None:
    wizard = begin(panel)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is wizard.mode.choices["acquire"])


def test_what_the_study_does_not_play_is_explained(panel: SessionPanel) -> None:
    wizard = begin(panel)
    assert not wizard.mode.choices["evaluate"].isEnabled()
    assert "EVALUATE is not possible now" in str(wizard.draft.obstacles["evaluate"])
    assert wizard.mode.choices["acquire"].isChecked()
    assert wizard.draft.groups == 4


def test_a_first_mechanism_that_is_made_meanwhile_opens_the_wizard(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.draws)
    desk = Desk()
    desk.create_study(tmp_path / "new", make_settings("quick", {}))
    panel = SessionPanel(desk)
    qtbot.addWidget(panel)
    desk.training.start(Step.INITIALISE)
    panel.begin_session()
    assert isinstance(panel.wizard, SessionWizard)
    wizard = panel.wizard
    assert not wizard.forward.isEnabled()
    assert "is being made" in str(wizard.draft.obstacles["acquire"])
    with qtbot.waitSignal(desk.training.ended, timeout=60_000):
        pass
    assert wizard.forward.isEnabled()
    assert (wizard.draft.purpose, wizard.draft.groups) == ("acquire", 12)
    desk.close_study()


def test_the_conditions_shown_are_those_that_are_drawn(panel: SessionPanel, desk: Desk) -> None:
    shown = desk.study.conditions("acquire", 4)
    wizard = begin(panel)
    go_to_last_page(wizard)
    wizard.forward.click()
    state = desk.session_state
    assert state is not None
    assert tuple(group.tail_endowment for group in state.plan.groups) == shown


def test_the_form_keeps_the_limits_and_explains_choices(panel: SessionPanel) -> None:
    fields = begin(panel).rules.form.fields
    decide, dropout = fields["decide_s"].editor, fields["dropout"].editor
    assert isinstance(decide, QSpinBox)
    assert isinstance(dropout, QComboBox)
    assert (decide.maximum(), decide.suffix()) == (3600, " s")
    decide.setValue(0)
    assert decide.text() == "no limit"
    sentences = set()
    for choice in range(dropout.count()):
        dropout.setCurrentIndex(choice)
        sentences.add(dropout.accessibleDescription())
    assert len(sentences) == 5


def test_back_keeps_what_was_chosen(panel: SessionPanel) -> None:
    wizard = begin(panel)
    wizard.forward.click()
    wizard.groups.number.setValue(3)
    wizard.forward.click()
    wizard.back.click()
    assert wizard.groups.number.value() == 3
    wizard.back.click()
    assert wizard.mode.choices["acquire"].isChecked()


@pytest.mark.parametrize(("pin", "complete"), [("123", False), ("1234", True), ("", True)])
def test_a_pin_that_kiosks_refuse_is_not_taken(
    panel: SessionPanel, pin: str, complete: bool
) -> None:
    wizard = begin(panel)
    for _ in range(5):
        wizard.forward.click()
    wizard.kiosks.pin.setText(pin)
    assert wizard.forward.isEnabled() is complete


def test_a_pin_is_drawn_once_and_kept(desk: Desk) -> None:
    drawn = desk.exit_pin
    assert len(drawn) == 6
    assert drawn.isdigit()
    assert desk.exit_pin == drawn


def test_a_taken_port_stops_until_it_is_free(panel: SessionPanel) -> None:
    wizard = begin(panel)
    with socket.create_server((HOME, 0)) as taken:
        go_to_last_page(wizard, taken.getsockname()[1])
        first = wizard.preflight.findings[0]
        assert (first.check, first.verdict) == (Check.PORT, Verdict.STOPS)
        assert not wizard.forward.isEnabled()
    wizard.preflight.examine()
    assert wizard.forward.isEnabled()


def test_a_full_disk_stops(panel: SessionPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    wizard = begin(panel)
    usage = shutil.disk_usage(".")._replace(free=LOW_DISK_BYTES - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    go_to_last_page(wizard)
    assert wizard.preflight.findings[0].check is Check.DISK
    assert not wizard.forward.isEnabled()


def test_cancelling_leads_back(panel: SessionPanel, desk: Desk) -> None:
    begin(panel).cancelled.emit()
    assert panel.wizard is None
    assert panel.overview.isVisible()
    assert desk.host is None


def test_an_interrupted_session_is_offered_again(panel: SessionPanel, desk: Desk) -> None:
    wizard = begin(panel)
    go_to_last_page(wizard)
    wizard.forward.click()
    assert desk.host is not None
    code = desk.host.session
    desk.end_hosting()
    assert panel.overview.isVisible()
    assert code in panel.overview.act.text()
    panel.overview.act.click()
    assert desk.host is not None
    assert desk.host.session == code
    assert desk.host.address == HOME
    assert panel.running.isVisible()


def test_without_a_study_nothing_is_offered(qtbot: QtBot) -> None:
    panel = SessionPanel(Desk())
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.overview.act.isVisible()


def test_the_next_session_begins_with_the_settings_of_the_last(
    panel: SessionPanel, desk: Desk
) -> None:
    wizard = begin(panel)
    wizard.draft.payment = PaymentSettings(currency="CHF")
    wizard.draft.script = replace(NO_SCRIPT, questionnaire=True)
    go_to_last_page(wizard)
    wizard.forward.click()
    rules = desk.study.last_rules()
    assert rules.payment.currency == "CHF"
    assert rules.script.questionnaire
    assert rules.settings == wizard.draft.settings
    draft = new_draft(desk)
    assert (draft.script, draft.payment) == (rules.script, rules.payment)


def at_page(panel: SessionPanel, page: str) -> SessionWizard:
    wizard = begin(panel)
    while wizard.pages[wizard.number] is not getattr(wizard, page):
        wizard.forward.click()
    return wizard


def test_texts_are_read_before_the_wizard_goes_on(
    panel: SessionPanel, desk: Desk, qtbot: QtBot
) -> None:
    wizard = at_page(panel, "script")
    folder = desk.study.store.folder.path
    copy_texts(folder, ["en"])
    (folder / "script" / "en" / "consent.md").write_text("{coins}")
    assert wizard.forward.isEnabled()
    wizard.script.form.fields["consent"].editor.click()
    assert not wizard.forward.isEnabled()
    assert "consent.md: {coins} is not a known placeholder" in texts_of(wizard.script)
    assert "consent.md: {coins} is not a known placeholder" in texts_of(wizard)  # why Next is grey
    (folder / "script" / "en" / "consent.md").write_text("Fine.")
    qtbot.waitUntil(wizard.forward.isEnabled)  # without a click: the file is watched
    assert "The study has its own texts." in texts_of(wizard.script)
    assert list(wizard.script.languages) == ["en"]


def test_every_page_of_the_texts_is_previewed(panel: SessionPanel) -> None:
    wizard = at_page(panel, "script")
    assert not wizard.script.preview.isEnabled()
    for name in ("consent", "instructions", "control_questions", "questionnaire", "payment_screen"):
        wizard.script.form.fields[name].editor.click()
    rules = SessionRules(
        script=replace(
            NO_SCRIPT,
            consent=True,
            instructions=True,
            control_questions=True,
            questionnaire=True,
            payment_screen=True,
        )
    )
    materials = panel._desk.study.materials(rules, (2, 4))
    preview = ScriptPreview(materials, rules, PAPER_GAME, {}, panel)
    titles = [preview.script.pages.item(row).text() for row in range(preview.script.pages.count())]
    assert titles[:2] == ["Consent", "Instructions 1"]
    assert titles[-3:] == ["Control questions 4", "Questionnaire", "Payment"]
    preview.show()
    pictures = []
    for row in range(preview.script.pages.count()):
        preview.script.pages.setCurrentRow(row)
        pictures.append(preview.script.picture.grab().toImage())
    assert all(one != two for one, two in pairwise(pictures))
    preview.script.language.setCurrentIndex(preview.script.language.findData("de"))
    assert preview.script.pages.currentRow() == len(titles) - 1
    preview.script.pages.setCurrentRow(0)
    assert preview.script.picture.grab().toImage() != pictures[0]


def test_a_preview_is_in_the_window_s_language_and_says_what_is_not(panel: SessionPanel) -> None:
    rules = SessionRules(script=replace(NO_SCRIPT, consent=True))
    materials = panel._desk.study.materials(rules, (2, 4))
    for spoken, other in (("de", "en"), ("en", "he")):
        with reading_in(spoken):
            preview = ScriptPreview(materials, rules, PAPER_GAME, {}, panel)
            told = preview.script.language, preview.script.hint
            assert told[0].currentData() == spoken
            assert "Headings and buttons" not in told[1].text()
            told[0].setCurrentIndex(told[0].findData(other))
            assert "Headings and buttons" in told[1].text()
    with reading_in("fr"):
        preview = ScriptPreview(materials, rules, PAPER_GAME, {}, panel)
        assert preview.script.language.currentData() == next(iter(materials.sheets))


def test_only_the_languages_of_the_session_are_copied_and_offered(
    panel: SessionPanel, desk: Desk
) -> None:
    wizard = at_page(panel, "script")
    wizard.script.form.fields["consent"].editor.click()
    wizard.script.languages["he"].click()
    wizard.script.languages["en"].click()
    wizard.script.edit.click()
    folder = desk.study.store.folder.path / "script"
    assert [each.name for each in folder.iterdir()] == ["de"]
    wizard.script.languages["de"].click()
    assert not wizard.forward.isEnabled()
    assert "Choose at least one language." in texts_of(wizard)
    wizard.script.languages["de"].click()
    go_to_last_page(wizard)
    wizard.forward.click()
    state = desk.session_state
    assert state is not None
    assert list(state.plan.materials.sheets) == ["de"]


def test_the_shipped_texts_are_offered_in_the_languages_of_the_session(
    panel: SessionPanel, desk: Desk
) -> None:
    wizard = at_page(panel, "script")
    wizard.script.form.fields["consent"].editor.click()
    wizard.script.languages["he"].click()
    go_to_last_page(wizard)
    wizard.forward.click()
    state = desk.session_state
    assert state is not None
    assert list(state.plan.materials.sheets) == ["en", "de"]
    assert state.plan.script.languages == "en, de"


def rewrite(editor: TextEditor, text: str) -> None:
    editor.text.selectAll()
    editor.text.insertPlainText(text)


@pytest.mark.parametrize("leaves", ["wizard", "panel", "study", "page"])
def test_what_was_written_is_saved_however_the_editor_is_left(
    panel: SessionPanel, desk: Desk, leaves: str
) -> None:
    wizard = at_page(panel, "script")
    wizard.script.edit.click()
    rewrite(wizard.script.editor, "Agreed,\x00\x07 Zoë?")  # as it may have been pasted
    file = desk.study.store.folder.path / "script" / "en" / "consent.md"
    match leaves:
        case "wizard":
            wizard.cancelled.emit()
        case "panel":
            panel.hide()
        case "study":
            desk.close_study()
        case _:
            wizard.back.click()
    assert file.read_text(encoding="utf-8") == "Agreed, Zoë?"


def test_texts_are_edited_with_their_page_beside_them(
    panel: SessionPanel, desk: Desk, qtbot: QtBot
) -> None:
    wizard = at_page(panel, "script")
    wizard.script.form.fields["consent"].editor.click()
    wizard.script.edit.click()
    editor = wizard.script.editor
    file = desk.study.store.folder.path / "script" / "en" / "consent.md"
    assert editor.text.toPlainText() == file.read_text(encoding="utf-8")
    before = editor.picture.grab().toImage()
    rewrite(editor, "# Consent\n\nDo you, Zoë, agree?")
    editor.save_button.click()
    assert file.read_text(encoding="utf-8") == "# Consent\n\nDo you, Zoë, agree?"
    assert editor.picture.grab().toImage() != before
    rewrite(editor, "{coins}")
    editor.save_button.click()
    assert "{coins} is not a known placeholder" in editor.problem.text()
    assert [view.script and view.script.text for view in editor._views] == [
        "# Consent\n\nDo you, Zoë, agree?"
    ]  # the page stays as it was last right
    assert not wizard.forward.isEnabled()
    rewrite(editor, "Agreed?")
    editor.file.setCurrentText("instructions.md")
    editor.file.activated.emit(1)  # what was edited is saved
    assert file.read_text(encoding="utf-8") == "Agreed?"
    assert "instructions" in editor.file.currentText()
    assert editor.text.toPlainText().startswith("#")
    qtbot.waitUntil(wizard.forward.isEnabled)
    file.with_name("instructions.md").write_text("# From outside", encoding="utf-8")
    qtbot.waitUntil(lambda: editor.text.toPlainText() == "# From outside")


def test_payment_shows_what_it_comes_to(panel: SessionPanel) -> None:
    wizard = at_page(panel, "payment")
    field = wizard.payment.form.fields["coin_value"].editor
    assert "340 coins" in texts_of(wizard.payment)
    assert "€18.60" in texts_of(wizard.payment)  # 5 and 340 times 0.04
    field.setText("a coin")
    field.textEdited.emit("a coin")
    assert not wizard.forward.isEnabled()
    assert "This must be a number between 0 and 1000" in texts_of(wizard.payment)


def texts_of(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_a_double_click_on_the_last_next_opens_no_session(
    panel: SessionPanel, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = begin(panel)
    wizard.draft.port = 0  # free, so that the session could be opened
    wizard._go(len(wizard.pages) - 2)
    monkeypatch.setattr(act_guard, "SETTLE_MS", 60_000)
    for _ in range(2):
        qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
    qtbot.keyClick(wizard.forward, Qt.Key.Key_Return)
    assert wizard.number == len(wizard.pages) - 1
    assert desk.host is None
