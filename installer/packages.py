"""The files that a release consists of: `make packages`.

    python installer/packages.py DIST OUT [PROGRAM ...]

takes the programs that `make installer` has put into DIST, or those that are named, adds the
licences of all that is in them, and writes into OUT

- on Linux a .deb and a .tar.gz of each program,
- on Windows the installers that Inno Setup compiles from installer/windows/, and a .tar.gz of the
  kiosk, which stations are updated with,
- on macOS a .dmg with each application,

a bill of materials of each in CycloneDX, and SHA256SUMS. If the environment variable HCMD_SIGN
has a command, it is run with each file to be signed as its last argument: the programs before they
are packed, and what they are packed into.
"""

import argparse
import hashlib
import os
import shlex
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

from contents import size_mb
from debian import write_deb
from notices import write_bill, write_notices
from programs import Program, demand
from slimming import least_glibc

HERE = Path(__file__).parent
PROGRAMS = ("hcmd-lab", "hcmd-kiosk")
LIMIT_MB = {"hcmd-kiosk": 120}
"""What a program may take on disk, in millions of bytes: a station's disk is small."""


def main() -> None:
    """Write the packages of this system."""
    parser = argparse.ArgumentParser(description="Write the files that a release consists of.")
    parser.add_argument("dist", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("programs", nargs="*", default=PROGRAMS, metavar="program")
    given = parser.parse_args()
    out: Path = given.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    made = [
        file
        for name in given.programs
        for file in _packed(Program(given.dist.resolve(), name, out), out)
    ]
    write_sums(out, made)


def _packed(program: Program, out: Path) -> list[Path]:
    """One program's packages and its bill of materials."""
    name, own = program.folder.name, version("hcmd-lab")
    parts = write_notices(program)
    size = size_mb(program)
    limit = LIMIT_MB.get(name, size)
    demand(size <= limit, f"{name} takes {size} MB instead of at most {limit}.")
    sign(program.file)
    bill = out / f"{name}-{own}-{sys.platform}.cdx.json"
    write_bill(program, parts, bill)
    if sys.platform == "linux":
        made = [write_deb(program, out), _archive(program, out, own, "linux-x86_64")]
        print(f"{name} is for glibc {least_glibc(program.folder)} or newer.")
    elif sys.platform == "win32":
        made = [_windows_installer(program, out, own)]
        if name == "hcmd-kiosk":
            made.append(_archive(program, out, own, "windows-x64"))
    else:
        made = [_disk_image(program, out, own)]
    print(f"{name} takes {size} MB.")
    for file in made:
        sign(file)
    return [*made, bill]


def _archive(program: Program, out: Path, own: str, system: str) -> Path:
    name = program.folder.name
    archive = out / f"{name}-{own}-{system}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
        tar.add(program.folder, name, filter=_of_root)
    return archive


def _of_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _windows_installer(program: Program, out: Path, own: str) -> Path:
    name = program.folder.name
    base = f"{name}-{own}-windows-x64"
    given = [f"/DVersion={own}", f"/DFolder={program.folder}", f"/O{out}", f"/F{base}"]
    compile_it = ["iscc", *given, str(HERE / "windows" / f"{name}.iss")]
    subprocess.run(compile_it, check=True)  # noqa: S603
    return out / f"{base}.exe"


def _disk_image(program: Program, out: Path, own: str) -> Path:
    name = program.folder.name
    image = out / f"{name}-{own}-macos-arm64.dmg"
    application = program.folder.with_suffix(".app")
    write = ["hdiutil", "create", "-volname", name, "-srcfolder", application, "-ov", image]
    subprocess.run(write, check=True)  # noqa: S603
    return image


def sign(file: Path) -> None:
    """Have a file signed by the command in HCMD_SIGN; without one nothing is signed."""
    command = shlex.split(os.environ.get("HCMD_SIGN", ""))
    if command:
        done = subprocess.run([*command, str(file)], check=False)  # noqa: S603
        demand(done.returncode == 0, f"{file.name} was not signed: {command[0]} did not succeed.")


def write_sums(out: Path, files: list[Path]) -> None:
    """Write the SHA-256 of files as `sha256sum --check` reads them."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(files)
    ]
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
