"""Locks every package that is installed, with its hashes: `make lock`.

    python installer/lock.py [--newest]

resolves pyproject.toml under constraints.txt for all systems and Pythons that are claimed, and
writes `locks/`. What pip installs from there by `--require-hashes` is what was locked, whichever
index it comes from: an index is named nowhere. A package that lacks a wheel for a claimed system
ends it with one sentence, and nothing is written.
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from platforms import PLATFORMS, PYTHONS, wanted_wheel, without_wheel

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "locks"
PROGRAM = "program.txt"
LINUX_GPU = "linux-gpu.txt"
EXTRAS = {"installer.txt": "installer", "statistics.txt": "statistics", "development.txt": "dev"}
"""Files of the lock that add the packages of an extra to those of the program.

A package stands in the first of them that needs it; a later one names that file in its head.
"""

USES = {
    PROGRAM: "What the programs need; on Linux with the build of PyTorch for the processor alone.",
    LINUX_GPU: "What the default build of PyTorch for Linux needs besides program.txt.",
    "installer.txt": "What the packages are built with, besides program.txt.",
    "statistics.txt": "What files for Stata and SPSS need besides program.txt.",
    "development.txt": "What tests and checks need besides the other files of this line.",
}

HEAD = """\
# {use}
# Written by `make lock` from pyproject.toml and constraints.txt; not meant to be edited.
#
#   python -m pip install --require-hashes {files}
#
# For Python {first} to {last} on {systems}.
# Below each package stand the names of the files that the hashes are of.
"""


def main() -> None:
    """Write the lock."""
    parser = argparse.ArgumentParser(description="Lock every package with its hashes.")
    parser.add_argument(
        "--newest", action="store_true", help="the newest within the bounds, without constraints"
    )
    is_newest = parser.parse_args().newest
    with tempfile.TemporaryDirectory(prefix="hcmd-lock-") as folder:
        resolved = _resolve(Path(folder), is_newest)
        program = _pinned(Path(folder))
        gpu = {pin: line for pin, line in program.items() if "sys_platform == 'linux'" in line}
        pinned = {PROGRAM: {pin: program[pin] for pin in program.keys() - gpu}, LINUX_GPU: gpu}
        pinned |= {name: _pinned(Path(folder), extra) for name, extra in EXTRAS.items()}
    wheels = {_pin(package): _wheels(package) for package in resolved if "wheels" in package}
    for pin, files in wheels.items():
        lacking = without_wheel(files, pin in _everywhere(pinned))
        if lacking:
            sys.exit(f"{pin} has no wheel for {lacking}; choose another version.")
    LOCKS.mkdir(exist_ok=True)
    place: dict[str, str] = {}
    for name, lines in pinned.items():
        own = sorted(lines.keys() - place.keys())
        place |= dict.fromkeys(own, name)
        needed = {place[pin] for pin in lines} - ({LINUX_GPU} if name != LINUX_GPU else set())
        files = [each for each in pinned if each in needed | {PROGRAM}]
        text = _head(name, files) + "".join(_entry(lines[pin], wheels[pin]) for pin in own)
        (LOCKS / name).write_text(text, encoding="utf-8", newline="\n")


def _resolve(folder: Path, is_newest: bool) -> list[dict[str, object]]:
    """Have uv resolve the project in a folder of its own; returns the packages of uv.lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = [] if is_newest else (ROOT / "constraints.txt").read_text("utf-8").split()
    first, last = PYTHONS[0], PYTHONS[-1]
    extras = {name: project["optional-dependencies"][name] for name in EXTRAS.values()}
    lines = [
        "[project]",
        'name = "hcmd-lab"',
        'version = "0"',
        f'requires-python = ">=3.{first},<3.{last + 1}"',
        f"dependencies = {project['dependencies']!r}",
        "[project.optional-dependencies]",
        *(f"{name} = {needs!r}" for name, needs in extras.items()),
        "[tool.uv]",
        f"constraint-dependencies = {pins!r}",
    ]
    (folder / "pyproject.toml").write_text("\n".join(lines), encoding="utf-8")
    _uv(folder, "lock", "--quiet")
    locked: list[dict[str, object]] = tomllib.loads((folder / "uv.lock").read_text("utf-8"))[
        "package"
    ]
    return locked


def _pinned(folder: Path, *extras: str) -> dict[str, str]:
    """Requirements of the program and of extras, with their markers, by `name==version`."""
    told = _uv(
        folder, "export", "--quiet", "--frozen", "--no-emit-project", "--no-hashes", "--no-header",
        "--no-annotate", *(f"--extra={extra}" for extra in extras),
    )  # fmt: skip
    return {line.partition(" ;")[0]: line for line in told.splitlines()}


def _uv(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "uv", *arguments, "--directory", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit("The lock was not written: uv could not resolve the packages, as it says above.")
    return done.stdout


def _pin(package: dict[str, object]) -> str:
    return f"{package['name']}=={package['version']}"


def _wheels(package: dict[str, object]) -> dict[str, str]:
    """Hashes of the wheels for what is claimed, by the files' names."""
    files = package["wheels"]
    if not isinstance(files, list):
        raise TypeError("uv.lock has another form than this program reads")
    named = {file["url"].rpartition("/")[2].replace("%2B", "+"): file["hash"] for file in files}
    return {name: named[name] for name in sorted(named) if wanted_wheel(name)}


def _everywhere(pinned: dict[str, dict[str, str]]) -> set[str]:
    """Those that are installed on every system."""
    return {
        pin
        for lines in pinned.values()
        for pin, line in lines.items()
        if "sys_platform" not in line
    }


def _entry(line: str, wheels: dict[str, str]) -> str:
    hashes = "".join(f" \\\n    --hash={digest}" for digest in wheels.values())
    return f"{line}{hashes}\n" + "".join(f"    # {name}\n" for name in wheels)


def _head(name: str, files: Sequence[str]) -> str:
    return HEAD.format(
        use=USES[name],
        files=" ".join(f"-r locks/{each}" for each in files),
        first=f"3.{PYTHONS[0]}",
        last=f"3.{PYTHONS[-1]}",
        systems=", ".join(platform.title for platform in PLATFORMS),
    )


if __name__ == "__main__":
    main()
