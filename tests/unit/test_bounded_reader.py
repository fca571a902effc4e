"""Reading whole files within bounds: what it costs, and what becomes of a file that grows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hcmd_lab import bounded_reader
from hcmd_lab.bounded_reader import MAX_BYTES, FileKind, RefusedFileError, read_bounded

LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from hcmd_lab.bounded_reader import FileKind, read_bounded
with open("/proc/self/statm") as pages:
    held = int(pages.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + 2**23,) * 2)
print([len(read_bounded(Path(sys.argv[1]), kind)) for kind in FileKind])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited otherwise there")
def test_a_small_file_needs_little_memory_whatever_it_is_read_as(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"12345")
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY, tmp_path / "small"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, f"{[5] * len(FileKind)}\n"), done.stderr


@pytest.mark.parametrize("more", [3, MAX_BYTES[FileKind.PICTURE]])
def test_a_file_that_grows_while_it_is_read_is_whole_or_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    path = tmp_path / "grows"
    path.write_bytes(b"1234")
    asked: list[int] = []
    fstat = os.fstat

    def before_it_grows(descriptor: int) -> os.stat_result:
        told = fstat(descriptor)
        asked.append(descriptor)
        if len(asked) == 2:  # after the one that tells whether it may be read
            with path.open("ab") as file:
                file.write(b"5" * more)
        return told

    monkeypatch.setattr(bounded_reader.os, "fstat", before_it_grows)
    if more > 3:
        with pytest.raises(RefusedFileError, match="it is larger than"):
            read_bounded(path, FileKind.PICTURE)
    else:
        assert read_bounded(path, FileKind.PICTURE) == b"1234555"
