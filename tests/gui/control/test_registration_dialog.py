from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.study.registration import registration
from ui.control.desk import Desk
from ui.control.study import registration_dialog
from ui.control.study.registration_dialog import RegistrationDialog


def test_the_plan_is_read_and_frozen_in_the_window(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    dialog = RegistrationDialog(desk)
    qtbot.addWidget(dialog)
    assert "The comparison was not registered." in dialog.words.toPlainText()
    lines = dialog.words.toPlainText().split("\n")
    assert {"Audit", "OSF", "AsPredicted", "Hypotheses"} <= set(lines)
    assert not [line for line in lines if line.startswith("#")], (
        "marks are for files, not for people"
    )
    monkeypatch.setattr(registration_dialog, "confirm", lambda *_, **__: False)
    dialog.freeze.click()
    assert registration(desk.study) is None
    monkeypatch.setattr(registration_dialog, "confirm", lambda *_, **__: True)
    dialog.freeze.click()
    frozen = registration(desk.study)
    assert frozen is not None
    assert frozen.sha256 in dialog.words.toPlainText()
    assert dialog.freeze.isHidden()
    desk.close_study()
