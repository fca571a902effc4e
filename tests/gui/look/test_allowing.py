"""What cannot be used says why, and what can be used says what it said before."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ui.look.allowing import allow_unless

WHY = "Choose a participant."


@pytest.mark.parametrize("kind", [QPushButton, QMenu, QAction])
def test_the_reason_is_told_as_long_as_it_holds(
    kind: type[QPushButton | QMenu | QAction], qtbot: QtBot
) -> None:
    usable = kind()
    allow_unless(usable, WHY, tip="Pays.")
    assert not usable.isEnabled()
    assert usable.toolTip() == WHY
    allow_unless(usable, "", tip="Pays.")
    assert usable.isEnabled()
    assert usable.toolTip() == "Pays."


def test_a_reason_is_no_html(qtbot: QtBot) -> None:
    usable = QPushButton()
    qtbot.addWidget(usable)
    allow_unless(usable, "<b>ann</b> has arrived.")
    assert "&lt;b&gt;" in usable.toolTip()
