"""The style sheet uses the colours that exist, and Qt understands all of it."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QCheckBox, QMenuBar, QTableWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.shipped_parts import RESOURCES
from ui.look.style import Mode, apply_look, body_font
from ui.look.tokens import LIGHT, tokens
from ui.look.widgets import Card, button, label, set_role


def test_every_colour_of_the_sheet_is_a_token() -> None:
    sheet = RESOURCES.joinpath("style/family.qss").read_text(encoding="utf-8")
    assert set(re.findall(r"\$(\w+)", sheet)) <= set(asdict(LIGHT)) | {"tick"}
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet), "a colour beside the tokens"


def test_roles_change_a_label_that_is_shown(qapp: QApplication) -> None:
    apply_look(qapp, "light")
    card = Card("Heading")
    text = label("12.5", "body")
    card.body.addWidget(text)
    card.show()
    before = text.sizeHint().height()
    set_role(text, "number")
    assert text.sizeHint().height() > before
    assert button("Go", "primary").property("kind") == "primary"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_box_that_is_checked_has_a_tick(qapp: QApplication, mode: Mode) -> None:
    apply_look(qapp, mode)
    box = QCheckBox()
    for checked in (False, True):
        box.setChecked(checked)
        image = box.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(20) for y in range(image.height())}
        assert (tokens().accent in seen) is checked
        if checked:
            assert tokens().accent_ink in seen
    apply_look(qapp, "light")


def test_menus_and_tables_are_in_the_font_of_the_rest(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = QApplication.setStyleSheet

    def as_on_windows(application: QApplication, sheet: str) -> None:
        style(application, sheet)
        for kind in ("QMenuBar", "QAbstractItemView"):
            application.setFont(QFont("Courier", 30), kind)

    monkeypatch.setattr(QApplication, "setStyleSheet", as_on_windows)
    apply_look(qapp, "dark")
    monkeypatch.undo()
    menu, table = QMenuBar(), QTableWidget(1, 1)
    for widget in (menu, table):
        qtbot.addWidget(widget)
    for font in (menu.font(), table.font(), table.horizontalHeader().font()):
        assert font.family() == body_font().family()
        assert font.pixelSize() == body_font().pixelSize()
    apply_look(qapp, "light")
