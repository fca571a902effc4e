"""Who sits down at a station next finds nothing of what the one before has typed or copied there.

The next one looks into every field of every page, undoes and does again, and pastes.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shown_screen import find, press, shown

from hcmd_lab.game.materials import Item
from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.state import TalkLine
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import CallHelp
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.help_sheet import HelpSheet

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ITEMS = (
    Item("age", "number", "How old are you?", (), 1, 1000),
    Item("words", "text", "What did you think of?", required=False),
)
CHECK_IN = SeatView(Page.CHECK_IN, label_asked=True, players=4, coins_are_paid=True)
TYPED = "731"
"""What the first one types wherever a field takes it."""


def pages_of(participant: str) -> list[SeatView]:
    """Every page with a field, as it is shown to somebody."""
    asked = [
        ScriptView(text="How many?", page=page, pages=2, question=name)
        for page, name in enumerate(("one", "two"))
    ]
    return [
        *(SeatView(Page.QUESTIONS, participant=participant, script=each) for each in asked),
        SeatView(Page.QUESTIONNAIRE, participant=participant, script=ScriptView(items=ITEMS)),
    ]


def fields(place: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Every field in it that can be seen."""
    found: list[QLineEdit | QPlainTextEdit] = [
        *place.findChildren(QLineEdit), *place.findChildren(QPlainTextEdit),
    ]  # fmt: skip
    return [each for each in found if each.isVisible()]


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def use(qtbot: QtBot, screen: ParticipantScreen, act: Callable[[QWidget], None]) -> int:
    """Act at every field that the page and the call for help have; how many there were."""
    help_sheet = screen.findChild(HelpSheet)
    assert help_sheet is not None
    acted = 0
    for field in fields(screen):
        act(field)
        acted += 1
    help_button = [each for each in screen.findChildren(QWidget, "help") if each.isVisible()]
    if help_button:
        press(qtbot, screen, Qt.Key.Key_F1)
        assert help_sheet.isVisible()
        act(help_sheet.field)
        acted += 1
        qtbot.mouseClick(find(screen, "close_help"), Qt.MouseButton.LeftButton)
    return acted


def type_and_copy(field: QWidget) -> None:
    for text in (TYPED, TYPED[::-1]):
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_C, CTRL)


def look_for_what_was_typed(field: QWidget) -> None:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    name = field.objectName()
    found = {"as it stands": text_of(field)}
    for key, times in ((Qt.Key.Key_Z, 30), (Qt.Key.Key_Y, 30)):
        for _ in range(times):
            QTest.keyClick(field, key, CTRL)
            found[f"{key.name}"] = found.get(f"{key.name}", "") + text_of(field)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
    found["again"] = text_of(field)
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    found["pasted"] = text_of(field)
    assert {how: text for how, text in found.items() if text} == {}, name


def take_part(
    qtbot: QtBot, screen: ParticipantScreen, participant: str, act: Callable[[QWidget], None]
) -> int:
    screen.show_view(CHECK_IN)
    acted = use(qtbot, screen, act)
    for view in pages_of(participant):
        screen.show_view(view)
        acted += use(qtbot, screen, act)
    return acted


@pytest.mark.parametrize("says_goodbye", [True, False])
def test_nothing_typed_or_copied_is_there_for_the_next_one(
    qtbot: QtBot, says_goodbye: bool
) -> None:
    screen = shown(qtbot, CHECK_IN)
    typed = take_part(qtbot, screen, "first", type_and_copy)
    assert typed >= 5
    assert QGuiApplication.clipboard().text() == TYPED[::-1]
    if says_goodbye:
        screen.show_view(SeatView(Page.GOODBYE, participant="first", can_check_in=True))
    assert take_part(qtbot, screen, "second", look_for_what_was_typed) == typed


def test_nor_is_a_line_that_was_sent(qtbot: QtBot) -> None:
    page = SeatView(Page.SEATING, participant="first")
    screen = shown(qtbot, page)
    sheet = screen.findChild(HelpSheet)
    assert sheet is not None
    press(qtbot, screen, Qt.Key.Key_F1)
    said: list[object] = []
    screen.commanded.connect(said.append)
    QTest.keyClicks(sheet.field, "I am Anna")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert [each.text for each in said if isinstance(each, CallHelp)] == ["I am Anna"]
    line = TalkLine(0, True, "I am Anna")
    screen.show_view(SeatView(Page.SEATING, participant="first", talk=(line,)))
    screen.show_view(CHECK_IN)
    screen.show_view(SeatView(Page.SEATING, participant="second"))
    press(qtbot, screen, Qt.Key.Key_F1)
    look_for_what_was_typed(sheet.field)


def test_what_was_copied_elsewhere_stays(qtbot: QtBot) -> None:
    """A kiosk on the experimenter's own desktop, or a mirror, takes nothing that is not its own."""
    screen = shown(qtbot, CHECK_IN)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    other.setFocus()
    type_and_copy(other)
    for view in (CHECK_IN, *pages_of("first"), CHECK_IN):
        screen.show_view(view)
    assert QGuiApplication.clipboard().text() == TYPED[::-1]
