"""A day in the lab in real windows: two sessions by keyboard alone, and what the export says of it.

The control window and the kiosks are the real programs on a display of their own. They are read as
a screen reader reads them and used by keys; nothing of the program is called.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("jeepney", reason="jeepney is not installed")

from day_ledger import Export, check_receipts, check_session
from desktop import Desktop, desktop, missing_tools
from lab_day import Day
from pdf_text import text_of
from ready_to_evaluate import ready_to_evaluate

pytestmark = [
    pytest.mark.release,
    pytest.mark.timeout(2400),
    pytest.mark.skipif(sys.platform != "linux", reason="a display of its own needs X11"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {missing_tools()}"),
]

DROPPED, MOVED, SPARE = "4", "2", "5"
_SCRIPT = Path(__file__).parents[2] / "docs" / "analysis" / "recompute_payments.py"


@pytest.fixture
def lab(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    shots = request.config.getoption("--shots")
    with desktop(tmp_path / "home", None if shots is None else Path(shots)) as made:
        yield made


def test_a_study_is_made_and_its_first_session_opened(lab: Desktop) -> None:
    day = Day(lab)
    day.make_study()
    day.open_by_wizard()
    assert "0 of 4 stations connected" in day.control.text()


def test_a_lab_day(lab: Desktop, tmp_path: Path) -> None:
    day = Day(lab, ready_to_evaluate(lab.folder / "Documents" / "HCMD studies" / "day", "Lab day"))
    day.open_by_wizard()
    first, first_people = day.session, play_first_session(day)
    day.open_as_last_time()
    assert day.session != first
    second, host = day.session, day.control.process.pid
    said = play_second_session(day, first)
    assert day.control.process.pid == host
    for person in first_people.values():
        assert person.receives in said or not person.receives
    folder = tmp_path / "export"
    day.export(folder)
    export = Export(folder)
    check_session(export, first, first_people)
    check_session(export, second, day.people)
    subprocess.run([sys.executable, str(_SCRIPT), str(folder)], check=True)
    (receipts,) = lab.folder.rglob(f"receipts-{first}.pdf")
    check_receipts(export, first, text_of(receipts), said)


def play_first_session(day: Day) -> dict[str, object]:
    """One leaves, one is moved, the control window is killed; everyone votes and is paid."""
    day.sit_down({"1": 2, "2": 1, "3": 2, "4": 1})
    day.control.shoot("stations-connected")
    day.start_part("Instructions")
    first = day.people["1"]
    day.play(lambda: (1, 2) in first.decided, "the second round")
    day.control.shoot("round-2")
    day.drop(DROPPED)
    left = day.people.pop(DROPPED)
    left.kiosk.until_said("Your part has ended")
    left.kiosk.shoot("kiosk-dropped")
    day.start_kiosk(SPARE).until("Welcome")
    day.move(MOVED, SPARE)
    day.play(lambda: (1, 4) in first.decided, "the fourth round")
    day.crash_and_resume("1", "3", SPARE)
    day.play(lambda: first.voted > 0 and not first.is_voting, "the vote")
    first.kiosk.shoot("kiosk-voted")
    day.play(lambda: bool(first.won), "the result of the vote")
    day.start_part("Questionnaire")
    day.play(lambda: all(each.is_done for each in day.people.values()), "everyone's payment")
    first.kiosk.shoot("kiosk-payment")
    day.close_session()
    return {**day.people, DROPPED: left}


def play_second_session(day: Day, first: str) -> str:
    """The kiosks come over; meanwhile the first session's people are paid."""
    day.sit_down({"1": 1, "3": 1, "4": 2, SPARE: 1})
    day.start_part("Instructions")
    one = day.people["1"]
    day.play(lambda: (1, 2) in one.decided, "the second round")
    said = day.pay(first)
    day.start_part("Questionnaire")
    day.play(lambda: all(each.is_done for each in day.people.values()), "everyone's payment")
    day.close_session()
    return said
