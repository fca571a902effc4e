"""What a program writes to a folder, as the system sees it, and disks on which it stops anywhere.

A power cut keeps what was synchronised before it. Of what came after, any sector may be on the disk
or not, whatever the order in which it was written; a new name of a file may have come about or not.
"""

import random
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STRACE = shutil.which("strace") or ""
SECTOR = 512
_CALLS = "write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink"
_LINE = re.compile(r"^(?P<at>\d+\.\d+) (?P<call>\w+)\((?P<rest>.*)\) += (?P<result>\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(?P<cut>\.\.\.)?')
_PATH = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})*)>")
_NUMBER = re.compile(r", (\d+)$")


@dataclass(frozen=True)
class Step:
    """One call of the system.

    Attributes:
        at_s: When it began, as `time.time` tells.
        call: Its name.
        path: The file, or the folder, that it concerns.
        data: What is written; of a renaming the new path.
        number: The offset, or the length that is left.
    """

    at_s: float
    call: str
    path: str
    data: bytes = b""
    number: int = 0


class WriteTrace:
    """Writes down what a running process does to a folder, until `end`."""

    def __init__(self, process: int, folder: Path, into: Path) -> None:
        into.mkdir()
        self._folder, self._into = folder, into
        self._strace = subprocess.Popen(
            [STRACE, "-ff", "-ttt", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}",
             "-o", str(into / "trace"), "-p", str(process)],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._strace.stderr is not None
        first = self._strace.stderr.readline()
        assert "attached" in first, first

    def end(self) -> list[Step]:
        """Stop watching; the steps in the order in which they began."""
        self._strace.send_signal(signal.SIGINT)
        self._strace.communicate()
        steps = [step for file in self._into.iterdir() for step in self._steps(file)]
        return sorted(steps, key=lambda step: step.at_s)

    def _steps(self, file: Path) -> Iterator[Step]:
        for line in file.read_text("ascii").splitlines():
            found = _LINE.match(line)
            if not found:
                continue  # a signal, an end, a call that failed
            rest, call = found["rest"], found["call"]
            texts = [_decoded(text[1]) for text in _TEXT.finditer(rest)]
            assert not any(text["cut"] for text in _TEXT.finditer(rest))
            own = _PATH.match(rest)
            path = (_decoded(own[1]) if own else texts.pop(0)).decode()
            if not path.startswith(str(self._folder)):
                continue
            number = _NUMBER.search(rest)
            yield Step(
                float(found["at"]), call, path, texts[0] if texts else b"",
                int(number[1]) if number else 0,
            )  # fmt: skip


def _decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class _File:
    kept: bytes = b""
    waiting: list[Step] = field(default_factory=list)


class Disk:
    """What is on a disk when the power goes at a step of a trace.

    Args:
        base: The files when the trace began, by their path; all of them were synchronised.
    """

    def __init__(self, base: dict[str, bytes]) -> None:
        self._files = {path: _File(data) for path, data in base.items()}
        self._former: dict[str, _File | None] = {}  # of names that are not synchronised yet

    def do(self, step: Step) -> None:
        """Let a step happen."""
        match step.call:
            case "fsync" | "fdatasync":
                file = self._files.get(step.path)
                if file is None:  # a folder: what was named in it is so for good
                    self._former.clear()
                    return
                file.kept = _written(file.kept, file.waiting)
                file.waiting = []
            case "rename":
                new = step.data.decode()
                self._former.setdefault(new, self._files.get(new))
                self._files[new] = self._files.pop(step.path)
            case "unlink":
                self._former.setdefault(step.path, self._files.pop(step.path, None))
            case _:
                self._files.setdefault(step.path, _File()).waiting.append(step)

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """One of the states in which a power cut can leave it now."""
        undone = {path: old for path, old in self._former.items() if dice.random() < 0.5}
        files = {**self._files, **undone}
        return {
            path: _torn(file.kept, file.waiting, dice)
            for path, file in files.items()
            if file is not None
        }


def _written(data: bytes, steps: list[Step]) -> bytes:
    for step in steps:
        data = _after(data, step)
    return data


def _after(data: bytes, step: Step) -> bytes:
    if step.call == "ftruncate":
        return data[: step.number].ljust(step.number, b"\0")
    place = len(data) if step.call == "write" else step.number
    return data[:place].ljust(place, b"\0") + step.data + data[place + len(step.data) :]


def _torn(data: bytes, steps: list[Step], dice: random.Random) -> bytes:
    """Each sector that was written is there or not; sometimes all up to a point are."""
    if dice.random() < 0.3:
        return _written(data, steps[: dice.randrange(len(steps) + 1)])
    for step in steps:
        if step.call == "ftruncate":
            data = _after(data, step) if dice.random() < 0.5 else data
            continue
        place = len(data) if step.call == "write" else step.number
        for begin in range(0, len(step.data), SECTOR):
            if dice.random() < 0.5:
                part = step.data[begin : begin + SECTOR]
                data = _after(data, Step(step.at_s, "pwrite64", step.path, part, place + begin))
    return data
