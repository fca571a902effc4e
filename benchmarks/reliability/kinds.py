"""All kinds of measurements of reliability, each in the numbers of a usual run or of a release."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.reliability.attacked import ATTACKS, Attack, attacked
from benchmarks.reliability.load import under_load
from benchmarks.reliability.simulation import counted
from benchmarks.reliability.told import Row, machine

Measure: TypeAlias = Callable[[bool], list[Row]]
"""Measures; told whether in the numbers of a release."""

LOAD_S, LOAD_RELEASE_S = 15.0, 60.0
_STATIONS, _STATIONS_RELEASE = (4, 48), (4, 48, 400)
_TRAINED_BESIDE, _TRAINED_BESIDE_RELEASE = (48,), (4, 48, 400)
_GROUPS, _GROUPS_RELEASE = ("10", "100", "1000"), ("10", "100", "1000", "10000")
_TASKS = ("opening", "resume", "payments", "check", "export")
"""Of a usual run; a release measures all, the windows too."""
_SIMULATED, _SIMULATED_RELEASE = 40, 10_000


def _attack(attack: Attack) -> Measure:
    return lambda release: attacked(attack, release=release)


def _load(release: bool) -> list[Row]:
    seconds = LOAD_RELEASE_S if release else LOAD_S
    wanted = (
        *((stations, False) for stations in (_STATIONS_RELEASE if release else _STATIONS)),
        *(
            (stations, True)
            for stations in (_TRAINED_BESIDE_RELEASE if release else _TRAINED_BESIDE)
        ),
    )
    with tempfile.TemporaryDirectory(prefix="hcmd-load-") as folder:
        return [
            under_load(stations, seconds, Path(folder, f"{number}"), is_training=is_training)
            for number, (stations, is_training) in enumerate(wanted)
        ]


def _simulation(release: bool) -> list[Row]:
    told = counted(1, _SIMULATED_RELEASE if release else _SIMULATED, os.cpu_count() or 1)
    return [
        {
            "what": "whole sessions with faults of network, host, stations, disk and clock, "
            "simulated from seeds",
            "times": told["faults"],
            "sessions": told["sessions"],
            "confirmed": told["acknowledged"],
            "lost": told["lost"],
            "changed": told["changed"],
            "failed": [f"seed {seed}" for seed in told["failing"]],
            "by_kind": told["faults_by_kind"],
        }
    ]


def _growth(release: bool) -> list[Row]:
    groups = _GROUPS_RELEASE if release else _GROUPS
    tasks = () if release else ("--tasks", *_TASKS)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.growth", "--json", "--groups", *groups, *tasks],
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


KINDS: dict[str, Measure] = {
    **{name: _attack(attack) for name, attack in ATTACKS.items()},
    "simulation": _simulation,
    "load": _load,
    "growth": _growth,
}


def measured(kind: str, *, release: bool) -> dict[str, Any]:
    """Measure a kind; returns its rows, or why there are none, and on what machine it was."""
    before, begun_s = machine(), time.monotonic()
    told: dict[str, Any] = {"release": release, "machine": before}
    try:
        told["rows"] = KINDS[kind](release)
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        told["not_run"] = str(error)
    return told | {"seconds": round(time.monotonic() - begun_s)}
