"""Whatever a kiosk shows has come through a translation, or is data."""

from pathlib import Path

import pytest
from participant_views import every_page, view
from pretended_language import escaped, pretended_language, shown_texts
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.rejection import RejectionCode
from ui.kiosk.exit_dialog import ExitDialog
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import Address
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.remembered import Place
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.sorry_page import SorryPage
from ui.kiosk.take_over_bar import TakeOverBar
from ui.kiosk.window import KioskWindow

PAGES = every_page()
DATA = ("XXXX", "EUR")
PRODUCT = "HCMD Lab"
"""The title of a kiosk whose station has no name yet; a product is called the same everywhere."""


def all_of(value: object) -> list[str]:
    """Every text in a view: texts of the study, which come in the participant's language."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple | list):
        return [text for each in value for text in all_of(each)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [text for name in fields for text in all_of(getattr(value, name))]


def assert_translated(widget: QWidget, data: tuple[str, ...] = ()) -> None:
    texts = shown_texts(widget)
    assert any("⟪" in text for _, text in texts), "nothing is marked: the test sees nothing"
    untranslated = {
        (where, text) for where, text in texts if escaped(text, (*DATA, *data)) and text not in data
    }
    assert not untranslated


def shown(qtbot: QtBot, seen: SeatView) -> ParticipantScreen:
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show_view(seen)
    screen.show()
    return screen


@pytest.mark.parametrize("name", PAGES)
def test_pages(qtbot: QtBot, name: str) -> None:
    with pretended_language():
        seen = PAGES[name]
        texts = [text.replace("**", "") for text in all_of(seen.script)]
        lines = tuple(line for text in texts for line in (text, *text.splitlines()))
        assert_translated(shown(qtbot, seen), lines)


@pytest.mark.parametrize("page", [Page.GATHER, Page.CHECK_IN])
def test_pages_that_depend_on_the_session(qtbot: QtBot, page: Page) -> None:
    with pretended_language():
        assert_translated(shown(qtbot, SeatView(page, label_required=True)))


@pytest.mark.parametrize("code", list(RejectionCode))
def test_refusals(qtbot: QtBot, code: RejectionCode) -> None:
    with pretended_language():
        screen = shown(qtbot, PAGES["decide"])
        screen.reject(code)
        assert_translated(screen)


def test_interruptions(qtbot: QtBot) -> None:
    with pretended_language():
        screen = shown(qtbot, view(Page.DECIDE, paused=True, pause_reason="lamp", message="wait"))
        screen.set_connected(False)
        assert_translated(screen, ("lamp", "wait"))


def test_what_lies_around_the_pages(qtbot: QtBot, tmp_path: Path) -> None:
    with pretended_language():
        setup = SetupPage(animate=False)
        qtbot.addWidget(setup)
        setup.form.fill(Address("192.168.1.10", 8765), "7 left", lambda _: True)
        setup.show_form()
        assert_translated(setup, ("7 left",))
        setup.show_attempt(Place(Address("lab", 8765), "7"))
        assert_translated(setup, ("7 left", "lab"))
        setup.show_closed("")
        assert_translated(setup)
        sorry = SorryPage()
        qtbot.addWidget(sorry)
        assert_translated(sorry)
        window = KioskWindow(locked=False)
        qtbot.addWidget(window)
        window.show_face(shown(qtbot, PAGES["decide"]))
        window.add_bar(TakeOverBar())
        gate = ExitGate(ExitTries(tmp_path), KeptPin(tmp_path), window)
        gate.tell("any", b"host")
        dialog = ExitDialog(window, gate)
        window.show()
        dialog.open_dialog()
        assert_translated(window, (PRODUCT,))
        window.name_station("XXXX")
        assert_translated(window)


def test_the_test_sees_what_is_painted(qtbot: QtBot) -> None:
    with pretended_language():
        texts = shown_texts(shown(qtbot, PAGES["vote"]))
    assert any("⟪" in text for where, text in texts if where == "painted")


def test_the_test_sees_what_escapes() -> None:
    assert escaped("⟪Your vote: {stage}⟫ now") == "now"
    assert escaped("⟪Stage ⟪one⟫ of two⟫ · 3/10") == ""
    assert escaped("⟪Paid⟫: 5 EUR", DATA) == ""
