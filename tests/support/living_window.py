"""The real control window in a process of its own, where something goes on; says when it does.

    python living_window.py STUDY WHAT...

What goes on: `session`, a session whose stations are awaited; `question`, one that nobody answers;
`training`, a step that works until it is told to stop, or with `deaf` for ever.
"""

import sys
from pathlib import Path

import pretended_training
from PySide6.QtCore import QTimer

from hcmd_lab import training
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.study.status import Step
from ui.control import main
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.window import ControlWindow


def _act(window: ControlWindow, what: list[str]) -> None:
    desk = window.findChild(Desk)
    assert isinstance(desk, Desk)
    if "session" in what:
        desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    if "training" in what:
        desk.training.progressed.connect(lambda _: print("goes on", flush=True))
        desk.training.start(Step.MODEL)
    elif "question" in what:
        QTimer.singleShot(0, window, lambda: print("goes on", flush=True))
        confirm(window, "A question", "Nobody answers it.", "Act")
    else:
        print("goes on", flush=True)


def _run() -> int:
    begin = main.begin

    def begin_and_act(window: ControlWindow, study: Path | None, *others: object) -> None:
        begin(window, study)
        QTimer.singleShot(0, window, lambda: _act(window, sys.argv[2:]))

    main.begin = begin_and_act
    # Also of the process that is started ahead.
    is_deaf = "deaf" in sys.argv
    training._enter = pretended_training.hears_nothing if is_deaf else pretended_training.obeys
    return main.run_window(Path(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(_run())
