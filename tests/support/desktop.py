"""A desktop of its own for real programs: a display, a window manager, keys, a screen reader."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeVar

from screen_reader import Element, ScreenReader

from hcmd_lab.processes import end_process

T = TypeVar("T")

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import")
PATIENCE_S = 40.0
_LOOK_S = 0.25
_LONGEST_TOUR = 80
"""Keys after which the way by Tab is taken to lead nowhere."""
_PRESSED = (
    "push button", "button menu", "toggle button", "radio button", "check box", "menu item",
    "page tab",
)  # fmt: skip
_PARTS = ("page tab", "cell")
"""Qt tells the focus of these also while it is elsewhere."""


def missing_tools() -> list[str]:
    """What has to be installed for a desktop and is not."""
    return [tool for tool in NEEDED if shutil.which(tool) is None]


class Window:
    """A program with a window, used as its user does: read, and by keys.

    Attributes:
        process: The program.
        keys: Number of keys that were pressed so far; a text counts as one.
    """

    def __init__(self, desktop: "Desktop", process: "subprocess.Popen[bytes]") -> None:
        self._desktop = desktop
        self.process = process
        self.keys = 0

    # --- reading -----------------------------------------------------------------------------

    def read(self) -> list[Element]:
        """Everything that it shows."""
        return self._desktop.reader.read(self.process.pid)

    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(each.name for each in self.read() if each.name)

    def find(self, name: str, *roles: str) -> Element | None:
        """What is called so; an asterisk in the name stands for anything."""
        return next(iter(self._found(name, roles)), None)

    def _found(self, name: str, roles: tuple[str, ...]) -> list[Element]:
        return [
            each for each in self.read()
            if (not roles or each.role in roles)
            and (fnmatchcase(each.name, name) if "*" in name else each.name == name)
        ]  # fmt: skip

    def until(
        self, name: str, *roles: str, enabled: bool = False, patience_s: float = PATIENCE_S
    ) -> Element:
        """Wait until something of that name is shown."""

        def shown() -> Element | None:
            found = self.find(name, *roles)
            return found if found is not None and (found.is_enabled or not enabled) else None

        return wait(shown, f"{name!r} to be shown", self.text, patience_s)

    def until_said(self, words: str) -> None:
        """Wait until some words are shown anywhere."""
        wait(lambda: words in self.text(), f"the words {words!r}", self.text)

    # --- keys --------------------------------------------------------------------------------

    def activate(self) -> None:
        """Bring the program to the front; a dialog of it first."""
        self._desktop.bring_to_front(self.process.pid)

    def key(self, *names: str) -> None:
        """Press keys one after another."""
        self.activate()
        self.keys += len(names)
        self._desktop.xdotool("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.activate()
        self.keys += 1
        self._desktop.xdotool("type", "--delay", "4", text)

    def press(self, name: str, *roles: str) -> None:
        """Press what is called so: by its own key if it has one, else by Tab and Space."""
        element = self.until(name, *(roles or _PRESSED), enabled=True)
        key = self._desktop.reader.key_of(element)
        if key.startswith("Alt+") and element.role != "menu item":
            twins = [
                each.name for each in self.read()
                if each.role in _PRESSED and each.is_enabled and each.window == element.window
                and self._desktop.reader.key_of(each) == key
            ]  # fmt: skip
            assert len(twins) < 2, f"{key} is the key of each of {twins}"
            self.key(key.lower())
        else:
            self.tab_to(name, element.role)
            self.key("space")

    def tab_to(self, name: str, *roles: str, key: str = "Tab") -> Element:
        """Move the focus to what is called so, by Tab alone."""
        passed: list[str] = []
        for _ in range(_LONGEST_TOUR):
            shown = self.read()
            here = next((e for e in reversed(shown) if e.has_focus and e.role not in _PARTS), None)
            if here is not None and here.name == name and here.role in (roles or (here.role,)):
                return here
            # The choices of one question are one stop, and the arrows lead from one to the next.
            among = here is not None and here.role == "radio button" == roles[0]
            self.key("Down" if among else key)
            passed.append("" if here is None else f"{here.role} {here.name}")
        raise AssertionError(f"Tab does not lead to {name!r}, but to {passed}")

    def turn_to(self, name: str) -> None:
        """Turn to a page of tabs: by Tab to them, then by arrows."""
        for _ in range(_LONGEST_TOUR):
            focused = [each for each in self.read() if each.has_focus]
            if not any(each.role == "page tab list" for each in focused):
                self.key("Tab")
            elif any((each.role, each.name) == ("page tab", name) for each in focused):
                return
            else:
                self.key("Right")
        raise AssertionError(f"The keys do not lead to the page {name!r}")

    def focus(self) -> str:
        """The name of what has the focus."""
        shown = reversed(self.read())
        return next((e.name for e in shown if e.has_focus and e.role != "page tab"), "")

    def until_focus(self, *roles: str) -> None:
        """Wait until something of these roles has the focus."""

        def has_it() -> bool:
            here = [each for each in self.read() if each.has_focus and each.role != "page tab"]
            return bool(here) and here[-1].role in roles

        wait(has_it, f"the focus at {roles}", self.focus)

    def fill_in(self, name: str, text: str) -> None:
        """Go to a field by Tab, and type a text in place of what it has."""
        self.tab_to(name, "text", "spin box")
        self.key("ctrl+a")
        self.type(text)

    def switch(self, name: str, *, on: bool) -> None:
        """Switch something on or off."""
        found = self.tab_to(name, "check box", "radio button")
        if found.is_checked is not on:
            self.key("space")

    def text_of(self, element: Element) -> str:
        """What a text view says."""
        return self._desktop.reader.value_of(element)

    def shoot(self, name: str) -> None:
        """Keep a picture of the screen, if pictures are wanted."""
        self.activate()
        self._desktop.shoot(name, self.process.pid)


class Desktop:
    """The display and what runs on it; `desktop` makes and ends it."""

    def __init__(self, folder: Path, environment: dict[str, str], shots: Path | None) -> None:
        self.folder = folder
        self.environment = environment
        self.reader = ScreenReader(environment["DBUS_SESSION_BUS_ADDRESS"])
        self._shots = shots
        self._number = 0
        self._owners: dict[str, int] = {}
        self._programs: list[subprocess.Popen[bytes]] = []

    def start(self, name: str, *command: str) -> Window:
        """Start a program of this repository; what it says goes to a file."""
        with (self.folder / f"{name}.log").open("ab") as said:
            program = subprocess.Popen(
                [sys.executable, *command], env=self.environment, stdout=said, stderr=said
            )
        self._programs.append(program)
        window = Window(self, program)
        wait(window.read, f"a window of {name}", lambda: self.said(name))
        return window

    def said(self, name: str) -> str:
        """What a program has written."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def xdotool(self, *arguments: str) -> str:
        """What xdotool answers; empty if it did not find anything."""
        done = subprocess.run(
            ["xdotool", *arguments],  # noqa: S607 - wherever the system has it
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout

    def windows(self, process: int) -> list[str]:
        """The visible windows of a process; the last one was opened last."""
        return self.xdotool(
            "search", "--all", "--onlyvisible", "--pid", str(process), "--name", "."
        ).split()

    def bring_to_front(self, process: int) -> None:
        """Give a process the keyboard."""
        active = self.xdotool("getactivewindow").strip()
        if self._owners.get(active) == process:
            return
        ours = self.windows(process)
        self._owners |= dict.fromkeys(ours, process)
        if ours and active not in ours:
            self.xdotool("windowactivate", "--sync", ours[-1])

    def shoot(self, name: str, process: int) -> None:
        """Keep a picture of the frontmost window of a process."""
        if self._shots is None:
            return
        del process
        time.sleep(0.4)
        self._number += 1
        place = self._shots / f"{self._number:02}-{name}.png"
        subprocess.run(
            ["import", "-window", "root", str(place)],  # noqa: S607
            env=self.environment, check=True,
        )  # fmt: skip

    def end(self) -> None:
        """End all programs."""
        self.reader.close()
        for program in self._programs:
            end_process(program)


@contextmanager
def desktop(folder: Path, shots: Path | None = None) -> Iterator[Desktop]:
    """A desktop on a free display.

    Args:
        folder: The home of its user, and what the programs say.
        shots: Where pictures are kept; None takes none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if shots is not None:
        shots.mkdir(parents=True, exist_ok=True)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environment = os.environ | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_STATE_HOME": str(folder / ".state"),
        "XDG_RUNTIME_DIR": str(runtime),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "HCMD_REDUCED_MOTION": "1",
    }
    helpers: list[subprocess.Popen[str]] = []

    def helper(*command: str, answers: bool) -> str:
        with (folder / f"{command[0]}.log").open("ab") as said:
            started = subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE if answers else said, stderr=said,
                text=True,
            )  # fmt: skip
        helpers.append(started)
        return "" if started.stdout is None else started.stdout.readline().strip()

    screen = ("-screen", "0", "1366x900x24", "-nolisten", "tcp", "-noreset", "-displayfd", "1")
    running: Desktop | None = None
    try:
        environment["DISPLAY"] = f":{helper('Xvfb', *screen, answers=True)}"
        bus = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
        environment["DBUS_SESSION_BUS_ADDRESS"] = helper(*bus, answers=True)
        helper("openbox", answers=False)
        running = Desktop(folder, environment, shots)
        wait(lambda: running.xdotool("get_num_desktops"), "a window manager", lambda: "none")
        yield running
    finally:
        if running is not None:
            running.end()
        for each in reversed(helpers):
            end_process(each)


def wait(
    look: Callable[[], T], what: str, tell: Callable[[], str], patience_s: float = PATIENCE_S
) -> T:
    """Look again and again until there is something to see; tells what there is instead."""
    give_up = time.monotonic() + patience_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > give_up:
            raise AssertionError(f"Waited in vain for {what}; there is:\n{tell()}")
        time.sleep(_LOOK_S)
