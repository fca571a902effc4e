"""An experimenter's hands in real windows: a study, sessions, what is done in them, payments."""

import socket
from collections.abc import Callable
from pathlib import Path

from at_the_kiosk import Participant
from desktop import Desktop, Window, wait

from hcmd_lab.processes import CODE_VARIABLE

OF_TRAINING_S = 240.0
"""For the first mechanism, on a computer that is busy."""


class Day:
    """The experimenter, the participants and their windows.

    Args:
        lab: The display.
        study: To open; None begins without one.

    Attributes:
        control: The control window.
        people: Participants by station.
        kiosks: The kiosks' windows by station.
        session: Code of the session that is open.
        port: On which sessions are opened.
    """

    def __init__(self, lab: Desktop, study: Path | None = None) -> None:
        self.lab = lab
        self.control = lab.start("control", "-m", "hcmd_lab", "open", *([str(study)] * bool(study)))
        self.people: dict[str, Participant] = {}
        self.kiosks: dict[str, Window] = {}
        self.session = ""
        self.code = ""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    # --- a session opens ----------------------------------------------------------------------

    def make_study(self) -> None:
        """Make a study with few groups."""
        control = self.control
        control.press("New study…")
        control.until("Create the study")
        control.until_focus("radio button")
        control.shoot("new-study")
        control.press("Quick")
        control.fill_in("Name of the study", "Lab day")
        control.press("Create the study")
        control.until_said("Next step")
        control.shoot("study")

    def open_by_wizard(self) -> None:
        """Open a study's first session page by page, with both gates."""
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
        # Nobody is late, and nobody misses what they earned, on a busy computer.
        for page in ("Contribution", "Outcome of a round", "Vote"):
            control.fill_in(page, "900")
        control.shoot("wizard-rules")
        control.press("Next")
        control.until("You start the instructions", "check box")
        control.switch("You start the instructions", on=True)
        control.switch("You start the questionnaire", on=True)
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

    def open_as_last_time(self) -> None:
        """Open a further session from the summary of the one before."""
        control = self.control
        control.press("Run a session…")
        control.until("A session as last time")
        control.until("Open session", enabled=True)
        control.shoot("as-last-time")
        assert f"port {self.port}" in control.text()
        control.press("Open session")
        self.see_session()
        control.shoot("second-session-open")

    def see_session(self) -> None:
        """Read which session is open, and its pairing code."""
        control = self.control
        control.until("Groups and stations")
        title = control.until("* · session *").name
        self.session = title.rpartition(" ")[2]
        if control.find("Pairing code*") is not None:
            self.code = control.until("Pairing code*").name.rpartition(" ")[2]

    # --- in a session -------------------------------------------------------------------------

    def choose_station(self, name: str) -> None:
        """Choose a station in the grid by arrow keys."""
        control = self.control
        control.tab_to("Groups and stations", "table")
        control.key("ctrl+Home")
        for _ in range(12):
            control.key("Right")
            if control.focus().startswith(f"Station {name},"):
                return
        raise AssertionError(f"The arrows do not lead to station {name}:\n{control.text()}")

    def drop(self, station: str) -> None:
        """Drop the participant at a station, as soon as they are chosen."""
        control = self.control
        self.choose_station(station)
        control.key("ctrl+shift+d")
        control.until("Continue", "push button")
        control.shoot("drop-reason")
        control.press("Continue")
        control.until(f"Drop the participant at station {station}?")
        control.shoot("drop-warning")
        control.press("Drop")
        control.until_said("Dropped:")
        group = control.until("Group 1, *").name
        assert station not in group.partition("Waits for:")[2].split(", "), group

    def move(self, station: str, target: str) -> None:
        """Move the participant at a station to the only free one."""
        control = self.control
        self.choose_station(station)
        control.press("Participant and group")
        control.shoot("menu-participant")
        control.key("Down", "Right", "Return")
        control.until_said(f"Moved from station {station} to station {target}")
        control.shoot("moved")
        self.people[target] = self.people.pop(station)
        self.people[target].kiosk = self.kiosks[target]

    def crash_and_resume(self, *awake: str) -> None:
        """Kill the control window, see the kiosks wait, and resume the session."""
        self.control.process.kill()
        self.control.process.wait()
        for station in awake:
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
        self.control.until_focus("table", "cell")
        self.control.shoot("resumed")

    def start_part(self, part: str) -> None:
        """Wait until everybody stands before a part, and start it."""
        control = self.control
        waiting = f"{len(self.people)} participants waiting for your start: {part}"
        self.play(lambda: waiting in control.text(), f"the gate before {part}")
        self.kiosks["1"].shoot(f"kiosk-gate-{part}")
        control.shoot(f"gate-{part}")
        control.press("Start for everyone")

    def close_session(self) -> None:
        """See the session to its end."""
        control = self.control
        if control.find("*is over") is None:
            control.press("This session")
            control.key("Up", "Return")
            control.until("End the session", "push button")
            control.shoot("end-session")
            control.press("End the session")
        control.until("*is over")
        control.shoot("summary")

    # --- payments and export ------------------------------------------------------------------

    def pay(self, session: str) -> str:
        """Open a session from the Data panel, tick who has been paid, and save the receipts.

        Returns:
            What the page of payments says.
        """
        control = self.control
        control.key("ctrl+5")
        control.until("Pictures", "page tab")
        control.turn_to("Sessions")
        control.until("Sessions", "table")
        control.shoot("data-sessions")
        control.tab_to("Sessions", "table")
        control.key("ctrl+Home")
        for _ in range(4):
            if control.focus() == session:
                break
            control.key("Down")
        assert control.focus() == session
        control.key("Return")
        control.until(f"* session {session}")
        control.turn_to("Payments")
        control.until("Payments", "table")
        control.shoot("payments")
        control.tab_to("Payments", "table")
        control.key("ctrl+Home", "space")
        control.until_said("Paid so far:")
        control.shoot("payments-ticked")
        said = control.text()
        control.press("Receipts")
        control.key("Up", "Return")  # saves a PDF
        control.until("Save", "push button", enabled=True)
        control.key("Return")
        control.until_said("Saved:")
        control.shoot("receipts")
        control.press("Close")
        wait(lambda: control.find("Payments", "table") is None, "the session closed", control.text)
        control.key("ctrl+2")
        control.until("Groups and stations")
        return said

    def export(self, folder: Path) -> None:
        """Export everything by the window."""
        control = self.control
        folder.mkdir()
        control.key("ctrl+5")
        control.press("Export…")
        control.shoot("menu-export")
        control.key("Down", "Return")
        control.until("Choose", "push button")
        control.type(str(folder))
        control.shoot("export-folder")
        control.key("Return")
        control.until_said("Exported")
        control.shoot("exported")

    # --- the participants ---------------------------------------------------------------------

    def start_kiosk(self, station: str) -> Window:
        """Start a kiosk at a station."""
        number = len(self.kiosks)
        self.lab.environment[CODE_VARIABLE] = self.code
        kiosk = self.lab.start(
            f"kiosk-{station}", "-m", "ui.kiosk", "--server", f"127.0.0.1:{self.port}",
            "--station", station, "--windowed", "--size", "1024x768",
            "--geometry", f"{40 * number},{30 * number}", "--language", "en",
            "--state-dir", str(self.lab.folder / f"station-{station}"),
        )  # fmt: skip
        self.kiosks[station] = kiosk
        return kiosk

    def sit_down(self, wishes: dict[str, int]) -> None:
        """Somebody sits down at each station, with the stage that they will vote for."""
        self.people = {}
        for number, (station, wish) in enumerate(wishes.items()):
            kiosk = self.kiosks.get(station) or self.start_kiosk(station)
            self.people[station] = Participant(kiosk, number, wish)
        for station in wishes:
            self.kiosks[station].until("Begin", enabled=True)
        self.kiosks["1"].shoot("kiosk-check-in")

    def play(self, until: Callable[[], bool], what: str, patience_s: float = 600.0) -> None:
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
