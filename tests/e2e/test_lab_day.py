"""A day in the lab in real windows: two sessions by keyboard alone, and what the export says of it.

The control window and the kiosks are the real programs on a display of their own. They are read as
a screen reader reads them and used by keys; nothing of the program is called.
"""

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("jeepney", reason="jeepney is not installed")

from at_the_kiosk import Participant
from desktop import Desktop, Window, desktop, missing_tools, wait

pytestmark = [
    pytest.mark.release,
    pytest.mark.timeout(1500),
    pytest.mark.skipif(sys.platform != "linux", reason="a display of its own needs X11"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {missing_tools()}"),
]

SEATED = ("1", "2", "3", "4")
DROPPED, MOVED, SPARE = "4", "2", "5"
CURRENCY = "EUR"
OF_TRAINING_S = 240.0
"""For the first mechanism, on a computer that is busy."""


@pytest.fixture
def lab(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    shots = request.config.getoption("--shots")
    with desktop(tmp_path / "home", None if shots is None else Path(shots)) as made:
        yield made


class Day:
    """The experimenter, the participants and their windows."""

    def __init__(self, lab: Desktop) -> None:
        self.lab = lab
        self.control = lab.start("control", "-m", "hcmd_lab", "open")
        self.people: dict[str, Participant] = {}
        self.kiosks: dict[str, Window] = {}
        self.session = ""
        self.code = ""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    # --- the experimenter ---------------------------------------------------------------------

    def make_study(self) -> None:
        control = self.control
        control.press("New study…")
        control.until("Create the study")
        control.shoot("new-study")
        control.press("Quick")
        control.fill_in("Name of the study", "Lab day")
        control.press("Create the study")
        control.until_said("Next step")
        control.shoot("study")

    def open_first_session(self) -> None:
        control = self.control
        control.key("ctrl+2")
        control.press("New session")
        control.until("Next", enabled=True, patience_s=OF_TRAINING_S)
        control.shoot("wizard-mode")
        control.press("Next")
        control.until("Number of groups", "spin box")
        control.fill_in("Number of groups", "1")
        control.shoot("wizard-groups")
        control.press("Next")
        control.until("Contribution", "spin box")
        control.fill_in("Contribution", "50")
        control.shoot("wizard-rules")
        control.press("Next")
        control.until("You start the instructions", "check box")
        control.switch("You start the instructions", on=True)
        control.shoot("wizard-script")
        control.press("Next")
        control.until("Currency", "text")
        control.shoot("wizard-payment")
        control.press("Next")
        control.until("Port", "spin box")
        control.fill_in("Port", str(self.port))
        control.shoot("wizard-kiosks")
        control.press("Next")
        control.until("Open session", enabled=True)
        control.shoot("wizard-check")
        control.press("Open session")
        self.see_session()
        control.shoot("session-open")

    def see_session(self) -> None:
        """Read which session is open, and its pairing code."""
        control = self.control
        control.until("Groups and stations")
        title = control.until("Acquire · session*").name
        self.session = title.rpartition(" ")[2]
        self.code = control.until("Pairing code*").name.rpartition(" ")[2]

    def choose_station(self, name: str) -> None:
        """Choose a station in the grid by arrow keys."""
        control = self.control
        control.tab_to("Groups and stations", "table")
        control.key("ctrl+Home")
        for _ in range(12):
            control.key("Right")
            here = control.focus()
            if here.startswith(f"Station {name},"):
                control.until_said("Selected: 1 station")
                return
        raise AssertionError(f"The arrows do not lead to station {name}:\n{control.text()}")

    def drop(self, station: str) -> None:
        control = self.control
        self.choose_station(station)
        control.key("ctrl+shift+d")
        control.until("Continue", "push button")
        control.shoot("drop-reason")
        control.press("Continue")
        control.until("Drop", "push button")
        control.shoot("drop-warning")
        control.press("Drop")
        control.until_said("Dropped:")

    def move(self, station: str, target: str) -> None:
        control = self.control
        self.choose_station(station)
        control.press("Participant and group")
        control.shoot("menu-participant")
        control.key("Down", "Right", "Return")  # the only free station
        control.until_said(f"Moved from station {station} to station {target}")
        control.shoot("moved")

    def crash_and_resume(self) -> None:
        self.control.process.kill()
        self.control.process.wait()
        for station in (*SEATED, SPARE):
            if station not in (DROPPED, MOVED):
                self.kiosks[station].until_said("connection")
        self.kiosks["1"].shoot("kiosk-without-lab-computer")
        before = self.control
        self.control = self.lab.start("control", "-m", "hcmd_lab", "open")
        self.control.keys = before.keys
        self.control.until_said("Resume session")
        self.control.shoot("after-crash")
        self.control.key("ctrl+2")
        self.control.press(f"Resume session {self.session}")
        self.control.until("Groups and stations")
        self.control.shoot("resumed")

    # --- the participants ---------------------------------------------------------------------

    def start_kiosk(self, station: str, number: int) -> Window:
        kiosk = self.lab.start(
            f"kiosk-{station}", "-m", "ui.kiosk", "--server", f"127.0.0.1:{self.port}",
            "--station", station, "--code", self.code, "--windowed", "--size", "1024x768",
            "--geometry", f"{40 * number},{30 * number}", "--language", "en",
            "--state-dir", str(self.lab.folder / f"station-{station}"),
        )  # fmt: skip
        self.kiosks[station] = kiosk
        return kiosk

    def sit_down(self) -> None:
        for number, station in enumerate(SEATED):
            kiosk = self.start_kiosk(station, number)
            self.people[station] = Participant(kiosk, coins=number + 1)
        for station in SEATED:
            self.kiosks[station].until("Begin", enabled=True)
        self.kiosks["1"].shoot("kiosk-check-in")

    def play(self, until: Callable[[], bool], what: str, patience_s: float = 400.0) -> None:
        """Let everyone act on what they see until something is reached."""

        def look() -> bool:
            if until():
                return True
            for person in self.people.values():
                if until():
                    return True
                if not person.is_done:
                    person.act()
            return until()

        def tell() -> str:
            return "\n\n".join(f"{s}: {p.kiosk.text()}" for s, p in self.people.items())

        wait(look, what, tell, patience_s)


def test_a_lab_day(lab: Desktop, tmp_path: Path) -> None:
    day = Day(lab)
    day.make_study()
    day.open_first_session()
    play_first_session(day)


def play_first_session(day: Day) -> None:
    """People come; one leaves, one is moved, the control window is killed; everyone is paid."""
    day.sit_down()
    control = day.control
    control.shoot("stations-connected")
    day.play(lambda: "4 participants waiting for your start" in control.text(), "a closed gate")
    day.kiosks["1"].shoot("kiosk-gate")
    control.shoot("gate")
    control.press("Start for everyone")
    first = day.people["1"]
    day.play(lambda: (1, 2) in first.decided, "the second round")
    control.shoot("round-2")
    day.drop(DROPPED)
    day.start_kiosk(SPARE, 4).until("Welcome")
    day.move(MOVED, SPARE)
    day.people[MOVED].kiosk = day.kiosks[SPARE]
    left = day.people.pop(DROPPED)
    left.kiosk.until_said("Your part")
    left.kiosk.shoot("kiosk-dropped")
    day.play(lambda: (1, 4) in first.decided, "the fourth round")
    day.crash_and_resume()
    day.play(lambda: (1, 5) in first.decided, "the fifth round")
    control = day.control
    day.choose_station("1")
    control.key("ctrl+shift+e")
    control.until("Continue", "push button")
    control.press("Continue")
    control.until("End with pay", "push button")
    control.shoot("end-warning")
    control.press("End with pay")
    day.play(lambda: all(each.is_done for each in day.people.values()), "everyone's payment")
    day.kiosks["1"].shoot("kiosk-payment")
