"""Starts the lab's own programs as processes: a host and bot stations on this computer."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

from hcmd_lab.errors import OperatorError
from hcmd_lab.safe_path import python_module

CODE_VARIABLE = "HCMD_KIOSK_CODE"
"""Environment variable in which a kiosk finds the pairing code: nobody else can read it there."""

_END_S = 10
_LOOK_S = 0.5
_RESTARTS = 3
"""How often a bot station is started again before the session is given up."""


def with_code(code: str) -> dict[str, str]:
    """This process's environment, with a pairing code for a kiosk."""
    return os.environ | {CODE_VARIABLE: code}


STATION = "kiosk"
"""The command of `hcmd-lab` that is `hcmd-kiosk`."""


def lab_command(*arguments: str) -> list[str]:
    """Command line of the running `hcmd-lab`: by its interpreter, or packaged."""
    return [*(_packaged() or python_module("hcmd_lab")), *arguments]


def kiosk_command(*arguments: str) -> list[str]:
    """Command line of the `hcmd-kiosk` that belongs to the running program."""
    packaged = _packaged()
    if packaged and Path(packaged[0]).stem == "hcmd-lab":
        return [*packaged, STATION, *arguments]
    return [*(packaged or python_module("hcmd_lab.kiosk")), *arguments]


def _packaged() -> list[str]:
    """The running program itself if it is packaged; it may have been started through a link."""
    return [str(Path(sys.executable).resolve())] if getattr(sys, "frozen", False) else []


class HostProcess(AbstractContextManager["HostProcess"]):
    """`hcmd-lab serve --json` as a process, ended when the context is left.

    It has an identity of its own, so that its stations are not those of the lab computer.

    Attributes:
        process: The running process.
        listening: Its first report: session, port, pairing code.
    """

    def __init__(self, study: Path, arguments: Sequence[str] = ()) -> None:
        """Start the process and wait until it is listening.

        Args:
            study: The study's folder; no other process may have it open.
            arguments: Further arguments of `hcmd-lab serve`.

        Raises:
            OperatorError: It ended instead of listening; the sentence is its own.
        """
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            lab_command(
                "serve",
                str(study),
                "--json",
                "--address",
                "127.0.0.1",
                "--identity",
                str(study / "keys"),
                *arguments,
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        first = next(self.reports(), None)
        if first is None:
            _, words = self.process.communicate()
            said = words.strip().removeprefix("hcmd-lab:").strip()
            if said:
                raise OperatorError("{said}", said=said)
            raise OperatorError("The host ended before stations could connect.")
        self.listening = first

    def reports(self) -> Iterator[dict[str, Any]]:
        """The host's reports, until it ends."""
        if self.process.stdout is None:
            raise ValueError("the host was started without a pipe")
        for line in self.process.stdout:
            yield json.loads(line)

    @property
    def server(self) -> str:
        """The address for stations to connect to."""
        return f"127.0.0.1:{self.listening['port']}"

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        end_process(self.process)


def end_process(process: "subprocess.Popen[str]") -> None:
    """Ask a process to end, kill it after ten seconds, and close its pipes."""
    if process.poll() is None:
        process.terminate()
    try:
        process.communicate(timeout=_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def start_bot(
    host: HostProcess, station: str, state: Path, seed: int, *options: str
) -> "subprocess.Popen[str]":
    """Start a station whose simulated participants play until the session is over.

    Args:
        host: The host it connects to.
        station: Its name.
        state: Folder in which stations keep their pairing.
        seed: Seed of its participants' choices.
        options: Further options of the station.
    """
    return subprocess.Popen(  # noqa: S603 - our own program
        kiosk_command(
            "--bot", "--server", host.server, "--station", station,
            "--state-dir", str(state), "--seed", str(seed), "--repeat", "0",
            *options,
        ),
        env=with_code(host.listening["code"]),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )  # fmt: skip


class BotStations(AbstractContextManager["BotStations"]):
    """Bot stations for as long as a session lasts.

    A station that ends with an error, as on a computer so busy that its host does not answer in
    time, is started again: its group waits for it, and nobody else would ever give it back.

    Attributes:
        problem: What the last of a station's attempts said, where the session was given up.
    """

    def __init__(
        self, host: HostProcess, count: int, start: Callable[[int], "subprocess.Popen[str]"]
    ) -> None:
        """Start the stations and look after them.

        Args:
            host: Their host; it is ended if a station cannot be had.
            count: How many.
            start: Starts the one of a number, from 1.
        """
        self.problem = ""
        self._host, self._start = host, start
        self._running = {number: start(number) for number in range(1, count + 1)}
        self._restarts = dict.fromkeys(self._running, 0)
        self._over = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="bot stations", daemon=True)
        self._keeper.start()

    def _keep(self) -> None:
        while not self._over.wait(_LOOK_S):
            for number, station in list(self._running.items()):
                if station.poll():
                    self._give_back(number, station)
            if self.problem:
                end_process(self._host.process)
                return

    def _give_back(self, number: int, station: "subprocess.Popen[str]") -> None:
        _, said = station.communicate()
        if self._restarts[number] == _RESTARTS:
            words = said.strip().splitlines()[-1:] or [f"exit code {station.returncode}"]
            self.problem = words[0].removeprefix("hcmd-kiosk:").strip()
            return
        self._restarts[number] += 1
        self._running[number] = self._start(number)

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        self._keeper.join()
        for station in self._running.values():
            end_process(station)
