"""Looks every locked package up among the known weaknesses: `make audit`.

    python installer/audit.py

asks pip-audit for all pins of locks/, those for other systems too, and says in one sentence what
came of it. It ends with 0 only if each of them was looked up and none is known to be weak: where no
list of weaknesses can be reached, pip-audit itself calls that "not found" or shows a traceback.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

LOCKS = Path(__file__).parents[1] / "locks"
WEAK, NOT_LOOKED_UP = 1, 2
_NAMED = 5
"""Packages that a sentence names at most."""


class Weakness(TypedDict):
    """As pip-audit tells of it."""

    id: str
    fix_versions: list[str]


class Package(TypedDict, total=False):
    """What pip-audit says of a package; one that it did not look up has a `skip_reason`."""

    name: str
    version: str
    vulns: list[Weakness]
    skip_reason: str


def main() -> None:
    """Say what is known of the locked packages."""
    wanted = pins()
    code, words = judge(wanted, _look_up(wanted))
    print(words)
    sys.exit(code)


def pins() -> list[str]:
    """`name==version` of every locked package, whichever system it is for."""
    lines = [line for lock in LOCKS.glob("*.txt") for line in lock.read_text("utf-8").splitlines()]
    return sorted(line.split()[0] for line in lines if line and not line.startswith((" ", "#")))


def judge(wanted: Sequence[str], packages: Sequence[Package]) -> tuple[int, str]:
    """The exit code and the words for what was learned.

    Args:
        wanted: The pins that were to be looked up.
        packages: What pip-audit said of them; empty where it could not ask.
    """
    looked_up = {
        f"{each['name']}=={each['version']}": each["vulns"] for each in packages if "vulns" in each
    }
    weak = {pin: looked_up[pin] for pin in sorted(looked_up) if looked_up[pin]}
    lines = [f"{pin}: {', '.join(map(_told, weak[pin]))}" for pin in weak]
    missing = len(wanted) - len(looked_up)
    if weak:
        count = f"{len(weak)} of {len(looked_up)} packages that were looked up are known to be weak"
        return WEAK, "\n".join([*lines, f"{count}; {missing} could not be looked up."])
    if not looked_up:
        return NOT_LOOKED_UP, (
            f"None of the {len(wanted)} locked packages could be looked up: no list of known "
            "weaknesses can be reached from here. Whether one of them is weak is not known."
        )
    if missing:
        lacking = sorted(pin for pin in wanted if pin not in looked_up)
        more = f" and {missing - _NAMED} more" if missing > _NAMED else ""
        return NOT_LOOKED_UP, (
            f"{missing} of {len(wanted)} locked packages could not be looked up: "
            f"{', '.join(lacking[:_NAMED])}{more}. None of the others is known to be weak."
        )
    return 0, f"None of the {len(wanted)} locked packages is known to be weak."


def _told(weakness: Weakness) -> str:
    fixes = weakness["fix_versions"]
    return f"{weakness['id']} ({'mended in ' + ', '.join(fixes) if fixes else 'not mended yet'})"


def _look_up(wanted: Sequence[str]) -> list[Package]:
    """What pip-audit says of these pins; nothing where it cannot ask, its words go to stderr."""
    with tempfile.TemporaryDirectory(prefix="hcmd-audit-") as folder:
        asked = Path(folder) / "pins.txt"
        asked.write_text("\n".join(wanted), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - a program of the environment
            [
                sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off",
                "--no-deps", "--disable-pip", "-r", str(asked),
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    try:
        found: list[Package] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        *_, last = done.stderr.strip().splitlines() or ["pip-audit said nothing"]
        print(last, file=sys.stderr)
        return []
    return found


if __name__ == "__main__":
    main()
