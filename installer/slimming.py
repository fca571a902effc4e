"""Takes out of packaged programs what they run without: symbols that only a debugger reads.

    python installer/slimming.py DIST

does so before they are proved, so that what is packed is what was proved.
"""

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

_ELF = b"\x7fELF"
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")


def strip_symbols(folder: Path) -> None:
    """Take the symbols out of the libraries of a Linux program, where binutils are installed.

    Libraries in folders called `*.libs` are left as they are: the tool that put them there has
    stripped and rearranged them, and they do not always bear it twice.
    """
    strip = shutil.which("strip")
    libraries = [
        path for path in shared_libraries(folder) if not path.parent.name.endswith(".libs")
    ]
    if strip is None or not libraries:
        return
    for library in libraries:
        library.chmod(library.stat().st_mode | 0o200)
    subprocess.run([strip, "--strip-unneeded", *libraries], check=True)  # noqa: S603


def shared_libraries(folder: Path) -> Iterator[Path]:
    """The shared libraries of a Linux program, links aside."""
    for path in sorted(folder.rglob("*.so*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path


def least_glibc(folder: Path) -> str:
    """The oldest version of the C library that a program's files ask for, as in 2.34."""
    asked = {
        int(minor)
        for path in [*shared_libraries(folder), folder / folder.name]
        for minor in _GLIBC.findall(path.read_bytes())
    }
    return f"2.{max(asked, default=0)}"


def main() -> None:
    """Slim all programs in the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Make packaged programs as small as they run.")
    parser.add_argument("dist", type=Path)
    strip_symbols(parser.parse_args().dist.resolve())


if __name__ == "__main__":
    main()
