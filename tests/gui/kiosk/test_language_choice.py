"""A participant chooses a language at check-in; whoever comes next finds the station's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.telling.language import speak
from ui.control.desk import Desk
from ui.kiosk.kiosk import Kiosk
from ui.kiosk.options import parse_options
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.language_choice import LanguageChoice

ENOUGH_MS = 10_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def kiosk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Kiosk]:
    """A station of a session with a consent text, in three languages."""
    before = QLocale()
    speak(qapp, "en")
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    rules = parse_rules({"consent": True, "ask_label": True}, GAME_ALONE)
    desk.open_session("pilot", 1, rules, address=HOME, port=0, exit_pin="")
    assert desk.host is not None
    place = ("--server", f"{HOME}:{desk.host.port}", "--station", "3")
    code = ("--code", desk.host.pairing_code, "--state-dir", str(tmp_path / "station"))
    made = Kiosk(parse_options(["--windowed", *place, *code]))
    made.setProperty("desk", desk)
    qtbot.addWidget(made.window, before_close_func=lambda _: made.stop())
    made.start()
    qtbot.waitUntil(lambda: isinstance(made.window.face, ParticipantScreen), timeout=ENOUGH_MS)
    yield made
    made.stop()
    desk.close_study()
    # Other tests know the texts as they stand in the sources.
    for translator in qapp.findChildren(QTranslator):
        QApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def screen_of(kiosk: Kiosk) -> ParticipantScreen:
    face = kiosk.window.face
    assert isinstance(face, ParticipantScreen)
    return face


def visible(kiosk: Kiosk, kind: type, name: str) -> object:
    return next(each for each in screen_of(kiosk).findChildren(kind, name) if each.isVisible())


def words(kiosk: Kiosk) -> str:
    labels = screen_of(kiosk).findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def until_page(qtbot: QtBot, kiosk: Kiosk, page: Page) -> None:
    qtbot.waitUntil(lambda: kiosk.station.view.page is page, timeout=ENOUGH_MS)


def test_a_participant_chooses_and_the_next_one_begins_anew(qtbot: QtBot, kiosk: Kiosk) -> None:
    desk: Desk = kiosk.property("desk")
    assert desk.host is not None
    runner = desk.host.runner
    until_page(qtbot, kiosk, Page.CHECK_IN)
    choice = screen_of(kiosk).findChild(LanguageChoice)
    assert [each.text() for each in choice.buttons] == ["Deutsch", "עברית"]
    first = screen_of(kiosk)
    qtbot.mouseClick(visible(kiosk, QPushButton, "language_he"), LEFT)
    assert screen_of(kiosk) is not first
    assert screen_of(kiosk).layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert "ברוכים הבאים" in words(kiosk)
    choice = screen_of(kiosk).findChild(LanguageChoice)
    assert [each.text() for each in choice.buttons] == ["English", "Deutsch"]

    field = visible(kiosk, QLineEdit, "check_in_label")
    qtbot.waitUntil(field.isEnabled)
    qtbot.keyClicks(field, "Noa")
    qtbot.mouseClick(visible(kiosk, QPushButton, "check_in"), LEFT)
    until_page(qtbot, kiosk, Page.CONSENT)
    (person,) = runner.state.participants.values()
    assert (person.label, person.language) == ("Noa", "he")
    assert kiosk.station.view.script.text.startswith("# על המחקר")
    assert "האם תרצו להשתתף?" in words(kiosk)

    qtbot.waitUntil(lambda: visible(kiosk, QPushButton, "decline").isEnabled())
    (code,) = runner.state.participants
    version = runner.state.plan.materials.consent_version
    runner.do(ev.ConsentAnswered, code, False, version)
    until_page(qtbot, kiosk, Page.GOODBYE)
    assert "תודה שבאתם" in words(kiosk)
    # The next participant of the station: the host shows the first page again.
    kiosk.station._on_snapshot(SeatView(Page.CHECK_IN, languages=("en", "de", "he")))
    assert "Welcome" in words(kiosk)
    assert screen_of(kiosk).layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_language_comes_with_its_participant(qtbot: QtBot, kiosk: Kiosk) -> None:
    desk: Desk = kiosk.property("desk")
    assert desk.host is not None
    desk.host.runner.do(ev.CheckedIn, "p0000001", "away", "Noa", False, "he")
    until_page(qtbot, kiosk, Page.CHECK_IN)
    desk.host.runner.do(ev.Reseated, "p0000001", "3")
    until_page(qtbot, kiosk, Page.CONSENT)
    assert "האם תרצו להשתתף?" in words(kiosk)


def test_a_language_is_chosen_by_keyboard(qtbot: QtBot, kiosk: Kiosk) -> None:
    until_page(qtbot, kiosk, Page.CHECK_IN)
    german = visible(kiosk, QPushButton, "language_de")
    german.setFocus()
    qtbot.keyClick(german, Qt.Key.Key_Space)
    assert "Willkommen" in words(kiosk)
    focused = screen_of(kiosk).focusWidget()
    assert isinstance(focused, QLineEdit), "one may type at once"


def test_there_is_no_choice_where_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    choice = LanguageChoice()
    qtbot.addWidget(choice)
    assert not choice.show_languages(())
    assert choice.show_languages(("de", "tlh"))
    assert [each.text() for each in choice.buttons] == ["Deutsch"], "nobody here speaks Klingon"
    assert not choice.show_languages(("de", "tlh"))
