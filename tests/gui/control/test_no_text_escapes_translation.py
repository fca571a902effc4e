"""Whatever the control window shows has come through a translation, or is data."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import figure_records as records
import pytest
from desk_in_window import desk_of
from pretended_language import escaped, pretended_language, shown_texts
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtNetwork import QNetworkInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from step_results import store_turn
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.texts.text_reader import CONSENT, INSTRUCTIONS, QUESTIONNAIRE, QUESTIONS
from ui.control.confirm import Question
from ui.control.data.import_dialog import ImportDialog
from ui.control.data.privacy_desk import PrivacyDesk
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.error_dialog import FaultDialog
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.preferences import Preferences
from ui.control.session.as_last_time import AsLastTime
from ui.control.session.draft import new_draft
from ui.control.session.participant_list_desk import ParticipantListDesk
from ui.control.session.payment_question import PaymentQuestion
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.control.window import ControlWindow

ENOUGH_MS = 20_000
HOME = "127.0.0.1"
UTC = "2030-01-02T03:04:05.678+00:00"
DATA = (
    "HCMD Lab", "Public Investment Game", "INITIALISE", "ACQUIRE", "MODEL", "OPTIMIZE",
    "CONVERGENCE", "EVALUATE", "PIN", "CSV", "PDF", "TOML", "GPU", "CPU", "EUR", "theta", "θ₀",
    "θ₁",
    "Ctrl", "Shift", "Alt", "Del", "Esc", "Enter", "Deutsch", "עברית", "English",
    "Ann", "Ben", "Cem", "lamp",
    *(QLocale("en").monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)),
)  # fmt: skip
"""Names of things, which are the same in every language, and of months, which Qt translates."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study in which groups have played and a turn is computed."""
    folder = playable_study(tmp_path_factory.mktemp("played") / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
        job = ModelJob(
            game=PAPER_GAME, seed=1, sizes=((8, 4),), vote_penalties=(0.1,), max_epochs=1, splits=1
        )
        store.learned.add_run("model", 1, job, records.model_result(1), UTC, UTC)
    return folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[ControlWindow]:
    with pretended_language():
        made = ControlWindow(Preferences(tmp_path / "control.ini"))
        qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
        made.take(Desk(made))
        made.resize(1280, 800)
        made.show()
        yield made


@pytest.fixture
def study(window: ControlWindow, played: Path, tmp_path: Path) -> Desk:
    desk = desk_of(window)
    desk.open_study(shutil.copytree(played, tmp_path / "study"))
    return desk


def assert_translated(widget: QWidget, *data: str) -> None:
    texts = shown_texts(widget)
    for action in widget.findChildren(QAction):
        menu = action.menu()
        if menu is not None:
            texts += [("menu", each.text()) for each in menu.actions()]
    assert any("⟪" in text for _, text in texts), "nothing is marked: the test sees nothing"
    found = {f"{escaped(text, (*DATA, *data))} in {where}: {text}" for where, text in texts}
    assert [each for each in sorted(found) if not each.startswith(" in ")] == []


def names_of(desk: Desk) -> tuple[str, ...]:
    """Codes, stations and folders of the study: what programs have drawn or people chosen."""
    store = desk.study.store
    rows = store.tables.participants()
    sessions = [session.code for session in store.tables.sessions()]
    stations = [row.station for row in rows if row.station]
    folder = store.folder.path
    return (*sessions, *(row.code for row in rows), *stations, str(folder.parent), folder.name)


def test_the_welcome(window: ControlWindow) -> None:
    assert_translated(window)


@pytest.mark.parametrize("panel", ["study", "session", "live", "training", "mechanisms"])
def test_panels(window: ControlWindow, study: Desk, panel: str) -> None:
    window.show_panel(panel)
    assert_translated(window, *names_of(study))


def test_data_and_its_pictures(window: ControlWindow, study: Desk, qtbot: QtBot) -> None:
    window.show_panel("data")
    panel = window.findChild(DataPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.pictures.list.count() > 0, timeout=ENOUGH_MS)
    for row in range(panel.pictures.list.count()):
        panel.pictures.list.setCurrentRow(row)
        assert_translated(window, *names_of(study))


def test_results_of_training(window: ControlWindow, study: Desk) -> None:
    store_turn(study.study.store)
    study.study_changed.emit()
    for panel in ("training", "study"):
        window.show_panel(panel)
        assert_translated(window, *names_of(study), "Continue.")


def test_the_wizard(window: ControlWindow, study: Desk) -> None:
    window.show_panel("session")
    panel = window.findChild(SessionPanel)
    assert panel is not None
    study.study.store.facts.set("listen address", HOME)
    panel.begin_session()
    again = panel.wizard
    assert isinstance(again, AsLastTime)
    networks = [each.humanReadableName() for each in QNetworkInterface.allInterfaces()]
    networks += [each.toString() for each in QNetworkInterface.allAddresses()]
    files = (CONSENT, INSTRUCTIONS, QUESTIONS, QUESTIONNAIRE)
    assert_translated(window, *names_of(study), *networks, *files)
    wizard = SessionWizard(study, new_draft(study), window)
    wizard.show()
    wizard.mode.choices["pilot"].setChecked(True)
    for page in wizard.pages:
        if page is wizard.groups:
            wizard.groups.participant_list.listed.setChecked(True)
            wizard.groups.participant_list.draw.click()
        if page is wizard.script:
            for name in ("consent", "instructions", "questionnaire", "payment_screen"):
                wizard.script.form.fields[name].editor.click()
        assert_translated(window, *names_of(study), *networks, *files)
        if page is not wizard.pages[-1]:
            wizard.forward.click()


def test_a_session_and_its_dialogs(window: ControlWindow, study: Desk, qtbot: QtBot) -> None:
    rules = parse_rules({"participant_list": True, "consent": True, "gate_instructions": True,
                         "instructions": True, "show_up_fee": 4.0}, GAME_ALONE)  # fmt: skip
    participant_list = ("Ann", "Ben", "Cem")
    study.open_session(
        "pilot", 2, rules, participant_list=participant_list, address=HOME, port=0, exit_pin=""
    )
    host = study.host
    assert host is not None
    version = host.runner.state.plan.materials.consent_version
    for number in range(1, 8):
        station, code = str(number), f"p{number:07}"
        host.runner.do(ev.StationBack, station)
        host.runner.do(ev.CheckedIn, code, station, "Ann" if number == 1 else "", False)
        if number < 6:
            host.runner.do(ev.ConsentAnswered, code, True, version)
    host.runner.do(ev.HelpCalled, "p0000002")
    host.runner.do(ev.StationLost, "3")
    host.runner.do(ev.MessageSent, "p0000004", "lamp")
    host.runner.do(ev.PaymentAdjusted, "p0000005", 100, "lamp")
    host.runner.do(ev.TurnedAway, "away0001", "Cem", "lamp")
    window.show_panel("session")
    panel = window.findChild(SessionPanel)
    assert panel is not None
    for station in ("", "1", "2"):
        panel.running.grid.point_at(station)
        panel.running.refresh()
        data = (*names_of(study), host.pairing_code, panel.running.doorkeeper.code)
        assert_translated(window, *data, *(f"{n}" for n in range(9)))
    review = SessionReview(study, host.session, window)
    for page in set(ReviewPage) - {ReviewPage.TEXTS}:  # those are the participants'
        review.show_page(page)
    for dialog in (review, ParticipantListDesk(study, window)):
        assert_translated(dialog, *names_of(study))
    row = next(iter(review.payments._rows))
    assert_translated(PaymentQuestion(row, "EUR", window), *names_of(study))
    host.abandon()
    qtbot.waitUntil(panel.summary.isVisible, timeout=ENOUGH_MS)
    assert_translated(window, *names_of(study))


def test_dialogs(window: ControlWindow, study: Desk, tmp_path: Path) -> None:
    dialogs: tuple[QDialog, ...] = (
        NewStudyDialog(window),
        ImportDialog(PAPER_GAME, study.study.status(), window),
        PrivacyDesk(study, window),
        FaultDialog("", tmp_path / "crash.log", window),
        Question(window, "", "", "", danger=True),
    )
    for dialog in dialogs:
        assert_translated(dialog, *names_of(study), str(tmp_path), str(Path.home()))
