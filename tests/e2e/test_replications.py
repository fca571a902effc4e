"""Replications through the real programs: in processes of this computer, and on a Dask cluster.

In each of the two runs the worker of another replication is killed, so that each replication is
compared between one run in which it was disturbed and one in which it was not.
"""

import csv
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from hcmd_lab.processes import end_process, lab_command

CHANGES = [
    "groups=[4]", "min_iterations=1", "evaluation_groups=4", "max_epochs=2", "splits=1",
    "updates=[4]", "games=40", "repetitions=4", "vote_penalties=[0.1]", "policy_width=4",
    "linear_sizes=[4]", "lstm_sizes=[2]", "device=cpu",
]  # fmt: skip
NAMES = ["seed=1", "seed=2"]


@contextmanager
def running(*command: str, words: str = "") -> Iterator["subprocess.Popen[str]"]:
    """A program that is ended with its group when the context is left; waits for words of it."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        if words and process.stderr is not None:
            assert any(words in line for line in process.stderr)
        yield process
    finally:
        end_process(process)


def kill_worker(folder: Path, name: str) -> None:
    """Kill the process that computes a replication as soon as it has begun to train."""
    note = folder / f".{name}.progress"
    latest_s = time.monotonic() + 150
    while True:
        assert time.monotonic() < latest_s, f"{name} was over before its worker was killed"
        if note.exists():
            where = json.loads(note.read_bytes())
            if where["step"] == "model":
                os.kill(where["process"], signal.SIGKILL)
                return
        time.sleep(0.005)


def replicate(folder: Path, disturbed: str, *options: str) -> dict[str, bytes]:
    """Replicate the loop while the worker of one replication is killed; returns the results."""
    changes = [word for change in CHANGES for word in ("--set", change)]
    command = lab_command("replicate", str(folder), "--seeds", "1,2", *changes, *options, "--json")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            kill_worker(folder, disturbed)
            out, words = process.communicate(timeout=200)
        finally:
            process.kill()
    assert process.returncode == 0, words
    told = json.loads(out)
    assert [line["name"] for line in told["replications"]] == NAMES
    assert told["points"][0]["replications"] == 2
    with (folder / "replications.csv").open(encoding="utf-8", newline="") as file:
        assert [line["replication"] for line in csv.DictReader(file)] == NAMES
    hidden = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert hidden == [], "nothing of the run is left"
    return {name: (folder / f"{name}.json").read_bytes() for name in NAMES}


@pytest.mark.timeout(600)
def test_replications_are_the_same_on_both_executors_and_through_kills(tmp_path: Path) -> None:
    here = replicate(tmp_path / "here", "seed=1", "--workers", "2")
    assert here["seed=1"] != here["seed=2"]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "dask"]
    with ExitStack() as cluster:
        cluster.enter_context(
            running(
                *dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard",
                words="Scheduler at:",
            )
        )  # fmt: skip
        cluster.enter_context(
            running(
                *dask, "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard",
                "--memory-limit", "0", "--local-directory", str(tmp_path / "dask"),
                words="Registered to:",
            )
        )  # fmt: skip
        there = replicate(tmp_path / "there", "seed=2", "--scheduler", address)
    assert there == here
