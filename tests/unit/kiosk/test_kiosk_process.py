"""`hcmd-kiosk` as a process: what it loads, what it says, how it ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME, PIN, MemoryRegistry, misdated_certificate
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from hcmd_lab.network.host import LabHost
from hcmd_lab.processes import with_code
from ui.kiosk.watchdog import CRASHED

HEAVY = ("torch", "torch_geometric", "sqlite3", "sqlite_utils", "cryptography", "scipy", "rich")
SCREEN = ("PySide6.QtGui", "PySide6.QtWidgets")
AS_KIOSK = """
import sys
from ui.kiosk.main import run
status = run()
print(*(name for name in {names} if name in sys.modules))
sys.exit(status)
"""


def start(*arguments: str, names: tuple[str, ...] = (), code: str = "") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", AS_KIOSK.format(names=names), *arguments],
        env=with_code(code),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def bot(session: HostedSession, folder: Path, name: str, *more: str) -> list[str]:
    server = f"{HOME}:{session.port}"
    return ["--bot", "--server", server, "--station", name, "--state-dir", str(folder), *more]


def ended(process: "subprocess.Popen[str]", qtbot: QtBot) -> tuple[int, str, str]:
    """Exit code, output and error output; the host in this process goes on meanwhile."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    words, errors = process.communicate()
    return process.returncode, words.strip(), errors.strip()


def test_four_processes_play_a_session_and_load_nothing_heavy(
    session: HostedSession, tmp_path: Path, qtbot: QtBot
) -> None:
    processes = [
        start(*bot(session, tmp_path, name), code=session.code, names=(*HEAVY, *SCREEN))
        for name in ("s1", "s2", "s3", "s4")
    ]
    assert [ended(process, qtbot) for process in processes] == [(0, "", "")] * 4
    assert session.state.closed


def sentence_of(process: "subprocess.Popen[str]", qtbot: QtBot, status: int) -> str:
    """The one sentence with which a process has ended."""
    code, _, errors = ended(process, qtbot)
    assert code == status, errors
    assert errors.startswith("hcmd-kiosk: ")
    assert errors.endswith(".")
    assert "\n" not in errors
    return errors


def test_wrong_use_is_explained(session: HostedSession, tmp_path: Path, qtbot: QtBot) -> None:
    wrong_code = start(*bot(session, tmp_path, "s1"), code="12")
    unpaired = start(*bot(session, tmp_path, "s2"))
    incomplete = start("--bot")
    assert "16 characters" in sentence_of(wrong_code, qtbot, 2)
    assert "--code" in sentence_of(unpaired, qtbot, 2)
    status, _, errors = ended(incomplete, qtbot)
    assert status == 2
    assert "--server" in errors


def test_a_station_runs_once_on_a_computer(
    session: HostedSession, tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(*bot(session, tmp_path, "s1"), code=session.code)
    qtbot.waitUntil(lambda: "s1" in session.host.stations, timeout=30_000)
    second = start(*bot(session, tmp_path, "s1"))
    assert "already running on this computer" in sentence_of(second, qtbot, 1)
    first.kill()
    ended(first, qtbot)


def test_what_the_room_can_mend_is_explained(
    session: HostedSession, tmp_path: Path, qtbot: QtBot
) -> None:
    silent = QTcpServer()
    silent.listen(QHostAddress(HOME), 0)
    nobody = start(
        *bot(session, tmp_path, "s1", "--patience-s", "0.2"),
        "--server", f"{HOME}:{silent.serverPort()}", code=session.code,
    )  # fmt: skip
    certificate = misdated_certificate(30)
    misdated = LabHost(certificate, MemoryRegistry(), "session", PIN)
    clock = start(
        *bot(session, tmp_path, "s5", "--patience-s", "10"),
        "--server", f"{HOME}:{misdated.listen(HOME, 0)}", code=f"{certificate.fingerprint}{PIN}",
    )  # fmt: skip
    other_host = start(*bot(session, tmp_path, "s2"), code=f"{'0' * 12}{session.code[-4:]}")
    other_pin = session.code[:-4] + ("0000" if not session.code.endswith("0000") else "1111")
    other_session = start(*bot(session, tmp_path, "s3"), code=other_pin)
    session.stations.claim("s4", "taken")
    taken = start(*bot(session, tmp_path, "s4"), code=session.code)
    assert "did not answer for 0.2 s" in sentence_of(nobody, qtbot, 1)
    assert "set this computer's date" in sentence_of(clock, qtbot, 1)
    assert "does not belong to the lab computer" in sentence_of(other_host, qtbot, 1)
    assert "last four characters" in sentence_of(other_session, qtbot, 1)
    assert "station s4" in sentence_of(taken, qtbot, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_request_to_end_is_followed_at_once(
    session: HostedSession, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, request in (("s1", signal.SIGTERM), ("s2", signal.SIGINT)):
        process = start(*bot(session, tmp_path, name), code=session.code)
        qtbot.waitUntil(lambda: name in session.host.stations, timeout=30_000)  # noqa: B023
        process.send_signal(request)
        assert ended(process, qtbot) == (0, "", "")
        qtbot.waitUntil(lambda: name not in session.host.stations)  # noqa: B023


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_killed_process_comes_back_to_its_seat(
    session: HostedSession, tmp_path: Path, qtbot: QtBot
) -> None:
    process = start(*bot(session, tmp_path, "s1"), code=session.code)
    qtbot.waitUntil(lambda: len(session.state.participants) == 1, timeout=30_000)
    process.kill()
    assert ended(process, qtbot)[0] == -signal.SIGKILL
    others = [start(*bot(session, tmp_path, name), code=session.code) for name in "abc"]
    again = start(*bot(session, tmp_path, "s1"))
    assert [ended(one, qtbot) for one in (again, *others)] == [(0, "", "")] * 4
    assert len(session.state.participants) == 4


BROKEN = """
import sys
from ui.kiosk import headless, main
def fail(options):
    raise ZeroDivisionError
headless.run_headless = fail
sys.exit(main.run(["--bot", "--server", "localhost:1", "--station", "s1", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(("child", "status"), [((), 1), (("--child", "again"), CRASHED)])
def test_a_bug_outside_the_event_loop_is_a_crash_to_the_watchdog(
    child: tuple[str, ...], status: int
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN, *child], capture_output=True, text=True, check=False
    )
    assert ended.returncode == status
    assert "ZeroDivisionError" in ended.stderr


def test_without_numpy_no_simulated_people_are_promised(tmp_path: Path) -> None:
    without = "import sys; sys.modules['numpy'] = None; " + AS_KIOSK.format(names=()).strip()
    arguments = ["--bot", "--server", f"{HOME}:9", "--station", "1", "--state-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-c", without, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "hcmd-lab kiosk --bot" in done.stderr
    assert len(done.stderr.splitlines()) == 1
