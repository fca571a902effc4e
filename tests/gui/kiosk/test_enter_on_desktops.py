"""Enter confirms what was chosen and chooses nothing, whatever desktop a kiosk's window is on.

Under GNOME, Ubuntu's desktop, Qt lets Enter press every button; elsewhere Space alone does.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import Desktop, desktop, missing_tools

MISSING = missing_tools()

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a display of its own needs X11"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]

PROGRAM = """
import json
import sys

sys.path[:0] = sys.argv[1:]

from participant_views import every_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from ui.kiosk.screen import ParticipantScreen
from ui.look.style import apply_look

app = QApplication([])
apply_look(app, "light")
plain = QPushButton("plain")
plain.show()
pressed = []
plain.clicked.connect(lambda: pressed.append(True))
QTest.keyClick(plain, Qt.Key.Key_Return)
told = {"enter_presses": bool(pressed)}
for name, digits in json.loads(sys.stdin.read()).items():
    screen = ParticipantScreen(animate=False)
    screen.resize(1280, 720)
    screen.show()
    screen.show_view(every_page()[name])
    sent = []
    screen.commanded.connect(lambda command, sent=sent: sent.append(type(command).__name__))
    def chosen(screen=screen):
        choices = screen.page.findChildren(QAbstractButton)
        return [each.accessibleName() for each in choices if each.isChecked()]
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Enter)
    before = chosen()
    QTest.keyClicks(screen.focusWidget(), digits)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    told[name] = [before, len(chosen()), sent]
    screen.deleteLater()
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.mark.parametrize("theme", ["gnome", "generic"])
def test_enter_confirms_what_was_chosen_and_chooses_nothing(room: Desktop, theme: str) -> None:
    here = Path(__file__).parent
    paths = [str(each) for each in (here, here.parents[1] / "support", here.parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *paths],
        env=room.environment | {"QT_QPA_PLATFORMTHEME": theme, "XDG_CURRENT_DESKTOP": theme},
        input=json.dumps({"vote": "2", "question": "2", "questionnaire_short": "2"}),
        capture_output=True, text=True, timeout=100, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout.splitlines()[-1])
    assert told.pop("enter_presses") is (theme == "gnome"), "the test has this desktop's buttons"
    assert told == {
        "vote": [[], 1, ["Vote"]],
        "question": [[], 1, ["AnswerQuestion"]],
        "questionnaire_short": [[], 1, []],  # handed in by its button alone
    }
