"""Steps and sessions that a test begins at a desk without a window."""

from network_lab import HOME
from pytestqt.qtbot import QtBot

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.training_thread import TrainingOutcome

ENOUGH_MS = 60_000
TINY = make_settings(
    "quick", {"participants": "simulated", "groups": [5, 5], "max_epochs": 2, "splits": 1}
)


def start_until_it_works(qtbot: QtBot, desk: Desk, step: Step) -> None:
    with qtbot.waitSignal(desk.training.progressed, timeout=ENOUGH_MS):
        desk.training.start(step)


def outcome_of(qtbot: QtBot, desk: Desk, step: Step, within_ms: int = ENOUGH_MS) -> TrainingOutcome:
    with qtbot.waitSignal(desk.training.ended, timeout=within_ms) as ended:
        desk.training.start(step)
    ended_step, outcome = ended.args
    assert ended_step is step
    assert desk.training.running is None
    return outcome


def open_pilot(desk: Desk) -> None:
    desk.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
