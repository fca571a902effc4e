"""The locked kiosk as it is started in a lab: a watchdog and its child, killed in every way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME
from pytestqt.qtbot import QtBot
from terminal import from_a_terminal

from hcmd_lab.network.station_messages import Decide
from hcmd_lab.processes import with_code

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
PATIENCE_MS = 60_000


class Room:
    """A session and the programs that were started for it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.session = HostedSession(folder / "study")
        self.programs: list[subprocess.Popen[str]] = []
        self.connections: list[str] = []
        self.session.host.station_connected.connect(self.connections.append)

    def start(self, name: str, *arguments: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [
                sys.executable, "-m", "ui.kiosk", "--server", f"{HOME}:{self.session.port}",
                "--station", name, "--state-dir", str(self.folder),
                *arguments,
            ],
            stderr=subprocess.PIPE,
            text=True,
            env=with_code(self.session.code),
        )  # fmt: skip
        self.programs.append(program)
        return program

    def until_connected(self, name: str, times: int = 1) -> None:
        self.qtbot.waitUntil(lambda: self.connections.count(name) >= times, timeout=PATIENCE_MS)

    def until_decided(self, name: str, times: int) -> None:
        def decided() -> bool:
            commands = self.session.commands
            return (
                sum(who == name and isinstance(command, Decide) for who, command in commands)
                >= times
            )

        self.qtbot.waitUntil(decided, timeout=PATIENCE_MS)

    def until_ended(self, program: "subprocess.Popen[str]") -> tuple[int, str]:
        self.qtbot.waitUntil(lambda: program.poll() is not None, timeout=PATIENCE_MS)
        return program.returncode, program.communicate()[1].strip()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path)
    yield room
    for program in room.programs:
        if program.poll() is None:
            program.terminate()  # a killed watchdog would leave its curtain
        program.wait()
        assert program.stderr is not None
        program.stderr.close()
    room.session.end()


def child_of(program: "subprocess.Popen[str]") -> int:
    """The kiosk that a watchdog looks after at the moment."""
    found = subprocess.run(
        ["pgrep", "-a", "-P", str(program.pid)],  # noqa: S607 - wherever the system has it
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    (child,) = [line for line in found.stdout.splitlines() if "--child curtain" not in line]
    return int(child.split()[0])


def curtain_of(state: Path) -> int:
    """The curtain behind it."""
    return int((state / "curtain.pid").read_text())


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_kiosk_is_back_on_its_page(room: Room) -> None:
    window = room.start("me", "--windowed", "--watchdog", "--bot", "--watch", "0")
    bots = [room.start(name, "--bot", "--think-ms", "100") for name in "abc"]
    for times in (1, 2):
        room.until_decided("me", times)
        child = child_of(window)
        os.kill(child, signal.SIGKILL)
        room.until_connected("me", times=times + 1)
        assert child_of(window) != child
    assert [room.until_ended(program) for program in (window, *bots)] == [(0, "")] * 4
    assert len(room.session.state.participants) == 4


def test_a_locked_kiosk_is_started_again(room: Room) -> None:
    program = room.start("me")
    room.until_connected("me")
    os.kill(child_of(program), signal.SIGKILL)
    room.until_connected("me", times=2)
    assert program.poll() is None


def test_a_kiosk_that_hangs_is_replaced(room: Room) -> None:
    program = room.start("me", "--hung-s", "3")
    room.until_connected("me")
    child = child_of(program)
    os.kill(child, signal.SIGSTOP)
    room.until_connected("me", times=2)
    assert not is_there(child)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_to_end_ends_both(room: Room, number: signal.Signals) -> None:
    program = room.start("me")
    room.until_connected("me")
    child = child_of(program)
    program.send_signal(number)
    assert room.until_ended(program) == (0, "")
    room.qtbot.waitUntil(lambda: not is_there(child))


def test_a_closed_terminal_frees_no_locked_station(room: Room) -> None:
    """As when the connection breaks over which a lab manager has started it."""
    with from_a_terminal():
        program = room.start("me")
    room.until_connected("me")
    child, curtain = child_of(program), curtain_of(room.folder)
    for process in (program.pid, child, curtain):  # a terminal tells all of them
        os.kill(process, signal.SIGHUP)
    room.qtbot.wait(1500)
    assert program.poll() is None
    assert [is_there(process) for process in (child, curtain)] == [True, True]
    assert curtain_of(room.folder) == curtain
    program.send_signal(signal.SIGTERM)
    assert room.until_ended(program) == (0, "")


def test_a_closed_terminal_ends_a_kiosk_in_a_window(room: Room) -> None:
    with from_a_terminal():
        program = room.start("me", "--windowed", "--watchdog")
    room.until_connected("me")
    program.send_signal(signal.SIGHUP)
    assert room.until_ended(program) == (0, "")


def test_a_kiosk_does_not_outlive_its_watchdog(room: Room) -> None:
    program = room.start("me")
    room.until_connected("me")
    child, curtain = child_of(program), curtain_of(room.folder)
    program.kill()  # its curtain holds the pipe of what it says
    room.qtbot.waitUntil(lambda: not is_there(child), timeout=PATIENCE_MS)
    assert is_there(curtain)  # `tests/security/test_curtain.py` tells how it ends
    os.kill(curtain, signal.SIGKILL)


def test_a_station_is_not_started_twice(room: Room) -> None:
    room.start("me")
    room.until_connected("me")
    status, words = room.until_ended(room.start("me"))
    assert status == 1
    assert "already running on this computer" in words
    assert "\n" not in words


def test_a_bot_may_have_a_watchdog_too(room: Room) -> None:
    programs = [room.start(name, "--bot", "--watchdog") for name in "abcd"]
    room.until_connected("a")
    os.kill(child_of(programs[0]), signal.SIGKILL)
    assert [room.until_ended(program) for program in programs] == [(0, "")] * 4
    assert len(room.session.state.participants) == 4


def test_four_windows_are_played_by_simulated_people(room: Room) -> None:
    programs = [
        room.start(name, "--windowed", "--bot", "--repeat", "0", "--watch", "0") for name in "abcd"
    ]
    assert [room.until_ended(program) for program in programs] == [(0, "")] * 4
    assert room.session.state.closed
