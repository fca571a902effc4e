"""A desk without a window, one at which MODEL can be begun, and a panel *Session*."""

from collections.abc import Iterator
from pathlib import Path

import pretended_training
import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.study.simulated import play_simulated
from ui.control.desk import Desk
from ui.control.session_panel import SessionPanel


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A desk without a study."""
    del qtbot  # there has to be an application
    desk = Desk()
    yield desk
    if shiboken6.isValid(desk):
        desk.close_study()


@pytest.fixture
def panel(desk: Desk, tmp_path: Path, qtbot: QtBot) -> SessionPanel:
    """The panel *Session* of a study in which nobody has played, in the smallest window."""
    desk.open_study(playable_study(tmp_path / "study", 4))
    made = SessionPanel(desk)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    return made


@pytest.fixture
def modelling(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A study whose next step is MODEL, which would work until it is told to stop."""
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    desk.open_study(playable_study(tmp_path / "study", 5))
    play_simulated(desk.study, "acquire", 5)
    return desk
