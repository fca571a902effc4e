import pytest
from network_lab import Log
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hcmd_lab.network.rejection import RejectionCode
from resources.translate import FOLDER
from ui.kiosk.code_field import CodeField
from ui.kiosk.host_address import Address
from ui.kiosk.remembered import Place
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.setup_words import setup_words
from ui.kiosk.widgets.rejection_words import rejection_words

CODE = "7Q4M-X2KD-90AB-C3FT"
PLACE = Place(Address("192.168.1.10", 8765), "3")
OF_CONNECTION = (
    RejectionCode.WRONG_CODE,
    RejectionCode.WRONG_PIN,
    RejectionCode.TOO_MANY_TRIES,
    RejectionCode.UNKNOWN_STATION,
    RejectionCode.UNKNOWN_TOKEN,
    RejectionCode.STATION_TAKEN,
    RejectionCode.RELEASED,
    RejectionCode.WRONG_CERTIFICATE,
    RejectionCode.WRONG_DATE,
    RejectionCode.VERSION,
    RejectionCode.NOT_SAVED,
    RejectionCode.NOT_UNDERSTOOD,
    RejectionCode.SESSION_CLOSED,
)


@pytest.fixture
def page(qtbot: QtBot) -> SetupPage:
    page = SetupPage(animate=False)
    qtbot.addWidget(page)
    page.resize(960, 540)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def field(page: SetupPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, f"setup_{name}")
    assert isinstance(found, QLineEdit)
    return found


def words(page: SetupPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def fill(page: SetupPage, server: str, station: str, code: str) -> None:
    for name, text in (("server", server), ("station", station), ("code", code)):
        field(page, name).setText(text)


def connect(page: SetupPage, qtbot: QtBot) -> list[tuple[object, ...]]:
    log = Log(page, "submitted")
    button = page.findChild(QPushButton, "setup_connect")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return log.of("submitted")


def test_it_is_filled_in_by_keyboard_alone(page: SetupPage, qtbot: QtBot) -> None:
    page.form.fill(None, "", lambda _: False)
    page.show_form()
    log = Log(page, "submitted")
    for text in ("192.168.1.10", "3", "7q4mx2kd90abc3ft"):
        focused = page.focusWidget()
        qtbot.keyClicks(focused, text)
        if text != "7q4mx2kd90abc3ft":
            qtbot.keyClick(focused, Qt.Key.Key_Return)
    button = page.findChild(QPushButton, "setup_connect")
    assert page.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert log.of("submitted") == [(PLACE, CODE)]


def test_what_is_known_is_filled_in_and_the_rest_is_asked_for(page: SetupPage) -> None:
    page.form.fill(PLACE.address, "3", lambda _: False)
    page.show_form()
    assert field(page, "server").text() == "192.168.1.10:8765"
    assert field(page, "code").hasFocus()


def test_a_paired_station_needs_no_code(page: SetupPage, qtbot: QtBot) -> None:
    page.form.fill(PLACE.address, "3", lambda station: station == "3")
    assert connect(page, qtbot) == [(PLACE, "")]
    field(page, "station").setText("4")
    assert connect(page, qtbot) == []
    assert field(page, "code").hasFocus()


@pytest.mark.parametrize(
    ("server", "station", "code", "at"),
    [
        ("", "3", CODE, "server"),
        ("lab:0", "3", CODE, "server"),
        ("http://lab:1", "3", CODE, "server"),
        ("lab:1", "", CODE, "station"),
        ("lab:1", "3/4", CODE, "station"),
        ("lab:1", "3", "", "code"),
        ("lab:1", "3", "7Q4M-X2KD", "code"),
    ],
)
def test_what_cannot_work_is_explained_where_it_stands(
    page: SetupPage, qtbot: QtBot, server: str, station: str, code: str, at: str
) -> None:
    fill(page, server, station, code)
    assert connect(page, qtbot) == []
    assert field(page, at).hasFocus()
    assert field(page, at).property("invalid")
    assert "--" not in words(page)
    fill(page, "lab:1", "3", CODE)
    assert connect(page, qtbot) == [(Place(Address("lab", 1), "3"), CODE)]
    assert not field(page, at).property("invalid")


@pytest.mark.parametrize(
    "typed", ["7q4mx2kd90abc3ft", "7Q4M X2KD 90AB C3FT", "7q4m-x2kd-9oab-c3ft"]
)
def test_a_code_may_be_typed_in_any_form(qtbot: QtBot, typed: str) -> None:
    code = CodeField()
    qtbot.addWidget(code)
    with qtbot.waitSignal(code.completed):
        qtbot.keyClicks(code, typed)
    assert code.text() == CODE
    qtbot.keyClicks(code, "ZZZ")
    assert code.text() == CODE


def test_a_code_of_another_width_is_taken(qtbot: QtBot) -> None:
    code = CodeField()
    qtbot.addWidget(code)
    code.insert("７Ｑ４Ｍ－Ｘ２ＫＤ")  # as an input method for Japanese gives them
    code.textEdited.emit(code.text())
    assert code.text() == "7Q4M-X2KD"


def test_a_code_is_corrected_in_its_middle(qtbot: QtBot) -> None:
    code = CodeField()
    qtbot.addWidget(code)
    qtbot.keyClicks(code, "7q4mx2kdu!90ab")
    assert code.text() == "7Q4M-X2KD-90AB"
    code.setCursorPosition(6)
    qtbot.keyClick(code, Qt.Key.Key_Backspace)
    assert (code.text(), code.cursorPosition()) == ("7Q4M-2KD9-0AB", 4)
    qtbot.keyClicks(code, "x")
    assert (code.text(), code.cursorPosition()) == ("7Q4M-X2KD-90AB", 6)
    assert not code.is_complete


def test_while_it_connects_the_address_is_shown(page: SetupPage, qtbot: QtBot) -> None:
    page.show_attempt(PLACE)
    assert not page.is_form
    assert "192.168.1.10:8765" in words(page)
    assert "Station 3" in words(page)
    with qtbot.waitSignal(page.change_requested):
        qtbot.keyClick(page.findChild(QPushButton, "change_settings"), Qt.Key.Key_Space)
    page.show_form("It did not work.", at="station")
    assert page.is_form
    assert "It did not work." in words(page)
    assert field(page, "station").hasFocus()


@pytest.mark.parametrize("code", OF_CONNECTION)
def test_every_refusal_has_its_sentence(qapp: object, code: RejectionCode) -> None:
    sentence = setup_words(code, "")
    assert sentence.endswith(".")
    assert sentence != setup_words("something_new", "Something new.")


def test_what_the_lab_computer_knows_better_is_added(qapp: object) -> None:
    assert "1, 2, 3" in setup_words(RejectionCode.UNKNOWN_STATION, "Its stations are 1, 2, 3.")
    assert setup_words("something_new", "Something new.") == "Something new."


@pytest.mark.parametrize("code", [*RejectionCode, "something_new"])
def test_a_german_station_is_told_nothing_in_english(qapp: object, code: str) -> None:
    english = setup_words(code, ""), rejection_words(code)
    german = QTranslator()
    assert german.load("hcmd_de", str(FOLDER))
    QCoreApplication.installTranslator(german)
    try:
        assert "The host's sentence." not in setup_words(code, "The host's sentence.")
        assert setup_words(code, "") != english[0]
        assert rejection_words(code) != english[1]
    finally:
        QCoreApplication.removeTranslator(german)


@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (2560, 1440)])
def test_nothing_is_cut_off(page: SetupPage, size: tuple[int, int]) -> None:
    page.form.fill(PLACE.address, "3", lambda _: False)
    page.show_form(max((setup_words(code, "x" * 60) for code in OF_CONNECTION), key=len))
    page.resize(*size)
    page.layout().activate()
    assert page.form.minimumSizeHint().height() <= page.form.height()
    assert page.findChild(QPushButton, "setup_connect").geometry().bottom() < page.height()
