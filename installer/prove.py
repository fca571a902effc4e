"""Proves that the packaged programs work: `python installer/prove.py DIST`.

Runs them as an experimenter would, outside the source tree, and prints what it measured as JSON.
The first thing that is wrong ends it with one sentence and exit code 1.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".exe" if sys.platform == "win32" else ""
NOT_IN_KIOSK = ("torch", "sqlite")
STYLE = Path(__file__).parents[1] / "resources" / "report" / "report.css"
STARTS = 5
LIMIT_S = 600
SMALL = [
    "groups=[5, 5]", "evaluation_groups=4", "max_epochs=6", "splits=1", "updates=[4, 4]",
    "games=50", "repetitions=10", "vote_penalties=[0.1]",
]  # fmt: skip
CHANGES = [word for change in SMALL for word in ("--set", change)]


def demand(condition: bool, sentence: str) -> None:
    """End with a sentence unless the condition holds."""
    if not condition:
        sys.exit(sentence)


def size_mb(folder: Path) -> float:
    """What a folder takes on disk, in millions of bytes; a link counts as nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return round(sum(path.stat().st_size for path in files) / 1e6, 1)


def run(command: Sequence[str | Path], folder: Path) -> float:
    """Run a program that has to succeed, in a folder without sources; returns its seconds."""
    # The variables by which a Python or a Qt on this computer could help it along.
    clean = {name: at for name, at in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    begun_s = time.perf_counter()
    result = subprocess.run(  # noqa: S603 - our own program
        command, cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8",
        timeout=LIMIT_S, check=False,
    )  # fmt: skip
    demand(
        result.returncode == 0,
        f"{command[0]} {command[1]} ended with {result.returncode}: {result.stderr}",
    )
    return round(time.perf_counter() - begun_s, 2)


def start_s(program: Path, folder: Path) -> dict[str, float]:
    """Seconds until a program has told its version: the first time, and the median of the rest."""
    first, *others = (run([program, "--version"], folder) for _ in range(STARTS))
    return {"first": first, "median": statistics.median(others)}


def prove(dist: Path, folder: Path) -> dict[str, object]:
    """Everything that is demanded of the programs in `dist`; returns what was measured."""
    lab = dist / "hcmd-lab" / f"hcmd-lab{SUFFIX}"
    kiosk = dist / "hcmd-kiosk" / f"hcmd-kiosk{SUFFIX}"
    for path in kiosk.parent.rglob("*"):
        inside = path.relative_to(kiosk.parent).as_posix()
        demand(not any(word in inside.lower() for word in NOT_IN_KIOSK), f"In the kiosk: {inside}")
    starts = {program.parent.name: start_s(program, folder) for program in (lab, kiosk)}
    simulate_s = run([lab, "simulate", "--seed", "7", "--json", *CHANGES], folder)
    study, figures = folder / "study", folder / "figures.json"
    demo_s = run([lab, "demo", "--headless", "--study", study, "--json", figures, *CHANGES], folder)
    votes = json.loads(figures.read_text(encoding="utf-8"))["evaluation"]["votes"]
    demand(votes == 16, f"The demo ended with {votes} votes of its evaluation instead of 16.")
    page = (study / "report" / "report.html").read_text(encoding="utf-8")
    demand(STYLE.read_text(encoding="utf-8").strip() in page, "The report has lost its styles.")
    run([lab, "check", study], folder)
    return {
        "size_mb": {program.parent.name: size_mb(program.parent) for program in (lab, kiosk)},
        "version_s": starts,
        "simulate_s": simulate_s,
        "demo_s": demo_s,
    }


def main() -> None:
    """Prove the programs in the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Prove that the packaged programs work.")
    parser.add_argument("dist", type=Path, nargs="?", default=Path("dist"))
    dist = parser.parse_args().dist.resolve()
    with tempfile.TemporaryDirectory(prefix="hcmd-proof-") as folder:
        print(json.dumps(prove(dist, Path(folder)), indent=2))


if __name__ == "__main__":
    main()
