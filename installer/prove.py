"""Proves that the packaged programs work: `python installer/prove.py DIST`.

Runs them as an experimenter would: outside the source tree, from a folder that cannot be written
and on studies in another, both with blanks and umlauts in their names. Prints what it measured as
JSON: sizes, starts, a study that the control window and its kiosks play from the first session to
the last vote, and a kiosk that is killed and comes back. A study with a seed is played and learned
from by the packaged program and by the sources of this Python: both exports have to be the same.
Nothing may be written into the programs' own folders. The first thing that is wrong ends it with
one sentence and exit code 1; what it has started is ended.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from comparison import differences, run_source
from contents import files, prove_contents, size_mb
from placing import placed
from programs import Program, demand, forget_files, wait_for

STYLE = Path(__file__).parents[1] / "resources" / "report" / "report.css"
STARTS = 5
SMALL = [
    "groups=[5, 5]", "evaluation_groups=4", "max_epochs=6", "splits=1", "updates=[4, 4]",
    "games=50", "repetitions=10", "vote_penalties=[0.1]",
]  # fmt: skip
CHANGES = [word for change in SMALL for word in ("--set", change)]
VOTES = 4 * 4


class Proof:
    """The proof of the two programs in one place.

    Args:
        dist: Where their folders lie.
        home: An empty folder to work in.
    """

    def __init__(self, dist: Path, home: Path) -> None:
        self._home = home
        self._study = home / "study"
        self._lab = Program(dist, "hcmd-lab", home)
        self._kiosk = Program(dist, "hcmd-kiosk", home)

    def run(self) -> dict[str, object]:
        """Demand everything; returns what was measured."""
        lab, kiosk = self._lab, self._kiosk
        prove_contents(lab, kiosk)
        before = self._own_files()
        measured: dict[str, object] = {
            "size_mb": {program.folder.name: size_mb(program) for program in (lab, kiosk)},
            "version_s": {
                program.folder.name: starts(program, partial(program.run, "--version"))
                for program in (lab, kiosk)
            },
            "simulate_s": round(self._compare(), 1),
            "demo_s": round(self._play(), 1),
        }
        with self._host() as told:
            measured["kiosk_let_in_s"] = starts(kiosk, lambda: self._let_in(told))
            if sys.platform != "win32":
                measured["kiosk_back_s"] = round(self._come_back(told), 2)
        if sys.platform == "linux":
            measured["control_usable_s"] = starts(lab, self._open)
        lab.run("check", self._study)
        demand(self._own_files() == before, "The programs wrote into their own folders.")
        return measured

    def _own_files(self) -> dict[Path, int]:
        """When each file of the programs was last changed; packaged, they are read-only."""
        return {
            path: path.stat().st_mtime_ns
            for program in (self._lab, self._kiosk)
            for path in files(program.folder)
        }

    def _compare(self) -> float:
        """The same study by the packaged program and by the sources; the former's seconds."""
        packaged, source = (self._home / name for name in ("packaged", "source"))
        simulate = ("simulate", "--seed", "7", *CHANGES, "--study")
        took_s = self._lab.run(*simulate, packaged)
        self._lab.run("export", packaged, self._home / "packaged-export")
        run_source(*simulate, source, home=self._home)
        run_source("export", source, self._home / "source-export", home=self._home)
        told = ", ".join(differences(self._home / "packaged-export", self._home / "source-export"))
        demand(not told, f"Packaged and from the sources, a seed gives other data: {told}.")
        return took_s

    def _play(self) -> float:
        """The whole study in windows; returns its seconds.

        The stations without windows join a session only after the four with windows have made up
        a group, so that the votes are complete only if all of them played.
        """
        figures = self._home / "figures.json"
        took_s = self._lab.run(
            "demo", "--windows", "--close", "--fast", "--study", self._study, "--json", figures,
            *CHANGES,
        )  # fmt: skip
        demand(figures.is_file(), "The windows were closed before the study was complete.")
        votes = json.loads(figures.read_text(encoding="utf-8"))["evaluation"]["votes"]
        demand(votes == VOTES, f"The demo ended with {votes} votes instead of {VOTES}.")
        page = (self._study / "report" / "report.html").read_text(encoding="utf-8")
        demand(STYLE.read_text(encoding="utf-8").strip() in page, "The report lost its styles.")
        return took_s

    @contextmanager
    def _host(self) -> Iterator[list[str]]:
        """A pilot session; gives the arguments by which a station finds it."""
        local = ("--address", "127.0.0.1", "--port", "0", "--json")
        with self._lab.running("serve", self._study, "--purpose", "pilot", *local) as host:
            first = host.stdout.readline() if host.stdout else ""
            demand(bool(first), "The host ended before it listened.")
            told = json.loads(first)
            os.environ["HCMD_KIOSK_CODE"] = told["code"]
            yield ["--server", f"127.0.0.1:{told['port']}"]

    def _let_in(self, host: list[str]) -> float:
        """Seconds from the start of a kiosk to the host letting it in; its window stands then."""
        with self._station(host) as (_, connected):
            return wait_for(connected.exists, "a kiosk to be let in")

    def _come_back(self, host: list[str]) -> float:
        """Seconds from the end of a kiosk that is killed to its successor being let in."""
        with self._station(host, "--watchdog") as (watchdog, connected):
            wait_for(connected.exists, "a kiosk under a watchdog")
            connected.unlink()
            os.kill(child_of(watchdog.pid), signal.SIGKILL)
            return wait_for(connected.exists, "a killed kiosk to come back")

    @contextmanager
    def _station(
        self, host: list[str], *options: str
    ) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
        """A kiosk in a window, and the file that it writes as soon as it is let in."""
        state = Path(tempfile.mkdtemp(dir=self._home))
        with self._kiosk.running(
            *host, "--station", state.name, "--state-dir", state, "--windowed",
            "--language", "de", *options,
        ) as process:  # fmt: skip
            yield process, state / "kiosk.json"

    def _open(self) -> float:
        """Seconds from the start of the control window to its first idle moment with the study.

        Qt writes the preferences, in which the study is noted when all of it is on the screen, as
        soon as the window waits for its user.
        """
        noted = self._home / "config" / "hcmd-lab" / "control.ini"
        noted.unlink(missing_ok=True)
        with self._lab.running("open", self._study):
            return wait_for(noted.exists, "the control window")


def starts(program: Program, start_s: Callable[[], float]) -> dict[str, float]:
    """Seconds of a start from the disk, and the median of starts after it."""
    forget_files(program.folder)
    cold, *warm = (start_s() for _ in range(STARTS))
    return {"cold": round(cold, 2), "warm": round(statistics.median(warm), 2)}


def child_of(process: int) -> int:
    """The process that a watchdog looks after at the moment."""
    found = subprocess.run(  # noqa: S603
        ["pgrep", "-P", str(process)],  # noqa: S607 - wherever the system has it
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return int(found.stdout.split()[0])


def main() -> None:
    """Prove the programs in the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Prove that the packaged programs work.")
    parser.add_argument("dist", type=Path, nargs="?", default=Path("dist"))
    dist = parser.parse_args().dist.resolve()
    with (
        tempfile.TemporaryDirectory(prefix="hcmd proof, größer-") as home,
        tempfile.TemporaryDirectory(prefix="hcmd-") as programs,
        placed(dist, Path(programs)) as place,
    ):
        print(json.dumps(Proof(place, Path(home)).run(), indent=2))


if __name__ == "__main__":
    main()
