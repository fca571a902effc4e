"""A study of people in real windows, from its sessions to its verdicts."""

import time
from pathlib import Path

from desktop import Desktop, Window, wait
from lab_day import Day

from hcmd_lab.processes import CODE_VARIABLE, end_process

_PEOPLE = Path(__file__).with_name("quick_people.py")
_OF_PLAY_S = 1200.0
_LOOK_S = 4.0
_OF_STEP_S = 400.0


class PeopleStudy(Day):
    """The experimenter of a study whose people play fast.

    Args:
        lab: The display.
        study: Its study, with a first mechanism.
    """

    def __init__(self, lab: Desktop, study: Path) -> None:
        super().__init__(lab, study)
        self.sessions = 0
        self.planned: list[tuple[int, int | None]] = []

    def open_session(self, groups: int) -> None:
        """Open a study's first session page by page."""
        control = self.control
        self.sessions += 1
        self._begin_a_session()
        control.until("Next", enabled=True, patience_s=_OF_STEP_S)
        control.press("Next")
        control.until("Number of groups", "spin box")
        control.fill_in("Number of groups", str(groups))
        control.shoot(f"wizard-groups-{self.sessions}")
        control.press("Next")
        control.until("Contribution", "spin box")
        for page in ("Contribution", "Outcome of a round", "Vote"):
            control.fill_in(page, "900")
        control.press("Next")
        control.until("Control questions", "check box")
        # Only who checks in as simulated is told the solutions.
        control.switch("Control questions", on=False)
        control.press("Next")
        control.until("Currency", "text")
        control.press("Next")
        control.until("Port", "spin box")
        control.fill_in("Port", str(self.port))
        control.press("Next")
        control.until("Open session")
        control.shoot(f"wizard-check-{self.sessions}")
        control.press("Open session")
        self.see_session()

    def _begin_a_session(self) -> None:
        """Ask for the wizard, which an ended session offers as the next step."""
        self.control.key("ctrl+2")
        self.control.press("New session" if self.control.find("New session") else "Run a session…")

    def open_comparison(self, groups: int, reason: str) -> None:
        """Open a session of EVALUATE as last time; a reason passes over what the gate finds."""
        control = self.control
        self.sessions += 1
        self._begin_a_session()
        control.until("A session as last time")
        control.press("Change: Groups")
        control.until("Number of groups", "spin box")
        control.fill_in("Number of groups", str(groups))
        control.shoot("wizard-contrasts")
        control.press("Done: Groups")
        control.shoot("wizard-gate")
        self._pass_the_gate(reason)
        control.press("Open session")
        self.see_session()

    def _pass_the_gate(self, reason: str) -> None:
        """Look at what stops each mechanism, and go on nevertheless."""
        control = self.control
        while control.find("Open session", "push button").is_enabled is False:
            control.press(control.until("Look closer: *", "push button").name)
            control.until("Before people meet a mechanism")
            control.shoot("gate")
            if control.find("Look ahead", "push button") is not None:
                control.press("Look ahead")
                wait(
                    lambda: control.find("Look ahead", "push button") is None,
                    "the models' games", control.text, _OF_STEP_S,
                )  # fmt: skip
                control.shoot("gate-looked-ahead")
            while (stop := control.find("Pass over: *", "push button")) is not None:
                control.press(stop.name)
                control.until("Go on nevertheless", "push button")
                control.type(reason)
                control.shoot("gate-reason")
                control.press("Go on nevertheless")
                control.until_said(f"Passed over: “{reason}”.")
            control.shoot("gate-passed")
            control.press("Close")
            control.until("Open session")
            control.shoot("wizard-check-after-gate")

    def let_people_play(self) -> None:
        """Seat people at four kiosks until all groups have played, and end the session."""
        control = self.control
        self.lab.environment[CODE_VARIABLE] = self.code
        seats = [self._seat(number) for number in range(1, 5)]
        control.shoot(f"playing-{self.sessions}")
        wait(self._is_over, "all groups", control.text, _OF_PLAY_S)
        seats[0].shoot(f"kiosk-{self.sessions}")
        self.close_session()
        for seat in seats:
            end_process(seat.process)

    def _is_over(self) -> bool:
        time.sleep(_LOOK_S)  # who reads the screen all the time keeps it from being drawn
        if self.control.find("Let all in", "push button") is not None:
            self.control.press(
                "Let all in"
            )  # a kiosk came back by another address of this computer
        return self.control.find("*is over") is not None

    def _seat(self, number: int) -> Window:
        return self.lab.start(
            f"people-{self.sessions}-{number}", str(_PEOPLE), "--server",
            f"127.0.0.1:{self.port}", "--station", str(number), "--size", "1024x768",
            "--geometry", f"{40 * number},{30 * number}", "--language", "en", "--seed",
            str(100 * self.sessions + number),
            "--state-dir", str(self.lab.folder / f"station-{number}"),
        )  # fmt: skip

    def train(self) -> None:
        """Take the steps of training, one after another."""
        control = self.control
        for step in ("MODEL", "OPTIMIZE", "CONVERGENCE"):
            control.key("ctrl+1")
            control.press(f"Start {step}")
            wait(
                lambda: control.find("Run a session…") or control.find("Start *", "push button"),
                f"the end of {step}", control.text, _OF_STEP_S,
            )  # fmt: skip
        control.shoot("trained")

    def plan(self, mechanism: int, other: int | None) -> None:
        """Plan a contrast of two mechanisms, by their places in the lists."""
        control = self.control
        control.key("ctrl+6")
        control.until("Plan the contrast")
        self._choose(0, mechanism)
        if other is not None:
            self._choose(1, other)
        number = len(self.planned) + 1
        control.press("Plan the contrast")
        control.until(f"Contrast {number} is planned: *", patience_s=_OF_STEP_S)
        self.planned.append((mechanism, other))
        control.shoot("planned")

    def _choose(self, side: int, place: int) -> None:
        """Choose one side of the contrast; a list goes by what is chosen in it."""
        chosen = [each.name for each in self.control.read() if each.role == "combo box"][side]
        self.control.tab_to(chosen, "combo box")
        self.control.key("Home", *["Down"] * place)

    def count(self) -> None:
        """Count the votes of the next contrast."""
        control = self.control
        control.key("ctrl+1")
        control.press("Start EVALUATE")
        wait(
            lambda: control.find("Start EVALUATE") or control.find("Results and report"),
            "the votes", control.text, _OF_STEP_S,
        )  # fmt: skip

    def verdicts(self) -> list[str]:
        """What the window says of each contrast."""
        control = self.control
        control.shoot("study-complete")
        control.key("ctrl+4")
        control.shoot("training")
        control.key("ctrl+6")
        control.until("Contrasts", "table")
        control.tab_to("Contrasts", "table")
        found = []
        for number in range(1, 4):
            control.key("ctrl+Home", *["Down"] * (number - 1))
            control.shoot(f"contrast-{number}")
            found += [
                each.name
                for each in control.read()
                if each.role == "label" and "The share of votes for" in each.name
            ]
        return found

    def close(self) -> None:
        """Close the window, so that the study can be written to."""
        end_process(self.control.process)
