"""Kinds of faults that tests cause: the tests are run, and what they recorded is read.

    python -m benchmarks.reliability.attacked host [--release]

Each of these tests tells its figures by pytest's `record_property`. Prints JSON.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.reliability.told import Row

ROOT = Path(__file__).parents[2]
_ALL_PASSED, _SOME_FAILED = 0, 1
_SUMMED = ("times", "confirmed", "lost", "changed", "stations_lost", "by_default")


@dataclass(frozen=True)
class Attack:
    """Tests of one kind.

    Attributes:
        what: What they do, in the words of the page.
        tests: Files, or files and tests, as pytest takes them.
        is_counted: Whether each test that passed counts once, because none tells how often it did
            something.
    """

    what: str
    tests: tuple[str, ...]
    is_counted: bool = False


ATTACKS = {
    "host": Attack(
        "kill -9 of the host while four stations play",
        ("tests/e2e/test_crashes.py::test_a_session_survives_kills_of_its_host",),
    ),
    "stations": Attack(
        "kill -9 of a station while four play",
        ("tests/e2e/test_crashes.py::test_a_session_survives_kills_of_stations",),
    ),
    "trainer": Attack(
        "kill -9 of a simulated study in its training steps",
        (
            "tests/e2e/test_loop.py::test_a_simulated_study_is_the_same_every_time_and_through_kills",
        ),
    ),
    "power": Attack(
        "power cuts at any write of a session, as disks that such a cut can leave",
        ("tests/security/test_power_cuts.py::test_what_was_confirmed_survives_a_power_cut",),
    ),
    "writes": Attack(
        "kill -9 within the writing of a file",
        ("tests/security/test_killed_while_writing.py::test_a_write_is_whole_or_not_there",),
    ),
    "frames": Attack(
        "frames that are no messages, while four stations play",
        ("tests/security/test_garbled_frames.py",),
    ),
    "handshakes": Attack(
        "TLS handshakes that are begun and never ended, with twelve stations in",
        ("tests/security/test_the_door.py::test_unfinished_handshakes_cost_no_station",),
    ),
    "floods": Attack(
        "floods of frames, and of what is never read",
        (
            "tests/security/test_the_wire.py::"
            "test_a_flood_of_what_is_no_message_ends_its_own_connection",
            "tests/security/test_the_wire.py::test_a_stranger_may_not_flood_either",
            "tests/security/test_the_wire.py::test_who_never_reads_is_disconnected",
        ),
        is_counted=True,
    ),
    "files": Attack(
        "files made to fill the memory, to wait for ever or to lead elsewhere",
        ("tests/security/test_files_from_outside.py",),
        is_counted=True,
    ),
    "media": Attack(
        "full and write-protected media",
        ("tests/security/test_media_that_cannot_be_written.py",),
        is_counted=True,
    ),
    "disk": Attack(
        "a disk that is pulled out, full, over its quota or write-protected while four play",
        tuple(
            "tests/security/test_disks_that_fail.py::test_a_session_waits_for_its_disk_and_goes_on"
            f"[{name}]"
            for name in ("EIO", "ENOSPC", "EDQUOT", "EROFS")
        ),
    ),
    "stall": Attack(
        "the host stands still over a deadline",
        ("tests/e2e/test_stalled_host.py",),
        is_counted=True,
    ),
}


def attacked(attack: Attack, *, release: bool) -> list[Row]:
    """Run the tests of a kind; returns one row of what they recorded.

    Args:
        attack: The kind.
        release: Whether the tests in greater numbers run too.

    Raises:
        RuntimeError: No test ran, or what ran were not these tests.
    """
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        results = Path(folder) / "results.xml"
        command = [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
            "-o", "junit_family=xunit1", "--junitxml", str(results),
            *(["-m", ""] if release else []), *attack.tests,
        ]  # fmt: skip
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode not in (_ALL_PASSED, _SOME_FAILED):
            raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
        cases = list(ElementTree.parse(results).iter("testcase"))  # noqa: S314 - pytest's own
    row: Row = {"what": attack.what, **_outcomes(cases)}
    skips = [skip for case in cases if (skip := case.find("skipped")) is not None]
    if skips and len(skips) == len(cases):
        return [{"what": attack.what, "not_run": skips[0].get("message")}]
    row.update(_figures(cases))
    if attack.is_counted:
        row["times"] = row["passed"]
    return [row]


def _outcomes(cases: list[ElementTree.Element]) -> dict[str, Any]:
    failed = [
        case.get("name")
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    ]
    skipped = sum(case.find("skipped") is not None for case in cases)
    outcomes = {"passed": len(cases) - len(failed) - skipped, "failed": failed}
    return outcomes | ({"skipped": skipped} if skipped else {})


def _figures(cases: list[ElementTree.Element]) -> dict[str, int]:
    figures: dict[str, int] = {}
    for each in (found for case in cases for found in case.iter("property")):
        name, value = each.get("name", ""), each.get("value", "")
        if not re.fullmatch(r"\d+", value):
            raise RuntimeError(f"{name} is {value!r}, which is no count")
        if name in _SUMMED:
            figures[name] = figures.get(name, 0) + int(value)
        else:
            figures[name] = max(figures.get(name, 0), int(value))
    return figures


def main() -> int:
    """Read the command line, attack, print."""
    parser = argparse.ArgumentParser(description="Faults that tests cause, counted.")
    parser.add_argument("kind", choices=ATTACKS)
    parser.add_argument("--release", action="store_true", help="in the numbers of a release")
    given = parser.parse_args()
    rows = attacked(ATTACKS[given.kind], release=given.release)
    print(json.dumps(rows, indent=1))
    return any(row["failed"] for row in rows)


if __name__ == "__main__":
    raise SystemExit(main())
