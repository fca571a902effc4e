"""What a training process might do; started as real processes by the tests of supervision."""

import contextlib
import os
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
from studies import first_mechanism

from hcmd_lab.jobs.job_folder import STOP
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.trained import InitialiseResult


def dies(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Ends in the middle of its work, as if the system had killed it."""
    del folder, checkpoints
    connection.send_bytes(msgspec.json.encode(Progress(phase=JobPhase.SELF_PLAY, step=1, total=9)))
    os._exit(9)


def obeys(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Works until it is told to stop."""
    del folder, checkpoints
    connection.send_bytes(msgspec.json.encode(Progress(phase=JobPhase.SELF_PLAY, step=7, total=9)))
    if connection.recv_bytes() == STOP:
        connection.send_bytes(msgspec.json.encode(Stopped(step=7)))


def notices(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Works until the lab is gone, then leaves a note."""
    del checkpoints
    connection.send_bytes(msgspec.json.encode(Progress(phase=JobPhase.SELF_PLAY, step=1, total=9)))
    try:
        connection.recv_bytes()
    except EOFError:
        (folder / "saved").touch()


def hears_nothing(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Works until the lab is gone, whatever it is told."""
    del folder, checkpoints
    connection.send_bytes(msgspec.json.encode(Progress(phase=JobPhase.SELF_PLAY, step=1, total=9)))
    with contextlib.suppress(EOFError):
        while True:
            connection.recv_bytes()


def says_its_number(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Tells which process it is."""
    del folder, checkpoints
    connection.send_bytes(msgspec.json.encode(Stopped(step=os.getpid())))


def draws(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Makes a first mechanism at once, without a network."""
    del checkpoints
    connection.send_bytes(msgspec.json.encode(Progress(phase=JobPhase.COUNTING, step=1, total=1)))
    (folder / "frozen.bin").write_bytes(first_mechanism().to_bytes())
    result = InitialiseResult(checkpoint="0" * 64, frozen="frozen.bin")
    connection.send_bytes(msgspec.json.encode(result))


def forgets(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Says that it has made a mechanism, but has not."""
    del folder, checkpoints
    result = InitialiseResult(checkpoint="0" * 64, frozen="frozen.bin")
    connection.send_bytes(msgspec.json.encode(result))


def talks_of_another(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Reports what no version of this program reports."""
    del folder, checkpoints
    connection.send_bytes(b'{"type": "EvaluateResult", "unheard_of": 1}')
